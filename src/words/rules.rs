//! Credentials, requirements and sources in words.

use chrono::{Datelike, NaiveDate};

use super::figure::{Figure, figure, filled};
use super::text::section;
use super::{WORDS, fill};
use crate::app::DateOrder;
use crate::rules::{
    AHIMA_EXTRA, AHIMA_LARGE_BASE, AHIMA_MOST, AHIMA_OWN_FROM, AapcEdition, AapcRequirement,
    AhimaRequirement, Assumption, Body, CYCLE_MONTHS, Ceus, CodeSet, CopyDate, Credential,
    CredentialId, Edition, Exam, ExamForm, Holdings, InForce, Pace, Prerequisite, Proration,
    Requirement, Setting, Share, ShareKind, Source, WITH_SPECIFIC_MINIMUM, aapc_requirement,
    ahima_requirement, mechanics, source,
};

section! {
    /// Credentials, tables, assumptions and sources, wherever they are named.
    CredentialTexts {
        aapc: "AAPC",
        ahima: "AHIMA",
        coc: "CPC-H (now COC)",
        coc_a: "CPC-H-A (now COC-A)",
        and: "{0} and {1}",
        months: "January February March April May June July August September October November December",
        month_first: "{1} {0}, {2}",
        day_first: "{0} {1} {2}",
        year_first: "{2} {1} {0}",

        one_ceu: "1 CEU",
        some_ceus: "{0} CEUs",
        one_certification: "one certification",
        two_certifications: "two certifications",
        three_certifications: "three certifications",
        four_certifications: "four certifications",
        five_certifications: "five certifications",
        some_certifications: "{0} certifications",
        one_credential: "one credential",
        some_credentials: "{0} credentials",

        professional: "The services of doctors and other providers, in an office or in a facility such as a hospital",
        hospital_outpatient: "What a hospital or surgery center bills for patients who are not admitted: emergency, clinics, therapy, dialysis, radiology, same-day surgery",
        hospital_inpatient: "Hospital records, admitted patients first and outpatients too",
        apc_opps: "APC and OPPS payment",
        ub_04: "the UB-04 claim form",
        hcpcs: "HCPCS Level II",
        multiple_choice: "{0} multiple-choice questions, {1} hours",
        scenarios: "{0} items, multiple choice and scenarios to code, {1} hours",
        open_with_apprenticeship: "Open to anyone. The credential carries an -A (apprentice) until {0} of experience are shown",
        diploma: "A high-school diploma. Experience is recommended, not required",
        upkeep: "{0} every two years, held alone",

        articles_table: "the article’s table",
        later_table: "AAPC’s later table",
        articles_table_first: "The article’s table",
        in_force_from: "in force from {0}",
        in_force_by: "in force by {0} at the latest",
        in_force_2012: "on a copy of {0}",
        in_force_unknown: "its date was not found",

        bodies_apart: "AAPC and AHIMA each count only their own credentials, because each body’s table lists no others.",
        apprentices: "An apprentice (CPC-A, COC-A) owes the same as one without the -A: no page was found that exempts one.",
        specific_minimum: "Some AAPC credentials, such as {3} and the specialties, ask that part of the total be specific to them. That part is not worked out here; your log does it.",
        ahima_older: "{0} for credentials such as an RHIA, {1} more for each further credential, and {2} at the most, stand on a copy of {4}. Later pages neither repeat nor contradict it.",
        older_cycles: "Whether the share from AHIMA’s own sources binds a cycle that began before {5} is not clear from AHIMA’s wording.",

        copy_of: "copy of {0}; read on {1}",
        copy_by_weekday: "copy of {0} (its year by the weekday); read on {1}",
        copy_about: "copy: {0}; read on {1}",
        copy_undated: "undated copy; read on {0}",
    }
}

section! {
    /// *How many CEUs?*
    CalculatorTexts {
        title: "How many CEUs do you owe?",
        owed: "{0}: {1} every two years.",
        count_by: "Count by",
        by_number: "A number of AAPC certifications",
        by_held: "What I hold",
        how_many: "How many AAPC certifications?",
        number_or_more: "{0} or more",
        what_do_you_hold: "What do you hold?",
        other_aapc: "Other AAPC certifications",
        other_aapc_hint: "How many, beyond those ticked above",
        nothing_held: "Tick what you hold, and your number appears here. Someone who holds nothing owes nothing yet: CEUs begin with the first certification.",
        ahima_apart: "Do you hold a CCS or another AHIMA credential too? AHIMA counts apart: choose “What I hold” and tick it.",

        every_two_years: "CEUs every two years",
        pace: "{0} a month",
        pace_about: "about {0} a month",
        aapc_rule: "AAPC asks {0} every two years for {1}, by {2} ({3}).",
        other_same: "{0} ({1}){4} asks the same total.",
        other_fewer: "{0} ({1}){4} says {2}, which is {3} fewer.",
        other_more: "{0} ({1}){4} says {2}, which is {3} more.",
        newest_found: ", the newest that we found,",
        switch_article: "Count by the article’s table ({0})",
        switch_later: "Count by the later table ({0})",
        ahima_rule: "AHIMA asks {0} every two years for {1}, counted apart from AAPC’s.",
        one_more: "What would one more cost me?",
        one_more_aapc: "One more AAPC certification would add {0}: {1} instead of {2}.",
        one_more_aapc_nothing: "One more AAPC certification would add nothing: the table ends at five or more.",
        one_more_ahima: "One more AHIMA coding credential would add {0}: {1} instead of {2}.",
        one_more_ahima_nothing: "One more AHIMA credential would add nothing: {0} is the most that AHIMA asks.",
        share_domains: "At least {0} of them ({1}%) in AHIMA’s domains of health informatics and information management (HIIM).",
        share_sources: "At least {0} of them ({1}%) from AHIMA, HCPro or a component association.",
        share_sources_from: "For a cycle that starts on or after {2}: at least {0} of them ({1}%) from AHIMA, HCPro or a component association.",
        we_assume: "What we assume",

        first_cycle: "My first period is shorter",
        first_cycle_months: "Months from certification to the first due date",
        first_cycle_whole: "A whole period, {0}",
        proration: "{0} × {1} months ÷ {2} = {3}",
        proration_rounded: "{0} × {1} months ÷ {2} = {3}, rounded up",
        proration_asks: "A first period of {0} months asks {1}.",
        proration_rate: "AAPC says that a first period is prorated, and not how, month by month. We take an even share: for one certification that is what AAPC states for changes of a corporate membership, and it fits a trainer’s first tracker. For several, AAPC says only “more”.",
        proration_rounding: "How AAPC rounds is not known. Your own tracker has the last word.",
    }
}

/// A body's name.
pub fn body(body: Body) -> &'static str {
    match body {
        Body::Aapc => WORDS.credentials.aapc,
        Body::Ahima => WORDS.credentials.ahima,
    }
}

/// A credential's letters as readers of the article know them.
pub fn name(id: CredentialId) -> &'static str {
    match id {
        CredentialId::Coc => WORDS.credentials.coc,
        CredentialId::CocA => WORDS.credentials.coc_a,
        other => other.code(),
    }
}

/// Several credentials in a row.
pub fn credential_list(ids: &[CredentialId]) -> String {
    match ids {
        [] => String::new(),
        [one] => name(*one).to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(|id| name(*id)).collect();
            fill(WORDS.credentials.and, &[&before.join(", "), name(*last)])
        }
    }
}

/// A day that nobody can mistake for another: "November 23, 2026", or in the reader's own order.
pub fn day(day: NaiveDate, dates: DateOrder) -> String {
    let order = match dates {
        DateOrder::MonthFirst => WORDS.credentials.month_first,
        DateOrder::DayFirst => WORDS.credentials.day_first,
        DateOrder::YearFirst => WORDS.credentials.year_first,
    };
    let (number, year) = (day.day().to_string(), day.year().to_string());
    fill(order, &[&number, month_of(day), &year])
}

/// The name of a day's month.
pub(super) fn month_of(day: NaiveDate) -> &'static str {
    month(day.month0())
}

/// A month's name, by its place in the year; January is 0.
pub fn month(place: u32) -> &'static str {
    usize::try_from(place)
        .ok()
        .and_then(|place| WORDS.credentials.months.split(' ').nth(place))
        .unwrap_or_default()
}

/// An amount with its unit.
pub fn ceus(amount: Ceus) -> String {
    if amount == Ceus::whole(1) {
        WORDS.credentials.one_ceu.to_owned()
    } else {
        fill(WORDS.credentials.some_ceus, &[&amount.to_string()])
    }
}

/// A number of certifications, in words up to five.
pub fn certifications(count: u32) -> String {
    let w = &WORDS.credentials;
    let text = match count {
        1 => w.one_certification,
        2 => w.two_certifications,
        3 => w.three_certifications,
        4 => w.four_certifications,
        5 => w.five_certifications,
        _ => w.some_certifications,
    };
    fill(text, &[&count.to_string()])
}

/// A number of credentials.
pub fn credentials(count: u32) -> String {
    match count {
        1 => WORDS.credentials.one_credential.to_owned(),
        _ => fill(WORDS.credentials.some_credentials, &[&count.to_string()]),
    }
}

/// What a setting is, in a line.
pub fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Professional => WORDS.credentials.professional,
        Setting::HospitalOutpatient => WORDS.credentials.hospital_outpatient,
        Setting::HospitalInpatient => WORDS.credentials.hospital_inpatient,
    }
}

/// A code set's name.
pub fn code_set(code_set: CodeSet) -> &'static str {
    match code_set {
        CodeSet::Cpt => "CPT",
        CodeSet::Hcpcs => WORDS.credentials.hcpcs,
        CodeSet::Icd10Cm => "ICD-10-CM",
        CodeSet::Icd10Pcs => "ICD-10-PCS",
        CodeSet::ApcOpps => WORDS.credentials.apc_opps,
        CodeSet::Ub04 => WORDS.credentials.ub_04,
    }
}

/// An exam in a line.
pub fn exam(exam: Exam) -> String {
    let form = match exam.form {
        ExamForm::MultipleChoice => WORDS.credentials.multiple_choice,
        ExamForm::MultipleChoiceAndScenarios => WORDS.credentials.scenarios,
    };
    fill(form, &[&exam.items.to_string(), &exam.hours.to_string()])
}

/// What is asked before an exam.
pub fn entry_rule(rule: Prerequisite) -> String {
    let text = match rule {
        Prerequisite::OpenWithApprenticeship => WORDS.credentials.open_with_apprenticeship,
        Prerequisite::DiplomaExperienceRecommended => WORDS.credentials.diploma,
    };
    let years = Figure::Years(mechanics::AAPC_APPRENTICE_YEARS.value);
    filled(text, &[years], DateOrder::default())
}

/// What a credential asks afterwards, held alone.
pub fn upkeep(credential: &Credential) -> String {
    let held: Holdings = [credential.id].into_iter().collect();
    let alone = match credential.id.body() {
        Body::Aapc => aapc_requirement(1, Edition::Article).map(|owed| owed.total),
        Body::Ahima => ahima_requirement(&held).map(|owed| owed.total),
    };
    alone
        .map(|total| fill(WORDS.credentials.upkeep, &[&ceus(total)]))
        .unwrap_or_default()
}

/// A table's name.
pub fn edition_name(edition: Edition) -> &'static str {
    match edition {
        Edition::Article => WORDS.credentials.articles_table,
        Edition::Latest => WORDS.credentials.later_table,
    }
}

/// Since when a table applies.
pub fn in_force(edition: &AapcEdition, dates: DateOrder) -> String {
    let w = &WORDS.credentials;
    match (edition.edition, edition.in_force) {
        (_, InForce::From(since)) => fill(w.in_force_from, &[&day(since, dates)]),
        (_, InForce::By(by)) => fill(w.in_force_by, &[&day(by, dates)]),
        (Edition::Article, InForce::Unknown) => {
            let about = const { source::AAPC_CEU_HELP_2012.about() };
            fill(w.in_force_2012, &[about])
        }
        (Edition::Latest, InForce::Unknown) => w.in_force_unknown.to_owned(),
    }
}

/// What is owed, as it is announced.
pub fn owed(owed: &Requirement) -> String {
    let aapc = owed.aapc.as_ref().map(|owed| (Body::Aapc, owed.total));
    let ahima = owed.ahima.as_ref().map(|owed| (Body::Ahima, owed.total));
    let said: Vec<String> = [aapc, ahima]
        .into_iter()
        .flatten()
        .map(|(of, total)| fill(WORDS.calculator.owed, &[body(of), &ceus(total)]))
        .collect();
    said.join(" ")
}

/// A number of certifications, to choose or at the head of a row; the last of AAPC's table is for more as well.
pub fn number(number: u32, or_more: bool) -> String {
    let number = number.to_string();
    if or_more {
        fill(WORDS.calculator.number_or_more, &[&number])
    } else {
        number
    }
}

/// A first cycle that is not shorter.
pub fn whole_cycle() -> String {
    let months = CYCLE_MONTHS.to_string();
    fill(WORDS.calculator.first_cycle_whole, &[&months])
}

/// The button that switches to this table.
pub fn edition_switch(to: Edition, total: Ceus) -> String {
    let text = match to {
        Edition::Article => WORDS.calculator.switch_article,
        Edition::Latest => WORDS.calculator.switch_later,
    };
    fill(text, &[&total.to_string()])
}

/// AAPC's rule for this holder.
pub fn aapc_rule(owed: &AapcRequirement, dates: DateOrder) -> String {
    fill(
        WORDS.calculator.aapc_rule,
        &[
            &ceus(owed.total),
            &certifications(owed.certifications),
            edition_name(owed.edition.edition),
            &in_force(owed.edition, dates),
        ],
    )
}

/// What AAPC's other table says for this holder.
pub fn aapc_other(owed: &AapcRequirement, dates: DateOrder) -> String {
    let w = &WORDS.calculator;
    let (other, age) = match owed.other.edition.edition {
        Edition::Article => (WORDS.credentials.articles_table_first, ""),
        Edition::Latest => (WORDS.credentials.later_table, w.newest_found),
    };
    let text = match owed.other.total.cmp(&owed.total) {
        std::cmp::Ordering::Equal => w.other_same,
        std::cmp::Ordering::Less => w.other_fewer,
        std::cmp::Ordering::Greater => w.other_more,
    };
    fill(
        text,
        &[
            other,
            &in_force(owed.other.edition, dates),
            &owed.other.total.to_string(),
            &owed.other.difference.to_string(),
            age,
        ],
    )
}

/// AHIMA's rule for this holder.
pub fn ahima_rule(owed: &AhimaRequirement) -> String {
    ahima_asks(owed.total, owed.credentials)
}

/// What AHIMA asks for so many credentials.
pub fn ahima_asks(total: Ceus, count: u32) -> String {
    fill(
        WORDS.calculator.ahima_rule,
        &[&ceus(total), &credentials(count)],
    )
}

/// An even pace.
pub fn pace(pace: Pace) -> String {
    let text = if pace.is_exact {
        WORDS.calculator.pace
    } else {
        WORDS.calculator.pace_about
    };
    fill(text, &[&ceus(pace.per_month)])
}

/// What one more certification of AAPC's would add.
pub fn one_more_aapc(owed: &AapcRequirement) -> String {
    let w = &WORDS.calculator;
    one_more(
        owed.total,
        owed.one_more_adds,
        w.one_more_aapc,
        w.one_more_aapc_nothing,
    )
}

/// What one more credential of AHIMA's would add.
pub fn one_more_ahima(owed: &AhimaRequirement) -> String {
    let w = &WORDS.calculator;
    one_more(
        owed.total,
        owed.one_more_adds,
        w.one_more_ahima,
        w.one_more_ahima_nothing,
    )
}

fn one_more(total: Ceus, adds: Ceus, some: &str, nothing: &str) -> String {
    if adds == Ceus::ZERO {
        fill(nothing, &[&total.to_string()])
    } else {
        let with = (total + adds).to_string();
        fill(some, &[&ceus(adds), &with, &total.to_string()])
    }
}

/// A first cycle's share, as a sum.
pub fn proration_sum(sum: Proration) -> String {
    let text = if sum.is_exact {
        WORDS.calculator.proration
    } else {
        WORDS.calculator.proration_rounded
    };
    fill(
        text,
        &[
            &sum.total.to_string(),
            &sum.months.to_string(),
            &CYCLE_MONTHS.to_string(),
            &sum.prorated.to_string(),
        ],
    )
}

/// What a first cycle asks.
pub fn proration_asks(sum: Proration) -> String {
    fill(
        WORDS.calculator.proration_asks,
        &[&sum.months.to_string(), &ceus(sum.prorated)],
    )
}

/// A share of AHIMA's total.
pub fn share(share: Share, dates: DateOrder) -> String {
    let w = &WORDS.calculator;
    let (text, from) = match (share.kind, share.cycles_from) {
        (ShareKind::HiimDomains, _) => (w.share_domains, String::new()),
        (ShareKind::AhimaSources, InForce::From(from)) => (w.share_sources_from, day(from, dates)),
        (ShareKind::AhimaSources, _) => (w.share_sources, String::new()),
    };
    fill(
        text,
        &[
            &share.at_least.to_string(),
            &share.percent.to_string(),
            &from,
        ],
    )
}

/// Something that was taken for granted.
pub fn assumption(assumption: Assumption) -> String {
    let w = &WORDS.credentials;
    let text = match assumption {
        Assumption::BodiesCountApart => w.bodies_apart,
        Assumption::ApprenticesOweTheSame => w.apprentices,
        Assumption::SpecificMinimumNotShown => w.specific_minimum,
        Assumption::AhimaExtraIsOlder => w.ahima_older,
        Assumption::OlderAhimaCycles => w.older_cycles,
    };
    let specific = WITH_SPECIFIC_MINIMUM.map(name);
    let [large, extra, most] = [&AHIMA_LARGE_BASE, &AHIMA_EXTRA, &AHIMA_MOST];
    fill(
        text,
        &[
            &large.value.to_string(),
            &extra.value.to_string(),
            &most.value.to_string(),
            &specific.join(", "),
            const { source::AHIMA_RECERTIFICATION_2019.about() },
            &figure(Figure::Year(AHIMA_OWN_FROM), DateOrder::default()),
        ],
    )
}

/// How old the copy of a source is, and when it was read.
pub fn source_line(source: &Source, dates: DateOrder) -> String {
    let read_on = day(source.read_on, dates);
    match source.copy {
        CopyDate::Day(copied) => fill(WORDS.credentials.copy_of, &[&day(copied, dates), &read_on]),
        CopyDate::DayByWeekday(copied) => fill(
            WORDS.credentials.copy_by_weekday,
            &[&day(copied, dates), &read_on],
        ),
        CopyDate::About(about) => fill(WORDS.credentials.copy_about, &[about, &read_on]),
        CopyDate::Undated => fill(WORDS.credentials.copy_undated, &[&read_on]),
    }
}
