//! The rules of the CEU totals.

use super::{Block, Table};
use crate::app::DateOrder;
use crate::rules::source::each_once;
use crate::rules::{
    AHIMA_BASE, AHIMA_EXTRA, AHIMA_LARGE_BASE, AHIMA_MOST, Assumption, Body, CredentialId, Edition,
    LARGE_BASE, Source, aapc_edition, ahima_requirement,
};
use crate::words::{self, WORDS};

const EDITIONS: [Edition; 2] = [Edition::Article, Edition::Latest];

/// What can be taken for granted anywhere in the totals.
const ASSUMPTIONS: [Assumption; 5] = [
    Assumption::BodiesCountApart,
    Assumption::ApprenticesOweTheSame,
    Assumption::SpecificMinimumNotShown,
    Assumption::AhimaExtraIsOlder,
    Assumption::OlderAhimaCycles,
];

/// What AAPC and AHIMA ask for every number of credentials, what is taken for granted, and the pages behind
/// all of it.
pub fn totals(dates: DateOrder) -> Vec<Block> {
    let mut blocks = vec![Block::Text(words::read_on(dates))];
    blocks.extend(aapc(dates));
    blocks.extend(ahima(dates));
    blocks.extend([
        Block::Subheading(WORDS.calculator.we_assume.to_owned()),
        Block::List(
            ASSUMPTIONS
                .iter()
                .map(|one| words::assumption(*one))
                .collect(),
        ),
        Block::Sources(each_once(pages())),
    ]);
    blocks
}

fn aapc(dates: DateOrder) -> [Block; 2] {
    let [article, latest] = EDITIONS.map(|edition| aapc_edition(edition).totals.value);
    let last = article.len();
    let totals = article.into_iter().zip(latest).zip(1..);
    let mut rows: Vec<(String, Vec<String>)> = totals
        .map(|((article, latest), count)| {
            (
                words::number(count, usize::try_from(count) == Ok(last)),
                vec![article.to_string(), latest.to_string()],
            )
        })
        .collect();
    rows.push((
        WORDS.page.since_when.to_owned(),
        EDITIONS
            .map(|edition| words::in_force(aapc_edition(edition), dates))
            .to_vec(),
    ));
    [
        Block::Subheading(words::body(Body::Aapc).to_owned()),
        Block::Table(Table {
            caption: WORDS.page.aapc_table.to_owned(),
            corner: WORDS.page.certifications.to_owned(),
            columns: EDITIONS.map(words::by_table).to_vec(),
            rows,
        }),
    ]
}

fn ahima(dates: DateOrder) -> Vec<Block> {
    let owed = |id: CredentialId| ahima_requirement(&[id].into_iter().collect());
    let amounts = [
        (WORDS.page.ahima_base.to_owned(), &AHIMA_BASE),
        (words::large_base(&LARGE_BASE), &AHIMA_LARGE_BASE),
        (WORDS.page.ahima_extra.to_owned(), &AHIMA_EXTRA),
        (WORDS.page.ahima_most.to_owned(), &AHIMA_MOST),
    ];
    let mut blocks = vec![
        Block::Subheading(words::body(Body::Ahima).to_owned()),
        Block::Pairs(
            amounts
                .map(|(term, amount)| (term, words::ceus(amount.value)))
                .to_vec(),
        ),
    ];
    if let Some(alone) = owed(CredentialId::Ccs) {
        let shares = alone.shares.iter().map(|share| words::share(*share, dates));
        blocks.extend([
            Block::Text(words::ahima_rule(&alone)),
            Block::List(shares.collect()),
        ]);
    }
    blocks
}

fn pages() -> Vec<&'static Source> {
    let mut pages = EDITIONS
        .map(|edition| aapc_edition(edition).totals.sources)
        .concat();
    for amount in [&AHIMA_BASE, &AHIMA_LARGE_BASE, &AHIMA_EXTRA, &AHIMA_MOST] {
        pages.extend(amount.sources);
    }
    if let Some(alone) = ahima_requirement(&[CredentialId::Ccs].into_iter().collect()) {
        pages.extend(alone.shares.iter().flat_map(|share| share.sources));
    }
    for assumption in ASSUMPTIONS {
        pages.extend(assumption.basis().sources);
    }
    pages
}
