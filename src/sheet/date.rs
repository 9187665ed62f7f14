//! Days as people write them.

use chrono::{Datelike, NaiveDate};

use super::cell::{is_alike, is_one_of};

/// What comes first where a day is written in numbers alone, with the year at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayMonth {
    /// 3/5 is the fifth of March.
    MonthFirst,
    /// 3/5 is the third of May.
    DayFirst,
}

/// Days that can be meant in two ways, to be asked for once for the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateQuestion {
    /// Up to three of them, with their lines.
    pub examples: Vec<(usize, String)>,
    /// Whether the file has days that are only right with the month first and others that are only right with the day
    /// first: then some of them are refused, whatever the answer is.
    pub is_mixed: bool,
}

/// Why a text is not read as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It is not written as a day.
    NotADay,
    /// There is no such day.
    NoSuchDay,
    /// It is the number under which a spreadsheet keeps a day.
    Serial,
    /// There is no such day in the order that was chosen for the file, and there is one in the other.
    OtherOrder,
    /// It can be meant in two ways, and none was chosen.
    Undecided,
}

/// What a text says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// This day.
    Day(NaiveDate),
    /// One of these, by what comes first; never two that are the same.
    Either {
        month_first: Option<NaiveDate>,
        day_first: Option<NaiveDate>,
    },
}

/// Reads a day: as "2024-03-05", "3/5/2024", "05.03.24", "March 5, 2024", "5-Mar-24" or the like, with or without a weekday
/// and a time, which are passed over.
///
/// # Errors
/// [`NoDate`].
///
/// ```
/// use coderpath::sheet::{DayMonth, NoDate, date};
/// let fifth_of_march = chrono::NaiveDate::from_ymd_opt(2024, 3, 5);
/// assert_eq!(date("Tuesday, March 5, 2024", None).ok(), fifth_of_march);
/// assert_eq!(date("3/5/2024", Some(DayMonth::MonthFirst)).ok(), fifth_of_march);
/// assert_eq!(date("3/5/2024", None), Err(NoDate::Undecided));
/// assert_eq!(date("45356", None), Err(NoDate::Serial));
/// ```
pub fn date(text: &str, order: Option<DayMonth>) -> Result<NaiveDate, NoDate> {
    match said(text)? {
        Said::Day(day) => Ok(day),
        Said::Either {
            month_first,
            day_first,
        } => {
            let (chosen, other) = match order {
                Some(DayMonth::MonthFirst) => (month_first, day_first),
                Some(DayMonth::DayFirst) => (day_first, month_first),
                // Where there is no day in one order, nothing is to be chosen.
                None => match (month_first, day_first) {
                    (Some(_), Some(_)) => return Err(NoDate::Undecided),
                    (one, other) => (one.or(other), None),
                },
            };
            chosen.ok_or(match other {
                Some(_) => NoDate::OtherOrder,
                None => NoDate::NoSuchDay,
            })
        }
    }
}

/// Whether a text is a day, in whatever order.
pub(super) fn is_day(text: &str) -> bool {
    // Most cells are none, and are told by their length.
    (6..=60).contains(&text.len()) && said(text).is_ok()
}

/// A piece of a text: a number with how many digits it has, or a word.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Number(u32, usize),
    Word(&'a str),
}

/// What a text says of a day.
pub(super) fn said(text: &str) -> Result<Said, NoDate> {
    let text = without_time(text.trim()).ok_or(NoDate::NotADay)?;
    let text = text.trim_end_matches([' ', ',', '.']);
    let is_bare = |end: Option<char>| end.is_some_and(|end| end.is_ascii_alphanumeric());
    if !is_bare(text.chars().next()) || !is_bare(text.chars().next_back()) {
        return Err(NoDate::NotADay);
    }
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.bytes().next() {
        let class = |byte: u8| (byte.is_ascii_digit(), byte.is_ascii_alphabetic());
        let length = rest
            .bytes()
            .take_while(|byte| class(*byte) == class(first))
            .count();
        let (piece, after) = rest.split_at_checked(length).ok_or(NoDate::NotADay)?;
        rest = after;
        if first.is_ascii_digit() {
            let number = piece.parse().map_err(|_| NoDate::NotADay)?;
            pieces.push(Piece::Number(number, piece.len()));
        } else if first.is_ascii_alphabetic() {
            // A weekday adds nothing: that it is the right one is not checked.
            if !is_passed_over(piece) {
                pieces.push(Piece::Word(piece));
            }
        } else if !piece
            .chars()
            .all(|letter| " ,./-'’\u{a0}–".contains(letter))
        {
            return Err(NoDate::NotADay);
        }
        if pieces.len() > 3 {
            return Err(NoDate::NotADay);
        }
    }
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    in_pieces(&pieces, is_plain)
}

fn in_pieces(pieces: &[Piece<'_>], is_plain: bool) -> Result<Said, NoDate> {
    use Piece::{Number, Word};
    let day_of = |year, digits, month, day| {
        let year = year_of(year, digits).ok_or(NoDate::NotADay)?;
        NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDate::NoSuchDay)
    };
    match *pieces {
        // "20240305", and what a spreadsheet has inside where it shows a day, with or without a time.
        [Number(all, 8)] => {
            let day = day_of(all / 10_000, 4, all / 100 % 100, all % 100);
            day.ok()
                .filter(|day| (1990..=2100).contains(&day.year()))
                .map(Said::Day)
                .ok_or(NoDate::NotADay)
        }
        [Number(20_000..=80_000, 5)] | [Number(20_000..=80_000, 5), Number(..)] if is_plain => {
            Err(NoDate::Serial)
        }
        [Number(year, 4), Number(month, 1..=2), Number(day, 1..=2)] => {
            day_of(year, 4, month, day).map(Said::Day)
        }
        [
            Number(one, 1..=2),
            Number(two, 1..=2),
            Number(year, digits @ (2 | 4)),
        ] => {
            let month_first = day_of(year, digits, one, two);
            let day_first = day_of(year, digits, two, one);
            match (month_first, day_first) {
                (Ok(day), Ok(same)) if day == same => Ok(Said::Day(day)),
                (Err(why), Err(_)) => Err(why),
                (month_first, day_first) => Ok(Said::Either {
                    month_first: month_first.ok(),
                    day_first: day_first.ok(),
                }),
            }
        }
        [
            Word(word),
            Number(day, 1..=2),
            Number(year, digits @ (2 | 4)),
        ]
        | [
            Number(day, 1..=2),
            Word(word),
            Number(year, digits @ (2 | 4)),
        ]
        | [Number(year, digits @ 4), Word(word), Number(day, 1..=2)] => {
            let month = month_of(word).ok_or(NoDate::NotADay)?;
            day_of(year, digits, month, day).map(Said::Day)
        }
        _ => Err(NoDate::NotADay),
    }
}

/// A year of four digits, or of two, which are those of our days: 69 is 2069 and 70 is 1970, as in most programs.
fn year_of(year: u32, digits: usize) -> Option<i32> {
    let year = match (digits, year) {
        (2, 0..70) => year + 2_000,
        (2, _) => year + 1_900,
        _ => year,
    };
    i32::try_from(year).ok()
}

/// The number of a month by its name or the beginning of it, three letters at least.
fn month_of(word: &str) -> Option<u32> {
    let months =
        "january february march april may june july august september october november december";
    (1..).zip(months.split(' ')).find_map(|(number, month)| {
        let begins = month.get(..word.len())?;
        (word.len() >= 3 && is_alike(begins, word)).then_some(number)
    })
}

/// Whether a word is a month.
pub(super) fn is_month(word: &str) -> bool {
    month_of(word).is_some()
}

/// Whether a word in a date may be passed over: a weekday, the end of "5th", "of".
pub(super) fn is_passed_over(word: &str) -> bool {
    let days = "sunday monday tuesday wednesday thursday friday saturday";
    is_one_of(word, "st nd rd th of on the")
        || (word.len() >= 3
            && days.split(' ').any(|day| {
                day.get(..word.len())
                    .is_some_and(|begins| is_alike(begins, word))
            }))
}

/// A text without the time at its end; `None` if what stands after the day is none.
fn without_time(text: &str) -> Option<&str> {
    let Some((before, after)) = text.split_once(':') else {
        return Some(text);
    };
    let day = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let hour = before.get(day.len()..)?;
    let minutes = after.bytes().take_while(u8::is_ascii_digit).count();
    let number = |text: &str, below: u32| text.parse().is_ok_and(|number: u32| number < below);
    let is_time = number(hour, 25)
        && minutes == 2
        && number(after.get(..2)?, 60)
        // What may follow: seconds, an end, "PM", a zone.
        && after.split(|letter: char| !letter.is_ascii_alphabetic()).all(|word| {
            word.is_empty()
                || is_one_of(word, "am pm a p m z utc gmt et est edt ct cst cdt mt mst mdt pt pst pdt to")
        });
    let day = day.trim_end_matches([' ', ',', '\u{a0}']);
    let day = day.strip_suffix("at").unwrap_or(day);
    // "2024-03-05T00:00:00Z"
    let has_t = |day: &str| {
        day.trim_end_matches('T')
            .ends_with(|last: char| last.is_ascii_digit())
    };
    let day = day
        .strip_suffix('T')
        .filter(|day| has_t(day))
        .unwrap_or(day);
    (is_time && !day.is_empty()).then_some(day)
}

/// What a file's days say of the order in which they are written.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    month_first: bool,
    day_first: bool,
    open: Vec<(usize, String)>,
    proof: Vec<(usize, String)>,
}

impl Order {
    /// Takes notice of a text that stands in a column of days.
    pub(super) fn see(&mut self, line: usize, text: &str) {
        // A year comes first: nothing is open, and most files have no other days.
        if text.bytes().take(3).all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let Ok(Said::Either {
            month_first,
            day_first,
        }) = said(text)
        else {
            return;
        };
        let examples = if month_first.is_some() && day_first.is_some() {
            &mut self.open
        } else {
            let is_new = if month_first.is_some() {
                !std::mem::replace(&mut self.month_first, true)
            } else {
                !std::mem::replace(&mut self.day_first, true)
            };
            if !is_new {
                return;
            }
            &mut self.proof
        };
        let text = text.trim();
        if examples.len() < 3 && !examples.iter().any(|(_, other)| other == text) {
            examples.push((line, text.to_owned()));
        }
    }

    /// The order, if the file has one.
    pub(super) fn decided(&self) -> Option<DayMonth> {
        match (self.month_first, self.day_first) {
            (true, false) => Some(DayMonth::MonthFirst),
            (false, true) => Some(DayMonth::DayFirst),
            _ => None,
        }
    }

    /// What is to be asked, if the file does not say it.
    pub(super) fn question(self) -> Option<DateQuestion> {
        let is_mixed = self.month_first && self.day_first;
        if !is_mixed && (self.open.is_empty() || self.decided().is_some()) {
            return None;
        }
        let mut examples = if is_mixed { self.proof } else { Vec::new() };
        examples.extend(self.open);
        examples.truncate(3);
        Some(DateQuestion { examples, is_mixed })
    }
}
