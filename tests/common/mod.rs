//! What the native tests share: days, entries, and a person at a widget.

#![allow(
    dead_code,
    reason = "each test binary uses its own part of these helpers"
)]
#![allow(
    clippy::assigning_clones,
    reason = "a draft reads best when it is typed plainly"
)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use coderpath::app::{Action, Change, Effect, Env, PackChange, State, View, update};
use coderpath::log::{
    AapcClaim, ActivityKind, AhimaClaim, AhimaSource, Approval, Content, Domain, Draft, Entry,
    EntryId, Field, Pin, Record, RecordId, State as EntryState, Typed,
};
use coderpath::rules::Ceus;
use coderpath::store::{Memory, Save, Storage, StorageError, Writes, drafts, load, save, withdraw};
use serde_json::Value;

/// The clock at the first action of a [`Person`].
pub(crate) const NOW: u64 = 1_795_410_000_000;

/// A file of `tests/fixtures/`.
pub(crate) fn frozen(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// A note about this browser as release 0.1.0 stored it.
pub(crate) fn frozen_note(key: &str) -> String {
    let notes: BTreeMap<String, String> =
        serde_json::from_str(&frozen("notes-0.1.0.json")).unwrap();
    notes[key].clone()
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// "2026-11-23".
pub(crate) fn iso(text: &str) -> NaiveDate {
    Typed::Text(text.to_owned()).read().unwrap()
}

pub(crate) fn today() -> NaiveDate {
    day(2026, 11, 23)
}

pub(crate) fn text(text: &str) -> Typed {
    Typed::Text(text.to_owned())
}

pub(crate) fn id(name: &str) -> EntryId {
    name.parse().unwrap()
}

pub(crate) fn entry_id(name: &str) -> RecordId {
    RecordId::Entry(id(name))
}

/// An entry with nothing but what it must have.
pub(crate) fn plain_entry(title: &str, date: NaiveDate) -> Entry {
    Entry {
        date,
        title: title.to_owned(),
        sponsor: String::new(),
        index_number: String::new(),
        kind: ActivityKind::Event,
        state: EntryState::Done,
        aapc: None,
        ahima: None,
        notes: String::new(),
        unknown: Vec::new(),
    }
}

pub(crate) fn aapc_claim(hundredths: u32) -> AapcClaim {
    AapcClaim {
        ceus: Ceus::hundredths(hundredths),
        approved_for: Vec::new(),
        pre_approved: false,
        cms: false,
        pin: Pin::default(),
        certificate: false,
        entered: false,
        unknown: Vec::new(),
    }
}

pub(crate) fn ahima_claim(hundredths: u32) -> AhimaClaim {
    AhimaClaim {
        ceus: Ceus::hundredths(hundredths),
        domain: None,
        source: None,
        pin: Pin::default(),
        certificate: false,
        entered: false,
        unknown: Vec::new(),
    }
}

/// An entry in which everything is said, and everything that a later release could add.
pub(crate) fn full_entry() -> Entry {
    let unknown = |name: &str| vec![(name.to_owned(), r#"{"deep":[1.50,null,"ü"]}"#.into())];
    Entry {
        date: day(2026, 10, 5),
        title: "Modifiers “25” & 59".to_owned(),
        sponsor: "Local chapter".to_owned(),
        index_number: "AAPC0510261200A".to_owned(),
        kind: ActivityKind::Teaching,
        state: EntryState::Planned,
        aapc: Some(AapcClaim {
            approved_for: ["core", "CPMA"]
                .map(|name| Approval(name.to_owned()))
                .to_vec(),
            pre_approved: true,
            certificate: true,
            entered: true,
            unknown: unknown("later-aapc"),
            ..aapc_claim(150)
        }),
        ahima: Some(AhimaClaim {
            domain: Some(Domain::RevenueCycle),
            source: Some(AhimaSource::Component),
            certificate: true,
            entered: true,
            unknown: unknown("later-ahima"),
            ..ahima_claim(100)
        }),
        notes: "Two lines,\nand a \"quote\"".to_owned(),
        unknown: unknown("later-entry"),
    }
}

pub(crate) fn entry_record(
    name: &str,
    entry: Entry,
    earlier: &[Record],
    millis: u64,
    nonce: u32,
) -> Record {
    Record::replacing(
        entry_id(name),
        Content::Entry(Box::new(entry)),
        earlier,
        millis,
        nonce,
    )
}

pub(crate) fn tombstone(name: &str, earlier: &[Record], millis: u64, nonce: u32) -> Record {
    Record::replacing(entry_id(name), Content::Deleted, earlier, millis, nonce)
}

/// A draft that can be saved.
pub(crate) fn good_draft(title: &str) -> Draft {
    let mut draft = Draft {
        date: text("2026-11-20"),
        title: title.to_owned(),
        ..Draft::default()
    };
    draft.aapc.is_claimed = true;
    draft.aapc.ceus = "1.5".to_owned();
    draft
}

/// Someone at a widget. The clock moves on by a second with each action, and each has random bits of its own.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) state: State,
    /// The day on which everything is done.
    pub(crate) today: NaiveDate,
    ticks: u64,
    seed: u64,
}

impl Person {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            state: State::new(today(), View::Log, None),
            today: today(),
            // Each comes an hour after the one before.
            ticks: (seed - 1) * 3_600,
            seed,
        }
    }

    /// Someone who has just opened a page with this storage.
    pub(crate) fn at(storage: &dyn Storage, seed: u64) -> Self {
        let mut person = Self::new(seed);
        person.state.log = load(storage).unwrap();
        person.does(Action::DraftsFound(drafts(storage)));
        person
    }

    /// Does something; what is to be done outside is not done.
    pub(crate) fn does(&mut self, action: Action) -> Vec<Effect> {
        self.ticks += 1;
        let env = Env {
            today: self.today,
            now_millis: NOW + 1_000 * self.ticks,
            random: (self.seed << 32 | self.ticks).wrapping_mul(0x9e37_79b9_7f4a_7c15),
            dates: coderpath::app::DateOrder::MonthFirst,
            zone: 0,
            names: coderpath::words::SHEET_NAMES,
        };
        let (state, effects) = update(self.state.clone(), action, env);
        self.state = state;
        effects
    }

    /// Does something, and whatever is to be stored is stored in the way of `ui`. What else is to be done is returned.
    pub(crate) fn does_on(&mut self, storage: &mut dyn Storage, action: Action) -> Vec<Effect> {
        let mut rest = Vec::new();
        let mut told = Vec::new();
        let mut goes_on = false;
        let mut writes = Writes::default();
        for effect in self.does(action) {
            match effect {
                Effect::Save(version) => told.extend(self.writes(storage, version, &mut writes)),
                Effect::Load => match load(storage) {
                    Ok(log) => told.push(Action::Loaded(Box::new(log), None)),
                    Err(why) => told.push(Action::Loaded(Box::default(), Some(why))),
                },
                Effect::KeepDraft(draft) => drop(save(storage, &draft)),
                Effect::KeepName(name) => {
                    if save(storage, &name).is_err() {
                        told.push(Action::AuditPack(PackChange::NotKept));
                    }
                }
                Effect::DropDraft(key) => drop(storage.remove(&key)),
                Effect::Discard(keys) => {
                    for key in keys {
                        if withdraw(storage, &key).is_err() {
                            told.push(Action::Reload);
                        }
                    }
                }
                Effect::GoOn => goes_on = true,
                other => rest.push(other),
            }
        }
        told.extend(goes_on.then_some(Action::GoOn));
        for action in told {
            rest.extend(self.does_on(storage, action));
        }
        rest
    }

    /// Writes a version whose turn has come, if it is still wanted: what is to be told of it.
    pub(crate) fn writes(
        &self,
        storage: &mut dyn Storage,
        asked: Save,
        writes: &mut Writes,
    ) -> Option<Action> {
        let version = self.state.keeping.wanted(&asked.key)?;
        let result = writes.save(version, |version| save(storage, version));
        Some(Action::Stored(asked.key, result))
    }

    /// Types a draft into the open form.
    pub(crate) fn types(&mut self, draft: &Draft) {
        for change in changes(draft) {
            let effects = self.does(Action::Change(change));
            assert!(
                matches!(effects.as_slice(), [Effect::KeepDraft(_)]),
                "typing is kept, and nothing else: {effects:?}"
            );
        }
    }

    /// Adds an entry, and hands back what is to be done outside.
    pub(crate) fn adds(&mut self, draft: &Draft) -> Vec<Effect> {
        self.does(Action::Add);
        self.types(draft);
        self.does(Action::Save)
    }

    /// Adds an entry and stores it.
    pub(crate) fn adds_on(&mut self, storage: &mut dyn Storage, draft: &Draft) -> EntryId {
        let before = self.ids();
        self.does(Action::Add);
        self.types(draft);
        self.does_on(storage, Action::Save);
        self.ids()
            .into_iter()
            .find(|id| !before.contains(id))
            .expect("a new entry is in the list")
    }

    pub(crate) fn stored(&mut self, save: &Save, result: Result<(), StorageError>) -> Vec<Effect> {
        self.does(Action::Stored(save.key.clone(), result))
    }

    pub(crate) fn ids(&self) -> Vec<EntryId> {
        self.state
            .log
            .entries()
            .iter()
            .map(|shown| shown.id.clone())
            .collect()
    }

    pub(crate) fn titles(&self) -> Vec<String> {
        self.state
            .log
            .entries()
            .iter()
            .map(|shown| shown.entry.title.clone())
            .collect()
    }
}

/// Everything that a person types and ticks to fill a form like this.
pub(crate) fn changes(draft: &Draft) -> Vec<Change> {
    let mut changes = vec![
        Change::Date(draft.date.clone()),
        Change::Text(Field::Title, draft.title.clone()),
        Change::Text(Field::Sponsor, draft.sponsor.clone()),
        Change::Text(Field::IndexNumber, draft.index_number.clone()),
        Change::State(draft.state),
        Change::Text(Field::Notes, draft.notes.clone()),
        Change::Aapc(draft.aapc.is_claimed),
        Change::Text(Field::AapcCeus, draft.aapc.ceus.clone()),
        Change::Text(Field::ApprovedFor, draft.aapc.approved_for.clone()),
        Change::AapcPreApproved(draft.aapc.pre_approved),
        Change::AapcCms(draft.aapc.cms),
        Change::AapcPinDue(draft.aapc.pin.due),
        Change::AapcPinCredential(draft.aapc.pin.credential.clone()),
        Change::AapcCertificate(draft.aapc.certificate),
        Change::AapcEntered(draft.aapc.entered),
        Change::Ahima(draft.ahima.is_claimed),
        Change::Text(Field::AhimaCeus, draft.ahima.ceus.clone()),
        Change::AhimaDomain(draft.ahima.domain),
        Change::AhimaSource(draft.ahima.source),
        Change::AhimaPinDue(draft.ahima.pin.due),
        Change::AhimaCertificate(draft.ahima.certificate),
        Change::AhimaEntered(draft.ahima.entered),
    ];
    changes.extend(draft.kind.map(Change::Kind));
    changes
}

/// The writes among these effects.
pub(crate) fn saves(effects: &[Effect]) -> Vec<Save> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Save(save) => Some(save.clone()),
            _ => None,
        })
        .collect()
}

/// The one write among these effects.
#[track_caller]
pub(crate) fn the_save(effects: &[Effect]) -> Save {
    let saves = saves(effects);
    let [save] = saves.as_slice() else {
        panic!("one write, not {}: {effects:?}", saves.len());
    };
    save.clone()
}

/// What is stored, by key.
pub(crate) fn items(storage: &Memory) -> BTreeMap<String, String> {
    let text = |key: &String| storage.get(key).unwrap().unwrap();
    let keys = storage.keys().unwrap();
    keys.iter().map(|key| (key.clone(), text(key))).collect()
}

/// A storage that holds this.
pub(crate) fn memory<'a>(items: impl IntoIterator<Item = (&'a str, &'a str)>) -> Memory {
    let mut memory = Memory::default();
    for (key, text) in items {
        memory.set(key, text).unwrap();
    }
    memory
}

/// The text of a write, as JSON.
pub(crate) fn json_of(save: &Save) -> Value {
    serde_json::from_str(&save.text).unwrap()
}
