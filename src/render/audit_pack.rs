//! The audit pack: what one body's auditor asks of one period, to be printed and handed over.
//!
//! A body's own pages say what it looks at: AAPC, that a certificate shows the index number, the sponsor, the title, the
//! number of CEUs and the date; AHIMA, a domain and who gave it. So these are the columns, and what is not noted is named
//! in its place. Sources stand with their addresses: on paper no link can be followed.

use chrono::NaiveDate;

use super::account::{fine, is_here, is_movable, pages, requirement, say, text};
use super::{Block, Table};
use crate::app::DateOrder;
use crate::ledger::{Account, Sort, Verdict};
use crate::log::AhimaClaim;
use crate::rules::{Body, Ceus, Edition, Holdings, RuleId};
use crate::words::{self, WORDS, fill, ledger as told};

/// Whether there is anything to hand over: something was done that has to do with the period.
pub fn has_audit_pack(account: &Account<'_>) -> bool {
    let mut verdicts = account.verdicts();
    verdicts.any(|verdict| is_done_here(account, &verdict))
}

fn is_done_here(account: &Account<'_>, verdict: &Verdict<'_>) -> bool {
    !verdict.is_planned && is_here(account, verdict)
}

/// What an auditor is handed of a period: whose record it is, what was asked, each activity that counts with what its
/// certificate must show, each that does not and why, the sums, what is lacking, and every source with its address.
///
/// The name is what the holder typed; `held` is what they hold, and `today` the day of the print.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::app::DateOrder;
/// use coderpath::render::{Block, audit_pack};
/// use coderpath::{ledger, log::Profile, rules::{Body, CredentialId, Edition}};
/// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Ccs, true);
/// let ahima = ledger::account(Body::Ahima, &[], &profile, Edition::Article, today, 0).unwrap();
/// let (held, dates) = (profile.holdings(), DateOrder::MonthFirst);
/// let pack = audit_pack(&ahima, "A. Coder", &held, Edition::Article, today, dates);
/// let Some(Block::Pairs(pairs)) = pack.get(1) else { panic!() };
/// assert_eq!(pairs[0], ("Holder".to_owned(), "A. Coder".to_owned()));
/// ```
pub fn audit_pack(
    account: &Account<'_>,
    name: &str,
    held: &Holdings,
    edition: Edition,
    today: NaiveDate,
    dates: DateOrder,
) -> Vec<Block> {
    let mut pack = vec![Block::Heading(words::audit_pack_title(account.body))];
    head(&mut pack, account, name, held, today, dates);
    sums(&mut pack, account);
    let (gist, asked, for_asked) = requirement(account, edition, dates);
    pack.push(Block::Subheading(gist));
    pack.extend(asked);
    let mut applied = Vec::new();
    counted(&mut pack, &mut applied, account, dates);
    not_counted(&mut pack, &mut applied, account, dates);
    lacking(&mut pack, account);
    behind(&mut pack, applied, for_asked, account.body, dates);
    pack
}

fn head(
    pack: &mut Vec<Block>,
    account: &Account<'_>,
    name: &str,
    held: &Holdings,
    today: NaiveDate,
    dates: DateOrder,
) {
    let texts = &WORDS.audit_pack;
    let body = account.body;
    let period = account.cycle.map(|(cycle, _)| words::cycle(cycle, dates));
    let submitted = account.dates.and_then(|dates| dates.submitted);
    let mut pairs = Vec::new();
    for (term, what) in [
        (texts.holder, Some(words::holder(name))),
        (texts.credentials, Some(words::held_credentials(held, body))),
        (
            texts.period,
            Some(period.unwrap_or_else(|| texts.no_period.to_owned())),
        ),
        (
            texts.submitted,
            submitted.map(|submitted| words::day(submitted, dates)),
        ),
        (texts.printed, Some(words::day(today, dates))),
    ] {
        pairs.extend(what.map(|what| (term.to_owned(), what)));
    }
    pack.push(Block::Pairs(pairs));
    pack.push(fine(words::own_record(body)));
}

/// The sums, which add up: what counts and what does not are all that was done for the period.
fn sums(pack: &mut Vec<Block>, account: &Account<'_>) {
    let texts = &WORDS.audit_pack;
    let mut claimed = Ceus::ZERO;
    let mut planned = 0_usize;
    for verdict in account.verdicts() {
        if is_done_here(account, &verdict) {
            claimed = claimed + verdict.claimed;
        } else if is_here(account, &verdict) {
            planned = planned.saturating_add(1);
        }
    }
    let now = &account.now;
    pack.push(Block::Subheading(texts.sums.to_owned()));
    let mut pairs = Vec::new();
    let asked = account.asked.total;
    for (term, sum) in [
        (texts.sum_counted, Some(now.counted)),
        (texts.sum_not_counted, Some(claimed.less(now.counted))),
        (texts.sum_all, Some(claimed)),
        (texts.sum_asked, asked),
        (texts.sum_missing, asked.map(|_| now.short)),
    ] {
        pairs.extend(sum.map(|sum| (term.to_owned(), words::ceus(sum))));
    }
    for minimum in &now.minimums {
        pairs.push(told::minimum_line(minimum));
    }
    pack.push(Block::Pairs(pairs));
    if planned > 0 {
        let planned = told::activities(planned);
        pack.push(Block::Fine(fill(texts.planned, &[&planned])));
    }
}

fn counted(
    pack: &mut Vec<Block>,
    applied: &mut Vec<RuleId>,
    account: &Account<'_>,
    dates: DateOrder,
) {
    let (texts, labels) = (&WORDS.audit_pack, &WORDS.tracker);
    let body = account.body;
    let is_specific = |sort: &Sort| matches!(sort, Sort::Specific(_));
    let mut asked = account.asked.minimums.iter();
    let has_specific = asked.any(|portion| is_specific(&portion.sort));
    let mut is_any_movable = false;
    let mut rows = Vec::new();
    for verdict in account.verdicts() {
        if !verdict.is_done() {
            continue;
        }
        is_any_movable |= is_movable(account, &verdict);
        let entry = verdict.shown.entry;
        let mut cells = vec![words::day(entry.date, dates)];
        cells.extend(match body {
            Body::Aapc => [
                words::noted_sponsor(entry),
                words::noted_index_number(entry),
            ],
            Body::Ahima => [words::noted_domain(entry), words::noted_source(entry)],
        });
        cells.push(words::part_of(verdict.counted, verdict.claimed));
        if has_specific {
            cells.push(words::specific_to(&verdict));
        }
        cells.push(words::noted_certificate(entry, body));
        rows.push((words::noted_title(entry), cells));
    }
    let count = told::activities(rows.len());
    let sum = words::ceus(account.now.counted);
    pack.push(Block::Subheading(fill(texts.counts, &[&sum, &count])));
    if rows.is_empty() {
        pack.push(text(texts.nothing_counts));
        return;
    }
    let mut columns = vec![labels.date];
    columns.extend(match body {
        Body::Aapc => [WORDS.log.sponsor, WORDS.log.index_number],
        Body::Ahima => [WORDS.log.domain, WORDS.log.source],
    });
    columns.push(labels.ceus);
    if has_specific {
        columns.push(texts.specific);
    }
    columns.push(labels.certificate);
    pack.push(table(texts.counts_caption, &columns, rows));
    if is_any_movable {
        pack.push(fine(WORDS.ledger.renewal_month));
        applied.push(RuleId::AapcRenewalMonth);
    }
}

fn table(caption: &str, columns: &[&str], rows: Vec<(String, Vec<String>)>) -> Block {
    let mut heads = Vec::new();
    for column in columns {
        heads.push((*column).to_owned());
    }
    Block::Table(Table {
        caption: caption.to_owned(),
        corner: WORDS.log.title.to_owned(),
        columns: heads,
        rows,
    })
}

fn not_counted(
    pack: &mut Vec<Block>,
    applied: &mut Vec<RuleId>,
    account: &Account<'_>,
    dates: DateOrder,
) {
    let texts = &WORDS.audit_pack;
    let mut sum = Ceus::ZERO;
    let mut rows = Vec::new();
    for verdict in account.verdicts() {
        if !is_done_here(account, &verdict) {
            continue;
        }
        if let Some((ceus, why)) = verdict.uncounted {
            let rule = why.rule(account.body);
            let entry = verdict.shown.entry;
            sum = sum + ceus;
            let cells = vec![
                words::day(entry.date, dates),
                words::part_of(ceus, verdict.claimed),
                told::why(why, account.body, dates),
                words::rule_name(rule).to_owned(),
            ];
            rows.push((words::noted_title(entry), cells));
            applied.push(rule);
        }
    }
    if rows.is_empty() {
        return;
    }
    let gist = fill(texts.not_counted, &[&words::ceus(sum)]);
    pack.push(Block::Subheading(gist));
    let columns = [
        WORDS.tracker.date,
        texts.not_counted_ceus,
        texts.why,
        texts.rule,
    ];
    pack.push(table(texts.not_counted_caption, &columns, rows));
}

fn lacking(pack: &mut Vec<Block>, account: &Account<'_>) {
    let texts = &WORDS.audit_pack;
    if account.now.counted == Ceus::ZERO {
        return;
    }
    pack.push(Block::Subheading(texts.lacking.to_owned()));
    let mut lines = Vec::new();
    for unproved in &account.audit {
        lines.push(told::unproved(unproved));
    }
    if account.body == Body::Ahima {
        // The account asks to look at these; here they are columns of which something is missing.
        lines.extend(without(account, texts.lacks_domain, |claim| {
            claim.domain.is_none()
        }));
        lines.extend(without(account, texts.lacks_source, |claim| {
            claim.source.is_none()
        }));
    }
    pack.push(if lines.is_empty() {
        text(texts.nothing_lacking)
    } else {
        Block::List(lines)
    });
}

/// How many activities lack something of AHIMA's columns, and how much rests on them.
fn without(
    account: &Account<'_>,
    what: &str,
    is_lacking: fn(&AhimaClaim) -> bool,
) -> Option<String> {
    let (mut count, mut sum) = (0_usize, Ceus::ZERO);
    for verdict in account.verdicts() {
        let claim = verdict.shown.entry.ahima.as_ref();
        if verdict.is_done() && claim.is_some_and(is_lacking) {
            count = count.saturating_add(1);
            sum = sum + verdict.counted;
        }
    }
    (count > 0).then(|| told::lacks(what, count, sum))
}

/// What the rules say by which activities count or do not, each once; and the pages of all rules, with their addresses.
fn behind(
    pack: &mut Vec<Block>,
    applied: Vec<RuleId>,
    for_asked: Vec<RuleId>,
    body: Body,
    dates: DateOrder,
) {
    let proof = match body {
        Body::Aapc => RuleId::AapcCertificate,
        Body::Ahima => RuleId::AhimaProof,
    };
    let mut rules = Vec::new();
    for rule in applied.into_iter().chain([proof]) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    pack.push(Block::Subheading(WORDS.audit_pack.rules.to_owned()));
    pack.push(say(&rules, dates));
    // What is asked stands first, and so do its pages.
    let mut all = for_asked;
    all.append(&mut rules);
    let mut lines = Vec::new();
    for page in pages(&all) {
        lines.push(words::printed_source(page, dates));
    }
    pack.push(Block::Subheading(WORDS.frame.sources.to_owned()));
    pack.push(Block::List(lines));
    pack.push(fine(WORDS.frame.sources_may_change));
}
