//! What is said of links that carry a log.

use super::WORDS;
use super::figure::{Figure, figure};
use super::ledger::activities;
use super::text::{fill, section};
use crate::app::{DateOrder, Outgoing};
use crate::log::{MOST_IN_LINK, NoParcel, PARCEL_MOST, Unsendable};

section! {
    /// Links that carry a log.
    SendingTexts {
        about: "A link can carry the log itself to the page of its own, on this device or on another: up to {0}. The log stands in the link after the “#”, which browsers send to no server.",
        make: "Make a link",
        making: "The link is being made.",
        made: "The link is ready. It opens {0}.",
        outdated: "The log has changed since the link was made. Make it again.",
        label: "A link with this log in it",
        hint: "Whoever has this link can read the log. The service by which you send it may keep it, and so may the history of the browser that opens it. There you are first told what it would change; here nothing is taken away.",
        open: "Open it on the page of its own",

        too_many: "This log has {0}, and a link carries up to {1}. Download a backup and open that file there instead.",
        too_large: "This log is too long for a link. Download a backup and open that file there instead.",
        unable: "This browser cannot make a link with a log in it. Download a backup and open that file there instead.",

        came: "The link that you opened brought a log. Nothing of it is stored unless you restore it.",
        damaged: "The link that you opened was to bring a log, but it is damaged, perhaps cut off on its way. Nothing was taken from it. Open the whole link again, or make a new one, or use a backup.",
        newer: "The link that you opened was made by a newer release, which this one cannot read. Reload the page to get that release, then open the link again.",
        too_much: "The link that you opened brings more than a link may: at most {0} characters are read. Nothing was taken from it. Use a backup instead.",
        cannot_read: "This browser cannot read a log from a link. Use a backup instead.",
    }
}

/// What a link is for, and how much it carries.
pub fn about_link() -> String {
    fill(WORDS.sending.about, &[&activities(MOST_IN_LINK)])
}

/// How it stands with the link that is to carry the log.
pub fn outgoing(outgoing: &Outgoing) -> Option<String> {
    let texts = &WORDS.sending;
    Some(match outgoing {
        Outgoing::Idle => return None,
        Outgoing::Making { .. } => texts.making.to_owned(),
        Outgoing::Made { link, .. } => {
            let page = link.split('#').next().unwrap_or_default();
            fill(texts.made, &[page])
        }
        Outgoing::Outdated => texts.outdated.to_owned(),
        Outgoing::Unsendable(Unsendable::TooMany(many)) => fill(
            texts.too_many,
            &[&activities(*many), &activities(MOST_IN_LINK)],
        ),
        Outgoing::Unsendable(Unsendable::TooLarge) => texts.too_large.to_owned(),
        Outgoing::Unable => texts.unable.to_owned(),
    })
}

/// Why a link that was opened brought nothing.
pub fn no_parcel(why: NoParcel, dates: DateOrder) -> String {
    let texts = &WORDS.sending;
    match why {
        NoParcel::Damaged => texts.damaged.to_owned(),
        NoParcel::Newer => texts.newer.to_owned(),
        NoParcel::TooLarge => {
            let most = u32::try_from(PARCEL_MOST).unwrap_or(u32::MAX);
            fill(texts.too_much, &[&figure(Figure::Number(most), dates)])
        }
        NoParcel::Unable => texts.cannot_read.to_owned(),
    }
}
