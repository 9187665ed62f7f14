//! What people ask: the questions, their answers, the search, and the rules and findings that are listed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as it is"
)]

mod common;

use std::collections::BTreeSet;

use coderpath::app::{
    Action, DateOrder, Effect, Focus, Link, View, link_to_question, matches, read_link,
};
use coderpath::faq::{FaqId, Lead};
use coderpath::rules::mechanics::AAPC_PRORATED_MONTHLY;
use coderpath::rules::reported::FIRST_TRACKER;
use coderpath::rules::{Ceus, CredentialId, source};
use coderpath::words;
use common::Person;

const US: DateOrder = DateOrder::MonthFirst;

/// How many sentences a text has: what ends one is a mark with a space and a capital, a digit or a quotation after it,
/// or the end of the text.
fn sentences(text: &str) -> usize {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len())
        .filter(|&at| matches!(chars[at], '.' | '?' | '!'))
        .filter(|&at| {
            let after: Vec<char> = chars[at + 1..]
                .iter()
                .copied()
                .skip_while(|c| matches!(c, '”' | '’' | ')'))
                .take(2)
                .collect();
            match after[..] {
                [] => true,
                [' '] => panic!("space at the end of {text:?}"),
                [' ', next] => {
                    next.is_uppercase() || next.is_ascii_digit() || matches!(next, '“' | '(')
                }
                _ => false,
            }
        })
        .count()
}

#[test]
fn sentences_are_counted() {
    for (text, count) in [
        ("One.", 1),
        ("One. Two? Three.", 3),
        ("It is 1.5 a month, $425 here.", 1),
        ("He said “yes.” “No” is two.", 2),
        ("See aapc.com for it.", 1),
        ("In the end (so it is). 5 more.", 2),
    ] {
        assert_eq!(sentences(text), count, "{text:?}");
    }
}

#[test]
fn every_question_has_a_short_answer_with_sources() {
    let mut asked = BTreeSet::new();
    for &id in FaqId::ALL {
        let key = id.key();
        let question = words::faq_question(id, US);
        assert!(question.ends_with('?'), "{key}: {question}");
        assert_eq!(sentences(&question), 1, "{key}: {question}");
        assert!(asked.insert(question.clone()), "{question} twice");
        let answer = words::faq_answer(id, US);
        assert!(answer.ends_with(['.', '?']), "{key}: {answer}");
        assert!(
            (1..=3).contains(&sentences(&answer)),
            "{key}: {} sentences in {answer:?}",
            sentences(&answer)
        );
        for text in [&question, &answer] {
            assert!(
                !text.contains(['{', '}']),
                "{key}: an open place in {text:?}"
            );
            assert!(!text.contains("  "), "{key}: {text:?}");
        }
        assert!(!id.sources().is_empty(), "{key}");
        for (nth, page) in id.sources().iter().enumerate() {
            assert!(source::ALL.contains(page), "{key}: {}", page.title);
            assert!(
                !id.sources()[..nth].contains(page),
                "{key}: {} twice",
                page.title
            );
        }
    }
    assert_eq!(FaqId::ALL.len(), 20);
}

#[test]
fn keys_are_unique_and_lead_back() {
    let mut keys = BTreeSet::new();
    for &id in FaqId::ALL {
        assert!(keys.insert(id.key()), "{} twice", id.key());
        assert_eq!(FaqId::from_key(id.key()), Some(id));
        let link = link_to_question(id);
        assert_eq!(link, format!("coderpath=q.{}", id.key()));
        assert_eq!(read_link(&link), Some(Ok(Link::Question(id))));
        assert!(
            id.key()
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
            "{}",
            id.key()
        );
    }
    // Links that stand on other people's pages.
    let by_hand = "cpc-or-ccs coc-or-cpc cpc-coc-or-cic aapc-or-ahima cca interest job-without apprentice cpc-exam letters \
                   exam-cost more-credentials prorated tracker-shows-less index-number grey-button two-credentials revoked \
                   self-review forty-percent";
    assert_eq!(keys, by_hand.split_whitespace().collect());
    for unknown in ["", "Prorated", "q.prorated", "gray-button"] {
        assert_eq!(FaqId::from_key(unknown), None, "{unknown:?}");
    }
}

/// Figures typed by hand from the pages: each stands in the question or its answer.
#[test]
fn answers_have_the_figures_of_the_core() {
    let cases: [(FaqId, &[&str]); 16] = [
        (
            FaqId::CocOrCpc,
            &["100 multiple-choice questions", "last 4 hours"],
        ),
        (
            FaqId::Cca,
            &["105 items in 2 hours", "107 in 4 hours", "December 2025"],
        ),
        (FaqId::JobWithout, &["until two years of experience"]),
        (
            FaqId::Apprentice,
            &[
                "about two years",
                "as one year of work",
                "80-hour coding course",
            ],
        ),
        (
            FaqId::CpcExam,
            &[
                "two years",
                "100 multiple-choice questions in 4 hours",
                "70%",
            ],
        ),
        (
            FaqId::Letters,
            &[
                "Certified Professional Coder",
                "Certified Outpatient Coder",
                "Certified Coding Specialist",
            ],
        ),
        (
            FaqId::ExamCost,
            &[
                "Pages of February 2026 give $425 for one attempt at the CPC (an undated one $399) and $499 for two",
                "$399 and $499 for the COC",
                "for the CCS a page of December 2025 gives $299, or $399",
            ],
        ),
        (
            FaqId::MoreCredentials,
            &[
                "36 for one",
                "48 to 80 by the article’s",
                "40 to 52 by AAPC’s later",
                "every two years",
                "20 for a CCS",
                "by a copy of 2019 or 2020 a further credential adds 10",
                "more if it is an RHIA, CHPS, CHDA, CDIP or CPHI",
                "up to 50 in all",
            ],
        ),
        (
            FaqId::Prorated,
            &[
                "shorter than two years",
                "1.5 CEUs a month",
                "36 spread over two years",
            ],
        ),
        (
            FaqId::TrackerShowsLess,
            &["show 27 and not 36?", "27 is 18 months at 1.5 CEUs"],
        ),
        (FaqId::GrayButton, &["from one month before the due date"]),
        (FaqId::TwoCredentials, &["From October 1, 2012 on"]),
        (
            FaqId::Revoked,
            &[
                "90 days",
                "day 75",
                "$50",
                "30 days by one page",
                "10 days by another",
                "3 years",
                "$200",
            ],
        ),
        (
            FaqId::SelfReview,
            &[
                "5 CEUs each",
                "January 1, 2021",
                "20 CEUs",
                "$218",
                "$50",
                "a copy of 2021 or later",
            ],
        ),
        (
            FaqId::FortyPercent,
            &[
                "40% rule?",
                "From January 1, 2025 on, at least 40%",
                "8 of 20",
            ],
        ),
        (FaqId::CpcOrCcs, &[]),
    ];
    for (id, figures) in cases {
        let said = words::faq_question(id, US) + " " + &words::faq_answer(id, US);
        for figure in figures {
            assert!(
                said.contains(figure),
                "{}: {figure:?} is not in {said:?}",
                id.key()
            );
        }
    }
    // Where no figure was typed by hand there is none.
    for &id in FaqId::ALL {
        let has_figures = cases
            .iter()
            .any(|(with, figures)| *with == id && !figures.is_empty());
        let digits = words::faq_answer(id, US).contains(|c: char| c.is_ascii_digit());
        assert!(
            has_figures || !digits,
            "{}: a figure that is not pinned",
            id.key()
        );
    }
    // Both exams of which the answer speaks are alike.
    let exam = |id: CredentialId| id.facts().unwrap().exam.value;
    assert_eq!(exam(CredentialId::Cpc), exam(CredentialId::Coc));
}

/// An answer that gives a figure names the pages of that figure.
#[test]
fn answers_name_the_pages_of_their_figures() {
    use coderpath::rules::{AHIMA_BASE, Edition, aapc_edition, reported};
    let latest = aapc_edition(Edition::Latest).totals.sources;
    let cases: [(FaqId, &[&[&source::Source]]); 6] = [
        (
            FaqId::ExamCost,
            &[
                reported::CPC_FEES.sources,
                reported::CPC_FEE_ELSEWHERE.sources,
                reported::COC_FEES.sources,
                reported::CCS_FEES.sources,
            ],
        ),
        (
            FaqId::MoreCredentials,
            &[
                aapc_edition(Edition::Article).totals.sources,
                latest,
                AHIMA_BASE.sources,
            ],
        ),
        (FaqId::Prorated, &[AAPC_PRORATED_MONTHLY.sources, latest]),
        (
            FaqId::TrackerShowsLess,
            &[FIRST_TRACKER.sources, AAPC_PRORATED_MONTHLY.sources, latest],
        ),
        (FaqId::SelfReview, &[AHIMA_BASE.sources]),
        (
            FaqId::FortyPercent,
            &[
                coderpath::rules::AHIMA_OWN_PERCENT.sources,
                AHIMA_BASE.sources,
            ],
        ),
    ];
    for (id, figures) in cases {
        for page in figures.iter().copied().flatten() {
            assert!(id.sources().contains(page), "{}: {}", id.key(), page.title);
        }
    }
}

/// The arithmetic that explains a tracker.
#[test]
fn the_first_tracker_is_its_months_at_the_monthly_rate() {
    let tracker = FIRST_TRACKER.value;
    let months: Ceus = (0..tracker.months)
        .map(|_| AAPC_PRORATED_MONTHLY.value)
        .sum();
    assert_eq!(months, tracker.asked);
}

#[test]
fn questions_are_found_by_their_words() {
    use FaqId::{
        Apprentice, CpcExam, ExamCost, GrayButton, Prorated, Revoked, SelfReview, TrackerShowsLess,
    };
    let all = FaqId::ALL;
    let cases: [(&str, &[FaqId]); 17] = [
        ("", all),
        ("   ", all),
        ("?", all),
        ("prorat", &[Prorated, TrackerShowsLess]),
        ("PRORATED", &[Prorated, TrackerShowsLess]),
        ("prorated? table", &[Prorated]),
        ("table prorated", &[Prorated]),
        ("27", &[TrackerShowsLess]),
        ("$218", &[SelfReview]),
        ("grey button", &[GrayButton]),
        ("gray button", &[GrayButton]),
        ("Why is the button gray", &[GrayButton]),
        ("reinstate", &[Revoked]),
        ("Practicode", &[Apprentice]),
        ("books exam", &[CpcExam, ExamCost]),
        ("CIRCC", &[]),
        ("prorated zebra", &[]),
    ];
    for (typed, found) in cases {
        assert_eq!(words::faq_found(typed, US), found, "{typed:?}");
    }
    for &id in all {
        let question = words::faq_question(id, US);
        assert!(
            words::faq_found(&question, US).contains(&id),
            "{question} does not find itself"
        );
    }
}

#[test]
fn words_match_without_their_marks() {
    for (text, typed, is_found) in [
        ("AAPC’s tracker", "aapc's", true),
        ("AAPC’s tracker", "AAPC’s", true),
        ("CPC-H", "cpc-h", true),
        ("CPC-H", "“CPC-H”", true),
        ("CPC H", "CPC-H", false),
        ("the -A", "-a", true),
        ("40 %", "40%", true),
        ("CPC and CCS", "cpc/ccs", true),
        ("one", "one two", false),
        ("Über", "über", false),
        ("", "", true),
        ("", "a", false),
    ] {
        assert_eq!(matches(text, typed), is_found, "{typed:?} in {text:?}");
    }
}

#[test]
fn what_was_found_is_told() {
    for (found, typed, told) in [
        (20, "", "20 questions"),
        (20, "a", "20 questions"),
        (2, "prorated", "2 questions of 20"),
        (1, "27", "One question of 20"),
        (
            0,
            " zebra crossing ",
            "Nothing found for “zebra crossing”. Try fewer words, or just the beginning of one.",
        ),
    ] {
        assert_eq!(words::faq_count(found, typed), told);
    }
}

#[test]
fn answers_lead_on() {
    for (lead, view) in [
        (Lead::Quiz, View::Path),
        (Lead::Calculator, View::Ceus),
        (Lead::Log, View::Log),
        (Lead::Rules, View::Rules),
    ] {
        assert_eq!(View::from(lead), view);
        assert!(!words::faq_lead(lead).is_empty());
        assert!(
            FaqId::ALL.iter().any(|id| id.leads_to() == Some(lead)),
            "{lead:?}"
        );
    }
    assert_eq!(FaqId::CpcOrCcs.leads_to(), Some(Lead::Quiz));
    assert_eq!(FaqId::MoreCredentials.leads_to(), Some(Lead::Calculator));
    assert_eq!(FaqId::IndexNumber.leads_to(), Some(Lead::Log));
    assert_eq!(FaqId::CpcExam.leads_to(), None);
}

// ---------------------------------------------------------------------------------------------------------------------
// What a reader does

#[test]
fn answers_are_opened_and_closed() {
    let mut person = Person::new(1);
    let open = |person: &Person| -> Vec<FaqId> {
        let all = FaqId::ALL.iter().copied();
        all.filter(|id| person.state.faq.is_open(*id)).collect()
    };
    for (id, is_open, then) in [
        (FaqId::Prorated, true, vec![FaqId::Prorated]),
        (FaqId::Prorated, true, vec![FaqId::Prorated]),
        (FaqId::Cca, true, vec![FaqId::Cca, FaqId::Prorated]),
        (FaqId::Prorated, false, vec![FaqId::Cca]),
        (FaqId::Prorated, false, vec![FaqId::Cca]),
        (FaqId::Cca, false, vec![]),
    ] {
        assert_eq!(person.does(Action::OpenFaq(id, is_open)), []);
        assert_eq!(open(&person), then, "{id:?} {is_open}");
    }
}

#[test]
fn a_search_is_kept_and_closes_nothing() {
    let mut person = Person::new(1);
    person.does(Action::OpenFaq(FaqId::Prorated, true));
    assert_eq!(person.does(Action::Search(" Grey".to_owned())), []);
    assert_eq!(person.state.faq.search, " Grey");
    assert!(person.state.faq.is_open(FaqId::Prorated));
    person.does(Action::ChooseTab(View::Log));
    assert_eq!(person.state.faq.search, " Grey");
}

#[test]
fn a_link_shows_its_question_whatever_was_searched_for() {
    let mut person = Person::new(1);
    person.does(Action::Search("zebra".to_owned()));
    person.does(Action::OpenFaq(FaqId::Cca, true));
    assert_eq!(
        person.does(Action::ShowFaq(FaqId::Revoked)),
        [Effect::Focus(Focus::Faq(FaqId::Revoked))]
    );
    assert_eq!(person.state.view, View::Questions);
    assert_eq!(person.state.faq.search, "");
    assert!(person.state.faq.is_open(FaqId::Revoked) && person.state.faq.is_open(FaqId::Cca));
}
