//! Days as a calendar file that other programs read (RFC 5545).

use chrono::{Days, NaiveDate};

use super::json::format_day;

/// The hour at which an alarm rings, on whatever day it does.
const ALARM_HOUR: u32 = 9;

/// A day to be put in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name for ever: a calendar that takes in another file replaces what has the same name.
    pub uid: String,
    /// The day, all of it.
    pub day: NaiveDate,
    /// What it is, in a line.
    pub summary: String,
    /// What to do, with the source. May have several lines.
    pub description: String,
    /// The page behind it.
    pub url: Option<&'static str>,
    /// How many days before it an alarm rings; 0 is on the day itself.
    pub alarms_before: Vec<u32>,
}

/// These events as the text of an `.ics` file, written at `stamp`, in milliseconds since 1970.
///
/// ```
/// use coderpath::log::calendar;
/// let text = calendar("CEU dates", 1_795_410_000_000, &[]);
/// assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// ```
pub fn calendar(name: &str, stamp: u64, events: &[Event]) -> String {
    let mut text = String::new();
    fold(&mut text, "BEGIN:VCALENDAR");
    fold(&mut text, "VERSION:2.0");
    fold(&mut text, "PRODID:-//Coderpath//CEU dates//EN");
    // Not of the standard, but what calendars read as the name.
    line(&mut text, "X-WR-CALNAME", name);
    let stamped = utc(stamp);
    // A program that has the event already takes the one with the larger number. Minutes only grow, and fit.
    let sequence = (stamp / 60_000).to_string();
    for event in events {
        fold(&mut text, "BEGIN:VEVENT");
        line(&mut text, "UID", &event.uid);
        line(&mut text, "DTSTAMP", &stamped);
        line(&mut text, "SEQUENCE", &sequence);
        line(&mut text, "DTSTART;VALUE=DATE", &compact(event.day));
        if let Some(next) = event.day.succ_opt() {
            // The end is not part of an event.
            line(&mut text, "DTEND;VALUE=DATE", &compact(next));
        }
        line(&mut text, "SUMMARY", &event.summary);
        line(&mut text, "DESCRIPTION", &event.description);
        if let Some(url) = event.url {
            let mut content = "URL:".to_owned();
            content.push_str(url);
            fold(&mut text, &content);
        }
        // Nobody is busy for a whole day because of a due date.
        fold(&mut text, "TRANSP:TRANSPARENT");
        for days in &event.alarms_before {
            fold(&mut text, "BEGIN:VALARM");
            fold(&mut text, "ACTION:DISPLAY");
            line(&mut text, "DESCRIPTION", &event.summary);
            line(&mut text, "TRIGGER", &trigger(*days));
            fold(&mut text, "END:VALARM");
        }
        fold(&mut text, "END:VEVENT");
    }
    fold(&mut text, "END:VCALENDAR");
    text
}

/// When an alarm rings. A duration is counted from the midnight at which the day begins, where the reader is, and an
/// alarm at midnight wakes people or is missed. So seven days before is six days and fifteen hours: at nine.
fn trigger(days: u32) -> String {
    let Some(whole) = days.checked_sub(1) else {
        return hours("PT", ALARM_HOUR);
    };
    let mut start = "-P".to_owned();
    if whole > 0 {
        start.push_str(&whole.to_string());
        start.push('D');
    }
    start.push('T');
    hours(&start, 24 - ALARM_HOUR)
}

fn hours(start: &str, hours: u32) -> String {
    let mut text = start.to_owned();
    text.push_str(&hours.to_string());
    text.push('H');
    text
}

/// "20261123".
fn compact(day: NaiveDate) -> String {
    format_day(day).split('-').collect()
}

/// "20261123T125247Z".
fn utc(millis: u64) -> String {
    let seconds = millis / 1_000;
    let (days, of_day) = (seconds / 86_400, seconds % 86_400);
    let day = NaiveDate::default().checked_add_days(Days::new(days));
    let mut text = compact(day.unwrap_or_default());
    text.push('T');
    for part in [of_day / 3_600, of_day / 60 % 60, of_day % 60] {
        if part < 10 {
            text.push('0');
        }
        text.push_str(&part.to_string());
    }
    text.push('Z');
    text
}

/// A property with a text as its value. Control characters have no place in a text, but for line breaks.
fn line(text: &mut String, name: &str, value: &str) {
    let mut content = name.to_owned();
    content.push(':');
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => content.extend(['\\', letter]),
            '\n' => content.push_str("\\n"),
            '\t' => content.push(letter),
            _ if letter.is_control() => {}
            _ => content.push(letter),
        }
    }
    fold(text, &content);
}

/// A line of at most 75 octets, and the rest on further lines that begin with a space. No letter is divided.
fn fold(text: &mut String, content: &str) {
    const MOST: usize = 75;
    let mut octets: usize = 0;
    for letter in content.chars() {
        octets = octets.saturating_add(letter.len_utf8());
        if octets > MOST {
            text.push_str("\r\n ");
            octets = letter.len_utf8().saturating_add(1);
        }
        text.push(letter);
    }
    text.push_str("\r\n");
}
