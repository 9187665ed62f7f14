//! A document of `render`, drawn. Loops, and one called piece for what holds a text: with an iterator for each list this
//! was 5 KB of the wasm.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::parts::{self, element};
use crate::app::DateOrder;
use crate::render::{Block, Table};

/// The blocks of a document inside an element of their own. They have no keys: where one document takes another's place,
/// the view around them has one.
pub(super) fn blocks(blocks: &[Block], dates: DateOrder) -> Html {
    let mut inside = Vec::new();
    for block in blocks {
        inside.push(drawn(block, dates));
    }
    element("div", &["class"], &["document"], inside)
}

fn drawn(block: &Block, dates: DateOrder) -> Html {
    match block {
        Block::Heading(text) => holding("h3", &[], &[], text),
        Block::Subheading(text) => holding("h4", &[], &[], text),
        Block::Text(text) => holding("p", &[], &[], text),
        Block::Fine(text) => holding("p", &["class"], &["fine"], text),
        Block::List(items) => {
            let mut inside = Vec::new();
            for item in items {
                inside.push(holding("li", &[], &[], item));
            }
            element("ul", &[], &[], inside)
        }
        Block::Pairs(pairs) => {
            let mut inside = Vec::new();
            for (term, what) in pairs {
                let pair = vec![holding("dt", &[], &[], term), holding("dd", &[], &[], what)];
                inside.push(element("div", &[], &[], pair));
            }
            element("dl", &[], &[], inside)
        }
        Block::Table(table) => table_of(table),
        // The same type as everywhere: another would be a second copy of what draws them.
        Block::Sources(pages) => parts::sources(pages.clone(), dates),
        Block::Folded { summary, inside } => {
            let inside = vec![holding("summary", &[], &[], summary), blocks(inside, dates)];
            element("details", &[], &[], inside)
        }
    }
}

/// An element with a text in it.
fn holding(tag: &'static str, names: &'static [&'static str], values: &[&str], text: &str) -> Html {
    let text = VText::new(text.to_owned());
    element(tag, names, values, vec![text.into()])
}

/// The roles are those that the elements have by themselves: the style for narrow widgets, which draws a row as a block,
/// takes them away. `data-column` is what that style puts before each cell.
fn table_of(table: &Table) -> Html {
    let head = |role, scope, text| holding("th", &["role", "scope"], &[role, scope], text);
    let row = |cells| element("tr", &["role"], &["row"], cells);
    let group = |tag, rows| element(tag, &["role"], &["rowgroup"], rows);
    let mut columns = vec![head("columnheader", "col", &table.corner)];
    for column in &table.columns {
        columns.push(head("columnheader", "col", column));
    }
    let mut rows = Vec::new();
    for (name, texts) in &table.rows {
        let mut cells = vec![head("rowheader", "row", name)];
        for (column, text) in table.columns.iter().zip(texts) {
            cells.push(holding(
                "td",
                &["role", "data-column"],
                &["cell", column],
                text,
            ));
        }
        rows.push(row(cells));
    }
    let inside = vec![
        holding("caption", &[], &[], &table.caption),
        group("thead", vec![row(columns)]),
        group("tbody", rows),
    ];
    element("table", &["role"], &["table"], inside)
}
