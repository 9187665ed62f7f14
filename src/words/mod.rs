//! Every sentence that a person reads, made from results of the core. No DOM, no decisions.
//!
//! [`WORDS`] has the texts: one struct, which a second language would fill with its own. The functions choose among
//! them and fill their places. One voice: plain, warm, exact.

mod faq;
mod figure;
mod frame;
mod log;
mod picker;
#[cfg(feature = "pseudo")]
mod pseudo;
mod rulebook;
mod rules;
mod text;

pub use faq::*;
pub use figure::*;
pub use frame::*;
pub use log::*;
pub use picker::*;
pub use rulebook::*;
pub use rules::*;
pub use text::fill;

/// The texts of the widget in one language.
#[derive(Debug)]
pub struct Words {
    /// Around every view.
    pub frame: FrameTexts,
    /// The quiz.
    pub quiz: QuizTexts,
    /// A result of the quiz.
    pub result: ResultTexts,
    /// *How many CEUs?*
    pub calculator: CalculatorTexts,
    /// *My CEU log*.
    pub log: LogTexts,
    /// Numbers with what they count.
    pub figures: FigureTexts,
    /// *Questions*.
    pub faq: FaqTexts,
    /// The questions and their answers.
    pub answers: AnswerTexts,
    /// *Rules and sources*.
    pub rulebook: RulebookTexts,
    /// The rules.
    pub rule: RuleTexts,
    /// What the article says, and what the pages say.
    pub finding: FindingTexts,
    /// Where the pages disagree.
    pub disagreement: DisagreementTexts,
}

/// The texts in English.
pub static WORDS: Words = Words {
    frame: FrameTexts::ENGLISH,
    quiz: QuizTexts::ENGLISH,
    result: ResultTexts::ENGLISH,
    calculator: CalculatorTexts::ENGLISH,
    log: LogTexts::ENGLISH,
    figures: FigureTexts::ENGLISH,
    faq: FaqTexts::ENGLISH,
    answers: AnswerTexts::ENGLISH,
    rulebook: RulebookTexts::ENGLISH,
    rule: RuleTexts::ENGLISH,
    finding: FindingTexts::ENGLISH,
    disagreement: DisagreementTexts::ENGLISH,
};

impl Words {
    /// Every text, with its name, section by section.
    ///
    /// ```
    /// use coderpath::words::WORDS;
    /// assert!(WORDS.texts().contains(&("next", WORDS.quiz.next)));
    /// ```
    pub fn texts(&self) -> Vec<(&'static str, &'static str)> {
        [
            self.frame.texts(),
            self.quiz.texts(),
            self.result.texts(),
            self.calculator.texts(),
            self.log.texts(),
            self.figures.texts(),
            self.faq.texts(),
            self.answers.texts(),
            self.rulebook.texts(),
            self.rule.texts(),
            self.finding.texts(),
            self.disagreement.texts(),
        ]
        .concat()
    }
}
