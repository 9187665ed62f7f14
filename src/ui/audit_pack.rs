//! The audit pack of a body, in place of the log: the name for the print, and the document as it comes on paper.

use yew::prelude::*;

use super::parts::{self, FieldParts, Weight, line, named_button};
use super::{Send, document};
use crate::app::{Action, Focus, PackChange, State};
use crate::ledger::Account;
use crate::render;
use crate::rules::Body;
use crate::words::{self, WORDS};

/// The whole view.
pub(super) fn view(body: Body, state: &State, send: &Send) -> Html {
    let entries = state.log.entries();
    let ledger = state.ledger(&entries);
    let account = match body {
        Body::Aapc => ledger.aapc,
        Body::Ahima => ledger.ahima,
    };
    let (today, dates) = (state.today, state.dates);
    let inside = match account {
        Some(account) => {
            let (name, held) = (&state.audit_pack.name, state.log.profile().holdings());
            let pack = render::audit_pack(&account, name, &held, state.edition(), today, dates);
            document::blocks(&pack, dates)
        }
        // Another tab may have deleted all of it.
        None => line("", WORDS.audit_pack.nothing_counts),
    };
    html! {
        <section class="pack" key={parts::body_key(body)}>
            { controls(body, state, send) }
            <div>{ inside }</div>
        </section>
    }
}

/// The button that opens the pack of a body, where there is anything to hand over.
pub(super) fn opener(account: &Account<'_>, send: &Send) -> Html {
    let body = account.body;
    let mut inside = Vec::new();
    if render::has_audit_pack(account) {
        inside.push(named_button(
            Weight::Plain,
            Some(parts::id_of(&Focus::OpenAuditPack(body))),
            None,
            words::open_audit_pack(body).into(),
            parts::press(send, move || Action::AuditPack(PackChange::Open(body))),
        ));
    }
    parts::actions(inside)
}

fn controls(body: Body, state: &State, send: &Send) -> Html {
    let texts = &WORDS.audit_pack;
    let pack = &state.audit_pack;
    let name = FieldParts {
        id: "pack-name".into(),
        label: texts.your_name.into(),
        hint: texts.your_name_hint,
        fault: None,
    };
    let on_input = send
        .reform(|event: InputEvent| Action::AuditPack(PackChange::Name(parts::text_of(&event))));
    let not_printed = if pack.is_waiting {
        texts.not_printed
    } else {
        ""
    };
    let not_remembered = if pack.is_refused {
        texts.not_remembered
    } else {
        ""
    };
    html! {
        <div class="pack-controls">
            <h2 id={parts::id_of(&Focus::AuditPack)} tabindex="-1">{ words::audit_pack_heading(body) }</h2>
            { line("", texts.how) }
            { name.input("text", pack.name.clone(), on_input, None, None) }
            { parts::tick(texts.remember, pack.is_kept, send, |is_kept| Action::AuditPack(PackChange::Keep(is_kept))) }
            <p class="fine" role="status">{ not_remembered }</p>
            { parts::actions(vec![
                parts::button(Weight::Primary, texts.print, send, || Action::AuditPack(PackChange::Print)),
                parts::button(Weight::Plain, texts.close, send, || Action::AuditPack(PackChange::Close)),
            ]) }
            <p class="fine" role="status">{ not_printed }</p>
        </div>
    }
}
