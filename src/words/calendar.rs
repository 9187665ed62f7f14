//! The days of a cycle, as they stand in a reader's own calendar.

use chrono::NaiveDate;

use super::WORDS;
use super::rulebook::{rule_name, rule_says};
use super::rules::{body, ceus, day, source_line};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::ledger::{Account, AnchorBy, STEADY_PACE};
use crate::log::Event;
use crate::rules::{Body, CATALOGUE, RuleId};

/// The name under which the calendar file is saved.
pub const CALENDAR_FILE: &str = "coderpath-ceu-dates.ics";

section! {
    /// The days of a cycle, in a calendar file.
    CalendarTexts {
        name: "CEU dates",
        steady: "{0}: from here on, {1} a month are enough",
        steady_do: "By your log on {0}, you still need {1}. From this day on, {2} a month are enough for {3}. This is our pace and no rule. Each activity moves the day later, and a new calendar file moves it here too.",
        window: "{0}: CEU submission opens",
        window_do: "Look through your tracker: are all activities entered, with their certificates? Once the total is complete, you can submit. CEUs are due on {0}.",
        due: "{0}: CEUs are due",
        due_do: "Submit by then, better a day or two before.",
        due_do_ahima: "Enter what is missing in your CEU Center by then, better a day or two before.",
        due_total: "This period asks {0}.",
        due_by_month: "You gave the month of your renewal, so this is its last day. Your account shows the exact one.",
        due_by_exam: "This is counted from the day of the exam that you gave. Your CEU Center shows the exact one.",
        notice: "{0}: about now the final notice goes out, if CEUs are missing",
        notice_do: "If CEUs and membership are settled, this is not for you, and you can delete it. If something is missing, ask AAPC now what it takes.",
        revoked: "{0}: about now a credential is revoked, if CEUs are missing",
        revoked_do: "If CEUs and membership are settled, this is not for you, and you can delete it. If something is missing, settle it before this day.",
        rule: "{0}: {1}",
        last_word: "Your own tracker has the last word.",
        source: "Source: {0} ({1}), {2}",
    }
}

/// The days to come of the present cycle, after those of the last one, while that may still be submitted.
pub fn events_of_both(
    account: &Account<'_>,
    unsubmitted: Option<&Account<'_>>,
    today: NaiveDate,
    dates: DateOrder,
) -> Vec<Event> {
    let mut both = Vec::new();
    for account in unsubmitted.into_iter().chain([account]) {
        both.extend(events(account, today, dates));
    }
    both
}

/// The days of an account's cycle that are still to come on `today`, each with what to do and its source. Once the cycle
/// is submitted there is nothing left to do.
///
/// A name is made of the body, the year in which the cycle ends and the kind of day, so that a corrected due day replaces
/// the one before.
pub fn events(account: &Account<'_>, today: NaiveDate, dates: DateOrder) -> Vec<Event> {
    let w = &WORDS.calendar;
    let Some(days) = account
        .dates
        .filter(|days| days.submitted.is_none() && account.asked.total.is_some())
    else {
        return Vec::new();
    };
    let due = day(days.due, dates);
    let mut events = Vec::new();
    let mut add = |kind: Kind, on: Option<NaiveDate>, what: &str, paragraphs: Vec<String>| {
        if let Some(on) = on.filter(|on| *on >= today) {
            let summary = fill(what, &[body(account.body), &ceus(STEADY_PACE)]);
            events.push(event(
                (account.body, kind),
                (days.due, on),
                summary,
                paragraphs,
                dates,
            ));
        }
    };
    let steady = fill(
        w.steady_do,
        &[
            &day(today, dates),
            &ceus(account.now.to_do),
            &ceus(STEADY_PACE),
            &due,
        ],
    );
    add(Kind::Steady, account.steady_from, w.steady, vec![steady]);
    let window = fill(w.window_do, &[&due]);
    add(Kind::Window, days.window_opens, w.window, vec![window]);
    add(Kind::Due, Some(days.due), w.due, due_paragraphs(account));
    let notice = vec![w.notice_do.to_owned()];
    add(Kind::Notice, days.final_notice, w.notice, notice);
    let revoked = vec![w.revoked_do.to_owned()];
    add(Kind::Revoked, days.revoked, w.revoked, revoked);
    events
}

/// The kinds of days.
#[derive(Clone, Copy)]
enum Kind {
    Steady,
    Window,
    Due,
    Notice,
    Revoked,
}

impl Kind {
    const fn key(self) -> &'static str {
        match self {
            Self::Steady => "steady",
            Self::Window => "window",
            Self::Due => "due",
            Self::Notice => "notice",
            Self::Revoked => "revoked",
        }
    }

    /// On how many days before it an alarm rings. What opens or goes out is told on its day; what must be done by a day
    /// is told a week before, and the due day on its eve too.
    const fn alarms(self) -> &'static [u32] {
        match self {
            Self::Steady | Self::Window | Self::Notice => &[0],
            Self::Due => &[7, 1],
            Self::Revoked => &[7],
        }
    }

    /// The rule behind it; our own pace has none.
    const fn rule(self, body: Body) -> Option<RuleId> {
        match (self, body) {
            (Self::Steady, _) => None,
            (Self::Due, Body::Ahima) => Some(RuleId::AhimaCycle),
            (Self::Due, Body::Aapc) => Some(RuleId::AapcCutOff),
            (Self::Window, _) => Some(RuleId::AapcWindow),
            (Self::Notice | Self::Revoked, _) => Some(RuleId::AapcRevocation),
        }
    }
}

fn due_paragraphs(account: &Account<'_>) -> Vec<String> {
    let w = &WORDS.calendar;
    let what = match account.body {
        Body::Aapc => w.due_do,
        Body::Ahima => w.due_do_ahima,
    };
    let mut paragraphs = vec![what.to_owned()];
    if let Some(total) = account.asked.total {
        paragraphs.push(fill(w.due_total, &[&ceus(total)]));
    }
    match account.cycle {
        Some((_, AnchorBy::RenewalMonth)) => paragraphs.push(w.due_by_month.to_owned()),
        Some((_, AnchorBy::Exam)) => paragraphs.push(w.due_by_exam.to_owned()),
        Some((_, AnchorBy::Day)) | None => {}
    }
    paragraphs
}

fn event(
    (of, kind): (Body, Kind),
    (due, on): (NaiveDate, NaiveDate),
    summary: String,
    mut paragraphs: Vec<String>,
    dates: DateOrder,
) -> Event {
    let w = &WORDS.calendar;
    let mut url = None;
    let rule = kind.rule(of);
    if let Some(rule) = CATALOGUE.iter().find(|one| Some(one.id) == rule) {
        let says = rule_says(rule.id, dates);
        paragraphs.push(fill(w.rule, &[rule_name(rule.id), &says]));
        paragraphs.push(w.last_word.to_owned());
        // The first page of a rule is the one that it stands on.
        if let Some(page) = rule.sources().next() {
            let age = source_line(page, dates);
            paragraphs.push(fill(w.source, &[page.title, &age, page.url]));
            url = Some(page.url);
        }
    }
    Event {
        uid: uid(of, due, kind),
        day: on,
        summary,
        description: paragraphs.join("\n\n"),
        url,
        alarms_before: kind.alarms().to_vec(),
    }
}

/// "aapc-2027-due@coderpath": the same for this day of this cycle in every file.
fn uid(of: Body, due: NaiveDate, kind: Kind) -> String {
    use chrono::Datelike as _;
    let body = match of {
        Body::Aapc => "aapc",
        Body::Ahima => "ahima",
    };
    [body, &due.year().to_string(), kind.key()].join("-") + "@coderpath"
}
