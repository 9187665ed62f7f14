//! Which credential: questions, weights, reasons, and what would change the answer.
//!
//! The questions and their weights are constants in [`questions`]. The state is the map of [`Answers`] by question;
//! [`walk`] replays it from the first question, so an early answer can be changed and the later ones that still apply
//! are kept. [`outcome`] reads a result off any answers, even none. Pay and difficulty are not scored: what is known
//! of them is too weak. "Hospital" alone decides nothing; it opens the question which patients are meant.
//!
//! **The rule for ties**: of the paths that are not held and share the highest score, the first in the order
//! CPC, CPC-H, CCS is taken, a fixed order that says nothing about what suits a reader. The result says when it was used; the runner-up's
//! ties are decided alike.

/// How many different ways lead through the quiz from its first question to a result. The tests walk every one.
pub const WALKS: u32 = 11_524;

mod answers;
mod outcome;
mod questions;

pub use answers::{Answers, NotAnOption, Walk, asked, walk};
pub use outcome::{
    Because, CLEAR_FROM, Counterfactual, LEANING_FROM, NOT_SCORED, Neighbour, NeighbourWhy,
    Outcome, Path, Reason, Recommendation, RunnerUp, Scores, Strength, Tie, held, holdings,
    outcome,
};
pub use questions::{
    Choice, MOST_QUESTIONS, QUESTIONS, Question, QuestionId, QuestionOption, Term, Weight,
};
