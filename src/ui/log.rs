//! *My CEU log*: where the holder stands, the form, and the list.

use yew::prelude::*;

use super::parts::{self, FieldParts, Weight, line, line_if, named_button};
use super::{Send, form};
use crate::app::{Action, DateOrder, Focus, ProfileField, State};
use crate::ledger::BodyStanding;
use crate::log::{Profile, Shown, State as EntryState, Typed};
use crate::rules::Body;
use crate::words::{self, WORDS};

/// The whole view.
pub(super) fn view(state: &State, send: &Send) -> Html {
    html! {
        <section class="log" key="log">
            <h2 class="unseen">{ WORDS.frame.log }</h2>
            <div class="keeping" role="status">{ line_if("warning", words::keeping(state)) }</div>
            { standing(state) }
            <div class="notice" role="status">
                { line_if("", state.notice.as_ref().map(|notice| words::notice(notice, state))) }
            </div>
            if state.undo.is_some() {
                { focused_button(Weight::Plain, &Focus::UndoButton, WORDS.log.undo, send, || Action::Undo) }
            }
            if let Some(open) = &state.form {
                { form::view(open, send) }
            } else {
                { focused_button(Weight::Primary, &Focus::AddButton, WORDS.log.add, send, || Action::Add) }
            }
            <h3>{ WORDS.log.entries }</h3>
            { entries(state, send) }
            { parts::bullets("unread", state.log.unread().map(|record| line("warning", words::unread(record)))) }
            { period(state, send) }
            { line("fine", WORDS.log.where_it_lives) }
        </section>
    }
}

fn focused_button(
    weight: Weight,
    focus: &Focus,
    label: &'static str,
    send: &Send,
    action: fn() -> Action,
) -> Html {
    let button = named_button(
        weight,
        Some(parts::id_of(focus)),
        None,
        label.into(),
        parts::press(send, action),
    );
    html! { <div class="actions">{ button }</div> }
}

fn standing(state: &State) -> Html {
    let standing = state.standing();
    html! {
        <div class="standing">
            if let Some(aapc) = &standing.aapc {
                { body_standing(aapc, state.dates) }
            }
            if let Some(ahima) = &standing.ahima {
                { body_standing(ahima, state.dates) }
            }
            if standing.aapc.is_none() && standing.ahima.is_none() {
                { line("note", WORDS.log.say_what_you_hold) }
            }
        </div>
    }
}

fn body_standing(standing: &BodyStanding, dates: DateOrder) -> Html {
    let key = parts::body_key(standing.body);
    html! {
        <article class="card" key={key} data-body={key}>
            <header class="number">
                <h3>{ words::body(standing.body) }</h3>
                { line("total", words::body_line(standing)) }
            </header>
            if let Some(required) = standing.required {
                <progress
                    class="bar"
                    max={required.ceus.in_hundredths().to_string()}
                    value={standing.counted.min(required.ceus).in_hundredths().to_string()}
                    aria-hidden="true"
                />
            }
            { line("", words::standing_next(standing, dates)) }
            { line_if("fine", words::required(standing)) }
        </article>
    }
}

fn entries(state: &State, send: &Send) -> Html {
    let entries = state.log.entries();
    html! {
        <div class="entries">
            if entries.is_empty() {
                { line("note", WORDS.log.no_entries) }
            } else {
                <ul>
                    for shown in entries {
                        <li
                            key={shown.id.as_str()}
                            id={parts::id_of(&Focus::Entry(shown.id.clone()))}
                            tabindex="-1"
                            class="entry"
                        >
                            { entry(shown, state.dates, send) }
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

fn entry(shown: Shown<'_>, dates: DateOrder, send: &Send) -> Html {
    let Shown {
        id,
        entry,
        has_conflict,
    } = shown;
    let claims: Vec<String> = [Body::Aapc, Body::Ahima]
        .into_iter()
        .filter_map(|body| entry.ceus(body).map(|ceus| words::claim(body, ceus)))
        .collect();
    let lacks_certificate = entry.state == EntryState::Done
        && (entry.aapc.as_ref().is_some_and(|claim| !claim.certificate)
            || entry.ahima.as_ref().is_some_and(|claim| !claim.certificate));
    let (to_edit, to_delete) = (id.clone(), id.clone());
    let edit = named_button(
        Weight::Plain,
        None,
        Some(words::edit_entry(entry).into()),
        WORDS.log.edit.into(),
        parts::press(send, move || Action::Edit(to_edit.clone())),
    );
    let delete = named_button(
        Weight::Plain,
        None,
        Some(words::delete_entry(entry).into()),
        WORDS.log.delete.into(),
        parts::press(send, move || Action::Delete(to_delete.clone())),
    );
    html! {
        <div class="entry-body">
            <div class="entry-text">
                <h4>{ &entry.title }</h4>
                { line("fine", words::entry_line(entry, dates)) }
                { line_if("fine badge", lacks_certificate.then_some(WORDS.log.lacks_certificate)) }
                { line_if("fine badge", has_conflict.then_some(WORDS.log.conflict)) }
            </div>
            { line("claims", claims.join(" · ")) }
            <div class="entry-actions">
                { edit }
                { delete }
            </div>
        </div>
    }
}

fn period(state: &State, send: &Send) -> Html {
    let profile = state.log.profile();
    let fields = [
        ProfileField::AapcDue,
        ProfileField::AapcTracker,
        ProfileField::AhimaStart,
        ProfileField::AhimaTracker,
    ];
    let inside = html! {
        <div>
            { line("fine", WORDS.log.my_period_why) }
            { parts::holdings(&profile.holdings(), send) }
            { parts::bullets("fields", fields.map(|field| profile_field(state, &profile, field, send))) }
        </div>
    };
    parts::folded("period", WORDS.log.my_period, inside)
}

fn profile_field(state: &State, profile: &Profile, which: ProfileField, send: &Send) -> Html {
    let (id, label, is_date) = match which {
        ProfileField::AapcDue => ("aapc-due", WORDS.log.aapc_due, true),
        ProfileField::AapcTracker => ("aapc-tracker", WORDS.log.aapc_tracker, false),
        ProfileField::AhimaStart => ("ahima-start", WORDS.log.ahima_start, true),
        ProfileField::AhimaTracker => ("ahima-tracker", WORDS.log.ahima_tracker, false),
    };
    let typing = state
        .profile_typing
        .iter()
        .find(|typing| typing.field == which);
    let value = typing.map_or_else(
        || which.text(profile),
        |typing| typing.typed.text().to_owned(),
    );
    let field = FieldParts {
        id,
        label,
        hint: if is_date { "" } else { WORDS.log.tracker_hint },
        fault: typing
            .and_then(|typing| typing.fault)
            .map(words::profile_fault),
    };
    let typed = move |event: &Event| {
        if is_date {
            parts::typed_of(event)
        } else {
            Typed::Text(parts::text_of(event))
        }
    };
    let on_input = send.reform(move |event: InputEvent| Action::TypeProfile(which, typed(&event)));
    let on_leave = send.reform(move |event: Event| Action::ProfileText(which, typed(&event)));
    field.input(
        if is_date { "date" } else { "decimal" },
        value,
        on_input,
        Some(on_leave),
    )
}
