//! From answers to a recommendation that carries its reasons.

use super::answers::{Answers, asked, heard};
use super::questions::{Choice, Question, QuestionId};
use crate::rules::{Cited, CredentialId, Evidence, Holdings, Source, source};

/// A credential that can be recommended, in the order in which ties are decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Path {
    /// CPC: the work of physicians and other providers.
    Cpc,
    /// CPC-H, now COC: the hospital's outpatients.
    Coc,
    /// CCS: the hospital's inpatients.
    Ccs,
}

impl Path {
    /// All three, in the order in which ties are decided.
    pub const ALL: [Self; 3] = [Self::Cpc, Self::Coc, Self::Ccs];

    /// The credential at the end of this path.
    ///
    /// ```
    /// # use coderpath::{picker::Path, rules::CredentialId};
    /// assert_eq!(Path::Coc.credential(), CredentialId::Coc);
    /// ```
    pub const fn credential(self) -> CredentialId {
        match self {
            Self::Cpc => CredentialId::Cpc,
            Self::Coc => CredentialId::Coc,
            Self::Ccs => CredentialId::Ccs,
        }
    }
}

/// The points of each path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// Points for the CPC.
    pub cpc: u32,
    /// Points for the CPC-H.
    pub coc: u32,
    /// Points for the CCS.
    pub ccs: u32,
}

impl Scores {
    /// The points of one path.
    ///
    /// ```
    /// # use coderpath::picker::{Path, Scores};
    /// assert_eq!(Scores { cpc: 3, coc: 0, ccs: 1 }.of(Path::Ccs), 1);
    /// ```
    pub const fn of(self, path: Path) -> u32 {
        match path {
            Path::Cpc => self.cpc,
            Path::Coc => self.coc,
            Path::Ccs => self.ccs,
        }
    }

    fn add(&mut self, path: Path, points: u32) {
        let score = match path {
            Path::Cpc => &mut self.cpc,
            Path::Coc => &mut self.coc,
            Path::Ccs => &mut self.ccs,
        };
        *score = score.saturating_add(points);
    }
}

/// Where the answers lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// To a credential.
    Recommend(Box<Recommendation>),
    /// Nowhere new: all three are held.
    AllHeld,
}

/// A recommended credential and everything that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// The credential; never one that is held.
    pub path: Path,
    /// Why: the answers that speak for it, the heaviest first. If none does, the reason says what was gone by.
    pub reasons: Vec<Reason>,
    /// How far it leads.
    pub strength: Strength,
    /// Every path's points.
    pub scores: Scores,
    /// How an equal score was decided, if it was.
    pub tie: Option<Tie>,
    /// The next best that is not held; `None` if the recommended one is the only one left.
    pub runner_up: Option<RunnerUp>,
    /// A held credential to which the answers point more than to the recommended one.
    pub held_fits_better: Option<Path>,
    /// Whether "hospital" was said and the kind of patients was left open, which decides nothing.
    pub hospital_left_open: bool,
    /// Credentials worth a look beside it.
    pub neighbours: Vec<Neighbour>,
    /// Every single answer whose change would change the result.
    pub counterfactuals: Vec<Counterfactual>,
}

/// One thing that speaks for a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What gave it.
    pub because: Because,
    /// The points it gave.
    pub points: u32,
    /// The pages behind it.
    pub basis: Cited<()>,
}

/// What gave a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// This answer.
    Answer(QuestionId, Choice),
    /// No answer: the CPC is the usual start.
    UsualStart,
    /// No answer: it is the only one that is not held.
    OnlyOneLeft,
    /// No answer: it comes first in the order for ties, and nothing more is claimed.
    OrderForTies,
}

/// How far a recommendation leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// By less than [`LEANING_FROM`], or a credential already held fits better.
    Close,
    /// By less than [`CLEAR_FROM`].
    Leaning,
    /// By [`CLEAR_FROM`] or more.
    Clear,
}

/// The lead, in points, from which a result is leaning and no longer close.
pub const LEANING_FROM: u32 = 2;
/// The lead, in points, from which a result is clear: more than the heaviest answer weighs.
pub const CLEAR_FROM: u32 = 6;

/// The pages behind what is not scored: pay, which members report of themselves, and difficulty, of which AAPC publishes
/// no figure and AHIMA's speaks of experienced takers.
pub const NOT_SCORED: &[&Source] = &[
    source::AAPC_SALARIES_2018,
    source::OPEN_EXAM_COC_GUIDE,
    source::HIM_CCS,
];

/// An equal score, decided by the order CPC, CPC-H, CCS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The paths that shared the highest score and were not taken.
    pub with: Vec<Path>,
}

/// The next best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunnerUp {
    /// Which one.
    pub path: Path,
    /// How many points it is behind.
    pub behind: u32,
    /// What speaks for it; may be empty.
    pub reasons: Vec<Reason>,
}

/// A credential beside the three that is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Which one.
    pub credential: CredentialId,
    /// Why it is named.
    pub why: NeighbourWhy,
    /// The pages behind it.
    pub basis: Cited<()>,
}

/// Why a neighbour is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeighbourWhy {
    /// AAPC's inpatient credential, for one who wants inpatient work.
    InpatientAtAapc,
    /// AHIMA's credential for physicians' work.
    ProvidersAtAhima,
    /// A step before the goal, for a beginner.
    StepBefore,
}

/// One answer whose change would change the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The question.
    pub question: QuestionId,
    /// The answer as it is.
    pub from: Choice,
    /// The answer that would change the result.
    pub to: Choice,
    /// What the result would be; `None` if all three were held.
    pub result: Option<Path>,
}

/// Where these answers lead. Questions without an answer count as "not sure".
///
/// ```
/// use coderpath::picker::{outcome, Answers, Because, Outcome, Path, Strength};
/// let Outcome::Recommend(usual) = outcome(&Answers::default()) else { panic!("nothing is held") };
/// assert_eq!((usual.path, usual.strength), (Path::Cpc, Strength::Close));
/// assert_eq!(usual.reasons[0].because, Because::UsualStart);
/// ```
pub fn outcome(answers: &Answers) -> Outcome {
    let Some(standing) = Standing::of(answers) else {
        return Outcome::AllHeld;
    };
    let said = |question| heard(answers, question);
    let Standing {
        scores,
        order,
        held,
    } = &standing;
    let Some((&path, others)) = order.split_first() else {
        return Outcome::AllHeld;
    };

    let lead_over = |other: Path| scores.of(path).saturating_sub(scores.of(other));
    // Of equals `max_by_key` takes the last; reversed, that is the first in the order for ties.
    let held_fits_better = held
        .iter()
        .copied()
        .rev()
        .filter(|&held| scores.of(held) > scores.of(path))
        .max_by_key(|&held| scores.of(held));
    // Where nothing else is left to choose, the lead is measured from nothing said at all.
    let lead = others
        .first()
        .map_or_else(|| scores.of(path), |&second| lead_over(second));
    let strength = match lead {
        _ if held_fits_better.is_some() => Strength::Close,
        lead if lead >= CLEAR_FROM => Strength::Clear,
        lead if lead >= LEANING_FROM => Strength::Leaning,
        _ => Strength::Close,
    };
    let tied: Vec<Path> = others
        .iter()
        .copied()
        .filter(|&other| lead_over(other) == 0)
        .collect();
    let mut reasons = reasons_for(path, answers);
    if reasons.is_empty() {
        reasons.push(without_answers(path, others.is_empty()));
    }
    Outcome::Recommend(Box::new(Recommendation {
        path,
        reasons,
        strength,
        scores: *scores,
        tie: (!tied.is_empty()).then_some(Tie { with: tied }),
        runner_up: others.first().map(|&second| RunnerUp {
            path: second,
            behind: lead_over(second),
            reasons: reasons_for(second, answers),
        }),
        held_fits_better,
        hospital_left_open: said(QuestionId::Work) == Some(Choice::Hospital)
            && matches!(said(QuestionId::Patients), None | Some(Choice::NotSure)),
        neighbours: neighbours(path, held, answers),
        counterfactuals: counterfactuals(path, answers),
    }))
}

/// The scores, and the paths that are left in the order in which they fit.
struct Standing {
    scores: Scores,
    order: Vec<Path>,
    held: &'static [Path],
}

impl Standing {
    /// `None` if all three are held.
    fn of(answers: &Answers) -> Option<Self> {
        let held = held(answers.get(QuestionId::Held));
        let mut scores = Scores::default();
        for question in asked(answers) {
            for &(path, points) in answers
                .get(question.id)
                .map_or(&[][..], |choice| question.weights(choice))
            {
                scores.add(path, points);
            }
        }
        let mut order = Vec::with_capacity(Path::ALL.len());
        for path in Path::ALL.into_iter().filter(|path| !held.contains(path)) {
            // Behind its equals, so these stay in the order of `Path::ALL`, which is the rule for ties.
            insert_by(&mut order, path, |path| scores.of(*path));
        }
        (!order.is_empty()).then_some(Self {
            scores,
            order,
            held,
        })
    }

    fn result(answers: &Answers) -> Option<Path> {
        Self::of(answers).and_then(|standing| standing.order.first().copied())
    }
}

/// What these answers say is held.
///
/// ```
/// use coderpath::picker::{holdings, Answers, Choice, QuestionId};
/// use coderpath::rules::CredentialId;
/// let mut answers = Answers::default();
/// answers.give(QuestionId::Held, Choice::HoldsCpcCcs).unwrap();
/// assert_eq!(holdings(&answers).named(), [CredentialId::Cpc, CredentialId::Ccs]);
/// ```
pub fn holdings(answers: &Answers) -> Holdings {
    held(answers.get(QuestionId::Held))
        .iter()
        .map(|path| path.credential())
        .collect()
}

/// The paths that an answer says are held.
///
/// ```
/// use coderpath::picker::{Choice, Path, held};
/// assert_eq!(held(Some(Choice::HoldsCpcCcs)), [Path::Cpc, Path::Ccs]);
/// assert!(held(Some(Choice::Hospital)).is_empty() && held(None).is_empty());
/// ```
pub fn held(choice: Option<Choice>) -> &'static [Path] {
    match choice {
        Some(Choice::HoldsCpc) => &[Path::Cpc],
        Some(Choice::HoldsCoc) => &[Path::Coc],
        Some(Choice::HoldsCcs) => &[Path::Ccs],
        Some(Choice::HoldsCpcCoc) => &[Path::Cpc, Path::Coc],
        Some(Choice::HoldsCpcCcs) => &[Path::Cpc, Path::Ccs],
        Some(Choice::HoldsCocCcs) => &[Path::Coc, Path::Ccs],
        Some(Choice::HoldsAll) => &Path::ALL,
        _ => &[],
    }
}

fn reasons_for(path: Path, answers: &Answers) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for question in asked(answers) {
        let Some(choice) = answers.get(question.id) else {
            continue;
        };
        for &(_, points) in question
            .weights(choice)
            .iter()
            .filter(|(to, _)| *to == path)
        {
            let reason = Reason {
                because: Because::Answer(question.id, choice),
                points,
                basis: Cited {
                    value: (),
                    evidence: Evidence::Inferred,
                    sources: question.sources,
                },
            };
            insert_by(&mut reasons, reason, |reason| reason.points);
        }
    }
    reasons
}

/// Puts an item into a list that falls by points, behind those with as many. The lists have at most seven items, and
/// each use of the standard library's sort is 4 KB of the wasm.
fn insert_by<T>(list: &mut Vec<T>, item: T, points: impl Fn(&T) -> u32) {
    let place = list
        .iter()
        .take_while(|before| points(before) >= points(&item))
        .count();
    list.insert(place, item);
}

/// What a result goes by when no answer speaks for it.
fn without_answers(path: Path, is_only_one_left: bool) -> Reason {
    let (because, sources): (_, &'static [&'static Source]) = match path {
        _ if is_only_one_left => (Because::OnlyOneLeft, &[source::AAPC_COC, source::AHIMA_CCS]),
        // It asks for nothing before the exam, and many more hold it than the CCS.
        Path::Cpc => (
            Because::UsualStart,
            &[source::AAPC_APPRENTICE, source::CCO_CPC, source::HIM_CCS],
        ),
        Path::Coc | Path::Ccs => (
            Because::OrderForTies,
            &[source::AAPC_COC, source::AHIMA_CCS],
        ),
    };
    Reason {
        because,
        points: 0,
        basis: Cited {
            value: (),
            evidence: Evidence::Inferred,
            sources,
        },
    }
}

fn neighbours(path: Path, held: &[Path], answers: &Answers) -> Vec<Neighbour> {
    let inferred = |sources: &'static [&'static Source]| Cited {
        value: (),
        evidence: Evidence::Inferred,
        sources,
    };
    let said = |question, choice| heard(answers, question) == Some(choice);
    let mut neighbours = Vec::new();
    let wants_inpatient = path == Path::Ccs || said(QuestionId::Patients, Choice::Admitted);
    let beginner = said(QuestionId::Experience, Choice::Beginner);
    if path == Path::Ccs
        && beginner
        && !held
            .iter()
            .any(|held| matches!(held, Path::Cpc | Path::Coc))
    {
        let step = |credential, sources| Neighbour {
            credential,
            why: NeighbourWhy::StepBefore,
            basis: inferred(sources),
        };
        neighbours.push(step(
            CredentialId::Cpc,
            &[source::AAPC_APPRENTICE, source::AHIMA_CCS],
        ));
        neighbours.push(step(
            CredentialId::Cca,
            &[source::AHIMA_CCA, source::AHIMA_CCS, source::ANDREWS_SCHOOL],
        ));
    }
    if wants_inpatient {
        neighbours.push(Neighbour {
            credential: CredentialId::Cic,
            why: NeighbourWhy::InpatientAtAapc,
            basis: inferred(&[source::AAPC_CIC_EXAM, source::TRAINING_CPC_COC_CIC]),
        });
    }
    let wants_providers = said(QuestionId::Work, Choice::Providers)
        || said(QuestionId::Patients, Choice::OfficeVisits);
    if wants_providers && said(QuestionId::Body, Choice::PrefersAhima) {
        neighbours.push(Neighbour {
            credential: CredentialId::CcsP,
            why: NeighbourWhy::ProvidersAtAhima,
            basis: inferred(&[source::AHIMA_RECERTIFICATION_2019, source::AHIMA_CCS_2010]),
        });
    }
    neighbours
}

/// Tries every other answer to every question that is asked; one without an answer counts as "not sure", and so does
/// one that the change opens, unless it was answered before. What is held is a fact and no preference: it comes last.
fn counterfactuals(result: Path, answers: &Answers) -> Vec<Counterfactual> {
    let mut found = Vec::new();
    let is_fact = |question: &&Question| question.id == QuestionId::Held;
    let preferences = asked(answers).filter(|question| !is_fact(question));
    for question in preferences.chain(asked(answers).filter(is_fact)) {
        let from = answers.get(question.id).unwrap_or(Choice::NotSure);
        for option in question
            .options
            .iter()
            .filter(|option| option.choice != from)
        {
            let mut changed = answers.clone();
            if changed.give(question.id, option.choice).is_err() {
                continue;
            }
            let other = Standing::result(&changed);
            if other != Some(result) {
                found.push(Counterfactual {
                    question: question.id,
                    from,
                    to: option.choice,
                    result: other,
                });
            }
        }
    }
    found
}
