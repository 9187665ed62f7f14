//! What the holder tells of themselves: what they hold and since when, and the dates and numbers of the bodies' trackers.

use chrono::Month;
use yew::prelude::*;

use super::Send;
use super::parts::{self, FieldParts, Leaving, line, text_of};
use crate::app::{Action, Focus, ProfileField, ProfileTyping, State};
use crate::log::{Profile, Typed};
use crate::rules::{Body, Edition};
use crate::words::{self, WORDS};

/// What is asked, once it is unfolded.
pub(super) fn view(state: &State, send: &Send) -> Html {
    let is_open = state.shows_holdings();
    let on_toggle = parts::on_toggle(is_open, send, Action::OpenHoldings);
    html! {
        <details class="period" open={is_open} ontoggle={on_toggle}>
            <summary>{ WORDS.log.my_period }</summary>
            if is_open {
                { asked(state, send) }
            }
        </details>
    }
}

/// What is asked, in the order in which a person knows it.
fn asked(state: &State, send: &Send) -> Html {
    let profile = state.log.profile();
    let edition = state.edition();
    let field = |which| field(&profile, &state.profile_typing, which, send);
    let held = profile.holdings();
    let mut fields = Vec::new();
    for id in held.named() {
        let since = field(ProfileField::Since(*id));
        fields.push((id.code(), since));
    }
    if is_asked(Body::Aapc, &profile) {
        fields.push(("month", renewal_month(&profile, send)));
        fields.push(("aapc-due", field(ProfileField::AapcDue)));
        fields.push(("aapc-tracker", field(ProfileField::AapcTracker)));
        fields.push(("table", table(edition, send)));
        fields.push(("specialties", field(ProfileField::Specialties)));
    }
    if is_asked(Body::Ahima, &profile) {
        fields.push(("ahima-start", field(ProfileField::AhimaStart)));
        fields.push(("ahima-tracker", field(ProfileField::AhimaTracker)));
    }
    html! {
        <div>
            { line("fine", WORDS.log.my_period_why) }
            <div id={parts::id_of(&Focus::Holdings)} role="group" tabindex="-1" aria-label={WORDS.log.my_period}>
                { parts::holdings(&held, send) }
            </div>
            { parts::fields(fields) }
        </div>
    }
}

/// Whether anything is to be asked about a body: of one whose credentials are not held only what was told already, so
/// that it can be taken back; where nothing is held yet, of both.
fn is_asked(body: Body, profile: &Profile) -> bool {
    let held = profile.holdings();
    let is_told = match body {
        Body::Aapc => {
            profile.aapc_due.is_some()
                || profile.aapc_month.is_some()
                || profile.aapc_tracker.is_some()
                || !profile.specialties.is_empty()
        }
        Body::Ahima => profile.ahima_start.is_some() || profile.ahima_tracker.is_some(),
    };
    held.is_empty() || held.count(body) > 0 || is_told
}

/// The month in which the membership is renewed, for one who does not know the day.
fn renewal_month(profile: &Profile, send: &Send) -> Html {
    let field = FieldParts {
        id: "aapc-month".into(),
        label: WORDS.log.aapc_month.into(),
        hint: WORDS.log.aapc_month_hint,
        fault: None,
    };
    let chosen = profile.aapc_month.map(|month| month.number_from_month());
    let mut options = vec![("".into(), WORDS.log.month_unknown.into(), chosen.is_none())];
    for number in 1..=12 {
        options.push((
            number.to_string().into(),
            words::month(number - 1).into(),
            chosen == Some(number),
        ));
    }
    let on_change = send.reform(|event: Event| {
        let number = text_of(&event).parse::<u8>().ok();
        Action::RenewalMonth(number.and_then(|number| Month::try_from(number).ok()))
    });
    field.select(options, on_change)
}

/// AAPC's table in use. The calculator has a button for it, but only where the totals differ; the parts that must be
/// specific to a credential differ everywhere.
fn table(chosen: Edition, send: &Send) -> Html {
    let field = FieldParts {
        id: "table".into(),
        label: WORDS.log.table.into(),
        hint: WORDS.log.table_hint,
        fault: None,
    };
    let mut options = Vec::new();
    for edition in [Edition::Article, Edition::Latest] {
        options.push((
            edition.key().into(),
            words::edition_name(edition).into(),
            chosen == edition,
        ));
    }
    let on_change = send.reform(|event: Event| {
        Action::Switch(Edition::from_key(&text_of(&event)).unwrap_or_default())
    });
    field.select(options, on_change)
}

/// A field of the profile. What is typed is taken once it can be read; what is wrong with it is said once it is left.
pub(super) fn field(
    profile: &Profile,
    typing: &[ProfileTyping],
    which: ProfileField,
    send: &Send,
) -> Html {
    let texts = &WORDS.log;
    let (id, label, hint): (AttrValue, AttrValue, _) = match which {
        ProfileField::Since(id) => (
            ["since-", id.code()].concat().into(),
            words::since(id).into(),
            match id.body() {
                Body::Aapc => texts.since_hint,
                Body::Ahima => texts.since_hint_ahima,
            },
        ),
        ProfileField::AapcDue => (
            "aapc-due".into(),
            texts.aapc_due.into(),
            texts.aapc_due_hint,
        ),
        ProfileField::AapcTracker => (
            "aapc-tracker".into(),
            texts.aapc_tracker.into(),
            texts.tracker_hint,
        ),
        ProfileField::Specialties => (
            "specialties".into(),
            texts.specialties.into(),
            texts.specialties_hint,
        ),
        ProfileField::AhimaStart => ("ahima-start".into(), texts.ahima_start.into(), ""),
        ProfileField::AhimaTracker => (
            "ahima-tracker".into(),
            texts.ahima_tracker.into(),
            texts.tracker_hint,
        ),
        ProfileField::Submitted(body, _) => (
            parts::submitted_id(body),
            texts.submitted.into(),
            texts.submitted_hint,
        ),
    };
    let typing = typing.iter().find(|typing| typing.field == which);
    let value = typing.map_or_else(
        || which.text(profile),
        |typing| typing.typed.text().to_owned(),
    );
    let field = FieldParts {
        id,
        label,
        hint,
        fault: typing
            .and_then(|typing| typing.fault)
            .map(words::profile_fault),
    };
    let kind = match which {
        ProfileField::Specialties => "text",
        _ if which.is_day() => "date",
        _ => "decimal",
    };
    let typed = move |event: &Event| {
        if which.is_day() {
            parts::typed_of(event)
        } else {
            Typed::Text(text_of(event))
        }
    };
    let on_input = send.reform(move |event: InputEvent| Action::TypeProfile(which, typed(&event)));
    let leaving = Leaving {
        on_change: send.reform(move |event: Event| Action::ChangeProfile(which, typed(&event))),
        on_leave: send.reform(move |event: FocusEvent| Action::ProfileText(which, typed(&event))),
    };
    field.input(kind, value, on_input, Some(leaving), None)
}
