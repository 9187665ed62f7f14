//! The audit pack of a body: whether it is open, and the name that is printed on it.
//!
//! The name is no part of the log, so no backup hands it on. It stays in memory, unless the reader wants it remembered:
//! then it is stored beside the log, under a key of its own, and gone from there at once when they no longer want it.

use super::{Effect, Focus};
use crate::rules::Body;
use crate::store::{NAME_KEY, Save};

/// How many characters of a stored name are read. Whatever put more there, it is no name.
const LONGEST_NAME: usize = 200;

/// The audit pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditPack {
    /// The body whose pack is open, for the period that is looked at.
    pub open: Option<Body>,
    /// The holder's name, as it was typed.
    pub name: String,
    /// Whether this browser is to remember it.
    pub is_kept: bool,
    /// Whether it was to, and did not.
    pub is_refused: bool,
    /// Whether the pack was to be printed, and nothing was heard of that since.
    pub is_waiting: bool,
}

/// What can be done with the audit pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackChange {
    /// That of this body is to be seen.
    Open(Body),
    /// It is to be seen no longer.
    Close,
    /// This is the holder's name.
    Name(String),
    /// This browser is to remember the name, or no longer.
    Keep(bool),
    /// This browser did not store the name.
    NotKept,
    /// It is to be printed.
    Print,
}

impl AuditPack {
    /// Carries a change out. Where the log lives in memory only, so does the name.
    pub(super) fn change(&mut self, change: PackChange, in_memory: bool) -> Option<Effect> {
        self.is_waiting = false;
        self.is_refused = false;
        match change {
            PackChange::Open(body) => {
                self.open = Some(body);
                Some(Effect::Focus(Focus::AuditPack))
            }
            PackChange::Close => {
                let body = self.open.take()?;
                Some(Effect::Focus(Focus::OpenAuditPack(body)))
            }
            PackChange::Name(name) => {
                self.name = name;
                self.is_kept.then(|| self.keep())
            }
            PackChange::Keep(true) if in_memory => {
                self.is_refused = true;
                None
            }
            PackChange::Keep(true) => {
                self.is_kept = true;
                Some(self.keep())
            }
            PackChange::Keep(false) => {
                self.is_kept = false;
                Some(Effect::DropDraft(NAME_KEY.to_owned()))
            }
            // What was stored of it before goes too: the box says that there is none.
            PackChange::NotKept => {
                self.is_kept = false;
                self.is_refused = true;
                Some(Effect::DropDraft(NAME_KEY.to_owned()))
            }
            PackChange::Print => {
                self.is_waiting = true;
                Some(Effect::Print)
            }
        }
    }

    fn keep(&self) -> Effect {
        Effect::KeepName(Save::item(NAME_KEY.to_owned(), self.name.clone()))
    }

    /// Takes in what this browser remembers, as it was found or as another tab changed it. A name that was typed here and
    /// not remembered stays in its field.
    pub(super) fn hear_of_name(&mut self, stored: Option<&str>) {
        if let Some(stored) = stored
            && (self.is_kept || self.name.is_empty())
        {
            self.name = stored.chars().take(LONGEST_NAME).collect();
        }
        self.is_kept = stored.is_some();
    }
}
