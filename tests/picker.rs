//! Every walk through the picker, and what must hold on each; the table that a person reviews is
//! `tests/golden/picker.txt`.
//!
//! The weights, the rule for ties, strength and neighbours are written a second time here ([`Expected`]), so that a
//! change of one is a change of both.

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

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

use coderpath::picker::{
    Answers, Because, CLEAR_FROM, Choice, Counterfactual, LEANING_FROM, MOST_QUESTIONS,
    NeighbourWhy, NotAnOption, Outcome, Path, QUESTIONS, Question, QuestionId, Reason,
    Recommendation, Scores, Strength, outcome, walk,
};
use coderpath::rules::CredentialId;
use proptest::prelude::*;

// ---------------------------------------------------------------------------------------------------------------------
// All walks

type Given = Vec<(QuestionId, Choice)>;

/// One walk from the first question to the end, and where it leads.
struct Case {
    given: Given,
    outcome: Outcome,
}

impl Case {
    fn said(&self, question: QuestionId) -> Option<Choice> {
        said(&self.given, question)
    }
}

fn said(given: &Given, question: QuestionId) -> Option<Choice> {
    given
        .iter()
        .find(|(id, _)| *id == question)
        .map(|&(_, choice)| choice)
}

fn answers(given: &[(QuestionId, Choice)]) -> Answers {
    let mut answers = Answers::default();
    for &(question, choice) in given {
        answers.give(question, choice).unwrap();
    }
    answers
}

/// Every walk, depth first: the next question is whatever the replay of the answers says.
static WALKS: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let mut walks = Vec::new();
    let mut open = vec![Answers::default()];
    while let Some(so_far) = open.pop() {
        let walk = walk(&so_far);
        assert!(
            walk.answered.len() <= 7,
            "does not end: {:?}",
            walk.answered
        );
        let Some(next) = walk.next else {
            walks.push(Case {
                given: walk.answered,
                outcome: outcome(&so_far),
            });
            continue;
        };
        for option in Question::of(next).options.iter().rev() {
            let mut then = so_far.clone();
            then.give(next, option.choice).unwrap();
            open.push(then);
        }
    }
    walks
});

/// The result of every walk.
static RESULTS: LazyLock<HashMap<Given, Option<Path>>> = LazyLock::new(|| {
    WALKS
        .iter()
        .map(|case| (case.given.clone(), result(&case.outcome)))
        .collect()
});

fn result(outcome: &Outcome) -> Option<Path> {
    recommended(outcome).map(|recommendation| recommendation.path)
}

fn recommended(outcome: &Outcome) -> Option<&Recommendation> {
    match outcome {
        Outcome::Recommend(recommendation) => Some(recommendation),
        Outcome::AllHeld => None,
    }
}

/// Every walk that ends in a recommendation.
fn recommendations() -> impl Iterator<Item = (&'static Case, &'static Recommendation)> {
    WALKS
        .iter()
        .filter_map(|case| recommended(&case.outcome).map(|result| (case, result)))
}

/// Those who hold two or three of the three have nothing to choose, and are asked nothing more.
fn leaves_one_or_none(held: Choice) -> bool {
    matches!(held.key(), "cpc+coc" | "cpc+ccs" | "coc+ccs" | "all")
}

/// The walk with one answer changed: which questions the change opens ("not sure") and closes is written out by hand.
fn changed(given: &Given, question: QuestionId, to: Choice) -> Given {
    let mut changed: Given = given.clone();
    for answer in &mut changed {
        if answer.0 == question {
            answer.1 = to;
        }
    }
    match (question, to) {
        (QuestionId::Held, to) if leaves_one_or_none(to) => {
            changed.retain(|(id, _)| *id == QuestionId::Held);
        }
        (QuestionId::Held, _) if changed.len() == 1 => {
            changed.extend(
                QUESTIONS
                    .iter()
                    .skip(1)
                    .map(|question| (question.id, Choice::NotSure)),
            );
        }
        (QuestionId::Work, Choice::Providers) => {
            changed.retain(|(id, _)| *id != QuestionId::Patients);
        }
        (QuestionId::Work, _) if said(given, QuestionId::Patients).is_none() => {
            changed.insert(2, (QuestionId::Patients, Choice::NotSure));
        }
        _ => {}
    }
    changed
}

#[test]
fn every_walk_ends_within_seven_questions_and_everything_is_reached() {
    let mut seen = BTreeSet::new();
    let mut strengths = BTreeSet::new();
    let mut whys = BTreeSet::new();
    let mut results = BTreeMap::new();
    let mut longest = 0;
    for case in WALKS.iter() {
        longest = longest.max(case.given.len());
        seen.extend(case.given.iter().copied());
        *results.entry(result(&case.outcome)).or_insert(0_u32) += 1;
        if let Some(result) = recommended(&case.outcome) {
            strengths.insert(result.strength);
            whys.extend(
                result
                    .neighbours
                    .iter()
                    .map(|near| (near.credential, format!("{:?}", near.why))),
            );
        }
    }
    println!("{} walks, the longest of {longest} questions", WALKS.len());
    println!("{results:?}");
    // Five answers that leave more than one to choose, nine ways through whose work and which patients, and four
    // questions of four answers each; and the four walks of those who hold two or all three.
    assert_eq!(WALKS.len(), 5 * 9 * 4 * 4 * 4 * 4 + 4);
    for case in WALKS.iter() {
        let held = case.said(QuestionId::Held).unwrap();
        assert_eq!(
            case.given.len() == 1,
            leaves_one_or_none(held),
            "{:?}",
            case.given
        );
    }
    assert_eq!((longest, MOST_QUESTIONS), (7, 7));
    for question in &QUESTIONS {
        for option in question.options {
            assert!(
                seen.contains(&(question.id, option.choice)),
                "never said: {:?} {:?}",
                question.id,
                option.choice
            );
        }
    }
    let everything = [None, Some(Path::Cpc), Some(Path::Coc), Some(Path::Ccs)];
    assert_eq!(results.into_keys().collect::<Vec<_>>(), everything);
    assert_eq!(
        strengths.into_iter().collect::<Vec<_>>(),
        [Strength::Close, Strength::Leaning, Strength::Clear]
    );
    let whys: Vec<_> = whys.iter().map(|(id, why)| (*id, why.as_str())).collect();
    assert_eq!(
        whys,
        [
            (CredentialId::Cpc, "StepBefore"),
            (CredentialId::Cic, "InpatientAtAapc"),
            (CredentialId::CcsP, "ProvidersAtAhima"),
            (CredentialId::Cca, "StepBefore"),
        ]
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// The questions

/// What every answer weighs, by hand: question, answer, points for CPC, CPC-H and CCS. Answers that are not here weigh
/// nothing.
const WEIGHTS: [(&str, &str, [u32; 3]); 15] = [
    ("work", "providers", [5, 0, 0]),
    ("patients", "office", [5, 0, 0]),
    ("patients", "same-day", [0, 5, 0]),
    ("patients", "admitted", [0, 0, 5]),
    ("experience", "beginner", [1, 0, 0]),
    ("experience", "one-year", [0, 1, 0]),
    ("experience", "two-years", [0, 0, 1]),
    ("cases", "short", [2, 0, 0]),
    ("cases", "payment-rules", [0, 2, 0]),
    ("cases", "long", [0, 0, 2]),
    ("ads", "ads-cpc", [2, 0, 0]),
    ("ads", "ads-coc", [0, 2, 0]),
    ("ads", "ads-ccs", [0, 0, 2]),
    ("body", "aapc", [1, 1, 0]),
    ("body", "ahima", [0, 0, 1]),
];

fn weight(question: QuestionId, choice: Choice) -> [u32; 3] {
    WEIGHTS
        .iter()
        .find(|row| (row.0, row.1) == (question.key(), choice.key()))
        .map_or([0; 3], |row| row.2)
}

#[test]
fn every_weight() {
    let mut weighed = 0;
    for question in &QUESTIONS {
        for option in question.options {
            let mut points = [0; 3];
            for &(path, more) in option.weights {
                points[place(path)] += more;
                assert!(
                    more > 0,
                    "{:?}: a weight of nothing is no weight",
                    option.choice
                );
            }
            assert_eq!(
                points,
                weight(question.id, option.choice),
                "{:?}",
                option.choice
            );
            weighed += usize::from(points != [0; 3]);
        }
    }
    assert_eq!(weighed, WEIGHTS.len());
}

#[test]
fn not_sure_comes_last_everywhere_and_weighs_nothing() {
    for question in &QUESTIONS {
        let (last, others) = question.options.split_last().unwrap();
        assert_eq!(last.choice, Choice::NotSure, "{:?}", question.id);
        assert!(last.weights.is_empty(), "{:?}", question.id);
        assert!(
            others.iter().all(|option| option.choice != Choice::NotSure),
            "{:?}",
            question.id
        );
    }
}

#[test]
fn every_other_answer_belongs_to_one_question_which_alone_accepts_it() {
    let every: Vec<(QuestionId, Choice)> = QUESTIONS
        .iter()
        .flat_map(|question| {
            question
                .options
                .iter()
                .map(|option| (question.id, option.choice))
        })
        .collect();
    let mut seen = BTreeSet::from([Choice::NotSure]);
    for &(home, choice) in &every {
        assert!(
            choice == Choice::NotSure || seen.insert(choice),
            "{choice:?} twice"
        );
        assert_eq!(Choice::from_key(choice.key()), Some(choice));
        for question in &QUESTIONS {
            let mut answers = Answers::default();
            let before = answers.clone();
            let given = answers.give(question.id, choice);
            if question.id == home || choice == Choice::NotSure {
                assert_eq!(given, Ok(()));
                assert_eq!(answers.get(question.id), Some(choice));
            } else {
                assert_eq!(
                    given,
                    Err(NotAnOption {
                        question: question.id,
                        choice
                    })
                );
                assert_eq!(answers, before, "refused, and changed all the same");
            }
        }
    }
    for question in &QUESTIONS {
        assert_eq!(Question::of(question.id).id, question.id);
        assert_eq!(QuestionId::from_key(question.id.key()), Some(question.id));
    }
    assert_eq!(QuestionId::from_key("Held"), None);
    assert_eq!(Choice::from_key(""), None);
}

// ---------------------------------------------------------------------------------------------------------------------
// The rules of the result, written a second time

const ORDER: [Path; 3] = [Path::Cpc, Path::Coc, Path::Ccs];

fn place(path: Path) -> usize {
    match path {
        Path::Cpc => 0,
        Path::Coc => 1,
        Path::Ccs => 2,
    }
}

/// What a walk must lead to.
#[derive(Debug, PartialEq)]
struct Expected {
    path: Path,
    scores: [u32; 3],
    strength: Strength,
    tie: Vec<Path>,
    runner_up: Option<(Path, u32)>,
    held_fits_better: Option<Path>,
    hospital_left_open: bool,
    neighbours: Vec<(CredentialId, NeighbourWhy)>,
}

impl Expected {
    /// `None` if all three are held.
    fn of(given: &Given) -> Option<Self> {
        let held = held(given);
        let mut scores = [0; 3];
        for &(question, choice) in given {
            for (score, points) in scores.iter_mut().zip(weight(question, choice)) {
                *score += points;
            }
        }
        let free: Vec<usize> = (0..3).filter(|&path| !held[path]).collect();
        let highest = free.iter().map(|&path| scores[path]).max()?;
        let first = *free.iter().find(|&&path| scores[path] == highest)?;
        let others: Vec<usize> = free.into_iter().filter(|&path| path != first).collect();
        let tie = others.iter().filter(|&&path| scores[path] == highest);
        let second = others
            .iter()
            .map(|&path| scores[path])
            .max()
            .and_then(|next| others.iter().find(|&&path| scores[path] == next));
        let lead = highest - second.map_or(0, |&second| scores[second]);
        let best_held = (0..3)
            .filter(|&path| held[path])
            .map(|path| scores[path])
            .max()
            .filter(|&score| score > highest);
        let held_fits_better =
            best_held.and_then(|best| (0..3).find(|&path| held[path] && scores[path] == best));
        let path = ORDER[first];
        Some(Self {
            path,
            scores,
            strength: match lead {
                _ if best_held.is_some() => Strength::Close,
                0 | 1 => Strength::Close,
                2..=5 => Strength::Leaning,
                _ => Strength::Clear,
            },
            tie: tie.map(|&path| ORDER[path]).collect(),
            runner_up: second.map(|&second| (ORDER[second], highest - scores[second])),
            held_fits_better: held_fits_better.map(|path| ORDER[path]),
            hospital_left_open: said(given, QuestionId::Work) == Some(Choice::Hospital)
                && said(given, QuestionId::Patients) == Some(Choice::NotSure),
            neighbours: expected_neighbours(path, held, given),
        })
    }
}

/// Which of the three are held, read off the answer's key: "cpc+ccs".
fn held(given: &Given) -> [bool; 3] {
    match said(given, QuestionId::Held).unwrap().key() {
        "none" | "not-sure" => [false; 3],
        "all" => [true; 3],
        key => ["cpc", "coc", "ccs"].map(|path| key.split('+').any(|part| part == path)),
    }
}

fn expected_neighbours(
    path: Path,
    held: [bool; 3],
    given: &Given,
) -> Vec<(CredentialId, NeighbourWhy)> {
    let is = |question, choice| said(given, question) == Some(choice);
    let for_ccs = path == Path::Ccs;
    let beginner = is(QuestionId::Experience, Choice::Beginner);
    let inpatient = for_ccs || is(QuestionId::Patients, Choice::Admitted);
    let providers =
        is(QuestionId::Work, Choice::Providers) || is(QuestionId::Patients, Choice::OfficeVisits);
    [
        (
            for_ccs && beginner && !held[0] && !held[1],
            (CredentialId::Cpc, NeighbourWhy::StepBefore),
        ),
        (
            for_ccs && beginner && !held[0] && !held[1],
            (CredentialId::Cca, NeighbourWhy::StepBefore),
        ),
        (
            inpatient,
            (CredentialId::Cic, NeighbourWhy::InpatientAtAapc),
        ),
        (
            providers && is(QuestionId::Body, Choice::PrefersAhima),
            (CredentialId::CcsP, NeighbourWhy::ProvidersAtAhima),
        ),
    ]
    .into_iter()
    .filter_map(|(applies, neighbour)| applies.then_some(neighbour))
    .collect()
}

/// The same, read off a result.
fn found(result: &Recommendation) -> Expected {
    let Scores { cpc, coc, ccs } = result.scores;
    Expected {
        path: result.path,
        scores: [cpc, coc, ccs],
        strength: result.strength,
        tie: result.tie.as_ref().map_or(Vec::new(), |tie| {
            assert!(!tie.with.is_empty(), "a tie with nobody");
            tie.with.clone()
        }),
        runner_up: result
            .runner_up
            .as_ref()
            .map(|second| (second.path, second.behind)),
        held_fits_better: result.held_fits_better,
        hospital_left_open: result.hospital_left_open,
        neighbours: result
            .neighbours
            .iter()
            .map(|near| (near.credential, near.why))
            .collect(),
    }
}

/// Scores, the path, strength, every tie by the stated order, the runner-up, neighbours.
#[test]
fn every_walk_leads_where_the_rules_say() {
    assert_eq!(Path::ALL, ORDER);
    for case in WALKS.iter() {
        let found = recommended(&case.outcome).map(found);
        assert_eq!(found, Expected::of(&case.given), "{:?}", case.given);
    }
}

#[test]
fn a_held_credential_is_never_recommended_nor_named_beside() {
    for (case, result) in recommendations() {
        let held = held(&case.given);
        assert!(!held[place(result.path)], "{:?}", case.given);
        if let Some(second) = &result.runner_up {
            assert!(!held[place(second.path)], "{:?}", case.given);
        }
        for near in &result.neighbours {
            let one_of_three = ORDER
                .iter()
                .find(|path| path.credential() == near.credential);
            assert!(
                one_of_three.is_none_or(|&path| !held[place(path)]),
                "{:?}",
                case.given
            );
        }
    }
}

#[test]
fn more_inpatient_never_counts_against_the_ccs() {
    let more_inpatient = [
        (QuestionId::Work, Choice::Hospital),
        (QuestionId::Patients, Choice::Admitted),
        (QuestionId::Cases, Choice::LongRecords),
        (QuestionId::Ads, Choice::AdsCcs),
    ];
    let scores: HashMap<&Given, u32> = recommendations()
        .map(|(case, result)| (&case.given, result.scores.ccs))
        .collect();
    for (case, result) in recommendations() {
        for (question, choice) in more_inpatient {
            if case.said(question).is_none() {
                continue;
            }
            let changed = changed(&case.given, question, choice);
            assert!(
                scores[&changed] >= result.scores.ccs,
                "{:?}: {choice:?} costs the CCS points",
                case.given
            );
            if result.path == Path::Ccs {
                assert_eq!(
                    RESULTS[&changed],
                    Some(Path::Ccs),
                    "{:?}: {choice:?} turns it away from the CCS",
                    case.given
                );
            }
        }
    }
}

#[test]
fn hospital_alone_decides_nothing() {
    for (case, result) in recommendations() {
        if case.said(QuestionId::Work) == Some(Choice::Hospital) {
            let unsure = changed(&case.given, QuestionId::Work, Choice::NotSure);
            assert_eq!(RESULTS[&unsure], Some(result.path), "{:?}", case.given);
        }
    }
    assert_eq!(weight(QuestionId::Work, Choice::Hospital), [0; 3]);
}

#[test]
fn not_sure_is_the_same_as_no_answer() {
    // One kind of holder is enough here: what is held is read by the same code for all of them.
    for (case, with) in recommendations() {
        let unsure = case
            .given
            .iter()
            .any(|(_, choice)| *choice == Choice::NotSure);
        if !unsure || case.said(QuestionId::Held) != Some(Choice::HoldsCpc) {
            continue;
        }
        let sure: Given = case
            .given
            .iter()
            .copied()
            .filter(|(_, choice)| *choice != Choice::NotSure)
            .collect();
        let without = outcome(&answers(&sure));
        assert_eq!(recommended(&without), Some(with), "{sure:?}");
    }
    let nothing_said = outcome(&Answers::default());
    let all_unsure: Given = QUESTIONS
        .iter()
        .map(|question| (question.id, Choice::NotSure))
        .collect();
    assert_eq!(nothing_said, outcome(&answers(&all_unsure)));
}

/// What stands beside the constants: a clear result survives that any one answer is taken back, a leaning one that
/// one of the lightest is.
#[test]
fn a_lead_is_as_safe_as_its_name() {
    assert_eq!((LEANING_FROM, CLEAR_FROM), (2, 6));
    let mut tried = 0;
    for (case, result) in recommendations() {
        let Some(second) = &result.runner_up else {
            continue;
        };
        for &(question, _) in &case.given {
            let safe_from = match question {
                QuestionId::Held => continue,
                QuestionId::Experience | QuestionId::Body => LEANING_FROM,
                QuestionId::Cases | QuestionId::Ads => 3,
                QuestionId::Work | QuestionId::Patients => CLEAR_FROM,
            };
            if second.behind >= safe_from {
                tried += 1;
                let unsure = changed(&case.given, question, Choice::NotSure);
                assert_eq!(
                    RESULTS[&unsure],
                    Some(result.path),
                    "{:?}: not sure of {question:?}",
                    case.given
                );
            }
        }
    }
    assert!(tried > 10_000, "only {tried}");
}

/// What the module says of its weights: no two lesser answers outweigh the setting.
#[test]
fn the_setting_outweighs_any_two_lesser_answers() {
    let settings = [
        (QuestionId::Work, Choice::Providers, Path::Cpc),
        (QuestionId::Patients, Choice::OfficeVisits, Path::Cpc),
        (QuestionId::Patients, Choice::SameDay, Path::Coc),
        (QuestionId::Patients, Choice::Admitted, Path::Ccs),
    ];
    let mut tried = 0;
    for (case, result) in recommendations() {
        let lesser = case.given.iter().filter(|&&(question, choice)| {
            (1..5).contains(weight(question, choice).iter().max().unwrap())
        });
        for (question, choice, path) in settings {
            if case.said(question) == Some(choice)
                && !held(&case.given)[place(path)]
                && lesser.clone().count() <= 2
            {
                tried += 1;
                assert_eq!(result.path, path, "{:?}", case.given);
            }
        }
    }
    assert!(tried > 300, "only {tried}");
}

// ---------------------------------------------------------------------------------------------------------------------
// Reasons

#[track_caller]
fn check_reasons(given: &Given, path: Path, score: u32, reasons: &[Reason]) {
    let mut sum = 0;
    let mut last = u32::MAX;
    for reason in reasons {
        let Because::Answer(question, choice) = reason.because else {
            panic!("{given:?}: {:?} among the answers", reason.because);
        };
        assert!(
            given.contains(&(question, choice)),
            "{given:?}: {question:?} {choice:?} was not said"
        );
        assert_eq!(
            reason.points,
            weight(question, choice)[place(path)],
            "{given:?}: {choice:?}"
        );
        assert!(
            reason.points > 0 && reason.points <= last,
            "{given:?}: the heaviest first"
        );
        last = reason.points;
        sum += reason.points;
    }
    assert_eq!(sum, score, "{given:?}: the reasons add up to the score");
}

#[test]
fn reasons_add_up_and_each_was_said() {
    let mut wordless = BTreeSet::new();
    for (case, result) in recommendations() {
        let score = result.scores.of(result.path);
        if score == 0 {
            let [reason] = result.reasons.as_slice() else {
                panic!("{:?}: {:?}", case.given, result.reasons);
            };
            let because = match (&result.runner_up, result.path) {
                (None, _) => Because::OnlyOneLeft,
                (Some(_), Path::Cpc) => Because::UsualStart,
                (Some(_), _) => Because::OrderForTies,
            };
            assert_eq!(
                (reason.because, reason.points),
                (because, 0),
                "{:?}",
                case.given
            );
            wordless.insert(format!("{because:?}"));
        } else {
            check_reasons(&case.given, result.path, score, &result.reasons);
        }
        if let Some(second) = &result.runner_up {
            let score = result.scores.of(second.path);
            check_reasons(&case.given, second.path, score, &second.reasons);
        }
    }
    assert_eq!(
        wordless.iter().map(String::as_str).collect::<Vec<_>>(),
        ["OnlyOneLeft", "OrderForTies", "UsualStart"]
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// Counterfactuals

/// Both ways: each one that is listed changes the result to what it says, and no single change that is not listed does.
#[test]
fn counterfactuals_are_exactly_the_changes_that_change_the_result() {
    let mut listed = 0;
    for (case, result) in recommendations() {
        let mut expected = Vec::new();
        // What is held is a fact and no preference, so it comes last.
        let (facts, preferences): (Given, Given) = case
            .given
            .iter()
            .partition(|(question, _)| *question == QuestionId::Held);
        for &(question, from) in preferences.iter().chain(&facts) {
            for option in Question::of(question).options {
                let to = option.choice;
                let then = RESULTS[&changed(&case.given, question, to)];
                if then != Some(result.path) {
                    expected.push(Counterfactual {
                        question,
                        from,
                        to,
                        result: then,
                    });
                }
            }
        }
        assert_eq!(result.counterfactuals, expected, "{:?}", case.given);
        listed += expected.len();
    }
    println!("{listed} counterfactuals");
}

// ---------------------------------------------------------------------------------------------------------------------
// Answers changed on the way

#[test]
fn an_early_answer_can_be_changed_and_the_later_ones_are_kept() {
    let mut answers = answers(&[
        (QuestionId::Held, Choice::HoldsNone),
        (QuestionId::Work, Choice::Hospital),
        (QuestionId::Patients, Choice::Admitted),
        (QuestionId::Experience, Choice::TwoYears),
    ]);
    let before = walk(&answers);
    answers.give(QuestionId::Work, Choice::Providers).unwrap();
    assert_eq!(
        walk(&answers).answered,
        [
            (QuestionId::Held, Choice::HoldsNone),
            (QuestionId::Work, Choice::Providers),
            (QuestionId::Experience, Choice::TwoYears),
        ],
        "which patients is not asked of those who code providers' work"
    );
    answers.give(QuestionId::Work, Choice::Hospital).unwrap();
    assert_eq!(walk(&answers), before);
    assert_eq!(before.next, Some(QuestionId::Cases));
}

/// A regression test: "admitted" was once heard by the neighbours after it was no longer asked.
#[test]
fn an_answer_that_is_no_longer_asked_is_not_heard() {
    for case in WALKS.iter() {
        if case.said(QuestionId::Held) != Some(Choice::HoldsNone)
            || case.said(QuestionId::Work) != Some(Choice::Providers)
        {
            continue;
        }
        let result = recommended(&case.outcome).unwrap();
        for kept in [Choice::OfficeVisits, Choice::SameDay, Choice::Admitted] {
            let mut answers = answers(&case.given);
            answers.give(QuestionId::Patients, kept).unwrap();
            let outcome = outcome(&answers);
            let then = recommended(&outcome).unwrap();
            let with_kept = (&case.given, kept);
            assert_eq!(found(then), found(result), "{with_kept:?}");
            assert_eq!(then.reasons, result.reasons, "{with_kept:?}");
        }
    }
    // Who changes "none" to two of the three was asked everything before.
    for walk in WALKS.iter().filter(|case| case.given.len() == 1) {
        for case in WALKS.iter().step_by(97) {
            let mut answers = answers(&case.given);
            for &(question, choice) in &walk.given {
                answers.give(question, choice).unwrap();
            }
            let then = outcome(&answers);
            assert_eq!(
                recommended(&then).map(found),
                recommended(&walk.outcome).map(found),
                "{:?} after {:?}",
                walk.given,
                case.given
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Any answers at all, in any number: the result is that of the walk they lead through, with "not sure" where
    /// nothing was said, and every counterfactual comes true when the answer is really changed.
    #[test]
    fn any_answers_lead_where_their_walk_does(picks in proptest::array::uniform7(0..10_usize)) {
        let given: Given = QUESTIONS
            .iter()
            .zip(picks)
            .filter_map(|(question, pick)| Some((question.id, question.options.get(pick)?.choice)))
            .collect();
        let given = answers(&given);
        let mut to_the_end = given.clone();
        while let Some(question) = walk(&to_the_end).next {
            to_the_end.give(question, Choice::NotSure).unwrap();
        }
        let walked = walk(&to_the_end).answered;
        let outcome_given = outcome(&given);
        prop_assert_eq!(recommended(&outcome_given).map(found), Expected::of(&walked));
        if let Outcome::Recommend(result) = outcome_given {
            for counterfactual in result.counterfactuals {
                let mut changed = given.clone();
                changed.give(counterfactual.question, counterfactual.to).unwrap();
                let then = outcome(&changed);
                prop_assert_eq!(recommended(&then).map(|then| then.path), counterfactual.result);
            }
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What the issue asks for, by name

/// Answers by key, in the order of the questions; the rest is "not sure".
fn by_keys(keys: &str) -> Given {
    let mut keys = keys.split_whitespace().peekable();
    let mut given = Answers::default();
    while let Some(question) = walk(&given).next {
        let named = keys
            .peek()
            .and_then(|key| Choice::from_key(key))
            .filter(|choice| given.give(question, *choice).is_ok());
        if named.is_some() {
            keys.next();
        } else {
            given.give(question, Choice::NotSure).unwrap();
        }
    }
    assert_eq!(
        keys.next(),
        None,
        "not an answer on this walk, or out of order"
    );
    walk(&given).answered
}

#[track_caller]
fn check(keys: &str, path: Path, strength: Strength, near: &[CredentialId]) {
    let given = by_keys(keys);
    let outcome = outcome(&answers(&given));
    let result = recommended(&outcome).expect("something is left to choose");
    let found: Vec<_> = result
        .neighbours
        .iter()
        .map(|near| near.credential)
        .collect();
    assert_eq!(
        (result.path, result.strength, found.as_slice()),
        (path, strength, near),
        "{given:?}"
    );
}

#[test]
fn what_must_come_out() {
    use CredentialId::{Cca, CcsP, Cic, Cpc};
    use Strength::{Clear, Close, Leaning};
    let cases: &[(&str, Path, Strength, &[CredentialId])] = &[
        // A beginner drawn to doctors' offices and same-day visits: short visits, that is, of those who go home.
        ("none providers beginner short", Path::Cpc, Clear, &[]),
        ("none office beginner short", Path::Cpc, Clear, &[]),
        ("none hospital office beginner short", Path::Cpc, Clear, &[]),
        ("none providers beginner", Path::Cpc, Clear, &[]),
        (
            "providers beginner short ads-cpc aapc",
            Path::Cpc,
            Clear,
            &[],
        ),
        ("none providers", Path::Cpc, Leaning, &[]),
        ("none providers beginner ahima", Path::Cpc, Leaning, &[CcsP]),
        // Admitted patients, long records, two years of experience.
        (
            "none hospital admitted two-years long",
            Path::Ccs,
            Clear,
            &[Cic],
        ),
        (
            "none admitted two-years long ahima",
            Path::Ccs,
            Clear,
            &[Cic],
        ),
        (
            "cpc hospital admitted two-years long",
            Path::Ccs,
            Clear,
            &[Cic],
        ),
        // Even where everything lesser pulls to the CPC.
        (
            "none hospital admitted two-years short ads-cpc",
            Path::Ccs,
            Leaning,
            &[Cic],
        ),
        // Hospital outpatient or same-day surgery, holding a CPC.
        ("cpc hospital same-day", Path::Coc, Leaning, &[]),
        ("cpc hospital same-day aapc", Path::Coc, Clear, &[]),
        ("cpc hospital same-day payment-rules", Path::Coc, Clear, &[]),
        ("cpc hospital same-day one-year", Path::Coc, Clear, &[]),
        (
            "cpc hospital same-day two-years long",
            Path::Coc,
            Leaning,
            &[],
        ),
        // A beginner set on inpatient: the goal, and the step before, also for one who prefers AAPC.
        (
            "none hospital admitted beginner",
            Path::Ccs,
            Leaning,
            &[Cpc, Cca, Cic],
        ),
        (
            "none hospital admitted beginner long",
            Path::Ccs,
            Clear,
            &[Cpc, Cca, Cic],
        ),
        (
            "none hospital admitted beginner aapc",
            Path::Ccs,
            Leaning,
            &[Cpc, Cca, Cic],
        ),
        (
            "none hospital admitted beginner long aapc",
            Path::Ccs,
            Leaning,
            &[Cpc, Cca, Cic],
        ),
        (
            "none hospital admitted beginner ads-cpc",
            Path::Ccs,
            Leaning,
            &[Cpc, Cca, Cic],
        ),
        (
            "none hospital admitted beginner long ads-ccs",
            Path::Ccs,
            Clear,
            &[Cpc, Cca, Cic],
        ),
        // One who holds a CPC or CPC-H has made that step.
        ("cpc hospital admitted beginner", Path::Ccs, Leaning, &[Cic]),
        ("coc hospital admitted beginner", Path::Ccs, Leaning, &[Cic]),
        // "Hospital" alone.
        ("none hospital", Path::Cpc, Close, &[]),
        ("cpc hospital", Path::Coc, Close, &[]),
        ("hospital", Path::Cpc, Close, &[]),
        // Two are held: the third.
        ("cpc+coc", Path::Ccs, Close, &[Cic]),
        ("cpc+ccs", Path::Coc, Close, &[]),
        ("coc+ccs", Path::Cpc, Close, &[]),
        // Nothing sure.
        ("", Path::Cpc, Close, &[]),
        ("none", Path::Cpc, Close, &[]),
    ];
    for &(keys, path, strength, near) in cases {
        check(keys, path, strength, near);
    }
}

#[test]
fn not_sure_of_anything_is_the_usual_start() {
    let outcome = outcome(&answers(&by_keys("")));
    let result = recommended(&outcome).unwrap();
    assert_eq!((result.path, result.strength), (Path::Cpc, Strength::Close));
    assert_eq!(
        result
            .reasons
            .iter()
            .map(|reason| reason.because)
            .collect::<Vec<_>>(),
        [Because::UsualStart]
    );
    assert_eq!(
        result.tie.as_ref().map(|tie| tie.with.as_slice()),
        Some([Path::Coc, Path::Ccs].as_slice())
    );
}

#[test]
fn all_three_held_says_so_at_once() {
    let answers = answers(&[(QuestionId::Held, Choice::HoldsAll)]);
    assert_eq!(outcome(&answers), Outcome::AllHeld);
    assert_eq!(walk(&answers).next, None);
}

// ---------------------------------------------------------------------------------------------------------------------
// The table that a person reviews

const TABLE: &str = include_str!("golden/picker.txt");
const UPDATE: &str = "UPDATE_GOLDEN";

/// A line of the table: the answers as they stand there, and the result as it is now.
fn line(answers_as_written: &str) -> String {
    let columns: Vec<&str> = answers_as_written.split_whitespace().collect();
    assert_eq!(
        columns.len(),
        QUESTIONS.len(),
        "one column for each question: {answers_as_written:?}"
    );
    let mut given = Answers::default();
    for (question, key) in QUESTIONS.iter().zip(&columns) {
        let choice = match *key {
            "." => continue,
            "?" => Choice::NotSure,
            key => Choice::from_key(key).unwrap_or_else(|| panic!("no such answer: {key}")),
        };
        given
            .give(question.id, choice)
            .unwrap_or_else(|_| panic!("{key} does not answer {:?}", question.id));
    }
    let walk = walk(&given);
    assert_eq!(
        walk.next, None,
        "unanswered (write ? for not sure): {answers_as_written:?}"
    );
    assert_eq!(
        walk.answered.len(),
        columns.iter().filter(|key| **key != ".").count(),
        "an answer to a question that is not asked (write . for it): {answers_as_written:?}"
    );
    let mut line = String::new();
    for (key, width) in columns.iter().zip([7, 9, 8, 10, 13, 7, 5]) {
        write!(line, "{key:width$} ").unwrap();
    }
    line.push_str("=> ");
    line.push_str(&describe(&outcome(&given)));
    line
}

fn describe(outcome: &Outcome) -> String {
    let Outcome::Recommend(result) = outcome else {
        return "all three held".to_owned();
    };
    let code = |path: Path| path.credential().code();
    let Scores { cpc, coc, ccs } = result.scores;
    let strength = format!("{:?}", result.strength).to_lowercase();
    let points = format!("{cpc} {coc} {ccs}");
    let second = result
        .runner_up
        .as_ref()
        .map_or("none".to_owned(), |second| {
            format!("{} -{}", code(second.path), second.behind)
        });
    let mut near: Vec<String> = result
        .neighbours
        .iter()
        .map(|near| match near.why {
            NeighbourWhy::StepBefore => format!("{} first", near.credential.code()),
            _ => near.credential.code().to_owned(),
        })
        .collect();
    if near.is_empty() {
        near.push("-".to_owned());
    }
    let mut line = format!(
        "{} {strength:8}{points:8}{second:8}{}",
        code(result.path),
        near.join(", ")
    );
    if let Some(tie) = &result.tie {
        let with: Vec<_> = tie.with.iter().map(|&path| code(path)).collect();
        write!(line, "; tie with {}", with.join(" and ")).unwrap();
    }
    if let Some(held) = result.held_fits_better {
        write!(line, "; the {} held fits better", code(held)).unwrap();
    }
    if result.hospital_left_open {
        line.push_str("; hospital left open");
    }
    line
}

#[test]
fn the_reviewed_table_still_holds() {
    let mut now = String::new();
    let mut differences = String::new();
    let mut walks = BTreeSet::new();
    for (number, written) in (1..).zip(TABLE.lines()) {
        let fresh = if written.is_empty() || written.starts_with('#') {
            written.to_owned()
        } else {
            let (answers, _) = written.split_once("=>").unwrap_or((written, ""));
            let fresh = line(answers);
            let (walk, _) = fresh.split_once("=>").unwrap();
            assert!(
                walks.insert(walk.to_owned()),
                "line {number} stands twice: {walk}"
            );
            fresh
        };
        if fresh != written {
            write!(
                differences,
                "line {number}\n  reviewed  {written}\n  now       {fresh}\n"
            )
            .unwrap();
        }
        now.push_str(&fresh);
        now.push('\n');
    }
    assert!(walks.len() >= 40, "only {} walks", walks.len());
    if std::env::var_os(UPDATE).is_some_and(|update| update == "1") {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", "picker.txt"]
            .iter()
            .collect();
        std::fs::write(&path, now).unwrap();
        println!(
            "rewritten, now review it: {}\n{differences}",
            path.display()
        );
        return;
    }
    assert!(
        differences.is_empty(),
        "the picker answers differently from tests/golden/picker.txt:\n\n{differences}\nIf that is meant, run \
         `{UPDATE}=1 cargo test --test picker the_reviewed_table_still_holds`, then read the diff of the table line \
         by line before it is committed.\n"
    );
}
