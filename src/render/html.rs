//! Documents as static HTML: a page of its own, and what stands in the widget's place until it is ready.
//!
//! A [`Writer`] writes elements from names that are known when this is compiled, and texts that it escapes, so no text
//! can open, close or change an element.

use super::{Block, Table, comparison, rulebook, totals};
use crate::app::DateOrder;
use crate::rules::{READ_ON, Source};
use crate::words::{self, WORDS};

/// A document as HTML; its headings are of the second and the third level.
///
/// ```
/// use coderpath::{app::DateOrder, render::{Block, html}};
/// let blocks = [Block::Text("Fees & \"dues\" < $400".to_owned())];
/// assert_eq!(html(&blocks, DateOrder::MonthFirst), "<p>Fees &amp; &quot;dues&quot; &lt; $400</p>\n");
/// ```
pub fn html(blocks: &[Block], dates: DateOrder) -> String {
    let mut to = Writer::new(["h2", "h3"], dates);
    to.blocks(blocks);
    to.html
}

/// A whole page with a title and a document. It runs no script and takes its look from `styles/page.css` beside it.
pub fn page(title: &str, blocks: &[Block], dates: DateOrder) -> String {
    let mut to = Writer::new(["h2", "h3"], dates);
    to.html.push_str("<!doctype html>\n");
    to.element("html", &[("lang", WORDS.frame.language)], |to| {
        to.lines("head", &[], |to| {
            to.void("meta", &[("charset", "utf-8")]);
            to.void(
                "meta",
                &[
                    ("name", "viewport"),
                    ("content", "width=device-width, initial-scale=1"),
                ],
            );
            to.line("title", title);
            to.void(
                "link",
                &[("rel", "stylesheet"), ("href", "./styles/page.css")],
            );
        });
        to.lines("body", &[], |to| {
            to.lines("header", &[], |to| to.line("h1", title));
            to.lines("main", &[("class", "document")], |to| to.blocks(blocks));
        });
    });
    to.html.push('\n');
    to.html
}

/// The page that has everything: the comparison, the tables of the totals, the rules, and how the quiz decides. It is
/// written before anyone reads it, so it does not say how long ago the sources were read; their dates stand there.
pub fn whole_page(dates: DateOrder) -> String {
    page(WORDS.page.page_title, &everything(dates), dates)
}

/// What stands between the element's tags: a short card, and everything that the page has, folded under it.
pub fn fallback(dates: DateOrder) -> String {
    let mut to = Writer::new(["h3", "h4"], dates);
    to.lines("div", &[("class", "fallback")], |to| {
        to.line("h2", WORDS.page.card_title);
        for sentence in words::card().iter().flatten() {
            to.line("p", sentence);
        }
        to.lines("details", &[("class", "document")], |to| {
            to.line("summary", WORDS.page.card_more);
            to.blocks(&everything(dates));
        });
    });
    to.html
}

fn everything(dates: DateOrder) -> Vec<Block> {
    let parts = [
        (WORDS.page.how_they_compare, comparison(dates)),
        (WORDS.page.how_many, totals(dates)),
        (WORDS.frame.rules, rulebook(READ_ON, dates)),
    ];
    let mut blocks = Vec::new();
    for (heading, part) in parts {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(part);
    }
    blocks
}

/// An element's attributes.
type Attributes<'a> = &'a [(&'static str, &'a str)];

struct Writer {
    html: String,
    /// The elements of a heading and of one inside its section.
    headings: [&'static str; 2],
    dates: DateOrder,
}

impl Writer {
    fn new(headings: [&'static str; 2], dates: DateOrder) -> Self {
        Self {
            html: String::new(),
            headings,
            dates,
        }
    }

    /// A text, in which nothing is markup.
    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                letter => self.html.push(letter),
            }
        }
    }

    fn open(&mut self, tag: &'static str, attributes: Attributes) {
        self.html.push('<');
        self.html.push_str(tag);
        for (name, value) in attributes {
            self.html.push(' ');
            self.html.push_str(name);
            self.html.push_str("=\"");
            self.text(value);
            self.html.push('"');
        }
        self.html.push('>');
    }

    /// An element that has no end.
    fn void(&mut self, tag: &'static str, attributes: Attributes) {
        self.open(tag, attributes);
        self.html.push('\n');
    }

    fn element(
        &mut self,
        tag: &'static str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes);
        inside(self);
        self.html.push_str("</");
        self.html.push_str(tag);
        self.html.push('>');
    }

    /// An element whose tags have lines of their own.
    fn lines(&mut self, tag: &'static str, attributes: Attributes, inside: impl FnOnce(&mut Self)) {
        self.element(tag, attributes, |to| {
            to.html.push('\n');
            inside(to);
        });
        self.html.push('\n');
    }

    /// A text in an element, on a line of its own.
    fn line(&mut self, tag: &'static str, text: &str) {
        self.line_with(tag, &[], text);
    }

    fn line_with(&mut self, tag: &'static str, attributes: Attributes, text: &str) {
        self.element(tag, attributes, |to| to.text(text));
        self.html.push('\n');
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        let [heading, subheading] = self.headings;
        match block {
            Block::Heading(text) => self.line(heading, text),
            Block::Subheading(text) => self.line(subheading, text),
            Block::Text(text) => self.line("p", text),
            Block::Fine(text) => self.line_with("p", &[("class", "fine")], text),
            Block::List(items) => self.lines("ul", &[], |to| {
                for item in items {
                    to.line("li", item);
                }
            }),
            Block::Pairs(pairs) => self.lines("dl", &[], |to| {
                for (term, what) in pairs {
                    to.lines("div", &[], |to| {
                        to.line("dt", term);
                        to.line("dd", what);
                    });
                }
            }),
            Block::Table(table) => self.table(table),
            Block::Sources(pages) => self.sources(pages),
            Block::Folded { summary, inside } => {
                self.lines("details", &[], |to| {
                    to.line("summary", summary);
                    to.blocks(inside);
                });
            }
        }
    }

    /// The roles are those that the elements have by themselves: a style that draws a row as a block, as a phone needs
    /// it, takes them away. `data-column` is what that style puts before each cell.
    fn table(&mut self, table: &Table) {
        self.lines("table", &[("role", "table")], |to| {
            to.line("caption", &table.caption);
            to.lines("thead", &[("role", "rowgroup")], |to| {
                to.lines("tr", &[("role", "row")], |to| {
                    for head in std::iter::once(&table.corner).chain(&table.columns) {
                        to.line_with("th", &[("scope", "col"), ("role", "columnheader")], head);
                    }
                });
            });
            to.lines("tbody", &[("role", "rowgroup")], |to| {
                for (head, cells) in &table.rows {
                    to.lines("tr", &[("role", "row")], |to| {
                        to.line_with("th", &[("scope", "row"), ("role", "rowheader")], head);
                        for (column, cell) in table.columns.iter().zip(cells) {
                            to.line_with("td", &[("role", "cell"), ("data-column", column)], cell);
                        }
                    });
                }
            });
        });
    }

    fn sources(&mut self, pages: &[&'static Source]) {
        let dates = self.dates;
        self.lines("details", &[("class", "sources")], |to| {
            to.line("summary", WORDS.frame.sources);
            to.lines("ul", &[], |to| {
                for page in pages {
                    to.lines("li", &[], |to| {
                        to.line_with(
                            "a",
                            &[("href", page.url), ("rel", "noopener noreferrer")],
                            page.title,
                        );
                        to.line_with(
                            "span",
                            &[("class", "fine")],
                            &words::source_line(page, dates),
                        );
                    });
                }
            });
            to.line_with("p", &[("class", "fine")], WORDS.frame.sources_may_change);
        });
    }
}
