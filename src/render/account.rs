//! A body's account, told in full: what stands under the glance of the log.

use chrono::NaiveDate;

use super::{Block, Table};
use crate::app::DateOrder;
use crate::ledger::{Account, Assumed, Computed, Cycle, MOST_EXACT, Sort, Tally, Verdict, Why};
use crate::log::is_same_due;
use crate::rules::source::each_once;
use crate::rules::{
    AHIMA_BASE, Assumption, Body, CATALOGUE, Ceus, Edition, RuleId, Source, aapc_requirement,
};
use crate::words::{self, WORDS, fill, ledger as told};

/// A section with a name that stays while others come and go: one that was opened is open then too.
pub type Section = (&'static str, Block);

/// What a period asks, what counts in it and what does not, what is planned, what an audit would miss, and the days,
/// each folded under a line that has the gist of it. What is empty is left out.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::app::DateOrder;
/// use coderpath::render::{Block, account};
/// use coderpath::{ledger, log::Profile, rules::{Body, CredentialId, Edition}};
/// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Ccs, true);
/// let ahima = ledger::account(Body::Ahima, &[], &profile, Edition::Article, today, 0).unwrap();
/// let document = account(&ahima, Edition::Article, today, DateOrder::MonthFirst);
/// let Some((_, Block::Folded { summary, .. })) = document.first() else { panic!() };
/// assert_eq!(summary, "What this period asks: 20 CEUs");
/// ```
pub fn account(
    account: &Account<'_>,
    edition: Edition,
    today: NaiveDate,
    dates: DateOrder,
) -> Vec<Section> {
    let mut document = Vec::new();
    asked(&mut document, account, edition, dates);
    missing(&mut document, account, today, dates);
    lines(&mut document, account, dates);
    not_counted(&mut document, account, dates);
    planned(&mut document, account, dates);
    to_look_at(&mut document, account, dates);
    audit(&mut document, account, dates);
    days(&mut document, account, dates);
    document
}

pub(super) fn text(text: &str) -> Block {
    Block::Text(text.to_owned())
}

pub(super) fn fine(text: &str) -> Block {
    Block::Fine(text.to_owned())
}

fn fold(document: &mut Vec<Section>, key: &'static str, summary: String, inside: Vec<Block>) {
    document.push((key, Block::Folded { summary, inside }));
}

/// The pages of these rules, each once.
pub(super) fn pages(rules: &[RuleId]) -> Vec<&'static Source> {
    let mut pages = Vec::new();
    for id in rules {
        if let Some(rule) = CATALOGUE.iter().find(|rule| rule.id == *id) {
            pages.extend(rule.sources());
        }
    }
    each_once(pages)
}

fn sources(blocks: &mut Vec<Block>, rules: &[RuleId]) {
    let pages = pages(rules);
    if !pages.is_empty() {
        blocks.push(Block::Sources(pages));
    }
}

/// What these rules say, each under its name.
pub(super) fn say(rules: &[RuleId], dates: DateOrder) -> Block {
    let mut pairs = Vec::new();
    for id in rules {
        pairs.push((
            words::rule_name(*id).to_owned(),
            words::rule_says(*id, dates),
        ));
    }
    Block::Pairs(pairs)
}

/// What these rules say, and their pages.
fn rules(blocks: &mut Vec<Block>, rules: &[RuleId], dates: DateOrder) {
    blocks.push(say(rules, dates));
    sources(blocks, rules);
}

fn asked(document: &mut Vec<Section>, account: &Account<'_>, edition: Edition, dates: DateOrder) {
    let (summary, mut blocks, cited) = requirement(account, edition, dates);
    sources(&mut blocks, &cited);
    fold(document, "asked", summary, blocks);
}

/// What a period asks: the gist, all of it, and the rules that it stands on.
pub(super) fn requirement(
    account: &Account<'_>,
    edition: Edition,
    dates: DateOrder,
) -> (String, Vec<Block>, Vec<RuleId>) {
    let texts = &WORDS.ledger;
    let asked = &account.asked;
    let mut blocks = Vec::new();
    let mut cited = Vec::new();
    if let Some(computed) = asked.computed {
        by_rules(
            &mut blocks,
            &mut cited,
            account.body,
            computed,
            edition,
            dates,
        );
    } else if asked.total.is_none() {
        blocks.push(Block::Text(told::nothing_known(account)));
    }
    by_tracker(&mut blocks, account, edition);
    if let Some(change) = &account.plan_change {
        blocks.push(Block::Text(told::plan_change(change)));
    }
    let mut parts = Vec::new();
    let period = account.cycle.map(|(cycle, _)| cycle);
    for portion in &asked.minimums {
        parts.push(told::portion(portion, period, dates));
        cited.push(match portion.sort {
            Sort::Specific(_) => RuleId::AapcSpecificMinimum,
            Sort::HiimDomains => RuleId::AhimaHiimShare,
            Sort::AhimaSources => RuleId::AhimaOwnShare,
        });
    }
    if !parts.is_empty() {
        let total = words::ceus(asked.total.unwrap_or_default());
        blocks.push(Block::Text(fill(texts.parts, &[&total])));
        blocks.push(Block::List(parts));
    }
    let mut granted = Vec::new();
    for assumed in &asked.assumed {
        granted.push(told::assumed(*assumed, dates));
        cited.push(match (*assumed, account.body) {
            // The other body's pages say nothing about it.
            (Assumed::MidCycleInFull, Body::Ahima) => RuleId::AhimaFurther,
            (assumed, _) => assumed.about(),
        });
    }
    if is_by_older_copy(account) {
        granted.push(words::assumption(Assumption::AhimaExtraIsOlder));
        cited.push(RuleId::AhimaFurther);
    }
    if !granted.is_empty() {
        let name = WORDS.calculator.we_assume.to_owned();
        blocks.push(Block::Subheading(name));
        blocks.push(Block::List(granted));
    }
    let whole = asked.computed.map(|computed| computed.whole);
    let summary = match (asked.total, whole) {
        (None, _) if asked.is_before_all => texts.asked_nothing.to_owned(),
        (None, _) => texts.asked_unknown.to_owned(),
        (Some(total), Some(whole)) if whole != total => {
            fill(texts.asked_not, &[&total.to_string(), &whole.to_string()])
        }
        (Some(total), _) => fill(texts.asked, &[&words::ceus(total)]),
    };
    (summary, blocks, cited)
}

/// What AHIMA asks beyond its base stands on a copy of 2019 or 2020.
fn is_by_older_copy(account: &Account<'_>) -> bool {
    let computed = account.asked.computed;
    account.body == Body::Ahima
        && computed.is_some_and(|computed| computed.whole != AHIMA_BASE.value)
}

fn by_rules(
    blocks: &mut Vec<Block>,
    cited: &mut Vec<RuleId>,
    body: Body,
    computed: Computed,
    edition: Edition,
    dates: DateOrder,
) {
    match body {
        Body::Aapc => {
            if let Some(owed) = aapc_requirement(computed.credentials, edition) {
                blocks.push(Block::Text(words::aapc_rule(&owed, dates)));
                blocks.push(Block::Fine(words::aapc_other(&owed, dates)));
            }
            cited.push(RuleId::AapcArticleTable);
        }
        Body::Ahima => {
            let said = words::ahima_asks(computed.whole, computed.credentials);
            blocks.push(Block::Text(said));
            cited.push(RuleId::AhimaBase);
        }
    }
    if let Some(first) = computed.first {
        let sum = words::proration_sum(first);
        blocks.push(Block::Text(fill(WORDS.ledger.first_period, &[&sum])));
        blocks.push(fine(WORDS.calculator.proration_rate));
        cited.push(RuleId::AapcProration);
    }
}

/// The tracker's number, and what would explain that ours is another.
fn by_tracker(blocks: &mut Vec<Block>, account: &Account<'_>, edition: Edition) {
    let texts = &WORDS.ledger;
    let Some(tracker) = account.asked.tracker else {
        return;
    };
    let name = match account.body {
        Body::Aapc => texts.tracker,
        Body::Ahima => texts.center,
    };
    let mut said = vec![fill(texts.tracker_says, &[name, &words::ceus(tracker)])];
    let Some(computed) = account.asked.computed else {
        blocks.push(Block::Text(said.concat()));
        return;
    };
    if computed.total == tracker {
        said.push(texts.rules_same.to_owned());
    } else {
        said.push(fill(texts.rules_give, &[&computed.total.to_string()]));
        said.push(
            if account.asked.difference.is_empty() {
                texts.differs_unknown
            } else {
                texts.differs_may
            }
            .to_owned(),
        );
    }
    blocks.push(Block::Text(said.join(" ")));
    let mut found = Vec::new();
    for difference in &account.asked.difference {
        found.push(told::difference(
            *difference,
            account.body,
            computed,
            edition,
        ));
    }
    if !found.is_empty() {
        blocks.push(Block::List(found));
    }
}

fn missing(document: &mut Vec<Section>, account: &Account<'_>, today: NaiveDate, dates: DateOrder) {
    let texts = &WORDS.ledger;
    let now = &account.now;
    let to_do = words::ceus(now.to_do);
    let mut sentences = Vec::new();
    let total = account.asked.total.unwrap_or_default();
    if now.short > Ceus::ZERO {
        let [short, there, of] = [now.short, now.counted, total].map(|sum| sum.to_string());
        sentences.push(fill(texts.missing_total, &[&short, &there, &of]));
    }
    for minimum in &now.minimums {
        if minimum.missing > Ceus::ZERO {
            let missing = told::of_sort(minimum.missing, &minimum.sort);
            let of = minimum.at_least.unwrap_or_default();
            let [there, of] = [minimum.served, of].map(|sum| sum.to_string());
            sentences.push(fill(texts.missing_sort, &[&missing, &there, &of]));
        }
    }
    if sentences.is_empty() {
        return;
    }
    let is_of_several = sentences.len() > 1;
    let mut blocks = vec![Block::List(sentences)];
    if is_of_several {
        let both = match account.body {
            Body::Aapc => texts.missing_both_aapc,
            Body::Ahima => texts.missing_both_ahima,
        };
        blocks.push(Block::Text(fill(both, &[&now.to_do.to_string()])));
    }
    if let Some((cycle, _)) = account.cycle.filter(|(cycle, _)| cycle.last >= today) {
        let by = words::day(cycle.last, dates);
        blocks.push(Block::Text(fill(texts.missing_by, &[&by])));
    }
    fold(document, "missing", fill(texts.missing, &[&to_do]), blocks);
}

/// Whether a claim has to do with this period: it counts in it, its day is in it, or it was meant for it.
pub(super) fn is_here(account: &Account<'_>, verdict: &Verdict<'_>) -> bool {
    let Some((cycle, _)) = account.cycle else {
        return true;
    };
    let is_meant = match verdict.uncounted {
        Some((_, Why::Surplus | Why::OtherDomains)) => true,
        // The certification is in a first period, and these came before it.
        Some((_, Why::BeforeCertification)) => {
            let computed = account.asked.computed;
            computed.is_some_and(|computed| computed.first.is_some())
        }
        Some((_, Why::PinnedAway)) => {
            let pin = verdict.shown.entry.pin(account.body);
            pin.and_then(|pin| pin.due)
                .is_some_and(|due| is_same_due(due, cycle.last))
        }
        _ => verdict.counted > Ceus::ZERO,
    };
    is_meant || cycle.contains(verdict.shown.entry.date)
}

/// Whether AAPC lets a claim be counted in this period or in the one beside it.
pub(super) fn is_movable(account: &Account<'_>, verdict: &Verdict<'_>) -> bool {
    let is_movable_in = |cycle: Cycle| {
        let on = verdict.shown.entry.date;
        // What counts here and is not of these days is of the renewal month before.
        let is_moved = !cycle.contains(on) && verdict.counted > Ceus::ZERO;
        is_moved || cycle.is_renewal_month(on)
    };
    let cycle = account.cycle.filter(|_| account.body == Body::Aapc);
    cycle.is_some_and(|(cycle, _)| is_movable_in(cycle))
}

fn lines(document: &mut Vec<Section>, account: &Account<'_>, dates: DateOrder) {
    let texts = &WORDS.ledger;
    let mut rows = Vec::new();
    let mut is_any_movable = false;
    for verdict in account.verdicts() {
        if !is_here(account, &verdict) {
            continue;
        }
        let mut name = told::entry_name(*verdict.shown, dates);
        if verdict.is_planned {
            name = fill(texts.planned, &[&name]);
        }
        is_any_movable |= is_movable(account, &verdict);
        let cells = vec![
            verdict.claimed.to_string(),
            verdict.counted.to_string(),
            told::towards(&verdict, dates),
        ];
        rows.push((name, cells));
    }
    if rows.is_empty() {
        return;
    }
    let summary = fill(texts.lines, &[&told::activities(rows.len())]);
    let columns = [
        texts.lines_claimed,
        texts.lines_counted,
        texts.lines_towards,
    ];
    let mut blocks = vec![Block::Table(Table {
        caption: texts.lines_caption.to_owned(),
        corner: texts.lines_corner.to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows,
    })];
    if is_any_movable {
        blocks.push(fine(texts.renewal_month));
        sources(&mut blocks, &[RuleId::AapcRenewalMonth]);
    }
    if account.in_stated_order {
        let most = MOST_EXACT.to_string();
        blocks.push(Block::Fine(fill(texts.stated_order, &[&most])));
    }
    fold(document, "lines", summary, blocks);
}

/// What is not counted, of what is done or of what is planned.
#[derive(Default)]
struct Rest {
    /// What has to do with this period: why it does not count in it, and which it is.
    named: Vec<(Why, Vec<String>)>,
    /// What of it counts in no other.
    here_sum: Ceus,
    /// What is for other periods by its day.
    others: Vec<(Cycle, Ceus)>,
    /// What is for other periods.
    others_sum: Ceus,
    /// What has its day in other periods, and counts in none.
    nowhere: Ceus,
}

fn rest(account: &Account<'_>, is_planned: bool, dates: DateOrder) -> Rest {
    let mut rest = Rest::default();
    for verdict in account.verdicts() {
        let Some((ceus, why)) = verdict.uncounted else {
            continue;
        };
        if verdict.is_planned != is_planned {
            continue;
        }
        if let Why::OtherCycle(other) = why {
            rest.others_sum = rest.others_sum + ceus;
            match rest.others.iter_mut().find(|(cycle, _)| *cycle == other) {
                Some((_, sum)) => *sum = *sum + ceus,
                None => rest.others.push((other, ceus)),
            }
            continue;
        }
        let is_of_both = why.other_cycle().is_some();
        if !is_of_both && !is_here(account, &verdict) {
            rest.nowhere = rest.nowhere + ceus;
            continue;
        }
        let name = told::entry_name(*verdict.shown, dates);
        let claimed = words::ceus(verdict.claimed);
        let item = if is_of_both {
            rest.others_sum = rest.others_sum + ceus;
            fill(WORDS.ledger.look, &[&name, &claimed])
        } else {
            rest.here_sum = rest.here_sum + ceus;
            fill(WORDS.ledger.item, &[&name, &ceus.to_string(), &claimed])
        };
        match rest.named.iter_mut().find(|(known, _)| *known == why) {
            Some((_, items)) => items.push(item),
            None => rest.named.push((why, vec![item])),
        }
    }
    rest
}

/// The whys, each with what it is about and what helps; what is for other periods; and which rules are behind it.
fn whys(blocks: &mut Vec<Block>, rest: Rest, body: Body, dates: DateOrder) -> Vec<RuleId> {
    let texts = &WORDS.ledger;
    let mut cited = Vec::new();
    for (why, items) in rest.named {
        let mut said = told::why(why, body, dates);
        if let Some(remedy) = why.remedy() {
            said = [&said, told::remedy(remedy)].join(" ");
        }
        let rule = why.rule(body);
        blocks.push(Block::Text(said));
        blocks.push(Block::List(items));
        blocks.push(Block::Fine(fill(texts.rule, &[words::rule_name(rule)])));
        cited.push(rule);
    }
    let mut others = Vec::new();
    for (cycle, sum) in rest.others {
        let days = words::cycle(cycle, dates);
        others.push(fill(texts.for_period, &[&words::ceus(sum), &days]));
        cited.push(Why::OtherCycle(cycle).rule(body));
    }
    if rest.nowhere > Ceus::ZERO {
        others.push(fill(texts.for_none, &[&words::ceus(rest.nowhere)]));
    }
    if !others.is_empty() {
        blocks.push(Block::List(others));
    }
    cited
}

fn not_counted(document: &mut Vec<Section>, account: &Account<'_>, dates: DateOrder) {
    let texts = &WORDS.ledger;
    let rest = rest(account, false, dates);
    let (here, elsewhere) = (rest.here_sum, rest.others_sum + rest.nowhere);
    let (text, sum) = if here > Ceus::ZERO {
        (texts.not_counted, here)
    } else {
        (texts.in_other_periods, elsewhere)
    };
    if sum == Ceus::ZERO {
        return;
    }
    let mut blocks = Vec::new();
    let cited = whys(&mut blocks, rest, account.body, dates);
    let sums = [account.now.counted, here, elsewhere, account.now.claimed];
    let sums = sums.map(|sum| sum.to_string());
    let said = fill(texts.sum, &sums.each_ref().map(String::as_str));
    blocks.push(Block::Text(said));
    sources(&mut blocks, &cited);
    fold(
        document,
        "not-counted",
        fill(text, &[&words::ceus(sum)]),
        blocks,
    );
}

fn planned(document: &mut Vec<Section>, account: &Account<'_>, dates: DateOrder) {
    let texts = &WORDS.ledger;
    let forecast = &account.forecast;
    let mut count = 0_usize;
    let (mut claimed, mut counted) = (Ceus::ZERO, account.now.counted);
    for verdict in account.verdicts() {
        if verdict.is_planned {
            count = count.saturating_add(1);
            claimed = claimed + verdict.claimed;
            counted = counted + verdict.counted;
        }
    }
    if count == 0 {
        return;
    }
    let sum = words::ceus(claimed);
    let said = fill(texts.planned_sum, &[&told::activities(count), &sum]);
    let mut blocks = vec![Block::Text(said)];
    minimums(&mut blocks, forecast);
    if account.asked.total.is_some() {
        blocks.push(if forecast.to_do == Ceus::ZERO {
            text(texts.planned_complete)
        } else {
            let to_do = words::ceus(forecast.to_do);
            Block::Text(fill(texts.planned_missing, &[&to_do]))
        });
    }
    if counted > forecast.counted {
        blocks.push(text(texts.planned_displaced));
    }
    let rest = rest(account, true, dates);
    let cited = whys(&mut blocks, rest, account.body, dates);
    sources(&mut blocks, &cited);
    let of = told::tally_line(forecast, account.asked.total);
    fold(
        document,
        "planned",
        fill(texts.with_planned, &[&of]),
        blocks,
    );
}

fn minimums(blocks: &mut Vec<Block>, tally: &Tally) {
    let mut pairs = Vec::new();
    for minimum in &tally.minimums {
        pairs.push(told::minimum_line(minimum));
    }
    if !pairs.is_empty() {
        blocks.push(Block::Pairs(pairs));
    }
}

fn to_look_at(document: &mut Vec<Section>, account: &Account<'_>, dates: DateOrder) {
    let texts = &WORDS.ledger;
    let mut count = 0_usize;
    let mut items = Vec::new();
    let mut cited = Vec::new();
    for verdict in account.verdicts() {
        if verdict.cautions.is_empty() || !is_here(account, &verdict) {
            continue;
        }
        count = count.saturating_add(1);
        let name = told::entry_name(*verdict.shown, dates);
        for caution in &verdict.cautions {
            let said = told::caution(caution, account, dates);
            items.push(fill(texts.look, &[&name, &said]));
            cited.extend(caution.rule());
        }
    }
    if count > 0 {
        let mut blocks = vec![Block::List(items)];
        sources(&mut blocks, &cited);
        let summary = fill(texts.to_look_at, &[&told::activities(count)]);
        fold(document, "to-look-at", summary, blocks);
    }
}

fn audit(document: &mut Vec<Section>, account: &Account<'_>, dates: DateOrder) {
    let texts = &WORDS.ledger;
    if account.now.counted == Ceus::ZERO {
        return;
    }
    let mut blocks = Vec::new();
    let mut lists = Vec::new();
    for unproved in &account.audit {
        let mut names = Vec::new();
        for shown in &unproved.entries {
            names.push(told::entry_name(*shown, dates));
        }
        blocks.push(Block::Text(told::unproved(unproved)));
        blocks.push(Block::List(names));
        lists.push(unproved.entries.iter().peekable());
    }
    // An entry may lack several things. The lists are in the order of the verdicts, so one walk counts each once.
    let mut count = 0_usize;
    for verdict in account.verdicts() {
        let mut is_lacking = false;
        for list in &mut lists {
            is_lacking |= list.next_if(|shown| shown.id == verdict.shown.id).is_some();
        }
        count = count.saturating_add(usize::from(is_lacking));
    }
    let asked: &[RuleId] = match account.body {
        // The last says that an entry may have no index number, if it has its certificate.
        Body::Aapc => &[
            RuleId::AapcVerification,
            RuleId::AapcCertificate,
            RuleId::AapcProof,
            RuleId::AapcSource,
        ],
        Body::Ahima => &[RuleId::AhimaProof],
    };
    rules(&mut blocks, asked, dates);
    let summary = if count == 0 {
        texts.audit_whole.to_owned()
    } else {
        fill(texts.audit_lacking, &[&told::activities(count)])
    };
    fold(document, "audit", summary, blocks);
}

fn days(document: &mut Vec<Section>, account: &Account<'_>, dates: DateOrder) {
    let texts = &WORDS.ledger;
    let (Some((cycle, by)), Some(of)) = (account.cycle, &account.dates) else {
        return;
    };
    if account.asked.is_before_all {
        return;
    }
    let (text, asked): (_, &[RuleId]) = match (account.body, told::is_open(account)) {
        (Body::Aapc, false) if of.keep_until.is_some() => (
            texts.dates_due,
            &[RuleId::AapcWindow, RuleId::AapcCutOff, RuleId::AapcProof],
        ),
        (Body::Aapc, false) => (texts.dates_due, &[RuleId::AapcWindow, RuleId::AapcCutOff]),
        (Body::Aapc, true) => (
            texts.dates_due,
            &[
                RuleId::AapcWindow,
                RuleId::AapcCutOff,
                RuleId::AapcGrace,
                RuleId::AapcExtension,
                RuleId::AapcRevocation,
            ],
        ),
        (Body::Ahima, _) => (texts.dates_end, &[RuleId::AhimaCycle]),
    };
    let mut blocks = vec![
        Block::Text(fill(texts.period, &[&words::cycle(cycle, dates)])),
        Block::Pairs(told::date_lines(account, dates)),
        fine(told::found_by(by)),
    ];
    rules(&mut blocks, asked, dates);
    let summary = fill(text, &[&words::day(of.due, dates)]);
    fold(document, "dates", summary, blocks);
}
