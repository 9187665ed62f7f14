//! *How many CEUs?*: the requirement for what is held.

use yew::prelude::*;

use super::{Send, parts};
use crate::app::{Action, State};
use crate::rules::{AapcRequirement, AhimaRequirement, Assumption, Body, Source};
use crate::words::{self, LABELS};

/// The ticks, and the number for each body.
pub(super) fn view(state: &State, send: &Send) -> Html {
    let owed = state.requirement();
    html! {
        <section class="ceus" key="ceus">
            <h2>{ LABELS.what_do_you_hold }</h2>
            { parts::holdings(&state.log.profile().holdings(), send) }
            <div class="answers" role="status">
                if let Some(aapc) = &owed.aapc {
                    { aapc_card(aapc, send) }
                }
                if let Some(ahima) = &owed.ahima {
                    { ahima_card(ahima) }
                }
                if owed.aapc.is_none() && owed.ahima.is_none() {
                    <p class="note">{ words::nothing_held() }</p>
                }
            </div>
        </section>
    }
}

fn aapc_card(owed: &AapcRequirement, send: &Send) -> Html {
    let other = owed.other.edition.edition;
    let differs = owed.other.total != owed.total;
    let mut pages: Vec<&'static Source> = owed.edition.totals.sources.to_vec();
    pages.extend(owed.other.edition.totals.sources);
    html! {
        <article class="card" key="aapc" data-body="aapc">
            { number(Body::Aapc, &owed.total.to_string(), &words::pace(owed.pace)) }
            <p>{ words::aapc_rule(owed) }</p>
            <p>{ words::aapc_other(owed) }</p>
            if differs {
                <button type="button" class="plain" onclick={send.reform(move |_| Action::Switch(other))}>
                    { words::edition_switch(other, owed.other.total) }
                </button>
            }
            <p>{ words::one_more_aapc(owed) }</p>
            { assumptions(&owed.assumptions) }
            { parts::sources(&with_assumptions(pages, &owed.assumptions)) }
        </article>
    }
}

fn ahima_card(owed: &AhimaRequirement) -> Html {
    let mut pages: Vec<&'static Source> = owed.base.sources.to_vec();
    for share in &owed.shares {
        pages.extend(share.sources);
    }
    html! {
        <article class="card" key="ahima" data-body="ahima">
            { number(Body::Ahima, &owed.total.to_string(), &words::pace(owed.pace)) }
            <p>{ words::ahima_rule(owed) }</p>
            <ul>
                for share in &owed.shares {
                    <li key={share.percent}>{ words::share(*share) }</li>
                }
            </ul>
            <p>{ words::one_more_ahima(owed) }</p>
            { assumptions(&owed.assumptions) }
            { parts::sources(&with_assumptions(pages, &owed.assumptions)) }
        </article>
    }
}

fn number(body: Body, total: &str, pace: &str) -> Html {
    html! {
        <header class="number">
            <h3>{ words::body(body) }</h3>
            <p>
                <strong class="total">{ total.to_owned() }</strong>
                <span>{ LABELS.every_two_years }</span>
                <span class="fine">{ pace.to_owned() }</span>
            </p>
        </header>
    }
}

fn assumptions(assumptions: &[Assumption]) -> Html {
    html! {
        <div class="assumptions">
            if !assumptions.is_empty() {
                <h4>{ LABELS.we_assume }</h4>
                <ul>
                    for assumption in assumptions {
                        <li key={words::assumption(*assumption)}>{ words::assumption(*assumption) }</li>
                    }
                </ul>
            }
        </div>
    }
}

fn with_assumptions(
    mut pages: Vec<&'static Source>,
    assumptions: &[Assumption],
) -> Vec<&'static Source> {
    for assumption in assumptions {
        pages.extend(assumption.basis().sources);
    }
    pages
}
