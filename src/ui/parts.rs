//! Pieces that the views are made of.
//!
//! Each is a function, called and not inlined: what `html!` writes for an element is some 200 bytes of the wasm, and
//! with a paragraph, a button or a list as a call the views took 8 KB less of it before compression.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag, VText};

use super::Send;
use crate::app::{Action, AsText, Copying, DateOrder, Focus, State, Way};
use crate::log::{Field, Typed};
use crate::rules::source::each_once;
use crate::rules::{ALL_CREDENTIALS, Body, CredentialId, Holdings, Source};
use crate::words::{self, WORDS};

/// The id of the element that a focus means. Ids are private to the widget's shadow root.
pub(super) fn id_of(focus: &Focus) -> AttrValue {
    match focus {
        Focus::Tab(view) => format!("tab-{}", view.key()).into(),
        Focus::Question => "question".into(),
        Focus::Result => "result".into(),
        Focus::LinkFault => "link-fault".into(),
        Focus::Field(field) => field_id(*field).into(),
        Focus::AddButton => "add".into(),
        Focus::Step(Way::Undo) => "undo".into(),
        Focus::Step(Way::Redo) => "redo".into(),
        Focus::Restoring => "restoring".into(),
        Focus::OpenBackup => "open-backup".into(),
        Focus::Entry(id) => format!("entry-{}", id.as_str()).into(),
        Focus::Period(first) => ["open-", Typed::day(*first).text()].concat().into(),
        Focus::Faq(id) => ["q-", id.key()].concat().into(),
        Focus::Search => "find".into(),
        Focus::Holdings => "holdings".into(),
        Focus::Account(body) => ["account-", body_key(*body)].concat().into(),
        Focus::Submitted(body) => submitted_id(*body),
        Focus::Tracker(body) => ["tracker-", body_key(*body)].concat().into(),
        Focus::BackupText => "backup-text".into(),
        Focus::Sheet => "sheet".into(),
        Focus::SheetText => "sheet-text".into(),
        Focus::OpenSheet => "open-sheet".into(),
        Focus::AuditPack => "audit-pack".into(),
        Focus::OpenAuditPack(body) => ["pack-of-", body_key(*body)].concat().into(),
    }
}

/// The id of the field with the day on which a body's cycle was submitted.
pub(super) fn submitted_id(body: Body) -> AttrValue {
    ["submitted-", body_key(body)].concat().into()
}

/// The id of the field from which something is copied.
pub(super) fn copy_id(what: &Copying) -> AttrValue {
    match what {
        Copying::Link => "result-link".into(),
        Copying::Log => "log-link".into(),
        Copying::Entry(id, body) => ["copy-", body_key(*body), "-", id.as_str()].concat().into(),
    }
}

/// What is said once something was to be copied.
pub(super) fn copied(state: &State, what: &Copying) -> &'static str {
    match &state.copied {
        Some((copied, true)) if copied == what => WORDS.result.copied,
        Some((copied, false)) if copied == what => WORDS.result.not_copied,
        _ => "",
    }
}

/// The id of a field of the entry's form.
pub(super) const fn field_id(field: Field) -> &'static str {
    match field {
        Field::Date => "date",
        Field::Title => "title",
        Field::Sponsor => "sponsor",
        Field::IndexNumber => "index-number",
        Field::ApprovedFor => "approved-for",
        Field::Bodies => "bodies",
        Field::AapcCeus => "aapc-ceus",
        Field::AhimaCeus => "ahima-ceus",
        Field::Notes => "notes",
    }
}

/// A body's name for the style sheet and for scripts.
pub(super) const fn body_key(body: Body) -> &'static str {
    match body {
        Body::Aapc => "aapc",
        Body::Ahima => "ahima",
    }
}

/// The text of the input or select in which something happened.
pub(super) fn text_of(event: &Event) -> String {
    if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
        input.value()
    } else if let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// What the date field in which something happened holds.
pub(super) fn typed_of(event: &Event) -> Typed {
    match event.target_dyn_into::<web_sys::HtmlInputElement>() {
        Some(input) if input.validity().bad_input() => Typed::Unreadable,
        _ => Typed::Text(text_of(event)),
    }
}

/// Whether the box in which something happened is ticked.
pub(super) fn is_ticked(event: &Event) -> bool {
    event
        .target_dyn_into::<web_sys::HtmlInputElement>()
        .is_some_and(|input| input.checked())
}

/// Whether the details in which something happened are open.
pub(super) fn is_open(event: &Event) -> bool {
    let details = event.target_dyn_into::<web_sys::Element>();
    details.is_some_and(|details| details.has_attribute("open"))
}

/// An element with a class that is not known beforehand. `html!` would bring in its lists of classes, 1.4 KB of the
/// compressed wasm.
pub(super) fn classed(tag: &'static str, class: &'static str, inside: Html) -> Html {
    element(tag, &["class"], &[class], vec![inside])
}

/// An element with attributes: their names, and the value of each. An empty value leaves its attribute out.
pub(super) fn element(
    tag: &'static str,
    names: &'static [&'static str],
    values: &[&str],
    inside: Vec<Html>,
) -> Html {
    let mut given = Vec::with_capacity(values.len());
    for value in values {
        given.push(
            (!value.is_empty())
                .then(|| AttributeOrProperty::Attribute(AttrValue::from((*value).to_owned()))),
        );
    }
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic {
        keys: names,
        values: given.into_boxed_slice(),
    });
    element.add_children(inside);
    element.into()
}

/// A paragraph.
pub(super) fn line(class: &'static str, text: impl Into<AttrValue>) -> Html {
    fn line(class: &'static str, text: AttrValue) -> Html {
        classed("p", class, VText::new(text).into())
    }
    line(class, text.into())
}

/// A paragraph, or nothing where there is no text.
pub(super) fn line_if(class: &'static str, text: Option<impl Into<AttrValue>>) -> Html {
    text.map_or_else(VNode::default, |text| line(class, text))
}

/// What the Enter key does in the fields of a group.
///
/// A `<form>` would do it by itself, but a sandboxed frame that allows scripts and no forms never sends its event.
pub(super) fn on_enter(send: &Send, action: fn() -> Action) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        let is_field = event
            .target_dyn_into::<web_sys::HtmlInputElement>()
            .is_some();
        if event.key() == "Enter" && is_field && !event.is_composing() {
            event.prevent_default();
            send.emit(action());
        }
    })
}

/// What is sent when a `<details>` that is drawn open, or closed, is so no longer. The browser opens it by itself; it
/// tells of what was drawn as well, and that is no news.
pub(super) fn on_toggle(
    is_open: bool,
    send: &Send,
    action: impl Fn(bool) -> Action + 'static,
) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        let details = event.target_dyn_into::<web_sys::Element>();
        if details.is_some_and(|details| details.has_attribute("open") != is_open) {
            send.emit(action(!is_open));
        }
    })
}

/// What a button looks like.
#[derive(Clone, Copy)]
pub(super) enum Weight {
    /// The next step.
    Primary,
    /// Any other.
    Plain,
    /// One beside a text, which it belongs to.
    Quiet,
}

/// A button that sends an action.
pub(super) fn button(
    weight: Weight,
    label: impl Into<AttrValue>,
    send: &Send,
    action: fn() -> Action,
) -> Html {
    named_button(weight, None, None, label.into(), press(send, action))
}

/// What a press sends. The action is made at each press: one that was kept and copied would bring the copying of whole
/// logs into the wasm.
pub(super) fn press(send: &Send, action: impl Fn() -> Action + 'static) -> Callback<MouseEvent> {
    send.reform(move |_| action())
}

/// A button that stands for what is being done already. It keeps its place: another one there would get the second of two
/// quick presses.
pub(super) fn busy_button(label: impl Into<AttrValue>) -> Html {
    element(
        "button",
        &["type", "class", "aria-disabled"],
        &["button", "primary", "true"],
        vec![VText::new(label).into()],
    )
}

/// A button with an id, or with a name of its own for a screen reader.
pub(super) fn named_button(
    weight: Weight,
    id: Option<AttrValue>,
    name: Option<AttrValue>,
    label: AttrValue,
    on_press: Callback<MouseEvent>,
) -> Html {
    match weight {
        Weight::Primary => html! {
            <button type="button" id={id} class="primary" aria-label={name} onclick={on_press}>{ label }</button>
        },
        Weight::Plain => html! {
            <button type="button" id={id} class="plain" aria-label={name} onclick={on_press}>{ label }</button>
        },
        Weight::Quiet => html! {
            <button type="button" id={id} class="quiet" aria-label={name} onclick={on_press}>{ label }</button>
        },
    }
}

/// A button that opens what it names, and closes it. A `<details>` would keep a state of its own, beside the widget's.
pub(super) fn opener(
    id: Option<AttrValue>,
    is_open: bool,
    what: AttrValue,
    label: String,
    on_press: Callback<MouseEvent>,
) -> Html {
    html! {
        <button
            type="button"
            id={id}
            aria-expanded={if is_open { "true" } else { "false" }}
            aria-controls={what}
            onclick={on_press}
        >
            { label }
        </button>
    }
}

/// Buttons beside each other.
pub(super) fn actions(buttons: Vec<Html>) -> Html {
    element("div", &["class"], &["actions"], buttons)
}

/// Items with bullets.
pub(super) fn bullets(class: &'static str, items: impl IntoIterator<Item = Html>) -> Html {
    let items: Vec<Html> = items.into_iter().collect();
    let items = html! {
        for (index, item) in items.into_iter().enumerate() {
            <li key={index}>{ item }</li>
        }
    };
    classed("ul", class, items)
}

/// Fields, each under its own key: one that comes or goes leaves the others as they are.
pub(super) fn fields(fields: Vec<(&'static str, Html)>) -> Html {
    html! {
        <ul class="fields">
            for (key, field) in fields {
                <li key={key}>{ field }</li>
            }
        </ul>
    }
}

/// Terms and what is said of them.
pub(super) fn pairs(class: &'static str, pairs: Vec<(&'static str, AttrValue)>) -> Html {
    let pairs = html! {
        for (term, text) in pairs {
            <div key={term}>
                <dt>{ term }</dt>
                <dd>{ text }</dd>
            </div>
        }
    };
    classed("dl", class, pairs)
}

/// Something folded under a line of text.
pub(super) fn folded(class: &'static str, summary: &'static str, inside: Html) -> Html {
    let inside = html! {
        <>
            <summary>{ summary }</summary>
            { inside }
        </>
    };
    classed("details", class, inside)
}

/// How far something is that takes a while.
pub(super) fn progress(said: String, done: usize, all: usize) -> Html {
    html! {
        <div class="progress">
            { line("", said.clone()) }
            <progress value={done.to_string()} max={all.to_string()} aria-label={said}></progress>
        </div>
    }
}

/// Items in an order.
pub(super) fn steps(items: impl IntoIterator<Item = AttrValue>) -> Html {
    let items = html! {
        for (index, item) in items.into_iter().enumerate() {
            <li key={index}>{ item }</li>
        }
    };
    classed("ol", "steps", items)
}

/// The first of the pages behind a statement, beside it.
pub(super) fn first_source(sources: &[&'static Source], dates: DateOrder) -> Html {
    html! {
        <p class="source">
            for page in sources.first() {
                <span key={page.url}>{ source(page, dates) }</span>
            }
        </p>
    }
}

fn source(source: &'static Source, dates: DateOrder) -> Html {
    html! {
        <>
            <a href={source.url} target="_blank" rel="noopener noreferrer">{ source.title }</a>
            <span class="fine">{ words::source_line(source, dates) }</span>
        </>
    }
}

/// Radio buttons beside each other: keys, their texts, and which is chosen.
pub(super) fn radios(
    name: &'static str,
    legend: &'static str,
    options: Vec<(&'static str, AttrValue, bool)>,
    on_change: Callback<Event>,
) -> Html {
    html! {
        <fieldset class="choices" onchange={on_change}>
            <legend>{ legend }</legend>
            <div class="options">
                for (key, text, is_chosen) in options {
                    <label key={key} class="option">
                        <input type="radio" name={name} value={key} checked={is_chosen} />
                        <span>{ text }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

/// A folded list of the pages behind a statement, none twice.
pub(super) fn sources(
    sources: impl IntoIterator<Item = &'static Source>,
    dates: DateOrder,
) -> Html {
    let items = each_once(sources)
        .into_iter()
        .map(|page| source(page, dates));
    let inside = html! {
        <div>
            { bullets("", items) }
            { line("fine", WORDS.frame.sources_may_change) }
        </div>
    };
    folded("sources", WORDS.frame.sources, inside)
}

/// A tick with its label.
pub(super) fn tick(
    label: &'static str,
    is_on: bool,
    send: &Send,
    make: impl Fn(bool) -> Action + 'static,
) -> Html {
    fn tick(label: &'static str, is_on: bool, on_change: Callback<Event>) -> Html {
        html! {
            <label class="tick">
                <input type="checkbox" checked={is_on} onchange={on_change} />
                <span>{ label }</span>
            </label>
        }
    }
    tick(
        label,
        is_on,
        send.reform(move |event: Event| make(is_ticked(&event))),
    )
}

/// A field's label, its control, a hint, and what is wrong with it.
pub(super) struct FieldParts {
    /// The control's id.
    pub(super) id: AttrValue,
    /// What is asked for.
    pub(super) label: AttrValue,
    /// What helps to answer; may be empty.
    pub(super) hint: &'static str,
    /// What is wrong with the answer.
    pub(super) fault: Option<String>,
}

/// The most lines of a text that are shown at once.
const MOST_ROWS: usize = 12;

/// What is done when a field changes for good, and when it is left.
pub(super) struct Leaving {
    /// The browser takes it for complete. A date field does so at each digit of a year.
    pub(super) on_change: Callback<Event>,
    /// The focus goes elsewhere.
    pub(super) on_leave: Callback<FocusEvent>,
}

impl FieldParts {
    /// The field around its control.
    pub(super) fn around(self, control: Html) -> Html {
        let class = if self.fault.is_some() {
            "field at-fault"
        } else {
            "field"
        };
        let inside = html! {
            <>
                <label for={self.id.clone()}>{ self.label }</label>
                { control }
                <p class="fine" id={format!("{}-hint", self.id)}>{ self.hint }</p>
                <p class="fault" id={format!("{}-fault", self.id)}>{ self.fault.unwrap_or_default() }</p>
            </>
        };
        classed("div", class, inside)
    }

    /// A field with an input of some type, and the list of what it offers, if there is one. Each key press is told, so
    /// that nothing drawn anew takes back what was typed.
    pub(super) fn input(
        self,
        kind: &'static str,
        value: String,
        on_input: Callback<InputEvent>,
        leaving: Option<Leaving>,
        list: Option<&'static str>,
    ) -> Html {
        let is_at_fault = self.fault.is_some();
        let (on_change, on_leave) = leaving
            .map(|leaving| (leaving.on_change, leaving.on_leave))
            .unzip();
        let control = html! {
            <input
                id={self.id.clone()}
                type={if kind == "date" { "date" } else { "text" }}
                inputmode={(kind == "decimal").then_some("decimal")}
                autocomplete="off"
                value={value}
                aria-invalid={is_at_fault.then_some("true")}
                aria-describedby={format!("{id}-fault {id}-hint", id = self.id)}
                list={list}
                oninput={on_input}
                onchange={on_change}
                onblur={on_leave}
            />
        };
        self.around(control)
    }

    /// A field to copy from.
    pub(super) fn read_only(self, value: String) -> Html {
        let control = html! {
            <input
                id={self.id.clone()}
                type="text"
                readonly=true
                value={value}
                aria-describedby={format!("{}-hint", self.id)}
            />
        };
        self.around(control)
    }

    /// A field of several lines to copy from.
    pub(super) fn read_only_lines(self, value: String) -> Html {
        // A log has thousands.
        let rows = value.lines().take(MOST_ROWS).count().to_string();
        let control = html! {
            <textarea
                id={self.id.clone()}
                rows={rows}
                readonly=true
                value={value}
                aria-describedby={format!("{}-hint", self.id)}
            />
        };
        self.around(control)
    }

    /// A field with a choice: keys, their texts, and whether each is chosen.
    pub(super) fn select(
        self,
        options: Vec<(AttrValue, AttrValue, bool)>,
        on_change: Callback<Event>,
    ) -> Html {
        let control = html! {
            <select id={self.id.clone()} aria-describedby={format!("{}-hint", self.id)} onchange={on_change}>
                for (key, text, is_chosen) in options {
                    <option key={key.to_string()} value={key} selected={is_chosen}>{ text }</option>
                }
            </select>
        };
        self.around(control)
    }
}

/// The log as text, to copy from.
pub(super) fn as_text(focus: &Focus, label: &'static str, of: &AsText) -> Html {
    let inside = match of {
        AsText::No => Html::default(),
        AsText::Shown { text, .. } => {
            let field = FieldParts {
                id: id_of(focus),
                label: label.into(),
                hint: "",
                fault: None,
            };
            field.read_only_lines(text.clone())
        }
        AsText::Outdated => line("", WORDS.safety.as_text_outdated),
    };
    element("div", &[], &[], vec![inside])
}

/// The credentials to be ticked, body by body.
pub(super) fn holdings(held: &Holdings, send: &Send) -> Html {
    html! {
        <div class="holdings">
            { of_body(Body::Aapc, held, send) }
            { of_body(Body::Ahima, held, send) }
        </div>
    }
}

fn of_body(body: Body, held: &Holdings, send: &Send) -> Html {
    let ticks = ALL_CREDENTIALS
        .iter()
        .copied()
        .filter(|id| id.body() == body)
        .map(|id: CredentialId| {
            tick(
                words::name(id),
                held.named().contains(&id),
                send,
                move |is_held| Action::Hold(id, is_held),
            )
        });
    html! {
        <fieldset>
            <legend>{ words::body(body) }</legend>
            { bullets("ticks", ticks) }
            if body == Body::Aapc {
                { other_aapc(held.other_aapc, send) }
            }
        </fieldset>
    }
}

fn other_aapc(held: u8, send: &Send) -> Html {
    let field = FieldParts {
        id: "other-aapc".into(),
        label: WORDS.calculator.other_aapc.into(),
        hint: WORDS.calculator.other_aapc_hint,
        fault: None,
    };
    let options = (0..=9_u8.max(held)).map(|count| {
        let text = AttrValue::from(count.to_string());
        (text.clone(), text, count == held)
    });
    let on_change =
        send.reform(|event: Event| Action::OtherAapc(text_of(&event).parse().unwrap_or_default()));
    field.select(options.collect(), on_change)
}
