//! The pseudo-locale: every text about 40 % longer and with accents, as a translation might be, and between brackets.
//! What stands on a page without brackets does not come from the words; what is cut off would be cut off in German too.

#![expect(
    clippy::indexing_slicing,
    reason = "run by the compiler alone, which stops at an index that is out of bounds"
)]

/// `á` for `a`, and so on; nothing for what is no vowel.
const fn accented(byte: u8) -> Option<[u8; 2]> {
    Some(match byte {
        b'a' => [0xc3, 0xa1],
        b'e' => [0xc3, 0xa9],
        b'i' => [0xc3, 0xad],
        b'o' => [0xc3, 0xb6],
        b'u' => [0xc3, 0xbc],
        b'A' => [0xc3, 0x81],
        b'E' => [0xc3, 0x89],
        b'I' => [0xc3, 0x8d],
        b'O' => [0xc3, 0x96],
        b'U' => [0xc3, 0x9c],
        _ => return None,
    })
}

/// The bytes of a text in the pseudo-locale.
pub(super) const fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut length = 2;
    let mut at = 0;
    while at < bytes.len() {
        length += if accented(bytes[at]).is_some() { 4 } else { 1 };
        at += 1;
    }
    length
}

/// A text in the pseudo-locale: each vowel twice, with an accent. Places such as `{0}` have no vowels.
pub(super) const fn bytes<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let bytes = text.as_bytes();
    let mut pseudo = [b'['; LENGTH];
    let mut to = 1;
    let mut at = 0;
    while at < bytes.len() {
        if let Some([first, second]) = accented(bytes[at]) {
            pseudo[to] = first;
            pseudo[to + 1] = second;
            pseudo[to + 2] = first;
            pseudo[to + 3] = second;
            to += 4;
        } else {
            pseudo[to] = bytes[at];
            to += 1;
        }
        at += 1;
    }
    pseudo[to] = b']';
    pseudo
}
