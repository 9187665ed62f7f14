//! The quiz: where the reader is, and what they answered.

use crate::picker::{Answers, Choice, Outcome, Question, QuestionId, asked, outcome, walk};

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
    /// Another answer whose result is looked at, while the reader's own stays.
    pub what_if: Option<WhatIf>,
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

/// Another answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The question.
    pub question: QuestionId,
    /// The answer as it is.
    pub from: Choice,
    /// The answer that is tried.
    pub to: Choice,
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

    /// What the answers lead to, or would lead to with the one that is tried.
    pub fn outcome(&self) -> Outcome {
        outcome(&self.tried())
    }

    /// What was answered on this walk, without the question that is shown.
    pub fn answered(&self) -> Vec<(QuestionId, Choice)> {
        asked(&self.answers)
            .map(|question| question.id)
            .filter(|id| self.at != Position::Question(*id))
            .filter_map(|id| Some((id, self.answers.get(id)?)))
            .collect()
    }

    /// Whether there is a question before this place.
    pub fn can_go_back(&self) -> bool {
        self.before().is_some()
    }

    /// Whether giving the marked answer here, or any while none is marked, leads to the result.
    pub fn is_last(&self, at: QuestionId) -> bool {
        let mut answers = self.answers.clone();
        if let Some(marked) = self.marked {
            // Only an offered answer can be marked.
            let _ = answers.give(at, marked);
        }
        asked(&answers).all(|question| question.id == at || answers.get(question.id).is_some())
    }

    /// The answers, with the one that is tried in its place.
    fn tried(&self) -> Answers {
        let mut answers = self.answers.clone();
        if let Some(WhatIf { question, to, .. }) = self.what_if {
            // It was checked when it was taken in; one that is not offered changes nothing.
            let _ = answers.give(question, to);
        }
        answers
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
            self.revisit(before);
        }
    }

    /// Goes to a question that was asked before. What is marked here counts as given, so that it is not lost.
    pub(super) fn revisit(&mut self, id: QuestionId) {
        if let (Position::Question(at), Some(marked)) = (self.at, self.marked) {
            // Only an offered answer can be marked.
            let _ = self.answers.give(at, marked);
        }
        self.go_to(Position::Question(id));
    }

    /// Gives the marked answer and goes on to what is still open; stays, and says so, if nothing is marked.
    pub(super) fn go_on(&mut self) {
        let Position::Question(at) = self.at else {
            return;
        };
        let Some(marked) = self.marked else {
            self.lacks_answer = true;
            return;
        };
        if self.answers.give(at, marked).is_ok() {
            self.go_to_open();
        }
    }

    pub(super) fn mark(&mut self, choice: Choice) {
        if let Position::Question(at) = self.at
            && offers(at, choice)
        {
            self.marked = Some(choice);
            self.lacks_answer = false;
        }
    }

    /// Looks at the result of another answer to one question.
    pub(super) fn try_out(&mut self, question: QuestionId, to: Choice) {
        if self.at == Position::Result && offers(question, to) {
            let from = self.answers.get(question).unwrap_or(Choice::NotSure);
            self.what_if = Some(WhatIf { question, from, to });
        }
    }

    /// Makes the answer that was tried the reader's own. What it opens is asked.
    pub(super) fn keep_tried(&mut self) {
        self.answers = self.tried();
        self.go_to_open();
    }

    /// Shows the result of these answers, whatever they leave open.
    pub(super) fn show_result_of(&mut self, answers: Answers) {
        self.answers = answers;
        self.go_to(Position::Result);
    }

    fn go_to_open(&mut self) {
        let open = walk(&self.answers).next;
        self.go_to(open.map_or(Position::Result, Position::Question));
    }

    fn go_to(&mut self, place: Position) {
        self.at = place;
        self.lacks_answer = false;
        self.what_if = None;
        self.marked = match place {
            Position::Question(id) => self.answers.get(id),
            Position::Result => None,
        };
    }
}

fn offers(question: QuestionId, choice: Choice) -> bool {
    Question::of(question)
        .options
        .iter()
        .any(|option| option.choice == choice)
}
