//! Yew components: draw the state, send actions. Nothing is decided here.
//!
//! The functions of the submodules take a part of the state and a [`Send`] and give `Html`. Two faults of Yew 0.23
//! shape them: unkeyed children are paired from the back, so a list stands alone inside its own element and conditions
//! are `if`s inside `html!` (<https://github.com/yewstack/yew/issues/3262>); and a component always renders an element
//! (<https://github.com/yewstack/yew/issues/4092>).

mod account;
mod audit_pack;
mod ceus;
mod document;
mod form;
mod list;
mod log;
mod outside;
mod parts;
mod path;
mod profile;
mod questions;
mod safety;
mod send;
mod sheets;

use yew::prelude::*;

use crate::app::{Action, Change, Effect, Focus, PackChange, State, View, update};
use crate::log::Field;
use crate::render;
use crate::rules::Edition;
use crate::store::shared::{Heard, Member};
use crate::store::{NAME_KEY, REMINDER_KEY, SHEETS_KEY, Unsaved, Writes};
use crate::words::{self, WORDS};
use parts::Weight;

/// Where a view sends what happened.
type Send = Callback<Action>;

/// What the page's author asked for at the start. What they ask for later arrives as actions.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct Attributes {
    /// The view to open.
    pub(crate) view: View,
    /// AAPC's table to count by, unless the reader chose one.
    pub(crate) edition: Option<Edition>,
}

/// The widget: it holds the state, lets `app` decide, and carries out the effects.
pub(crate) struct Widget {
    state: State,
    /// Always the same one: a part of the view that has another is another.
    send: Send,
    member: Member,
    root: NodeRef,
    focus: Option<Focus>,
    /// Whether a form goes with the next drawing.
    is_form_gone: bool,
    /// Around what had the focus when something happened that is not yet drawn.
    around_focus: Vec<web_sys::Element>,
    /// The keys of versions that are still to be written, the next first. What is to be written, the state knows.
    queue: Vec<String>,
    /// How the writes of these went so far.
    writes: Writes,
    /// Whether the page is given time for other things, before more is done.
    is_going_on: bool,
}

/// How many versions are written at once: some milliseconds of work on a slow telephone. To take back an import, or to
/// restore a backup, writes thousands.
const WRITES_AT_ONCE: usize = 50;

impl Widget {
    /// Writes the next versions of those that wait.
    fn write(&mut self, ctx: &Context<Self>) {
        let many = self.queue.len().min(WRITES_AT_ONCE);
        for key in self.queue.drain(..many) {
            if let Some(save) = self.state.keeping.wanted(&key) {
                let result = self.writes.save(save, |save| self.member.save(save));
                ctx.link().send_message(Action::Stored(key, result));
            }
        }
        if self.queue.is_empty() {
            self.writes = Writes::default();
        } else {
            self.go_on(ctx);
        }
    }

    /// Gives the page time for other things, and then goes on.
    fn go_on(&mut self, ctx: &Context<Self>) {
        if !std::mem::replace(&mut self.is_going_on, true) {
            outside::later(ctx.link().callback(|()| Action::GoOn));
        }
    }
}

impl Component for Widget {
    type Message = Action;
    type Properties = Attributes;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let member = Member::join(move |heard| match heard {
            Heard::Item(key, text) => link.send_message(Action::Arrived(key, text)),
            Heard::Everything => link.send_message(Action::Reload),
            Heard::Seen => link.send_message(Action::Seen),
        });
        outside::hear_of_paper(ctx.link().callback(Action::Paper));
        let env = outside::env();
        let Attributes { view, edition } = ctx.props();
        let (log, memory_only) = member.load();
        let state = State::new(env.today, *view, *edition);
        let (state, _) = update(state, Action::TakeOver(member.take_over()), env);
        let (state, _) = update(state, Action::Loaded(Box::new(log), memory_only), env);
        let (state, _) = update(state, Action::DraftsFound(member.drafts()), env);
        let mut state = state;
        for key in [REMINDER_KEY, NAME_KEY, SHEETS_KEY] {
            let note = Action::Arrived(key.to_owned(), member.note(key));
            (state, _) = update(state, note, env);
        }
        Self {
            state,
            send: ctx.link().callback(|action| action),
            member,
            root: NodeRef::default(),
            focus: None,
            is_form_gone: false,
            around_focus: Vec::new(),
            queue: Vec::new(),
            writes: Writes::default(),
            is_going_on: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let env = outside::env();
        let is_drawn = is_drawn(&action);
        let is_more = matches!(action, Action::GoOn | Action::Stored(..));
        if action == Action::GoOn {
            self.is_going_on = false;
        }
        // While the page is given time, the rest of a long row of writes waits for it too.
        let has_time = !self.is_going_on || !is_more;
        let around = outside::around_focus(&self.root);
        if !around.is_empty() {
            self.around_focus = around;
        }
        let had_form = self.state.form.is_some();
        let state = std::mem::replace(&mut self.state, State::new(env.today, View::Path, None));
        let (state, effects) = update(state, action, env);
        self.state = state;
        if had_form && self.state.form.is_none() {
            outside::leave(&self.root);
            self.is_form_gone = true;
        }
        for effect in effects {
            match effect {
                Effect::Save(save) => self.queue.push(save.key),
                Effect::GoOn => self.go_on(ctx),
                Effect::Discard(keys) => {
                    self.queue.retain(|key| !keys.contains(key));
                    if !self.member.discard(keys) {
                        ctx.link().send_message(Action::Reload);
                    }
                }
                Effect::Load => {
                    let (log, memory_only) = self.member.load();
                    ctx.link()
                        .send_message(Action::TakeOver(self.member.take_over()));
                    ctx.link()
                        .send_message(Action::Loaded(Box::new(log), memory_only));
                    ctx.link()
                        .send_message(Action::DraftsFound(self.member.drafts()));
                    let name = Action::Arrived(NAME_KEY.to_owned(), self.member.note(NAME_KEY));
                    ctx.link().send_message(name);
                }
                // A draft that is not kept is kept with the next change, or saved as an entry.
                Effect::KeepDraft(save) => drop(self.member.save(&save)),
                Effect::KeepName(save) => {
                    if self.member.save(&save).is_err() {
                        let not_kept = Action::AuditPack(PackChange::NotKept);
                        ctx.link().send_message(not_kept);
                    }
                }
                Effect::DropDraft(key) => self.member.drop_draft(key),
                Effect::Focus(focus) => self.focus = Some(focus),
                Effect::ForgetLink => outside::forget_link(),
                Effect::Copy(what) => {
                    let is_copied = outside::copy(&self.root, &parts::copy_id(&what));
                    ctx.link().send_message(Action::Copied(what, is_copied));
                }
                Effect::TellResult(result) => outside::tell_result(&self.root, result),
                Effect::Fold(text) => outside::carry(&self.root, "fold", &text),
                Effect::Unfold(letters) => outside::carry(&self.root, "unfold", &letters),
                Effect::HandOut(file) => outside::hand_out(&file),
                Effect::Print => outside::print(),
                Effect::LookAround => {
                    let around = outside::around(self.member.used());
                    ctx.link().send_message(Action::Around(around));
                    outside::is_kept(ctx.link().callback(Action::Kept));
                }
                Effect::AskToKeep => outside::ask_to_keep(ctx.link().callback(Action::Kept)),
                Effect::TakeUpdate => outside::take_update(&self.root),
            }
        }
        if has_time {
            self.write(ctx);
        }
        // A long row of writes is drawn once it is done: to draw a long log at each slice took longer than the writes.
        is_drawn && (self.queue.is_empty() || !is_more || self.focus.is_some())
    }

    /// The page takes the widget out: what is not stored yet is stored now, or left to another widget.
    fn destroy(&mut self, _: &Context<Self>) {
        let mut writes = Writes::default();
        let mut left = Vec::new();
        for save in self.state.keeping.left() {
            if let Err(why) = writes.save(save, |save| self.member.save(save)) {
                let save = save.clone();
                left.push(Unsaved { save, why });
            }
        }
        self.member.leave(left);
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let around = std::mem::take(&mut self.around_focus);
        let is_form_gone = std::mem::take(&mut self.is_form_gone);
        match self.focus.take() {
            Some(focus) if is_form_gone => {
                outside::focus_once_painted(self.root.clone(), parts::id_of(&focus));
            }
            Some(focus) => outside::focus(&self.root, &parts::id_of(&focus)),
            None => outside::catch_focus(around),
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let Self { state, send, .. } = self;
        html! {
            <div ref={self.root.clone()} class="widget" part="widget" lang={WORDS.frame.language} dir={WORDS.frame.direction} role="region" aria-label={WORDS.frame.widget}>
                { tabs(state.view, send) }
                <div class="offered" role="status">
                    if !state.offers.is_empty() && state.view != View::Log {
                        { parts::line("", WORDS.frame.offered) }
                        { parts::button(Weight::Plain, WORDS.frame.see_offered, send, || Action::ChooseTab(View::Log)) }
                    }
                    if state.tells_of_keeping() {
                        { parts::line_if("", words::keeping(state)) }
                        { parts::button(Weight::Plain, WORDS.frame.see_log, send, || Action::ChooseTab(View::Log)) }
                    }
                    if state.offers_update() {
                        { parts::line("", WORDS.safety.update_ready) }
                        { parts::button(Weight::Plain, WORDS.safety.take_update, send, || Action::TakeUpdate) }
                    }
                </div>
                <div
                    class="panel"
                    role="tabpanel"
                    id="panel"
                    aria-labelledby={parts::id_of(&Focus::Tab(state.view))}
                >
                    if state.view == View::Path {
                        { path::view(state, send) }
                    } else if state.view == View::Ceus {
                        { ceus::view(state, send) }
                    } else if let Some(body) = state.audit_pack.open {
                        { audit_pack::view(body, state, send) }
                    } else if state.view == View::Log {
                        { log::view(state, send) }
                    } else if state.view == View::Questions {
                        { questions::view(state, send) }
                    } else {
                        { rules(state) }
                    }
                </div>
            </div>
        }
    }
}

/// Whether anything is to be drawn after an action. What is typed into these fields of the form they show by themselves, and
/// it changes nothing else: to draw a long log again at each letter, and find no difference, took a slow telephone several
/// frames. The next drawing compares with what stands in the fields, so it takes nothing back.
const fn is_drawn(action: &Action) -> bool {
    use Field::{AapcCeus, AhimaCeus, IndexNumber, Notes, Title};
    !matches!(
        action,
        Action::Change(Change::Text(
            Title | IndexNumber | AapcCeus | AhimaCeus | Notes,
            _
        ))
    )
}

/// *Rules and sources*.
fn rules(state: &State) -> Html {
    html! {
        <section class="rules" key="rules">
            <h2>{ WORDS.frame.rules }</h2>
            { document::blocks(&render::rulebook(state.today, state.dates), state.dates) }
        </section>
    }
}

/// The row of tabs, as the ARIA practices have it: one stop for the Tab key, arrows move between them.
fn tabs(shown: View, send: &Send) -> Html {
    let on_key = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            let place = View::ALL
                .iter()
                .position(|view| *view == shown)
                .unwrap_or_default();
            let last = View::ALL.len().saturating_sub(1);
            let to = match event.key().as_str() {
                "ArrowRight" => {
                    if place == last {
                        0
                    } else {
                        place.saturating_add(1)
                    }
                }
                "ArrowLeft" => place.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(view) = View::ALL.get(to) {
                send.emit(Action::ChooseTab(*view));
            }
        })
    };
    html! {
        <div class="tabs" role="tablist" aria-label={WORDS.frame.views} onkeydown={on_key}>
            for view in View::ALL {
                <button
                    key={view.key()}
                    id={parts::id_of(&Focus::Tab(view))}
                    class="tab"
                    type="button"
                    role="tab"
                    aria-selected={if view == shown { "true" } else { "false" }}
                    aria-controls="panel"
                    tabindex={if view == shown { "0" } else { "-1" }}
                    onclick={send.reform(move |_| Action::ChooseTab(view))}
                >
                    { words::view(view) }
                </button>
            }
        </div>
    }
}
