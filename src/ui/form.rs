//! The form of an entry. What was typed stays, right or wrong; what is wrong stands beside its field.

use yew::prelude::*;

use super::Send;
use super::parts::{self, FieldParts, Weight, button, field_id, text_of, typed_of};
use crate::app::{Action, Change, Form};
use crate::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ALL_STATES, ActivityKind, AhimaSource, Domain, Field,
    State,
};
use crate::rules::Body;
use crate::words::{self, WORDS};

/// The form, with the faults found when it was last to be saved.
pub(super) fn view(form: &Form, send: &Send) -> Html {
    let on_enter = parts::on_enter(send, || Action::Save);
    let title = if form.editing.is_none() {
        WORDS.log.new_entry
    } else {
        WORDS.log.change_entry
    };
    let draft = &form.draft;
    html! {
        <div class="entry-form" role="group" aria-label={title} onkeydown={on_enter}>
            <h3>{ title }</h3>
            { parts::bullets("fields", activity(form, send)) }
            <fieldset class="claims" id={field_id(Field::Bodies)} tabindex="-1">
                <legend>{ WORDS.log.counts_for }</legend>
                <p class="fault" role="alert">{ fault(form, Field::Bodies).unwrap_or_default() }</p>
                { tick(words::body(Body::Aapc), draft.aapc.is_claimed, send, Change::Aapc) }
                if draft.aapc.is_claimed {
                    { parts::bullets("fields", aapc(form, send)) }
                }
                { tick(words::body(Body::Ahima), draft.ahima.is_claimed, send, Change::Ahima) }
                if draft.ahima.is_claimed {
                    { parts::bullets("fields", ahima(form, send)) }
                }
            </fieldset>
            { text(form, Field::Notes, &draft.notes, send) }
            <div class="actions">
                { button(Weight::Primary, WORDS.log.save, send, || Action::Save) }
                { button(Weight::Plain, WORDS.log.cancel, send, || Action::Cancel) }
            </div>
        </div>
    }
}

fn activity(form: &Form, send: &Send) -> [Html; 6] {
    let draft = &form.draft;
    let kind = draft.kind.unwrap_or(ActivityKind::Event);
    [
        text(form, Field::Title, &draft.title, send),
        date(form, send),
        text(form, Field::Sponsor, &draft.sponsor, send),
        text(form, Field::IndexNumber, &draft.index_number, send),
        choice(
            ("kind", WORDS.log.kind),
            ALL_KINDS
                .iter()
                .map(|one| (one.key(), words::activity_kind(*one), *one == kind))
                .collect(),
            send,
            |key| Change::Kind(ActivityKind::from_key(key).unwrap_or(ActivityKind::Other)),
        ),
        choice(
            ("state", WORDS.log.state),
            ALL_STATES
                .iter()
                .map(|one| (one.key(), words::entry_state(*one), *one == draft.state))
                .collect(),
            send,
            |key| Change::State(State::from_key(key).unwrap_or_default()),
        ),
    ]
}

fn aapc(form: &Form, send: &Send) -> Vec<Html> {
    let claim = &form.draft.aapc;
    let mut parts = vec![
        text(form, Field::AapcCeus, &claim.ceus, send),
        tick(
            WORDS.log.certificate,
            claim.certificate,
            send,
            Change::AapcCertificate,
        ),
        tick(
            WORDS.log.entered_aapc,
            claim.entered,
            send,
            Change::AapcEntered,
        ),
    ];
    if form.draft.kind == Some(ActivityKind::Teaching) || claim.pre_approved {
        parts.push(tick(
            WORDS.log.pre_approved,
            claim.pre_approved,
            send,
            Change::AapcPreApproved,
        ));
    }
    parts
}

fn ahima(form: &Form, send: &Send) -> Vec<Html> {
    let claim = &form.draft.ahima;
    let not_said = |is_chosen| ("", WORDS.log.not_said, is_chosen);
    let domains = ALL_DOMAINS
        .iter()
        .map(|one| (one.key(), words::domain(*one), Some(*one) == claim.domain));
    let sources = ALL_SOURCES.iter().map(|one| {
        (
            one.key(),
            words::ahima_source(*one),
            Some(*one) == claim.source,
        )
    });
    vec![
        text(form, Field::AhimaCeus, &claim.ceus, send),
        choice(
            ("domain", WORDS.log.domain),
            [not_said(claim.domain.is_none())]
                .into_iter()
                .chain(domains)
                .collect(),
            send,
            |key| Change::AhimaDomain(Domain::from_key(key)),
        ),
        choice(
            ("source", WORDS.log.source),
            [not_said(claim.source.is_none())]
                .into_iter()
                .chain(sources)
                .collect(),
            send,
            |key| Change::AhimaSource(AhimaSource::from_key(key)),
        ),
        tick(
            WORDS.log.certificate,
            claim.certificate,
            send,
            Change::AhimaCertificate,
        ),
        tick(
            WORDS.log.entered_ahima,
            claim.entered,
            send,
            Change::AhimaEntered,
        ),
    ]
}

fn fault(form: &Form, field: Field) -> Option<String> {
    form.faults
        .iter()
        .find(|fault| fault.field == field)
        .map(|fault| words::fault(*fault))
}

fn parts_of(form: &Form, field: Field) -> FieldParts {
    let (label, hint) = match field {
        Field::Date => (WORDS.log.date, WORDS.log.date_hint),
        Field::Title => (WORDS.log.title, WORDS.log.title_hint),
        Field::Sponsor => (WORDS.log.sponsor, WORDS.log.optional),
        Field::IndexNumber => (WORDS.log.index_number, WORDS.log.index_number_hint),
        Field::Bodies => (WORDS.log.counts_for, ""),
        Field::AapcCeus | Field::AhimaCeus => (WORDS.log.ceus_field, ""),
        Field::Notes => (WORDS.log.notes, WORDS.log.optional),
    };
    FieldParts {
        id: field_id(field),
        label,
        hint,
        fault: fault(form, field),
    }
}

fn text(form: &Form, field: Field, value: &str, send: &Send) -> Html {
    let kind = if matches!(field, Field::AapcCeus | Field::AhimaCeus) {
        "decimal"
    } else {
        "text"
    };
    let on_input =
        send.reform(move |event: InputEvent| Action::Change(Change::Text(field, text_of(&event))));
    parts_of(form, field).input(kind, value.to_owned(), on_input, None)
}

fn date(form: &Form, send: &Send) -> Html {
    let on_input = send.reform(|event: InputEvent| Action::Change(Change::Date(typed_of(&event))));
    parts_of(form, Field::Date).input("date", form.draft.date.text().to_owned(), on_input, None)
}

fn tick(label: &'static str, is_on: bool, send: &Send, make: fn(bool) -> Change) -> Html {
    parts::tick(label, is_on, send, move |is_on| Action::Change(make(is_on)))
}

fn choice(
    (id, label): (&'static str, &'static str),
    options: Vec<(&'static str, &'static str, bool)>,
    send: &Send,
    make: fn(&str) -> Change,
) -> Html {
    let field = FieldParts {
        id,
        label,
        hint: "",
        fault: None,
    };
    let options = options
        .into_iter()
        .map(|(key, text, is_chosen)| (key.into(), text.into(), is_chosen))
        .collect();
    field.select(
        options,
        send.reform(move |event: Event| Action::Change(make(&text_of(&event)))),
    )
}
