//! Every sentence that a person reads, over everything that the core can say.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::assigning_clones,
    clippy::needless_pass_by_value,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use std::collections::BTreeSet;

use coderpath::app::{Action, DateOrder, Deed, Notice, Status, View, Wrote};
use coderpath::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, Expected, Fault, Field, FieldFault, Part, State,
    UnreadRecord, Unreadable,
};
use coderpath::picker::{
    Answers, Because, Choice, Outcome, Path, QUESTIONS, Question, WALKS, holdings, outcome, walk,
};
use coderpath::render::{Block, rulebook};
use coderpath::rules::{
    ALL_CREDENTIALS, Assumption, Body, CATALOGUE, Ceus, CeusError, CodeSet, Credential,
    CredentialId, DISAGREEMENTS, Edition, Exam, ExamForm, FINDINGS, FindingId, Holdings, InForce,
    PATHS, Pace, Prerequisite, Setting, aapc_edition, ahima_requirement, prorated, requirement,
    source,
};
use coderpath::store::StorageError;
use coderpath::words::{self, Figure, WORDS};
use common::{Person, aapc_claim, full_entry, good_draft, plain_entry, the_save, today};

/// Something that is read: never empty, never loud, never stiff, and without a slip of the hand.
#[track_caller]
fn check(what: &str, text: &str) {
    assert!(!text.trim().is_empty(), "{what}: nothing is said");
    assert_eq!(text.trim(), text, "{what}: space around it");
    for bad in [
        "!", "  ", "..", " .", " ,", "{", "}", "Some(", "()", "n/a", "'", "\"\"",
    ] {
        assert!(!text.contains(bad), "{what}: {bad:?} in {text:?}");
    }
    let lower = text.to_lowercase();
    for stiff in [
        "please note",
        "kindly",
        "simply",
        "obviously",
        "oops",
        "sorry",
        "error",
        "invalid",
        "e.g.",
        "i.e.",
        "click here",
    ] {
        assert!(!lower.contains(stiff), "{what}: {stiff:?} in {text:?}");
    }
}

/// Something that is read as a sentence.
#[track_caller]
fn check_sentence(what: &str, text: &str) {
    check(what, text);
    assert!(text.ends_with('.'), "{what}: no full stop after {text:?}");
    assert!(
        text.starts_with(|first: char| first.is_uppercase()
            || first.is_ascii_digit()
            || first == '“'),
        "{what}: {text:?}"
    );
}

/// Something that stands by itself, as a label or an answer: no full stop.
#[track_caller]
fn check_label(what: &str, text: &str) {
    check(what, text);
    assert!(!text.ends_with('.'), "{what}: {text:?}");
}

// ---------------------------------------------------------------------------------------------------------------------
// The quiz and its results

#[test]
fn every_question_and_answer_has_words() {
    let mut seen = BTreeSet::new();
    for question in &QUESTIONS {
        let said = words::question(question.id);
        check(question.id.key(), said.ask);
        assert!(said.ask.ends_with('?'), "{}", said.ask);
        check_sentence(question.id.key(), said.hint);
        check_sentence(question.id.key(), said.why);
        check(question.id.key(), &words::change_answer(question.id));
        for term in question.terms {
            let (term, meaning) = words::term(*term);
            check_label("term", term);
            check_sentence(term, meaning);
        }
        assert!(seen.insert(said.ask), "{} twice", said.ask);
        for option in question.options {
            let said = words::choice(option.choice);
            check_label(option.choice.key(), said);
            check(option.choice.key(), &words::you_said(option.choice, 1));
            assert!(
                option.choice == Choice::NotSure || seen.insert(said),
                "{said:?} twice"
            );
        }
    }
    for path in Path::ALL.into_iter().map(Some).chain([None]) {
        check_label("title", words::result_title(path));
        check_label("eyebrow", words::result_eyebrow(path, false));
        check_sentence("summary", words::summary(path));
    }
    assert_eq!(words::progress(2, 7), "Question 2 of 7");
}

/// The answers of every walk.
fn walks() -> Vec<Answers> {
    let mut done = Vec::new();
    let mut open = vec![Answers::default()];
    while let Some(so_far) = open.pop() {
        match walk(&so_far).next {
            None => done.push(so_far),
            Some(next) => {
                for option in Question::of(next).options {
                    let mut then = so_far.clone();
                    then.give(next, option.choice).unwrap();
                    open.push(then);
                }
            }
        }
    }
    done
}

#[test]
fn every_result_is_told_in_sentences() {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let (mut results, mut all_held) = (0, 0);
    for answers in walks() {
        let Outcome::Recommend(result) = outcome(&answers) else {
            all_held += 1;
            continue;
        };
        results += 1;
        assert!(!result.reasons.is_empty());
        let mut new = |what: &str, text: String| {
            // A sentence is looked at once, however many results tell it.
            if told.insert(text.clone()) {
                check_sentence(what, &text);
            }
        };
        for reason in &result.reasons {
            new("reason", words::reason(result.path, *reason).to_owned());
        }
        new("lead", words::lead(&result));
        if let Some(note) = words::held_note(&result) {
            new("held", note);
        }
        for text in words::second_credential(&holdings(&answers), result.path) {
            new("second", text);
        }
        let facts = result.path.credential().facts().unwrap();
        for text in words::next_steps(facts, DateOrder::DayFirst) {
            new("step", text);
        }
        new("workday", words::workday(result.path).to_owned());
        if let Some(second) = &result.runner_up {
            new("runner-up", words::runner_up(result.path, second));
        }
        for neighbour in &result.neighbours {
            new("neighbour", words::neighbour(*neighbour).to_owned());
        }
        for changed in &result.counterfactuals {
            let text = words::counterfactual(*changed);
            if told.insert(text.clone()) {
                check_label("counterfactual", &text);
                assert!(text.contains('“') && text.contains(": "), "{text:?}");
            }
        }
    }
    assert_eq!((results, all_held), (5 * 9 * 256 + 3, 1));
    assert_eq!(
        results + all_held,
        WALKS,
        "the number that readers are told"
    );
    println!("{results} results, {} different sentences", told.len());
}

/// What is said of a result agrees with what is known of it.
#[test]
fn what_is_said_of_a_result_is_true() {
    for answers in walks() {
        let Outcome::Recommend(result) = outcome(&answers) else {
            continue;
        };
        let lead = words::lead(&result);
        assert_eq!(
            lead.contains("only one"),
            result.runner_up.is_none(),
            "{answers:?}"
        );
        if let Some(tie) = result.tie.as_ref().filter(|_| result.runner_up.is_some()) {
            for path in &tie.with {
                assert!(lead.contains(words::name(path.credential())), "{lead}");
            }
        }
        // A reason stands for a path, and the words name that path's credential or its work, never another's.
        for reason in &result.reasons {
            let said = words::reason(result.path, *reason);
            if let Because::Answer(_, Choice::PrefersAapc | Choice::PrefersAhima) = reason.because {
                let code = match result.path {
                    Path::Coc => "COC",
                    path => path.credential().code(),
                };
                assert!(said.contains(code), "{said}");
            }
        }
        if let Some(held) = result.held_fits_better {
            let note = words::held_note(&result).unwrap();
            assert!(note.contains(words::name(held.credential())), "{note}");
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Rules

#[test]
fn credentials_and_sources_have_words() {
    for &id in ALL_CREDENTIALS {
        check_label(id.code(), words::name(id));
    }
    assert_eq!(words::name(CredentialId::Coc), "CPC-H (now COC)");
    for setting in [
        Setting::Professional,
        Setting::HospitalOutpatient,
        Setting::HospitalInpatient,
    ] {
        check_label("setting", words::setting(setting));
    }
    for code_set in [
        CodeSet::Cpt,
        CodeSet::Hcpcs,
        CodeSet::Icd10Cm,
        CodeSet::Icd10Pcs,
        CodeSet::ApcOpps,
        CodeSet::Ub04,
    ] {
        check_label("code set", words::code_set(code_set));
    }
    for form in [
        ExamForm::MultipleChoice,
        ExamForm::MultipleChoiceAndScenarios,
    ] {
        check_label(
            "exam",
            &words::exam(Exam {
                items: 100,
                hours: 4,
                form,
            }),
        );
    }
    for rule in [
        Prerequisite::OpenWithApprenticeship,
        Prerequisite::DiplomaExperienceRecommended,
    ] {
        check("prerequisite", &words::entry_rule(rule));
    }
    let upkeep = |credential: &Credential| words::upkeep(credential);
    assert_eq!(
        PATHS.map(upkeep),
        [
            "36 CEUs every two years, held alone",
            "36 CEUs every two years, held alone",
            "20 CEUs every two years, held alone",
        ]
    );
    for source in source::ALL {
        check_label(
            source.title,
            &words::source_line(source, DateOrder::DayFirst),
        );
        check_label(source.title, source.title);
    }
    assert_eq!(
        words::source_line(source::AAPC_CEU_HELP_2015, DateOrder::DayFirst),
        "copy of 31 August 2015; read on 23 November 2026"
    );
    assert_eq!(
        words::source_line(source::AHIMA_DOMAINS, DateOrder::MonthFirst),
        "copy of October 9, 2025 (its year by the weekday); read on November 23, 2026"
    );
}

#[test]
fn every_requirement_is_told() {
    let named: [&[CredentialId]; 8] = [
        &[],
        &[CredentialId::Cpc],
        &[CredentialId::CpcA, CredentialId::Coc],
        &[CredentialId::Ccs],
        &[CredentialId::Rhia, CredentialId::Ccs],
        &[CredentialId::Cpc, CredentialId::Ccs],
        &[
            CredentialId::Ccs,
            CredentialId::CcsP,
            CredentialId::Cca,
            CredentialId::Rhit,
        ],
        ALL_CREDENTIALS,
    ];
    let mut cases = 0;
    for codes in named {
        for other_aapc in [0, 1, 2, 3, 4, 5, 6, 255] {
            for edition in [Edition::Article, Edition::Latest] {
                let mut held: Holdings = codes.iter().copied().collect();
                held.other_aapc = other_aapc;
                let owed = requirement(&held, edition);
                cases += 1;
                if let Some(aapc) = &owed.aapc {
                    check_sentence("rule", &words::aapc_rule(aapc, DateOrder::DayFirst));
                    let other = words::aapc_other(aapc, DateOrder::DayFirst);
                    check_sentence("other", &other);
                    assert_eq!(
                        other.contains("the same"),
                        aapc.other.total == aapc.total,
                        "{other}"
                    );
                    assert_eq!(
                        other.contains("fewer"),
                        aapc.other.total < aapc.total,
                        "{other}"
                    );
                    assert_eq!(
                        other.contains("the newest that we found"),
                        edition == Edition::Article,
                        "{other}"
                    );
                    check_sentence("one more", &words::one_more_aapc(aapc));
                    check_label("pace", &words::pace(aapc.pace));
                    check_label(
                        "switch",
                        &words::edition_switch(edition.other(), aapc.other.total),
                    );
                }
                if let Some(ahima) = &owed.ahima {
                    check_sentence("rule", &words::ahima_rule(ahima));
                    check_sentence("one more", &words::one_more_ahima(ahima));
                    for share in &ahima.shares {
                        check_sentence("share", &words::share(*share, DateOrder::DayFirst));
                    }
                }
            }
        }
    }
    println!("{cases} requirements");
    check_sentence("nothing", WORDS.calculator.nothing_held);
    for assumption in [
        Assumption::BodiesCountApart,
        Assumption::ApprenticesOweTheSame,
        Assumption::SpecificMinimumNotShown,
        Assumption::AhimaExtraIsOlder,
        Assumption::OlderAhimaCycles,
    ] {
        check_sentence("assumption", &words::assumption(assumption));
    }
    for edition in [Edition::Article, Edition::Latest] {
        check_label("edition", words::edition_name(edition));
        check_label(
            "in force",
            &words::in_force(aapc_edition(edition), DateOrder::DayFirst),
        );
    }
}

#[test]
fn numbers_and_days() {
    let amounts = [
        (0, "0 CEUs"),
        (50, "0.5 CEUs"),
        (100, "1 CEU"),
        (101, "1.01 CEUs"),
        (3600, "36 CEUs"),
    ];
    for (hundredths, text) in amounts {
        assert_eq!(words::ceus(Ceus::hundredths(hundredths)), text);
    }
    assert_eq!(words::pace(Pace::of(Ceus::whole(36))), "1.5 CEUs a month");
    assert_eq!(
        words::pace(Pace::of(Ceus::whole(40))),
        "about 1.67 CEUs a month"
    );
    let counts = [
        (1, "one certification"),
        (5, "five certifications"),
        (6, "6 certifications"),
    ];
    for (count, text) in counts {
        assert_eq!(words::certifications(count), text);
    }
    let days: Vec<String> = (1..=12)
        .map(|month| words::day(common::day(2026, month, month), DateOrder::DayFirst))
        .collect();
    assert_eq!(
        days.join(", "),
        "1 January 2026, 2 February 2026, 3 March 2026, 4 April 2026, 5 May 2026, 6 June 2026, 7 July 2026, \
         8 August 2026, 9 September 2026, 10 October 2026, 11 November 2026, 12 December 2026"
    );
    let written = |dates| words::day(common::day(2026, 11, 23), dates);
    assert_eq!(written(DateOrder::MonthFirst), "November 23, 2026");
    assert_eq!(written(DateOrder::YearFirst), "2026 November 23");
    let sum = |total, months| {
        let sum = prorated(Ceus::whole(total), months).unwrap();
        (words::proration_sum(sum), words::proration_asks(sum))
    };
    assert_eq!(
        sum(36, 18),
        (
            "36 × 18 months ÷ 24 = 27".to_owned(),
            "A first period of 18 months asks 27 CEUs.".to_owned()
        )
    );
    assert_eq!(sum(40, 7).0, "40 × 7 months ÷ 24 = 11.67, rounded up");
    let owed = |ids: &[CredentialId]| {
        words::owed(&requirement(
            &ids.iter().copied().collect(),
            Edition::Article,
        ))
    };
    assert_eq!(owed(&[]), "");
    assert_eq!(
        owed(&[CredentialId::Cpc, CredentialId::Ccs]),
        "AAPC: 36 CEUs every two years. AHIMA: 20 CEUs every two years."
    );
    assert_eq!(
        [words::number(1, false), words::number(5, true)],
        ["1", "5 or more"]
    );
    let owed = ahima_requirement(&[CredentialId::Ccs].into_iter().collect()).unwrap();
    let shares: Vec<String> = owed
        .shares
        .iter()
        .map(|share| words::share(*share, DateOrder::DayFirst))
        .collect();
    assert_eq!(
        shares,
        [
            "At least 16 of them (80%) in AHIMA’s domains of health informatics and information management (HIIM).",
            "For a cycle that starts on or after 1 January 2025: at least 8 of them (40%) from AHIMA, HCPro or a component association.",
        ]
    );
}

/// What each rule asks, by hand.
#[test]
fn every_rule_is_told_with_its_figures() {
    let told: Vec<String> = CATALOGUE
        .iter()
        .map(|rule| {
            format!(
                "{}: {}",
                words::rule_name(rule.id),
                words::rule_says(rule.id, DateOrder::MonthFirst)
            )
        })
        .collect();
    for rule in &CATALOGUE {
        check_label("rule", words::rule_name(rule.id));
        check_sentence("rule", &words::rule_says(rule.id, DateOrder::MonthFirst));
        if let Some(since) = words::rule_since(rule.in_force, DateOrder::DayFirst) {
            check_sentence("since", &since);
        }
        if let Some(caution) = words::rule_caution(rule.evidence) {
            check_sentence("caution", caution);
        }
    }
    let by_hand = include_str!("golden/rules.txt");
    let by_hand = by_hand.lines().filter(|line| !line.starts_with('#'));
    assert_eq!(told, by_hand.collect::<Vec<_>>());
}

#[test]
fn every_finding_and_disagreement_is_told_with_its_figures() {
    for point in &FINDINGS {
        let said = words::finding(point.id, DateOrder::DayFirst);
        check_label("finding", said.name);
        check_sentence("article", &said.article);
        check_sentence("pages", &said.pages);
    }
    let pages = |id| words::finding(id, DateOrder::DayFirst).pages;
    for (id, figures) in [
        (
            FindingId::Totals,
            "By 31 August 2015 at the latest it was 36, 40, 44, 48 and 52.",
        ),
        (FindingId::SemiAnnually, "every two years"),
        (FindingId::EveryYear, "18 CEUs a year"),
        (FindingId::CcsInpatient, "7 of the 13 cases"),
        (FindingId::Harder, "84%"),
        (
            FindingId::OneCount,
            "20 for a CCS and, by a copy of 2019 or 2020, 10 more for each further credential of that kind, 50 at the most",
        ),
        (
            FindingId::Pay,
            "$56,466 a year for holders of a CPC-H and $47,796 for holders of a CPC",
        ),
        (
            FindingId::Popular,
            "more than 105,000 holders of a CPC about 2017, and a page that cites AHIMA reports 36,925 of a CCS in December 2025",
        ),
    ] {
        assert!(
            pages(id).contains(figures),
            "{figures:?} in {:?}",
            pages(id)
        );
    }
    let article = words::finding(FindingId::Totals, DateOrder::DayFirst).article;
    assert_eq!(article, "36, 48, 60, 72 and 80 CEUs.");
    let by_hand = [
        "one month before the due date by its help, and 2 months before",
        "after 30 days by one of its pages, and after 10 days by another, and both end in revocation after 90 days. So expect a fee, and 90 days in all",
        "approved vendors only",
        "100 questions in 4 hours; older pages have 150 in 5 hours and 40 minutes",
        "107 items in 4 hours by a page of December 2025; others name 97 questions with 13 cases, or 97 with 8 scenarios, and AHIMA’s own page of about 2010 60 questions and 13 cases",
        "$425 on one page of February 2026, and $399 on another",
        "AHIMA recommends experience before the CCS’s exam",
        "100 questions in 4 hours by AAPC’s own page; a trainer’s page has 350 in 5 hours and 40 minutes",
        "$222 a year by a page of February 2026 that is not AAPC’s, $190 by an undated page of AAPC’s own, and $125 by an older one",
    ];
    assert_eq!(DISAGREEMENTS.len(), by_hand.len());
    for (point, figures) in DISAGREEMENTS.iter().zip(by_hand) {
        let said = words::disagreement(point.id, DateOrder::MonthFirst);
        check_sentence("disagreement", &said);
        assert!(said.contains(figures), "{figures:?} in {said:?}");
    }
}

/// Every text of a document.
fn texts_of(blocks: &[Block]) -> Vec<String> {
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(text)
            | Block::Subheading(text)
            | Block::Text(text)
            | Block::Fine(text) => {
                texts.push(text.clone());
            }
            Block::Pairs(pairs) => {
                texts.extend(
                    pairs
                        .iter()
                        .flat_map(|(term, text)| [term.clone(), text.clone()]),
                );
            }
            Block::Folded { summary, inside } => {
                texts.push(summary.clone());
                texts.extend(texts_of(inside));
            }
            Block::List(items) => texts.extend(items.clone()),
            Block::Sources(pages) => assert!(!pages.is_empty()),
            Block::Table(_) => panic!("no table was expected"),
        }
    }
    texts
}

#[test]
fn the_rulebook_has_every_rule_and_finding_and_reminds_after_a_year() {
    let on = |date| texts_of(&rulebook(common::iso(date), DateOrder::MonthFirst));
    let texts = on("2027-11-23");
    for text in &texts {
        check("rulebook", text);
    }
    let has = |text: &str| texts.iter().filter(|one| *one == text).count();
    for rule in &CATALOGUE {
        assert_eq!(
            has(&words::rule_says(rule.id, DateOrder::MonthFirst)),
            1,
            "{:?}",
            rule.id
        );
    }
    for point in &FINDINGS {
        let said = words::finding(point.id, DateOrder::MonthFirst);
        assert_eq!(
            (has(&said.article), has(&said.pages)),
            (1, 1),
            "{:?}",
            point.id
        );
    }
    for point in &DISAGREEMENTS {
        assert_eq!(
            has(&words::disagreement(point.id, DateOrder::MonthFirst)),
            1,
            "{:?}",
            point.id
        );
    }
    assert!(
        texts
            .iter()
            .any(|text| text.contains("All 11,524 ways through the quiz"))
    );
    assert_eq!(has("The 14 points"), 1);

    let reminder = "These pages were read more than a year ago, on November 23, 2026. Look at the bodies’ own pages \
                    before you rely on a figure.";
    let a_day_later = on("2027-11-24");
    assert_eq!(a_day_later.len(), texts.len() + 1);
    assert!(!texts.contains(&reminder.to_owned()) && a_day_later.contains(&reminder.to_owned()));
}

#[test]
fn figures_in_sentences() {
    let figures = [
        (Figure::Days(1), "one day"),
        (Figure::Days(90), "90 days"),
        (Figure::Months(1), "one month"),
        (Figure::Months(24), "24 months"),
        (Figure::Years(1), "one year"),
        (Figure::Years(2), "two years"),
        (Figure::Years(3), "3 years"),
        (Figure::Minutes(240), "4 hours"),
        (Figure::Minutes(340), "5 hours and 40 minutes"),
        (Figure::Number(0), "0"),
        (Figure::Number(999), "999"),
        (Figure::Number(1_000), "1,000"),
        (Figure::Number(36_925), "36,925"),
        (Figure::Number(105_000), "105,000"),
        (Figure::Amount(Ceus::hundredths(150)), "1.5"),
        (Figure::Ceus(Ceus::whole(1)), "1 CEU"),
        (Figure::Date(today()), "November 23, 2026"),
        (Figure::Since(InForce::Unknown), ""),
        (Figure::Year(InForce::From(today())), "2026"),
        (Figure::Year(InForce::By(today())), "2026"),
        (Figure::Year(InForce::Unknown), ""),
        (
            Figure::OneOf(&[CredentialId::Coc, CredentialId::Rhia, CredentialId::Cca]),
            "CPC-H (now COC), RHIA or CCA",
        ),
        (Figure::Totals(Edition::Latest), "36, 40, 44, 48 and 52"),
    ];
    for (figure, by_hand) in figures {
        assert_eq!(words::figure(figure, DateOrder::MonthFirst), by_hand);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The log

const FIELDS: [Field; 8] = [
    Field::Date,
    Field::Title,
    Field::Sponsor,
    Field::IndexNumber,
    Field::Bodies,
    Field::AapcCeus,
    Field::AhimaCeus,
    Field::Notes,
];

const FAULTS: [Fault; 11] = [
    Fault::Missing,
    Fault::NoSuchDay,
    Fault::FarAwayDay,
    Fault::DoneInFuture,
    Fault::TooLong(300),
    Fault::NoBody,
    Fault::Ceus(CeusError::Missing),
    Fault::Ceus(CeusError::NotANumber),
    Fault::Ceus(CeusError::NotPositive),
    Fault::Ceus(CeusError::TooFine),
    Fault::Ceus(CeusError::TooMuch),
];

/// A new fault does not compile here before it stands in [`FAULTS`], where it is looked at.
const fn is_listed(fault: Fault) -> bool {
    match fault {
        Fault::Missing
        | Fault::NoSuchDay
        | Fault::FarAwayDay
        | Fault::DoneInFuture
        | Fault::TooLong(_)
        | Fault::NoBody
        | Fault::Ceus(
            CeusError::Missing
            | CeusError::NotANumber
            | CeusError::NotPositive
            | CeusError::TooFine
            | CeusError::TooMuch,
        ) => true,
    }
}

#[test]
fn every_fault_of_every_field_says_what_is_wrong() {
    for field in FIELDS {
        for fault in FAULTS {
            assert!(is_listed(fault));
            check_sentence(
                &format!("{field:?} {fault:?}"),
                &words::fault(FieldFault { field, fault }),
            );
        }
    }
    for fault in FAULTS {
        let said = words::profile_fault(fault);
        check_sentence("profile", &said);
        assert!(said.ends_with("What was there before is kept."), "{said}");
    }
    println!(
        "{} faults of fields",
        FIELDS.len() * FAULTS.len() + FAULTS.len()
    );
    let told: BTreeSet<String> = FAULTS
        .into_iter()
        .map(|fault| {
            words::fault(FieldFault {
                field: Field::Notes,
                fault,
            })
        })
        .collect();
    assert_eq!(told.len(), FAULTS.len(), "each is told in its own words");
}

#[test]
fn choices_of_the_form_have_words() {
    for kind in ALL_KINDS {
        check_label(kind.key(), words::activity_kind(*kind));
    }
    for domain in ALL_DOMAINS {
        check_label(domain.key(), words::domain(*domain));
    }
    for source in ALL_SOURCES {
        check_label(source.key(), words::ahima_source(*source));
    }
    for state in [State::Done, State::Planned] {
        check_label("state", words::entry_state(state));
    }
    for status in Status::ALL {
        check_label("status", words::status(status));
    }
    for view in View::ALL {
        check("view", words::view(view));
    }
}

/// An entry's line.
#[test]
fn an_entry_in_a_line() {
    let plain = plain_entry("Webinar", today());
    let mut claimed = plain.clone();
    claimed.aapc = Some(aapc_claim(150));
    let mut with_sponsor = plain.clone();
    with_sponsor.sponsor = "Chapter".to_owned();
    let cases = [
        (&plain, "23 November 2026"),
        (&claimed, "23 November 2026"),
        (&with_sponsor, "23 November 2026 · Chapter"),
        (
            &full_entry(),
            "5 October 2026 · planned · Local chapter · AAPC0510261200A",
        ),
    ];
    for (entry, line) in cases {
        assert_eq!(words::entry_line(entry, DateOrder::DayFirst), line);
    }
    assert_eq!(words::claim(Body::Aapc, Ceus::hundredths(150)), "1.5 AAPC");
    assert_eq!(words::edit_entry(&plain), "Change: Webinar");
    assert_eq!(words::delete_entry(&plain), "Delete: Webinar");
}

#[test]
fn what_happened_and_what_is_the_matter() {
    let mut person = Person::new(1);
    let save = the_save(&person.adds(&good_draft("Webinar")));
    for result in [
        Ok(()),
        Err(StorageError::Full),
        Err(StorageError::Refused),
        Err(StorageError::NotKept),
    ] {
        let mut person = person.clone();
        person.stored(&save, result);
        for deed in [Deed::Saved, Deed::Deleted, Deed::Entered] {
            let notice = Notice::Wrote(Wrote {
                deed,
                title: "Webinar".to_owned(),
                key: save.key.clone(),
            });
            let said = words::notice(&notice, &person.state);
            check_sentence("notice", &said);
            assert!(said.contains("Webinar"));
            assert!(result.is_ok() || !said.starts_with("Saved"), "{said}");
        }
        let matter = words::keeping(&person.state);
        assert_eq!(matter.is_some(), result.is_err());
        if let Some(matter) = matter {
            check_sentence("keeping", &matter);
        }
        if let Err(why) = result {
            let state = person.state.log.clone();
            person.does(Action::Loaded(Box::new(state), Some(why)));
            check_sentence("keeping", &words::keeping(&person.state).unwrap());
        }
    }
}

/// Every reason for which an item cannot be read, with every part and everything that was expected.
#[test]
fn what_cannot_be_read_is_told() {
    use Expected::{
        Ceus, Day, Domain, Flag, Format, Kind, Name, Number, SmallNumber, Source, Stamp, Stamps,
        State, Text, Texts,
    };
    let parts = [
        Part::Record,
        Part::Entry,
        Part::Profile,
        Part::AapcClaim,
        Part::AhimaClaim,
        Part::Draft,
    ];
    let expected = [
        Text,
        Texts,
        Flag,
        Number,
        SmallNumber,
        Day,
        Ceus,
        Kind,
        State,
        Domain,
        Source,
        Name,
        Stamp,
        Stamps,
        Format,
    ];
    let mut reasons = vec![
        Unreadable::Newer(2),
        Unreadable::OtherKind,
        Unreadable::Content,
        Unreadable::OtherKey,
        Unreadable::NotHandedOver,
    ];
    for part in parts {
        reasons.push(Unreadable::NoObject {
            part,
            line: 3,
            column: 14,
        });
        for expected in expected {
            reasons.push(Unreadable::NotA(expected));
            reasons.push(Unreadable::Field {
                name: "date",
                part,
                expected,
            });
        }
    }
    let mut told = BTreeSet::new();
    for why in &reasons {
        let said = words::unread(UnreadRecord {
            key: "coderpath:1:entry:a:b",
            text: None,
            why: *why,
        });
        check_sentence("unread", &said);
        assert!(
            said.contains("left as it is") && said.contains("coderpath:1:entry:a:b"),
            "{said}"
        );
        assert_eq!(said.contains("newer release"), why.is_newer(), "{said}");
        // What the browser keeps to itself is in no backup.
        let is_nowhere = *why == Unreadable::NotHandedOver;
        assert_eq!(said.contains("no backup has it"), is_nowhere, "{said}");
        let is_in_backup = !is_nowhere && !why.is_newer();
        assert_eq!(said.contains("A backup has it"), is_in_backup, "{said}");
        told.insert(said);
    }
    // The two newer ones say the same; each other reason has words of its own.
    assert_eq!(told.len(), 4 + 6 + 15 + 6 * 15);
}

/// Every text that stands by itself.
#[test]
fn every_text_is_said_well() {
    let texts = WORDS.texts();
    for (name, text) in &texts {
        let parts: Vec<String> = (0..11).map(|place| format!("p{place}")).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        check(name, &words::fill(text, &parts));
    }
    println!("{} texts", texts.len());
    assert!(texts.len() > 60);
}

#[test]
fn a_text_is_filled_where_it_has_places() {
    for (text, parts, filled) in [
        ("", &[][..], ""),
        ("none", &["x"], "none"),
        ("{0}", &["x"], "x"),
        ("{1} of {0}, {1}", &["ten", "one"], "one of ten, one"),
        ("a {0} b", &["{0}"], "a {0} b"),
        ("{2} {x} { }", &["x"], "{2} {x} { }"),
    ] {
        assert_eq!(words::fill(text, parts), filled, "{text:?}");
    }
}
