//! What a release has as static text alone: the tables of the totals, and the card.
//! The widget does not carry it.

use super::WORDS;
use super::decisions::either;
use super::rules::{body, ceus, day, edition_name, name};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::rules::{CredentialId, Edition, READ_ON, aapc_requirement, ahima_requirement};

section! {
    /// The tables of the totals, and the static page and card around everything.
    PageTexts {
        read_on: "This was read on {0}, in stored copies of the pages that are named below.",
        aapc_table: "AAPC: CEUs every two years, by how many of its certifications are held",
        certifications: "Certifications",
        by_table: "By {0}",
        since_when: "How it is dated",
        ahima_base: "First credential",
        ahima_large_base: "First credential, where {0} is held",
        ahima_extra: "Each further credential",
        ahima_most: "At the most",
        page_title: "CPC, CPC-H or CCS, and how many CEUs",
        how_they_compare: "How they compare",
        how_many: "How many CEUs every two years",
        card_title: "CPC, CPC-H or CCS?",
        card_cpc: "The CPC ({0}) is for the work of doctors and other providers and is the usual first credential; it asks {1} every two years.",
        card_coc: "The CPC-H, now called COC ({0}), is for what a hospital or surgery center bills for outpatients; held together with a CPC it asks {1} every two years for both by {2}, and {3} by {4}, the newest found.",
        card_ccs: "The CCS ({0}) is for hospital records, admitted patients first; it asks {1} every two years, counted apart from {2}’s.",
        card_more: "The comparison in full, the rules, and how the quiz decides",
    }
}

// The rules of the totals

/// When the pages were read.
pub fn read_on(dates: DateOrder) -> String {
    fill(WORDS.page.read_on, &[&day(READ_ON, dates)])
}

/// A table of AAPC's at the head of a column.
pub fn by_table(edition: Edition) -> String {
    fill(WORDS.page.by_table, &[edition_name(edition)])
}

/// The first credential, where it is one of these.
pub fn large_base(ids: &[CredentialId]) -> String {
    let names = ids.iter().map(|id| name(*id).to_owned());
    fill(WORDS.page.ahima_large_base, &[&either(names.collect())])
}

// The short card

/// The three credentials in a sentence each, with what they ask.
pub fn card() -> Option<[String; 3]> {
    let by = |edition| aapc_requirement(2, edition).map(|owed| owed.total);
    let aapc = aapc_requirement(1, Edition::Article)?;
    let ahima = ahima_requirement(&[CredentialId::Ccs].into_iter().collect())?;
    let granted_by = |id: CredentialId| body(id.body());
    Some([
        fill(
            WORDS.page.card_cpc,
            &[granted_by(CredentialId::Cpc), &ceus(aapc.total)],
        ),
        fill(
            WORDS.page.card_coc,
            &[
                granted_by(CredentialId::Coc),
                &ceus(by(Edition::Article)?),
                edition_name(Edition::Article),
                &by(Edition::Latest)?.to_string(),
                edition_name(Edition::Latest),
            ],
        ),
        fill(
            WORDS.page.card_ccs,
            &[
                granted_by(CredentialId::Ccs),
                &ceus(ahima.total),
                granted_by(CredentialId::Cpc),
            ],
        ),
    ])
}
