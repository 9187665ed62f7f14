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

/// Whether a text is spelt like one of these words, which are spelt in letters and digits alone and have spaces between
/// them. It is asked of nearly every cell, and what the standard library has to find a space is made for longer texts.
pub(super) fn is_one_of(text: &str, words: &str) -> bool {
    let mut words = words.as_bytes().split(|byte| *byte == b' ');
    words.any(|word| !word.is_empty() && spelt(text).eq(word.iter().copied()))
}

/// Whether nothing stands in a cell.
pub(super) fn is_blank(text: &str) -> bool {
    trimmed(text).is_empty()
}

/// Whether a cell says that there is nothing: a dash, "none", "n/a", and what programs write for a missing value.
pub(super) fn says_nothing(text: &str) -> bool {
    let dash = |letter: char| matches!(letter, '-' | '–' | '—');
    // Most cells say something, and are told by their length or their first letter.
    let text = trimmed(text);
    let is_word = || spelt(text).next() == Some(b'n') && is_one_of(text, "none na nil null nan");
    text.len() < 10 && (text.chars().all(dash) || is_word())
}
