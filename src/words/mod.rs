//! Every sentence that a person reads, made from results of the core. No DOM, no decisions.
//!
//! [`WORDS`] has the texts: one struct, which a second language would fill with its own. The functions choose among
//! them and fill their places. One voice: plain, warm, exact.

mod account;
mod activity;
mod audit_pack;
mod calendar;
mod chart;
mod conflict;
mod decisions;
mod faq;
mod figure;
mod frame;
mod guide;
mod importing;
// Its functions have short names, such as `why`, which stand better behind the module's.
pub mod ledger;
mod log;
#[cfg(not(target_arch = "wasm32"))]
mod page;
mod picker;
#[cfg(feature = "pseudo")]
mod pseudo;
mod rulebook;
mod rules;
mod safety;
mod sending;
mod sheet;
mod text;
mod tracker;
mod unread;
mod what_if;

pub use account::*;
pub use activity::*;
pub use audit_pack::*;
pub use calendar::*;
pub use chart::*;
pub use conflict::*;
pub use decisions::*;
pub use faq::*;
pub use figure::*;
pub use frame::*;
pub use guide::*;
pub use importing::*;
pub use ledger::LedgerTexts;
pub use log::*;
#[cfg(not(target_arch = "wasm32"))]
pub use page::*;
pub use picker::*;
pub use rulebook::*;
pub use rules::*;
pub use safety::*;
pub use sending::*;
pub use sheet::*;
pub use text::fill;
pub use tracker::*;
pub use unread::*;
pub use what_if::*;

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
    pub credentials: CredentialTexts,
    /// *How many CEUs?*
    pub calculator: CalculatorTexts,
    /// *My CEU log*.
    pub log: LogTexts,
    /// What a log amounts to.
    pub ledger: LedgerTexts,
    /// The comparison.
    pub guide: GuideTexts,
    /// The static page. The whole of this struct is in the wasm, read or not, so there this is left out.
    #[cfg(not(target_arch = "wasm32"))]
    pub page: PageTexts,
    /// Numbers with what they count.
    pub figures: FigureTexts,
    /// *Questions*.
    pub faq: FaqTexts,
    /// The questions and their answers.
    pub answers: AnswerTexts,
    /// The buttons and lists of a body's account.
    pub account: AccountTexts,
    /// The audit pack.
    pub audit_pack: AuditPackTexts,
    /// The kinds of activity.
    pub activities: ActivityTexts,
    /// How the quiz decides.
    pub decisions: DecisionTexts,
    /// *Rules and sources*.
    pub rulebook: RulebookTexts,
    /// The rules.
    pub rule: RuleTexts,
    /// What the article says, and what the pages say.
    pub finding: FindingTexts,
    /// Where the pages disagree.
    pub disagreement: DisagreementTexts,
    /// Stored items that could not be read.
    pub unread: UnreadTexts,
    /// Undoing, backups, where the log lives.
    pub safety: SafetyTexts,
    /// Links that carry a log.
    pub sending: SendingTexts,
    /// Choosing between versions.
    pub conflict: ConflictTexts,
    /// The days of a cycle, in a calendar file.
    pub calendar: CalendarTexts,
    /// The chart of CEUs over a cycle.
    pub chart: ChartTexts,
    /// What would be if.
    pub what_if: WhatIfTexts,
    /// An entry for the body's own tracker.
    pub tracker: TrackerTexts,
    /// Spreadsheets.
    pub sheet: SheetTexts,
    /// Importing them.
    pub importing: ImportTexts,
}

/// The texts in English.
pub static WORDS: Words = Words {
    frame: FrameTexts::ENGLISH,
    quiz: QuizTexts::ENGLISH,
    result: ResultTexts::ENGLISH,
    credentials: CredentialTexts::ENGLISH,
    calculator: CalculatorTexts::ENGLISH,
    log: LogTexts::ENGLISH,
    ledger: LedgerTexts::ENGLISH,
    guide: GuideTexts::ENGLISH,
    #[cfg(not(target_arch = "wasm32"))]
    page: PageTexts::ENGLISH,
    figures: FigureTexts::ENGLISH,
    faq: FaqTexts::ENGLISH,
    answers: AnswerTexts::ENGLISH,
    account: AccountTexts::ENGLISH,
    audit_pack: AuditPackTexts::ENGLISH,
    activities: ActivityTexts::ENGLISH,
    decisions: DecisionTexts::ENGLISH,
    rulebook: RulebookTexts::ENGLISH,
    rule: RuleTexts::ENGLISH,
    finding: FindingTexts::ENGLISH,
    disagreement: DisagreementTexts::ENGLISH,
    unread: UnreadTexts::ENGLISH,
    safety: SafetyTexts::ENGLISH,
    sending: SendingTexts::ENGLISH,
    conflict: ConflictTexts::ENGLISH,
    calendar: CalendarTexts::ENGLISH,
    chart: ChartTexts::ENGLISH,
    what_if: WhatIfTexts::ENGLISH,
    tracker: TrackerTexts::ENGLISH,
    sheet: SheetTexts::ENGLISH,
    importing: ImportTexts::ENGLISH,
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
            self.credentials.texts(),
            self.calculator.texts(),
            self.log.texts(),
            self.ledger.texts(),
            self.guide.texts(),
            #[cfg(not(target_arch = "wasm32"))]
            self.page.texts(),
            self.figures.texts(),
            self.faq.texts(),
            self.answers.texts(),
            self.account.texts(),
            self.audit_pack.texts(),
            self.activities.texts(),
            self.decisions.texts(),
            self.rulebook.texts(),
            self.rule.texts(),
            self.finding.texts(),
            self.disagreement.texts(),
            self.unread.texts(),
            self.safety.texts(),
            self.sending.texts(),
            self.conflict.texts(),
            self.calendar.texts(),
            self.chart.texts(),
            self.what_if.texts(),
            self.tracker.texts(),
            self.sheet.texts(),
            self.importing.texts(),
        ]
        .concat()
    }
}
