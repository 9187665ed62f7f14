//! A log that goes out in a link, and what a link brings.
//!
//! The page folds and unfolds: it has the browser's own compression, which answers later. What a link brought is looked at
//! as a backup is (`restoring.rs`), and only the page of its own looks: a blog's scripts can read the address of their page.

use super::{Effect, Env, Focus, State, View, restoring};
use crate::log::{Backup, LETTERS_MOST, NoParcel, Unsendable, parcel_letters, parcel_link};

/// What is known of links with a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// The link that goes out.
    pub outgoing: Outgoing,
    /// Why a link that was opened brought nothing.
    pub refused: Option<NoParcel>,
}

/// A link that is to carry the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outgoing {
    /// Nobody asked for one.
    #[default]
    Idle,
    /// The page is at it.
    Making {
        /// Of the log that it is to carry.
        imprint: u64,
    },
    /// Here it is.
    Made {
        /// The whole address.
        link: String,
        /// Of the log that it carries.
        imprint: u64,
    },
    /// There was one, and the log has changed since.
    Outdated,
    /// The log goes by file.
    Unsendable(Unsendable),
    /// This browser, or this page, cannot make one.
    Unable,
}

impl Sending {
    /// Drops a link that carries another log than this one by now.
    pub(super) fn look_again(&mut self, imprint: impl Fn() -> u64) {
        if let Outgoing::Making { imprint: of } | Outgoing::Made { imprint: of, .. } =
            &self.outgoing
            && *of != imprint()
        {
            self.outgoing = Outgoing::Outdated;
        }
    }
}

/// Has the log folded up for a link.
pub(super) fn make(state: &mut State, env: Env) -> Option<Effect> {
    state.copied = None;
    let (outgoing, text) = match state.log.parcel(env.today) {
        Ok(text) => {
            let imprint = state.log.imprint();
            (Outgoing::Making { imprint }, Some(text))
        }
        Err(why) => (Outgoing::Unsendable(why), None),
    };
    state.sending.outgoing = outgoing;
    text.map(Effect::Fold)
}

/// The page has folded the log: the address of the page of its own, `#`, and the letters.
pub(super) fn folded(state: &mut State, folded: Result<String, NoParcel>) {
    let Outgoing::Making { imprint } = state.sending.outgoing else {
        return;
    };
    let link = folded.and_then(|folded| match folded.rsplit_once('#') {
        // What hardly compresses is too long in letters only.
        Some((_, letters)) if letters.len() > LETTERS_MOST => Err(NoParcel::TooLarge),
        Some((page, letters)) => Ok(parcel_link(page, letters)),
        None => Ok(None),
    });
    state.sending.outgoing = match link {
        Ok(Some(link)) => Outgoing::Made { link, imprint },
        Err(NoParcel::TooLarge) => Outgoing::Unsendable(Unsendable::TooLarge),
        Ok(None) | Err(_) => Outgoing::Unable,
    };
}

/// A link that brings a log was opened.
pub(super) fn receive(state: &mut State, fragment: &str) -> Vec<Effect> {
    if !state.place.is_home {
        return Vec::new();
    }
    match parcel_letters(fragment) {
        Ok(letters) => vec![Effect::Unfold(letters.to_owned())],
        Err(why) => show(state, Err(why)),
    }
}

/// The page has unfolded what a link brought.
pub(super) fn unfolded(state: &mut State, text: Result<String, NoParcel>) -> Vec<Effect> {
    let read = text.and_then(|text| Backup::of_parcel(&text));
    show(state, read)
}

/// Shows what came, where a backup is shown. Nothing of it is written.
fn show(state: &mut State, read: Result<Backup, NoParcel>) -> Vec<Effect> {
    state.view = View::Log;
    state.audit_pack.open = None;
    let mut effects = restoring::close(state);
    match read {
        Ok(backup) => restoring::receive(state, backup),
        Err(why) => state.sending.refused = Some(why),
    }
    effects.push(Effect::Focus(Focus::Restoring));
    effects
}
