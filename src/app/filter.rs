//! Which entries of the list are shown.

use super::matches;
use crate::log::{ActivityKind, Entry, Shown, State};
use crate::rules::Body;

/// What the reader searches for. All of it must be so; what is empty or `None` says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, each of which stands in the title, the sponsor, the index number or the notes.
    pub text: String,
    /// The body that it counts for. What is asked of claims below is then asked of this body's alone.
    pub body: Option<Body>,
    /// The kind.
    pub kind: Option<ActivityKind>,
    /// How far it is.
    pub status: Option<Status>,
    /// Whether it is done and a certificate is missing.
    pub lacks_certificate: bool,
    /// Whether versions of it were made apart.
    pub has_conflict: bool,
}

/// How far an activity is, from a plan to the body's own tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// To come.
    Planned,
    /// Done, and not yet in every tracker that it belongs into.
    Done,
    /// Done, and in every tracker that it belongs into.
    Entered,
}

impl Status {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Done, Self::Entered];

    /// A short name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Entered => "entered",
        }
    }

    /// The one with this short name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// A change of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterChange {
    /// Other words.
    Text(String),
    /// Another body.
    Body(Option<Body>),
    /// Another kind.
    Kind(Option<ActivityKind>),
    /// Another state.
    Status(Option<Status>),
    /// Whether the certificate is to be missing.
    LacksCertificate(bool),
    /// Whether versions of it are to have been made apart.
    HasConflict(bool),
}

impl Filter {
    /// Whether anything is searched for.
    pub fn is_on(&self) -> bool {
        !self.text.trim().is_empty()
            || self.body.is_some()
            || self.kind.is_some()
            || self.status.is_some()
            || self.lacks_certificate
            || self.has_conflict
    }

    /// Whether an entry is shown.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::app::Filter;
    /// use coderpath::log::{AapcDraft, Draft, EntryId, Shown, Typed};
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let aapc = AapcDraft { is_claimed: true, ceus: "1".into(), ..AapcDraft::default() };
    /// let draft = Draft { date: Typed::day(today), title: "Modifiers 25 and 59".into(), aapc, ..Draft::default() };
    /// let entry = draft.read(None, today).unwrap();
    /// let id = EntryId::new(1);
    /// let shown = Shown::of(&id, &entry);
    /// let with = |text: &str| Filter { text: text.into(), ..Filter::default() };
    /// assert!(with("59 modifiers").admits(&shown) && !with("modifiers 26").admits(&shown));
    /// ```
    pub fn admits(&self, shown: &Shown<'_>) -> bool {
        let entry = shown.entry;
        let claims: Vec<(Body, bool, bool)> = claims(entry)
            .into_iter()
            .flatten()
            .filter(|(body, ..)| self.body.is_none_or(|wanted| wanted == *body))
            .collect();
        let is_entered = !claims.is_empty() && claims.iter().all(|(_, _, entered)| *entered);
        let status = match entry.state {
            State::Planned => Status::Planned,
            State::Done if is_entered => Status::Entered,
            State::Done => Status::Done,
        };
        let texts = [
            entry.title.as_str(),
            &entry.sponsor,
            &entry.index_number,
            &entry.notes,
        ];
        (shown.has_conflict || !self.has_conflict)
            && (self.body.is_none() || !claims.is_empty())
            && self.kind.is_none_or(|kind| kind == entry.kind)
            && self.status.is_none_or(|wanted| wanted == status)
            && (!self.lacks_certificate
                || (entry.state == State::Done
                    && claims.iter().any(|(_, certificate, _)| !certificate)))
            && matches(&texts.join("\n"), &self.text)
    }

    pub(super) fn change(&mut self, change: FilterChange) {
        match change {
            FilterChange::Text(text) => self.text = text,
            FilterChange::Body(body) => self.body = body,
            FilterChange::Kind(kind) => self.kind = kind,
            FilterChange::Status(status) => self.status = status,
            FilterChange::LacksCertificate(yes) => self.lacks_certificate = yes,
            FilterChange::HasConflict(yes) => self.has_conflict = yes,
        }
    }
}

/// Each claim: whose, whether its certificate is on file, whether it is in the tracker.
fn claims(entry: &Entry) -> [Option<(Body, bool, bool)>; 2] {
    [Body::Aapc, Body::Ahima]
        .map(|body| Some((body, entry.has_certificate(body)?, entry.is_entered(body)?)))
}
