//! *Choose a path*: the quiz and its result.

use yew::prelude::*;

use super::Send;
use super::parts::{self, FieldParts, Weight, button, line, line_if, named_button};
use super::{document, outside};
use crate::app::{Action, Copying, DateOrder, Focus, Position, Quiz, State, View, link_to};
use crate::picker::{
    Because, Choice, Counterfactual, Outcome, Path, Question, QuestionId, Recommendation, Scores,
    Strength, holdings,
};
use crate::render;
use crate::rules::{Holdings, Source};
use crate::words::{self, WORDS};

/// Above so many, the answers that would change a result are folded.
const FEW: usize = 6;

/// The question at hand, or the result.
pub(super) fn view(state: &State, send: &Send) -> Html {
    let quiz = &state.quiz;
    let page = match quiz.at {
        Position::Question(id) => question(quiz, id, send),
        Position::Result => match quiz.outcome() {
            Outcome::Recommend(result) => recommendation(&result, state, send),
            Outcome::AllHeld => all_held(quiz, send),
        },
    };
    html! {
        <div class="path" key="path">
            <div class="link-fault" role="status" id={parts::id_of(&Focus::LinkFault)} tabindex="-1">
                { line_if("warning", state.link_fault.map(words::link_fault)) }
            </div>
            { page }
        </div>
    }
}

fn question(quiz: &Quiz, id: QuestionId, send: &Send) -> Html {
    let asked = words::question(id);
    let progress = quiz.progress(id);
    let on_enter = parts::on_enter(send, || Action::Next);
    let on_mark = send.reform(|event: Event| {
        let key = parts::text_of(&event);
        Action::Choose(Choice::from_key(&key).unwrap_or(Choice::NotSure))
    });
    let next = if quiz.is_last(id) {
        WORDS.quiz.see_result
    } else {
        WORDS.quiz.next
    };
    // A form for the sake of the radio buttons: without one Chromium takes those of the question before for the same
    // group, and the Tab key passes over them.
    html! {
        <form class="quiz" key={id.key()} onkeydown={on_enter}>
            { line("progress", words::progress(progress.number, progress.of)) }
            { bar(progress.number, progress.of) }
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
            { parts::actions(vec![
                button(Weight::Primary, next, send, || Action::Next),
                if quiz.can_go_back() { button(Weight::Plain, WORDS.quiz.back, send, || Action::Back) } else { Html::default() },
            ]) }
            { why_we_ask(id) }
            { answered(quiz, send) }
        </form>
    }
}

fn bar(value: usize, max: usize) -> Html {
    html! {
        <progress class="bar" max={max.to_string()} value={value.to_string()} aria-hidden="true" />
    }
}

fn why_we_ask(id: QuestionId) -> Html {
    let terms = Question::of(id).terms.iter().map(|term| {
        let (term, meaning) = words::term(*term);
        (term, meaning.into())
    });
    let inside = html! {
        <div>
            { line("", words::question(id).why) }
            { parts::pairs("terms", terms.collect()) }
        </div>
    };
    parts::folded("why-we-ask", WORDS.quiz.why_we_ask, inside)
}

/// The answers so far, each with a button that changes it.
fn answered(quiz: &Quiz, send: &Send) -> Html {
    if quiz.answered().is_empty() {
        return html! { <div /> };
    }
    html! {
        <div class="answered">
            <h3>{ WORDS.quiz.your_answers }</h3>
            { answers_so_far(quiz, send) }
        </div>
    }
}

fn answers_so_far(quiz: &Quiz, send: &Send) -> Html {
    let items = quiz.answered().into_iter().map(|(question, choice)| {
        html! {
            <>
                <span class="asked">{ words::question(question).ask }</span>
                <span>{ words::choice(choice) }</span>
                { change(question, send) }
            </>
        }
    });
    parts::bullets("", items)
}

fn change(question: QuestionId, send: &Send) -> Html {
    named_button(
        Weight::Quiet,
        None,
        Some(words::change_answer(question).into()),
        WORDS.quiz.change.into(),
        parts::press(send, move || Action::Revisit(question)),
    )
}

fn recommendation(result: &Recommendation, state: &State, send: &Send) -> Html {
    let quiz = &state.quiz;
    let path = result.path;
    let lead = match result.strength {
        Strength::Clear => "lead clear",
        Strength::Leaning => "lead leaning",
        Strength::Close => "lead close",
    };
    let is_own = quiz.what_if.is_none();
    let held = holdings(&quiz.answers);
    html! {
        <article class="result" key={if is_own { "result" } else { "what-if" }}>
            { heading(quiz, Some(path), send) }
            { line(lead, words::lead(result)) }
            { line_if("note", words::held_note(result)) }
            <h3>{ WORDS.result.why }</h3>
            { reasons(result, is_own, send) }
            { points(result.scores, &held) }
            { line_if("runner-up", result.runner_up.as_ref().map(|second| words::runner_up(path, second))) }
            if is_own {
                { counterfactuals(&result.counterfactuals, send) }
            }
            <h3>{ WORDS.result.workday }</h3>
            { line("", words::workday(path)) }
            if !result.neighbours.is_empty() {
                <h3>{ WORDS.result.worth_a_look }</h3>
                { neighbours(result) }
            }
            { second_credential(&held, path) }
            <h3>{ WORDS.result.at_a_glance }</h3>
            { at_a_glance(path, state.dates) }
            { parts::folded("comparison", WORDS.guide.compare, document::blocks(&render::comparison(state.dates), state.dates)) }
            if is_own {
                { next_steps(path, state.dates, send) }
                { link(state, send) }
                { parts::folded("answered", WORDS.quiz.your_answers, answers_so_far(quiz, send)) }
            }
            { parts::sources(behind(result), state.dates) }
            if is_own {
                { again(send) }
            }
        </article>
    }
}

fn all_held(quiz: &Quiz, send: &Send) -> Html {
    html! {
        <article class="result" key="all-held">
            { heading(quiz, None, send) }
            if quiz.what_if.is_none() {
                { parts::actions(vec![
                    button(Weight::Primary, WORDS.result.to_ceus, send, || Action::ChooseTab(View::Ceus)),
                    button(Weight::Plain, WORDS.result.to_log, send, || Action::ChooseTab(View::Log)),
                ]) }
                { again(send) }
            }
        </article>
    }
}

fn heading(quiz: &Quiz, path: Option<Path>, send: &Send) -> Html {
    html! {
        <header>
            if let Some(tried) = quiz.what_if {
                <div class="what-if">
                    { line("", words::what_if(tried.from, tried.to)) }
                    { parts::actions(vec![
                        button(Weight::Primary, WORDS.result.drop_what_if, send, || Action::DropTried),
                        button(Weight::Plain, WORDS.result.keep_what_if, send, || Action::KeepTried),
                    ]) }
                </div>
            }
            { line("eyebrow", words::result_eyebrow(path, quiz.what_if.is_some())) }
            <h2 id={parts::id_of(&Focus::Result)} tabindex="-1">{ words::result_title(path) }</h2>
            { line("summary", words::summary(path)) }
        </header>
    }
}

fn reasons(result: &Recommendation, is_own: bool, send: &Send) -> Html {
    let items = result.reasons.iter().map(|reason| {
        html! {
            <>
                { words::reason(result.path, *reason) }
                if let Because::Answer(question, said) = reason.because {
                    <span class="said">
                        { words::you_said(said, reason.points) }
                        { " " }
                        if is_own {
                            { change(question, send) }
                        }
                    </span>
                }
            </>
        }
    });
    parts::bullets("reasons", items)
}

/// Every path's points, as bars and as numbers.
fn points(scores: Scores, held: &Holdings) -> Html {
    let most = Path::ALL
        .iter()
        .map(|path| scores.of(*path))
        .fold(1, u32::max);
    let rows = Path::ALL.into_iter().map(|path| {
        let (id, points) = (path.credential(), scores.of(path));
        html! {
            <>
                <span>{ words::name(id) }</span>
                <progress class="bar" max={most.to_string()} value={points.to_string()} aria-hidden="true" />
                <span class="fine">{ words::points(points, held.holds(id)) }</span>
            </>
        }
    });
    html! {
        <div class="scores">
            <h4>{ WORDS.result.points }</h4>
            { parts::bullets("points", rows) }
        </div>
    }
}

fn neighbours(result: &Recommendation) -> Html {
    let pairs = result
        .neighbours
        .iter()
        .map(|one| (words::name(one.credential), words::neighbour(*one).into()));
    parts::pairs("neighbours", pairs.collect())
}

/// The answers that would change the result, as buttons that show what it would be.
fn counterfactuals(changes: &[Counterfactual], send: &Send) -> Html {
    let buttons = changes.iter().map(|changed| {
        let (question, to) = (changed.question, changed.to);
        named_button(
            Weight::Quiet,
            None,
            None,
            words::counterfactual(*changed).into(),
            parts::press(send, move || Action::TryOut(question, to)),
        )
    });
    let inside = html! {
        <div>
            if changes.is_empty() {
                { line("", WORDS.result.nothing_would_change) }
            } else {
                { line("fine", WORDS.result.what_would_change_hint) }
                { parts::bullets("", buttons) }
            }
        </div>
    };
    if changes.len() > FEW {
        return parts::folded("counterfactuals", WORDS.result.what_would_change, inside);
    }
    html! {
        <div class="counterfactuals">
            <h3>{ WORDS.result.what_would_change }</h3>
            { inside }
        </div>
    }
}

/// What a holder is told about a further credential.
fn second_credential(held: &Holdings, path: Path) -> Html {
    let said = words::second_credential(held, path);
    if said.is_empty() {
        return html! { <div /> };
    }
    html! {
        <div class="second">
            <h3>{ words::what_now(held) }</h3>
            { parts::bullets("", said.into_iter().map(Html::from)) }
        </div>
    }
}

fn at_a_glance(path: Path, dates: DateOrder) -> Html {
    let Some(facts) = path.credential().facts() else {
        return html! { <div /> };
    };
    let code_sets: Vec<&str> = facts
        .code_sets
        .value
        .iter()
        .map(|set| words::code_set(*set))
        .collect();
    let w = &WORDS.result;
    parts::pairs(
        "facts",
        vec![
            (w.fact_body, words::body(facts.id.body()).into()),
            (w.fact_setting, words::setting(facts.setting.value).into()),
            (w.fact_code_sets, code_sets.join(", ").into()),
            (w.fact_exam, words::exam_now(facts, dates).into()),
            (
                w.fact_entry,
                words::entry_rule(facts.prerequisite.value).into(),
            ),
            (w.fact_upkeep, words::upkeep(facts).into()),
        ],
    )
}

fn next_steps(path: Path, dates: DateOrder, send: &Send) -> Html {
    let credential = path.credential();
    let Some(facts) = credential.facts() else {
        return html! { <div /> };
    };
    let start_log = named_button(
        Weight::Primary,
        None,
        None,
        words::start_log(path).into(),
        parts::press(send, move || Action::StartLog(credential)),
    );
    html! {
        <div class="next-steps">
            <h3>{ WORDS.result.next_steps }</h3>
            { parts::steps(words::next_steps(facts, dates).map(AttrValue::from)) }
            { parts::actions(vec![
                start_log,
                button(Weight::Plain, WORDS.result.to_ceus, send, || Action::ChooseTab(View::Ceus)),
            ]) }
        </div>
    }
}

/// The link to this result, to be copied.
fn link(state: &State, send: &Send) -> Html {
    if outside::address().is_none() {
        return html! { <div /> };
    }
    let address = outside::with_fragment(&link_to(&state.quiz.answers));
    let field = FieldParts {
        id: parts::copy_id(&Copying::Link),
        label: WORDS.result.link.into(),
        hint: WORDS.result.link_hint,
        fault: None,
    };
    html! {
        <div class="share">
            { field.read_only(address) }
            <div class="actions">
                { button(Weight::Plain, WORDS.result.copy_link, send, || Action::Copy(Copying::Link)) }
                <p class="fine" role="status">{ parts::copied(state, &Copying::Link) }</p>
            </div>
        </div>
    }
}

fn behind(result: &Recommendation) -> Vec<&'static Source> {
    let next = result.runner_up.iter().flat_map(|second| &second.reasons);
    let reasons = result.reasons.iter().chain(next).map(|reason| reason.basis);
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
            facts.workday.sources,
        ] {
            pages.extend(sources);
        }
        pages.extend(facts.upkeep_sources());
    }
    pages
}

fn again(send: &Send) -> Html {
    html! {
        { parts::actions(vec![
            button(Weight::Plain, WORDS.quiz.back, send, || Action::Back),
            button(Weight::Plain, WORDS.quiz.start_again, send, || Action::StartAgain),
        ]) }
    }
}
