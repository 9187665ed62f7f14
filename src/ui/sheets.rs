//! Spreadsheets: the log handed out as one, and a file that is looked at before it is imported.

use yew::prelude::*;

use super::parts::{self, FieldParts, Weight, line, line_if, named_button};
use super::{Send, outside};
use crate::app::{
    Action, Decision, Focus, Found, Importing, MOST_DRAWN, RowKind, SheetChange, State,
};
use crate::sheet::{ALL_COLUMNS, Bodies, Column, DayMonth, Judged, Problem, Verdict};
use crate::words::{self, WORDS};

/// Everything about spreadsheets, folded.
pub(super) fn view(state: &State, send: &Send) -> Html {
    html! {
        <details class="sheets">
            <summary>{ WORDS.importing.summary }</summary>
            <div>
                { begin(state, send) }
                <div class="sheet" id={parts::id_of(&Focus::Sheet)} role="group" tabindex="-1" aria-label={WORDS.importing.opened}>
                    { opened(state, send) }
                </div>
            </div>
        </details>
    }
}

fn begin(state: &State, send: &Send) -> Html {
    let texts = &WORDS.importing;
    let on_file = {
        let send = send.clone();
        Callback::from(move |event: Event| outside::read_sheet(&event, &send))
    };
    let id = parts::id_of(&Focus::OpenSheet);
    let open = FieldParts {
        id: id.clone(),
        label: texts.open.into(),
        hint: texts.open_hint,
        fault: None,
    };
    let open = open.around(html! {
        <input
            id={id}
            type="file"
            accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby="open-sheet-hint"
            onchange={on_file}
        />
    });
    let can_export = state.log.ids().next().is_some();
    html! {
        <div>
            { line("", texts.how) }
            { open }
            if can_export {
                { line("", texts.export_how) }
                { parts::actions(vec![
                    parts::button(Weight::Plain, texts.export, send, || Action::Sheet(SheetChange::Export)),
                    parts::button(Weight::Plain, texts.as_text, send, || Action::Sheet(SheetChange::ExportAsText)),
                ]) }
            }
            { parts::as_text(&Focus::SheetText, texts.as_text_label, &state.sheets.text) }
            <div role="status">{ line_if("", words::sheets_notice(state)) }</div>
        </div>
    }
}

fn opened(state: &State, send: &Send) -> Html {
    let Some(open) = &state.sheets.open else {
        return html! { <div hidden=true></div> };
    };
    let inside = match open {
        Importing::No(why) => line("warning", words::no_sheet(*why)),
        Importing::Reading(unread) => {
            let (done, all) = unread.progress();
            parts::progress(words::reading(done, all), done, all)
        }
        Importing::Read(found) => read(found, state, send),
    };
    html! {
        <div class="note">
            { inside }
            { ending(open, send) }
        </div>
    }
}

/// The buttons below: to import, and to close.
fn ending(open: &Importing, send: &Send) -> Html {
    let texts = &WORDS.importing;
    let (to_write, is_busy, writing) = match open {
        Importing::Read(found) => {
            let is_busy = words::importing(found).is_some();
            (found.to_write(), is_busy, found.writing.as_ref())
        }
        Importing::Reading(_) => (0, true, None),
        Importing::No(_) => (0, false, None),
    };
    let close = if is_busy {
        texts.break_off
    } else {
        texts.close
    };
    let is_idle = matches!(open, Importing::Read(found) if found.faults.is_empty()) && !is_busy;
    let import = if let Some(writing) = writing {
        parts::busy_button(words::import_button(writing.all))
    } else if is_idle && to_write > 0 {
        let label = words::import_button(to_write);
        parts::button(Weight::Primary, label, send, || {
            Action::Sheet(SheetChange::Import)
        })
    } else {
        Html::default()
    };
    html! {
        <div>
            if is_idle && to_write == 0 {
                { line("", texts.nothing) }
            }
            { parts::actions(vec![
                import,
                parts::button(Weight::Plain, close, send, || Action::Sheet(SheetChange::Close)),
            ]) }
        </div>
    }
}

fn read(found: &Found, state: &State, send: &Send) -> Html {
    if found.writing.is_some() {
        return busy(found);
    }
    let passed_over = found.table.passed_over.iter().map(words::passed_over);
    let passed_over: Vec<Html> = passed_over.map(|said| line("", said)).collect();
    html! {
        <div>
            { parts::bullets("faults", found.faults.iter().map(|fault| line("fault", words::mapping_fault(fault, &found.table)))) }
            { columns(found, send) }
            { busy(found) }
            <div>
                for kind in RowKind::ALL {
                    <div key={key_of(kind)}>{ rows_of(kind, found, state, send) }</div>
                }
            </div>
            if !passed_over.is_empty() {
                <details class="rows">
                    <summary>{ words::rows_passed_over(passed_over.len()) }</summary>
                    { parts::bullets("", passed_over) }
                </details>
            }
        </div>
    }
}

fn busy(found: &Found) -> Html {
    match words::importing(found) {
        Some((said, done, all)) => parts::progress(said, done, all),
        None => html! { <div hidden=true></div> },
    }
}

const fn key_of(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Refused => "refused",
        RowKind::Conflict => "conflict",
        RowKind::New => "new",
        RowKind::Twice => "twice",
        RowKind::Same => "same",
    }
}

/// What the columns mean, what comes first in a day, and whose CEUs they are.
fn columns(found: &Found, send: &Send) -> Html {
    let texts = &WORDS.importing;
    let on_toggle = parts::on_toggle(found.asks_columns, send, |asks| {
        Action::Sheet(SheetChange::AskColumns(asks))
    });
    let mut fields = Vec::new();
    if found.asks_columns {
        for place in 0..found.table.width {
            fields.push((place, column(found, place, send)));
        }
    }
    let needs_body =
        found.mapping.place(Column::Ceus).is_some() && found.mapping.place(Column::Body).is_none();
    html! {
        <div>
            if found.asks_order {
                { order(found, send) }
            }
            if needs_body {
                { bodies(found, send) }
            }
            <details class="columns" open={found.asks_columns} ontoggle={on_toggle}>
                <summary>{ words::columns(found) }</summary>
                <p class="fine">{ texts.columns_hint }</p>
                <ul class="fields">
                    for (place, field) in fields {
                        <li key={place}>{ field }</li>
                    }
                </ul>
            </details>
        </div>
    }
}

fn column(found: &Found, place: usize, send: &Send) -> Html {
    let means = found.mapping.column(place);
    let mut options = vec![(
        AttrValue::default(),
        AttrValue::from(WORDS.importing.left_out),
        means.is_none(),
    )];
    for column in ALL_COLUMNS {
        options.push((
            column.key().into(),
            words::sheet_column(*column).into(),
            means == Some(*column),
        ));
    }
    let [name, examples] = words::column_examples(&found.table, place);
    let field = FieldParts {
        id: ["column-", &place.to_string()].concat().into(),
        label: [&name, ": ", &examples].concat().into(),
        hint: "",
        fault: None,
    };
    let on_change = send.reform(move |event: Event| {
        let column = Column::from_key(&parts::text_of(&event));
        Action::Sheet(SheetChange::Column(place, column))
    });
    field.select(options, on_change)
}

fn order(found: &Found, send: &Send) -> Html {
    let options = [
        ("month-first", DayMonth::MonthFirst),
        ("day-first", DayMonth::DayFirst),
    ];
    let chosen = found.mapping.order;
    let shown = options.map(|(key, order)| {
        (
            key,
            AttrValue::from(words::day_month(order)),
            chosen == Some(order),
        )
    });
    let on_change = send.reform(move |event: Event| {
        let key = parts::text_of(&event);
        let order = if key == "day-first" {
            DayMonth::DayFirst
        } else {
            DayMonth::MonthFirst
        };
        Action::Sheet(SheetChange::Order(order))
    });
    parts::radios(
        "sheet-order",
        WORDS.importing.order,
        shown.to_vec(),
        on_change,
    )
}

fn bodies(found: &Found, send: &Send) -> Html {
    let options = [
        ("aapc", Bodies::Aapc),
        ("ahima", Bodies::Ahima),
        ("both", Bodies::Both),
    ];
    let chosen = found.mapping.bodies;
    let shown = options.map(|(key, bodies)| {
        (
            key,
            AttrValue::from(words::of_bodies(bodies)),
            chosen == Some(bodies),
        )
    });
    let on_change = send.reform(move |event: Event| {
        let key = parts::text_of(&event);
        let found = options.into_iter().find(|(of, _)| *of == key);
        Action::Sheet(SheetChange::Bodies(
            found.map_or(Bodies::Aapc, |(_, bodies)| bodies),
        ))
    });
    parts::radios(
        "sheet-bodies",
        WORDS.importing.bodies,
        shown.to_vec(),
        on_change,
    )
}

/// The rows of a kind, folded but for those that ask something of the reader.
fn rows_of(kind: RowKind, found: &Found, state: &State, send: &Send) -> Html {
    let many = found.count(kind);
    if many == 0 {
        return html! { <div hidden=true></div> };
    }
    let most = if found.drawn.contains(&kind) {
        many
    } else {
        MOST_DRAWN
    };
    let is_open = matches!(kind, RowKind::Refused | RowKind::Conflict);
    let rows = found.rows().iter();
    let rows = rows
        .filter(|row| RowKind::of(&row.verdict) == kind)
        .take(most);
    let rows: Vec<(usize, Html)> = rows
        .map(|row| (row.line, one(row, kind, found, state, send)))
        .collect();
    let rest = (most < many).then(|| {
        let press = parts::press(send, move || Action::Sheet(SheetChange::DrawAll(kind)));
        let label = words::draw_all_rows(many);
        named_button(Weight::Quiet, None, None, label.into(), press)
    });
    html! {
        <details class="rows" open={is_open}>
            <summary>{ words::rows_of(kind, many) }</summary>
            <ul>
                for (line, row) in rows {
                    <li key={line}>{ row }</li>
                }
            </ul>
            <div>{ rest.unwrap_or_default() }</div>
        </details>
    }
}

fn one(row: &Judged, kind: RowKind, found: &Found, state: &State, send: &Send) -> Html {
    let mut inside = Vec::new();
    if let Verdict::Refused(problems) = &row.verdict {
        inside.push(line(
            "",
            words::refused_row(row.line, found.title(row.line)),
        ));
        let mut fields: Vec<(&str, Html)> = Vec::new();
        for problem in problems {
            match problem.column {
                Some(column) if fields.iter().all(|(key, _)| *key != column.key()) => {
                    let field = correction(row.line, column, problem, found, send);
                    fields.push((column.key(), field));
                }
                _ => inside.push(line("fault", words::problem_there(problem))),
            }
        }
        inside.push(parts::fields(fields));
    }
    inside.push(line_if("", words::row(row, state.dates)));
    if let Verdict::Conflict { differences, .. } = &row.verdict {
        let differences = differences.iter().map(words::difference);
        inside.push(parts::bullets("", differences.map(|said| line("", said))));
    }
    let decisions = kind.decisions();
    if !decisions.is_empty() {
        inside.push(decide(row, kind, decisions, found, send));
    }
    parts::element("div", &["class"], &["row"], inside)
}

/// A field for what is to be read in place of a cell.
fn correction(of: usize, column: Column, problem: &Problem, found: &Found, send: &Send) -> Html {
    let field = FieldParts {
        id: ["cell-", &of.to_string(), "-", column.key()]
            .concat()
            .into(),
        label: words::cell_name(of, column).into(),
        hint: "",
        fault: Some(words::problem_there(problem)),
    };
    let value = found
        .correction(of, column)
        .unwrap_or(&problem.text)
        .to_owned();
    let on_change = send.reform(move |event: Event| {
        Action::Sheet(SheetChange::Correct(of, column, parts::text_of(&event)))
    });
    let control = html! {
        <input
            id={field.id.clone()}
            type="text"
            autocomplete="off"
            value={value}
            aria-invalid="true"
            aria-describedby={[&field.id, "-fault"].concat()}
            onchange={on_change}
        />
    };
    field.around(control)
}

fn decide(
    row: &Judged,
    kind: RowKind,
    decisions: &'static [Decision],
    found: &Found,
    send: &Send,
) -> Html {
    let of = row.line;
    let chosen = found.decision(row);
    let mut options = Vec::new();
    for (place, decision) in decisions.iter().enumerate() {
        options.push((
            AttrValue::from(place.to_string()),
            AttrValue::from(words::decision(kind, *decision)),
            *decision == chosen,
        ));
    }
    let field = FieldParts {
        id: ["row-", &of.to_string()].concat().into(),
        label: words::what_to_do(of).into(),
        hint: "",
        fault: None,
    };
    let on_change = send.reform(move |event: Event| {
        let place: usize = parts::text_of(&event).parse().unwrap_or_default();
        let decision = decisions.get(place).copied().unwrap_or(Decision::Leave);
        Action::Sheet(SheetChange::Decide(of, decision))
    });
    field.select(options, on_change)
}
