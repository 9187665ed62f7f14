//! A body's account in words: the glance, every why, what is taken for granted, and the days.
//!
//! Calm: nothing is called late before it is due. Where the pages say nothing, the words say so.

use chrono::{Datelike, Months, NaiveDate};

use super::WORDS;
use super::figure::{
    Figure::{self, Amount, Date, Days, Number},
    figure, filled,
};
use super::log::cycle;
use super::rules::{
    assumption, body as body_name, certifications, ceus, credentials, day, edition_name, month_of,
    proration_sum,
};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::ledger::{
    Account, AnchorBy, Asked, Assumed, Caution, Computed, Cycle, Difference, Lack, Minimum,
    PlanChange, Portion, Remedy, STEADY_PACE, Sort, Tally, Unproved, Verdict, Why,
};
use crate::log::Shown;
use crate::rules::mechanics::{
    AAPC_CIRCC_VENDORS, AAPC_COUNTS_TWICE_FROM, AAPC_REVOKED_AFTER_DAYS, AAPC_SMALLEST_STEP,
    AAPC_SPECIFIC_CPPM_ALONE, AAPC_SPECIFIC_LATEST, AAPC_VERIFIED_PERCENT,
};
use crate::rules::{
    AHIMA_HIIM_PERCENT, AHIMA_OWN_PERCENT, Assumption, Body, Ceus, CredentialId, Edition,
    aapc_requirement, prorated,
};

section! {
    /// What a log amounts to.
    LedgerTexts {
        counted_of: "{0} of {1}",
        month_year: "{0} {1}",
        year_month: "{1} {0}",
        one_activity: "one activity",
        some_activities: "{0} activities",
        entry: "{0} · {1}",
        untitled: "(no title)",
        planned: "{0} · planned",

        say_what_you_hold: "Say which credentials of {0} you hold, and the number that you need appears here.",
        nothing_asked: "As far as this log knows, nothing was asked of you in this period.",
        give_due: "Give the day on which your CEUs are due. Until then every activity is counted, whatever its day.",
        give_start: "Give the day on which your AHIMA cycle began. Until then every activity is counted, whatever its day.",
        begins: "This period begins on {0}.",
        to_go: "{0} to go.",
        to_go_by: "{0} to go by {1}.",
        of_these: "Of these, at least {0}.",
        all_of_these: "All of these have to be {0}.",
        reached: "The total is reached.",
        reached_whole: "The total and its parts are reached.",
        reached_open: "How many must be specific to {0} is not in the table in use.",
        reached_but: "The total is reached. Still to go: {0}.",
        reached_but_by: "The total is reached. Still to go by {1}: {0}.",
        planned_completes: "What you have planned completes it.",
        steady_in: "At {0} a month, beginning in {1} is early enough.",
        steady_on: "At {0} a month, beginning on {1} is early enough.",
        pace_left: "About {0} a month from now on will do.",
        enter_submit_from: "Enter {0} in your tracker, then submit from {1}.",
        enter_submit_by: "Enter {0} in your tracker, then submit by midnight on {1}.",
        submit_from: "All of it is entered. You can submit from {1}.",
        submit_by: "All of it is entered. Submit by midnight on {1}.",
        enter_by: "Enter {0} in your CEU Center by {1}.",
        all_entered: "All of it is entered in your CEU Center.",
        submitted: "Submitted on {0}.",
        submitted_short: "This log is {0} short of what was asked, so something may not be written down yet.",
        keep_aapc: "{0}% of submissions are picked at random to be verified, so keep the certificates.",
        keep_ahima: "Keep the certificates for an audit.",
        ended_short: "This period ended on {0}, and this log is {1} short of what it asked.",
        ended_whole: "This period ended on {0}, and all that it asked is in this log.",
        note_submission: "If you submitted it, note the day.",
        not_submitted: "If not: by AAPC’s pages a late fee comes first, and a credential is revoked {0} after the due date, which is about {1}.",
        before_short: "The previous period ended on {0}, and this log is {1} short of what it asked.",
        before_whole: "The previous period ended on {0}, and all that it asked is in this log.",
        before_open: "Have you submitted it? Then note the day. If not: by AAPC’s pages a late fee comes first, and there is time until about {0}.",
        grace_not_found: "We found nothing on whether AHIMA gives more time now.",

        by_tracker: "Your tracker’s number.",
        by_center: "Your CEU Center’s number.",
        outdated: "Your tracker’s number, {0}, was for an earlier period. Give the new one once your tracker shows it; if it is the same, empty the field and type it again.",
        outdated_center: "Your CEU Center’s number, {0}, was for an earlier period. Give the new one once your CEU Center shows it; if it is the same, empty the field and type it again.",
        not_by_rules: "By the rules it would be {0}.",

        specific: "specific to {0}",
        hiim: "in HIIM domains",
        ahima_sources: "from AHIMA, HCPro or a component association",
        specific_label: "Specific to {0}",
        hiim_label: "In HIIM domains",
        ahima_sources_label: "From AHIMA, HCPro or a component association",
        of_sort: "{0} {1}",
        no_figure: "{0}; the table in use has no figure",

        why_other_cycle: "For another period: {0}.",
        why_renewal_month: "Completed in a renewal month, so it may go to either of two periods. It goes to the period {0}.",
        why_before: "Completed before you were certified. What was earned before the certification is not accepted.",
        why_not_approved: "Teaching counts only if it was approved in advance, and no approval is noted.",
        why_repeat: "An activity with the same index number is in this log already, and each counts once, however often it is taken.",
        why_pinned_away: "The day of completion is not in the period that you chose.",
        why_surplus_aapc: "Beyond the total, and nothing is carried over.",
        why_surplus_ahima: "Beyond the total. We found nothing on whether AHIMA takes it for the next period.",
        why_other_domains: "In no HIIM domain. At least {0}% of the total must be in one, and what that leaves for others is full.",

        do_choose_period: "To have it in the other one, choose the period in the activity.",
        do_unpin: "Leave the period open, or choose the one that the day is in.",
        do_note_approval: "If there was an approval, note it in the activity.",
        do_check_days: "Check the day, and the day of your certification.",
        do_check_index_number: "Check the index number: different activities have different numbers.",
        do_check_domain: "Look at the domain again, in case a HIIM domain fits.",

        see_step: "AAPC grants CEUs in steps of {0}, says a page that quotes it. Check the amount on the certificate.",
        see_same_as: "It has the same title and sponsor as the activity of {0}, and neither has an index number. If they are one activity, it counts once.",
        see_cms: "Web training of CMS counts for core credentials only, so none of it is counted as specific to one.",
        see_pinned: "You chose a credential for it that it is not noted as approved for, so it counts towards the total only.",
        see_before: "It is noted as approved for a credential that you earned later, so none of it is counted as specific to that one.",
        see_circc: "It is counted as specific to your CIRCC. By two of AAPC’s pages such CEUs come from {0}, {1} or {2} alone, and none of them is noted as its sponsor.",
        see_domain: "Its domain is not noted, so it is not counted among the HIIM domains.",
        see_source: "Who gave it is not noted, so it is not counted as from AHIMA, HCPro or a component association.",
        see_past: "Its day has passed. If you did it, mark it as done.",

        assume_last_day: "Only your renewal month is known. We take its last day as the due date; your account shows the day.",
        assume_year: "By AAPC’s rule of odd and even years, your CEUs would be due in a different year. The date that you gave wins.",
        assume_started_months: "We count each started month of a first period as a whole one.",
        assume_near_due: "We found nothing on whether a due date less than a month after the certification ends a period. We assume that it does.",
        assume_specific_since: "We found nothing on whether something completed before you earned a further credential can be specific to it. We assume that it cannot.",
        assume_mid_cycle: "We found nothing on how a credential that is earned in the middle of a period counts. We ask for it in full.",
        assume_mid_cycle_as_first: "We found nothing on how a credential that is earned in the middle of a period counts. We ask for it as for your first one, for all months of this shorter period.",
        assume_maybe_older: "We do not know the day of every certification that you hold, so one may be older than this period. We take a whole period, and count what was completed before the days that we know.",
        assume_minimums_shrink: "We found nothing on whether the part that must be specific shrinks with a shorter first period. We assume that it does.",
        assume_cppm: "Copies disagree on a CPPM held alone: they ask {0} specific CEUs, or {1}. We use {0} with the article’s table and {1} with the later one.",
        assume_one_specialty: "We found nothing on whether one activity can serve two specialties. We count it for one of them, as a whole.",
        assume_counts_twice: "By AAPC’s pages an activity counts for one specialty and for the core at once from {0} on. We found nothing on the time before, and count it in the same way.",
        assume_after_due: "We assume that what is completed in the renewal month after the due day, or after the submission, is for the next period only.",
        assume_first_exam: "We assume that your cycle began on the day of your first exam. If you took it early or hold several credentials, your CEU Center shows the day.",
        assume_own_share: "{0} We do not ask for it in this period.",
        assume_all_but_other: "As we read it, all domains but “Other” are HIIM domains.",
        assume_surplus: "We found nothing on whether AHIMA takes what goes beyond the total for the next period. We assume that it does not.",

        differs_edition: "It is what {0} gives.",
        differs_first: "It is what a first period of {0} asks: {1}.",
        differs_count: "It is what would be asked for {0}.",
        differs_edition_first: "It is what {0} asks for a first period of {1}: {2}.",
        differs_edition_count: "It is what would be asked for {1} by {0}.",
        differs_may: "What may be the reason:",
        differs_unknown: "We could not find what makes the difference. Check what you hold and your dates; your tracker has the last word.",

        plan_change: "{0} became {1}, because {2}.",
        because_table: "{0} is used now instead of {1}",
        because_other: "what you hold, your dates or the rules’ figures have changed",
        because_both: "{0} is used now instead of {1}, and what you hold, your dates or the rules’ figures have changed as well",

        lacks_index_number: "No index number",
        lacks_sponsor: "No sponsor",
        lacks_title: "No title",
        lacks_certificate: "No certificate on file",
        unproved: "{0}: {1}, with {2}.",

        counts: "counts",
        counts_in_part: "{0} of {1} count",
        counts_not: "does not count",
        would_count: "would count",
        would_count_in_part: "{0} of {1} would count",
        would_count_not: "would not count",
        elsewhere: "is for another period",
        the_total: "the total",
        the_period: "the period {0}",
        nothing: "nothing",

        submit_opens: "You can submit from",
        due_aapc: "CEUs are due by midnight on",
        due_ahima: "The cycle ends with",
        final_notice: "AAPC sends its final notice about",
        revoked: "AAPC revokes a credential about",
        submitted_on: "You submitted on",
        keep_until: "By an article of about 2008, keep proof at least until",
        by_day: "They follow from the date that you gave.",
        by_month: "They follow from your renewal month.",
        by_exam: "They follow from the day of your first exam.",

        asked: "What this period asks: {0}",
        asked_unknown: "What this period asks: not known",
        asked_nothing: "What this period asks: nothing",
        asked_not: "Why {0} and not {1}",
        first_period: "The first period is shorter: {0}.",
        tracker_says: "Your {0} asks {1}, and its number wins.",
        tracker: "AAPC tracker",
        center: "AHIMA CEU Center",
        rules_same: "The rules give the same.",
        rules_give: "The rules give {0}.",
        parts: "Of the {0}:",
        specific_circc: "By two of AAPC’s pages they come from {0}, {1} or {2} alone.",
        specific_of: "At least {0} of them specific to {1}.",
        specific_open: "How many of them must be specific to {1}: the table in use has no figure.",
        specific_since: "{0} We count for that what was completed since {1}, when you earned it.",

        missing: "Still missing: {0}",
        missing_total: "{0} of the total: {1} of {2} are there.",
        missing_sort: "{0}: {1} of {2} are there.",
        missing_both_aapc: "CEUs for one of these parts count towards the total as well, and each CEU is for one part. So {0} more, well chosen, complete all of it.",
        missing_both_ahima: "CEUs for one of these parts count towards the total as well, and one CEU may be for both parts. So {0} more, well chosen, complete all of it.",
        missing_by: "All of it by {0}.",

        lines: "Line by line: {0}",
        lines_caption: "Every activity of this period, by day",
        lines_corner: "Activity",
        lines_claimed: "Claimed",
        lines_counted: "Counts",
        lines_towards: "Towards",
        renewal_month: "What was completed in the renewal month is counted in this period if it is needed here, and otherwise in the next. We found nothing on whether an activity can be split between the two. We count each as a whole.",
        stated_order: "More than {0} activities, or some in too many ways to compare, could be counted in more than one place. They were placed one after the other by their days, and not by trying every way.",

        not_counted: "What does not count: {0}",
        in_other_periods: "For other periods: {0}",
        rule: "Rule: {0}",
        item: "{0}: {1} of {2}",
        for_period: "{0} for the period {1}.",
        for_none: "{0} in other periods, not counted in any. Look there for the reason.",
        sum: "{0} count + {1} do not + {2} are of other periods = {3} done.",

        with_planned: "With what is planned: {0}",
        planned_sum: "Planned: {0}, with {1}.",
        planned_complete: "With them, you reach all that is asked.",
        planned_missing: "With them, {0} would still be missing.",
        planned_displaced: "Some of what counts now would then be beyond the total, or for the next period.",

        to_look_at: "To look at: {0}",
        look: "{0}: {1}",

        audit_lacking: "If you were audited today: something is lacking in {0}",
        audit_whole: "If you were audited today: nothing is lacking in this log",

        period: "This period is {0}.",
        dates_due: "Dates: due on {0}",
        dates_end: "Dates: the cycle ends on {0}",
    }
}

/// How many of how many: "12.5 of 36 CEUs", or only how many, where nothing is known to be asked.
pub fn standing_line(account: &Account<'_>) -> String {
    tally_line(&account.now, account.asked.total)
}

/// The same of any sum.
pub fn tally_line(tally: &Tally, total: Option<Ceus>) -> String {
    total.map_or_else(
        || ceus(tally.counted),
        |total| counted_of(tally.counted, total),
    )
}

fn counted_of(counted: Ceus, of: Ceus) -> String {
    fill(WORDS.ledger.counted_of, &[&counted.to_string(), &ceus(of)])
}

/// Who says what is asked, where it is the holder's own tracker.
pub fn by_tracker(of: Body, asked: &Asked) -> Option<String> {
    let texts = &WORDS.ledger;
    if let Some(outdated) = asked.outdated {
        let text = match of {
            Body::Aapc => texts.outdated,
            Body::Ahima => texts.outdated_center,
        };
        return Some(fill(text, &[&outdated.to_string()]));
    }
    let tracker = asked.tracker?;
    let computed = asked.computed.map(|computed| computed.total);
    let mut said = match of {
        Body::Aapc => texts.by_tracker,
        Body::Ahima => texts.by_center,
    }
    .to_owned();
    if let Some(computed) = computed.filter(|computed| *computed != tracker) {
        said.push(' ');
        said.push_str(&fill(texts.not_by_rules, &[&computed.to_string()]));
    }
    Some(said)
}

/// What is missing, of which sort, by when, and what to do next.
pub fn standing_next(account: &Account<'_>, today: NaiveDate, dates: DateOrder) -> String {
    if account.asked.total.is_none() {
        return nothing_known(account);
    }
    let (period, submitted) = match (account.cycle, account.dates) {
        (Some((cycle, _)), Some(dates)) => (Some(cycle), dates.submitted),
        _ => (None, None),
    };
    let sentences = match (period, submitted) {
        (_, Some(on)) => after_submission(account, on, dates),
        (Some(period), None) if period.last < today => after_end(account, period, today, dates),
        _ if account.now.to_do > Ceus::ZERO => to_go(account, period, today, dates),
        _ => reached(account, period, today, dates),
    };
    sentences.join(" ")
}

/// What is said where no total is known, or nothing was asked yet.
pub fn nothing_known(account: &Account<'_>) -> String {
    if account.asked.is_before_all {
        WORDS.ledger.nothing_asked.to_owned()
    } else {
        fill(WORDS.ledger.say_what_you_hold, &[body_name(account.body)])
    }
}

fn after_submission(account: &Account<'_>, on: NaiveDate, dates: DateOrder) -> Vec<String> {
    let texts = &WORDS.ledger;
    let mut sentences = vec![fill(texts.submitted, &[&day(on, dates)])];
    let to_do = account.now.to_do;
    if to_do > Ceus::ZERO {
        sentences.push(fill(texts.submitted_short, &[&ceus(to_do)]));
    }
    let keep = match account.body {
        Body::Aapc => texts.keep_aapc,
        Body::Ahima => texts.keep_ahima,
    };
    let percent = Number(AAPC_VERIFIED_PERCENT.value);
    sentences.push(filled(keep, &[percent], dates));
    sentences
}

fn after_end(
    account: &Account<'_>,
    period: Cycle,
    today: NaiveDate,
    dates: DateOrder,
) -> Vec<String> {
    let texts = &WORDS.ledger;
    let last = day(period.last, dates);
    let mut sentences = vec![
        ended(account, &last, texts.ended_short, texts.ended_whole),
        texts.note_submission.to_owned(),
    ];
    match account.dates.and_then(|dates| dates.revoked) {
        Some(revoked) if today <= revoked => sentences.push(filled(
            texts.not_submitted,
            &[Days(AAPC_REVOKED_AFTER_DAYS.value), Date(revoked)],
            dates,
        )),
        None if account.body == Body::Ahima => sentences.push(texts.grace_not_found.to_owned()),
        _ => {}
    }
    sentences
}

/// That a period ended, in other words where this log has less than it asked.
fn ended(account: &Account<'_>, last: &str, short: &str, whole: &str) -> String {
    let to_do = account.now.to_do;
    let text = if to_do > Ceus::ZERO { short } else { whole };
    fill(text, &[last, &ceus(to_do)])
}

/// What is said of the last period beside the present one, while it may still be submitted. Most who are told so have
/// submitted it and not said so, so it asks and does not warn.
pub fn unsubmitted(before: &Account<'_>, dates: DateOrder) -> String {
    let texts = &WORDS.ledger;
    let written = |on: Option<NaiveDate>| on.map(|on| day(on, dates)).unwrap_or_default();
    let due = written(before.dates.map(|of| of.due));
    let revoked = written(before.dates.and_then(|of| of.revoked));
    [
        ended(before, &due, texts.before_short, texts.before_whole),
        fill(texts.before_open, &[&revoked]),
    ]
    .join(" ")
}

fn to_go(
    account: &Account<'_>,
    period: Option<Cycle>,
    today: NaiveDate,
    dates: DateOrder,
) -> Vec<String> {
    let texts = &WORDS.ledger;
    let now = &account.now;
    let mut sentences = Vec::new();
    let by = period.map(|period| day(period.last, dates));
    let mut missing = Vec::new();
    let mut all = String::new();
    for minimum in &now.minimums {
        if minimum.missing > Ceus::ZERO {
            missing.push(of_sort(minimum.missing, &minimum.sort));
            if minimum.missing == now.to_do {
                all = sort(&minimum.sort);
            }
        }
    }
    let is_one = missing.len() == 1;
    let missing = row(missing);
    if let Some(period) = period.filter(|period| today < period.first) {
        sentences.push(fill(texts.begins, &[&day(period.first, dates)]));
    }
    let is_total_reached = now.short == Ceus::ZERO;
    let text = match (is_total_reached, &by) {
        (true, Some(_)) => texts.reached_but_by,
        (true, None) => texts.reached_but,
        (false, Some(_)) => texts.to_go_by,
        (false, None) => texts.to_go,
    };
    let what = if is_total_reached {
        missing.clone()
    } else {
        now.to_do.to_string()
    };
    sentences.push(fill(text, &[&what, &by.unwrap_or_default()]));
    if !is_total_reached && !missing.is_empty() {
        sentences.push(if is_one && !all.is_empty() {
            fill(texts.all_of_these, &[&all])
        } else {
            fill(texts.of_these, &[&missing])
        });
    }
    let Some(period) = period else {
        sentences.push(give_dates(account.body).to_owned());
        return sentences;
    };
    if account.forecast.to_do == Ceus::ZERO {
        sentences.push(texts.planned_completes.to_owned());
    } else {
        sentences.extend(pace(account, period, today, dates));
    }
    sentences
}

/// From when the steady pace is early enough; or, where that day has passed, the pace that is left. Within the last
/// two months there is none to speak of.
fn pace(
    account: &Account<'_>,
    period: Cycle,
    today: NaiveDate,
    dates: DateOrder,
) -> Option<String> {
    let texts = &WORDS.ledger;
    let steady = account.steady_from?;
    if today < steady {
        let (text, when) = if steady.day() == 1 {
            (texts.steady_in, month_and_year(steady, dates))
        } else {
            (texts.steady_on, day(steady, dates))
        };
        return Some(fill(text, &[&ceus(STEADY_PACE), &when]));
    }
    let mut months = 0_u32;
    while today.checked_add_months(Months::new(months.saturating_add(1)))? <= period.last {
        months = months.saturating_add(1);
    }
    let halves = account
        .now
        .to_do
        .in_hundredths()
        .div_ceil(months.checked_mul(50)?.max(1));
    let pace = Ceus::hundredths(halves.saturating_mul(50));
    (months > 1).then(|| fill(texts.pace_left, &[&ceus(pace)]))
}

fn reached(
    account: &Account<'_>,
    period: Option<Cycle>,
    today: NaiveDate,
    dates: DateOrder,
) -> Vec<String> {
    let texts = &WORDS.ledger;
    let mut said = texts.reached;
    let mut sentences = Vec::new();
    for minimum in &account.now.minimums {
        match (&minimum.sort, minimum.at_least) {
            (_, Some(_)) => said = texts.reached_whole,
            (Sort::Specific(code), None) => sentences.push(fill(texts.reached_open, &[code])),
            _ => {}
        }
    }
    sentences.insert(0, said.to_owned());
    let Some(period) = period else {
        sentences.push(give_dates(account.body).to_owned());
        return sentences;
    };
    let mut left = 0_usize;
    for verdict in account.verdicts() {
        if verdict.is_to_enter(account.body) {
            left = left.saturating_add(1);
        }
    }
    let opens = account.dates.and_then(|dates| dates.window_opens);
    let waits = opens.filter(|opens| today < *opens);
    let text = match (account.body, left, waits) {
        (Body::Ahima, 0, _) => texts.all_entered,
        (Body::Ahima, ..) => texts.enter_by,
        (Body::Aapc, 0, Some(_)) => texts.submit_from,
        (Body::Aapc, 0, None) => texts.submit_by,
        (Body::Aapc, _, Some(_)) => texts.enter_submit_from,
        (Body::Aapc, _, None) => texts.enter_submit_by,
    };
    let when = day(waits.unwrap_or(period.last), dates);
    sentences.push(fill(text, &[&activities(left), &when]));
    sentences
}

fn give_dates(body: Body) -> &'static str {
    match body {
        Body::Aapc => WORDS.ledger.give_due,
        Body::Ahima => WORDS.ledger.give_start,
    }
}

/// A month: "August 2026".
pub fn month_and_year(of: NaiveDate, dates: DateOrder) -> String {
    let order = match dates {
        DateOrder::MonthFirst | DateOrder::DayFirst => WORDS.ledger.month_year,
        DateOrder::YearFirst => WORDS.ledger.year_month,
    };
    fill(order, &[month_of(of), &of.year().to_string()])
}

/// "one activity", "3 activities".
pub fn activities(count: usize) -> String {
    if count == 1 {
        WORDS.ledger.one_activity.to_owned()
    } else {
        fill(
            WORDS.ledger.some_activities,
            &[&super::figure::count(count)],
        )
    }
}

/// "a", "a and b", "a, b and c".
fn row(mut items: Vec<String>) -> String {
    let Some(last) = items.pop() else {
        return String::new();
    };
    if items.is_empty() {
        last
    } else {
        fill(WORDS.credentials.and, &[&items.join(", "), &last])
    }
}

/// An activity in a list: its day and its title.
pub fn entry_name(shown: Shown<'_>, dates: DateOrder) -> String {
    let on = day(shown.entry.date, dates);
    fill(WORDS.ledger.entry, &[&on, title(shown)])
}

fn title(shown: Shown<'_>) -> &str {
    match shown.entry.title.trim() {
        "" => WORDS.ledger.untitled,
        title => title,
    }
}

/// A sort of CEUs, inside a sentence: "specific to CPMA".
pub fn sort(sort: &Sort) -> String {
    of_three(
        sort,
        [
            WORDS.ledger.specific,
            WORDS.ledger.hiim,
            WORDS.ledger.ahima_sources,
        ],
    )
}

fn of_three(sort: &Sort, [specific, hiim, sources]: [&str; 3]) -> String {
    match sort {
        Sort::Specific(code) => fill(specific, &[code]),
        Sort::HiimDomains => hiim.to_owned(),
        Sort::AhimaSources => sources.to_owned(),
    }
}

/// An amount of a sort: "8 specific to CPMA".
pub fn of_sort(amount: Ceus, of: &Sort) -> String {
    fill(WORDS.ledger.of_sort, &[&amount.to_string(), &sort(of)])
}

/// A part of the total: what it is, and how much of it is there.
pub fn minimum_line(minimum: &Minimum) -> (String, String) {
    let texts = &WORDS.ledger;
    let label = of_three(
        &minimum.sort,
        [
            texts.specific_label,
            texts.hiim_label,
            texts.ahima_sources_label,
        ],
    );
    let amount = match minimum.at_least {
        // More than enough is enough: what is beyond it is told with the total.
        Some(at_least) => counted_of(minimum.served.min(at_least), at_least),
        None => fill(texts.no_figure, &[&ceus(minimum.served)]),
    };
    (label, amount)
}

/// What a period asks of a sort.
pub fn portion(portion: &Portion, period: Option<Cycle>, dates: DateOrder) -> String {
    let texts = &WORDS.ledger;
    let amount = portion.at_least.map(|amount| amount.to_string());
    let (text, second) = match (&portion.sort, &amount) {
        (Sort::Specific(code), Some(_)) => (texts.specific_of, code.clone()),
        (Sort::Specific(code), None) => (texts.specific_open, code.clone()),
        (Sort::HiimDomains, _) => (
            WORDS.calculator.share_domains,
            AHIMA_HIIM_PERCENT.value.to_string(),
        ),
        (Sort::AhimaSources, _) => (
            WORDS.calculator.share_sources,
            AHIMA_OWN_PERCENT.value.to_string(),
        ),
    };
    let mut said = fill(text, &[&amount.unwrap_or_default(), &second]);
    if portion.sort == Sort::Specific(CredentialId::Circc.code().to_owned()) {
        said = [
            &said,
            " ",
            &fill(texts.specific_circc, &AAPC_CIRCC_VENDORS.value),
        ]
        .concat();
    }
    // What was earned before the period began changes nothing in it.
    let since = portion
        .since
        .filter(|since| period.is_none_or(|period| *since > period.first));
    match since {
        Some(since) => fill(texts.specific_since, &[&said, &day(since, dates)]),
        None => said,
    }
}

/// Why something does not count.
pub fn why(why: Why, body: Body, dates: DateOrder) -> String {
    let texts = &WORDS.ledger;
    let text = match (why, body) {
        (Why::OtherCycle(_), _) => texts.why_other_cycle,
        (Why::RenewalMonth(_), _) => texts.why_renewal_month,
        (Why::BeforeCertification, _) => texts.why_before,
        (Why::NotApproved, _) => texts.why_not_approved,
        (Why::Repeat, _) => texts.why_repeat,
        (Why::PinnedAway, _) => texts.why_pinned_away,
        (Why::Surplus, Body::Aapc) => texts.why_surplus_aapc,
        (Why::Surplus, Body::Ahima) => texts.why_surplus_ahima,
        (Why::OtherDomains, _) => texts.why_other_domains,
    };
    let part = match why.other_cycle() {
        Some(other) => cycle(other, dates),
        None => AHIMA_HIIM_PERCENT.value.to_string(),
    };
    fill(text, &[&part])
}

/// What helps.
pub fn remedy(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::ChoosePeriod => WORDS.ledger.do_choose_period,
        Remedy::Unpin => WORDS.ledger.do_unpin,
        Remedy::NoteApproval => WORDS.ledger.do_note_approval,
        Remedy::CheckDays => WORDS.ledger.do_check_days,
        Remedy::CheckIndexNumber => WORDS.ledger.do_check_index_number,
        Remedy::CheckDomain => WORDS.ledger.do_check_domain,
    }
}

/// What had better be looked at in an activity; another that it is about is in the same account.
pub fn caution(caution: &Caution, account: &Account<'_>, dates: DateOrder) -> String {
    let texts = &WORDS.ledger;
    let text = match caution {
        Caution::Step => texts.see_step,
        Caution::SameAs(_) => texts.see_same_as,
        Caution::CmsServesNoSpecialty => texts.see_cms,
        Caution::PinnedToUnapproved => texts.see_pinned,
        Caution::BeforeThatCredential => texts.see_before,
        Caution::CirccSponsor => return fill(texts.see_circc, &AAPC_CIRCC_VENDORS.value),
        Caution::DomainNotTold => texts.see_domain,
        Caution::SourceNotTold => texts.see_source,
        Caution::PlannedIsPast => texts.see_past,
    };
    let part = match caution {
        Caution::SameAs(id) => account
            .verdicts()
            .find(|other| other.shown.id == id)
            .map(|other| day(other.shown.entry.date, dates)),
        _ => Some(figure(Figure::Ceus(AAPC_SMALLEST_STEP.value), dates)),
    };
    fill(text, &[&part.unwrap_or_default()])
}

/// Something that was taken for granted.
pub fn assumed(assumed: Assumed, dates: DateOrder) -> String {
    let texts = &WORDS.ledger;
    let text = match assumed {
        Assumed::LastDayOfMonth => texts.assume_last_day,
        Assumed::YearAgainstParity => texts.assume_year,
        Assumed::StartedMonths => texts.assume_started_months,
        Assumed::RoundedUp => WORDS.calculator.proration_rounding,
        Assumed::NearDueDate => texts.assume_near_due,
        Assumed::MidCycleInFull => texts.assume_mid_cycle,
        Assumed::MidCycleAsFirst => texts.assume_mid_cycle_as_first,
        Assumed::MaybeOlder => texts.assume_maybe_older,
        Assumed::SpecificSince => texts.assume_specific_since,
        Assumed::ApprenticesOweTheSame => return assumption(Assumption::ApprenticesOweTheSame),
        Assumed::MinimumsShrink => texts.assume_minimums_shrink,
        Assumed::CppmAlone => {
            let copies = [
                Amount(AAPC_SPECIFIC_CPPM_ALONE.value),
                Amount(AAPC_SPECIFIC_LATEST.value.named),
            ];
            return filled(texts.assume_cppm, &copies, dates);
        }
        Assumed::OneSpecialty => texts.assume_one_specialty,
        Assumed::CountsTwiceBefore => {
            let from = Date(AAPC_COUNTS_TWICE_FROM.value);
            return filled(texts.assume_counts_twice, &[from], dates);
        }
        Assumed::AfterDueDay => texts.assume_after_due,
        Assumed::FirstExam => texts.assume_first_exam,
        Assumed::OwnShareLater => {
            let unclear = assumption(Assumption::OlderAhimaCycles);
            return fill(texts.assume_own_share, &[&unclear]);
        }
        Assumed::AllButOther => texts.assume_all_but_other,
        Assumed::SurplusStays => texts.assume_surplus,
    };
    text.to_owned()
}

/// What would make the rules give the tracker's number.
pub fn difference(
    difference: Difference,
    body: Body,
    computed: Computed,
    edition: Edition,
) -> String {
    let texts = &WORDS.ledger;
    let other = edition_name(edition.other());
    let of_months = |whole: Ceus, months| {
        let sum = prorated(whole, months).map(proration_sum);
        let months = figure(Figure::Months(months), DateOrder::default());
        [months, sum.unwrap_or_default()]
    };
    let of_count = |count| match body {
        Body::Aapc => certifications(count),
        Body::Ahima => credentials(count),
    };
    match difference {
        Difference::OtherEdition => fill(texts.differs_edition, &[other]),
        Difference::FirstCycle { months } => {
            let [months, sum] = of_months(computed.whole, months);
            fill(texts.differs_first, &[&months, &sum])
        }
        Difference::Credentials { count } => fill(texts.differs_count, &[&of_count(count)]),
        Difference::OtherEditionFirstCycle { months } => {
            let owed = aapc_requirement(computed.credentials, edition.other());
            let [months, sum] = of_months(owed.map_or(computed.whole, |owed| owed.total), months);
            fill(texts.differs_edition_first, &[other, &months, &sum])
        }
        Difference::OtherEditionCredentials { count } => {
            fill(texts.differs_edition_count, &[other, &of_count(count)])
        }
    }
}

/// Why AAPC asks something else than the holder planned for: "48 became 40, because …".
pub fn plan_change(change: &PlanChange) -> String {
    let texts = &WORDS.ledger;
    let because = match (change.other_edition, change.other_reasons) {
        (true, false) => texts.because_table,
        (true, true) => texts.because_both,
        (false, _) => texts.because_other,
    };
    let edition = change.then.edition;
    let because = fill(
        because,
        &[edition_name(edition.other()), edition_name(edition)],
    );
    let (then, now) = (change.then.total.to_string(), change.now.to_string());
    fill(texts.plan_change, &[&then, &now, &because])
}

/// What an activity lacks that an audit asks for.
pub fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::IndexNumber => WORDS.ledger.lacks_index_number,
        Lack::Sponsor => WORDS.ledger.lacks_sponsor,
        Lack::Title => WORDS.ledger.lacks_title,
        Lack::Certificate => WORDS.ledger.lacks_certificate,
    }
}

/// How many lack it, and how much rests on them.
pub fn unproved(unproved: &Unproved<'_>) -> String {
    lacks(lack(unproved.lack), unproved.entries.len(), unproved.ceus)
}

/// What so many activities lack, and how much rests on them.
pub fn lacks(lacking: &str, count: usize, on_them: Ceus) -> String {
    let parts = [lacking, &activities(count), &ceus(on_them)];
    fill(WORDS.ledger.unproved, &parts)
}

/// A verdict in a word or two: "counts", "3 of 5 count", "does not count". What is planned would count.
pub fn verdict_line(verdict: &Verdict<'_>) -> String {
    let texts = &WORDS.ledger;
    let [whole, part, none] = if verdict.is_planned {
        [
            texts.would_count,
            texts.would_count_in_part,
            texts.would_count_not,
        ]
    } else {
        [texts.counts, texts.counts_in_part, texts.counts_not]
    };
    let text = match verdict.uncounted {
        None => whole,
        Some((_, why)) if why.other_cycle().is_some() => texts.elsewhere,
        Some(_) if verdict.counted > Ceus::ZERO => part,
        Some(_) => none,
    };
    let (counted, claimed) = (verdict.counted.to_string(), verdict.claimed.to_string());
    fill(text, &[&counted, &claimed])
}

/// Towards what a claim counts.
pub fn towards(verdict: &Verdict<'_>, dates: DateOrder) -> String {
    let texts = &WORDS.ledger;
    let mut what = Vec::new();
    if verdict.counted > Ceus::ZERO {
        what.push(texts.the_total.to_owned());
    }
    for of in verdict.serves() {
        what.push(sort(of));
    }
    if let Some(other) = verdict.uncounted.and_then(|(_, why)| why.other_cycle()) {
        what.push(fill(texts.the_period, &[&cycle(other, dates)]));
    }
    if what.is_empty() {
        what.push(texts.nothing.to_owned());
    }
    what.join(", ")
}

/// Whether it is of interest what lateness leads to: something is asked, and not submitted.
pub fn is_open(account: &Account<'_>) -> bool {
    let submitted = account.dates.and_then(|dates| dates.submitted);
    account.asked.total.is_some() && submitted.is_none()
}

/// The days that matter, each with what it is; none where no date is known.
pub fn date_lines(account: &Account<'_>, dates: DateOrder) -> Vec<(String, String)> {
    let texts = &WORDS.ledger;
    let Some(of) = account.dates else {
        return Vec::new();
    };
    let due = match account.body {
        Body::Aapc => texts.due_aapc,
        Body::Ahima => texts.due_ahima,
    };
    let late = |day: Option<NaiveDate>| day.filter(|_| is_open(account));
    let mut lines = Vec::new();
    for (what, when) in [
        (texts.submit_opens, of.window_opens),
        (due, Some(of.due)),
        (texts.final_notice, late(of.final_notice)),
        (texts.revoked, late(of.revoked)),
        (texts.submitted_on, of.submitted),
        (texts.keep_until, of.keep_until),
    ] {
        if let Some(when) = when {
            lines.push((what.to_owned(), day(when, dates)));
        }
    }
    lines
}

/// How the days of a period were found.
pub fn found_by(by: AnchorBy) -> &'static str {
    match by {
        AnchorBy::Day => WORDS.ledger.by_day,
        AnchorBy::RenewalMonth => WORDS.ledger.by_month,
        AnchorBy::Exam => WORDS.ledger.by_exam,
    }
}
