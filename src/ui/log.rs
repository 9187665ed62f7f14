//! *My CEU log*: where the holder stands, the form, and the list.

use yew::prelude::*;

use super::{Send, form, parts};
use crate::app::{Action, Focus, ProfileField, State};
use crate::ledger::BodyStanding;
use crate::log::{Profile, Shown, State as EntryState, Typed};
use crate::rules::{Body, Ceus};
use crate::words::{self, LABELS};

/// The whole view.
pub(super) fn view(state: &State, send: &Send) -> Html {
    html! {
        <section class="log" key="log">
            <div class="keeping" role="status">
                if let Some(trouble) = words::keeping(state) {
                    <p class="warning">{ trouble }</p>
                }
            </div>
            { standing(state) }
            <div class="notice" role="status">
                if let Some(notice) = &state.notice {
                    <p>{ words::notice(notice, state) }</p>
                }
            </div>
            if state.undo.is_some() {
                <div class="actions">
                    <button
                        type="button"
                        class="plain"
                        id={parts::id_of(&Focus::UndoButton)}
                        onclick={send.reform(|_| Action::Undo)}
                    >
                        { LABELS.undo }
                    </button>
                </div>
            }
            if let Some(open) = &state.form {
                { form::view(open, send) }
            } else {
                <div class="actions">
                    <button
                        type="button"
                        class="primary"
                        id={parts::id_of(&Focus::AddButton)}
                        onclick={send.reform(|_| Action::Add)}
                    >
                        { LABELS.add }
                    </button>
                </div>
            }
            <h3>{ LABELS.entries }</h3>
            { entries(state, send) }
            { unread(state) }
            { period(state, send) }
            <p class="fine">{ LABELS.where_it_lives }</p>
        </section>
    }
}

fn standing(state: &State) -> Html {
    let standing = state.standing();
    html! {
        <div class="standing">
            if let Some(aapc) = &standing.aapc {
                { body_standing(aapc) }
            }
            if let Some(ahima) = &standing.ahima {
                { body_standing(ahima) }
            }
            if standing.aapc.is_none() && standing.ahima.is_none() {
                <p class="note">{ LABELS.say_what_you_hold }</p>
            }
        </div>
    }
}

fn body_standing(standing: &BodyStanding) -> Html {
    let required = standing.required.map(|required| required.ceus);
    html! {
        <article class="card" key={words::body(standing.body)} data-body={words::body(standing.body).to_lowercase()}>
            <header class="number">
                <h3>{ words::body(standing.body) }</h3>
                <p><strong class="total">{ words::body_line(standing) }</strong></p>
            </header>
            if let Some(required) = required {
                <progress
                    class="bar"
                    max={required.in_hundredths().to_string()}
                    value={standing.counted.min(required).max(Ceus::ZERO).in_hundredths().to_string()}
                    aria-hidden="true"
                />
            }
            <p>{ words::standing_next(standing) }</p>
            if let Some(by) = words::required(standing) {
                <p class="fine">{ by }</p>
            }
        </article>
    }
}

fn entries(state: &State, send: &Send) -> Html {
    let entries = state.log.entries();
    html! {
        <div class="entries">
            if entries.is_empty() {
                <p class="note">{ LABELS.no_entries }</p>
            } else {
                <ul>
                    for shown in entries {
                        <li key={shown.id.as_str()} id={parts::id_of(&Focus::Entry(shown.id.clone()))} tabindex="-1" class="entry">
                            { entry(shown, send) }
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

fn entry(shown: Shown<'_>, send: &Send) -> Html {
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
    let (edit, delete) = (id.clone(), id.clone());
    html! {
        <div class="entry-body">
            <div class="entry-text">
                <h4>{ &entry.title }</h4>
                <p class="fine">{ words::entry_line(entry) }</p>
                if lacks_certificate {
                    <p class="fine badge">{ LABELS.lacks_certificate }</p>
                }
                if has_conflict {
                    <p class="fine badge">{ LABELS.conflict }</p>
                }
            </div>
            <p class="claims">{ claims.join(" · ") }</p>
            <div class="entry-actions">
                <button
                    type="button"
                    class="plain"
                    aria-label={words::edit_entry(entry)}
                    onclick={send.reform(move |_| Action::Edit(edit.clone()))}
                >
                    { LABELS.edit }
                </button>
                <button
                    type="button"
                    class="plain"
                    aria-label={words::delete_entry(entry)}
                    onclick={send.reform(move |_| Action::Delete(delete.clone()))}
                >
                    { LABELS.delete }
                </button>
            </div>
        </div>
    }
}

fn unread(state: &State) -> Html {
    html! {
        <ul class="unread">
            for record in state.log.unread() {
                <li key={record.key} class="warning">{ words::unread(record) }</li>
            }
        </ul>
    }
}

fn period(state: &State, send: &Send) -> Html {
    let profile = state.log.profile();
    html! {
        <details class="period">
            <summary>{ LABELS.my_period }</summary>
            <p class="fine">{ LABELS.my_period_why }</p>
            { parts::holdings(&profile.holdings(), send) }
            <div class="fields">
                { profile_field(state, &profile, ProfileField::AapcDue, send) }
                { profile_field(state, &profile, ProfileField::AapcTracker, send) }
                { profile_field(state, &profile, ProfileField::AhimaStart, send) }
                { profile_field(state, &profile, ProfileField::AhimaTracker, send) }
            </div>
        </details>
    }
}

fn profile_field(state: &State, profile: &Profile, which: ProfileField, send: &Send) -> Html {
    let (id, label, is_date) = match which {
        ProfileField::AapcDue => ("aapc-due", LABELS.aapc_due, true),
        ProfileField::AapcTracker => ("aapc-tracker", LABELS.aapc_tracker, false),
        ProfileField::AhimaStart => ("ahima-start", LABELS.ahima_start, true),
        ProfileField::AhimaTracker => ("ahima-tracker", LABELS.ahima_tracker, false),
    };
    let fault = state
        .profile_faults
        .iter()
        .find(|fault| fault.field == which);
    let value = fault.map_or_else(
        || which.text(profile),
        |fault| fault.typed.text().to_owned(),
    );
    let hint = (!is_date).then_some(LABELS.tracker_hint);
    let on_change = send.reform(move |event: Event| {
        let typed = if is_date {
            parts::typed_of(&event)
        } else {
            Typed::Text(parts::text_of(&event))
        };
        Action::ProfileText(which, typed)
    });
    let control = html! {
        <input
            id={id}
            type={if is_date { "date" } else { "text" }}
            inputmode={(!is_date).then_some("decimal")}
            autocomplete="off"
            value={value}
            aria-invalid={fault.is_some().then_some("true")}
            aria-describedby={parts::described_by(id, hint.is_some(), fault.is_some())}
            onchange={on_change}
        />
    };
    parts::field(
        id,
        label,
        hint,
        fault.map(|fault| words::profile_fault(fault.fault)),
        control,
    )
}
