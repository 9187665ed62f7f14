//! Where the holder stands with a body: the glance, and under it everything that explains it and what can be done with
//! it.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::parts::{self, FieldParts, Weight, element, line, line_if, named_button};
use super::{Send, document, outside, profile};
use crate::app::{Action, Copying, DateOrder, Focus, ProfileField, State};
use crate::ledger::{Account, Chart, Dates, Minimum, chart, pace};
use crate::log::{EntryId, Shown};
use crate::render;
use crate::rules::{Body, Ceus};
use crate::words::{self, WORDS};

/// A body's card.
pub(super) fn view(account: &Account<'_>, is_first: bool, state: &State, send: &Send) -> Html {
    let body = account.body;
    let key = parts::body_key(body);
    let (today, dates) = (state.today, state.dates);
    let details = render::account(account, state.edition(), today, dates);
    html! {
        <article
            class="card account"
            key={key}
            data-body={key}
            id={parts::id_of(&Focus::Account(body))}
            tabindex="-1"
        >
            <header class="number">
                <h3>{ words::body(body) }</h3>
                { line("total", words::ledger::standing_line(account)) }
            </header>
            if let Some(total) = account.asked.total {
                { bar(account.now.counted, total) }
            }
            { line("", words::ledger::standing_next(account, today, dates)) }
            { line_if("fine", words::ledger::by_tracker(&account.asked)) }
            { parts::bullets("minimums", account.now.minimums.iter().map(minimum)) }
            { plan_change(account, send) }
            { periods(account, state, send) }
            <details class="all" key={state.looking.at(body)}>
                <summary>{ WORDS.account.details }</summary>
                <div class="details">
                    { chart_of(account, today, dates) }
                    { document::blocks(&details, dates) }
                    { tracker(account, state, send) }
                    { what_if(account, is_first, state) }
                    { submission(account, state, send) }
                    { calendar(account, today, dates) }
                </div>
            </details>
        </article>
    }
}

/// How much of how much, for the eye: the figures stand beside it.
fn bar(amount: Ceus, of: Ceus) -> Html {
    html! {
        <progress
            class="bar"
            max={of.in_hundredths().to_string()}
            value={amount.min(of).in_hundredths().to_string()}
            aria-hidden="true"
        />
    }
}

fn minimum(minimum: &Minimum) -> Html {
    let (what, amount) = words::ledger::minimum_line(minimum);
    html! {
        <div class="minimum">
            <span>{ what }</span>
            <span class="amount">{ amount }</span>
            if let Some(at_least) = minimum.at_least {
                { bar(minimum.served, at_least) }
            }
        </div>
    }
}

/// What became of the plan, and the way to plan anew.
fn plan_change(account: &Account<'_>, send: &Send) -> Html {
    html! {
        <div class="plan">
            if let Some(change) = &account.plan_change {
                <div class="note">
                    { line("", words::ledger::plan_change(change)) }
                    { parts::button(Weight::Plain, WORDS.account.plan_anew, send, || Action::PlanAnew) }
                </div>
            }
        </div>
    }
}

/// The period that is looked at, and the way to the one before and the one after.
fn periods(account: &Account<'_>, state: &State, send: &Send) -> Html {
    let Some((cycle, _)) = account.cycle else {
        return html! { <div class="periods" /> };
    };
    let body = account.body;
    let at = state.looking.at(body);
    let to = |offset: i32, label: &'static str| {
        let name = [words::body(body), ": ", label].concat();
        named_button(
            Weight::Quiet,
            None,
            Some(name.into()),
            label.into(),
            parts::press(send, move || Action::Look(body, offset)),
        )
    };
    html! {
        <div class="periods">
            { line("fine", words::cycle(cycle, state.dates)) }
            <div class="actions">
                { to(at.saturating_sub(1), WORDS.account.period_before) }
                if at != 0 {
                    { to(0, WORDS.account.period_now) }
                }
                { to(at.saturating_add(1), WORDS.account.period_after) }
            </div>
        </div>
    }
}

const WIDTH: u32 = 640;
const HEIGHT: u32 = 200;
/// Room around the lines: for the marks on the left and above, and for the months below.
const LEFT: u32 = 36;
const ABOVE: u32 = 24;
const BELOW: u32 = 28;
/// How far the names of months stand apart.
const MONTHS_APART: u32 = 64;

/// The chart, folded, with the table that says the same.
fn chart_of(account: &Account<'_>, today: chrono::NaiveDate, dates: DateOrder) -> Html {
    let Some(chart) = chart(account, today) else {
        return html! { <div class="chart" /> };
    };
    let inside = html! {
        <div class="chart">
            { drawn(&chart, dates) }
            { document::blocks(&[render::chart_table(&chart, dates)], dates) }
        </div>
    };
    parts::folded("", WORDS.chart.title, inside)
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
        // The last month's name would stand beyond the edge.
        let anchor = if tick.x + MONTHS_APART > WIDTH {
            "end"
        } else {
            "start"
        };
        inside.push(written(anchor, &x, &y, words::chart_month(tick.day)));
    }
    if let Some(needed) = chart.needed {
        let y = down(needed);
        inside.push(straight("needed", [&left, &y, &end, &y]));
        inside.push(written("end", &number(LEFT - 6), &y, needed.to_string()));
    }
    if let Some(today) = chart.today {
        let x = right(today);
        inside.push(straight("today", [&x, &number(ABOVE), &x, &bottom]));
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
        &number(LEFT + WIDTH + 8),
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
    let mut to_enter: Vec<Shown<'_>> = Vec::new();
    for verdict in &account.verdicts {
        let is_here = verdict.counted > Ceus::ZERO && !verdict.is_planned;
        if is_here && !is_entered(verdict.shown, body) {
            to_enter.push(verdict.shown);
        }
    }
    let summary = words::to_enter(to_enter.len(), body);
    let inside = html! {
        <div class="tracker">
            if to_enter.is_empty() {
                { line("fine", WORDS.account.all_entered) }
            } else {
                { line("fine", WORDS.account.enter_how) }
            }
            <ul>
                for shown in to_enter {
                    <li key={shown.id.as_str()}>
                        { one_to_enter(shown, body, state, send) }
                    </li>
                }
            </ul>
        </div>
    };
    let summary = html! { <summary id={parts::id_of(&Focus::Tracker(body))}>{ summary }</summary> };
    html! { <details>{ summary }{ inside }</details> }
}

fn is_entered(shown: Shown<'_>, body: Body) -> bool {
    match body {
        Body::Aapc => shown.entry.aapc.as_ref().is_some_and(|claim| claim.entered),
        Body::Ahima => shown
            .entry
            .ahima
            .as_ref()
            .is_some_and(|claim| claim.entered),
    }
}

fn one_to_enter(shown: Shown<'_>, body: Body, state: &State, send: &Send) -> Html {
    let what = Copying::Entry(shown.id.clone(), body);
    let field = FieldParts {
        id: parts::copy_id(&what),
        label: words::ledger::entry_name(shown, state.dates).into(),
        hint: "",
        fault: None,
    };
    let text = words::tracker_text(shown.entry, body, state.dates);
    let (to_copy, to_enter): (EntryId, EntryId) = (shown.id.clone(), shown.id.clone());
    let title = &shown.entry.title;
    let named = |label: &'static str| Some([label, ": ", title].concat().into());
    let copy = named_button(
        Weight::Plain,
        None,
        named(WORDS.account.copy),
        WORDS.account.copy.into(),
        parts::press(send, move || {
            Action::Copy(Copying::Entry(to_copy.clone(), body))
        }),
    );
    let entered = named_button(
        Weight::Plain,
        None,
        named(WORDS.account.is_entered),
        WORDS.account.is_entered.into(),
        parts::press(send, move || Action::Enter(to_enter.clone(), body)),
    );
    html! {
        <div>
            { field.read_only_lines(text) }
            <div class="actions">
                { copy }
                { entered }
                <p class="fine" role="status">{ parts::copied(state, &what) }</p>
            </div>
        </div>
    }
}

/// Whether the period was submitted, and when. Of one that has not begun there is nothing to say.
fn submission(account: &Account<'_>, state: &State, send: &Send) -> Html {
    let body = account.body;
    let begun = account
        .cycle
        .is_some_and(|(cycle, _)| cycle.first <= state.today);
    let Some(Dates { due, submitted, .. }) = account.dates.filter(|_| begun) else {
        return html! { <div class="submission" /> };
    };
    let submit = named_button(
        Weight::Plain,
        None,
        None,
        words::mark_submitted(body).into(),
        parts::press(send, move || Action::Submit(body, due)),
    );
    html! {
        <div class="submission">
            if submitted.is_some() {
                { profile::field(state, ProfileField::Submitted(body, due), send) }
            } else {
                <div class="actions">{ submit }</div>
            }
        </div>
    }
}

/// A link that saves the days to come as a calendar file. The file is in the link itself: nothing is fetched.
fn calendar(account: &Account<'_>, today: chrono::NaiveDate, dates: DateOrder) -> Html {
    let events = words::events(account, today, dates);
    let text = crate::log::calendar(WORDS.calendar.name, outside::env().now_millis, &events);
    let encoded = String::from(js_sys::encode_uri_component(&text));
    let href = ["data:text/calendar;charset=utf-8,", &encoded].concat();
    html! {
        <div class="calendar">
            if !events.is_empty() {
                <a href={href} download={words::CALENDAR_FILE}>{ WORDS.account.save_dates }</a>
            }
        </div>
    }
}

/// What another credential would add, and where the pace leads.
fn what_if(account: &Account<'_>, is_first: bool, state: &State) -> Html {
    let mut lines = Vec::new();
    if state.looking.at(account.body) == 0 {
        let has_plans = account.verdicts.iter().any(|verdict| verdict.is_planned);
        let pace = pace(account, state.today);
        lines.extend(pace.map(|pace| words::if_this_pace(&pace, has_plans, state.dates)));
    }
    // A credential of the other body is worth a thought too, and one card is enough to say so.
    if is_first {
        let held = state.log.profile().holdings();
        lines.extend(words::what_if_lines(&held, state.edition()));
    }
    html! {
        <div class="what-ifs">
            if !lines.is_empty() {
                { parts::folded("", WORDS.what_if.title, parts::bullets("", lines.into_iter().map(|said| line("", said)))) }
            }
        </div>
    }
}
