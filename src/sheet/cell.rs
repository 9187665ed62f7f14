//! How the text of a cell is compared.

use crate::log::trimmed;

/// Its letters and digits, in small letters: "CEU's earned" and "CEUS EARNED" are spelt the same. Letters beyond English
/// ones stay as they are.
pub(super) fn spelt(text: &str) -> impl Iterator<Item = u8> + Clone {
    text.bytes()
        .filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        .map(|byte| byte.to_ascii_lowercase())
}

/// Whether two texts are spelt the same; what has no letters and no digits is like nothing.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    spelt(one).next().is_some() && spelt(one).eq(spelt(other))
}

/// Whether a text is spelt like one of these words, which have spaces between them.
pub(super) fn is_one_of(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| is_alike(word, text))
}

/// Whether nothing stands in a cell.
pub(super) fn is_blank(text: &str) -> bool {
    trimmed(text).is_empty()
}

/// Whether a cell says that there is nothing: a dash, "none", "n/a", and what programs write for a missing value.
pub(super) fn says_nothing(text: &str) -> bool {
    let dash = |letter: char| matches!(letter, '-' | '–' | '—');
    // Most cells say something, and are told by their length.
    let text = trimmed(text);
    text.len() < 10 && (text.chars().all(dash) || is_one_of(text, "none na nil null nan"))
}
