//! How the quiz decides, read off its questions and weights.

use super::Block;
use crate::picker::{
    Answers, CLEAR_FROM, Choice, LEANING_FROM, NOT_SCORED, Neighbour, Outcome, QUESTIONS, Question,
    QuestionId, asked, held, outcome,
};
use crate::rules::Source;
use crate::rules::source::each_once;
use crate::words::{self, WORDS};

/// Answers that have the neighbours named, each neighbour by the first of them.
const NEIGHBOURLY: [&[(QuestionId, Choice)]; 3] = [
    &[(QuestionId::Patients, Choice::Admitted)],
    &[
        (QuestionId::Patients, Choice::Admitted),
        (QuestionId::Experience, Choice::Beginner),
    ],
    &[
        (QuestionId::Work, Choice::Providers),
        (QuestionId::Body, Choice::PrefersAhima),
    ],
];

/// Every question with what each of its answers speaks for, and the rules by which the points decide.
pub fn decisions() -> Vec<Block> {
    let mut pages: Vec<&'static Source> = Vec::new();
    let mut blocks = vec![Block::Text(words::points_decide())];
    for question in &QUESTIONS {
        pages.extend(question.sources);
        blocks.extend([
            Block::Subheading(words::question(question.id).ask.to_owned()),
            Block::Fine(words::asked_when(&falls_away_after(question))),
            Block::Pairs(options(question)),
        ]);
    }
    let mut rules = vec![
        words::tie_rule(),
        words::strength_rule(CLEAR_FROM, LEANING_FROM),
        words::not_sure_rule(),
        words::hospital_rule(),
        WORDS.decisions.pay_is_not_scored.to_owned(),
    ];
    pages.extend(NOT_SCORED);
    if let Outcome::Recommend(result) = outcome(&Answers::default())
        && let Some(reason) = result.reasons.first()
    {
        let why = words::reason(result.path, *reason);
        rules.push(words::nothing_said(result.path, why));
        pages.extend(reason.basis.sources);
    }
    let (neighbours, behind) = neighbours();
    pages.extend(behind);
    blocks.extend([
        Block::Subheading(WORDS.decisions.how_it_is_decided.to_owned()),
        Block::List(rules),
        Block::Subheading(WORDS.decisions.beside_the_three.to_owned()),
        Block::Pairs(neighbours),
        Block::Sources(each_once(pages)),
    ]);
    blocks
}

fn options(question: &Question) -> Vec<(String, String)> {
    let options = question.options.iter().map(|option| {
        let said = option.choice;
        let weighs = words::weighs(said, option.weights, held(Some(said)));
        (words::choice(said).to_owned(), weighs)
    });
    options.collect()
}

/// The single answers to the questions before this one after which it is not asked.
fn falls_away_after(question: &Question) -> Vec<Choice> {
    let before = QUESTIONS
        .iter()
        .take_while(|earlier| earlier.id != question.id);
    let answers = before.flat_map(|earlier| {
        earlier
            .options
            .iter()
            .map(move |option| (earlier.id, option.choice))
    });
    answers
        .filter(|answer| !asked(&given(&[*answer])).any(|still| still.id == question.id))
        .map(|(_, choice)| choice)
        .collect()
}

/// These answers; those that their questions do not offer are left out.
fn given(said: &[(QuestionId, Choice)]) -> Answers {
    let mut answers = Answers::default();
    for &(question, choice) in said {
        let _ = answers.give(question, choice);
    }
    answers
}

/// The credentials beside the three, with the answers after which they are named, and the pages behind them.
fn neighbours() -> (Vec<(String, String)>, Vec<&'static Source>) {
    let mut named: Vec<Neighbour> = Vec::new();
    let mut pairs = Vec::new();
    for said in NEIGHBOURLY {
        let Outcome::Recommend(result) = outcome(&given(said)) else {
            continue;
        };
        for neighbour in result.neighbours {
            if !named.contains(&neighbour) {
                let choices: Vec<Choice> = said.iter().map(|(_, choice)| *choice).collect();
                pairs.push((
                    words::name(neighbour.credential).to_owned(),
                    words::named_after(words::neighbour(neighbour), &choices),
                ));
                named.push(neighbour);
            }
        }
    }
    let pages = named.iter().flat_map(|neighbour| neighbour.basis.sources);
    (pairs, pages.copied().collect())
}
