//! Why a stored item could not be read. It stays where it is; `words` says what is the matter.

/// Why a stored item could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later release wrote it, in this version of the format.
    Newer(u32),
    /// A later release wrote it: it is a thing of a kind that this one does not know.
    OtherKind,
    /// A part of it is no JSON object from this place on.
    NoObject {
        /// Which part.
        part: Part,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// A field is not what was expected there.
    Field {
        /// The field's name.
        name: &'static str,
        /// The part that has it.
        part: Part,
        /// What was expected.
        expected: Expected,
    },
    /// A text is not what was expected.
    NotA(Expected),
    /// A record holds an entry, a profile or a deletion, and this one not exactly one of them.
    Content,
    /// What it says of itself is not what its key says.
    OtherKey,
    /// The browser lists its key and does not hand it over.
    NotHandedOver,
}

/// A part of a stored item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole record.
    Record,
    /// Its entry.
    Entry,
    /// Its profile.
    Profile,
    /// The entry's claim on AAPC.
    AapcClaim,
    /// The entry's claim on AHIMA.
    AhimaClaim,
    /// What was being typed.
    Draft,
    /// A backup.
    Backup,
}

/// What was expected of a text or a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// True or false.
    Flag,
    /// A whole number.
    Number,
    /// A whole number up to 255.
    SmallNumber,
    /// A day.
    Day,
    /// An amount of CEUs: text, since most programs would read a JSON number as a float.
    Ceus,
    /// A kind of activity.
    Kind,
    /// Planned or done.
    State,
    /// One of AHIMA's domains.
    Domain,
    /// One of AHIMA's sorts of providers.
    Source,
    /// The name of an entry.
    Name,
    /// A version's stamp.
    Stamp,
    /// A list of stamps.
    Stamps,
    /// The version of the format, of any release.
    Format,
}

impl Unreadable {
    /// Whether a later release wrote it, so that nothing is wrong with it.
    pub fn is_newer(self) -> bool {
        matches!(self, Self::Newer(_) | Self::OtherKind)
    }
}
