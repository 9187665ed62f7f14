//! A link that carries the log: making it, and what is said of one that was opened.

use yew::prelude::*;

use super::Send;
use super::parts::{self, FieldParts, Weight, line, line_if};
use crate::app::{Action, Copying, Outgoing, State};
use crate::log::NoParcel;
use crate::words::{self, WORDS};

/// The button that makes a link, and the link.
pub(super) fn outgoing(state: &State, send: &Send) -> Html {
    let texts = &WORDS.sending;
    let outgoing = &state.sending.outgoing;
    let link = match outgoing {
        Outgoing::Made { link, .. } => made(link, state, send),
        _ => Html::default(),
    };
    html! {
        <div class="sending">
            { line("", words::about_link()) }
            { parts::actions(vec![
                parts::button(Weight::Plain, texts.make, send, || Action::MakeLink),
            ]) }
            <div role="status">{ line_if("", words::outgoing(outgoing)) }</div>
            <div>{ link }</div>
        </div>
    }
}

fn made(link: &str, state: &State, send: &Send) -> Html {
    let texts = &WORDS.sending;
    let field = FieldParts {
        id: parts::copy_id(&Copying::Log),
        label: texts.label.into(),
        hint: texts.hint,
        fault: None,
    };
    html! {
        <div class="share">
            { field.read_only(link.to_owned()) }
            <div class="actions">
                { parts::button(Weight::Plain, WORDS.result.copy_link, send, || Action::Copy(Copying::Log)) }
                if !state.place.is_home {
                    <a href={link.to_owned()} target="_blank" rel="noopener noreferrer">{ texts.open }</a>
                }
                <p class="fine" role="status">{ parts::copied(state, &Copying::Log) }</p>
            </div>
        </div>
    }
}

/// Why a link that was opened brought nothing.
pub(super) fn refused(why: NoParcel, state: &State, send: &Send) -> Html {
    html! {
        <div class="note">
            <div class="told">{ line("warning", words::no_parcel(why, state.dates)) }</div>
            { parts::actions(vec![
                parts::button(Weight::Plain, WORDS.safety.close_backup, send, || Action::CloseBackup),
            ]) }
        </div>
    }
}
