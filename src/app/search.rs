//! Finding what was typed: among the questions, and among the entries of the log.

/// Whether every word that was typed occurs in the text, in capitals or not; nothing typed is in every text.
///
/// A word may be the beginning of one ("prorat"), and marks around it are no part of it. Only ASCII letters have
/// capitals here: to know all of Unicode's would be 10 KB of the wasm.
///
/// ```
/// use coderpath::app::matches;
/// assert!(matches("How will my CEUs be prorated?", "ceu PRORAT?"));
/// assert!(!matches("How will my CEUs be prorated?", "prorated fee"));
/// ```
pub fn matches(text: &str, typed: &str) -> bool {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '/');
    let is_mark = |c: char| c.is_ascii_punctuation() || matches!(c, '“' | '”' | '…' | '–' | '—');
    let text = text.to_ascii_lowercase();
    typed
        .to_ascii_lowercase()
        .split(is_between)
        .map(|word| word.trim_matches(is_mark))
        .all(|word| text.contains(word))
}
