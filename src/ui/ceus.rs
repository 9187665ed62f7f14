//! *How many CEUs?*: the requirement for what is held.

use yew::prelude::*;

use super::Send;
use super::parts::{self, Weight, line};
use crate::app::{Action, DateOrder, State};
use crate::rules::{AapcRequirement, AhimaRequirement, Assumption, Body, Source};
use crate::words::{self, WORDS};

/// The ticks, and the number for each body.
pub(super) fn view(state: &State, send: &Send) -> Html {
    let owed = state.requirement();
    html! {
        <section class="ceus" key="ceus">
            <h2>{ WORDS.calculator.what_do_you_hold }</h2>
            { parts::holdings(&state.log.profile().holdings(), send) }
            <div class="answers" role="status">
                if let Some(aapc) = &owed.aapc {
                    { aapc_card(aapc, state.dates, send) }
                }
                if let Some(ahima) = &owed.ahima {
                    { ahima_card(ahima, state.dates) }
                }
                if owed.aapc.is_none() && owed.ahima.is_none() {
                    { line("note", words::nothing_held()) }
                }
            </div>
        </section>
    }
}

fn aapc_card(owed: &AapcRequirement, dates: DateOrder, send: &Send) -> Html {
    let other = owed.other.edition.edition;
    let pages = owed
        .edition
        .totals
        .sources
        .iter()
        .chain(owed.other.edition.totals.sources)
        .copied();
    let differs = owed.other.total != owed.total;
    let label = words::edition_switch(other, owed.other.total).into();
    let on_switch = parts::press(send, move || Action::Switch(other));
    let switch = parts::named_button(Weight::Plain, None, None, label, on_switch);
    let rules = html! {
        <>
            { line("", words::aapc_rule(owed, dates)) }
            { line("", words::aapc_other(owed, dates)) }
            if differs {
                { switch }
            }
            { line("", words::one_more_aapc(owed)) }
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
            { parts::bullets("", owed.shares.iter().map(|share| words::share(*share, dates).into())) }
            { line("", words::one_more_ahima(owed)) }
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
                    <span class="fine">{ pace }</span>
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
