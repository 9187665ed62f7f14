//! From what a person types to an entry, without losing any of it.

use chrono::{Datelike, NaiveDate};

use super::entry::{
    AapcClaim, ActivityKind, AhimaClaim, AhimaSource, Approval, Domain, Entry, Pin, State,
};
use super::json::{format_day, parse_day};
use super::trimmed;
use crate::rules::{Ceus, CeusError};

/// The longest title, in characters. AAPC's and AHIMA's titles fit with room to spare.
pub const TITLE_MOST: usize = 300;
const TEXT_MOST: usize = 2_000;

/// What a date field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A text; "2026-11-23" for the day that it shows in the reader's own way.
    Text(String),
    /// Something that the field itself could not read as a day and does not hand over, such as 31 February.
    /// It stays in the field as it was typed.
    Unreadable,
}

impl Default for Typed {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Typed {
    /// What a date field that shows this day holds.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::log::Typed;
    /// let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// assert_eq!(Typed::day(day).text(), "2026-11-23");
    /// ```
    pub fn day(day: NaiveDate) -> Self {
        Self::Text(format_day(day))
    }

    /// The text to be put into the field.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Unreadable => "",
        }
    }

    /// Reads it as a day.
    ///
    /// # Errors
    /// What is wrong with it.
    ///
    /// ```
    /// use coderpath::log::{Fault, Typed};
    /// assert!(Typed::Text("2028-02-29".into()).read().is_ok());
    /// assert_eq!(Typed::Text("2026-02-29".into()).read(), Err(Fault::NoSuchDay));
    /// assert_eq!(Typed::Unreadable.read(), Err(Fault::NoSuchDay));
    /// ```
    pub fn read(&self) -> Result<NaiveDate, Fault> {
        let Self::Text(text) = self else {
            return Err(Fault::NoSuchDay);
        };
        let text = text.trim();
        if text.is_empty() {
            return Err(Fault::Missing);
        }
        let day = parse_day(text).ok_or(Fault::NoSuchDay)?;
        if (1990..=2100).contains(&day.year()) {
            Ok(day)
        } else {
            Err(Fault::FarAwayDay)
        }
    }
}

/// An entry as it stands in a form: text as it was typed, right or wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The day.
    pub date: Typed,
    /// The title.
    pub title: String,
    /// The sponsor.
    pub sponsor: String,
    /// The index number.
    pub index_number: String,
    /// The kind's short name.
    pub kind: Option<ActivityKind>,
    /// Whether it is still to come.
    pub state: State,
    /// The claim on AAPC.
    pub aapc: AapcDraft,
    /// The claim on AHIMA.
    pub ahima: AhimaDraft,
    /// Remarks.
    pub notes: String,
}

/// A claim on AAPC as it stands in a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AapcDraft {
    /// Whether the entry claims anything from AAPC. What was typed below stays when it does not.
    pub is_claimed: bool,
    /// CEUs, as typed.
    pub ceus: String,
    /// The letters of what it was approved for, as typed: with a comma between them.
    pub approved_for: String,
    /// See [`AapcClaim`].
    pub pre_approved: bool,
    /// See [`AapcClaim`].
    pub cms: bool,
    /// See [`AapcClaim`].
    pub pin: Pin,
    /// See [`AapcClaim`].
    pub certificate: bool,
    /// See [`AapcClaim`].
    pub entered: bool,
}

/// A claim on AHIMA as it stands in a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AhimaDraft {
    /// Whether the entry claims anything from AHIMA. What was typed below stays when it does not.
    pub is_claimed: bool,
    /// CEUs, as typed.
    pub ceus: String,
    /// See [`AhimaClaim`].
    pub domain: Option<Domain>,
    /// See [`AhimaClaim`].
    pub source: Option<AhimaSource>,
    /// See [`AhimaClaim`].
    pub pin: Pin,
    /// See [`AhimaClaim`].
    pub certificate: bool,
    /// See [`AhimaClaim`].
    pub entered: bool,
}

/// A field that can be at fault, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The day.
    Date,
    /// The choice of bodies.
    Bodies,
    /// AAPC's CEUs.
    AapcCeus,
    /// AHIMA's CEUs.
    AhimaCeus,
    /// The sponsor.
    Sponsor,
    /// The index number.
    IndexNumber,
    /// What AAPC approved it for.
    ApprovedFor,
    /// The remarks.
    Notes,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was given, and something is needed.
    Missing,
    /// There is no such day, or it is not written as one.
    NoSuchDay,
    /// A day so far away that it must be a slip: before 1990 or after 2100.
    FarAwayDay,
    /// The activity is said to be done, and its day is still to come.
    DoneInFuture,
    /// It has more characters than this.
    TooLong(usize),
    /// It is not an amount of CEUs.
    Ceus(CeusError),
    /// No body was chosen, so the entry claims nothing.
    NoBody,
}

/// A field and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// Where.
    pub field: Field,
    /// What.
    pub fault: Fault,
}

impl Draft {
    /// A form filled with an entry, to be changed.
    pub fn of(entry: &Entry) -> Self {
        Self {
            date: Typed::day(entry.date),
            title: entry.title.clone(),
            sponsor: entry.sponsor.clone(),
            index_number: entry.index_number.clone(),
            kind: Some(entry.kind),
            state: entry.state,
            aapc: entry
                .aapc
                .as_ref()
                .map_or_else(AapcDraft::default, |claim| AapcDraft {
                    is_claimed: true,
                    ceus: claim.ceus.to_string(),
                    approved_for: approvals(&claim.approved_for),
                    pre_approved: claim.pre_approved,
                    cms: claim.cms,
                    pin: claim.pin.clone(),
                    certificate: claim.certificate,
                    entered: claim.entered,
                }),
            ahima: entry
                .ahima
                .as_ref()
                .map_or_else(AhimaDraft::default, |claim| AhimaDraft {
                    is_claimed: true,
                    ceus: claim.ceus.to_string(),
                    domain: claim.domain,
                    source: claim.source,
                    pin: claim.pin.clone(),
                    certificate: claim.certificate,
                    entered: claim.entered,
                }),
            notes: entry.notes.clone(),
        }
    }

    /// Reads the form as an entry. What `earlier` has and the form does not show is kept.
    ///
    /// # Errors
    /// Every field that is at fault, in the order of the form; the draft itself stays as it was typed.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::log::{AapcDraft, Draft, Fault, Typed};
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let mut draft = Draft { date: Typed::day(today), title: "Modifiers".into(), ..Draft::default() };
    /// assert_eq!(draft.read(None, today).unwrap_err()[0].fault, Fault::NoBody);
    /// draft.aapc = AapcDraft { is_claimed: true, ceus: "1.5".into(), ..AapcDraft::default() };
    /// assert_eq!(draft.read(None, today).unwrap().title, "Modifiers");
    /// ```
    pub fn read(
        &self,
        earlier: Option<&Entry>,
        today: NaiveDate,
    ) -> Result<Entry, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut fault = |field, fault| faults.push(FieldFault { field, fault });

        let date = self.date.read().and_then(|day| {
            if self.state == State::Done && day > today {
                Err(Fault::DoneInFuture)
            } else {
                Ok(day)
            }
        });
        if trimmed(&self.title).is_empty() {
            fault(Field::Title, Fault::Missing);
        } else if let Some(why) = too_long(&self.title, TITLE_MOST) {
            fault(Field::Title, why);
        }
        if let Err(why) = date {
            fault(Field::Date, why);
        }
        if !self.aapc.is_claimed && !self.ahima.is_claimed {
            fault(Field::Bodies, Fault::NoBody);
        }
        let mut amount = |field, text: &str| {
            text.parse::<Ceus>()
                .map_err(|why| fault(field, Fault::Ceus(why)))
                .ok()
        };
        let aapc = self
            .aapc
            .is_claimed
            .then_some(&self.aapc)
            .and_then(|draft| {
                let before = earlier.and_then(|entry| entry.aapc.as_ref());
                Some(AapcClaim {
                    ceus: amount(Field::AapcCeus, &draft.ceus)?,
                    // Names that the form would write otherwise stay as they are while nobody changes them.
                    approved_for: before
                        .map(|claim| &claim.approved_for)
                        .filter(|approved_for| approvals(approved_for) == draft.approved_for)
                        .cloned()
                        .unwrap_or_else(|| {
                            let named = letters(&draft.approved_for).into_iter();
                            named.map(|name| Approval(name.to_owned())).collect()
                        }),
                    cms: draft.cms,
                    pin: draft.pin.clone(),
                    pre_approved: draft.pre_approved,
                    certificate: draft.certificate,
                    entered: draft.entered,
                    unknown: before
                        .map(|claim| claim.unknown.clone())
                        .unwrap_or_default(),
                })
            });
        let ahima = self
            .ahima
            .is_claimed
            .then_some(&self.ahima)
            .and_then(|draft| {
                let before = earlier.and_then(|entry| entry.ahima.as_ref());
                Some(AhimaClaim {
                    ceus: amount(Field::AhimaCeus, &draft.ceus)?,
                    domain: draft.domain,
                    source: draft.source,
                    pin: draft.pin.clone(),
                    certificate: draft.certificate,
                    entered: draft.entered,
                    unknown: before
                        .map(|claim| claim.unknown.clone())
                        .unwrap_or_default(),
                })
            });
        for (field, text, most) in [
            (Field::Sponsor, &self.sponsor, TITLE_MOST),
            (Field::IndexNumber, &self.index_number, TITLE_MOST),
            (Field::ApprovedFor, &self.aapc.approved_for, TITLE_MOST),
            (Field::Notes, &self.notes, TEXT_MOST),
        ] {
            if let Some(why) = too_long(text, most) {
                fault(field, why);
            }
        }
        match date {
            Ok(date) if faults.is_empty() => Ok(Entry {
                date,
                title: trimmed(&self.title).to_owned(),
                sponsor: trimmed(&self.sponsor).to_owned(),
                index_number: trimmed(&self.index_number).to_owned(),
                kind: self.kind.unwrap_or(ActivityKind::Event),
                state: self.state,
                aapc,
                ahima,
                notes: trimmed(&self.notes).to_owned(),
                unknown: earlier
                    .map(|entry| entry.unknown.clone())
                    .unwrap_or_default(),
            }),
            _ => Err(faults),
        }
    }
}

/// What an activity was approved for, as a form has it.
pub(crate) fn approvals(approved_for: &[Approval]) -> String {
    let mut told = String::new();
    for approval in approved_for {
        if !told.is_empty() {
            told.push_str(", ");
        }
        told.push_str(&approval.0);
    }
    told
}

/// The letters of credentials as they are typed: with commas, semicolons or new lines between. None stands twice.
///
/// ```
/// use coderpath::log::letters;
/// assert_eq!(letters(" Core A,CPMA; CPMA,"), ["Core A", "CPMA"]);
/// ```
pub fn letters(typed: &str) -> Vec<&str> {
    let mut letters: Vec<&str> = Vec::new();
    for part in typed.split([',', ';', '\n']) {
        let part = trimmed(part);
        if !part.is_empty() && !letters.contains(&part) {
            letters.push(part);
        }
    }
    letters
}

fn too_long(text: &str, most: usize) -> Option<Fault> {
    // No text has more characters than bytes, and nearly all are far from the most.
    (text.len() > most && text.trim().chars().count() > most).then_some(Fault::TooLong(most))
}
