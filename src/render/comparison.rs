//! CPC, CPC-H and CCS side by side.

use super::{Block, Table, sources};
use crate::app::DateOrder;
use crate::rules::{Credential, PATHS};
use crate::words::{self, WORDS};

/// The three credentials side by side, and the pages behind every figure.
///
/// ```
/// use coderpath::{app::DateOrder, render::{Block, comparison}};
/// let [Block::Table(table), Block::Sources(_)] = &comparison(DateOrder::MonthFirst)[..] else { panic!() };
/// assert_eq!(table.columns, ["CPC", "CPC-H (now COC)", "CCS"]);
/// ```
pub fn comparison(dates: DateOrder) -> Vec<Block> {
    let ids = PATHS.map(|credential| credential.id);
    let table = Table {
        caption: words::compared(ids),
        corner: WORDS.guide.compared_by.to_owned(),
        columns: ids.map(|id| words::name(id).to_owned()).to_vec(),
        rows: vec![
            row(WORDS.guide.full_name, &words::full_name),
            row(WORDS.result.fact_body, &|credential| {
                words::body(credential.id.body()).to_owned()
            }),
            row(WORDS.result.fact_setting, &|credential| {
                words::setting(credential.setting.value).to_owned()
            }),
            row(WORDS.result.fact_code_sets, &words::code_sets),
            row(WORDS.guide.exam_now, &|credential| {
                words::exam_now(credential, dates)
            }),
            row(WORDS.guide.exam_then, &|credential| {
                words::exam_then(credential, dates)
            }),
            row(WORDS.result.fact_entry, &words::entry),
            row(WORDS.guide.fee, &|credential| {
                words::exam_fee(credential, dates)
            }),
            row(WORDS.guide.membership, &|credential| {
                words::membership(credential, dates)
            }),
            row(WORDS.result.fact_upkeep, &words::upkeep_by_both),
            row(WORDS.guide.employers, &|credential| {
                words::employers(credential.employers.value).to_owned()
            }),
        ],
    };
    let pages = PATHS.iter().flat_map(|credential| credential.pages());
    vec![Block::Table(table), sources(pages)]
}

fn row(head: &'static str, cell: &dyn Fn(&'static Credential) -> String) -> (String, Vec<String>) {
    (head.to_owned(), PATHS.iter().map(|one| cell(one)).collect())
}
