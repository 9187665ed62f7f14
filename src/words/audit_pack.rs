//! The audit pack in words: what an auditor is handed, and what stands around it on the screen.

use super::WORDS;
use super::log::{ahima_source, domain};
use super::rules::{body as body_name, source_line};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::ledger::{Sort, Verdict};
use crate::log::{AapcClaim, AhimaClaim, Entry};
use crate::rules::{Body, Ceus, Holdings, Source};

section! {
    /// The audit pack.
    AuditPackTexts {
        open: "Audit pack for {0}, to print",
        heading: "Audit pack for {0}",
        how: "A record of this period, to print or to save as a PDF. What is printed begins below.",
        your_name: "Your name, as it is to be printed",
        your_name_hint: "It is stored only if you tick the box below. It is never part of a backup, but this site’s own scripts can read what is stored.",
        remember: "Remember my name in this browser",
        not_remembered: "This browser did not store your name. It stays here while this page is open.",
        print: "Print",
        close: "Close the audit pack",
        not_printed: "If nothing opened, this page may not print by itself. The print command in your browser’s menu prints the same.",

        title: "Record of CEUs for {0}",
        holder: "Holder",
        no_name: "no name given",
        credentials: "Credentials",
        others: "{0} more",
        no_credentials: "none noted",
        period: "Period",
        no_period: "no dates noted, so every activity is in it",
        submitted: "Submitted on",
        printed: "Printed on",
        own_record_aapc: "This is the holder’s own record and not AAPC’s: what AAPC’s CEU tracker shows has the last word. In it “you” are the holder, and “we” is Coderpath, the program that drew it up.",
        own_record_ahima: "This is the holder’s own record and not AHIMA’s: what AHIMA’s CEU Center shows has the last word. In it “you” are the holder, and “we” is Coderpath, the program that drew it up.",

        counts: "What counts: {0}, in {1}",
        counts_caption: "Activities of which something counts, by day",
        nothing_counts: "Nothing counts in this period.",
        specific: "Specific to",
        none: "none",
        part: "{0} of {1}",
        no_title: "no title noted",
        no_sponsor: "no sponsor noted",
        no_index_number: "no index number noted",
        cms: "none: web training of CMS",
        no_domain: "no domain noted",
        no_source: "not noted",
        certificate: "on file",
        no_certificate: "not on file",

        not_counted: "What does not count: {0}",
        not_counted_caption: "Activities of which something does not count, by day",
        not_counted_ceus: "CEUs that do not count",
        why: "Why",
        rule: "Rule",

        sums: "Sums",
        sum_counted: "What counts",
        sum_not_counted: "What does not count",
        sum_all: "Together, done for this period",
        sum_asked: "What this period asks",
        sum_missing: "What is missing of the total",
        planned: "What is still planned is left out: {0}.",

        lacking: "What is lacking",
        lacks_domain: "No domain",
        lacks_source: "Not noted who gave it",
        nothing_lacking: "Nothing that an audit asks for is lacking in this log.",
        rules: "The rules behind it",
        source: "{0} · {1} · {2}",
    }
}

/// The button that opens the pack of a body.
pub fn open_audit_pack(of: Body) -> String {
    fill(WORDS.audit_pack.open, &[body_name(of)])
}

/// The heading over a pack on the screen.
pub fn audit_pack_heading(of: Body) -> String {
    fill(WORDS.audit_pack.heading, &[body_name(of)])
}

/// The title of a pack.
pub fn audit_pack_title(of: Body) -> String {
    fill(WORDS.audit_pack.title, &[body_name(of)])
}

/// Whose record it is.
pub const fn own_record(of: Body) -> &'static str {
    match of {
        Body::Aapc => WORDS.audit_pack.own_record_aapc,
        Body::Ahima => WORDS.audit_pack.own_record_ahima,
    }
}

/// The name on one line, or that none was given.
pub fn holder(name: &str) -> String {
    said(name, WORDS.audit_pack.no_name)
}

/// What is held of a body's credentials, by their letters.
pub fn held_credentials(held: &Holdings, of: Body) -> String {
    let texts = &WORDS.audit_pack;
    let mut letters = Vec::new();
    for id in held.named() {
        if id.body() == of {
            letters.push(id.code().to_owned());
        }
    }
    if of == Body::Aapc && held.other_aapc > 0 {
        letters.push(fill(texts.others, &[&held.other_aapc.to_string()]));
    }
    if letters.is_empty() {
        letters.push(texts.no_credentials.to_owned());
    }
    letters.join(", ")
}

/// A part of a claim: "3 of 5", or only "5" where it is all of it.
pub fn part_of(part: Ceus, whole: Ceus) -> String {
    if part == whole {
        whole.to_string()
    } else {
        let (part, whole) = (part.to_string(), whole.to_string());
        fill(WORDS.audit_pack.part, &[&part, &whole])
    }
}

/// The title of an activity.
pub fn noted_title(entry: &Entry) -> String {
    said(&entry.title, WORDS.audit_pack.no_title)
}

/// The sponsor of an activity.
pub fn noted_sponsor(entry: &Entry) -> String {
    said(&entry.sponsor, WORDS.audit_pack.no_sponsor)
}

/// The index number of an activity. Web training of CMS has none.
pub fn noted_index_number(entry: &Entry) -> String {
    let is_cms = |claim: &AapcClaim| claim.cms;
    let texts = &WORDS.audit_pack;
    let lacking = if entry.aapc.as_ref().is_some_and(is_cms) {
        texts.cms
    } else {
        texts.no_index_number
    };
    said(&entry.index_number, lacking)
}

/// AHIMA's domain of an activity.
pub fn noted_domain(entry: &Entry) -> String {
    let of = |claim: &AhimaClaim| claim.domain;
    let noted = entry.ahima.as_ref().and_then(of);
    noted.map_or(WORDS.audit_pack.no_domain, domain).to_owned()
}

/// Who gave an activity, as AHIMA sorts them.
pub fn noted_source(entry: &Entry) -> String {
    let of = |claim: &AhimaClaim| claim.source;
    let noted = entry.ahima.as_ref().and_then(of);
    noted
        .map_or(WORDS.audit_pack.no_source, ahima_source)
        .to_owned()
}

/// Whether the certificate for a body is on file.
pub fn noted_certificate(entry: &Entry, of: Body) -> String {
    if entry.has_certificate(of) == Some(true) {
        WORDS.audit_pack.certificate
    } else {
        WORDS.audit_pack.no_certificate
    }
    .to_owned()
}

/// What a claim is specific to.
pub fn specific_to(verdict: &Verdict<'_>) -> String {
    let mut letters: Vec<&str> = Vec::new();
    for sort in verdict.serves() {
        if let Sort::Specific(code) = sort {
            letters.push(code);
        }
    }
    if letters.is_empty() {
        letters.push(WORDS.audit_pack.none);
    }
    letters.join(", ")
}

/// A page with its address, for paper, where no link can be followed.
pub fn printed_source(page: &Source, dates: DateOrder) -> String {
    let line = source_line(page, dates);
    fill(WORDS.audit_pack.source, &[page.title, page.url, &line])
}

/// A text on one line, or that it is lacking. What controls a line or a terminal is no part of a text.
fn said(text: &str, lacking: &str) -> String {
    let mut words = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_control()) {
        if !word.is_empty() {
            words.push(word);
        }
    }
    if words.is_empty() {
        lacking.to_owned()
    } else {
        words.join(" ")
    }
}
