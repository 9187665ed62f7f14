//! In which encoding a file is written. The browser's own decoder reads it then.

/// How much of a file without a mark is looked at for zeros.
const LOOKED_AT: usize = 1_000;

/// The name of a file's encoding, as browsers call it: by its byte order mark, else UTF-16 where every other byte is mostly
/// zero, else UTF-8 if it can be that, else the one of Windows in the West, in which Excel saves plain CSV.
///
/// ```
/// use coderpath::sheet::encoding;
/// assert_eq!(encoding("Café".as_bytes()), "utf-8");
/// assert_eq!(encoding(b"Caf\xe9"), "windows-1252");
/// assert_eq!(encoding(b"\xff\xfeD\0a\0y\0"), "utf-16le");
/// assert_eq!(encoding(b"\0D\0a\0y"), "utf-16be");
/// ```
pub fn encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return "utf-8",
        [0xff, 0xfe, ..] => return "utf-16le",
        [0xfe, 0xff, ..] => return "utf-16be",
        _ => {}
    }
    let mut pairs = 0_usize;
    let mut zeros = [0_usize; 2];
    for pair in bytes.chunks_exact(2).take(LOOKED_AT) {
        pairs += 1;
        for (zeros, byte) in zeros.iter_mut().zip(pair) {
            *zeros += usize::from(*byte == 0);
        }
    }
    let [first, second] = zeros;
    if second > pairs / 2 && first == 0 {
        "utf-16le"
    } else if first > pairs / 2 && second == 0 {
        "utf-16be"
    } else if std::str::from_utf8(bytes).is_ok() {
        "utf-8"
    } else {
        "windows-1252"
    }
}
