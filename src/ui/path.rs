//! *Choose a path*: the quiz and its result.

use yew::prelude::*;

use super::Send;
use super::document;
use super::parts::{self, Weight, button, line};
use crate::app::{Action, DateOrder, Focus, Position, Quiz, View};
use crate::picker::{Because, Outcome, Path, Question, QuestionId, Recommendation, Strength};
use crate::render;
use crate::rules::Source;
use crate::words::{self, WORDS};

/// The question at hand, or the result.
pub(super) fn view(quiz: &Quiz, dates: DateOrder, send: &Send) -> Html {
    match quiz.at {
        Position::Question(id) => question(quiz, id, send),
        Position::Result => match quiz.outcome() {
            Outcome::Recommend(result) => recommendation(&result, dates, send),
            Outcome::AllHeld => all_held(send),
        },
    }
}

fn question(quiz: &Quiz, id: QuestionId, send: &Send) -> Html {
    let asked = words::question(id);
    let progress = quiz.progress(id);
    let on_enter = parts::on_enter(send, || Action::Next);
    let on_mark = send.reform(|event: Event| {
        let key = parts::text_of(&event);
        Action::Choose(
            crate::picker::Choice::from_key(&key).unwrap_or(crate::picker::Choice::NotSure),
        )
    });
    let next = if progress.number == progress.of {
        WORDS.quiz.see_result
    } else {
        WORDS.quiz.next
    };
    // A form for the sake of the radio buttons: without one Chromium takes those of the question before for the same
    // group, and the Tab key passes over them.
    html! {
        <form class="quiz" key={id.key()} onkeydown={on_enter}>
            { line("progress", words::progress(progress.number, progress.of)) }
            <progress class="bar" max={progress.of.to_string()} value={progress.number.to_string()} aria-hidden="true" />
            <h2 id={parts::id_of(&Focus::Question)} tabindex="-1">{ asked.ask }</h2>
            <p class="hint" id="question-hint">{ asked.hint }</p>
            <div
                class="options"
                role="radiogroup"
                aria-labelledby={parts::id_of(&Focus::Question)}
                aria-describedby="question-fault question-hint"
                onchange={on_mark}
            >
                for option in Question::of(id).options {
                    <label key={option.choice.key()} class="option">
                        <input
                            type="radio"
                            name="answer"
                            value={option.choice.key()}
                            checked={quiz.marked == Some(option.choice)}
                        />
                        <span>{ words::choice(option.choice) }</span>
                    </label>
                }
            </div>
            <p class="fault" id="question-fault" role="alert">
                { if quiz.lacks_answer { WORDS.quiz.mark_an_answer } else { "" } }
            </p>
            <div class="actions">
                { button(Weight::Primary, next, send, || Action::Next) }
                if quiz.can_go_back() {
                    { button(Weight::Plain, WORDS.quiz.back, send, || Action::Back) }
                }
            </div>
        </form>
    }
}

fn recommendation(result: &Recommendation, dates: DateOrder, send: &Send) -> Html {
    let path = result.path;
    let lead = match result.strength {
        Strength::Clear => "lead clear",
        Strength::Leaning => "lead leaning",
        Strength::Close => "lead close",
    };
    html! {
        <article class="result" key="result">
            { heading(Some(path)) }
            { line(lead, words::lead(result)) }
            { parts::line_if("note", words::held_note(result)) }
            <h3>{ WORDS.result.why }</h3>
            { reasons(result) }
            { parts::line_if("runner-up", result.runner_up.as_ref().map(|second| words::runner_up(path, second))) }
            if !result.neighbours.is_empty() {
                <h3>{ WORDS.result.worth_a_look }</h3>
                { neighbours(result) }
            }
            { counterfactuals(result) }
            <h3>{ WORDS.result.at_a_glance }</h3>
            { at_a_glance(path) }
            { parts::folded("comparison", WORDS.guide.compare, document::blocks(&render::comparison(dates), dates)) }
            { parts::sources(behind(result), dates) }
            { afterwards(send) }
        </article>
    }
}

fn all_held(send: &Send) -> Html {
    html! {
        <article class="result" key="all-held">
            { heading(None) }
            { afterwards(send) }
        </article>
    }
}

fn heading(path: Option<Path>) -> Html {
    html! {
        <header>
            { line("eyebrow", words::result_eyebrow(path)) }
            <h2 id={parts::id_of(&Focus::Result)} tabindex="-1">{ words::result_title(path) }</h2>
            { line("summary", words::summary(path)) }
        </header>
    }
}

fn reasons(result: &Recommendation) -> Html {
    let items = result.reasons.iter().map(|reason| {
        let said = match reason.because {
            Because::Answer(_, said) => words::you_said(said),
            Because::UsualStart | Because::OnlyOneLeft | Because::OrderForTies => String::new(),
        };
        html! {
            <>
                { words::reason(result.path, *reason) }
                <span class="said">{ said }</span>
            </>
        }
    });
    parts::bullets("reasons", items)
}

fn neighbours(result: &Recommendation) -> Html {
    let pairs = result
        .neighbours
        .iter()
        .map(|one| (words::name(one.credential), words::neighbour(*one).into()));
    parts::pairs("neighbours", pairs.collect())
}

fn counterfactuals(result: &Recommendation) -> Html {
    let inside = if result.counterfactuals.is_empty() {
        line("", WORDS.result.nothing_would_change)
    } else {
        parts::bullets(
            "",
            result
                .counterfactuals
                .iter()
                .map(|changed| words::counterfactual(*changed).into()),
        )
    };
    parts::folded("counterfactuals", WORDS.result.what_would_change, inside)
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
    parts::pairs(
        "facts",
        vec![
            (WORDS.result.fact_body, words::body(facts.id.body()).into()),
            (
                WORDS.result.fact_setting,
                words::setting(facts.setting.value).into(),
            ),
            (WORDS.result.fact_code_sets, code_sets.join(", ").into()),
            (WORDS.result.fact_exam, words::exam(facts.exam.value).into()),
            (
                WORDS.result.fact_entry,
                words::entry_rule(facts.prerequisite.value).into(),
            ),
            (WORDS.result.fact_upkeep, words::upkeep(facts).into()),
        ],
    )
}

fn behind(result: &Recommendation) -> Vec<&'static Source> {
    let reasons = result.reasons.iter().map(|reason| reason.basis);
    let neighbours = result.neighbours.iter().map(|neighbour| neighbour.basis);
    let mut pages: Vec<&'static Source> = Vec::new();
    for basis in reasons.chain(neighbours) {
        pages.extend(basis.sources);
    }
    if let Some(facts) = result.path.credential().facts() {
        for sources in [
            facts.setting.sources,
            facts.code_sets.sources,
            facts.exam.sources,
            facts.prerequisite.sources,
        ] {
            pages.extend(sources);
        }
        pages.extend(facts.upkeep_sources());
    }
    pages
}

fn afterwards(send: &Send) -> Html {
    html! {
        <div class="actions">
            { button(Weight::Primary, WORDS.result.to_ceus, send, || Action::ChooseTab(View::Ceus)) }
            { button(Weight::Plain, WORDS.result.to_log, send, || Action::ChooseTab(View::Log)) }
            { button(Weight::Plain, WORDS.quiz.back, send, || Action::Back) }
            { button(Weight::Plain, WORDS.quiz.start_again, send, || Action::StartAgain) }
        </div>
    }
}
