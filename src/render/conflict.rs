//! The document of a conflict: where versions of one thing differ.

use super::{Block, Table};
use crate::app::DateOrder;
use crate::log::Record;
use crate::words::{self, WORDS};

/// A table of what differs between versions, or that nothing does.
pub fn conflict(versions: &[&Record], dates: DateOrder, zone: i32) -> Block {
    let texts = &WORDS.conflict;
    let mut columns = Vec::new();
    let mut fields = Vec::new();
    for (number, record) in (1_usize..).zip(versions) {
        columns.push(words::version(number, record, dates, zone));
        fields.push(words::version_fields(&record.content, dates));
    }
    let mut rows = Vec::new();
    let names = fields.iter().max_by_key(|fields| fields.len());
    for (place, (name, _)) in names.into_iter().flatten().enumerate() {
        let mut told: Vec<String> = Vec::new();
        for version in &fields {
            let text = version.get(place).map(|(_, text)| text.as_str());
            let text = text
                .filter(|text| !text.is_empty())
                .unwrap_or(texts.nothing);
            told.push(text.to_owned());
        }
        if told.iter().any(|text| Some(text) != told.first()) {
            rows.push(((*name).to_owned(), told));
        }
    }
    if rows.is_empty() {
        return Block::Text(texts.same.to_owned());
    }
    Block::Table(Table {
        caption: texts.versions.to_owned(),
        corner: texts.field.to_owned(),
        columns,
        rows,
    })
}
