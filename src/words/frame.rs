//! The texts around every view.

use super::WORDS;
use super::text::section;
use crate::app::View;

section! {
    /// What stands around every view, or in several of them.
    FrameTexts {
        language: "en",
        direction: "ltr",
        widget: "Coderpath: credentials and CEUs",
        views: "What would you like to know?",
        path: "Choose a path",
        ceus: "How many CEUs?",
        log: "My CEU log",
        questions: "Questions",
        rules: "Rules and sources",
        offered: "You were typing an activity for your log, and it was not saved.",
        see_offered: "Go on in my log",
        see_log: "See my log",
        sources: "Sources",
        sources_may_change: "The pages may say something else by now. For the CEUs you owe, your own tracker has the last word.",
    }
}

/// A view's tab.
pub fn view(view: View) -> &'static str {
    match view {
        View::Path => WORDS.frame.path,
        View::Ceus => WORDS.frame.ceus,
        View::Log => WORDS.frame.log,
        View::Questions => WORDS.frame.questions,
        View::Rules => WORDS.frame.rules,
    }
}
