//! Who keeps the log: what is held, and the dates and numbers of the bodies' own trackers.

use chrono::{Month, NaiveDate};

use super::json::{Fields, Unknown, Writer, format_day, parse_ceus, parse_day};
use super::unreadable::{Expected, Part, Unreadable};
use crate::rules::{Body, Ceus, CredentialId, Edition, Holdings};

/// Cycles that were submitted: the last day of each, and the day of the submission.
type Submitted = Vec<(NaiveDate, NaiveDate)>;

/// What the holder told of themselves. Nothing of it is needed before the log is useful.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The codes of the credentials held. One that this release does not know is kept.
    pub(crate) held: Vec<String>,
    /// How many certifications of AAPC beyond those.
    pub other_aapc: u8,
    /// AAPC's table, if the reader chose one: "article" or "latest". Another text is a later release's.
    pub(crate) rules: String,
    /// Since when a credential is held, by its code; an apprentice's has the day of the full one.
    pub(crate) since: Vec<(String, NaiveDate)>,
    /// The specialties for which the holder says that AAPC asks CEUs of their own, by their letters.
    pub specialties: Vec<String>,
    /// The day on which AAPC's CEUs are due, of any cycle.
    pub aapc_due: Option<NaiveDate>,
    /// The month in which the membership is renewed, for one who does not know the day.
    pub aapc_month: Option<Month>,
    /// The total that the holder's own AAPC tracker shows. It wins over any computed one.
    pub aapc_tracker: Option<Ceus>,
    /// The day on which that was read there: it is about the cycle of this day. `None` in a log of an earlier release.
    pub aapc_tracker_on: Option<NaiveDate>,
    /// The day on which a cycle of AHIMA's began.
    pub ahima_start: Option<NaiveDate>,
    /// The total that the holder's own AHIMA CEU Center shows. It wins over any computed one.
    pub ahima_tracker: Option<Ceus>,
    /// The day on which that was read there.
    pub ahima_tracker_on: Option<NaiveDate>,
    /// AAPC's cycles that were submitted.
    pub(crate) aapc_submitted: Submitted,
    /// AHIMA's cycles that were submitted.
    pub(crate) ahima_submitted: Submitted,
    /// The table under which the plan was made, as [`Profile::rules`] has it. May be empty.
    pub(crate) plan_rules: String,
    /// The total that the plan was made for.
    pub(crate) plan_total: Option<Ceus>,
    /// What a later release added.
    pub(crate) unknown: Unknown,
}

/// What AAPC asked when the holder planned the cycle. Another table, or a new release, may ask something else since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The table in use.
    pub edition: Edition,
    /// The total.
    pub total: Ceus,
}

impl Profile {
    /// What is held, as far as this release knows the codes.
    pub fn holdings(&self) -> Holdings {
        let mut held: Holdings = self
            .held
            .iter()
            .filter_map(|code| CredentialId::from_code(code))
            .collect();
        held.other_aapc = self.other_aapc;
        held
    }

    /// Notes that a credential is held, or no longer. A CPC-A that becomes a CPC is one step: the one takes the other's place.
    pub fn hold(&mut self, id: CredentialId, is_held: bool) {
        self.held.retain(|code| {
            CredentialId::from_code(code).is_none_or(|held| {
                if is_held {
                    held.full() != id.full()
                } else {
                    held != id
                }
            })
        });
        if is_held {
            self.held.push(id.code().to_owned());
        }
    }

    /// The day of the exam or certification, if the holder told it. A CPC-A that became a CPC keeps its day.
    pub fn since(&self, id: CredentialId) -> Option<NaiveDate> {
        let code = id.full().code();
        self.since
            .iter()
            .find(|(of, _)| of == code)
            .map(|(_, day)| *day)
    }

    /// Notes since when a credential is held, or that it is not known. The day outlives a slip in what is held.
    pub fn hold_since(&mut self, id: CredentialId, day: Option<NaiveDate>) {
        let code = id.full().code();
        self.since.retain(|(of, _)| of != code);
        self.since.extend(day.map(|day| (code.to_owned(), day)));
    }

    /// On which day the cycle of a body that ended, or ends, on `due` was submitted.
    pub fn submitted(&self, body: Body, due: NaiveDate) -> Option<NaiveDate> {
        let submitted = match body {
            Body::Aapc => &self.aapc_submitted,
            Body::Ahima => &self.ahima_submitted,
        };
        submitted
            .iter()
            .find(|(last, _)| is_same_due(*last, due))
            .map(|(_, on)| *on)
    }

    /// Notes on which day a cycle was submitted, or that it was not.
    pub fn submit(&mut self, body: Body, due: NaiveDate, on: Option<NaiveDate>) {
        let submitted = match body {
            Body::Aapc => &mut self.aapc_submitted,
            Body::Ahima => &mut self.ahima_submitted,
        };
        submitted.retain(|(last, _)| !is_same_due(*last, due));
        submitted.extend(on.map(|on| (due, on)));
    }

    /// What the plan was made for; `None` if there is none, or its table is a later release's.
    pub fn plan(&self) -> Option<Plan> {
        Some(Plan {
            edition: Edition::from_key(&self.plan_rules)?,
            total: self.plan_total?,
        })
    }

    /// Remembers what the plan is made for.
    pub fn remember(&mut self, plan: Plan) {
        plan.edition.key().clone_into(&mut self.plan_rules);
        self.plan_total = Some(plan.total);
    }

    /// AAPC's table that the reader chose.
    pub fn edition(&self) -> Option<Edition> {
        Edition::from_key(&self.rules)
    }

    /// Remembers the reader's choice of a table.
    pub fn choose(&mut self, edition: Edition) {
        edition.key().clone_into(&mut self.rules);
    }
}

/// Whether two days are the due day of one cycle, of which one may have been corrected since: from a month's last day to
/// the exact one, or to the right month. Cycles are two years long.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::log::is_same_due;
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// assert!(is_same_due(day(2027, 1, 31), day(2027, 1, 15)));
/// assert!(!is_same_due(day(2027, 1, 31), day(2025, 1, 31)));
/// ```
pub fn is_same_due(one: NaiveDate, other: NaiveDate) -> bool {
    (one - other).num_days().abs() <= 92
}

impl Profile {
    pub(super) fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::Profile, json)?;
        let other_aapc = fields.number("other_aapc")?.unwrap_or_default();
        let month = |number| Month::try_from(u8::try_from(number).ok()?).ok();
        Ok(Self {
            held: fields.texts("held")?,
            other_aapc: u8::try_from(other_aapc)
                .map_err(|_| fields.fault("other_aapc", Expected::SmallNumber))?,
            rules: fields.text("rules")?,
            since: fields.days("since")?,
            specialties: fields.texts("specialties")?,
            aapc_due: fields.parsed("aapc_due", Expected::Day, parse_day)?,
            aapc_month: fields
                .number("aapc_month")?
                .map(|number| {
                    month(number).ok_or_else(|| fields.fault("aapc_month", Expected::SmallNumber))
                })
                .transpose()?,
            aapc_tracker: fields.parsed("aapc_tracker", Expected::Ceus, parse_ceus)?,
            aapc_tracker_on: fields.parsed("aapc_tracker_on", Expected::Day, parse_day)?,
            ahima_start: fields.parsed("ahima_start", Expected::Day, parse_day)?,
            ahima_tracker: fields.parsed("ahima_tracker", Expected::Ceus, parse_ceus)?,
            ahima_tracker_on: fields.parsed("ahima_tracker_on", Expected::Day, parse_day)?,
            aapc_submitted: read_submitted(&mut fields, "aapc_submitted")?,
            ahima_submitted: read_submitted(&mut fields, "ahima_submitted")?,
            plan_rules: fields.text("plan_rules")?,
            plan_total: fields.parsed("plan_total", Expected::Ceus, parse_ceus)?,
            unknown: fields.unknown(),
        })
    }

    pub(super) fn write(&self) -> String {
        let mut object = Writer::with(&self.unknown);
        object.texts("held", self.held.iter().map(String::as_str));
        if self.other_aapc > 0 {
            object.json("other_aapc", &self.other_aapc.to_string());
        }
        object.text("rules", &self.rules);
        object.days(
            "since",
            self.since.iter().map(|(code, day)| (code.as_str(), *day)),
        );
        object.texts("specialties", self.specialties.iter().map(String::as_str));
        if let Some(month) = self.aapc_month {
            object.json("aapc_month", &month.number_from_month().to_string());
        }
        for (name, submitted) in [
            ("aapc_submitted", &self.aapc_submitted),
            ("ahima_submitted", &self.ahima_submitted),
        ] {
            let dues: Vec<String> = submitted.iter().map(|(due, _)| format_day(*due)).collect();
            let days = submitted.iter().map(|(_, on)| *on);
            object.days(name, dues.iter().map(String::as_str).zip(days));
        }
        object.text("plan_rules", &self.plan_rules);
        for (name, day) in [
            ("aapc_due", self.aapc_due),
            ("aapc_tracker_on", self.aapc_tracker_on),
            ("ahima_start", self.ahima_start),
            ("ahima_tracker_on", self.ahima_tracker_on),
        ] {
            object.text(name, &day.map(format_day).unwrap_or_default());
        }
        for (name, ceus) in [
            ("aapc_tracker", self.aapc_tracker),
            ("ahima_tracker", self.ahima_tracker),
            ("plan_total", self.plan_total),
        ] {
            object.text(name, &ceus.map(|ceus| ceus.to_string()).unwrap_or_default());
        }
        object.end()
    }
}

fn read_submitted(fields: &mut Fields, name: &'static str) -> Result<Submitted, Unreadable> {
    let mut submitted = Vec::new();
    for (due, on) in fields.days(name)? {
        let due = parse_day(&due).ok_or_else(|| fields.fault(name, Expected::Day))?;
        submitted.push((due, on));
    }
    Ok(submitted)
}
