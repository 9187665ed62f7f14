//! The form of an entry. What was typed stays, right or wrong; what is wrong stands beside its field.

use yew::prelude::*;

use super::Send;
use super::parts::{self, field_id, is_ticked, text_of, typed_of};
use crate::app::{Action, Change, Form};
use crate::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ActivityKind, AhimaSource, Domain, Field,
    State as EntryState,
};
use crate::rules::Body;
use crate::words::{self, LABELS};

/// The form, with the faults found when it was last to be saved.
pub(super) fn view(form: &Form, send: &Send) -> Html {
    let draft = &form.draft;
    let on_submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Save
    });
    let change = |make: fn(String) -> Change| {
        send.reform(move |event: InputEvent| Action::Change(make(text_of(&event))))
    };
    let is_teaching = draft.kind == Some(ActivityKind::Teaching);
    html! {
        <form class="entry-form" onsubmit={on_submit} novalidate=true>
            <h3>{ if form.editing.is_none() { LABELS.new_entry } else { LABELS.change_entry } }</h3>
            <div class="fields">
                { text(form, Field::Title, LABELS.title, Some(LABELS.title_hint), &draft.title, change(Change::Title)) }
                { date(form, send) }
                { text(form, Field::Sponsor, LABELS.sponsor, Some(LABELS.optional), &draft.sponsor, change(Change::Sponsor)) }
                { text(
                    form, Field::IndexNumber, LABELS.index_number, Some(LABELS.index_number_hint), &draft.index_number,
                    change(Change::IndexNumber),
                ) }
                { kind(draft.kind.unwrap_or(ActivityKind::Event), send) }
                { state(draft.state, send) }
            </div>
            <fieldset class="claims" id={field_id(Field::Bodies)} tabindex="-1">
                <legend>{ LABELS.counts_for }</legend>
                { fault_line(form, Field::Bodies) }
                <div class="claim" key="aapc">
                    { parts::tick(
                        words::body(Body::Aapc), draft.aapc.is_claimed,
                        send.reform(|yes| Action::Change(Change::Aapc(yes))),
                    ) }
                    if draft.aapc.is_claimed {
                        <div class="fields">
                            { amount(form, Field::AapcCeus, &draft.aapc.ceus, change(Change::AapcCeus)) }
                            <div class="ticks">
                                { parts::tick(
                                    LABELS.certificate, draft.aapc.certificate,
                                    send.reform(|yes| Action::Change(Change::AapcCertificate(yes))),
                                ) }
                                { parts::tick(
                                    LABELS.entered_aapc, draft.aapc.entered,
                                    send.reform(|yes| Action::Change(Change::AapcEntered(yes))),
                                ) }
                                if is_teaching || draft.aapc.pre_approved {
                                    { parts::tick(
                                        LABELS.pre_approved, draft.aapc.pre_approved,
                                        send.reform(|yes| Action::Change(Change::AapcPreApproved(yes))),
                                    ) }
                                }
                            </div>
                        </div>
                    }
                </div>
                <div class="claim" key="ahima">
                    { parts::tick(
                        words::body(Body::Ahima), draft.ahima.is_claimed,
                        send.reform(|yes| Action::Change(Change::Ahima(yes))),
                    ) }
                    if draft.ahima.is_claimed {
                        <div class="fields">
                            { amount(form, Field::AhimaCeus, &draft.ahima.ceus, change(Change::AhimaCeus)) }
                            { domain(draft.ahima.domain, send) }
                            { source(draft.ahima.source, send) }
                            <div class="ticks">
                                { parts::tick(
                                    LABELS.certificate, draft.ahima.certificate,
                                    send.reform(|yes| Action::Change(Change::AhimaCertificate(yes))),
                                ) }
                                { parts::tick(
                                    LABELS.entered_ahima, draft.ahima.entered,
                                    send.reform(|yes| Action::Change(Change::AhimaEntered(yes))),
                                ) }
                            </div>
                        </div>
                    }
                </div>
            </fieldset>
            { text(form, Field::Notes, LABELS.notes, Some(LABELS.optional), &draft.notes, change(Change::Notes)) }
            <div class="actions">
                <button type="submit" class="primary">{ LABELS.save }</button>
                <button type="button" class="plain" onclick={send.reform(|_| Action::Cancel)}>{ LABELS.cancel }</button>
            </div>
        </form>
    }
}

fn fault(form: &Form, field: Field) -> Option<String> {
    form.faults
        .iter()
        .find(|fault| fault.field == field)
        .map(|fault| words::fault(*fault))
}

fn fault_line(form: &Form, field: Field) -> Html {
    html! { <p class="fault" role="alert">{ fault(form, field).unwrap_or_default() }</p> }
}

fn text(
    form: &Form,
    field: Field,
    label: &str,
    hint: Option<&str>,
    value: &str,
    on_input: Callback<InputEvent>,
) -> Html {
    let fault = fault(form, field);
    let id = field_id(field);
    let control = html! {
        <input
            id={id}
            type="text"
            autocomplete="off"
            value={value.to_owned()}
            aria-invalid={fault.is_some().then_some("true")}
            aria-describedby={parts::described_by(id, hint.is_some(), fault.is_some())}
            oninput={on_input}
        />
    };
    parts::field(id, label, hint, fault, control)
}

fn amount(form: &Form, field: Field, value: &str, on_input: Callback<InputEvent>) -> Html {
    let fault = fault(form, field);
    let id = field_id(field);
    let control = html! {
        <input
            id={id}
            type="text"
            inputmode="decimal"
            autocomplete="off"
            class="short"
            value={value.to_owned()}
            aria-invalid={fault.is_some().then_some("true")}
            aria-describedby={parts::described_by(id, false, fault.is_some())}
            oninput={on_input}
        />
    };
    parts::field(id, LABELS.ceus_field, None, fault, control)
}

fn date(form: &Form, send: &Send) -> Html {
    let fault = fault(form, Field::Date);
    let id = field_id(Field::Date);
    let control = html! {
        <input
            id={id}
            type="date"
            value={form.draft.date.text().to_owned()}
            aria-invalid={fault.is_some().then_some("true")}
            aria-describedby={parts::described_by(id, true, fault.is_some())}
            oninput={send.reform(|event: InputEvent| Action::Change(Change::Date(typed_of(&event))))}
        />
    };
    parts::field(id, LABELS.date, Some(LABELS.date_hint), fault, control)
}

fn select(
    id: &str,
    label: &str,
    on_change: Callback<Event>,
    options: Vec<(&'static str, &'static str, bool)>,
) -> Html {
    let control = html! {
        <select id={id.to_owned()} onchange={on_change}>
            for (key, text, is_selected) in options {
                <option key={key} value={key} selected={is_selected}>{ text }</option>
            }
        </select>
    };
    parts::field(id, label, None, None, control)
}

fn kind(chosen: ActivityKind, send: &Send) -> Html {
    let on_change = send.reform(|event: Event| {
        Action::Change(Change::Kind(
            ActivityKind::from_key(&text_of(&event)).unwrap_or(ActivityKind::Other),
        ))
    });
    let options = ALL_KINDS
        .iter()
        .map(|kind| (kind.key(), words::activity_kind(*kind), *kind == chosen))
        .collect();
    select("kind", LABELS.kind, on_change, options)
}

fn state(chosen: EntryState, send: &Send) -> Html {
    let on_change = send.reform(|event: Event| {
        let state = if text_of(&event) == "planned" {
            EntryState::Planned
        } else {
            EntryState::Done
        };
        Action::Change(Change::State(state))
    });
    let options = [("done", EntryState::Done), ("planned", EntryState::Planned)]
        .into_iter()
        .map(|(key, state)| (key, words::entry_state(state), state == chosen))
        .collect();
    select("state", LABELS.state, on_change, options)
}

fn domain(chosen: Option<Domain>, send: &Send) -> Html {
    let on_change = send.reform(|event: Event| {
        Action::Change(Change::AhimaDomain(Domain::from_key(&text_of(&event))))
    });
    let known = ALL_DOMAINS.iter().map(|domain| {
        (
            domain.key(),
            words::domain(*domain),
            Some(*domain) == chosen,
        )
    });
    let options = std::iter::once(("", LABELS.not_said, chosen.is_none()))
        .chain(known)
        .collect();
    select("domain", LABELS.domain, on_change, options)
}

fn source(chosen: Option<AhimaSource>, send: &Send) -> Html {
    let on_change = send.reform(|event: Event| {
        Action::Change(Change::AhimaSource(AhimaSource::from_key(&text_of(&event))))
    });
    let known = ALL_SOURCES.iter().map(|source| {
        (
            source.key(),
            words::ahima_source(*source),
            Some(*source) == chosen,
        )
    });
    let options = std::iter::once(("", LABELS.not_said, chosen.is_none()))
        .chain(known)
        .collect();
    select("source", LABELS.source, on_change, options)
}
