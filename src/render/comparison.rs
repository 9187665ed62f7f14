//! CPC, CPC-H and CCS side by side.

use super::{Block, Table};
use crate::app::DateOrder;
use crate::rules::source::each_once;
use crate::rules::{Credential, PATHS};
use crate::words::{self, WORDS};

/// What is compared.
#[derive(Clone, Copy)]
enum Aspect {
    FullName,
    Body,
    Setting,
    CodeSets,
    ExamNow,
    ExamThen,
    Entry,
    Fee,
    Membership,
    Upkeep,
    Employers,
}

const ASPECTS: [Aspect; 11] = [
    Aspect::FullName,
    Aspect::Body,
    Aspect::Setting,
    Aspect::CodeSets,
    Aspect::ExamNow,
    Aspect::ExamThen,
    Aspect::Entry,
    Aspect::Fee,
    Aspect::Membership,
    Aspect::Upkeep,
    Aspect::Employers,
];

/// The three credentials side by side, and the pages behind every figure.
///
/// ```
/// use coderpath::{app::DateOrder, render::{Block, comparison}};
/// let [Block::Table(table), Block::Sources(_)] = &comparison(DateOrder::MonthFirst)[..] else { panic!() };
/// assert_eq!(table.columns, ["CPC", "CPC-H (now COC)", "CCS"]);
/// ```
pub fn comparison(dates: DateOrder) -> Vec<Block> {
    let mut columns = Vec::new();
    let mut pages = Vec::new();
    for credential in PATHS {
        columns.push(words::name(credential.id).to_owned());
        pages.extend(credential.pages());
    }
    let mut rows = Vec::new();
    for aspect in ASPECTS {
        let mut cells = Vec::new();
        for credential in PATHS {
            cells.push(cell(aspect, credential, dates));
        }
        rows.push((head(aspect).to_owned(), cells));
    }
    let table = Table {
        caption: words::compared(PATHS.map(|credential| credential.id)),
        corner: WORDS.guide.compared_by.to_owned(),
        columns,
        rows,
    };
    vec![Block::Table(table), Block::Sources(each_once(pages))]
}

fn head(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::FullName => WORDS.guide.full_name,
        Aspect::Body => WORDS.result.fact_body,
        Aspect::Setting => WORDS.result.fact_setting,
        Aspect::CodeSets => WORDS.result.fact_code_sets,
        Aspect::ExamNow => WORDS.guide.exam_now,
        Aspect::ExamThen => WORDS.guide.exam_then,
        Aspect::Entry => WORDS.result.fact_entry,
        Aspect::Fee => WORDS.guide.fee,
        Aspect::Membership => WORDS.guide.membership,
        Aspect::Upkeep => WORDS.result.fact_upkeep,
        Aspect::Employers => WORDS.guide.employers,
    }
}

fn cell(aspect: Aspect, credential: &Credential, dates: DateOrder) -> String {
    let plain = match aspect {
        Aspect::Body => words::body(credential.id.body()),
        Aspect::Setting => words::setting(credential.setting.value),
        Aspect::Employers => words::employers(credential.employers.value),
        Aspect::FullName => return words::full_name(credential),
        Aspect::CodeSets => return words::code_sets(credential),
        Aspect::ExamNow => return words::exam_now(credential, dates),
        Aspect::ExamThen => return words::exam_then(credential, dates),
        Aspect::Entry => return words::entry(credential),
        Aspect::Fee => return words::exam_fee(credential, dates),
        Aspect::Membership => return words::membership(credential, dates),
        Aspect::Upkeep => return words::upkeep_by_both(credential),
    };
    plain.to_owned()
}
