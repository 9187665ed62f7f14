//! How texts are written down, so that a second language is one more value of [`super::Words`].
//!
//! A text is a sentence or a part of one, with places such as `{0}` for what only the moment knows. [`fill`] puts them
//! in, so another language may put them elsewhere. `format!` would be 100 to 300 bytes of the wasm at each use.

/// A section of the words: a struct of texts, and its texts in English.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name { $(#[doc = $text] pub $field: &'static str),* }

        impl $name {
            pub(super) const ENGLISH: Self = Self { $($field: $crate::words::text::text!($text)),* };

            /// Every text of this section, with its name.
            pub fn texts(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($field), self.$field)),*]
            }
        }
    };
}

/// A text as it is written, or in a build for the pseudo-locale longer and accented.
#[cfg(not(feature = "pseudo"))]
macro_rules! text {
    ($text:literal) => {
        $text
    };
}

#[cfg(feature = "pseudo")]
macro_rules! text {
    ($text:literal) => {{
        const LENGTH: usize = $crate::words::pseudo::length($text);
        const BYTES: [u8; LENGTH] = $crate::words::pseudo::bytes($text);
        match core::str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => $text,
        }
    }};
}

pub(super) use {section, text};

/// A text with its places filled: `{0}` by the first part, `{1}` by the second. A place without a part stays as it is.
///
/// ```
/// use coderpath::words::fill;
/// assert_eq!(fill("{1} of {0}", &["ten", "one"]), "one of ten");
/// ```
pub fn fill(text: &str, parts: &[&str]) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let place = piece.split_once('}').and_then(|(place, after)| {
            let part = parts.get(place.parse::<usize>().ok()?)?;
            Some((*part, after))
        });
        if let Some((part, after)) = place {
            filled.push_str(part);
            filled.push_str(after);
        } else {
            filled.push('{');
            filled.push_str(piece);
        }
    }
    filled
}
