//! Every sentence that a person reads, made from results of the core. No DOM, no decisions.
//!
//! [`WORDS`] has the texts: one struct, which a second language would fill with its own. The functions choose among
//! them and fill their places. One voice: plain, warm, exact.

mod frame;
mod log;
mod picker;
#[cfg(feature = "pseudo")]
mod pseudo;
mod rules;
mod text;
mod unread;

pub use frame::*;
pub use log::*;
pub use picker::*;
pub use rules::*;
pub use text::fill;
pub use unread::*;

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
    /// Stored items that could not be read.
    pub unread: UnreadTexts,
}

/// The texts in English.
pub static WORDS: Words = Words {
    frame: FrameTexts::ENGLISH,
    quiz: QuizTexts::ENGLISH,
    result: ResultTexts::ENGLISH,
    calculator: CalculatorTexts::ENGLISH,
    log: LogTexts::ENGLISH,
    unread: UnreadTexts::ENGLISH,
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
            self.unread.texts(),
        ]
        .concat()
    }
}
