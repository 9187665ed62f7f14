//! The list of a log: its search, the entries by period, and what was being typed when a widget went.

use chrono::NaiveDate;
use yew::prelude::*;

use super::parts::{self, FieldParts, Weight, line, line_if, named_button, text_of};
use super::{Send, form, safety};
use crate::app::{
    Action, DateOrder, Filter, FilterChange, Focus, Offer, Part, Parts, State, Status,
};
use crate::ledger::{Ledger, Period};
use crate::log::{ALL_KINDS, ActivityKind, Entry, EntryId, Shown, State as EntryState, Typed};
use crate::rules::Body;
use crate::words::{self, WORDS};

/// From so many entries on, a search is of use.
const WORTH_SEARCHING: usize = 4;

/// The search and the entries.
pub(super) fn view(state: &State, entries: &[Shown<'_>], marks: &Marks<'_>, send: &Send) -> Html {
    let all = entries.len();
    let is_searching = state.filter.is_on();
    let shown = state.listed(entries);
    let found = is_searching.then(|| words::found(shown.len(), all));
    let is_none = shown.is_empty();
    let Parts { drawn, earlier } = state.parts(shown);
    html! {
        <div class="list">
            if all >= WORTH_SEARCHING || state.has_searched {
                { search(state, found, send) }
            }
            if is_none {
                { line("note", WORDS.log.found_none) }
            }
            <div class="entries">
                for part in drawn {
                    <section key={key_of(&part.period)}>
                        { heading(&part, state, send) }
                        { entries_of(&part, marks, state, send) }
                        { more(&part, send) }
                    </section>
                }
            </div>
            { earlier_periods(earlier, send) }
        </div>
    }
}

/// What the accounts say of entries that do not count as they stand.
pub(super) type Marks<'a> = Vec<(&'a EntryId, String)>;

/// What the accounts say of entries that do not count as they stand. They are few, so they are looked through for each entry.
pub(super) fn marks<'a>(ledger: &'a Ledger<'_>) -> Marks<'a> {
    let mut marks = Vec::new();
    for account in [&ledger.aapc, &ledger.ahima].into_iter().flatten() {
        for verdict in account.verdicts() {
            if let Some(said) = words::not_counted(&verdict, account.body) {
                marks.push((verdict.shown.id, said));
            }
        }
    }
    marks
}

/// A name for the period that stays when others come.
fn key_of(period: &Period<'_>) -> String {
    let first = period.cycle.map(|cycle| Typed::day(cycle.first));
    ["period-", first.as_ref().map_or("", Typed::text)].concat()
}

fn search(state: &State, found: Option<String>, send: &Send) -> Html {
    let filter = &state.filter;
    let on_input = send.reform(|event: InputEvent| change(FilterChange::Text(text_of(&event))));
    let text = field("find", WORDS.log.find, WORDS.log.find_hint).input(
        "text",
        filter.text.clone(),
        on_input,
        None,
        None,
    );
    let is_open = state.shows_narrow();
    let on_toggle = parts::on_toggle(is_open, send, Action::OpenNarrow);
    let is_on = found.is_some();
    html! {
        <div class="search" role="search">
            { text }
            <details class="narrow" open={is_open} ontoggle={on_toggle}>
                <summary>{ WORDS.log.find_more }</summary>
                if is_open {
                    { narrow(filter, send) }
                }
            </details>
            <div class="found">
                <div role="status">{ line_if("", found) }</div>
                if is_on {
                    { parts::button(Weight::Plain, WORDS.log.find_clear, send, || Action::ClearFilter) }
                }
            </div>
        </div>
    }
}

/// A field of the search, yet without what is in it.
fn field(id: &'static str, label: &'static str, hint: &'static str) -> FieldParts {
    FieldParts {
        id: id.into(),
        label: label.into(),
        hint,
        fault: None,
    }
}

/// What is asked beside words.
fn narrow(filter: &Filter, send: &Send) -> Html {
    let bodies = [Body::Aapc, Body::Ahima].map(|body| {
        (
            parts::body_key(body),
            words::body(body),
            filter.body == Some(body),
        )
    });
    let kinds = ALL_KINDS
        .iter()
        .map(|kind| {
            (
                kind.key(),
                words::activity_kind(*kind),
                filter.kind == Some(*kind),
            )
        })
        .collect();
    let statuses = Status::ALL.map(|status| {
        (
            status.key(),
            words::status(status),
            filter.status == Some(status),
        )
    });
    let choices = [
        choice(
            field("find-body", WORDS.log.find_body, ""),
            WORDS.log.find_any_body,
            bodies.to_vec(),
            send,
            |key| {
                let is = |body: &Body| parts::body_key(*body) == key;
                FilterChange::Body([Body::Aapc, Body::Ahima].into_iter().find(is))
            },
        ),
        choice(
            field("find-kind", WORDS.log.find_kind, ""),
            WORDS.log.find_any_kind,
            kinds,
            send,
            |key| FilterChange::Kind(ActivityKind::from_key(key)),
        ),
        choice(
            field("find-status", WORDS.log.find_status, ""),
            WORDS.log.find_any_status,
            statuses.to_vec(),
            send,
            |key| FilterChange::Status(Status::from_key(key)),
        ),
        parts::tick(
            WORDS.log.find_certificate,
            filter.lacks_certificate,
            send,
            |yes| change(FilterChange::LacksCertificate(yes)),
        ),
        parts::tick(WORDS.log.find_conflict, filter.has_conflict, send, |yes| {
            change(FilterChange::HasConflict(yes))
        }),
    ];
    parts::bullets("fields", choices)
}

const fn change(change: FilterChange) -> Action {
    Action::Filter(change)
}

fn choice(
    field: FieldParts,
    any: &'static str,
    options: Vec<(&'static str, &'static str, bool)>,
    send: &Send,
    make: fn(&str) -> FilterChange,
) -> Html {
    let is_any = !options.iter().any(|(_, _, is_chosen)| *is_chosen);
    let options = [("", any, is_any)]
        .into_iter()
        .chain(options)
        .map(|(key, text, is_chosen)| (key.into(), text.into(), is_chosen))
        .collect();
    field.select(
        options,
        send.reform(move |event: Event| change(make(&text_of(&event)))),
    )
}

/// The period's days, which open its entries and close them, and its sums. While some of its entries are hidden by a
/// search there are no sums, and nothing to open: what is found is shown.
fn heading(part: &Part<'_>, state: &State, send: &Send) -> Html {
    let Part {
        period,
        all,
        is_open,
        ..
    } = part;
    let (is_searching, is_open) = (state.filter.is_on(), *is_open);
    let sums = (!is_searching).then(|| words::period_sums(period, *all));
    let on_press = period.cycle.filter(|_| !is_searching).map(|cycle| {
        let on_press = parts::press(send, move || Action::OpenPeriod(cycle.first, !is_open));
        (parts::id_of(&Focus::Period(cycle.first)), on_press)
    });
    html! {
        <div class="period-head">
            if let Some(days) = words::period(period, state) {
                <h4>
                    if let Some((id, on_press)) = on_press {
                        { parts::opener(Some(id), is_open, key_of(period).into(), days, on_press) }
                    } else {
                        { days }
                    }
                </h4>
                { line_if("fine", sums) }
            }
        </div>
    }
}

/// The way to the earlier periods, where there are more than are drawn at first.
fn earlier_periods(earlier: Option<(usize, NaiveDate)>, send: &Send) -> Html {
    let button = earlier.map(|(many, first)| {
        let draw = parts::press(send, move || Action::DrawEarlier(first));
        named_button(
            Weight::Plain,
            None,
            None,
            words::earlier_periods(many).into(),
            draw,
        )
    });
    parts::actions(button.into_iter().collect())
}

/// The way to all entries, where there are more than are drawn at first.
fn more(part: &Part<'_>, send: &Send) -> Html {
    let mut inside = Vec::new();
    if let Some((all, first)) = part.more {
        let first = first.clone();
        let draw = parts::press(send, move || Action::DrawAll(first.clone()));
        let label = words::draw_all(all).into();
        inside.push(named_button(Weight::Plain, None, None, label, draw));
    }
    parts::actions(inside)
}

fn entries_of(part: &Part<'_>, marks: &Marks<'_>, state: &State, send: &Send) -> Html {
    html! {
        <ul id={key_of(&part.period)}>
            for shown in part.period.shown.iter().copied() {
                <li
                    key={shown.id.as_str()}
                    id={parts::id_of(&Focus::Entry(shown.id.clone()))}
                    tabindex="-1"
                    class="entry"
                >
                    if let Some(form) = state.form.as_ref().filter(|_| state.is_changing(shown.id)) {
                        { form::view(form, &state.log, state.dates, send) }
                    } else {
                        <div>
                            { row(shown, marks, state.dates, send) }
                            if shown.has_conflict {
                                { safety::entry_conflict(shown.id, state, send) }
                            }
                        </div>
                    }
                </li>
            }
        </ul>
    }
}

/// What the list shows of an entry. It is a component, so that it is drawn anew only where that has changed. It has no
/// field to type in: while a slow device is busy the library may draw a component a moment after what is around it.
struct Row;

#[derive(Clone, PartialEq, Properties)]
struct RowOf {
    id: EntryId,
    entry: Entry,
    /// What the accounts say of it.
    said: Option<String>,
    dates: DateOrder,
    send: Send,
}

impl Component for Row {
    type Message = ();
    type Properties = RowOf;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        entry(ctx.props())
    }
}

fn row(shown: Shown<'_>, marks: &Marks<'_>, dates: DateOrder, send: &Send) -> Html {
    let mut said: Vec<&str> = Vec::new();
    for (of, mark) in marks {
        // Both are the log's own. To compare their letters took a twentieth of the time that saving an entry takes.
        if std::ptr::eq(*of, shown.id) {
            said.push(mark);
        }
    }
    let said = (!said.is_empty()).then(|| said.join(" · "));
    html! {
        <Row id={shown.id.clone()} entry={shown.entry.clone()} {said} {dates} send={send.clone()} />
    }
}

fn entry(row: &RowOf) -> Html {
    let RowOf {
        id,
        entry,
        said,
        dates,
        send,
    } = row;
    let claims: Vec<String> = [Body::Aapc, Body::Ahima]
        .into_iter()
        .filter_map(|body| entry.ceus(body).map(|ceus| words::claim(body, ceus)))
        .collect();
    let lacks_certificate = entry.state == EntryState::Done
        && [Body::Aapc, Body::Ahima]
            .into_iter()
            .any(|body| entry.has_certificate(body) == Some(false));
    let (to_edit, to_delete) = (id.clone(), id.clone());
    let edit = named_button(
        Weight::Plain,
        None,
        Some(words::edit_entry(entry).into()),
        WORDS.log.edit.into(),
        parts::press(send, move || Action::Edit(to_edit.clone())),
    );
    let delete = named_button(
        Weight::Plain,
        None,
        Some(words::delete_entry(entry).into()),
        WORDS.log.delete.into(),
        parts::press(send, move || Action::Delete(to_delete.clone())),
    );
    html! {
        <div class="entry-body">
            <div class="entry-text">
                { line("entry-title", entry.title.clone()) }
                { line("fine", words::entry_line(entry, *dates)) }
                { line_if("fine badge", said.clone()) }
                { line_if("fine badge", lacks_certificate.then_some(WORDS.log.lacks_certificate)) }
            </div>
            { line("claims", claims.join(" · ")) }
            <div class="entry-actions">
                { edit }
                { delete }
            </div>
        </div>
    }
}

/// What was being typed when its widget went: to be gone on with, or thrown away.
pub(super) fn offer(offer: &Offer, dates: DateOrder, send: &Send) -> Html {
    let (to_take_up, to_throw_away) = (offer.key.clone(), offer.key.clone());
    let take_up = named_button(
        Weight::Plain,
        None,
        None,
        WORDS.log.take_up.into(),
        parts::press(send, move || Action::TakeUp(to_take_up.clone())),
    );
    let throw_away = named_button(
        Weight::Plain,
        None,
        None,
        WORDS.log.throw_away.into(),
        parts::press(send, move || Action::ThrowAway(to_throw_away.clone())),
    );
    html! {
        <div class="offer note">
            { line("", words::offer(offer, dates)) }
            { line_if("fine", offer.kept.as_ref().err().cloned()) }
            { parts::actions(vec![
                if offer.kept.is_ok() { take_up } else { Html::default() },
                throw_away,
            ]) }
        </div>
    }
}
