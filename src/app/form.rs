//! What is being typed: an entry, and the dates and numbers of the profile.

use std::mem::replace;

use chrono::NaiveDate;

use super::Effect;
use crate::log::{
    ActivityKind, AhimaSource, Domain, Draft, EntryId, Fault, Field, FieldFault, KeptDraft, Pin,
    Profile, Record, RecordId, State as EntryState, TITLE_MOST, Typed, Unreadable, letters,
};
use crate::rules::{Body, Ceus, CredentialId};
use crate::store::Save;

/// The form of an entry, new or old.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The entry that is changed, and the version from which the change started; `None` for a new one. The version is
    /// kept whole, because another tab may replace and remove it meanwhile.
    pub editing: Option<(EntryId, Box<Record>)>,
    /// What was typed.
    pub draft: Draft,
    /// What was chosen before the present choice of where its claim from AAPC is to count: it can be chosen again.
    pub aapc_before: Pin,
    /// The same of AHIMA.
    pub ahima_before: Pin,
    /// What is wrong with it, since it was last to be saved.
    pub faults: Vec<FieldFault>,
    /// Whether the fields that are seldom needed are shown. Else they are not even drawn: most activities are saved without.
    pub is_unfolded: bool,
    /// The storage key under which it is kept while it is being typed.
    pub key: String,
    /// The storage keys under which something of it may be kept: none while nothing was typed.
    pub kept: Vec<String>,
}

/// What was being typed when its widget went.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The storage key under which it is kept.
    pub key: String,
    /// What was typed, or the text as it is stored if that is damaged.
    pub kept: Result<KeptDraft, String>,
}

impl Offer {
    /// What is stored under the key of a draft; `None` if it is for a later release to offer.
    pub(super) fn read(key: String, text: String) -> Option<Self> {
        let kept = match KeptDraft::read(&text) {
            Ok(kept) => Ok(kept),
            Err(Unreadable::Newer(_)) => return None,
            Err(_) => Err(text),
        };
        Some(Self { key, kept })
    }
}

/// Something typed or ticked in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The day.
    Date(Typed),
    /// The text of a field.
    Text(Field, String),
    /// The kind.
    Kind(ActivityKind),
    /// Planned or done.
    State(EntryState),
    /// Whether AAPC is claimed from.
    Aapc(bool),
    /// Whether AAPC agreed beforehand.
    AapcPreApproved(bool),
    /// Whether it is web training of CMS.
    AapcCms(bool),
    /// In which cycle of AAPC's it is to count, by the day on which that one is due; `None` leaves it to the ledger.
    AapcPinDue(Option<NaiveDate>),
    /// Towards which credential or specialty of AAPC's it is to count; empty leaves it to the ledger.
    AapcPinCredential(String),
    /// Whether AAPC's certificate is on file.
    AapcCertificate(bool),
    /// Whether it is in AAPC's tracker.
    AapcEntered(bool),
    /// Whether AHIMA is claimed from.
    Ahima(bool),
    /// AHIMA's domain.
    AhimaDomain(Option<Domain>),
    /// AHIMA's source.
    AhimaSource(Option<AhimaSource>),
    /// In which cycle of AHIMA's it is to count, by that one's last day; `None` leaves it to the ledger.
    AhimaPinDue(Option<NaiveDate>),
    /// Whether AHIMA's certificate is on file.
    AhimaCertificate(bool),
    /// Whether it is in AHIMA's CEU Center.
    AhimaEntered(bool),
}

impl Form {
    /// Whether a field is among those that are seldom needed.
    const fn is_folded(field: Field) -> bool {
        matches!(field, Field::ApprovedFor | Field::Notes)
    }

    /// Notes what is wrong with what was typed, and shows the fields that it is wrong with.
    pub(super) fn find_fault(&mut self, faults: Vec<FieldFault>) {
        // The state is among the folded fields, and it may be what is wrong.
        self.is_unfolded |= faults
            .iter()
            .any(|of| of.fault == Fault::DoneInFuture || Self::is_folded(of.field));
        self.faults = faults;
    }

    /// A form for a new entry.
    pub(super) fn new(draft: Draft, key: String) -> Self {
        Self {
            editing: None,
            // A day to come needs the state, which is among these fields.
            is_unfolded: draft.state == EntryState::Planned,
            draft,
            aapc_before: Pin::default(),
            ahima_before: Pin::default(),
            faults: Vec::new(),
            key,
            kept: Vec::new(),
        }
    }

    /// A form in which a version is changed, or what was made of it.
    pub(super) fn of(record: Record, draft: Draft, key: String) -> Self {
        let mut form = Self::new(draft, key);
        if let RecordId::Entry(id) = &record.id {
            form.editing = Some((id.clone(), Box::new(record)));
            form.is_unfolded = true;
        }
        form
    }

    /// Keeps what is being typed under the form's own key, in place of whatever it was kept under before.
    pub(super) fn keep(&mut self, today: NaiveDate) -> Effect {
        let kept = KeptDraft {
            day: today,
            editing: self
                .editing
                .as_ref()
                .map(|(_, record)| Record::clone(record)),
            draft: self.draft.clone(),
        };
        let replaced = self
            .kept
            .iter()
            .filter(|key| **key != self.key)
            .cloned()
            .collect();
        if !self.kept.contains(&self.key) {
            self.kept.push(self.key.clone());
        }
        Effect::KeepDraft(Save {
            key: self.key.clone(),
            text: kept.to_json(),
            replaced,
            after: None,
        })
    }

    /// The form with a change. A fault stays beside its field until the form is to be saved again.
    pub(super) fn change(&mut self, change: Change) {
        let draft = &mut self.draft;
        match change {
            Change::Date(typed) => draft.date = typed,
            Change::Text(field, text) => match field {
                Field::Title => draft.title = text,
                Field::Sponsor => draft.sponsor = text,
                Field::IndexNumber => draft.index_number = text,
                Field::ApprovedFor => draft.aapc.approved_for = text,
                Field::Notes => draft.notes = text,
                Field::AapcCeus => draft.aapc.ceus = text,
                Field::AhimaCeus => draft.ahima.ceus = text,
                // These two are no texts.
                Field::Date | Field::Bodies => {}
            },
            Change::Kind(kind) => draft.kind = Some(kind),
            Change::State(state) => draft.state = state,
            Change::Aapc(is_claimed) => draft.aapc.is_claimed = is_claimed,
            Change::AapcPreApproved(yes) => draft.aapc.pre_approved = yes,
            Change::AapcCms(yes) => draft.aapc.cms = yes,
            Change::AapcPinDue(due) => {
                self.aapc_before.due = replace(&mut draft.aapc.pin.due, due);
            }
            Change::AapcPinCredential(code) => {
                self.aapc_before.credential = replace(&mut draft.aapc.pin.credential, code);
            }
            Change::AapcCertificate(yes) => draft.aapc.certificate = yes,
            Change::AapcEntered(yes) => draft.aapc.entered = yes,
            Change::Ahima(is_claimed) => draft.ahima.is_claimed = is_claimed,
            Change::AhimaDomain(domain) => draft.ahima.domain = domain,
            Change::AhimaSource(source) => draft.ahima.source = source,
            Change::AhimaPinDue(due) => {
                self.ahima_before.due = replace(&mut draft.ahima.pin.due, due);
            }
            Change::AhimaCertificate(yes) => draft.ahima.certificate = yes,
            Change::AhimaEntered(yes) => draft.ahima.entered = yes,
        }
    }
}

/// A date, a number or a text of the profile that a person types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileField {
    /// Since when a credential is held.
    Since(CredentialId),
    /// The specialties for which AAPC asks CEUs of their own, with a comma between them.
    Specialties,
    /// The day on which AAPC's CEUs are due.
    AapcDue,
    /// The total that AAPC's tracker shows.
    AapcTracker,
    /// The day on which AHIMA's cycle began.
    AhimaStart,
    /// The total that AHIMA's CEU Center shows.
    AhimaTracker,
    /// When the cycle of a body that ends on this day was submitted.
    Submitted(Body, NaiveDate),
}

/// What was typed into a field of the profile and is not in the profile: not yet, or because it is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileTyping {
    /// Where.
    pub field: ProfileField,
    /// As it was typed.
    pub typed: Typed,
    /// What is wrong, once the field was left.
    pub fault: Option<Fault>,
    /// What the profile had before the first key press. A date is taken as soon as it is one, so on the way to a wrong one
    /// another may have been; then this is put back.
    pub before: String,
}

impl ProfileField {
    /// Whether it is a day. A field of one says that it changed at each part of it.
    pub const fn is_day(self) -> bool {
        !matches!(
            self,
            Self::Specialties | Self::AapcTracker | Self::AhimaTracker
        )
    }

    /// What the profile has in this field, as text.
    pub fn text(self, profile: &Profile) -> String {
        let day = |day: Option<NaiveDate>| {
            day.map(|day| Typed::day(day).text().to_owned())
                .unwrap_or_default()
        };
        let amount = |ceus: Option<Ceus>| ceus.map(|ceus| ceus.to_string()).unwrap_or_default();
        match self {
            Self::Since(id) => day(profile.since(id)),
            Self::Specialties => profile.specialties.join(", "),
            Self::AapcDue => day(profile.aapc_due),
            Self::AapcTracker => amount(profile.aapc_tracker),
            Self::AhimaStart => day(profile.ahima_start),
            Self::AhimaTracker => amount(profile.ahima_tracker),
            Self::Submitted(body, due) => day(profile.submitted(body, due)),
        }
    }

    /// Puts what was typed into the profile. An empty field takes back what was there.
    pub(super) fn set(
        self,
        profile: &mut Profile,
        typed: &Typed,
        today: NaiveDate,
    ) -> Result<(), Fault> {
        let day = || match typed.read() {
            Err(Fault::Missing) => Ok(None),
            day => day.map(Some),
        };
        let amount = || match typed.text().trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(Fault::Ceus),
        };
        match self {
            Self::Since(id) => profile.hold_since(id, day()?),
            Self::Specialties => profile.specialties = specialties(typed.text())?,
            Self::AapcDue => profile.aapc_due = day()?,
            Self::AapcTracker => {
                let before = replace(&mut profile.aapc_tracker, amount()?);
                if profile.aapc_tracker != before {
                    profile.aapc_tracker_on = profile.aapc_tracker.map(|_| today);
                }
            }
            Self::AhimaStart => profile.ahima_start = day()?,
            Self::AhimaTracker => {
                let before = replace(&mut profile.ahima_tracker, amount()?);
                if profile.ahima_tracker != before {
                    profile.ahima_tracker_on = profile.ahima_tracker.map(|_| today);
                }
            }
            Self::Submitted(body, due) => profile.submit(body, due, day()?),
        }
        Ok(())
    }
}

/// What is typed with commas between, none twice.
fn specialties(typed: &str) -> Result<Vec<String>, Fault> {
    if typed.chars().count() > TITLE_MOST {
        return Err(Fault::TooLong(TITLE_MOST));
    }
    Ok(letters(&typed.to_ascii_uppercase())
        .into_iter()
        .map(str::to_owned)
        .collect())
}
