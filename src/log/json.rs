//! A stored record's JSON, field by field.
//!
//! An object is read into its fields, each as the text that stands in the file; the ones that this release knows are
//! then read by name, and the others are written back to the letter, so a later release finds them again, digits and
//! all. It is done by hand and not by derive, because of its bytes: with `#[serde(flatten)]`, which keeping unknown fields
//! needs, the derived code was 31 KB of the wasm before compression (by twiggy), and this is a third of it. And so a
//! fault is told by the name of the field and what was expected there.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::unreadable::{Expected, Part, Unreadable};
use crate::rules::Ceus;

/// The most fields of an object. To look for each among the others takes the time of their square: an object with 100,000
/// of them, which a file or a link may bring, held the page up for minutes.
const MOST_FIELDS: usize = 1_000;

/// A field's name, and the JSON of its value.
type Field = (String, Box<str>);

/// Fields that this release does not know, kept as they came.
pub(super) type Unknown = Vec<Field>;

/// The fields of an object that were not read yet. What nobody reads is unknown.
pub(super) struct Fields {
    part: Part,
    rest: Vec<Field>,
}

/// An object's fields, in their order.
struct Object(Vec<Field>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut fields: Vec<Field> = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
                    fields.push((name, value.into()));
                }
                Ok(Object(fields))
            }
        }

        from.deserialize_map(Reader)
    }
}

impl Fields {
    /// The fields of an object; `part` names it in what is said of a fault.
    pub(super) fn of(part: Part, json: &str) -> Result<Self, Unreadable> {
        Self::any_many(part, json).and_then(|fields| {
            if fields.rest.len() > MOST_FIELDS {
                let (line, column) = (1, 1);
                return Err(Unreadable::NoObject { part, line, column });
            }
            Ok(fields)
        })
    }

    /// The fields of an object that may have any number of them, and of which none is looked for by its name.
    pub(super) fn any_many(part: Part, json: &str) -> Result<Self, Unreadable> {
        match serde_json::from_str(json) {
            Ok(Object(rest)) => Ok(Self { part, rest }),
            // The parser's own words for what is wrong would be 1 KB of the wasm; the place is what helps.
            Err(error) => Err(Unreadable::NoObject {
                part,
                line: error.line(),
                column: error.column(),
            }),
        }
    }

    /// What no field of ours took. Of two with one name the later counts here too.
    pub(super) fn unknown(self) -> Unknown {
        let mut unknown = Unknown::new();
        for (name, json) in self.rest {
            unknown.retain(|(before, _)| *before != name);
            unknown.push((name, json));
        }
        unknown
    }

    /// All fields that were not read yet, in their order.
    pub(super) fn all(self) -> Vec<Field> {
        self.rest
    }

    /// A field's JSON, whatever it is. Of two with one name the later counts, as everywhere in JSON.
    pub(super) fn json(&mut self, name: &str) -> Option<Box<str>> {
        let mut found = None;
        while let Some(place) = self.rest.iter().position(|(field, _)| field == name) {
            found = Some(self.rest.remove(place).1);
        }
        found
    }

    /// A text; empty if the field is missing.
    pub(super) fn text(&mut self, name: &'static str) -> Result<String, Unreadable> {
        Ok(self.any_text(name, Expected::Text)?.unwrap_or_default())
    }

    /// Yes or no; no if the field is missing.
    pub(super) fn flag(&mut self, name: &'static str) -> Result<bool, Unreadable> {
        match self.json(name).as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(self.fault(name, Expected::Flag)),
        }
    }

    /// A whole number; `None` if the field is missing.
    pub(super) fn number(&mut self, name: &'static str) -> Result<Option<u32>, Unreadable> {
        let Some(json) = self.json(name) else {
            return Ok(None);
        };
        json.parse()
            .map(Some)
            .map_err(|_| self.fault(name, Expected::Number))
    }

    /// Several texts; none if the field is missing.
    pub(super) fn texts(&mut self, name: &'static str) -> Result<Vec<String>, Unreadable> {
        let Some(json) = self.json(name) else {
            return Ok(Vec::new());
        };
        serde_json::from_str(&json).map_err(|_| self.fault(name, Expected::Texts))
    }

    /// Days by name, in their order; none if the field is missing.
    pub(super) fn days(
        &mut self,
        name: &'static str,
    ) -> Result<Vec<(String, NaiveDate)>, Unreadable> {
        let Some(json) = self.json(name) else {
            return Ok(Vec::new());
        };
        let day = |json: &str| parse_day(&serde_json::from_str::<String>(json).ok()?);
        Self::of(self.part, &json)
            .ok()
            .and_then(|object| {
                let mut days: Vec<(String, NaiveDate)> = Vec::new();
                for (name, json) in object.rest {
                    days.retain(|(before, _)| *before != name);
                    let day = day(&json)?;
                    days.push((name, day));
                }
                Some(days)
            })
            .ok_or_else(|| self.fault(name, Expected::Day))
    }

    /// A text that means something; `None` if the field is missing.
    pub(super) fn parsed<T>(
        &mut self,
        name: &'static str,
        expected: Expected,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Unreadable> {
        let Some(text) = self.any_text(name, expected)? else {
            return Ok(None);
        };
        parse(&text)
            .map(Some)
            .ok_or_else(|| self.fault(name, expected))
    }

    fn any_text(
        &mut self,
        name: &'static str,
        expected: Expected,
    ) -> Result<Option<String>, Unreadable> {
        let Some(json) = self.json(name) else {
            return Ok(None);
        };
        serde_json::from_str(&json)
            .map(Some)
            .map_err(|_| self.fault(name, expected))
    }

    /// A text that means something and may not be missing.
    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        expected: Expected,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Unreadable> {
        self.parsed(name, expected, parse)?
            .ok_or_else(|| self.fault(name, expected))
    }

    /// That the field is not what was expected.
    pub(super) fn fault(&self, name: &'static str, expected: Expected) -> Unreadable {
        Unreadable::Field {
            name,
            part: self.part,
            expected,
        }
    }
}

/// An object that is being written. What is empty or false is left out.
pub(super) struct Writer(String);

impl Default for Writer {
    /// An object with nothing in it yet.
    fn default() -> Self {
        Self("{".to_owned())
    }
}

impl Writer {
    /// An object with the unknown fields that came with it.
    pub(super) fn with(unknown: &Unknown) -> Self {
        let mut writer = Self::default();
        for (name, json) in unknown {
            writer.json(name, json);
        }
        writer
    }

    /// Puts a field of which the JSON is known.
    pub(super) fn json(&mut self, name: &str, json: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&quoted(name));
        self.0.push(':');
        self.0.push_str(json);
    }

    /// Puts a text, even an empty one.
    pub(super) fn full_text(&mut self, name: &str, text: &str) {
        self.json(name, &quoted(text));
    }

    /// Puts a text unless it is empty.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.full_text(name, text);
        }
    }

    /// Puts texts unless there are none.
    pub(super) fn texts<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a str>) {
        let texts: Vec<String> = texts.map(quoted).collect();
        if !texts.is_empty() {
            self.json(name, &format!("[{}]", texts.join(",")));
        }
    }

    /// Puts days by name unless there are none.
    pub(super) fn days<'a>(
        &mut self,
        name: &str,
        days: impl Iterator<Item = (&'a str, NaiveDate)>,
    ) {
        let mut object = Self::default();
        for (of, day) in days {
            object.full_text(of, &format_day(day));
        }
        if object.0.len() > 1 {
            self.json(name, &object.end());
        }
    }

    /// Puts "true" if it is.
    pub(super) fn flag(&mut self, name: &str, flag: bool) {
        if flag {
            self.json(name, "true");
        }
    }

    /// The whole.
    pub(super) fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A text as JSON has it. Any text has its JSON, so the error that the signature allows does not come.
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Reads a day as "2026-11-23", and nothing else; `None` if there is no such day.
pub(super) fn parse_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let mut part = |length| {
        parts
            .next()
            .filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let rest = parts.next();
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        .filter(|_| rest.is_none())
}

/// Writes a day as "2026-11-23".
pub(crate) fn format_day(day: NaiveDate) -> String {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let Some(year) = u32::try_from(year).ok().filter(|year| *year < 10_000) else {
        return format!("{year:04}-{month:02}-{of_month:02}");
    };
    // Thousands of days are written for a spreadsheet, and by the standard library's formatting this takes several times
    // as long.
    let number = (year * 100 + month) * 100 + of_month;
    let mut text = String::with_capacity(10);
    let mut place = 10_000_000;
    while place > 0 {
        if matches!(place, 1_000 | 10) {
            text.push('-');
        }
        text.push(char::from_digit(number / place % 10, 10).unwrap_or('0'));
        place /= 10;
    }
    text
}

/// Reads an amount of CEUs.
pub(super) fn parse_ceus(text: &str) -> Option<Ceus> {
    text.parse().ok()
}
