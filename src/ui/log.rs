//! *My CEU log*: where the holder stands, where typing begins, the list, and what is held.

use yew::prelude::*;

use super::parts::{self, Weight, line, line_if, named_button};
use super::{Send, account, form, list, profile, safety, sheets};
use crate::app::{Action, Focus, State};
use crate::ledger::{Account, Ledger, Looking};
use crate::words::{self, WORDS};

/// The whole view.
pub(super) fn view(state: &State, send: &Send) -> Html {
    // With a long log these two take longer than the rest, so nothing below works them out once more.
    let entries = state.log.entries();
    let ledger = state.ledger(&entries);
    let unsubmitted = state.unsubmitted(&entries);
    let is_empty = entries.is_empty();
    // The marks in the list are those of the present periods, whichever are looked at above.
    let now = Looking::default();
    let present = (state.looking != now).then(|| state.ledger_at(&entries, now));
    let marks = list::marks(present.as_ref().unwrap_or(&ledger));
    html! {
        <section class="log" key="log">
            <h2>{ WORDS.frame.log }</h2>
            { safety::warnings(state, &entries, send) }
            { standing(state, &ledger, unsubmitted.as_ref(), send) }
            <div class="notice" role="status">
                { line_if("", state.notice.as_ref().map(|notice| words::notice(notice, state))) }
            </div>
            { safety::steps(state, send) }
            { safety::reminder(state, send) }
            { beginning(state, is_empty, send) }
            if !is_empty {
                <h3>{ WORDS.log.entries }</h3>
                { list::view(state, &entries, &marks, send) }
            }
            { parts::bullets("unread", state.log.unread().map(|record| safety::unread(record, send))) }
            { profile::view(state, send) }
            { sheets::view(state, send) }
            { safety::place(state, send) }
        </section>
    }
}

/// Where typing begins: the form, unless it stands in the list; or what was being typed before, and the button that opens
/// the form.
fn beginning(state: &State, is_empty: bool, send: &Send) -> Html {
    let Some(open) = &state.form else {
        let offers = state.offers.iter();
        return html! {
            <div class="beginning">
                { parts::bullets("offers", offers.map(|offer| list::offer(offer, state.dates, send))) }
                if is_empty {
                    { first_use(state, send) }
                } else {
                    { focused_button(Weight::Primary, &Focus::AddButton, WORDS.log.add, send, || Action::Add) }
                }
            </div>
        };
    };
    html! {
        <div class="beginning">
            if !state.form_is_in_list() {
                { form::view(open, &state.log, state.dates, send) }
            }
        </div>
    }
}

/// What the log is for, and the two ways to begin.
fn first_use(state: &State, send: &Send) -> Html {
    let add = named_button(
        Weight::Primary,
        Some(parts::id_of(&Focus::AddButton)),
        None,
        WORDS.log.add_first.into(),
        parts::press(send, || Action::Add),
    );
    html! {
        <div class="first">
            { line("", WORDS.log.first_use) }
            { parts::actions(vec![
                add,
                if state.log.profile().holdings().is_empty() { parts::button(Weight::Plain, WORDS.log.say_it, send, || Action::SayWhatIHold) } else { Html::default() },
            ]) }
        </div>
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
    parts::actions(vec![button])
}

fn standing(
    state: &State,
    ledger: &Ledger<'_>,
    unsubmitted: Option<&Account<'_>>,
    send: &Send,
) -> Html {
    let Ledger { aapc, ahima } = ledger;
    html! {
        <div class="standing">
            if let Some(aapc) = aapc {
                { account::view(aapc, unsubmitted, true, state, send) }
            }
            if let Some(ahima) = ahima {
                { account::view(ahima, None, aapc.is_none(), state, send) }
            }
        </div>
    }
}
