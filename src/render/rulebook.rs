//! The rules and their pages, what the article says otherwise, where pages disagree, and how the quiz decides.

use chrono::NaiveDate;

use super::{Block, decisions};
use crate::app::DateOrder;
use crate::picker;
use crate::rules::source::each_once;
use crate::rules::{
    ACTIVITIES, CATALOGUE, DISAGREEMENTS, FINDINGS, Finding, READ_ON, Rule, RuleGroup, Source,
    is_due_for_a_check,
};
use crate::words::{self, Figure, WORDS, fill};

/// *Rules and sources*, as it is read on a day; the view's own heading stands outside.
///
/// ```
/// use coderpath::{app::DateOrder, render::{Block, rulebook}, rules::READ_ON};
/// let document = rulebook(READ_ON, DateOrder::MonthFirst);
/// assert!(document.contains(&Block::Heading("Where the pages disagree".to_owned())));
/// ```
pub fn rulebook(today: NaiveDate, dates: DateOrder) -> Vec<Block> {
    let texts = &WORDS.rulebook;
    let heading = |text: &str| Block::Heading(text.to_owned());
    let mut document = vec![Block::Text(fill(
        texts.intro,
        &[&words::day(READ_ON, dates)],
    ))];
    if is_due_for_a_check(READ_ON, today) {
        document.push(Block::Text(words::due_for_a_check(READ_ON, dates)));
    }
    for group in RuleGroup::ALL {
        document.push(rules(group, dates));
    }

    document.push(heading(texts.findings));
    document.push(Block::Text(texts.findings_intro.to_owned()));
    let mut points = Vec::new();
    for point in &FINDINGS {
        finding(&mut points, point, dates);
    }
    let fold = fill(texts.findings_fold, &[&FINDINGS.len().to_string()]);
    document.push(folded(fold, points));

    document.push(heading(texts.disagreements));
    let mut points = Vec::new();
    for point in &DISAGREEMENTS {
        points.push(Block::Text(words::disagreement(point.id, dates)));
        sources(&mut points, point.sources());
    }
    let fold = fill(
        texts.disagreements_fold,
        &[&DISAGREEMENTS.len().to_string()],
    );
    document.push(folded(fold, points));

    document.push(heading(texts.decisions));
    let walks = words::figure(Figure::Number(picker::WALKS), dates);
    document.push(Block::Text(fill(texts.decisions_intro, &[&walks])));
    document.push(folded(texts.decisions_fold.to_owned(), decisions()));
    document
}

fn folded(summary: String, inside: Vec<Block>) -> Block {
    Block::Folded { summary, inside }
}

/// The rules of a group, under its name.
fn rules(group: RuleGroup, dates: DateOrder) -> Block {
    let mut blocks = Vec::new();
    if group == RuleGroup::AapcCounting {
        activities(&mut blocks);
    }
    for one in &CATALOGUE {
        if one.group == group {
            rule(&mut blocks, one, dates);
        }
    }
    folded(words::rule_group(group).to_owned(), blocks)
}

/// The three kinds of activity, of which CEUs come.
fn activities(blocks: &mut Vec<Block>) {
    let mut kinds = Vec::new();
    let mut pages = Vec::new();
    for rule in &ACTIVITIES {
        let (kind, what) = words::activity(rule);
        kinds.push((kind.to_owned(), what));
        pages.extend(rule.pages());
    }
    blocks.push(Block::Text(WORDS.activities.three_kinds.to_owned()));
    blocks.push(Block::Pairs(kinds));
    sources(blocks, pages.into_iter());
}

fn rule(blocks: &mut Vec<Block>, rule: &Rule, dates: DateOrder) {
    // No heading stands above the groups but the view's own.
    blocks.push(Block::Heading(words::rule_name(rule.id).to_owned()));
    blocks.push(Block::Text(words::rule_says(rule.id, dates)));
    if let Some(since) = words::rule_since(rule.in_force, dates) {
        blocks.push(Block::Fine(since));
    }
    if let Some(caution) = words::rule_caution(rule.evidence) {
        blocks.push(Block::Fine(caution.to_owned()));
    }
    sources(blocks, rule.sources());
}

fn finding(blocks: &mut Vec<Block>, finding: &Finding, dates: DateOrder) {
    let said = words::finding(finding.id, dates);
    blocks.push(Block::Subheading(said.name.to_owned()));
    blocks.push(Block::Pairs(vec![
        (WORDS.rulebook.the_article.to_owned(), said.article),
        (WORDS.rulebook.the_pages.to_owned(), said.pages),
    ]));
    sources(blocks, finding.sources());
}

/// The pages, none twice; nothing where there are none.
fn sources(blocks: &mut Vec<Block>, all: impl Iterator<Item = &'static Source>) {
    let pages = each_once(all);
    if !pages.is_empty() {
        blocks.push(Block::Sources(pages));
    }
}
