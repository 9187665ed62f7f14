//! The documents: complete, cited, and the same in every form.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use coderpath::app::DateOrder;
use coderpath::picker::{
    Answers, CLEAR_FROM, Choice, LEANING_FROM, Outcome, QUESTIONS, Question, QuestionId, outcome,
    walk,
};
use coderpath::render::{
    Block, Table, comparison, decisions, fallback, html, page, rulebook, totals, whole_page,
};
use coderpath::rules::{
    ACTIVITIES, ALL_CREDENTIALS, ActivityRule, Body, Edition, PATHS, READ_ON, Source, aapc_edition,
    source,
};
use coderpath::words::{self, WORDS};
use proptest::prelude::*;

const DATES: DateOrder = DateOrder::DayFirst;

fn documents() -> [(&'static str, Vec<Block>); 3] {
    [
        ("comparison", comparison(DATES)),
        ("totals", totals(DATES)),
        ("decisions", decisions()),
    ]
}

/// Every text of a document, in the order in which it is read.
fn texts(blocks: &[Block]) -> Vec<String> {
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(text)
            | Block::Subheading(text)
            | Block::Text(text)
            | Block::Fine(text) => texts.push(text.clone()),
            Block::List(items) => texts.extend(items.iter().cloned()),
            Block::Pairs(pairs) => {
                for (term, what) in pairs {
                    texts.extend([term.clone(), what.clone()]);
                }
            }
            Block::Table(table) => {
                texts.extend([table.caption.clone(), table.corner.clone()]);
                texts.extend(table.columns.iter().cloned());
                for (head, cells) in &table.rows {
                    texts.push(head.clone());
                    texts.extend(cells.iter().cloned());
                }
            }
            Block::Sources(pages) => {
                texts.push(WORDS.frame.sources.to_owned());
                for page in pages {
                    texts.extend([page.title.to_owned(), words::source_line(page, DATES)]);
                }
                texts.push(WORDS.frame.sources_may_change.to_owned());
            }
            Block::Folded { summary, inside } => {
                texts.push(summary.clone());
                texts.extend(self::texts(inside));
            }
        }
    }
    texts
}

fn pages(blocks: &[Block]) -> Vec<&'static Source> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Sources(pages) => pages.clone(),
            _ => Vec::new(),
        })
        .collect()
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn pairs(blocks: &[Block]) -> Vec<&(String, String)> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Pairs(pairs) => pairs.iter().collect(),
            _ => Vec::new(),
        })
        .collect()
}

// ---------------------------------------------------------------------------------------------------------------------
// What the documents say

#[test]
fn every_text_is_there_and_said_well() {
    for (document, blocks) in documents() {
        for text in texts(&blocks) {
            assert!(
                !text.is_empty() && text.trim() == text,
                "{document}: {text:?}"
            );
            for bad in [
                "!", "  ", "..", " .", " ,", "{", "}", "Some(", "()", "'", "?.", ".,",
            ] {
                assert!(!text.contains(bad), "{document}: {bad:?} in {text:?}");
            }
        }
    }
}

#[test]
fn every_cell_is_filled_and_has_its_column() {
    for (document, blocks) in documents() {
        for table in tables(&blocks) {
            for (head, cells) in &table.rows {
                assert_eq!(cells.len(), table.columns.len(), "{document}: {head}");
            }
            let heads: BTreeSet<_> = table.rows.iter().map(|(head, _)| head).collect();
            assert_eq!(heads.len(), table.rows.len(), "{document}: a row twice");
        }
    }
}

#[test]
fn every_page_behind_a_document_is_named_once() {
    let check = |document: &[Block], expected: Vec<&'static Source>| {
        let named = pages(document);
        let titles: BTreeSet<_> = named.iter().map(|page| page.title).collect();
        assert_eq!(titles.len(), named.len(), "a page twice");
        for page in expected {
            assert!(titles.contains(page.title), "{} is not named", page.title);
        }
        assert!(matches!(document.last(), Some(Block::Sources(_))));
    };
    let facts = PATHS.iter().flat_map(|credential| credential.pages());
    check(&comparison(DATES), facts.collect());
    let mut rules: Vec<&'static Source> = vec![
        source::AHIMA_RECERTIFICATION_2019,
        source::AHIMA_RECERTIFICATION_FAQ,
        source::AHIMA_RECERTIFY,
        source::AHIMA_RECERTIFICATION_2025,
        source::AHIMA_RECERTIFY_2025,
    ];
    for edition in [Edition::Article, Edition::Latest] {
        rules.extend(aapc_edition(edition).totals.sources);
    }
    check(&totals(DATES), rules);
    let questions = QUESTIONS.iter().flat_map(|question| question.sources);
    check(&decisions(), questions.copied().collect());
}

#[test]
fn the_comparison() {
    let blocks = comparison(DATES);
    let [table] = tables(&blocks)[..] else {
        panic!("one table")
    };
    assert_eq!(table.caption, "CPC, CPC-H (now COC) and CCS side by side");
    let rows: Vec<(&str, Vec<&str>)> = table
        .rows
        .iter()
        .map(|(head, cells)| (head.as_str(), cells.iter().map(String::as_str).collect()))
        .collect();
    let row = |head: &str| {
        let (_, cells) = rows.iter().find(|(row, _)| *row == head).expect(head);
        cells.clone()
    };
    assert_eq!(row("From"), ["AAPC", "AAPC", "AHIMA"]);
    assert_eq!(
        row("Full name"),
        [
            "Certified Professional Coder",
            "Certified Outpatient Coder, called CPC-H until it was renamed",
            "Certified Coding Specialist",
        ]
    );
    assert_eq!(
        row("Exam now"),
        [
            "100 multiple-choice questions, 4 hours (February 2026)",
            "100 multiple-choice questions, 4 hours (undated page)",
            "107 items, multiple choice and scenarios to code, 4 hours (December 2025)",
        ]
    );
    assert_eq!(
        row("Exam in the article’s days"),
        [
            "150 multiple-choice questions, 5 hours and 40 minutes (undated page)",
            "No page was found that tells",
            "60 multiple-choice questions in 1 hour and 13 cases to code, 6 inpatient and 7 outpatient, in 3 hours (about 2010)",
        ]
    );
    assert!(row("To take the exam")[2].ends_with(
        "In the article’s days one of these was required: an RHIA, RHIT or CCS-P; a training program; two years of coding; a year of coding with a CCA or another credential"
    ));
    assert_eq!(
        row("Exam fee"),
        [
            "$425 (February 2026) or $399 (undated page) for one attempt, $499 for two",
            "$399 for one attempt, $499 for two (February 2026)",
            "$299 for members, $399 for others (December 2025)",
        ]
    );
    let dues = "Required: $222 a year, $157 for students (February 2026); an undated page of AAPC’s own says $190";
    assert_eq!(
        row("Membership"),
        [
            dues,
            dues,
            "Seems to be optional: AHIMA has a recertification fee for those who are not members"
        ]
    );
    assert_eq!(
        row("Afterwards"),
        [
            "36 CEUs every two years, held alone, by both of AAPC’s tables",
            "36 CEUs every two years, held alone, by both of AAPC’s tables",
            "20 CEUs every two years, held alone",
        ]
    );
    assert_eq!(rows.len(), 11);
}

#[test]
fn the_totals() {
    let blocks = totals(DATES);
    let [table] = tables(&blocks)[..] else {
        panic!("one table")
    };
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|(head, cells)| format!("{head}: {}", cells.join(" | ")))
        .collect();
    assert_eq!(
        rows,
        [
            "1: 36 | 36",
            "2: 48 | 40",
            "3: 60 | 44",
            "4: 72 | 48",
            "5 or more: 80 | 52",
            "How it is dated: on a copy of October 2012 or later | in force by 31 August 2015 at the latest",
        ]
    );
    let pairs: Vec<String> = pairs(&blocks)
        .iter()
        .map(|(term, what)| format!("{term}: {what}"))
        .collect();
    assert_eq!(
        pairs,
        [
            "First credential: 20 CEUs",
            "First credential, where RHIA, CHPS, CHDA, CDIP or CPHI is held: 30 CEUs",
            "Each further credential: 10 CEUs",
            "At the most: 50 CEUs",
        ]
    );
    let said = texts(&blocks).join("\n");
    for part in [
        "read on 23 November 2026",
        "20 CEUs every two years for one credential",
        "At least 16 of them",
        "at least 8 of them",
        "1 January 2025",
    ] {
        assert!(said.contains(part), "{part}");
    }
}

/// The three kinds of activity stand among the rules, with their pages.
#[test]
fn the_rules_tell_what_counts() {
    let document = rulebook(READ_ON, DATES);
    let group = document.iter().find_map(|block| match block {
        Block::Folded { inside, .. } if !pairs(inside).is_empty() => Some(inside),
        _ => None,
    });
    let group = group.unwrap();
    let told: Vec<String> = pairs(group)
        .iter()
        .map(|(term, what)| format!("{term}: {what}"))
        .collect();
    assert_eq!(
        told,
        [
            "Approved events: Webinars, workshops, conferences, chapter meetings and on-demand events from AAPC’s approved list. By a page that quotes AAPC, 1 CEU for 60 minutes of a live event, and 0.5 CEUs for 30 minutes, the smallest step.",
            "Teaching at a post-secondary school: The article says that it has to be approved in advance; AAPC’s page for vendors names it as a type of application. What it is worth was not found on any page.",
            "Post-secondary course work: As we read AAPC’s pages, the program is approved in advance, or a certificate or transcript is uploaded. What it is worth was not found on any page.",
        ]
    );
    let named = pages(group);
    for page in ACTIVITIES.iter().flat_map(ActivityRule::pages) {
        assert!(named.contains(&page), "{}", page.title);
    }
}

/// Each answer of each question is named with its points, and by no other.
#[test]
fn every_answer_is_named_with_what_it_weighs() {
    let blocks = decisions();
    let mut lists = blocks.iter().filter_map(|block| match block {
        Block::Pairs(pairs) => Some(pairs),
        _ => None,
    });
    for question in &QUESTIONS {
        let heading = Block::Subheading(words::question(question.id).ask.to_owned());
        assert!(blocks.contains(&heading), "{:?}", question.id);
        let said = lists.next().unwrap();
        assert_eq!(said.len(), question.options.len());
        for ((answer, what), option) in said.iter().zip(question.options) {
            assert_eq!(answer, words::choice(option.choice));
            for &(path, points) in option.weights {
                let unit = if points == 1 { "point" } else { "points" };
                let expected = format!("{}, {points} {unit}", words::name(path.credential()));
                assert!(what.contains(&expected), "{answer}: {what}");
            }
            assert_eq!(
                what.starts_with("No points"),
                option.weights.is_empty(),
                "{answer}: {what}"
            );
        }
    }
    let all = pairs(&blocks);
    for (answer, what) in [
        ("The work of doctors and other providers", "CPC, 5 points"),
        ("The hospital’s own bill", "No points"),
        ("AAPC", "CPC, 1 point; CPC-H (now COC), 1 point"),
        ("CPC and CCS", "No points; not recommended again: CPC, CCS"),
        ("None of them", "No points; all three stay open"),
    ] {
        assert!(
            all.contains(&&(answer.to_owned(), what.to_owned())),
            "{answer}"
        );
    }
}

#[test]
fn the_rules_of_the_quiz_are_those_of_the_picker() {
    let said = texts(&decisions());
    let says = |part: &str| said.iter().any(|text| text.contains(part));
    assert!(says("at most 7 questions"));
    assert!(says("in the order CPC, CPC-H (now COC), CCS is taken"));
    assert_eq!((CLEAR_FROM, LEANING_FROM), (6, 2));
    assert!(says(
        "A lead of 6 points or more is clear. A lead of 2 points or more leans"
    ));
    assert!(says("Pay and difficulty are not scored."));
    assert!(says("Without any answer the result is the CPC."));
    assert!(says(
        "Not asked after “CPC and CPC-H”, “CPC and CCS”, “CPC-H and CCS”, “All three” or “The work of doctors and other providers”."
    ));
    for silent in [Choice::Hospital, Choice::NotSure] {
        assert!(says(&format!("“{}”", words::choice(silent))));
        for question in &QUESTIONS {
            for option in question.options.iter().filter(|one| one.choice == silent) {
                assert!(option.weights.is_empty(), "{silent:?}");
            }
        }
    }
    let mut with_hospital = Answers::default();
    with_hospital
        .give(QuestionId::Held, Choice::HoldsNone)
        .unwrap();
    with_hospital
        .give(QuestionId::Work, Choice::Hospital)
        .unwrap();
    assert_eq!(walk(&with_hospital).next, Some(QuestionId::Patients));
}

/// Every neighbour that any answers lead to is named.
#[test]
fn every_neighbour_is_named() {
    let blocks = decisions();
    let named = pairs(&blocks);
    let mut open = vec![Answers::default()];
    let mut met = BTreeSet::new();
    while let Some(so_far) = open.pop() {
        if let Some(next) = walk(&so_far).next {
            for option in Question::of(next).options {
                let mut then = so_far.clone();
                then.give(next, option.choice).unwrap();
                open.push(then);
            }
        } else if let Outcome::Recommend(result) = outcome(&so_far) {
            for one in result.neighbours {
                met.insert((words::name(one.credential), words::neighbour(one)));
            }
        }
    }
    assert_eq!(met.len(), 4);
    for (name, why) in met {
        assert!(
            named
                .iter()
                .any(|(term, what)| term == name && what.starts_with(why)),
            "{name}"
        );
    }
}

#[test]
fn the_base_of_every_credential_of_ahimas_is_told() {
    let blocks = totals(DATES);
    let (large, _) = pairs(&blocks)[1];
    let with_larger: Vec<&str> = ALL_CREDENTIALS
        .iter()
        .filter(|id| id.body() == Body::Ahima)
        .map(|id| id.code())
        .filter(|code| large.contains(code))
        .collect();
    assert_eq!(with_larger, ["RHIA", "CHPS", "CHDA", "CDIP", "CPHI"]);
}

// ---------------------------------------------------------------------------------------------------------------------
// Static HTML

/// The texts of some HTML, if each of its elements is closed where it was opened and each attribute is quoted.
fn read(html: &str) -> Result<Vec<String>, String> {
    const WITHOUT_END: [&str; 2] = ["meta", "link"];
    let mut open: Vec<&str> = Vec::new();
    let mut texts = Vec::new();
    let mut rest = html.strip_prefix("<!doctype html>\n").unwrap_or(html);
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let (tag, after) = tag.split_once('>').ok_or("a tag without an end")?;
            if let Some(name) = tag.strip_prefix('/') {
                let opened = open.pop();
                if opened != Some(name) {
                    return Err(format!("</{name}> closes {opened:?}"));
                }
            } else {
                let name = tag.split(' ').next().unwrap_or_default();
                let (_, attributes) = tag.split_at(name.len());
                let quotes: Vec<&str> = attributes.split('"').collect();
                if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
                    return Err(format!("<{tag}>"));
                }
                for (index, piece) in quotes.iter().enumerate() {
                    let is_name = index % 2 == 0;
                    let is_last = index + 1 == quotes.len();
                    let good = match (is_name, is_last) {
                        (true, true) => piece.is_empty(),
                        (true, false) => piece.starts_with(' ') && piece.ends_with('='),
                        (false, is_last) => !is_last && !piece.contains('<'),
                    };
                    if !good {
                        return Err(format!("<{tag}>"));
                    }
                }
                if !WITHOUT_END.contains(&name) {
                    open.push(name);
                }
            }
            rest = after;
        } else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            if text.contains(['>', '"']) {
                return Err(format!("not escaped: {text:?}"));
            }
            if !text.trim().is_empty() {
                texts.push(unescaped(text));
            }
            rest = after;
        }
    }
    if open.is_empty() {
        Ok(texts)
    } else {
        Err(format!("left open: {open:?}"))
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[test]
fn the_reader_of_these_tests_sees_what_is_wrong() {
    for wrong in [
        "<p>",
        "</p>",
        "<p></b>",
        "<p><b></p></b>",
        "<p",
        "<p a=b></p>",
        "<p a=\"b></p>",
        "<p>a > b</p>",
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    assert_eq!(
        read("<p a=\"b\">c &amp; d</p>"),
        Ok(vec!["c & d".to_owned()])
    );
}

#[test]
fn every_document_is_the_same_as_html() {
    for (document, blocks) in documents() {
        let html = html(&blocks, DATES);
        assert_eq!(read(&html).as_ref(), Ok(&texts(&blocks)), "{document}");
        let links = pages(&blocks).len();
        assert_eq!(html.matches("rel=\"noopener noreferrer\"").count(), links);
        assert!(!html.contains("<script") && !html.contains(" style="));
    }
    let folded = Block::Folded {
        summary: "More".to_owned(),
        inside: vec![Block::Fine("x".to_owned())],
    };
    assert_eq!(
        html(&[folded], DATES),
        "<details>\n<summary>More</summary>\n<p class=\"fine\">x</p>\n</details>\n"
    );
}

#[test]
fn a_table_names_its_columns_and_rows() {
    let html = html(&comparison(DATES), DATES);
    assert_eq!(html.matches("scope=\"col\"").count(), 4);
    assert_eq!(html.matches("scope=\"row\"").count(), 11);
    assert_eq!(html.matches("data-column=\"CPC-H (now COC)\"").count(), 11);
    assert_eq!(html.matches("<caption>").count(), 1);
}

#[test]
fn the_page_has_every_document() {
    let page = whole_page(DATES);
    let said = read(&page).unwrap();
    for (document, blocks) in documents() {
        let texts = texts(&blocks);
        assert!(
            said.windows(texts.len()).any(|part| part == texts),
            "{document}"
        );
    }
    for part in [
        "<!doctype html>\n<html lang=\"en\">",
        "<meta charset=\"utf-8\">",
        "name=\"viewport\"",
        "href=\"./styles/page.css\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(!page.contains("<script") && !page.contains("style="));
}

#[test]
fn a_title_is_a_text_as_well() {
    let page = page("CPC & <CCS>", &[], DATES);
    assert_eq!(read(&page).unwrap(), ["CPC & <CCS>", "CPC & <CCS>"]);
}

#[test]
fn the_fallback_is_a_card_of_three_sentences_and_the_rest_folded() {
    let fallback = fallback(DATES);
    let said = read(&fallback).unwrap();
    assert_eq!(
        said[..5],
        [
            "CPC, CPC-H or CCS?",
            "The CPC (AAPC) is for the work of doctors and other providers and is the usual first credential; it asks 36 CEUs every two years.",
            "The CPC-H, now called COC (AAPC), is for what a hospital or surgery center bills for outpatients; held together with a CPC it asks 48 CEUs every two years for both by the article’s table, and 40 by AAPC’s later table, the newest found.",
            "The CCS (AHIMA) is for hospital records, admitted patients first; it asks 20 CEUs every two years, counted apart from AAPC’s.",
            "The comparison in full, the rules, and how the quiz decides",
        ]
    );
    let page = read(&whole_page(DATES)).unwrap();
    // The page's title stands twice before its text: in the head and as its heading.
    assert_eq!(said[5..], page[2..], "the fallback folds the page");
    assert!(
        fallback.contains("<details class=\"document\">"),
        "it is closed"
    );
}

#[test]
fn the_page_of_the_widget_repeats_no_figure() {
    let index = include_str!("../index.html");
    assert_eq!(index.matches("<!-- fallback -->").count(), 1);
    assert!(index.contains("<coder-path><!-- fallback --></coder-path>"));
    let (_, body) = index.split_once("<body>").unwrap();
    let text: String = body
        .split('<')
        .filter_map(|piece| piece.split_once('>').map(|(_, text)| text))
        .collect();
    assert!(text.contains("credential"));
    assert!(!text.contains(|c: char| c.is_ascii_digit()), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// No text opens, closes or changes an element, and every text is read back as it was.
    #[test]
    fn any_text_is_a_text(text in "(\\PC|[<>&\"'=/!-]|&lt;|</p>){1,40}") {
        prop_assume!(!text.trim().is_empty());
        let table = Table {
            caption: text.clone(),
            corner: text.clone(),
            columns: vec![text.clone()],
            rows: vec![(text.clone(), vec![text.clone()])],
        };
        let blocks = [
            Block::Heading(text.clone()),
            Block::Subheading(text.clone()),
            Block::Text(text.clone()),
            Block::Fine(text.clone()),
            Block::List(vec![text.clone()]),
            Block::Pairs(vec![(text.clone(), text.clone())]),
            Block::Table(table),
            Block::Folded { summary: text.clone(), inside: vec![Block::Text(text)] },
        ];
        prop_assert_eq!(read(&html(&blocks, DATES)), Ok(texts(&blocks)));
    }
}
