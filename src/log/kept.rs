//! What is being typed, kept in storage until it is saved or given up: a tab may die at any moment.
//!
//! Each open form has a storage item of its own, beside the records and not one of them: it is of no use to anyone but
//! the reader who typed it, in this browser, and a backup or another device never sees it.

use chrono::NaiveDate;

use super::draft::{AapcDraft, AhimaDraft, Draft, Typed};
use super::entry::{ActivityKind, AhimaSource, Domain, Pin, State};
use super::json::{Fields, Writer, format_day, parse_day};
use super::record::{Content, FORMAT, KEY_PREFIX, Record};
use super::unreadable::{Expected, Part, Unreadable};

const DRAFT: &str = "draft:";

/// Whether a storage key is that of something being typed. Such a key is none of a record's
/// ([`is_ours`](super::is_ours)).
///
/// ```
/// use coderpath::log::{draft_key, is_draft, is_ours};
/// let key = draft_key(255);
/// assert_eq!(key, "coderpath:draft:00000000000000ff");
/// assert!(is_draft(&key) && !is_ours(&key));
/// ```
pub fn is_draft(key: &str) -> bool {
    key.strip_prefix(KEY_PREFIX)
        .is_some_and(|rest| rest.starts_with(DRAFT))
}

/// A storage key for a form that was just opened, from a random number: no other tab has it.
pub fn draft_key(random: u64) -> String {
    format!("{KEY_PREFIX}{DRAFT}{random:016x}")
}

/// A form as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDraft {
    /// The day on which something was last typed.
    pub day: NaiveDate,
    /// The version that is being changed; `None` for a new entry. It is kept whole, because another tab may replace
    /// and remove it meanwhile.
    pub editing: Option<Record>,
    /// What was typed, but for a date that the field itself could not read.
    pub draft: Draft,
}

impl KeptDraft {
    /// The storage value, as JSON.
    pub fn to_json(&self) -> String {
        let Draft {
            date,
            title,
            sponsor,
            index_number,
            kind,
            state,
            aapc,
            ahima,
            notes,
        } = &self.draft;
        let mut object = Writer::default();
        object.json("v", &FORMAT.to_string());
        object.text("day", &format_day(self.day));
        if let Some(record) = &self.editing {
            object.json("editing", &record.to_json());
        }
        object.text("date", date.text());
        object.text("title", title);
        object.text("sponsor", sponsor);
        object.text("index_number", index_number);
        object.text("kind", kind.map_or("", ActivityKind::key));
        object.text("state", state.key());
        object.json("aapc", &aapc.write());
        object.json("ahima", &ahima.write());
        object.text("notes", notes);
        object.end()
    }

    /// Reads what was kept.
    ///
    /// # Errors
    /// [`Unreadable`], if a later release wrote it, or if it is damaged.
    pub fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::Draft, json)?;
        let format = fields
            .number("v")?
            .ok_or_else(|| fields.fault("v", Expected::Number))?;
        if format > FORMAT {
            return Err(Unreadable::Newer(format));
        }
        Ok(Self {
            day: fields.required("day", Expected::Day, parse_day)?,
            editing: fields
                .json("editing")
                .map(|json| match Record::parse(&json)? {
                    record if matches!(record.content, Content::Entry(_)) => Ok(record),
                    _ => Err(Unreadable::Content),
                })
                .transpose()?,
            draft: Draft {
                date: Typed::Text(fields.text("date")?),
                title: fields.text("title")?,
                sponsor: fields.text("sponsor")?,
                index_number: fields.text("index_number")?,
                kind: fields.parsed("kind", Expected::Kind, ActivityKind::from_key)?,
                state: fields.required("state", Expected::State, State::from_key)?,
                aapc: AapcDraft::read(&fields.json("aapc").unwrap_or_default())?,
                ahima: AhimaDraft::read(&fields.json("ahima").unwrap_or_default())?,
                notes: fields.text("notes")?,
            },
        })
    }
}

impl AapcDraft {
    fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::AapcClaim, json)?;
        Ok(Self {
            is_claimed: fields.flag("claimed")?,
            ceus: fields.text("ceus")?,
            approved_for: fields.text("for")?,
            pre_approved: fields.flag("pre_approved")?,
            cms: fields.flag("cms")?,
            pin: Pin::read(&mut fields)?,
            certificate: fields.flag("certificate")?,
            entered: fields.flag("entered")?,
        })
    }

    fn write(&self) -> String {
        let mut object = Writer::default();
        object.flag("claimed", self.is_claimed);
        object.text("ceus", &self.ceus);
        object.text("for", &self.approved_for);
        object.flag("pre_approved", self.pre_approved);
        object.flag("cms", self.cms);
        self.pin.write(&mut object);
        object.flag("certificate", self.certificate);
        object.flag("entered", self.entered);
        object.end()
    }
}

impl AhimaDraft {
    fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::AhimaClaim, json)?;
        Ok(Self {
            is_claimed: fields.flag("claimed")?,
            ceus: fields.text("ceus")?,
            domain: fields.parsed("domain", Expected::Domain, Domain::from_key)?,
            source: fields.parsed("source", Expected::Source, AhimaSource::from_key)?,
            pin: Pin::read(&mut fields)?,
            certificate: fields.flag("certificate")?,
            entered: fields.flag("entered")?,
        })
    }

    fn write(&self) -> String {
        let mut object = Writer::default();
        object.flag("claimed", self.is_claimed);
        object.text("ceus", &self.ceus);
        object.text("domain", self.domain.map_or("", Domain::key));
        object.text("source", self.source.map_or("", AhimaSource::key));
        self.pin.write(&mut object);
        object.flag("certificate", self.certificate);
        object.flag("entered", self.entered);
        object.end()
    }
}
