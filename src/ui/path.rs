//! *Choose a path*: the quiz and its result.

use yew::prelude::*;

use super::{Send, parts};
use crate::app::{Action, Focus, Position, Quiz, View};
use crate::picker::{Because, Outcome, Path, Question, QuestionId, Recommendation, Strength};
use crate::rules::Source;
use crate::words::{self, LABELS};

/// The question at hand, or the result.
pub(super) fn view(quiz: &Quiz, send: &Send) -> Html {
    match quiz.at {
        Position::Question(id) => question(quiz, id, send),
        Position::Result => match quiz.outcome() {
            Outcome::Recommend(result) => recommendation(&result, send),
            Outcome::AllHeld => all_held(send),
        },
    }
}

fn question(quiz: &Quiz, id: QuestionId, send: &Send) -> Html {
    let asked = words::question(id);
    let progress = quiz.progress(id);
    let on_submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    });
    html! {
        <form class="quiz" key={id.key()} onsubmit={on_submit} novalidate=true>
            <p class="progress">{ words::progress(progress.number, progress.of) }</p>
            <progress class="bar" max={progress.of.to_string()} value={progress.number.to_string()} aria-hidden="true" />
            <h2 class="question" id={parts::id_of(&Focus::Question)} tabindex="-1">{ asked.ask }</h2>
            <p class="hint" id="question-hint">{ asked.hint }</p>
            <div
                class="options"
                role="radiogroup"
                aria-labelledby={parts::id_of(&Focus::Question)}
                aria-describedby={if quiz.lacks_answer { "question-fault question-hint" } else { "question-hint" }}
            >
                for option in Question::of(id).options {
                    <label key={option.choice.key()} class="option">
                        <input
                            type="radio"
                            name="answer"
                            value={option.choice.key()}
                            checked={quiz.marked == Some(option.choice)}
                            onchange={send.reform(|_| Action::Choose(option.choice))}
                        />
                        <span>{ words::choice(option.choice) }</span>
                    </label>
                }
            </div>
            <p class="fault" id="question-fault" role="alert">
                { if quiz.lacks_answer { LABELS.mark_an_answer } else { "" } }
            </p>
            <div class="actions">
                <button type="submit" class="primary">
                    { if progress.number == progress.of { LABELS.see_result } else { LABELS.next } }
                </button>
                if quiz.can_go_back() {
                    <button type="button" class="plain" onclick={send.reform(|_| Action::Back)}>{ LABELS.back }</button>
                }
            </div>
        </form>
    }
}

fn recommendation(result: &Recommendation, send: &Send) -> Html {
    let path = result.path;
    html! {
        <article class="result" key="result">
            <p class="eyebrow">{ words::result_eyebrow(Some(path)) }</p>
            <h2 id={parts::id_of(&Focus::Result)} tabindex="-1">{ words::result_title(Some(path)) }</h2>
            <p class="summary">{ words::summary(Some(path)) }</p>
            <p class={classes!("lead", strength_class(result.strength))}>{ words::lead(result) }</p>
            if let Some(note) = words::held_note(result) {
                <p class="note">{ note }</p>
            }
            <h3>{ LABELS.why }</h3>
            { reasons(result) }
            if let Some(second) = &result.runner_up {
                <p class="runner-up">{ words::runner_up(path, second) }</p>
            }
            if !result.neighbours.is_empty() {
                <h3>{ LABELS.worth_a_look }</h3>
                { neighbours(result) }
            }
            { counterfactuals(result) }
            { at_a_glance(path) }
            { parts::sources(&behind(result)) }
            { afterwards(send) }
        </article>
    }
}

const fn strength_class(strength: Strength) -> &'static str {
    match strength {
        Strength::Clear => "clear",
        Strength::Leaning => "leaning",
        Strength::Close => "close",
    }
}

fn reasons(result: &Recommendation) -> Html {
    html! {
        <ul class="reasons">
            for reason in &result.reasons {
                <li key={reason_key(reason.because)}>
                    { words::reason(result.path, *reason) }
                    if let Because::Answer(_, said) = reason.because {
                        <span class="said">{ words::you_said(said) }</span>
                    }
                </li>
            }
        </ul>
    }
}

const fn reason_key(because: Because) -> &'static str {
    match because {
        Because::Answer(question, _) => question.key(),
        Because::UsualStart | Because::OnlyOneLeft | Because::OrderForTies => "no-answer",
    }
}

fn neighbours(result: &Recommendation) -> Html {
    html! {
        <dl class="neighbours">
            for neighbour in &result.neighbours {
                <div key={neighbour.credential.code()}>
                    <dt>{ words::name(neighbour.credential) }</dt>
                    <dd>{ words::neighbour(*neighbour) }</dd>
                </div>
            }
        </dl>
    }
}

fn counterfactuals(result: &Recommendation) -> Html {
    html! {
        <details class="counterfactuals">
            <summary>{ LABELS.what_would_change }</summary>
            if result.counterfactuals.is_empty() {
                <p>{ LABELS.nothing_would_change }</p>
            } else {
                <ul>
                    for changed in &result.counterfactuals {
                        <li key={format!("{}-{}", changed.question.key(), changed.to.key())}>
                            { words::counterfactual(*changed) }
                        </li>
                    }
                </ul>
            }
        </details>
    }
}

fn at_a_glance(path: Path) -> Html {
    let Some(facts) = path.credential().facts() else {
        return html! { <div /> };
    };
    let code_sets: Vec<&str> = facts
        .code_sets
        .value
        .iter()
        .map(|set| words::code_set(*set))
        .collect();
    let rows = [
        (LABELS.fact_body, words::body(facts.id.body()).to_owned()),
        (
            LABELS.fact_setting,
            words::setting(facts.setting.value).to_owned(),
        ),
        (LABELS.fact_code_sets, code_sets.join(", ")),
        (LABELS.fact_exam, words::exam(facts.exam.value)),
        (
            LABELS.fact_entry,
            words::entry_rule(facts.prerequisite.value).to_owned(),
        ),
        (LABELS.fact_upkeep, words::upkeep(facts)),
    ];
    html! {
        <section class="facts">
            <h3>{ LABELS.at_a_glance }</h3>
            <dl>
                for (label, value) in rows {
                    <div key={label}>
                        <dt>{ label }</dt>
                        <dd>{ value }</dd>
                    </div>
                }
            </dl>
        </section>
    }
}

fn behind(result: &Recommendation) -> Vec<&'static Source> {
    let mut pages: Vec<&'static Source> = Vec::new();
    for basis in result
        .reasons
        .iter()
        .map(|reason| reason.basis)
        .chain(result.neighbours.iter().map(|one| one.basis))
    {
        pages.extend(basis.sources);
    }
    if let Some(facts) = result.path.credential().facts() {
        pages.extend(facts.setting.sources);
        pages.extend(facts.code_sets.sources);
        pages.extend(facts.exam.sources);
        pages.extend(facts.prerequisite.sources);
    }
    pages
}

fn all_held(send: &Send) -> Html {
    html! {
        <article class="result" key="all-held">
            <p class="eyebrow">{ words::result_eyebrow(None) }</p>
            <h2 id={parts::id_of(&Focus::Result)} tabindex="-1">{ words::result_title(None) }</h2>
            <p class="summary">{ words::summary(None) }</p>
            { afterwards(send) }
        </article>
    }
}

fn afterwards(send: &Send) -> Html {
    html! {
        <div class="actions">
            <button type="button" class="primary" onclick={send.reform(|_| Action::ChooseTab(View::Ceus))}>
                { LABELS.to_ceus }
            </button>
            <button type="button" class="plain" onclick={send.reform(|_| Action::ChooseTab(View::Log))}>
                { LABELS.to_log }
            </button>
            <button type="button" class="plain" onclick={send.reform(|_| Action::Back)}>{ LABELS.back }</button>
            <button type="button" class="plain" onclick={send.reform(|_| Action::StartAgain)}>
                { LABELS.start_again }
            </button>
        </div>
    }
}
