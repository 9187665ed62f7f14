//! Credentials, requirements and sources in words.

use chrono::{Datelike, NaiveDate};

use super::text::section;
use crate::app::DateOrder;
use crate::rules::{
    AapcEdition, AapcRequirement, AhimaRequirement, Assumption, Body, Ceus, CodeSet, CopyDate,
    Credential, CredentialId, Edition, Exam, ExamForm, Holdings, InForce, Pace, Prerequisite,
    Setting, Share, ShareKind, Source, aapc_requirement, ahima_requirement,
};

section! {
    /// *How many CEUs?*
    CalculatorTexts {
        what_do_you_hold: "What do you hold?",
        other_aapc: "Other AAPC certifications",
        other_aapc_hint: "How many, beyond those ticked above",
        we_assume: "What we take for granted",
        every_two_years: "CEUs every two years",
    }
}

/// A body's name.
pub fn body(body: Body) -> &'static str {
    match body {
        Body::Aapc => "AAPC",
        Body::Ahima => "AHIMA",
    }
}

/// A credential's letters as readers of the article know them.
pub fn name(id: CredentialId) -> &'static str {
    match id {
        CredentialId::Coc => "CPC-H (now COC)",
        CredentialId::CocA => "CPC-H-A (now COC-A)",
        other => other.code(),
    }
}

/// A day that nobody can mistake for another: "November 23, 2026", or in the reader's own order.
pub fn day(day: NaiveDate, dates: DateOrder) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(day.month0())
        .ok()
        .and_then(|month| MONTHS.get(month))
        .copied()
        .unwrap_or_default();
    let (day, year) = (day.day(), day.year());
    match dates {
        DateOrder::MonthFirst => format!("{month} {day}, {year}"),
        DateOrder::DayFirst => format!("{day} {month} {year}"),
        DateOrder::YearFirst => format!("{year} {month} {day}"),
    }
}

/// An amount with its unit.
pub fn ceus(amount: Ceus) -> String {
    if amount == Ceus::whole(1) {
        "1 CEU".to_owned()
    } else {
        format!("{amount} CEUs")
    }
}

/// A number of certifications, in words up to five.
pub fn certifications(count: u32) -> String {
    match count {
        1 => "one certification".to_owned(),
        2 => "two certifications".to_owned(),
        3 => "three certifications".to_owned(),
        4 => "four certifications".to_owned(),
        5 => "five certifications".to_owned(),
        count => format!("{count} certifications"),
    }
}

/// What a setting is, in a line.
pub fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Professional => {
            "The services of doctors and other providers, in offices, clinics and same-day visits"
        }
        Setting::HospitalOutpatient => {
            "The hospital’s bill for patients who are not admitted: emergency, clinics, therapy, dialysis, same-day surgery"
        }
        Setting::HospitalInpatient => {
            "Hospital records, admitted patients first and outpatients too"
        }
    }
}

/// A code set's name.
pub fn code_set(code_set: CodeSet) -> &'static str {
    match code_set {
        CodeSet::Cpt => "CPT",
        CodeSet::Hcpcs => "HCPCS Level II",
        CodeSet::Icd10Cm => "ICD-10-CM",
        CodeSet::Icd10Pcs => "ICD-10-PCS",
        CodeSet::ApcOpps => "APC and OPPS payment",
        CodeSet::Ub04 => "the UB-04 claim form",
    }
}

/// An exam in a line.
pub fn exam(exam: Exam) -> String {
    let form = match exam.form {
        ExamForm::MultipleChoice => "multiple-choice questions",
        ExamForm::MultipleChoiceAndScenarios => "items, multiple choice and scenarios to code",
    };
    format!("{} {form}, {} hours", exam.items, exam.hours)
}

/// What it takes to sit an exam.
pub fn entry_rule(rule: Prerequisite) -> &'static str {
    match rule {
        Prerequisite::OpenWithApprenticeship => {
            "Open to anyone. The credential carries an -A (apprentice) until two years of experience are shown"
        }
        Prerequisite::DiplomaExperienceRecommended => {
            "A high-school diploma. Experience is recommended, not required"
        }
    }
}

/// What a credential asks afterwards, held alone.
pub fn upkeep(credential: &Credential) -> String {
    let held: Holdings = [credential.id].into_iter().collect();
    let alone = match credential.id.body() {
        Body::Aapc => aapc_requirement(1, Edition::Article).map(|owed| owed.total),
        Body::Ahima => ahima_requirement(&held).map(|owed| owed.total),
    };
    alone
        .map(|total| format!("{} every two years, held alone", ceus(total)))
        .unwrap_or_default()
}

/// A table's name.
pub fn edition_name(edition: Edition) -> &'static str {
    match edition {
        Edition::Article => "the article’s table",
        Edition::Latest => "AAPC’s later table",
    }
}

/// Since when a table applies.
pub fn in_force(edition: &AapcEdition, dates: DateOrder) -> String {
    match (edition.edition, edition.in_force) {
        (_, InForce::From(since)) => format!("in force from {}", day(since, dates)),
        (_, InForce::By(by)) => format!("in force by {} at the latest", day(by, dates)),
        (Edition::Article, InForce::Unknown) => "from a copy of October 2012 or later".to_owned(),
        (Edition::Latest, InForce::Unknown) => "its date was not found".to_owned(),
    }
}

/// The button that switches to this table.
pub fn edition_switch(to: Edition, total: Ceus) -> String {
    match to {
        Edition::Article => format!("Count by the article’s table ({total})"),
        Edition::Latest => format!("Count by the later table ({total})"),
    }
}

/// AAPC's rule for this holder.
pub fn aapc_rule(owed: &AapcRequirement, dates: DateOrder) -> String {
    format!(
        "AAPC asks {} every two years for {}, by {} ({}).",
        ceus(owed.total),
        certifications(owed.certifications),
        edition_name(owed.edition.edition),
        in_force(owed.edition, dates),
    )
}

/// What AAPC's other table says for this holder.
pub fn aapc_other(owed: &AapcRequirement, dates: DateOrder) -> String {
    let other = match owed.other.edition.edition {
        Edition::Article => "The article’s table",
        Edition::Latest => "AAPC’s later table",
    };
    let when = in_force(owed.other.edition, dates);
    if owed.other.total == owed.total {
        format!("{other} ({when}) says the same.")
    } else {
        let word = if owed.other.total < owed.total {
            "fewer"
        } else {
            "more"
        };
        format!(
            "{other} ({when}) says {}, which is {} {word}.",
            owed.other.total, owed.other.difference
        )
    }
}

/// AHIMA's rule for this holder.
pub fn ahima_rule(owed: &AhimaRequirement) -> String {
    let count = match owed.credentials {
        1 => "one credential".to_owned(),
        count => format!("{count} credentials"),
    };
    format!(
        "AHIMA asks {} every two years for {count}, counted apart from AAPC’s.",
        ceus(owed.total)
    )
}

/// An even pace.
pub fn pace(pace: Pace) -> String {
    if pace.is_exact {
        format!("{} a month", ceus(pace.per_month))
    } else {
        format!("about {} a month", ceus(pace.per_month))
    }
}

/// What one more certification of AAPC's would add.
pub fn one_more_aapc(owed: &AapcRequirement) -> String {
    if owed.one_more_adds == Ceus::ZERO {
        "One more AAPC certification would add nothing: the table ends at five or more.".to_owned()
    } else {
        format!(
            "One more AAPC certification would add {}.",
            ceus(owed.one_more_adds)
        )
    }
}

/// What one more credential of AHIMA's would add.
pub fn one_more_ahima(owed: &AhimaRequirement) -> String {
    if owed.one_more_adds == Ceus::ZERO {
        format!(
            "One more AHIMA credential would add nothing: {} is the most that AHIMA asks.",
            owed.total
        )
    } else {
        format!(
            "One more AHIMA coding credential would add {}.",
            ceus(owed.one_more_adds)
        )
    }
}

/// What is said to one who holds nothing.
pub fn nothing_held() -> &'static str {
    "Tick what you hold, and your number appears here. Someone who holds nothing owes nothing yet: \
     CEUs begin with the first certification."
}

/// A share of AHIMA's total.
pub fn share(share: Share, dates: DateOrder) -> String {
    match share.kind {
        ShareKind::HiimDomains => {
            format!(
                "At least {} of them in AHIMA’s HIIM domains ({} %).",
                share.at_least, share.percent
            )
        }
        ShareKind::AhimaSources => {
            let from = match share.cycles_from {
                InForce::From(from) => {
                    format!(
                        "For a cycle that starts on or after {}: at",
                        day(from, dates)
                    )
                }
                InForce::By(_) | InForce::Unknown => "At".to_owned(),
            };
            format!(
                "{} least {} of them from AHIMA, HCPro or a component association ({} %).",
                from, share.at_least, share.percent
            )
        }
    }
}

/// Something that was taken for granted.
pub fn assumption(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::BodiesCountApart => {
            "AAPC and AHIMA each count only their own credentials, because each body’s table lists no others."
        }
        Assumption::ApprenticesOweTheSame => {
            "An apprentice (CPC-A, COC-A) owes the same as a full member: no page was found that exempts one."
        }
        Assumption::SpecificMinimumNotShown => {
            "Some AAPC credentials, such as CIRCC, CPMA, CPCO, CPPM, CDEO and the specialties, ask that part of the total be specific to them. That part is not worked out here."
        }
        Assumption::AhimaExtraIsOlder => {
            "Thirty for the larger credentials, ten more for each further credential, and fifty at the most, stand on a copy of 2019 or 2020. Later pages neither repeat nor contradict it."
        }
        Assumption::OlderAhimaCycles => {
            "Whether the 40 % bind a cycle that began before 2025 is not clear from AHIMA’s wording."
        }
    }
}

/// How old the copy of a source is, and when it was read.
pub fn source_line(source: &Source, dates: DateOrder) -> String {
    let copy = match source.copy {
        CopyDate::Day(copied) => format!("copy of {}", day(copied, dates)),
        CopyDate::About(about) => format!("copy: {about}"),
        CopyDate::Undated => "undated copy".to_owned(),
    };
    format!("{copy}; read on {}", day(source.read_on, dates))
}
