//! Every sentence that a person reads, made from results of the core. No DOM, no decisions.
//!
//! [`WORDS`] has the texts: one struct, which a second language would fill with its own. The functions choose among
//! them and fill their places. One voice: plain, warm, exact.

mod frame;
mod guide;
mod log;
#[cfg(not(target_arch = "wasm32"))]
mod page;
mod picker;
#[cfg(feature = "pseudo")]
mod pseudo;
mod rules;
mod text;

pub use frame::*;
pub use guide::*;
pub use log::*;
#[cfg(not(target_arch = "wasm32"))]
pub use page::*;
pub use picker::*;
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
    /// Credentials, tables and sources.
    pub rules: RuleTexts,
    /// *How many CEUs?*
    pub calculator: CalculatorTexts,
    /// *My CEU log*.
    pub log: LogTexts,
    /// The comparison.
    pub guide: GuideTexts,
    /// The static page. The whole of this struct is in the wasm, read or not, so there this is left out.
    #[cfg(not(target_arch = "wasm32"))]
    pub page: PageTexts,
}

/// The texts in English.
pub static WORDS: Words = Words {
    frame: FrameTexts::ENGLISH,
    quiz: QuizTexts::ENGLISH,
    result: ResultTexts::ENGLISH,
    rules: RuleTexts::ENGLISH,
    calculator: CalculatorTexts::ENGLISH,
    log: LogTexts::ENGLISH,
    guide: GuideTexts::ENGLISH,
    #[cfg(not(target_arch = "wasm32"))]
    page: PageTexts::ENGLISH,
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
            self.rules.texts(),
            self.calculator.texts(),
            self.log.texts(),
            self.guide.texts(),
            #[cfg(not(target_arch = "wasm32"))]
            self.page.texts(),
        ]
        .concat()
    }
}
