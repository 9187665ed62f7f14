//! The ledger a second time, from the list of facts alone: as plain as can be, with another calendar, its own figures,
//! hundredths as bare numbers, and every way of placing entries tried. It shares the input's types with the ledger
//! and nothing else. Where no source says what to do, it does what the ledger's named assumptions say.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use coderpath::log::{ActivityKind, AhimaSource, Domain, Entry, EntryId, Profile, State};
use coderpath::rules::{Body, Edition};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// What a cycle comes to.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Sums {
    pub(crate) counted: u32,
    pub(crate) short: u32,
    pub(crate) to_do: u32,
    /// Name, least amount, what there is.
    pub(crate) minimums: Vec<(String, Option<u32>, u32)>,
}

/// What there is to say of one body.
#[derive(Debug, PartialEq)]
pub(crate) struct Book {
    pub(crate) cycle: Option<(Date, Date)>,
    pub(crate) asked: Option<u32>,
    /// A shorter first cycle: the whole, the months, the share.
    pub(crate) first: Option<(u32, u32, u32)>,
    pub(crate) now: Sums,
    pub(crate) forecast: Sums,
    pub(crate) claims: Vec<Claim>,
    pub(crate) days: Option<Days>,
    /// What no source says and is taken for granted.
    pub(crate) assumed: BTreeSet<String>,
    /// What would explain that the tracker asks something else.
    pub(crate) reasons: BTreeSet<String>,
    /// What became of the plan.
    pub(crate) plan: Option<Plan>,
    pub(crate) steady: Option<Date>,
    /// What is lacking, by whom, and how much rests on it.
    pub(crate) lacking: Vec<(&'static str, Vec<String>, u32)>,
}

/// What the plan was made for, and what is asked now.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) then: u32,
    pub(crate) now: u32,
    pub(crate) other_edition: bool,
    pub(crate) other_reasons: bool,
}

/// What is said of one entry.
#[derive(Debug, PartialEq)]
pub(crate) struct Claim {
    pub(crate) name: String,
    pub(crate) counted: u32,
    /// Why the rest is not.
    pub(crate) why: &'static str,
    /// The minimums that it is for.
    pub(crate) serves: Vec<String>,
    /// What is to be looked at.
    pub(crate) look: Vec<String>,
}

/// The days of a cycle.
#[derive(Debug, PartialEq)]
pub(crate) struct Days {
    pub(crate) opens: Option<Date>,
    pub(crate) due: Date,
    pub(crate) notice: Option<Date>,
    pub(crate) revoked: Option<Date>,
    pub(crate) submitted: Option<Date>,
    pub(crate) keep: Option<Date>,
}

pub(crate) fn to_jiff(day: NaiveDate) -> Date {
    let part = |part: u32| i8::try_from(part).unwrap();
    Date::new(
        i16::try_from(day.year()).unwrap(),
        part(day.month()),
        part(day.day()),
    )
    .unwrap()
}

fn to_chrono(day: Date) -> NaiveDate {
    let part = |part: i8| u32::try_from(part).unwrap();
    NaiveDate::from_ymd_opt(i32::from(day.year()), part(day.month()), part(day.day())).unwrap()
}

struct Input<'a> {
    body: Body,
    profile: &'a Profile,
    edition: Edition,
    today: Date,
    /// By day, the larger first, then by name.
    claims: Vec<(Date, u32, &'a EntryId, &'a Entry)>,
    /// Where a cycle ends, of which all others follow.
    end: Option<Date>,
    /// The cycles of a lifetime before and after it.
    cycles: Vec<(Date, Date)>,
    current: i64,
}

pub(crate) fn book(
    body: Body,
    entries: &[(EntryId, Entry)],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
    offset: i64,
) -> Option<Book> {
    let mut claims: Vec<_> = entries
        .iter()
        .filter_map(|(id, entry)| {
            let ceus = entry.ceus(body)?.in_hundredths();
            Some((to_jiff(entry.date), ceus, id, entry))
        })
        .collect();
    // By day, the larger first. Behind that any order does: the one in which they come.
    claims.sort_by_key(|(date, ceus, ..)| (*date, std::cmp::Reverse(*ceus)));
    let mut input = Input {
        body,
        profile,
        edition,
        today: to_jiff(today),
        claims,
        end: None,
        cycles: Vec::new(),
        current: 0,
    };
    input.end = match body {
        Body::Aapc => profile.aapc_due.map(to_jiff).or_else(|| {
            let month = i8::try_from(profile.aapc_month?.number_from_month()).unwrap();
            let year = if month % 2 == 0 { 2024 } else { 2023 };
            Some(Date::new(year, month, 1).unwrap().last_of_month())
        }),
        // For AHIMA this is the first day, and `cycle` knows.
        Body::Ahima => profile.ahima_start.map(to_jiff).or_else(|| {
            let held = profile.holdings();
            let exams = held.named().iter().filter(|id| id.body() == Body::Ahima);
            exams.filter_map(|id| profile.since(*id)).map(to_jiff).min()
        }),
    };
    if input.end.is_some() {
        input.cycles = (-30..30)
            .map(|number| input.computed_cycle(number))
            .collect();
        input.current = input.cycle_of(input.today);
    }
    let number = input.current + offset;
    let asked = input.asked(number);
    if asked.is_none() && input.claims.is_empty() {
        return None;
    }
    let now = input.settle(number, false);
    let later = input.settle(number, true);
    let cycle = input.end.map(|_| input.cycle(number));
    let minimums = input.minimums(number);
    let claims: Vec<Claim> = (0..input.claims.len())
        .map(|at| {
            let (_, _, id, _) = input.claims[at];
            let settled = if input.planned(at) { &later } else { &now };
            let (counted, mut why) = settled.claims[at];
            if why == "OtherCycle" && input.is_of_both(at, number) {
                why = "RenewalMonth";
            }
            let staying = settled.sorts.iter().find(|(staying, _)| *staying == at);
            let serves: Vec<String> = staying
                .into_iter()
                .flat_map(|(_, sorts)| sorts)
                .map(|nth| minimums[*nth].0.clone())
                .collect();
            Claim {
                name: id.as_str().to_owned(),
                counted,
                why,
                look: input.look(at, number, &minimums, &serves, counted),
                serves,
            }
        })
        .collect();
    let to_do = now.sums.to_do;
    let steady = cycle.filter(|_| to_do > 0).map(|(_, due)| {
        let mut months = 0;
        while months * 400 < to_do {
            months += 1;
        }
        due.tomorrow().unwrap() - i64::from(months).months()
    });
    let lacking = input.lacking(&claims);
    Some(Book {
        cycle,
        asked,
        first: input.whole(number).and_then(|whole| {
            let months = input.first_months(number)?;
            Some((whole, months, input.part(number, whole)))
        }),
        days: cycle.map(|(_, due)| input.days(due)),
        assumed: input.assumed(number, &minimums),
        reasons: input.reasons(number),
        plan: Some(body)
            .filter(|body| *body == Body::Aapc && offset == 0)
            .and_then(|_| input.plan(number)),
        now: now.sums,
        forecast: later.sums,
        claims,
        steady,
        lacking,
    })
}

/// Where an entry goes.
#[derive(Clone, Copy, PartialEq)]
enum Goes {
    /// To this cycle.
    Here,
    /// To this cycle and this minimum.
    To(usize),
    /// On to the next cycle.
    On,
}

struct Settled {
    sums: Sums,
    claims: Vec<(u32, &'static str)>,
    /// Which minimums those are for that stay.
    sorts: Vec<(usize, Vec<usize>)>,
    left: Vec<usize>,
}

impl Input<'_> {
    fn cycle(&self, number: i64) -> (Date, Date) {
        self.cycles[usize::try_from(number + 30).unwrap()]
    }

    fn computed_cycle(&self, number: i64) -> (Date, Date) {
        let from = |cycles: i64| self.end.unwrap().checked_add((2 * cycles).years()).unwrap();
        if self.body == Body::Aapc {
            (from(number - 1).tomorrow().unwrap(), from(number))
        } else {
            (from(number), from(number + 1).yesterday().unwrap())
        }
    }

    fn cycle_of(&self, day: Date) -> i64 {
        (-30..30)
            .find(|number| {
                let (first, last) = self.cycle(*number);
                first <= day && day <= last
            })
            .unwrap()
    }

    fn planned(&self, at: usize) -> bool {
        let (date, _, _, entry) = self.claims[at];
        entry.state == State::Planned || date > self.today
    }

    fn held(&self, number: i64) -> Vec<&'static str> {
        let holdings = self.profile.holdings();
        let held = holdings.named().iter().filter(|id| {
            id.body() == self.body
                && self.profile.since(**id).is_none_or(|since| {
                    self.end.is_none() || to_jiff(since) <= self.cycle(number).1
                })
        });
        held.map(|id| id.code()).collect()
    }

    fn others(&self) -> usize {
        if self.body == Body::Aapc {
            usize::from(self.profile.other_aapc)
        } else {
            0
        }
    }

    /// CEUs earned before certification are not accepted (A6, A8). Only if it is known of all.
    fn certified(&self) -> Option<Date> {
        if self.body == Body::Ahima || self.others() > 0 {
            return None;
        }
        let mut first = None;
        for id in self.profile.holdings().named() {
            if id.body() == Body::Aapc {
                let since = to_jiff(self.profile.since(*id)?);
                if first.is_none_or(|first| since < first) {
                    first = Some(since);
                }
            }
        }
        first
    }

    /// The months of a first cycle, each started one counted.
    fn first_months(&self, number: i64) -> Option<u32> {
        let certified = self.certified()?;
        self.end?;
        let (first, last) = self.cycle(number);
        if certified < first || certified > last {
            return None;
        }
        let mut months = 0;
        while certified + i64::from(months).months() <= last {
            months += 1;
        }
        Some(months).filter(|months| *months < 24)
    }

    fn part(&self, number: i64, amount: u32) -> u32 {
        match self.first_months(number) {
            None => amount,
            Some(months) => {
                // 1/24 a month (A5), rounded up.
                let exact = amount * months;
                if exact.is_multiple_of(24) {
                    exact / 24
                } else {
                    exact / 24 + 1
                }
            }
        }
    }

    fn computed(&self, number: i64) -> Option<u32> {
        self.whole(number).map(|whole| self.part(number, whole))
    }

    fn whole(&self, number: i64) -> Option<u32> {
        self.whole_by(number, self.how_many(number), self.edition)
    }

    fn how_many(&self, number: i64) -> usize {
        self.held(number).len() + self.others()
    }

    /// The total of a whole cycle, if so many credentials were held and this table were in use (A1, A2).
    fn whole_by(&self, number: i64, count: usize, edition: Edition) -> Option<u32> {
        if self.how_many(number) == 0 {
            return None;
        }
        let whole = match (self.body, edition) {
            (Body::Aapc, Edition::Article) => [36, 48, 60, 72, 80][count.min(5) - 1],
            (Body::Aapc, Edition::Latest) => [36, 40, 44, 48, 52][count.min(5) - 1],
            (Body::Ahima, _) => {
                let large = ["RHIA", "CHPS", "CHDA", "CDIP", "CPHI"];
                let held = self.held(number);
                let base = if held.iter().any(|code| large.contains(code)) {
                    30
                } else {
                    20
                };
                (base + 10 * (u32::try_from(count).unwrap() - 1)).min(50)
            }
        };
        Some(whole * 100)
    }

    /// What would make the rules give the tracker's number: one thing that is otherwise than we take it, or the table and one more. The
    /// bodies' trackers go by the later table, so only that one is ever the second thing.
    fn reasons(&self, number: i64) -> BTreeSet<String> {
        let mut reasons = BTreeSet::new();
        let (Some(asked), Some(computed)) = (self.asked(number), self.computed(number)) else {
            return reasons;
        };
        if asked == computed {
            return reasons;
        }
        let editions = [Edition::Article, Edition::Latest];
        let known = self.first_months(number);
        for edition in editions {
            let more = Some(self.how_many(number)).filter(|count| *count > 5);
            for count in (1..=5).chain(more) {
                for months in (1..24).map(Some).chain([None]) {
                    let is_other_table = edition != self.edition;
                    let is_other_count = count != self.how_many(number);
                    if self.body == Body::Ahima && (is_other_table || months.is_some()) {
                        continue;
                    }
                    // What is known is not another number of months.
                    let is_other_months = months.is_some() && months != known;
                    if months.is_some() && !is_other_months {
                        continue;
                    }
                    let whole = self.whole_by(number, count, edition).unwrap();
                    let part = months
                        .or(known)
                        .map_or(whole, |months| (whole * months).div_ceil(24));
                    if part != asked {
                        continue;
                    }
                    let is_later = edition == Edition::Latest;
                    let is_same_whole = Some(whole) == self.whole(number);
                    let months = months.unwrap_or_default();
                    match (is_other_table, is_other_count, is_other_months) {
                        (true, false, false) => reasons.insert("OtherEdition".to_owned()),
                        (false, true, false) => {
                            reasons.insert(format!("Credentials {{ count: {count} }}"))
                        }
                        (false, false, true) => {
                            reasons.insert(format!("FirstCycle {{ months: {months} }}"))
                        }
                        (true, true, false) if is_later => {
                            reasons.insert(format!("OtherEditionCredentials {{ count: {count} }}"))
                        }
                        // Where both tables ask the same, the table is no reason.
                        (true, false, true) if is_later && !is_same_whole => {
                            reasons.insert(format!("OtherEditionFirstCycle {{ months: {months} }}"))
                        }
                        _ => false,
                    };
                }
            }
        }
        // With the table that is in use a number of credentials is the simpler reason.
        for count in 1..=5 {
            if reasons.contains(&format!("Credentials {{ count: {count} }}")) {
                reasons.remove(&format!("OtherEditionCredentials {{ count: {count} }}"));
            }
        }
        reasons
    }

    /// What became of a plan, if the rules give something else now.
    fn plan(&self, number: i64) -> Option<Plan> {
        let plan = self.profile.plan()?;
        let now = self.computed(number)?;
        let by_plan = |number: i64| {
            let whole = self.whole_by(number, self.how_many(number), plan.edition)?;
            Some(self.part(number, whole))
        };
        // What was planned for the cycle before was right for that one.
        let (planned, here) = (plan.total.in_hundredths(), by_plan(number)?);
        let is_of_before = by_plan(number - 1) == Some(planned);
        let then = if is_of_before { here } else { planned };
        (planned != now && then != now).then_some(Plan {
            then,
            now,
            other_edition: plan.edition != self.edition,
            other_reasons: then != here,
        })
    }

    fn asked(&self, number: i64) -> Option<u32> {
        let (tracker, read) = match self.body {
            Body::Aapc => (self.profile.aapc_tracker, self.profile.aapc_tracker_on),
            Body::Ahima => (self.profile.ahima_tracker, self.profile.ahima_tracker_on),
        };
        // The tracker is believed for the cycle in which it was read.
        let believed = match read {
            Some(day) if self.end.is_some() => self.cycle_of(to_jiff(day)),
            _ => self.current,
        };
        match tracker {
            Some(tracker) if number == believed => Some(tracker.in_hundredths()),
            _ => self.computed(number),
        }
    }

    fn minimums(&self, number: i64) -> Vec<(String, Option<u32>)> {
        let Some(total) = self.asked(number) else {
            return Vec::new();
        };
        if self.body == Body::Ahima {
            let share = |percent: u32| Some((total * percent).div_ceil(100));
            let mut found = vec![("hiim".to_owned(), share(80))];
            if self.end.is_some() && self.cycle(number).0 >= Date::constant(2025, 1, 1) {
                found.push(("own".to_owned(), share(40)));
            }
            return found;
        }
        let shrinks = self.whole(number).is_some_and(|whole| total < whole);
        let mut found = self.specific(number);
        for (_, figure) in &mut found {
            *figure = figure.map(|figure| {
                let part = if shrinks {
                    self.part(number, figure)
                } else {
                    figure
                };
                part.min(total)
            });
        }
        found
    }

    /// What AAPC asks of a whole cycle for each sort (A1, A2, A4).
    fn specific(&self, number: i64) -> Vec<(String, Option<u32>)> {
        let held = self.held(number);
        let alone = held.len() + self.others() == 1;
        let latest = self.edition == Edition::Latest;
        let mut found: Vec<(String, Option<u32>)> = Vec::new();
        for code in &held {
            let figure = match *code {
                "CPPM" if alone && !latest => Some(36),
                "CIRCC" | "CPMA" | "CPCO" | "CPPM" => Some(if latest { 16 } else { 24 }),
                "CDEO" => Some(16).filter(|_| latest),
                _ => continue,
            };
            found.push(((*code).to_owned(), figure));
        }
        for specialty in &self.profile.specialties {
            let name = specialty.trim().to_uppercase();
            if !name.is_empty() && found.iter().all(|(other, _)| *other != name) {
                found.push((name, Some(if latest { 8 } else { 16 })));
            }
        }
        for (_, figure) in &mut found {
            *figure = figure.map(|figure| figure * 100);
        }
        found
    }

    /// Why a claim counts in no cycle at all; empty if it may.
    fn refused(&self, at: usize) -> &'static str {
        let why = self.refused_but_for_repeats(at);
        if !why.is_empty() || self.body == Body::Ahima {
            return why;
        }
        let (_, _, _, entry) = self.claims[at];
        let number = entry.index_number.trim();
        for (other, (_, _, _, same)) in self.claims.iter().enumerate() {
            let is_before = (self.planned(other), other) < (self.planned(at), at);
            if !number.is_empty()
                && is_before
                && same.index_number.trim() == number
                && self.refused_but_for_repeats(other).is_empty()
            {
                return "Repeat";
            }
        }
        ""
    }

    fn refused_but_for_repeats(&self, at: usize) -> &'static str {
        let (date, _, _, entry) = self.claims[at];
        if self.certified().is_some_and(|certified| date < certified) {
            "BeforeCertification"
        } else if self.body == Body::Aapc
            && entry.kind == ActivityKind::Teaching
            && !entry.aapc.as_ref().unwrap().pre_approved
        {
            "NotApproved"
        } else if self.end.is_some() && self.cycles(at).is_empty() {
            "PinnedAway"
        } else {
            ""
        }
    }

    /// The cycles that may have a claim, whatever else is against it.
    fn cycles(&self, at: usize) -> Vec<i64> {
        let (date, _, _, entry) = self.claims[at];
        let own = self.cycle_of(date);
        let (_, due) = self.cycle(own);
        let mut may = vec![own];
        let pin = match self.body {
            Body::Aapc => &entry.aapc.as_ref().unwrap().pin,
            Body::Ahima => &entry.ahima.as_ref().unwrap().pin,
        };
        if self.body == Body::Aapc && (due.year(), due.month()) == (date.year(), date.month()) {
            let submitted = self.profile.submitted(Body::Aapc, to_chrono(due));
            may = vec![own, own + 1];
            // The holder's own word comes before the submission.
            if pin.due.is_none() && submitted.is_some_and(|on| date > to_jiff(on)) {
                may = vec![own + 1];
            }
        }
        if let Some(pinned) = pin.due {
            let away = |number: i64| (self.cycle(number).1 - to_jiff(pinned)).get_days().abs();
            let in_it = self.cycle_of(to_jiff(pinned));
            let nearest = if away(in_it - 1) < away(in_it) {
                in_it - 1
            } else {
                in_it
            };
            may.retain(|number| *number == nearest);
        }
        may
    }

    /// Where the facts have a gap that is filled.
    fn assumed(&self, number: i64, minimums: &[(String, Option<u32>)]) -> BTreeSet<String> {
        let mut gaps = BTreeSet::new();
        let mut is_so = |name: &str, is_so: bool| {
            if is_so {
                gaps.insert(name.to_owned());
            }
        };
        let is_aapc = self.body == Body::Aapc;
        let profile = self.profile;
        match (is_aapc, profile.aapc_due, profile.ahima_start) {
            (true, Some(due), _) => {
                let is_odd = due.year().rem_euclid(2) == 1;
                is_so("YearAgainstParity", is_odd != (due.month() % 2 == 1));
            }
            (true, None, _) => is_so("LastDayOfMonth", self.end.is_some()),
            (false, _, start) => is_so("FirstExam", self.end.is_some() && start.is_none()),
        }
        let begins = self.end.map(|_| self.cycle(number).0);
        let (held, whole, total) = (self.held(number), self.whole(number), self.asked(number));
        let months = self.first_months(number).filter(|_| whole.is_some());
        if let (Some(months), Some(whole)) = (months, whole) {
            is_so("StartedMonths", true);
            is_so("RoundedUp", !(whole * months).is_multiple_of(24));
            is_so("NearDueDate", months == 1);
        }
        let days: Vec<Date> = held.iter().filter_map(|code| self.since(code)).collect();
        if let (Some(begins), Some(earliest)) = (begins, days.iter().min()) {
            // The first of all certifications is in the middle of nothing.
            let from = self
                .certified()
                .map_or(begins, |certified| certified.max(begins));
            let is_further = held.len() + self.others() > 1 && days.iter().any(|day| *day > from);
            is_so("MidCycleInFull", is_further && months.is_none());
            is_so("MidCycleAsFirst", is_further && months.is_some());
            is_so(
                "MaybeOlder",
                is_aapc && self.certified().is_none() && *earliest >= begins,
            );
        }
        is_so(
            "ApprenticesOweTheSame",
            held.iter().any(|code| code.ends_with("-A")),
        );
        if !is_aapc {
            is_so("AllButOther", total.is_some());
            is_so("SurplusStays", total.is_some());
            is_so("OwnShareLater", minimums.len() == 1);
            return gaps;
        }
        let has_figure = minimums.iter().any(|(_, figure)| figure.is_some());
        is_so(
            "MinimumsShrink",
            has_figure && months.is_some() && total < whole,
        );
        let is_alone = held.len() + self.others() == 1;
        is_so(
            "CppmAlone",
            is_alone && held.contains(&"CPPM") && total.is_some(),
        );
        let is_later = |(code, _): &(String, Option<u32>)| {
            self.since(code).is_some_and(|since| {
                self.certified() != Some(since) && begins.is_none_or(|begins| since > begins)
            })
        };
        is_so("SpecificSince", minimums.iter().any(is_later));
        if let Some(months) = months.filter(|_| total < whole) {
            let is_rounded = |(_, figure): &(String, Option<u32>)| {
                figure.is_some_and(|figure| !(figure * months).is_multiple_of(24))
            };
            is_so("RoundedUp", self.specific(number).iter().any(is_rounded));
        }
        for at in 0..self.claims.len() {
            let (date, _, _, entry) = self.claims[at];
            let is_refused = !self.refused(at).is_empty();
            if !is_refused && (self.end.is_none() || self.cycles(at).contains(&number)) {
                let could = self.could_serve(at, minimums).len();
                is_so("OneSpecialty", could > 1);
                is_so(
                    "CountsTwiceBefore",
                    could > 0 && date < Date::constant(2012, 10, 1),
                );
            }
            if self.end.is_some() {
                let own = self.cycle_of(date);
                let (_, due) = self.cycle(own - 1);
                let is_after_due = (due.year(), due.month()) == (date.year(), date.month());
                let is_after_submission = !is_refused
                    && entry.aapc.as_ref().unwrap().pin.due.is_none()
                    && self.cycles(at) == [own + 1];
                let is_pinned = entry.aapc.as_ref().unwrap().pin.due.is_some();
                let late = [number, number + 1].contains(&own) && is_after_due;
                let moved = [number, number - 1].contains(&own) && is_after_submission;
                is_so("AfterDueDay", !is_pinned && (late || moved));
            }
        }
        gaps
    }

    /// The days of a cycle (A9, A11, A12), and until when proof is to be kept (A7).
    fn days(&self, due: Date) -> Days {
        let of_aapc = |day: Date| Some(day).filter(|_| self.body == Body::Aapc);
        let submitted = self.profile.submitted(self.body, to_chrono(due));
        let submitted = submitted.map(to_jiff);
        Days {
            opens: of_aapc(due - 1.months()),
            due,
            notice: of_aapc(due + 75.days()),
            revoked: of_aapc(due + 90.days()),
            submitted,
            keep: submitted.and_then(|on| of_aapc(on + 6.months())),
        }
    }

    /// What is to be looked at in a claim that has to do with a cycle.
    fn look(
        &self,
        at: usize,
        number: i64,
        minimums: &[(String, Option<u32>)],
        serves: &[String],
        counted: u32,
    ) -> Vec<String> {
        let (date, ceus, _, entry) = self.claims[at];
        let mut look = Vec::new();
        let is_concerned = self.end.is_none() || self.is_of_both(at, number);
        if !self.refused(at).is_empty() || !is_concerned {
            return look;
        }
        let mut say = |what: &str| look.push(what.to_owned());
        if let Some(claim) = entry.aapc.as_ref().filter(|_| self.body == Body::Aapc) {
            // Without numbers, chapter meetings are alike (A8).
            let alike = |other: &usize| {
                let (_, _, _, other) = self.claims[*other];
                let is_same =
                    |one: &str, other: &str| one.trim().eq_ignore_ascii_case(other.trim());
                let is_told = [&entry.title, &entry.sponsor]
                    .iter()
                    .any(|text| !text.trim().is_empty());
                entry.index_number.trim().is_empty()
                    && other.index_number.trim().is_empty()
                    && is_told
                    && is_same(&entry.title, &other.title)
                    && is_same(&entry.sponsor, &other.sponsor)
            };
            let first = (0..self.claims.len())
                .filter(alike)
                .filter(|other| self.refused(*other).is_empty())
                .min_by_key(|other| (self.planned(*other), *other));
            if let Some(first) = first.filter(|first| *first != at) {
                say(&format!("SameAs {}", self.claims[first].2.as_str()));
            }
            // Half an hour is the smallest step (S1).
            if !ceus.is_multiple_of(50) {
                say("Step");
            }
            let mut odd = None;
            for (code, _) in minimums {
                let is_code = |text: &str| text.trim().eq_ignore_ascii_case(code);
                let since = self.since(code);
                if !claim
                    .approved_for
                    .iter()
                    .any(|approval| is_code(&approval.0))
                {
                    if is_code(&claim.pin.credential) {
                        odd = Some("PinnedToUnapproved");
                    }
                } else if claim.cms {
                    odd = Some("CmsServesNoSpecialty");
                } else if since.is_some_and(|since| date < since) {
                    odd = Some("BeforeThatCredential");
                }
            }
            odd.into_iter().for_each(&mut say);
        }
        if let Some(claim) = entry.ahima.as_ref().filter(|_| self.body == Body::Ahima) {
            if claim.domain.is_none() {
                say("DomainNotTold");
            }
            if claim.source.is_none() && minimums.iter().any(|(name, _)| name == "own") {
                say("SourceNotTold");
            }
        }
        if entry.state == State::Planned && date < self.today {
            say("PlannedIsPast");
        }
        // From these three alone (A3, A4).
        let sponsor = entry.sponsor.to_lowercase();
        let vendors = ["zhealth", "medlearn", "medical asset management"];
        if counted > 0
            && serves.iter().any(|code| code == "CIRCC")
            && !vendors.iter().any(|of| sponsor.contains(of))
        {
            say("CirccSponsor");
        }
        look
    }

    /// Since when a credential with these letters is held, if that is known.
    fn since(&self, code: &str) -> Option<Date> {
        let holdings = self.profile.holdings();
        let held = holdings.named().iter().find(|id| id.code() == code);
        held.and_then(|id| self.profile.since(*id)).map(to_jiff)
    }

    /// Whether it is of the renewal month between this cycle and the one before or after (A8).
    fn is_of_both(&self, at: usize, number: i64) -> bool {
        let may = self.cycles(at);
        let is_moved = self.cycle_of(self.claims[at].0) == number && may == [number + 1];
        is_moved || may.contains(&number)
    }

    /// Which minimums a claim of AAPC could serve.
    fn could_serve(&self, at: usize, minimums: &[(String, Option<u32>)]) -> Vec<usize> {
        let (date, _, _, entry) = self.claims[at];
        let claim = entry.aapc.as_ref().unwrap();
        let pin = claim.pin.credential.trim().to_uppercase();
        let mut could = Vec::new();
        for (nth, (code, _)) in minimums.iter().enumerate() {
            let approved = claim
                .approved_for
                .iter()
                .any(|approval| approval.0.trim().to_uppercase() == *code);
            let since = self.since(code);
            if approved
                && !claim.cms
                && (pin.is_empty() || pin == *code)
                && since.is_none_or(|since| date >= since)
            {
                could.push(nth);
            }
        }
        if could.iter().any(|nth| minimums[*nth].1.is_some()) {
            could.retain(|nth| minimums[*nth].1.is_some());
        }
        could
    }

    fn settle(&self, number: i64, with_planned: bool) -> Settled {
        let total = self.asked(number);
        let minimums = self.minimums(number);
        // What the cycle before leaves, unless there is nothing that early.
        let arrives = if self.end.is_none()
            || self
                .claims
                .iter()
                .all(|(date, ..)| self.cycle_of(*date) >= number)
        {
            Vec::new()
        } else {
            self.settle(number - 1, with_planned).left
        };
        let mut here = Vec::new();
        let mut flexible = Vec::new();
        for at in 0..self.claims.len() {
            if (self.planned(at) && !with_planned) || !self.refused(at).is_empty() {
                continue;
            }
            let may = if self.end.is_none() {
                vec![number]
            } else {
                self.cycles(at)
            };
            let is_both = may.len() == 2;
            if may == [number] || (is_both && may[0] == number) || arrives.contains(&at) {
                here.push(at);
                flexible.push(is_both && may[0] == number && total.is_some());
            }
        }
        let choices: Vec<Vec<Goes>> = here
            .iter()
            .zip(&flexible)
            .map(|(at, flexible)| {
                let could = if self.body == Body::Aapc {
                    self.could_serve(*at, &minimums)
                } else {
                    Vec::new()
                };
                let mut choices: Vec<Goes> = could.into_iter().map(Goes::To).collect();
                if choices.is_empty() {
                    choices.push(Goes::Here);
                }
                if *flexible {
                    choices.push(Goes::On);
                }
                choices
            })
            .collect();
        let best = self.best(&here, &choices, total.unwrap_or(0), &minimums);
        self.count(&here, &best, total, &minimums, with_planned)
    }

    /// Every way is tried, and the first of the best is taken.
    fn best(
        &self,
        here: &[usize],
        choices: &[Vec<Goes>],
        total: u32,
        minimums: &[(String, Option<u32>)],
    ) -> Vec<Goes> {
        let mut turn = vec![0; here.len()];
        let mut best = None;
        loop {
            let way: Vec<_> = turn
                .iter()
                .zip(choices)
                .map(|(turn, of)| of[*turn])
                .collect();
            let mut all = 0;
            let mut served = vec![0; minimums.len()];
            for (at, place) in here.iter().zip(&way) {
                let ceus = self.claims[*at].1;
                match place {
                    Goes::On => {}
                    Goes::Here => all += ceus,
                    Goes::To(nth) => {
                        all += ceus;
                        served[*nth] += ceus;
                    }
                }
            }
            let missing: u32 = minimums
                .iter()
                .zip(&served)
                .map(|((_, figure), served)| figure.unwrap_or(0).saturating_sub(*served))
                .sum();
            let worth = (total.saturating_sub(all), missing, all);
            if best.as_ref().is_none_or(|(before, _)| worth < *before) {
                best = Some((worth, way));
            }
            // The next way; the last entry turns fastest.
            let mut place = here.len();
            loop {
                if place == 0 {
                    return best.unwrap().1;
                }
                place -= 1;
                turn[place] += 1;
                if turn[place] < choices[place].len() {
                    break;
                }
                turn[place] = 0;
            }
        }
    }

    #[expect(
        clippy::too_many_lines,
        reason = "the counting, step by step, as a person would do it on paper"
    )]
    fn count(
        &self,
        here: &[usize],
        way: &[Goes],
        total: Option<u32>,
        minimums: &[(String, Option<u32>)],
        with_planned: bool,
    ) -> Settled {
        let mut served = vec![0; minimums.len()];
        // What AHIMA gave in other domains.
        let mut own_of_other = 0;
        let mut left = Vec::new();
        let mut first = Vec::new();
        let mut last = Vec::new();
        // Each claim that is for minimums, by day.
        let mut sorts: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, place) in here.iter().zip(way) {
            let (_, ceus, _, entry) = self.claims[*at];
            if *place == Goes::On {
                left.push(*at);
                continue;
            }
            if let Some(claim) = entry.ahima.as_ref().filter(|_| self.body == Body::Ahima) {
                let is_hiim = claim.domain.is_some_and(|domain| domain != Domain::Other);
                let is_own = matches!(
                    claim.source,
                    Some(AhimaSource::Ahima | AhimaSource::Component)
                );
                let mut of = Vec::new();
                for (nth, (name, _)) in minimums.iter().enumerate() {
                    if (name == "own" && is_own) || (name == "hiim" && is_hiim) {
                        of.push(nth);
                    }
                    if name == "own" && is_own && claim.domain == Some(Domain::Other) {
                        own_of_other += ceus;
                    } else if (name == "hiim" && is_hiim) || (name == "own" && is_own) {
                        served[nth] += ceus;
                    }
                }
                sorts.push((*at, of));
                if claim.domain == Some(Domain::Other) {
                    last.push(*at);
                } else {
                    first.push(*at);
                }
            } else if let Goes::To(nth) = place {
                served[*nth] += ceus;
                sorts.push((*at, vec![*nth]));
                if minimums[*nth].1.is_some() {
                    first.push(*at);
                } else {
                    last.push(*at);
                }
            } else {
                last.push(*at);
            }
        }
        // No more of them than can count (H3, H4, H7).
        for (nth, (name, _)) in minimums.iter().enumerate() {
            if name == "own" {
                served[nth] += own_of_other.min(total.unwrap() - minimums[0].1.unwrap());
            }
        }
        let mut claims: Vec<(u32, &'static str)> = (0..self.claims.len())
            .map(|at| match self.refused(at) {
                "" => (0, "OtherCycle"),
                why => (0, why),
            })
            .collect();
        let mut counted = 0;
        let mut of_other = 0;
        let is_other = |at: usize| {
            self.body == Body::Ahima
                && self.claims[at].3.ahima.as_ref().unwrap().domain == Some(Domain::Other)
        };
        // At most 20 % (H3, H7).
        let most_other = |total: u32| total - minimums[0].1.unwrap();
        // What a minimum needs is counted before anything else, so that it is never what is too much.
        let mut for_sorts = vec![0; self.claims.len()];
        let mut open: Vec<u32> = minimums
            .iter()
            .map(|(_, least)| least.unwrap_or(0))
            .collect();
        if let Some(total) = total {
            let two = sorts.iter().filter(|(_, of)| of.len() == 2);
            for (at, of) in two.chain(sorts.iter().filter(|(_, of)| of.len() == 1)) {
                let mut may = self.claims[*at]
                    .1
                    .min(of.iter().map(|nth| open[*nth]).max().unwrap());
                may = may.min(total - counted);
                if is_other(*at) {
                    may = may.min(most_other(total) - of_other);
                    of_other += may;
                }
                counted += may;
                for_sorts[*at] = may;
                for nth in of {
                    open[*nth] = open[*nth].saturating_sub(may);
                }
            }
        }
        for at in first.into_iter().chain(last) {
            let ceus = self.claims[at].1 - for_sorts[at];
            let mut may = total.map_or(ceus, |total| ceus.min(total - counted));
            if is_other(at)
                && let Some(total) = total
            {
                may = may.min(most_other(total) - of_other);
                of_other += may;
            }
            counted += may;
            let why = match total {
                _ if may == ceus => "",
                Some(total) if counted < total => "OtherDomains",
                _ => "Surplus",
            };
            claims[at] = (for_sorts[at] + may, why);
        }
        for (at, claim) in claims.iter_mut().enumerate() {
            if self.planned(at) && !with_planned {
                *claim = (0, "");
            }
        }
        let short = total.unwrap_or(0).saturating_sub(counted);
        let missing = minimums
            .iter()
            .zip(&served)
            .map(|((_, figure), served)| figure.unwrap_or(0).saturating_sub(*served));
        let of_sorts = if self.body == Body::Aapc {
            missing.sum()
        } else {
            missing.max().unwrap_or(0)
        };
        Settled {
            sums: Sums {
                counted,
                short,
                to_do: short.max(of_sorts),
                minimums: minimums
                    .iter()
                    .zip(served)
                    .map(|((name, figure), served)| (name.clone(), *figure, served))
                    .collect(),
            },
            claims,
            sorts,
            left,
        }
    }

    fn lacking(&self, claims: &[Claim]) -> Vec<(&'static str, Vec<String>, u32)> {
        let mut found = Vec::new();
        for what in ["IndexNumber", "Sponsor", "Title", "Certificate"] {
            let mut names = Vec::new();
            let mut rests = 0;
            for (at, Claim { name, counted, .. }) in claims.iter().enumerate() {
                let (_, _, _, entry) = self.claims[at];
                let is_aapc = self.body == Body::Aapc;
                let lacks = match what {
                    "IndexNumber" => {
                        is_aapc
                            && !entry.aapc.as_ref().unwrap().cms
                            && entry.index_number.trim().is_empty()
                    }
                    "Sponsor" => is_aapc && entry.sponsor.trim().is_empty(),
                    "Title" => entry.title.trim().is_empty(),
                    _ if is_aapc => !entry.aapc.as_ref().unwrap().certificate,
                    _ => !entry.ahima.as_ref().unwrap().certificate,
                };
                if *counted > 0 && lacks && !self.planned(at) {
                    names.push(name.clone());
                    rests += counted;
                }
            }
            if !names.is_empty() {
                found.push((what, names, rests));
            }
        }
        found
    }
}
