//! What is searched for among the questions, and which answers are open.

use crate::faq::FaqId;

/// *Questions*, as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faq {
    /// What was typed to be found.
    pub search: String,
    /// The questions whose answers are to be seen.
    open: Vec<FaqId>,
}

impl Faq {
    /// Whether the answer to a question is to be seen.
    pub fn is_open(&self, id: FaqId) -> bool {
        self.open.contains(&id)
    }

    /// Opens an answer, or closes it.
    pub(super) fn open(&mut self, id: FaqId, is_open: bool) {
        self.open.retain(|open| *open != id);
        if is_open {
            self.open.push(id);
        }
    }
}
