//! Logs that went separate ways and meet again: whatever happened on three devices, whatever their clocks said and whoever
//! copied whose browser profile, nothing that nobody replaced is lost, and all come to show the same.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod common;

use coderpath::log::{
    Backup, Content, Draft, Entry, EntryId, Log, Profile, Record, RecordId, Stamp, is_ours,
};
use coderpath::rules::{Ceus, CredentialId};
use coderpath::store::{Memory, Save, Storage, load, save};
use common::{Person, aapc_claim, ahima_claim, day, entry_id, items, memory, plain_entry, today};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

// ---------------------------------------------------------------------------------------------------------------------
// Three devices

/// The names of entries. Two devices may come to one name apart.
const NAMES: [&str; 3] = ["a", "b", "c"];

/// Items that this release cannot read, as they may lie in any storage.
const UNREADABLE: [(&str, &str); 3] = [
    ("coderpath:1:entry:half:x", "{\"v\":1,"),
    ("coderpath:1:reminder:1", "{}"),
    ("coderpath:2:entry:later", "{\"v\":2}"),
];

/// A browser with a log in it.
#[derive(Clone, Debug, Default)]
struct Device {
    storage: Memory,
    /// As a page shows it: what was replaced is forgotten.
    log: Log,
    /// Every version that was ever here.
    known: Vec<Record>,
    /// How many versions were made here.
    made: u32,
}

/// What happens on a device, at some time by its clock.
#[derive(Clone, Debug)]
enum Step {
    /// An entry is added, or one of its versions changed.
    Write(usize, Index),
    /// All versions of an entry are deleted.
    Delete(usize),
    /// All versions of an entry are settled by one.
    Settle(usize),
    /// The profile is changed.
    Profile(CredentialId),
    /// Some of the versions of another device come in.
    Receive(usize, u8),
    /// The browser profile of another device is copied over this one.
    Copy(usize),
    /// Something that cannot be read comes in.
    Damage(usize),
}

/// A step, the device on which it happens, and what its clock says then.
type Happening = (usize, u64, Step);

fn any_happening() -> impl Strategy<Value = Happening> {
    let name = 0..NAMES.len();
    let step = prop_oneof![
        6 => (name.clone(), any::<Index>()).prop_map(|(name, of)| Step::Write(name, of)),
        2 => name.clone().prop_map(Step::Delete),
        2 => name.prop_map(Step::Settle),
        1 => prop::sample::select(vec![CredentialId::Cpc, CredentialId::Ccs, CredentialId::Coc])
            .prop_map(Step::Profile),
        4 => (0..3_usize, any::<u8>()).prop_map(|(from, which)| Step::Receive(from, which)),
        1 => (0..3_usize).prop_map(Step::Copy),
        1 => (0..UNREADABLE.len()).prop_map(Step::Damage),
    ];
    (0..3_usize, 0..30_u64, step)
}

fn any_history() -> impl Strategy<Value = Vec<Happening>> {
    prop::collection::vec(any_happening(), 0..32)
}

/// Whose random numbers are whose.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Chance {
    /// No two versions have one number.
    Fair,
    /// Each device counts, and a copy goes on from where the other was: two devices may come to one stamp.
    Copied,
}

fn history(steps: &[Happening], chance: Chance) -> [Device; 3] {
    let mut devices = [const { None }; 3].map(|_: Option<Device>| Device::default());
    for (number, (at, clock, step)) in (0..).zip(steps) {
        match *step {
            Step::Receive(from, which) => {
                let sent: Vec<Record> = devices[from].log.versions().cloned().collect();
                for (place, record) in sent.into_iter().enumerate() {
                    if which & (1 << (place % 8)) != 0 {
                        devices[*at].receive(record);
                    }
                }
            }
            Step::Copy(from) => devices[*at] = devices[from].clone(),
            Step::Damage(which) => {
                let (key, text) = UNREADABLE[which];
                devices[*at].storage.set(key, text).unwrap();
                devices[*at].log.take_in(key, text);
            }
            _ => {
                let nonce = match chance {
                    Chance::Fair => number,
                    Chance::Copied => devices[*at].made,
                };
                devices[*at].write(step, number, *clock, nonce);
            }
        }
        // A page draws the list after each, and what it draws next is worked out from that.
        drop(devices[*at].log.entries());
    }
    devices
}

impl Device {
    fn write(&mut self, step: &Step, number: u32, clock: u64, nonce: u32) {
        let heads =
            |id: &RecordId| -> Vec<Record> { self.log.heads(id).into_iter().cloned().collect() };
        let (id, content, earlier) = match *step {
            Step::Write(name, of) => {
                let id = entry_id(NAMES[name]);
                let mut earlier = heads(&id);
                if !earlier.is_empty() {
                    earlier = vec![earlier.swap_remove(of.index(earlier.len()))];
                }
                (id, entry(number), earlier)
            }
            Step::Settle(name) => {
                let id = entry_id(NAMES[name]);
                let earlier = heads(&id);
                (id, entry(number), earlier)
            }
            Step::Delete(name) => {
                let id = entry_id(NAMES[name]);
                let earlier = heads(&id);
                (id, Content::Deleted, earlier)
            }
            Step::Profile(held) => {
                let mut profile = self.log.profile();
                profile.hold(held, true);
                let content = Content::Profile(Box::new(profile));
                (RecordId::Profile, content, heads(&RecordId::Profile))
            }
            _ => return,
        };
        // Nothing is deleted that is not there.
        if content == Content::Deleted && earlier.is_empty() {
            return;
        }
        let record = Record::replacing(id, content, &earlier, clock, nonce);
        let version = Save {
            key: record.key(),
            text: record.to_json(),
            replaced: self.log.replaced_by(&record),
            after: None,
        };
        save(&mut self.storage, &version).unwrap();
        self.made += 1;
        self.known.push(record.clone());
        self.log.add(record);
        for key in &version.replaced {
            self.log.forget(key);
        }
    }

    fn receive(&mut self, record: Record) {
        self.storage.set(&record.key(), &record.to_json()).unwrap();
        self.known.push(record.clone());
        self.log.add(record);
    }
}

fn entry(number: u32) -> Content {
    let mut entry = plain_entry(&format!("number {number}"), day(2026, 1, 1 + number % 5));
    entry.sponsor = format!("sponsor {}", number % 4);
    Content::Entry(Box::new(entry))
}

/// Everything that a reader can see of a log.
#[derive(Debug, PartialEq)]
struct Seen {
    entries: Vec<(EntryId, Entry, bool)>,
    heads: Vec<Vec<Record>>,
    profile: Profile,
    sponsors: Vec<String>,
    unread: Vec<String>,
}

fn seen(log: &Log) -> Seen {
    let heads = |id| log.heads(&id).into_iter().cloned().collect();
    Seen {
        entries: log
            .entries()
            .iter()
            .map(|shown| (shown.id.clone(), shown.entry.clone(), shown.has_conflict))
            .collect(),
        heads: NAMES
            .map(entry_id)
            .into_iter()
            .chain([RecordId::Profile])
            .map(heads)
            .collect(),
        profile: log.profile(),
        sponsors: log
            .recent_sponsors(2)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        unread: log.unread().map(|unread| unread.key.to_owned()).collect(),
    }
}

fn united(mut one: Log, other: &Log) -> Log {
    one.unite(other.clone());
    one
}

/// The versions of `id` that no later one names, worked out from all of them at once; the newest last.
fn plain_heads(known: &[&Record], id: &RecordId) -> Vec<Record> {
    let of_it = || known.iter().filter(|record| &record.id == id);
    let mut heads: Vec<Record> = of_it()
        .filter(|record| {
            !of_it()
                .any(|later| later.stamp > record.stamp && later.replaces.contains(&record.stamp))
        })
        .map(|record| Record::clone(record))
        .collect();
    heads.sort_by_key(|record| (record.stamp, record.to_json()));
    heads.dedup();
    heads
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_union_is_commutative_associative_and_idempotent(
        steps in any_history(),
        chance in prop::sample::select(vec![Chance::Fair, Chance::Copied]),
    ) {
        let [a, b, c] = history(&steps, chance).map(|device| device.log);
        prop_assert_eq!(united(a.clone(), &b), united(b.clone(), &a));
        prop_assert_eq!(
            united(united(a.clone(), &b), &c),
            united(a.clone(), &united(b.clone(), &c))
        );
        prop_assert_eq!(&united(a.clone(), &a), &a);
        let all = united(united(a.clone(), &b), &c);
        prop_assert_eq!(&united(all.clone(), &a), &all, "who has everything learns nothing");
    }

    /// Whoever was told what, in whatever order and grouping, and whatever was removed since it was replaced.
    #[test]
    fn all_come_to_show_the_same_and_nothing_is_lost(
        steps in any_history(),
        chance in prop::sample::select(vec![Chance::Fair, Chance::Copied]),
        order in prop::collection::vec(any::<(Index, Index)>(), 1..64),
    ) {
        let devices = history(&steps, chance);
        let mut known: Vec<&Record> = devices.iter().flat_map(|device| &device.known).collect();
        let all = devices.iter().fold(Log::default(), |all, device| united(all, &device.log));
        let mut shown = seen(&all);
        for (at, id) in NAMES.map(entry_id).into_iter().chain([RecordId::Profile]).enumerate() {
            prop_assert_eq!(&shown.heads[at], &plain_heads(&known, &id));
        }
        // Who stands in for one of two versions with one stamp stands in for both, and cannot name what the other one did.
        for record in known.iter().filter(|_| chance == Chance::Fair) {
            let heads = all.heads(&record.id);
            let is_named = heads.iter().any(|head| head.replaces.contains(&record.stamp));
            prop_assert!(heads.contains(record) || is_named, "{} is lost", record.key());
        }
        shown.unread.clear();

        // Versions in another order, put into some heaps, and the heaps on one another.
        if !known.is_empty() {
            let places = known.len();
            for (one, other) in &order {
                known.swap(one.index(places), other.index(places));
            }
        }
        let mut heaps = vec![Log::default(); 4];
        for (record, (heap, _)) in known.into_iter().zip(order.iter().cycle()) {
            heaps[heap.index(4)].add(record.clone());
        }
        while heaps.len() > 1 {
            let (one, other) = order[heaps.len() % order.len()];
            let top = heaps.swap_remove(one.index(heaps.len()));
            let below = other.index(heaps.len());
            heaps[below].unite(top);
        }
        prop_assert_eq!(seen(&heaps[0]), shown);
    }

    #[test]
    fn a_page_opened_anew_shows_what_the_page_before_showed(steps in any_history()) {
        for device in history(&steps, Chance::Fair) {
            prop_assert_eq!(seen(&load(&device.storage).unwrap()), seen(&device.log));
            let known: Vec<&Record> = device.known.iter().collect();
            for name in NAMES.map(entry_id) {
                let plain = plain_heads(&known, &name);
                prop_assert_eq!(device.log.heads(&name), plain.iter().collect::<Vec<_>>());
            }
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// By file

/// Restores a backup of `from` on a device, as `app` does; whether it changed anything.
fn restore(device: &mut Device, from: &Log) -> bool {
    let backup = Backup::read(&from.backup(today())).unwrap();
    let merge = device.log.merge(&backup.log);
    let changes = !merge.is_nothing();
    for record in merge.records {
        assert_eq!(device.storage.get(&record.key()), Ok(None), "written over");
        device.receive(record);
    }
    for (key, text) in merge.unread {
        assert_eq!(device.storage.get(&key), Ok(None), "written over");
        device.storage.set(&key, &text).unwrap();
        device.log.take_in(&key, &text);
    }
    changes
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Each restores the backups of the others, in its own order. Nothing of what they show is lost.
    #[test]
    fn backups_of_all_bring_all_to_the_same(
        steps in any_history(),
        chance in prop::sample::select(vec![Chance::Fair, Chance::Copied]),
    ) {
        let mut devices = history(&steps, chance);
        let before = devices.clone().map(|device| device.log);
        for (at, from) in [(0, 1), (0, 2), (1, 2), (1, 0), (2, 0), (2, 1)] {
            restore(&mut devices[at], &before[from]);
            prop_assert!(!restore(&mut devices[at], &before[from]), "once more changes nothing");
            for id in NAMES.map(entry_id).into_iter().chain([RecordId::Profile]) {
                for head in before[from].heads(&id) {
                    let log = &devices[at].log;
                    let is_here = log.versions_of(&id).any(|here| here.content == head.content);
                    // Of two versions with one stamp one has another here, which was replaced since.
                    let is_replaced = (head.stamp.nonce..64)
                        .map(|nonce| Stamp { nonce, ..head.stamp })
                        .any(|stamp| log.is_replaced(&id, stamp));
                    prop_assert!(is_here || is_replaced, "{} is lost", head.key());
                }
            }
        }
        if chance == Chance::Fair {
            let all = seen(&united(united(before[0].clone(), &before[1]), &before[2]));
            for device in &devices {
                prop_assert_eq!(&seen(&device.log), &all);
                prop_assert_eq!(&seen(&load(&device.storage).unwrap()), &all);
            }
        }
    }

    /// Those who tell each other everything again and again come to an end, even where stamps collide.
    #[test]
    fn backups_that_go_round_add_nothing_in_the_end(
        steps in any_history(),
        chance in prop::sample::select(vec![Chance::Fair, Chance::Copied]),
    ) {
        let mut devices = history(&steps, chance);
        let mut round = || {
            let mut changes = false;
            for (at, from) in [(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)] {
                let from = devices[from].log.clone();
                changes |= restore(&mut devices[at], &from);
            }
            changes
        };
        let rounds = (0..10).take_while(|_| round()).count();
        prop_assert!(rounds <= 2, "{} rounds", rounds);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What a later release added

/// The places where a later release may add something, in an entry's record and in a profile's.
const PLACES: [&[&str]; 2] = [
    &["", "/entry", "/entry/aapc", "/entry/ahima"],
    &["", "/profile"],
];

/// Fields that no release knows, for each place.
fn any_later() -> impl Strategy<Value = Vec<Vec<(String, Value)>>> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let tree = leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    });
    // No known field begins like this.
    let fields = prop::collection::btree_map("later\\PC{0,6}", tree, 0..3);
    prop::collection::vec(fields.prop_map(|map| map.into_iter().collect()), 4)
}

/// A record's JSON with these fields in each of the places.
fn with_later(record: &Record, places: &[&str], later: &[Vec<(String, Value)>]) -> Value {
    let mut json: Value = serde_json::from_str(&record.to_json()).unwrap();
    for (place, fields) in places.iter().zip(later) {
        let object = json.pointer_mut(place).unwrap().as_object_mut().unwrap();
        object.extend(fields.iter().cloned());
    }
    json
}

#[track_caller]
fn check_kept(record: &Record, places: &[&str], later: &[Vec<(String, Value)>]) {
    let json: Value = serde_json::from_str(&record.to_json()).unwrap();
    for (place, fields) in places.iter().zip(later) {
        for (name, value) in fields {
            assert_eq!(
                json.pointer(place).unwrap().get(name),
                Some(value),
                "{place}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_later_release_added_survives_reading_writing_and_editing(later in any_later()) {
        let mut entry = plain_entry("Webinar", day(2026, 10, 5));
        entry.aapc = Some(aapc_claim(150));
        entry.ahima = Some(ahima_claim(100));
        let mut profile = Profile::default();
        profile.hold(CredentialId::Cpc, true);
        let of_entry = Record::replacing(entry_id("a"), Content::Entry(Box::new(entry)), &[], 1, 1);
        let of_profile = Record::replacing(RecordId::Profile, Content::Profile(Box::new(profile)), &[], 1, 1);
        for (record, places) in [of_entry, of_profile].iter().zip(PLACES) {
            let text = with_later(record, places, &later).to_string();
            let mut storage = memory([(record.key().as_str(), text.as_str())]);
            let log = load(&storage).unwrap();
            let read = log.newest(&record.id).unwrap();
            check_kept(read, places, &later);

            // It is changed in a form, or by a tick, and stored.
            let content = match &read.content {
                Content::Entry(entry) => {
                    let mut draft = Draft::of(entry);
                    "Another".clone_into(&mut draft.title);
                    "2".clone_into(&mut draft.ahima.ceus);
                    let edited = draft.read(Some(entry), today()).unwrap();
                    prop_assert_eq!(edited.ahima.as_ref().unwrap().ceus, Ceus::whole(2));
                    Content::Entry(Box::new(edited))
                }
                Content::Profile(profile) => {
                    let mut profile = profile.clone();
                    profile.hold(CredentialId::Ccs, true);
                    Content::Profile(profile)
                }
                Content::Deleted => unreachable!("nothing was deleted"),
            };
            let next = Record::replacing(record.id.clone(), content, std::slice::from_ref(read), 2, 2);
            let version = Save {
                key: next.key(),
                text: next.to_json(),
                replaced: log.replaced_by(&next),
                after: None,
            };
            save(&mut storage, &version).unwrap();
            let log = load(&storage).unwrap();
            prop_assert_eq!(log.versions().count(), 1);
            check_kept(log.newest(&record.id).unwrap(), places, &later);

            // A file brings it to another device, where it is deleted: what belongs to no entry is kept even then.
            let other = Backup::read(&log.backup(today())).unwrap().log;
            check_kept(other.newest(&record.id).unwrap(), places, &later);
            let gone = Record::replacing(record.id.clone(), Content::Deleted, &[next], 3, 3);
            check_kept(&gone, &places[..1], &later);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Any bytes at all

/// Bytes as a storage hands them over.
fn any_text() -> impl Strategy<Value = String> {
    let bytes = prop::collection::vec(any::<u8>(), 0..60);
    prop_oneof![
        bytes.prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        "[\\[\\]{}:,\"0-9a-z\\\\ ]{0,40}",
    ]
}

/// What happens to an item that was fine.
#[derive(Clone, Debug)]
enum Damage {
    CutShort(Index),
    Overwritten(String),
    Patched(Index, String),
}

fn any_damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<Index>().prop_map(Damage::CutShort),
        any_text().prop_map(Damage::Overwritten),
        (any::<Index>(), "\\PC{0,3}|[{}\\[\\]\",:0-9]{0,3}")
            .prop_map(|(at, with)| Damage::Patched(at, with)),
    ]
}

impl Damage {
    fn done_to(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let before = |at: &Index| {
            letters[..at.index(letters.len())]
                .iter()
                .collect::<String>()
        };
        match self {
            Self::CutShort(at) => before(at),
            Self::Overwritten(with) => with.clone(),
            Self::Patched(at, with) => {
                let rest = letters[at.index(letters.len()) + 1..]
                    .iter()
                    .collect::<String>();
                before(at) + with + &rest
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_loaded_and_cost_no_readable_record(
        steps in any_history(),
        damages in prop::collection::vec((any::<Index>(), any_damage()), 0..6),
        strangers in prop::collection::vec(
            (prop_oneof![any_text(), "coderpath:[12]?:(entry|profile|x)?:[a:]{0,3}[0-9:-]{0,22}"], any_text()), 0..6),
    ) {
        let [mut device, ..] = history(&steps, Chance::Fair);
        let keys = device.storage.keys().unwrap();
        for (which, damage) in damages.iter().filter(|_| !keys.is_empty()) {
            let key = which.get(&keys);
            let text = device.storage.get(key).unwrap().unwrap();
            if !text.is_empty() {
                device.storage.set(key, &damage.done_to(&text)).unwrap();
            }
        }
        for (key, text) in &strangers {
            device.storage.set(key, text).unwrap();
        }

        let before = items(&device.storage);
        let person = Person::at(&device.storage, 1);
        let log = &person.state.log;
        let unread: Vec<&str> = log.unread().map(|unread| unread.key).collect();
        for (key, text) in &before {
            let Ok(record) = Record::read(key, text) else {
                prop_assert_eq!(unread.contains(&key.as_str()), is_ours(key), "{}", key);
                continue;
            };
            prop_assert_eq!(log.version(&record.id, record.stamp), Some(&record));
            let heads = log.heads(&record.id);
            let is_named = heads.iter().any(|head| head.replaces.contains(&record.stamp));
            prop_assert!(heads.contains(&&record) || is_named, "{} is nowhere", key);
            prop_assert!(!unread.contains(&key.as_str()));
        }
        prop_assert_eq!(log.versions().count() + unread.len(), before.keys().filter(|key| is_ours(key)).count());
        prop_assert_eq!(items(&device.storage), before, "what is there stays as it is");
        // And a page works with it.
        let entries = log.entries();
        let _ = person.state.ledger(&entries);
    }
}
