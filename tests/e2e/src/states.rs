//! The states in which a reader can meet the widget. Checks and pictures go through all of them.
//!
//! A further state is one more row of [`STATES`], with the function that brings a widget into it.

use std::pin::Pin;

use serde_json::{Value, json};

use crate::reader::{Activity, BEGINNER};
use crate::session::Session;
use crate::widget::Widget;

/// The day on which all states are met.
const TODAY: &str = "2026-11-23";

/// A state of the widget, and how to get there.
pub struct State {
    /// Its name, as a part of a file's name.
    pub name: &'static str,
    reach: for<'s> fn(&'s Session, &'s str) -> Steps<'s>,
}

type Steps<'s> = Pin<Box<dyn Future<Output = Widget<'s>> + 's>>;

impl State {
    /// Opens the page, in a profile that has not seen it before, and brings its first widget into this state.
    pub async fn reach<'s>(&self, session: &'s Session, page: &'s str) -> Widget<'s> {
        session.pretend_today(TODAY);
        (self.reach)(session, page).await
    }
}

/// The table of states: a name, and the function that gets there.
macro_rules! states {
    ($($name:literal: $reach:ident,)*) => {
        &[$(State {
            name: $name,
            reach: |session, page| Box::pin($reach(session, page)),
        }),*]
    };
}

/// Every state, view by view.
pub const STATES: &[State] = states! {
    "path-first-question": first_question,
    "path-answered": answered,
    "path-why-we-ask": why_we_ask,
    "path-answer-missing": answer_missing,
    "path-earlier-answers": earlier_answers,
    "path-link-damaged": link_damaged,
    "path-result": result,
    "path-result-tied": result_tied,
    "path-result-holder": result_of_holder,
    "path-what-if": what_if,
    "path-all-held": all_held,
    "ceus-by-number": calculator,
    "ceus-first-cycle": first_cycle,
    "ceus-nothing-held": nothing_held,
    "ceus-both-bodies": both_bodies,
    "ceus-not-stored": not_stored,
    "log-empty": log,
    "log-account": account,
    "log-account-unfolded": account_unfolded,
    "log-first-period": first_period,
    "log-submitted": submitted,
    "log-next-period": next_period,
    "log-audit-pack": audit_pack,
    "log-plan-changed": plan_changed,
    "log-profile": profile,
    "log-form-pins": form_pins,
    "log-filled": log_filled,
    "log-complete": log_complete,
    "log-period": log_period,
    "log-form": form,
    "log-form-unfolded": form_unfolded,
    "log-form-faults": form_faults,
    "log-editing": editing,
    "log-undo": undo,
    "log-search": search,
    "log-search-none": search_without_matches,
    "log-draft": draft,
    "log-conflict": conflict,
    "log-conflicts-past": conflicts_past,
    "log-conflicts-seen": conflicts_seen,
    "log-reminder": reminder,
    "log-place": place,
    "log-link": link,
    "log-backup-opened": backup_opened,
    "log-sheet": sheet,
    "log-sheet-columns": sheet_columns,
    "log-storage-emptied": storage_emptied,
    "log-damaged": damaged,
    "log-storage-blocked": storage_blocked,
    "questions": questions,
    "questions-answer": question_opened,
    "questions-none": question_not_found,
    "rules": rules,
    "rules-unfolded": rules_unfolded,
};

const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers 25 and 59",
    date: "2026-10-05",
    aapc: "1.5",
    ahima: "",
};
const MEETING: Activity<'_> = Activity {
    title: "Chapter meeting",
    date: "2026-11-22",
    aapc: "1",
    ahima: "0.75",
};
const READING: Activity<'_> = Activity {
    title: "ICD-10-PCS in depth",
    date: "2026-09-01",
    aapc: "",
    ahima: "2",
};
/// Before the period of the others.
const LAST_YEARS: Activity<'_> = Activity {
    title: "Last year’s conference",
    date: "2025-01-31",
    aapc: "8",
    ahima: "",
};
const CONFERENCE: Activity<'_> = Activity {
    title: "Regional conference, both days, with the workshops on outpatient facility coding",
    date: "2026-06-12",
    aapc: "36",
    ahima: "20",
};

async fn first_question<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.find(".quiz").await;
    widget
}

async fn answered<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = first_question(session, page).await;
    widget.mark(BEGINNER[0].1).await;
    widget.find("input:checked").await;
    widget
}

async fn why_we_ask<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.answer_all(&BEGINNER[..1]).await;
    widget.headed(BEGINNER[1].0).await;
    widget.unfold_all().await;
    widget.find(".terms").await;
    widget
}

async fn answer_missing<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.press("Next").await;
    widget.find("#question-fault:not(:empty)").await;
    widget
}

async fn earlier_answers<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.answer_all(&BEGINNER[..3]).await;
    let (question, answer) = BEGINNER[3];
    widget.headed(question).await;
    widget.mark(answer).await;
    widget.find("input:checked").await;
    widget
}

/// What a link with this code leads to.
async fn linked<'s>(session: &'s Session, page: &str, code: &str) -> Widget<'s> {
    session.read(&format!("{page}#coderpath={code}")).await
}

async fn link_damaged<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = linked(session, page, "1.zzz").await;
    widget.find(".link-fault .warning").await;
    widget
}

async fn result<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.answer_all(&BEGINNER).await;
    widget.headed("CPC").await;
    widget
}

/// Of one who is not sure of anything, so that everything is equal and most answers would change it.
async fn result_tied<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = linked(session, page, "1.aaaaaaaz").await;
    widget.find(".lead.close").await;
    widget.unfold_all().await;
    widget.find(".comparison table").await;
    widget
}

/// Of one who holds the CPC, is drawn to admitted patients and is not sure of the rest.
async fn result_of_holder<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = linked(session, page, "1.ccdaaaaw").await;
    widget.headed("CCS").await;
    widget.find(".second").await;
    widget
}

async fn what_if<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = result_of_holder(session, page).await;
    widget.unfold("What if you had said something else?").await;
    let other = "“People who visit a doctor’s office” instead of “Admitted patients who stay in the hospital”: CPC-H (now COC)";
    widget.press(other).await;
    widget.find(".what-if").await;
    widget
}

async fn all_held<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.answer(BEGINNER[0].0, "All three").await;
    widget.headed("You hold all three").await;
    widget
}

async fn calculator<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("How many CEUs?").await;
    widget
}

async fn first_cycle<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = calculator(session, page).await;
    widget.mark("2").await;
    widget.unfold("My first period is shorter").await;
    let months = widget.field("Months from certification").await;
    months.choose("18").await;
    widget.find(".worked").await;
    widget
}

async fn nothing_held<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = calculator(session, page).await;
    widget.mark("What I hold").await;
    widget.find(".holdings").await;
    widget
}

async fn both_bodies<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = nothing_held(session, page).await;
    for credential in ["CPC", "CPC-H (now COC)", "CCS"] {
        widget.tick(credential, true).await;
    }
    widget.total("aapc", "48").await;
    widget.total("ahima", "20").await;
    widget
}

/// Storage has no room for what is held.
async fn not_stored<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = nothing_held(session, page).await;
    let fill = "Storage.prototype.setItem = () => { throw new DOMException('It is full.', 'QuotaExceededError'); };";
    session.execute(fill, &[]).await;
    widget.tick("CPC", true).await;
    widget.find(".offered p").await;
    widget
}

async fn log<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("My CEU log").await;
    widget
}

/// The log of somebody who holds the CPC and the CCS, with nothing in it.
async fn log_of_holder<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = nothing_held(session, page).await;
    widget.tick("CPC", true).await;
    widget.tick("CCS", true).await;
    widget.open("My CEU log").await;
    widget
}

/// Somebody who holds a CPC, a CPMA and a CCS, with a log in which something is the matter with most activities.
async fn account<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let holder = json!({
        "held": ["CPC", "CPMA", "CCS"],
        "since": { "CPC": "2020-02-29", "CPMA": "2026-03-01", "CCS": "2025-06-15" },
        "aapc_due": "2027-01-31",
        "plan_rules": "article",
        "plan_total": "48",
    });
    let events = [
        json!({ "date": "2025-04-10", "title": "Regional conference", "sponsor": "AAPC", "index_number": "10001",
            "aapc": { "ceus": "12", "certificate": true, "entered": true } }),
        json!({ "date": "2025-09-02", "title": "ICD-10-PCS in depth", "sponsor": "AHIMA",
            "ahima": { "ceus": "6", "domain": "clinical-foundations", "source": "ahima", "certificate": true } }),
        json!({ "date": "2026-02-03", "title": "Auditing evaluation and management", "sponsor": "Local chapter",
            "index_number": "20002", "aapc": { "ceus": "4", "for": ["core", "CPMA"], "certificate": true } }),
        json!({ "date": "2026-05-12", "title": "Auditing operative reports", "sponsor": "NAMAS", "index_number": "30003",
            "aapc": { "ceus": "6.5", "for": ["CPMA"] }, "ahima": { "ceus": "6", "domain": "other" } }),
        json!({ "date": "2026-06-09", "title": "Chapter meeting", "sponsor": "Local chapter",
            "aapc": { "ceus": "1.25" }, "ahima": { "ceus": "1" } }),
        json!({ "date": "2026-07-14", "title": "Chapter meeting", "sponsor": "Local chapter",
            "aapc": { "ceus": "1" } }),
        json!({ "date": "2026-08-20", "title": "Regional conference, again", "sponsor": "AAPC", "index_number": "10001",
            "aapc": { "ceus": "12", "certificate": true } }),
        json!({ "date": "2026-09-30", "title": "A term of medical terminology", "sponsor": "Community college",
            "kind": "teaching", "aapc": { "ceus": "5" } }),
        json!({ "date": "2024-11-02", "title": "Outpatient update", "sponsor": "AAPC", "index_number": "40004",
            "aapc": { "ceus": "9", "certificate": true, "entered": true } }),
        json!({ "date": "2026-12-10", "title": "Auditing for the new year", "sponsor": "NAMAS", "state": "planned",
            "aapc": { "ceus": "8", "for": ["CPMA"] } }),
        json!({ "date": "2027-01-20", "title": "Winter conference", "sponsor": "AAPC", "state": "planned",
            "aapc": { "ceus": "14" }, "ahima": { "ceus": "4", "domain": "revenue-cycle", "source": "component" } }),
    ];
    let widget = session.log_of(page, &holder, &events).await;
    widget.total("aapc", "24.75 of 48 CEUs").await;
    widget
}

async fn account_unfolded<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = account(session, page).await;
    widget.unfold_all().await;
    widget.find("[data-body=aapc] svg").await;
    widget
}

/// The first period of somebody whose tracker shows 27.
async fn first_period<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let holder = json!({
        "held": ["CPC"],
        "since": { "CPC": "2025-08-01" },
        "aapc_month": 1,
        "aapc_tracker": "27",
    });
    let events = [
        json!({ "date": "2026-03-03", "title": "Modifiers 25 and 59", "sponsor": "AAPC", "index_number": "10001",
            "aapc": { "ceus": "26", "certificate": true } }),
        json!({ "date": "2027-01-12", "title": "New Year update", "sponsor": "AAPC", "state": "planned",
            "aapc": { "ceus": "2" } }),
    ];
    let widget = session.log_of(page, &holder, &events).await;
    widget.total("aapc", "26 of 27 CEUs").await;
    widget.unfold_all().await;
    widget
}

/// The last period, which was submitted.
async fn submitted<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = account(session, page).await;
    widget.press("AAPC: The previous period").await;
    widget.total("aapc", "9 of 36 CEUs").await;
    widget.unfold_all().await;
    widget.press("I have submitted this period to AAPC").await;
    widget.field("Submitted on").await;
    widget
}

async fn next_period<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = account(session, page).await;
    widget.press("AAPC: The next period").await;
    widget
        .shows("This period begins on February 1, 2027.")
        .await;
    widget
}

/// The pack for AAPC, with a name on it.
async fn audit_pack<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = account(session, page).await;
    widget.unfold_all().await;
    widget.press("Audit pack for AAPC, to print").await;
    let name = widget.field("Your name, as it is to be printed").await;
    name.fill("Ana María Coder").await;
    widget.shows("What does not count: 17 CEUs").await;
    widget
}

/// A plan for two certifications by the article's table, and the later table in use.
async fn plan_changed<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let holder = json!({
        "held": ["CPC", "COC"],
        "rules": "latest",
        "aapc_due": "2027-01-31",
        "plan_rules": "article",
        "plan_total": "48",
    });
    let widget = session.log_of(page, &holder, &[]).await;
    widget.shows("48 became 40").await;
    widget
}

/// Everything that can be told of oneself.
async fn profile<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = account(session, page).await;
    widget.unfold("What I hold, and my two-year period").await;
    widget.field("CPMA since").await;
    widget
}

/// An activity of the renewal month, approved for a specialty: both can be placed.
async fn form_pins<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = account(session, page).await;
    widget.press("Change: Winter conference").await;
    widget.find(".entry .entry-form").await;
    let approved = widget.field("AAPC approved it for").await;
    approved.fill("Core A, CPMA").await;
    widget.field("It counts in").await;
    widget.field("It counts towards").await;
    widget
}

/// Activities of two periods, so many that they can be searched.
async fn log_filled<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let holder = json!({ "held": ["CPC", "CCS"], "aapc_due": "2027-01-31" });
    let activities = [WEBINAR, MEETING, READING, LAST_YEARS].map(|activity| {
        let told = [
            ("date", json!(activity.date)),
            ("title", json!(activity.title)),
        ];
        let claims = [("aapc", activity.aapc), ("ahima", activity.ahima)]
            .into_iter()
            .filter(|(_, ceus)| !ceus.is_empty())
            .map(|(body, ceus)| (body, json!({ "ceus": ceus })));
        told.into_iter().chain(claims).collect::<Value>()
    });
    let widget = session.log_of(page, &holder, &activities).await;
    widget.unfold("What I hold, and my two-year period").await;
    widget.total("aapc", "2.5 of 36 CEUs").await;
    widget
}

async fn log_complete<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_of_holder(session, page).await;
    widget.add(&CONFERENCE).await;
    widget.total("aapc", "36 of 36 CEUs").await;
    widget.total("ahima", "20 of 20 CEUs").await;
    widget
}

async fn log_period<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.hold(&["CPC"]).await;
    let due = widget.field("My AAPC CEUs are due on").await;
    due.fill("2027-01-31").await;
    widget.shows("36 to go by January 31, 2027.").await;
    widget
        .field("My AAPC tracker asks for")
        .await
        .fill("forty")
        .await;
    session.press("Tab").await;
    widget.find("#aapc-tracker-fault:not(:empty)").await;
    widget
}

async fn form<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.click("#add").await;
    widget.type_activity(&MEETING).await;
    widget
}

async fn form_unfolded<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = form(session, page).await;
    widget.unfold("More: kind, state, certificate, notes").await;
    // Of this kind one thing more is asked.
    let kind = widget.field("Kind").await;
    kind.choose("Teaching at a post-secondary school").await;
    widget.field("Approved in advance by AAPC").await;
    widget
}

async fn form_faults<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.click("#add").await;
    let wrong = Activity {
        title: "",
        date: "2031-01-01",
        aapc: "many",
        ahima: "1.255",
    };
    widget.type_activity(&wrong).await;
    widget.press("Save").await;
    widget.find("#title-fault:not(:empty)").await;
    widget
}

async fn editing<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_filled(session, page).await;
    widget.press(&format!("Change: {}", WEBINAR.title)).await;
    widget.find(".entry .entry-form").await;
    widget
}

async fn undo<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_filled(session, page).await;
    widget.press(&format!("Delete: {}", WEBINAR.title)).await;
    widget.find("#undo").await;
    widget
}

async fn search<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_filled(session, page).await;
    let search = widget.field("Search the activities").await;
    search.fill("c").await;
    widget
        .unfold("Narrow it down: body, kind, state, certificate")
        .await;
    widget.field("Counting for").await.choose("AAPC").await;
    widget.titles(&[MEETING.title, LAST_YEARS.title]).await;
    widget
}

async fn search_without_matches<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_filled(session, page).await;
    let search = widget.field("Search the activities").await;
    search.fill("zebra").await;
    widget.titles(&[]).await;
    widget
}

/// The tab died while an activity was typed.
async fn draft<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    form(session, page).await;
    let widget = session.reload_log().await;
    widget.find(".offer").await;
    widget
}

/// One activity, of which another tab made another version at the same time.
async fn conflict<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.add(&WEBINAR).await;
    let change_elsewhere = "
        const key = Object.keys(localStorage).find((key) => key.startsWith('coderpath:1:entry:'));
        const stamp = key.split(':').at(-1);
        const later = stamp.replace(/-.*/, '-ffffffff');
        const changed = localStorage.getItem(key).replaceAll(stamp, later).replace('1.5', '2').replace(' and 59', ', 57 and 59');
        localStorage.setItem(key.replace(stamp, later), changed);";
    session.execute(change_elsewhere, &[]).await;
    let widget = session.reload_log().await;
    widget.shows("Changed in two places.").await;
    widget.find(".conflict table").await;
    widget
}

/// Two activities of past periods, of each of which a backup from another device brought a version of its own.
async fn conflicts_past<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let holder = json!({ "held": ["CPC", "CCS"], "aapc_due": "2027-01-31" });
    let activities = ["2026-10-05", "2026-09-01", "2026-06-09", "2024-11-02", "2022-05-12"].map(|date| {
        json!({ "date": date, "title": format!("Chapter meeting of {date}"), "aapc": { "ceus": "1" }, "ahima": { "ceus": "1" } })
    });
    let widget = session.log_of(page, &holder, &activities).await;
    let stamp = "1795410000001-00000002";
    let changed = |id: &str, date: &str, title: &str| {
        let entry = json!({ "date": date, "title": title, "kind": "event", "state": "done", "aapc": { "ceus": "1.5" },
            "notes": "With the slides" });
        let record = json!({ "v": 1, "id": id, "stamp": stamp, "entry": entry });
        (format!("coderpath:1:entry:{id}:{stamp}"), record)
    };
    let items: Value = [
        changed("a3", "2024-11-02", "Chapter meeting, November"),
        changed("a4", "2022-05-12", "Chapter meeting, May"),
    ]
    .into_iter()
    .collect();
    let backup = json!({ "coderpath": "backup", "v": 1, "made": "2026-11-01", "items": items });
    widget.unfold("Where your log lives, and backups").await;
    let file = session.file_to_upload("backup.json", backup.to_string().as_bytes());
    widget.type_into("#open-backup", &file).await;
    widget.press("Restore").await;
    widget
        .shows("2 activities were changed in two places.")
        .await;
    widget
}

/// The same once these alone are listed.
async fn conflicts_seen<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = conflicts_past(session, page).await;
    widget.press("See the versions").await;
    widget.find("#entry-a3 .conflict table").await;
    widget
        .unfold("Narrow it down: body, kind, state, certificate")
        .await;
    widget
}

/// Ten changes without a backup, of which the last was taken back.
async fn reminder<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let activities: Vec<Value> = (1..=9)
        .map(|number| json!({ "date": "2026-10-05", "title": format!("Webinar {number}"), "aapc": { "ceus": "1" } }))
        .collect();
    let widget = session
        .log_of(page, &json!({ "held": ["CPC"] }), &activities)
        .await;
    for title in ["Webinar 1", "Webinar 2"] {
        widget.press(&format!("Delete: {title}")).await;
        widget.says(".notice", &format!("Deleted: {title}.")).await;
    }
    widget.click("#undo").await;
    widget.find("#redo").await;
    widget.find(".reminder").await;
    widget
}

/// Where a log lives, and its backup as text.
async fn place<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.add(&WEBINAR).await;
    widget.unfold("Where your log lives, and backups").await;
    widget.shows("It takes ").await;
    widget.press("Show it as text instead").await;
    widget.field("Copy all of this into a file").await;
    widget
}

/// A link with the log in it.
async fn link<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.add(&WEBINAR).await;
    widget.unfold("Where your log lives, and backups").await;
    widget.press("Make a link").await;
    widget.field("A link with this log in it").await;
    widget
}

/// A backup with one activity more, one that was changed, and another profile.
async fn backup_opened<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_filled(session, page).await;
    widget.unfold("Where your log lives, and backups").await;
    let stamp = "1795410000001-00000002";
    let entry = |id: &str, title: &str| {
        json!({ "v": 1, "id": id, "stamp": stamp, "replaces": ["1795410000000-00000001"], "entry": {
            "date": "2026-11-01", "title": title, "kind": "event", "state": "done", "aapc": { "ceus": "1" } } })
    };
    let backup = json!({ "coderpath": "backup", "v": 1, "made": "2026-11-01", "items": {
        format!("coderpath:1:entry:a0:{stamp}"): entry("a0", "Modifiers, once more"),
        format!("coderpath:1:entry:b0:{stamp}"): entry("b0", "On the old computer"),
        format!("coderpath:1:profile:{stamp}"): { "v": 1, "stamp": stamp, "replaces": ["1795410000000-00000001"],
            "profile": { "held": ["CPC"] } },
    } });
    let file = session.file_to_upload("backup.json", backup.to_string().as_bytes());
    widget.type_into("#open-backup", &file).await;
    widget.button("Restore").await;
    widget
}

/// A spreadsheet with a row of every kind.
async fn sheet<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.add(&WEBINAR).await;
    let file = "My CEUs 2026\n\
        Date,Course title,Vendor,AAPC CEUs,Index #\n\
        2026-10-05,Modifiers 25 and 59,Local chapter,2,\n\
        2026-10-14,E/M audits,,1.5,0012345\n\
        10/15/2026,Ethics,Online,2 hours,\n\
        someday,A webinar with a title that goes on for quite a while,,1,\n\
        2026-10-14,E/M audits,,1.5,0012345\n\
        Total,,,6.5,\n";
    open_sheet(session, &widget, file).await;
    widget.shows("Passed over: 2").await;
    widget
}

/// A spreadsheet whose columns nobody could guess.
async fn sheet_columns<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.add(&WEBINAR).await;
    let file = "When,What,How much,Seen\n3/5/2026,Modifiers,1,yes\n4/6/2026,Audits,2,no\n";
    open_sheet(session, &widget, file).await;
    widget
        .shows("Choose the column that has the CEUs of each activity.")
        .await;
    widget
}

async fn open_sheet(session: &Session, widget: &Widget<'_>, text: &str) {
    widget.unfold("From a spreadsheet, and to one").await;
    let file = session.file_to_upload("ceus.csv", text.as_bytes());
    widget.type_into("#open-sheet", &file).await;
}

/// The page's own scripts cleared the site's storage.
async fn storage_emptied<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_filled(session, page).await;
    let clear = "
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.contentWindow.localStorage.clear();
        frame.remove();";
    session.execute(clear, &[]).await;
    widget.button("Store them again").await;
    widget
}

/// A log beside a record that is cut off, one of a newer release, and a draft that is cut off.
async fn damaged<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.add(&WEBINAR).await;
    let items = json!({
        "coderpath:1:entry:a:0000000000001-00000000": "{\"v\":1,\"id\":\"a\",\"stamp\":\"00000000",
        "coderpath:2:entry:b:0000000000001-00000000": "{\"v\":2,\"id\":\"b\"}",
        "coderpath:draft:c": "{\"title\":\"A title that is cut o",
    });
    let put =
        "for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text);";
    session.execute(put, &[items]).await;
    let widget = session.reload_log().await;
    widget.shows("One record is damaged").await;
    widget
        .shows("it is damaged and can only be shown as it is")
        .await;
    widget
}

async fn storage_blocked<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let script = "
        Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
        });";
    session.server().before_page_scripts(script);
    let widget = log(session, page).await;
    widget.find(".keeping .warning").await;
    widget
}

async fn questions<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("Questions").await;
    widget
}

async fn question_opened<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = questions(session, page).await;
    widget.press("CPC or CCS: which should I take?").await;
    widget.unfold("Sources").await;
    widget.find(".sources[open]").await;
    widget
}

async fn question_not_found<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = questions(session, page).await;
    let search = widget.field("Search the questions").await;
    search.fill("zebra").await;
    widget.shows("Nothing found for “zebra”.").await;
    widget
}

async fn rules<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("Rules and sources").await;
    widget
}

async fn rules_unfolded<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = rules(session, page).await;
    widget.unfold_all().await;
    widget
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::STATES;

    #[test]
    fn each_state_has_a_name_of_its_own_that_a_file_can_have() {
        let names: BTreeSet<&str> = STATES.iter().map(|state| state.name).collect();
        assert_eq!(names.len(), STATES.len(), "{names:?}");
        for name in names {
            let is_plain = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(is_plain, "{name}");
        }
    }
}
