//! Keeping the log safe: what is the matter with its storage, undoing, backups, where it lives, and versions that were made
//! apart.

use yew::prelude::*;

use super::parts::{self, FieldParts, Weight, line, line_if, named_button};
use super::{Send, document, outside, send};
use crate::app::{Action, Focus, Phase, Restoring, State, Way};
use crate::log::{Content, EntryId, Record, RecordId, Shown, UnreadRecord};
use crate::render;
use crate::words::{self, WORDS};

/// What is the matter, if anything is, with what helps.
pub(super) fn warnings(state: &State, entries: &[Shown<'_>], send: &Send) -> Html {
    let texts = &WORDS.safety;
    let matter = words::keeping(state);
    let missing = words::missing(state);
    let in_conflict = entries.iter().filter(|shown| shown.has_conflict);
    let conflicts = words::conflicts(in_conflict.count());
    let has_conflicts = conflicts.is_some();
    html! {
        <div class="warnings">
            <div class="keeping" role="status">
                { line_if("warning", matter.clone()) }
                { line_if("warning", missing.clone()) }
            </div>
            if missing.is_some() {
                { parts::actions(vec![
                    parts::button(Weight::Plain, texts.put_back, send, || Action::PutBack),
                    parts::button(Weight::Plain, texts.let_go, send, || Action::LetGo),
                ]) }
            }
            if matter.is_some() || missing.is_some() {
                { parts::actions(vec![
                    parts::button(Weight::Plain, texts.back_up, send, || Action::BackUp),
                    parts::button(Weight::Plain, texts.as_text, send, || Action::BackUpAsText),
                ]) }
            }
            <div class="apart" role="status">{ line_if("warning", conflicts) }</div>
            if has_conflicts {
                { parts::actions(vec![
                    parts::button(Weight::Plain, WORDS.conflict.see, send, || Action::ShowConflicts),
                ]) }
            }
            { profile_conflict(state, send) }
        </div>
    }
}

/// The buttons that take changes back and do them again.
pub(super) fn steps(state: &State, send: &Send) -> Html {
    let button = |way| {
        let step = state.history.next(way)?;
        Some(named_button(
            Weight::Quiet,
            Some(parts::id_of(&Focus::Step(way))),
            None,
            words::step(way, step).into(),
            parts::press(send, move || Action::Step(way)),
        ))
    };
    let (undo, redo) = (button(Way::Undo), button(Way::Redo));
    if undo.is_none() && redo.is_none() {
        return html! { <div class="history" hidden=true></div> };
    }
    html! {
        <div class="history actions">
            <span key="undo">{ undo.unwrap_or_default() }</span>
            <span key="redo">{ redo.unwrap_or_default() }</span>
        </div>
    }
}

/// A reminder of backups, if one is due.
pub(super) fn reminder(state: &State, send: &Send) -> Html {
    let texts = &WORDS.safety;
    let due = words::reminder(state);
    if due.is_none() {
        return html! { <div class="reminder" hidden=true></div> };
    }
    html! {
        <div class="reminder note">
            { line_if("", due) }
            { parts::actions(vec![
                parts::button(Weight::Plain, texts.back_up, send, || Action::BackUp),
                parts::button(Weight::Quiet, texts.later, send, || Action::RemindLater),
            ]) }
        </div>
    }
}

/// Where the log lives, and its backups.
pub(super) fn place(state: &State, send: &Send) -> Html {
    let on_toggle = send.reform(|event: Event| Action::OpenPlace(parts::is_open(&event)));
    html! {
        <details class="place" ontoggle={on_toggle}>
            <summary>{ WORDS.safety.place }</summary>
            { inside(state, send) }
        </details>
    }
}

fn inside(state: &State, send: &Send) -> Html {
    let texts = &WORDS.safety;
    let place = &state.place;
    let can_ask = place.is_home && place.is_kept == Some(false);
    let on_file = {
        let send = send.clone();
        Callback::from(move |event: Event| outside::read_file(&event, &send))
    };
    let open_backup = FieldParts {
        id: parts::id_of(&Focus::OpenBackup),
        label: texts.open_backup.into(),
        hint: texts.open_backup_hint,
        fault: None,
    };
    let open_backup = open_backup.around(html! {
        <input
            id={parts::id_of(&Focus::OpenBackup)}
            type="file"
            accept=".json,application/json"
            aria-describedby="open-backup-hint"
            onchange={on_file}
        />
    });
    html! {
        <div>
            { told(words::place(state)) }
            if can_ask {
                { parts::actions(vec![
                    parts::button(Weight::Plain, texts.ask_to_keep, send, || Action::AskToKeep),
                ]) }
            }
            <div role="status">{ line_if("", place.is_refused.then_some(texts.refused)) }</div>
            { line("", words::backups(state)) }
            { parts::actions(vec![
                parts::button(Weight::Plain, texts.back_up, send, || Action::BackUp),
                parts::button(Weight::Plain, texts.as_text, send, || Action::BackUpAsText),
            ]) }
            { parts::as_text(&Focus::BackupText, texts.as_text_label, &place.text) }
            { open_backup }
            <div class="restoring" id={parts::id_of(&Focus::Restoring)} role="group" tabindex="-1" aria-label={texts.opened}>
                if let Some(why) = state.sending.refused {
                    { send::refused(why, state, send) }
                } else if let Some(opened) = &state.restoring {
                    { restoring(opened, state, send) }
                }
            </div>
            { send::outgoing(state, send) }
        </div>
    }
}

/// One sentence after the other. They come and go, so they stand alone in their element.
fn told(sentences: Vec<String>) -> Html {
    html! {
        <div class="told">
            for told in sentences {
                <p key={told.clone()}>{ told }</p>
            }
        </div>
    }
}

/// A backup that was opened.
fn restoring(opened: &Restoring, state: &State, send: &Send) -> Html {
    let texts = &WORDS.safety;
    let restore = || parts::button(Weight::Primary, texts.restore, send, || Action::Restore);
    let (restore, close) = match &opened.phase {
        Phase::Read(found) if !found.merge.is_nothing() => (restore(), texts.leave_backup),
        Phase::Reading(_) | Phase::Comparing(_) => (Html::default(), texts.leave_backup),
        Phase::Read(_) | Phase::No(_) => (Html::default(), texts.close_backup),
        Phase::Writing(_) => (parts::busy_button(texts.restore), texts.stop_restoring),
    };
    let said = words::restoring(opened, state.dates);
    let said = match opened.phase.progress() {
        Some((done, all)) => parts::progress(said.concat(), done, all),
        None => told(said),
    };
    html! {
        <div class="note">
            { said }
            { parts::actions(vec![
                restore,
                parts::button(Weight::Plain, close, send, || Action::CloseBackup),
            ]) }
        </div>
    }
}

/// What is said of an item that could not be read, and the way to have it as it is.
pub(super) fn unread(record: UnreadRecord<'_>, send: &Send) -> Html {
    let mut inside = vec![line("warning", words::unread(record))];
    if record.text.is_some() {
        let key = record.key.to_owned();
        inside.push(named_button(
            Weight::Plain,
            None,
            Some(words::download_unread(record).into()),
            WORDS.unread.download.into(),
            parts::press(send, move || Action::HandOutUnread(key.clone())),
        ));
    }
    parts::element("div", &[], &[], inside)
}

/// Versions of an entry that were made apart; nothing where there is one.
pub(super) fn entry_conflict(id: &EntryId, state: &State, send: &Send) -> Html {
    let of = RecordId::Entry(id.clone());
    let versions = state.log.heads(&of);
    let title = state.log.entry(id).map(|entry| entry.title.as_str());
    let id = id.clone();
    let are_entries = versions
        .iter()
        .all(|record| matches!(record.content, Content::Entry(_)));
    let both = are_entries.then(|| {
        let press = parts::press(send, move || Action::KeepBoth(id.clone()));
        choice(title, WORDS.conflict.keep_both.to_owned(), press)
    });
    let told = WORDS.conflict.entry;
    conflict(&of, title, &versions, told, both, state, send)
}

/// Versions of the profile that were made apart; nothing where there is one. Every sum depends on them, and the profile
/// itself may be folded.
fn profile_conflict(state: &State, send: &Send) -> Html {
    let versions = state.log.heads(&RecordId::Profile);
    let told = WORDS.conflict.profile;
    conflict(&RecordId::Profile, None, &versions, told, None, state, send)
}

/// A button that ends a conflict. Its name says that of which activity.
fn choice(title: Option<&str>, label: String, on_press: Callback<MouseEvent>) -> Html {
    let name = title.map(|title| words::choice_of(&label, title).into());
    named_button(Weight::Plain, None, name, label.into(), on_press)
}

fn conflict(
    of: &RecordId,
    title: Option<&str>,
    versions: &[&Record],
    told: &'static str,
    both: Option<Html>,
    state: &State,
    send: &Send,
) -> Html {
    if versions.len() < 2 {
        return html! { <div class="conflict" hidden=true></div> };
    }
    let mut buttons = Vec::new();
    for (number, record) in (1_usize..).zip(versions) {
        let (of, stamp) = (of.clone(), record.stamp);
        let press = parts::press(send, move || Action::Settle(of.clone(), stamp));
        buttons.push(choice(title, words::keep_version(number), press));
    }
    buttons.extend(both);
    let table = render::conflict(versions, state.dates, state.zone);
    html! {
        <div class="conflict note">
            { line("", told) }
            { document::blocks(&[table], state.dates) }
            { parts::actions(buttons) }
        </div>
    }
}
