//! Draws a document: what is read and not worked with.

use yew::prelude::*;

use super::parts::{self, line};
use crate::app::DateOrder;
use crate::render::Block;

/// The blocks of a document, one under the other.
pub(super) fn blocks(document: &[Block], dates: DateOrder) -> Html {
    html! {
        <div class="document">
            for (index, one) in document.iter().enumerate() {
                <div key={index}>{ block(one, dates) }</div>
            }
        </div>
    }
}

fn block(block: &Block, dates: DateOrder) -> Html {
    match block {
        Block::Heading(text) => html! { <h3>{ text }</h3> },
        Block::Subheading(text) => html! { <h4>{ text }</h4> },
        Block::Text(text) => line("", text.clone()),
        Block::Fine(text) => line("fine", text.clone()),
        Block::List(items) => parts::bullets("", items.iter().map(Html::from)),
        Block::Pairs(all) => pairs(all),
        Block::Sources(sources) => parts::sources(sources.iter().copied(), dates),
        Block::Folded {
            id,
            summary,
            inside,
        } => html! {
            <details id={*id}>
                <summary>{ summary }</summary>
                { blocks(inside, dates) }
            </details>
        },
        // Nothing that is drawn here has one.
        Block::Table(_) => Html::default(),
    }
}

fn pairs(all: &[(String, String)]) -> Html {
    html! {
        <dl>
            for (index, (term, text)) in all.iter().enumerate() {
                <div key={index}>
                    <dt>{ term }</dt>
                    <dd>{ text }</dd>
                </div>
            }
        </dl>
    }
}
