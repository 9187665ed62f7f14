//! The form of an entry. What was typed stays, right or wrong; what is wrong stands beside its field.

use chrono::NaiveDate;
use yew::prelude::*;

use super::Send;
use super::parts::{self, FieldParts, Weight, button, field_id, line, text_of, typed_of};
use crate::app::{Action, Change, DateOrder, Form};
use crate::ledger::open_cycles;
use crate::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ALL_STATES, ActivityKind, AhimaSource, Domain, Draft,
    Field, Log, State, Typed, is_same_due, letters,
};
use crate::rules::Body;
use crate::words::{self, WORDS};

/// How many sponsors the field offers.
const SPONSORS: usize = 8;

/// The form, with the faults found when it was last to be saved. What is always asked stands first; what is asked now and
/// then is folded.
pub(super) fn view(form: &Form, log: &Log, dates: DateOrder, send: &Send) -> Html {
    let on_enter = parts::on_enter(send, || Action::Save);
    let is_new = form.editing.is_none();
    let title = if is_new {
        WORDS.log.new_entry
    } else {
        WORDS.log.change_entry
    };
    let draft = &form.draft;
    let first = [
        text(form, Field::Title, &draft.title, send),
        date(form, send),
    ];
    let number = text(form, Field::IndexNumber, &draft.index_number, send);
    let is_unfolded = form.is_unfolded;
    let on_toggle = parts::on_toggle(is_unfolded, send, Action::UnfoldForm);
    html! {
        <div class="entry-form" role="group" aria-label={title} onkeydown={on_enter}>
            { line("form-title", title) }
            { parts::bullets("fields", first) }
            { bodies(form, send) }
            { parts::bullets("fields", [sponsor(form, log, send), number]) }
            <details class="more" open={is_unfolded} ontoggle={on_toggle}>
                <summary>{ WORDS.log.more }</summary>
                if is_unfolded {
                    { parts::fields(more(form, log, dates, send)) }
                }
            </details>
            { parts::actions(vec![
                button(Weight::Primary, WORDS.log.save, send, || Action::Save),
                if is_new { button(Weight::Plain, WORDS.log.save_and_add, send, || Action::SaveAndAddAnother) } else { Html::default() },
                button(Weight::Plain, WORDS.log.cancel, send, || Action::Cancel),
            ]) }
        </div>
    }
}

/// Whom the activity counts for, and how much.
fn bodies(form: &Form, send: &Send) -> Html {
    let Draft { aapc, ahima, .. } = &form.draft;
    html! {
        <fieldset class="bodies" id={field_id(Field::Bodies)} tabindex="-1">
            <legend>{ WORDS.log.counts_for }</legend>
            <p class="fault" role="alert">{ fault(form, Field::Bodies).unwrap_or_default() }</p>
            <div>
                { tick(words::body(Body::Aapc), aapc.is_claimed, send, Change::Aapc) }
                if aapc.is_claimed {
                    { text(form, Field::AapcCeus, &aapc.ceus, send) }
                }
            </div>
            <div>
                { tick(words::body(Body::Ahima), ahima.is_claimed, send, Change::Ahima) }
                if ahima.is_claimed {
                    { text(form, Field::AhimaCeus, &ahima.ceus, send) }
                }
            </div>
        </fieldset>
    }
}

/// The sponsor, with those of the last entries to choose from. The last one is a press away and not filled in: a wrong
/// sponsor that nobody typed would be a wrong record.
fn sponsor(form: &Form, log: &Log, send: &Send) -> Html {
    let typed = &form.draft.sponsor;
    let recent = log.recent_sponsors(SPONSORS);
    let last = recent.first().filter(|_| typed.is_empty()).copied();
    let field = parts_of(form, Field::Sponsor).input(
        "text",
        typed.clone(),
        on_input(Field::Sponsor, send),
        None,
        Some("sponsors"),
    );
    html! {
        <div>
            { field }
            <datalist id="sponsors">
                for sponsor in recent {
                    <option key={sponsor} value={sponsor.to_owned()} />
                }
            </datalist>
            if let Some(last) = last {
                { button(Weight::Plain, words::same_sponsor(last), send, || Action::SameSponsor) }
            }
        </div>
    }
}

/// A field of those that come and go, and its key.
type Keyed = (&'static str, Html);

/// What is asked now and then.
fn more(form: &Form, log: &Log, dates: DateOrder, send: &Send) -> Vec<Keyed> {
    let draft = &form.draft;
    let kind = draft.kind.unwrap_or(ActivityKind::Event);
    let mut fields = vec![
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
    ];
    if draft.aapc.is_claimed {
        fields.extend(aapc(form, send));
        fields.extend(pins(Body::Aapc, form, log, dates, send));
    }
    if draft.ahima.is_claimed {
        fields.extend(ahima(form, send));
        fields.extend(pins(Body::Ahima, form, log, dates, send));
    }
    fields.push(keyed_text(form, Field::Notes, &draft.notes, send));
    fields
}

fn aapc(form: &Form, send: &Send) -> Vec<Keyed> {
    let claim = &form.draft.aapc;
    let mut parts = vec![
        keyed_tick(
            WORDS.log.certificate_aapc,
            claim.certificate,
            send,
            Change::AapcCertificate,
        ),
        keyed_tick(
            WORDS.log.entered_aapc,
            claim.entered,
            send,
            Change::AapcEntered,
        ),
    ];
    if form.draft.kind == Some(ActivityKind::Teaching) || claim.pre_approved {
        parts.push(keyed_tick(
            WORDS.log.pre_approved,
            claim.pre_approved,
            send,
            Change::AapcPreApproved,
        ));
    }
    parts.push(keyed_text(
        form,
        Field::ApprovedFor,
        &claim.approved_for,
        send,
    ));
    parts.push(keyed_tick(WORDS.log.cms, claim.cms, send, Change::AapcCms));
    parts
}

/// In which cycle a claim is to count, and towards what: asked where there is a choice, or one was made. A field in which
/// a choice was taken back stays, else the focus would go with it.
fn pins(body: Body, form: &Form, log: &Log, dates: DateOrder, send: &Send) -> Vec<Keyed> {
    let (aapc, ahima) = (&form.draft.aapc, &form.draft.ahima);
    let (pin, before, approved_for) = match body {
        Body::Aapc => (&aapc.pin, &form.aapc_before, aapc.approved_for.as_str()),
        Body::Ahima => (&ahima.pin, &form.ahima_before, ""),
    };
    let mut fields = Vec::new();
    let day = form.draft.date.read().ok();
    let open = day.map(|day| open_cycles(body, &log.profile(), day));
    let mut dues: Vec<NaiveDate> = Vec::new();
    for cycle in open.unwrap_or_default() {
        dues.push(cycle.last);
    }
    // What is or was chosen stands among the choices, even where the day was changed since.
    let chosen = pin.due.or(before.due);
    if let Some(due) = chosen
        && !dues.iter().any(|one| is_same_due(*one, due))
    {
        dues.push(due);
    }
    let is_pinned = |due: NaiveDate| pin.due.is_some_and(|pinned| is_same_due(pinned, due));
    if dues.len() > 1 || chosen.is_some() {
        let mut options = vec![("".into(), WORDS.log.pin_due_free.into(), pin.due.is_none())];
        for due in dues {
            options.push((
                Typed::day(due).text().to_owned().into(),
                words::pin_period(due, dates).into(),
                is_pinned(due),
            ));
        }
        let id = match body {
            Body::Aapc => "pin-due-aapc",
            Body::Ahima => "pin-due-ahima",
        };
        let field = FieldParts {
            id: id.into(),
            label: WORDS.log.pin_due.into(),
            hint: WORDS.log.pin_due_hint,
            fault: None,
        };
        let on_change = send.reform(move |event: Event| {
            let due = Typed::Text(text_of(&event)).read().ok();
            Action::Change(match body {
                Body::Aapc => Change::AapcPinDue(due),
                Body::Ahima => Change::AhimaPinDue(due),
            })
        });
        fields.push((id, field.select(options, on_change)));
    }
    let pinned = pin.credential.as_str();
    let chosen = [pinned, &before.credential];
    let is_any_chosen = chosen.iter().any(|code| !code.is_empty());
    if body == Body::Aapc && (!approved_for.trim().is_empty() || is_any_chosen) {
        let mut codes = vec![CORE];
        let named = letters(approved_for).into_iter().chain(chosen);
        for code in named {
            if !code.is_empty() && !codes.contains(&code) {
                codes.push(code);
            }
        }
        let mut options = vec![(
            "".into(),
            WORDS.log.pin_credential_free.into(),
            pinned.is_empty(),
        )];
        for code in codes {
            let label = if code == CORE {
                WORDS.log.pin_core
            } else {
                code
            };
            options.push((
                code.to_owned().into(),
                label.to_owned().into(),
                pinned == code,
            ));
        }
        let id = "pin-credential";
        let field = FieldParts {
            id: id.into(),
            label: WORDS.log.pin_credential.into(),
            hint: "",
            fault: None,
        };
        let on_change =
            send.reform(|event: Event| Action::Change(Change::AapcPinCredential(text_of(&event))));
        fields.push((id, field.select(options, on_change)));
    }
    fields
}

/// What an activity that serves no specialty is approved for, as the log writes it.
const CORE: &str = "core";

fn ahima(form: &Form, send: &Send) -> [Keyed; 4] {
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
    [
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
        keyed_tick(
            WORDS.log.certificate_ahima,
            claim.certificate,
            send,
            Change::AhimaCertificate,
        ),
        keyed_tick(
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
        Field::ApprovedFor => (WORDS.log.approved_for, WORDS.log.approved_for_hint),
        Field::Bodies => (WORDS.log.counts_for, ""),
        Field::AapcCeus => (WORDS.log.ceus_aapc, ""),
        Field::AhimaCeus => (WORDS.log.ceus_ahima, ""),
        Field::Notes => (WORDS.log.notes, WORDS.log.optional),
    };
    FieldParts {
        id: field_id(field).into(),
        label: label.into(),
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
    parts_of(form, field).input(kind, value.to_owned(), on_input(field, send), None, None)
}

fn on_input(field: Field, send: &Send) -> Callback<InputEvent> {
    send.reform(move |event: InputEvent| Action::Change(Change::Text(field, text_of(&event))))
}

fn date(form: &Form, send: &Send) -> Html {
    let on_input = send.reform(|event: InputEvent| Action::Change(Change::Date(typed_of(&event))));
    let value = form.draft.date.text().to_owned();
    parts_of(form, Field::Date).input("date", value, on_input, None, None)
}

fn tick(label: &'static str, is_on: bool, send: &Send, make: fn(bool) -> Change) -> Html {
    parts::tick(label, is_on, send, move |is_on| Action::Change(make(is_on)))
}

fn keyed_text(form: &Form, field: Field, value: &str, send: &Send) -> Keyed {
    (field_id(field), text(form, field, value, send))
}

fn keyed_tick(label: &'static str, is_on: bool, send: &Send, make: fn(bool) -> Change) -> Keyed {
    (label, tick(label, is_on, send, make))
}

fn choice(
    (id, label): (&'static str, &'static str),
    options: Vec<(&'static str, &'static str, bool)>,
    send: &Send,
    make: fn(&str) -> Change,
) -> Keyed {
    let field = FieldParts {
        id: id.into(),
        label: label.into(),
        hint: "",
        fault: None,
    };
    let options = options
        .into_iter()
        .map(|(key, text, is_chosen)| (key.into(), text.into(), is_chosen))
        .collect();
    let on_change = send.reform(move |event: Event| Action::Change(make(&text_of(&event))));
    (id, field.select(options, on_change))
}
