//! *How many CEUs?*: the requirement for a number of certifications, or for what is held.

use yew::prelude::*;

use super::Send;
use super::parts::{self, FieldParts, Weight, line};
use crate::app::{Action, CountBy, DateOrder, State};
use crate::rules::{
    AapcRequirement, AhimaRequirement, Assumption, Body, CYCLE_MONTHS, PRORATION, Requirement,
    Source, aapc_edition, prorated,
};
use crate::words::{self, WORDS};

/// What is counted, and the number for each body.
pub(super) fn view(state: &State, send: &Send) -> Html {
    let held = state.log.profile().holdings();
    let by = state.calculator.by(&held);
    let owed = state.calculator.requirement(&held, state.edition());
    html! {
        <section class="ceus" key="ceus">
            <h2>{ WORDS.calculator.title }</h2>
            { count_by(by, send) }
            <div class="counted" key={if by == CountBy::Held { "held" } else { "number" }}>
                if let CountBy::Number(number) = by {
                    { numbers(number, state, send) }
                } else {
                    { parts::holdings(&held, send) }
                }
            </div>
            <p class="unseen" role="status">{ words::owed(&owed) }</p>
            { answers(&owed, by, state, send) }
        </section>
    }
}

fn answers(owed: &Requirement, by: CountBy, state: &State, send: &Send) -> Html {
    html! {
        <div class="answers">
            if let Some(aapc) = &owed.aapc {
                { aapc_card(aapc, state, send) }
            }
            if let Some(ahima) = &owed.ahima {
                { ahima_card(ahima, state.dates) }
            }
            if by != CountBy::Held {
                { line("note", WORDS.calculator.ahima_apart) }
            } else if owed.aapc.is_none() && owed.ahima.is_none() {
                { line("note", WORDS.calculator.nothing_held) }
            }
        </div>
    }
}

fn count_by(by: CountBy, send: &Send) -> Html {
    let is_held = by == CountBy::Held;
    let options = vec![
        ("number", WORDS.calculator.by_number.into(), !is_held),
        ("held", WORDS.calculator.by_held.into(), is_held),
    ];
    parts::radios(
        "count-by",
        WORDS.calculator.count_by,
        options,
        send.reform(|event: Event| {
            Action::CountBy(if parts::text_of(&event) == "held" {
                CountBy::Held
            } else {
                CountBy::Number(1)
            })
        }),
    )
}

/// One to five certifications, the last for "or more": as far as AAPC's table goes.
fn numbers(chosen: u32, state: &State, send: &Send) -> Html {
    const KEYS: [&str; 5] = ["1", "2", "3", "4", "5"];
    let last = aapc_edition(state.edition()).totals.value.len();
    let options = (1..).zip(KEYS).map(|(number, key): (u32, _)| {
        let is_last = usize::try_from(number) == Ok(last);
        (key, words::number(number, is_last).into(), number == chosen)
    });
    parts::radios(
        "number",
        WORDS.calculator.how_many,
        options.collect(),
        send.reform(|event: Event| {
            Action::CountBy(CountBy::Number(parts::text_of(&event).parse().unwrap_or(1)))
        }),
    )
}

fn aapc_card(owed: &AapcRequirement, state: &State, send: &Send) -> Html {
    let dates = state.dates;
    let other = owed.other.edition.edition;
    let pages = owed
        .edition
        .totals
        .sources
        .iter()
        .chain(owed.other.edition.totals.sources)
        .chain(PRORATION.sources)
        .copied();
    let differs = owed.other.total != owed.total;
    let label = words::edition_switch(other, owed.other.total).into();
    let on_switch = parts::press(send, move || Action::Switch(other));
    let switch = parts::named_button(Weight::Plain, None, None, label, on_switch);
    let rules = html! {
        <>
            { line("", words::aapc_rule(owed, dates)) }
            { parts::first_source(owed.edition.totals.sources, dates) }
            { line("", words::aapc_other(owed, dates)) }
            if differs {
                { switch }
            }
            { one_more(words::one_more_aapc(owed)) }
            { first_cycle(owed, state.calculator.first_cycle, send) }
        </>
    };
    card(
        Body::Aapc,
        owed.total.to_string(),
        words::pace(owed.pace),
        rules,
        &owed.assumptions,
        pages.collect(),
        dates,
    )
}

fn ahima_card(owed: &AhimaRequirement, dates: DateOrder) -> Html {
    let shares = owed.shares.iter().flat_map(|share| share.sources);
    let pages = owed.base.sources.iter().chain(shares).copied();
    let rules = html! {
        <>
            { line("", words::ahima_rule(owed)) }
            { parts::first_source(owed.base.sources, dates) }
            { parts::bullets("", owed.shares.iter().map(|share| words::share(*share, dates).into())) }
            { one_more(words::one_more_ahima(owed)) }
        </>
    };
    card(
        Body::Ahima,
        owed.total.to_string(),
        words::pace(owed.pace),
        rules,
        &owed.assumptions,
        pages.collect(),
        dates,
    )
}

fn one_more(said: String) -> Html {
    html! {
        <div>
            <h4>{ WORDS.calculator.one_more }</h4>
            { line("", said) }
        </div>
    }
}

/// The first cycle of a newly certified holder, as a sum.
fn first_cycle(owed: &AapcRequirement, months: Option<u32>, send: &Send) -> Html {
    let whole = (
        AttrValue::from(""),
        AttrValue::from(words::whole_cycle()),
        months.is_none(),
    );
    let options = (1..CYCLE_MONTHS).map(|count| {
        let text = AttrValue::from(count.to_string());
        (text.clone(), text, months == Some(count))
    });
    let field = FieldParts {
        id: "first-cycle".into(),
        label: WORDS.calculator.first_cycle_months.into(),
        hint: WORDS.calculator.proration_rate,
        fault: None,
    };
    let on_change =
        send.reform(|event: Event| Action::FirstCycle(parts::text_of(&event).parse().ok()));
    let sum = months.and_then(|months| prorated(owed.total, months));
    let inside = html! {
        <div>
            { field.select([whole].into_iter().chain(options).collect(), on_change) }
            <div class="sum" role="status">
                if let Some(sum) = sum {
                    { line("worked", words::proration_sum(sum)) }
                    { line("", words::proration_asks(sum)) }
                    { line("fine", WORDS.calculator.proration_rounding) }
                }
            </div>
        </div>
    };
    parts::folded("first-cycle", WORDS.calculator.first_cycle, inside)
}

fn card(
    body: Body,
    total: String,
    pace: String,
    rules: Html,
    assumptions: &[Assumption],
    mut pages: Vec<&'static Source>,
    dates: DateOrder,
) -> Html {
    for assumption in assumptions {
        pages.extend(assumption.basis().sources);
    }
    html! {
        <article class="card" key={parts::body_key(body)} data-body={parts::body_key(body)}>
            <header class="number">
                <h3>{ words::body(body) }</h3>
                <p>
                    <strong class="total">{ total }</strong>
                    <span>{ WORDS.calculator.every_two_years }</span>
                    <span class="pace">{ pace }</span>
                </p>
            </header>
            { rules }
            if !assumptions.is_empty() {
                <h4>{ WORDS.calculator.we_assume }</h4>
                { parts::bullets("fine", assumptions.iter().map(|one| words::assumption(*one).into())) }
            }
            { parts::sources(pages, dates) }
        </article>
    }
}
