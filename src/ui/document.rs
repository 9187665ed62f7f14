//! A document of `render`, drawn.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::parts::{self, element, line};
use crate::app::DateOrder;
use crate::render::{Block, Table};

/// The blocks of a document inside an element of their own. They have no keys: where one document takes another's place,
/// the view around them has one.
pub(super) fn blocks(blocks: &[Block], dates: DateOrder) -> Html {
    let inside = blocks.iter().map(|one| block(one, dates)).collect();
    element("div", &["class"], &["document".into()], inside)
}

fn block(block: &Block, dates: DateOrder) -> Html {
    match block {
        Block::Heading(text) => holding("h3", text),
        Block::Subheading(text) => holding("h4", text),
        Block::Text(text) => line("", text.clone()),
        Block::Fine(text) => line("fine", text.clone()),
        Block::List(items) => parts::bullets("", items.iter().map(|item| text(item))),
        Block::Pairs(pairs) => {
            let pairs = pairs
                .iter()
                .map(|(term, what)| (term.clone(), what.clone().into()));
            parts::pairs("", pairs.collect())
        }
        Block::Table(table) => drawn(table),
        Block::Sources(pages) => parts::sources(pages.iter().copied(), dates),
        Block::Folded {
            id,
            summary,
            inside,
        } => {
            let inside = vec![holding("summary", summary), blocks(inside, dates)];
            element("details", &["id"], &[id.unwrap_or_default().into()], inside)
        }
    }
}

fn text(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

fn holding(tag: &'static str, inside: &str) -> Html {
    element(tag, &[], &[], vec![text(inside)])
}

/// The roles are those that the elements have by themselves: the style for narrow widgets, which draws a row as a block,
/// takes them away. `data-column` is what that style puts before each cell.
fn drawn(table: &Table) -> Html {
    let head = std::iter::once(&table.corner)
        .chain(&table.columns)
        .map(|head| {
            element(
                "th",
                &["role", "scope"],
                &["columnheader".into(), "col".into()],
                vec![text(head)],
            )
        });
    let head = row(head.collect());
    let rows = table.rows.iter().map(|(head, cells)| {
        let head = element(
            "th",
            &["role", "scope"],
            &["rowheader".into(), "row".into()],
            vec![text(head)],
        );
        let cells = table.columns.iter().zip(cells).map(|(column, cell)| {
            element(
                "td",
                &["role", "data-column"],
                &["cell".into(), column.clone().into()],
                vec![text(cell)],
            )
        });
        row(std::iter::once(head).chain(cells).collect())
    });
    let inside = vec![
        holding("caption", &table.caption),
        group("thead", vec![head]),
        group("tbody", rows.collect()),
    ];
    element("table", &["role"], &["table".into()], inside)
}

fn row(cells: Vec<Html>) -> Html {
    element("tr", &["role"], &["row".into()], cells)
}

fn group(tag: &'static str, rows: Vec<Html>) -> Html {
    element(tag, &["role"], &["rowgroup".into()], rows)
}
