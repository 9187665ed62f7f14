//! Answers by question, replayed from the first.

use super::questions::{Choice, MOST_QUESTIONS, QUESTIONS, Question, QuestionId};

/// The answers given so far. An answer to a question that is no longer asked is kept, in case it is asked again.
///
/// ```
/// use coderpath::picker::{Answers, Choice, QuestionId};
/// let mut answers = Answers::default();
/// answers.give(QuestionId::Work, Choice::Hospital).unwrap();
/// assert_eq!(answers.get(QuestionId::Work), Some(Choice::Hospital));
/// assert!(answers.give(QuestionId::Work, Choice::AdsCpc).is_err(), "an answer to another question");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers([Option<Choice>; MOST_QUESTIONS]);

/// The choice is not among the question's options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOption {
    /// The question that was answered.
    pub question: QuestionId,
    /// What it does not offer.
    pub choice: Choice,
}

impl Answers {
    /// Gives or changes an answer.
    ///
    /// # Errors
    /// [`NotAnOption`] if the question does not offer that choice; the answers are then as before.
    ///
    /// ```
    /// use coderpath::picker::{Answers, Choice, QuestionId};
    /// let mut answers = Answers::default();
    /// assert!(answers.give(QuestionId::Held, Choice::HoldsCpc).is_ok());
    /// assert!(answers.give(QuestionId::Held, Choice::Admitted).is_err());
    /// assert_eq!(answers.get(QuestionId::Held), Some(Choice::HoldsCpc));
    /// ```
    pub fn give(&mut self, question: QuestionId, choice: Choice) -> Result<(), NotAnOption> {
        let is_offered = Question::of(question)
            .options
            .iter()
            .any(|option| option.choice == choice);
        match self.0.get_mut(question.place()) {
            Some(answer) if is_offered => {
                *answer = Some(choice);
                Ok(())
            }
            _ => Err(NotAnOption { question, choice }),
        }
    }

    /// The answer to a question, if one was given.
    ///
    /// ```
    /// # use coderpath::picker::{Answers, QuestionId};
    /// assert_eq!(Answers::default().get(QuestionId::Work), None);
    /// ```
    pub fn get(&self, question: QuestionId) -> Option<Choice> {
        self.0.get(question.place()).copied().flatten()
    }
}

/// What is asked, given some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The questions that were asked and answered, in order, up to the first that is open.
    pub answered: Vec<(QuestionId, Choice)>,
    /// The first question that is asked and has no answer; `None` at the end.
    pub next: Option<QuestionId>,
}

/// Replays the answers from the first question.
///
/// ```
/// use coderpath::picker::{walk, Answers, Choice, QuestionId};
/// let mut answers = Answers::default();
/// assert_eq!(walk(&answers).next, Some(QuestionId::Held));
/// answers.give(QuestionId::Held, Choice::HoldsAll).unwrap();
/// assert_eq!(walk(&answers).next, None, "nothing is left to choose");
/// ```
pub fn walk(answers: &Answers) -> Walk {
    let mut answered = Vec::with_capacity(QUESTIONS.len());
    for question in asked(answers) {
        match answers.get(question.id) {
            Some(choice) => answered.push((question.id, choice)),
            None => {
                return Walk {
                    answered,
                    next: Some(question.id),
                };
            }
        }
    }
    Walk {
        answered,
        next: None,
    }
}

/// The questions that these answers lead through; a question without an answer counts as "not sure".
///
/// ```
/// use coderpath::picker::{asked, Answers, Choice, QuestionId};
/// let mut answers = Answers::default();
/// assert_eq!(asked(&answers).count(), 7);
/// answers.give(QuestionId::Work, Choice::Providers).unwrap();
/// assert_eq!(asked(&answers).count(), 6, "which patients is no longer open");
/// ```
pub fn asked(answers: &Answers) -> impl Iterator<Item = &'static Question> {
    QUESTIONS
        .iter()
        .filter(|question| (question.is_asked)(answers))
}

/// The answer to a question, if these answers lead to it. One that was given before the question fell away is not heard.
pub(super) fn heard(answers: &Answers, question: QuestionId) -> Option<Choice> {
    (Question::of(question).is_asked)(answers)
        .then(|| answers.get(question))
        .flatten()
}
