//! The quiz: where the reader is, and what they answered.

use crate::picker::{Answers, Choice, Outcome, QUESTIONS, Question, QuestionId, asked, outcome};

/// A reader's way through the quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quiz {
    /// What was answered, kept when the reader goes back.
    pub answers: Answers,
    /// Where the reader is.
    pub at: Position,
    /// The answer that is marked and not yet given.
    pub marked: Option<Choice>,
    /// Whether the reader asked to go on with nothing marked.
    pub lacks_answer: bool,
}

/// A place in the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// At a question.
    Question(QuestionId),
    /// At the result.
    Result,
}

impl Default for Position {
    fn default() -> Self {
        Self::Question(QuestionId::Held)
    }
}

/// How far the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number of this question, from 1.
    pub number: usize,
    /// How many questions this walk has at the most, as far as the answers tell.
    pub of: usize,
}

impl Quiz {
    /// The number of the question that is shown, and of how many.
    pub fn progress(&self, at: QuestionId) -> Progress {
        let asked = self.asked();
        let number = asked
            .iter()
            .position(|id| *id == at)
            .map_or(1, |index| index.saturating_add(1));
        Progress {
            number,
            of: asked.len(),
        }
    }

    /// What the answers lead to.
    pub fn outcome(&self) -> Outcome {
        outcome(&self.answers)
    }

    /// Whether there is a question before this place.
    pub fn can_go_back(&self) -> bool {
        self.before().is_some()
    }

    /// The questions on this walk. One that only a missing answer keeps on it may still fall away.
    fn asked(&self) -> Vec<QuestionId> {
        asked(&self.answers).map(|question| question.id).collect()
    }

    fn before(&self) -> Option<QuestionId> {
        let asked = self.asked();
        match self.at {
            Position::Result => asked.last().copied(),
            Position::Question(at) => asked.iter().take_while(|id| **id != at).last().copied(),
        }
    }

    pub(super) fn go_back(&mut self) {
        if let Some(before) = self.before() {
            self.go_to(Position::Question(before));
        }
    }

    /// Gives the marked answer and goes on; stays, and says so, if nothing is marked.
    pub(super) fn go_on(&mut self) {
        let Position::Question(at) = self.at else {
            return;
        };
        let Some(marked) = self.marked else {
            self.lacks_answer = true;
            return;
        };
        if self.answers.give(at, marked).is_err() {
            return;
        }
        let next = self.asked().into_iter().find(|id| index(*id) > index(at));
        self.go_to(next.map_or(Position::Result, Position::Question));
    }

    pub(super) fn mark(&mut self, choice: Choice) {
        if let Position::Question(at) = self.at
            && Question::of(at)
                .options
                .iter()
                .any(|option| option.choice == choice)
        {
            self.marked = Some(choice);
            self.lacks_answer = false;
        }
    }

    fn go_to(&mut self, place: Position) {
        self.at = place;
        self.lacks_answer = false;
        self.marked = match place {
            Position::Question(id) => self.answers.get(id),
            Position::Result => None,
        };
    }
}

fn index(id: QuestionId) -> Option<usize> {
    QUESTIONS.iter().position(|question| question.id == id)
}
