//! *Questions*: what people ask, to be searched and opened.

use yew::prelude::*;

use super::parts::{self, FieldParts, Weight, line};
use super::{Send, outside};
use crate::app::{Action, DateOrder, Focus, State, link_to_question};
use crate::faq::FaqId;
use crate::words::{self, WORDS};

/// The search, and the questions that it leaves.
pub(super) fn view(state: &State, send: &Send) -> Html {
    let (faq, dates) = (&state.faq, state.dates);
    let found = words::faq_found(&faq.search, dates);
    html! {
        <section class="faq" key="questions">
            <h2>{ WORDS.faq.title }</h2>
            { search(&faq.search, send) }
            <p class="found" role="status">{ words::faq_count(found.len(), &faq.search) }</p>
            <div class="questions">
                for id in found {
                    <article key={id.key()}>
                        { question(id, faq.is_open(id), dates, send) }
                        if faq.is_open(id) {
                            { answer(id, dates, send) }
                        }
                    </article>
                }
            </div>
        </section>
    }
}

fn search(typed: &str, send: &Send) -> Html {
    let field = FieldParts {
        id: "search".into(),
        label: WORDS.faq.search.into(),
        hint: WORDS.faq.search_hint,
        fault: None,
    };
    let on_input = send.reform(|event: InputEvent| Action::Search(parts::text_of(&event)));
    field.around(html! {
        <input
            id="search"
            type="search"
            autocomplete="off"
            aria-describedby="search-hint"
            value={typed.to_owned()}
            oninput={on_input}
        />
    })
}

fn answer_id(id: FaqId) -> AttrValue {
    ["answer-", id.key()].concat().into()
}

/// A heading that opens its answer and closes it.
fn question(id: FaqId, is_open: bool, dates: DateOrder, send: &Send) -> Html {
    let on_press = parts::press(send, move || Action::OpenFaq(id, !is_open));
    let button = parts::opener(
        Some(parts::id_of(&Focus::Faq(id))),
        is_open,
        answer_id(id),
        words::faq_question(id, dates),
        on_press,
    );
    parts::element("h3", &[], &[], vec![button])
}

fn answer(id: FaqId, dates: DateOrder, send: &Send) -> Html {
    let lead = id.leads_to().map(|lead| {
        let on_press = parts::press(send, move || Action::ChooseTab(lead.into()));
        let label = words::faq_lead(lead).into();
        parts::named_button(Weight::Plain, None, None, label, on_press)
    });
    html! {
        <div class="answer" id={answer_id(id)}>
            { line("", words::faq_answer(id, dates)) }
            { parts::sources(id.sources().iter().copied(), dates) }
            <div class="actions">
                { lead.unwrap_or_default() }
                <a href={outside::with_fragment(&link_to_question(id))} aria-describedby={parts::id_of(&Focus::Faq(id))}>{ WORDS.faq.link }</a>
            </div>
        </div>
    }
}
