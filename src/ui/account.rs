//! Where the holder stands with a body: the glance, and under it everything that explains it and what can be done with
//! it.

use chrono::NaiveDate;
use yew::prelude::*;
use yew::virtual_dom::VText;

use super::parts::{self, FieldParts, Weight, element, line, named_button};
use super::{Send, audit_pack, document, outside, profile};
use crate::app::{Action, Copying, DateOrder, Focus, ProfileField, State};
use crate::ledger::{Account, Chart, Dates, Minimum, chart, pace};
use crate::log::{EntryId, Shown};
use crate::render::{self, Block};
use crate::rules::{Body, Ceus};
use crate::words::{self, WORDS};

/// A body's card; `unsubmitted` is the period before, where it is still to be submitted.
pub(super) fn view(
    account: &Account<'_>,
    unsubmitted: Option<&Account<'_>>,
    is_first: bool,
    state: &State,
    send: &Send,
) -> Html {
    let body = account.body;
    let key = parts::body_key(body);
    let (today, dates) = (state.today, state.dates);
    let is_open = state.is_unfolded(body);
    let on_toggle = parts::on_toggle(is_open, send, move |is_open| {
        Action::OpenAccount(body, is_open)
    });
    let sums = match account.asked.total {
        Some(total) => bar(account.now.counted, total),
        None => group("", Vec::new()),
    };
    html! {
        <article
            class="card account"
            key={key}
            data-body={key}
            id={parts::id_of(&Focus::Account(body))}
            tabindex="-1"
            aria-label={words::account_name(account, dates)}
        >
            <header class="number">
                <h3>{ words::body(body) }</h3>
                { line("total", words::ledger::standing_line(account)) }
            </header>
            { sums }
            { line("", words::ledger::standing_next(account, today, dates)) }
            { line("fine", words::ledger::by_tracker(body, &account.asked).unwrap_or_default()) }
            { parts::bullets("minimums", account.now.minimums.iter().map(minimum)) }
            { period_before(unsubmitted, dates, send) }
            { plan_change(account, send) }
            { say_it(account, send) }
            { periods(account, state, send) }
            <details class="all" open={is_open} ontoggle={on_toggle}>
                <summary>{ WORDS.account.details }</summary>
                <div class="details">
                    if is_open || state.is_on_paper {
                        { chart_of(account, today, dates) }
                        { sections(account, state) }
                        { tracker(account, state, send) }
                        { what_if(account, is_first, state) }
                        { submission(account, state, send) }
                        { audit_pack::opener(account, send) }
                        { calendar(account, unsubmitted, today, dates) }
                    }
                </div>
            </details>
        </article>
    }
}

/// Pieces in an element of their own. A piece that is left out now and then stands alone in its group: the library pairs
/// the pieces of two drawings from the last on.
fn group(class: &'static str, inside: Vec<Html>) -> Html {
    element("div", &["class"], &[class], inside)
}

/// The account as a document, each section under its own key: one that was opened stays open while others come and go.
fn sections(account: &Account<'_>, state: &State) -> Html {
    let sections = render::account(account, state.edition(), state.today, state.dates);
    html! {
        <div class="sections">
            for (key, section) in sections {
                <div key={key}>{ document::blocks(&[section], state.dates) }</div>
            }
        </div>
    }
}

/// How much of how much, for the eye: the figures stand beside it.
fn bar(amount: Ceus, of: Ceus) -> Html {
    let number = |ceus: Ceus| ceus.in_hundredths().to_string();
    element(
        "progress",
        &["class", "max", "value", "aria-hidden"],
        &["bar", &number(of), &number(amount.min(of)), "true"],
        Vec::new(),
    )
}

fn minimum(minimum: &Minimum) -> Html {
    let (what, amount) = words::ledger::minimum_line(minimum);
    let said = |text: String| element("span", &[], &[], vec![VText::new(text).into()]);
    let mut inside = vec![said(what), said(amount)];
    if let Some(at_least) = minimum.at_least {
        inside.push(bar(minimum.served, at_least));
    }
    group("minimum", inside)
}

/// The way to say what is held, where that is not known.
fn say_it(account: &Account<'_>, send: &Send) -> Html {
    let mut inside = Vec::new();
    if account.asked.total.is_none() && !account.asked.is_before_all {
        inside.push(parts::button(Weight::Plain, WORDS.log.say_it, send, || {
            Action::SayWhatIHold
        }));
    }
    group("actions", inside)
}

/// What became of the plan, and the way to plan anew.
fn plan_change(account: &Account<'_>, send: &Send) -> Html {
    let mut inside = Vec::new();
    if let Some(change) = &account.plan_change {
        inside.push(line("", words::ledger::plan_change(change)));
        inside.push(parts::button(
            Weight::Plain,
            WORDS.account.plan_anew,
            send,
            || Action::PlanAnew,
        ));
    }
    group("plan note", inside)
}

/// What is still to be done for the last period, and the way to it.
fn period_before(unsubmitted: Option<&Account<'_>>, dates: DateOrder, send: &Send) -> Html {
    let mut inside = Vec::new();
    if let Some(before) = unsubmitted {
        inside.push(line("", words::ledger::unsubmitted(before, dates)));
        inside.push(parts::button(
            Weight::Plain,
            WORDS.account.look_before,
            send,
            || Action::Look(Body::Aapc, -1),
        ));
    }
    group("before note", inside)
}

/// The period that is looked at, and the way to the one before and the one after.
fn periods(account: &Account<'_>, state: &State, send: &Send) -> Html {
    let Some((cycle, _)) = account.cycle else {
        return group("periods", Vec::new());
    };
    let body = account.body;
    let at = state.looking.at(body);
    let mut buttons = Vec::new();
    for (offset, label) in [
        (at.saturating_sub(1), WORDS.account.period_before),
        (0, WORDS.account.period_now),
        (at.saturating_add(1), WORDS.account.period_after),
    ] {
        let is_named = offset != 0 || label == WORDS.account.period_now;
        if offset != at && is_named {
            let name = [words::body(body), ": ", label].concat();
            buttons.push(named_button(
                Weight::Quiet,
                None,
                Some(name.into()),
                label.into(),
                parts::press(send, move || Action::Look(body, offset)),
            ));
        }
    }
    group(
        "periods",
        vec![
            line("fine", words::cycle(cycle, state.dates)),
            group("actions", buttons),
        ],
    )
}

const WIDTH: u32 = 640;
const HEIGHT: u32 = 200;
/// Room around the lines: for the marks on the left and above, for the months below, and for the half of the last one.
const LEFT: u32 = 36;
const ABOVE: u32 = 24;
const RIGHT: u32 = 32;
const BELOW: u32 = 28;
/// How far the names of months stand apart.
const MONTHS_APART: u32 = 150;

/// The chart, folded, with the table that says the same.
fn chart_of(account: &Account<'_>, today: NaiveDate, dates: DateOrder) -> Html {
    let mut inside = Vec::new();
    if let Some(chart) = chart(account, today) {
        let table = render::chart_table(&chart, dates);
        let shown = vec![drawn(&chart, dates), document::blocks(&[table], dates)];
        inside.push(parts::folded("", WORDS.chart.title, group("", shown)));
    }
    group("chart", inside)
}

fn drawn(chart: &Chart, dates: DateOrder) -> Html {
    let number = |number: u32| number.to_string();
    let right = |day| number(LEFT.saturating_add(chart.x(day, WIDTH)));
    let down = |ceus| number(ABOVE.saturating_add(chart.y(ceus, HEIGHT)));
    let bottom = number(ABOVE.saturating_add(HEIGHT));
    let path = |class: &'static str, data: String| {
        let moved = ["translate(", &number(LEFT), " ", &number(ABOVE), ")"].concat();
        element(
            "path",
            &["class", "d", "transform"],
            &[class, &data, &moved],
            Vec::new(),
        )
    };
    let straight = |class: &'static str, [x1, y1, x2, y2]: [&str; 4]| {
        element(
            "line",
            &["class", "x1", "y1", "x2", "y2"],
            &[class, x1, y1, x2, y2],
            Vec::new(),
        )
    };
    let written = |anchor: &'static str, x: &str, y: &str, text: String| {
        element(
            "text",
            &["text-anchor", "x", "y"],
            &[anchor, x, y],
            vec![VText::new(text).into()],
        )
    };
    let (left, end) = (number(LEFT), number(LEFT.saturating_add(WIDTH)));
    let mut inside = vec![
        straight("axis", [&left, &bottom, &end, &bottom]),
        written("end", &number(LEFT - 6), &bottom, number(0)),
    ];
    for tick in chart.ticks(WIDTH, MONTHS_APART) {
        let x = number(LEFT.saturating_add(tick.x));
        let below = number(ABOVE.saturating_add(HEIGHT).saturating_add(6));
        inside.push(straight("axis", [&x, &bottom, &x, &below]));
        let y = number(ABOVE.saturating_add(HEIGHT).saturating_add(22));
        inside.push(written("middle", &x, &y, words::chart_month(tick.day)));
    }
    if let Some(needed) = chart.needed {
        let y = down(needed);
        inside.push(straight("needed", [&left, &y, &end, &y]));
        inside.push(written("end", &number(LEFT - 6), &y, needed.to_string()));
    }
    let above = number(ABOVE);
    let beside = number(LEFT.saturating_add(WIDTH).saturating_add(5));
    let half = number(ABOVE.saturating_add(HEIGHT / 2));
    inside.push(straight("axis", [&end, &above, &end, &bottom]));
    inside.push(written(
        "start",
        &beside,
        &half,
        WORDS.chart.due_mark.to_owned(),
    ));
    if let Some(today) = chart.today {
        let x = right(today);
        inside.push(straight("today", [&x, &above, &x, &bottom]));
        inside.push(written(
            "middle",
            &x,
            &number(ABOVE - 8),
            WORDS.chart.today.to_owned(),
        ));
    }
    inside.push(path("planned", chart.planned_path(WIDTH, HEIGHT)));
    inside.push(path("done", chart.done_path(WIDTH, HEIGHT)));
    let box_of = [
        "0 0 ",
        &number(LEFT + WIDTH + RIGHT),
        " ",
        &number(ABOVE + HEIGHT + BELOW),
    ]
    .concat();
    element(
        "svg",
        &["viewBox", "role", "aria-label"],
        &[&box_of, "img", &words::chart_summary(chart, dates)],
        inside,
    )
}

/// What counts and is not in the body's own tracker yet, each as the tracker asks for it.
fn tracker(account: &Account<'_>, state: &State, send: &Send) -> Html {
    let body = account.body;
    let mut to_enter: Vec<&Shown<'_>> = Vec::new();
    let mut is_any_done = false;
    for verdict in account.verdicts() {
        is_any_done |= verdict.is_done();
        if verdict.is_to_enter(body) {
            to_enter.push(verdict.shown);
        }
    }
    if !is_any_done {
        return group("tracker", Vec::new());
    }
    let texts = &WORDS.account;
    let how = if to_enter.is_empty() {
        texts.all_entered
    } else {
        texts.enter_how
    };
    html! {
        <details class="tracker">
            <summary id={parts::id_of(&Focus::Tracker(body))}>{ words::to_enter(to_enter.len(), body) }</summary>
            { line("fine", how) }
            <ul>
                for shown in to_enter {
                    <li key={shown.id.as_str()}>
                        { one_to_enter(shown, body, state, send) }
                    </li>
                }
            </ul>
        </details>
    }
}

fn one_to_enter(shown: &Shown<'_>, body: Body, state: &State, send: &Send) -> Html {
    let what = Copying::Entry(shown.id.clone(), body);
    let field = FieldParts {
        id: parts::copy_id(&what),
        label: words::ledger::entry_name(*shown, state.dates).into(),
        hint: "",
        fault: None,
    };
    let text = words::tracker_text(shown.entry, body, state.dates);
    let said = element(
        "p",
        &["class", "role"],
        &["fine", "status"],
        vec![VText::new(parts::copied(state, &what)).into()],
    );
    let (to_copy, to_enter): (EntryId, EntryId) = (shown.id.clone(), shown.id.clone());
    let button = |label: &'static str, on_press| {
        let of = words::ledger::entry_name(*shown, state.dates);
        let name = [label, ": ", &of].concat();
        named_button(
            Weight::Plain,
            None,
            Some(name.into()),
            label.into(),
            on_press,
        )
    };
    let copy = parts::press(send, move || {
        Action::Copy(Copying::Entry(to_copy.clone(), body))
    });
    let entered = parts::press(send, move || Action::Enter(to_enter.clone(), body));
    let actions = vec![
        button(WORDS.account.copy, copy),
        button(WORDS.account.is_entered, entered),
        said,
    ];
    group(
        "",
        vec![field.read_only_lines(text), group("actions", actions)],
    )
}

/// Whether the period was submitted, and when. That it was is offered from the day on which it can be: where no such day is
/// known, from the period's first.
fn submission(account: &Account<'_>, state: &State, send: &Send) -> Html {
    let body = account.body;
    let mut inside = Vec::new();
    if let (Some((cycle, _)), Some(dates)) = (account.cycle, account.dates) {
        let Dates { due, submitted, .. } = dates;
        let which = ProfileField::Submitted(body, due);
        let opens = dates.window_opens.unwrap_or(cycle.first);
        if submitted.is_some() || state.is_typing(which) {
            let (holder, typing) = (state.log.profile(), &state.profile_typing);
            inside.push(profile::field(&holder, typing, which, send));
        } else if opens <= state.today && !account.asked.is_before_all {
            let submit = parts::press(send, move || Action::Submit(body, due));
            let label = words::mark_submitted(body).into();
            inside.push(group(
                "actions",
                vec![named_button(Weight::Plain, None, None, label, submit)],
            ));
        }
    }
    group("submission", inside)
}

/// A link that saves the days to come as a calendar file. The file is in the link itself: nothing is fetched.
fn calendar(
    account: &Account<'_>,
    unsubmitted: Option<&Account<'_>>,
    today: NaiveDate,
    dates: DateOrder,
) -> Html {
    let events = words::events_of_both(account, unsubmitted, today, dates);
    let mut inside = Vec::new();
    if !events.is_empty() {
        let now = outside::env().now_millis;
        let text = crate::log::calendar(WORDS.calendar.name, now, &events);
        let encoded = String::from(js_sys::encode_uri_component(&text));
        let address = ["data:text/calendar;charset=utf-8,", &encoded].concat();
        inside.push(element(
            "a",
            &["href", "download"],
            &[&address, words::CALENDAR_FILE],
            vec![VText::new(WORDS.account.save_dates).into()],
        ));
    }
    group("calendar", inside)
}

/// What another credential would add, and where the pace leads.
fn what_if(account: &Account<'_>, is_first: bool, state: &State) -> Html {
    let mut lines = Vec::new();
    if state.looking.at(account.body) == 0
        && let Some(pace) = pace(account, state.today)
    {
        let has_plans = account.verdicts().any(|verdict| verdict.is_planned);
        lines.push(words::if_this_pace(&pace, has_plans, state.dates));
    }
    // A credential of the other body is worth a thought too, and one card is enough to say so.
    if is_first {
        let held = state.log.profile().holdings();
        lines.extend(words::what_if_lines(&held, state.edition()));
    }
    let mut inside = Vec::new();
    if !lines.is_empty() {
        let lines = document::blocks(&[Block::List(lines)], state.dates);
        inside.push(parts::folded("", WORDS.what_if.title, lines));
    }
    group("what-ifs", inside)
}
