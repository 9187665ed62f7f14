//! Where the log lives: what the browser says of it.

use super::AsText;

/// What is known of the place in which the log lives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Whether this is the program's own page, and not one of somebody's blog.
    pub is_home: bool,
    /// What was found when it was last looked at.
    pub around: Option<Around>,
    /// Whether the browser said that it keeps what is stored until the reader deletes it; `None` if it was not asked, or
    /// did not say.
    pub is_kept: Option<bool>,
    /// Whether the browser was asked to keep it.
    pub was_asked: bool,
    /// Whether it was asked, and did not promise it.
    pub is_refused: bool,
    /// The backup as text, for who cannot download it.
    pub text: AsText,
}

/// What can be found out only in a browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The site, such as "blog.example".
    pub site: String,
    /// Whether the widget stands in a frame of another site.
    pub is_framed: bool,
    /// How many characters our items use, keys included.
    pub used: usize,
}
