//! The one state machine.

use super::form::{Form, ProfileTyping};
use super::link::{Link, read_link};
use super::quiz::{Position, Quiz};
use super::{Action, Effect, Env, Focus, Notice, State, Undo, View};
use crate::log::{Content, Draft, Entry, EntryId, Field, Profile, Record, RecordId, Typed};
use crate::picker::Outcome;
use crate::store::Save;

/// What comes of an action: the new state, and what is to be done outside.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each action, to be read in one place"
)]
pub fn update(mut state: State, action: Action, env: Env) -> (State, Vec<Effect>) {
    state.today = env.today;
    state.dates = env.dates;
    let mut effects = Vec::new();
    match action {
        Action::Show(view) => state.view = view,
        Action::ChooseTab(view) => {
            state.view = view;
            effects.push(Effect::Focus(Focus::Tab(view)));
        }
        Action::PageEdition(edition) => state.page_edition = edition,

        Action::Choose(choice) => state.quiz.mark(choice),
        Action::Next => {
            state.copied = None;
            state.link_fault = None;
            if state.quiz.at != Position::Result {
                state.quiz.go_on();
                effects.extend(arrival(&state.quiz));
            }
        }
        Action::Back => {
            state.quiz.go_back();
            effects.push(Effect::Focus(Focus::Question));
        }
        Action::Revisit(question) => {
            state.quiz.revisit(question);
            effects.push(Effect::Focus(Focus::Question));
        }
        Action::StartAgain => {
            state.quiz = Quiz::default();
            state.link_fault = None;
            effects.push(Effect::Focus(Focus::Question));
        }
        Action::TryOut(question, choice) => {
            state.quiz.try_out(question, choice);
            effects.push(Effect::Focus(Focus::Result));
        }
        Action::KeepTried => {
            state.quiz.keep_tried();
            effects.extend(arrival(&state.quiz));
        }
        Action::DropTried => {
            state.quiz.what_if = None;
            effects.push(Effect::Focus(Focus::Result));
        }
        Action::Follow(fragment) => match read_link(&fragment) {
            None => {}
            Some(Ok(Link::Result(answers))) => {
                state.view = View::Path;
                state.link_fault = None;
                state.quiz.show_result_of(answers);
                effects.push(Effect::Focus(Focus::Result));
            }
            Some(Ok(Link::Question(id))) => return update(state, Action::ShowFaq(id), env),
            Some(Err(fault)) => {
                state.view = View::Path;
                state.link_fault = Some(fault);
                effects.push(Effect::Focus(Focus::LinkFault));
            }
        },
        Action::CopyLink => {
            state.copied = None;
            effects.push(Effect::CopyLink);
        }
        Action::Copied(is_copied) => state.copied = Some(is_copied),
        Action::StartLog(id) => {
            state.view = View::Log;
            effects.push(Effect::Focus(Focus::Tab(View::Log)));
            if !state.log.profile().holdings().holds(id) {
                let mut profile = state.log.profile();
                profile.hold(id, true);
                effects.extend(write_profile(&mut state, profile, env));
            }
        }
        Action::CountBy(by) => state.calculator.by = Some(by),
        Action::FirstCycle(months) => state.calculator.first_cycle = months,

        Action::Search(words) => state.faq.search = words,
        Action::OpenFaq(id, is_open) => state.faq.open(id, is_open),
        Action::ShowFaq(id) => {
            // A search could hide it.
            state.faq.search.clear();
            state.faq.open(id, true);
            state.view = View::Questions;
            effects.push(Effect::Focus(Focus::Faq(id)));
        }

        Action::Hold(id, is_held) => {
            let mut profile = state.log.profile();
            profile.hold(id, is_held);
            effects.extend(write_profile(&mut state, profile, env));
        }
        Action::OtherAapc(count) => {
            let mut profile = state.log.profile();
            profile.other_aapc = count;
            effects.extend(write_profile(&mut state, profile, env));
        }
        Action::Switch(edition) => {
            let mut profile = state.log.profile();
            profile.choose(edition);
            effects.extend(write_profile(&mut state, profile, env));
        }
        Action::TypeProfile(field, typed) => {
            state.profile_typing.retain(|typing| typing.field != field);
            state.profile_typing.push(ProfileTyping {
                field,
                typed,
                fault: None,
            });
        }
        Action::ProfileText(field, typed) => {
            state.profile_typing.retain(|typing| typing.field != field);
            let mut profile = state.log.profile();
            match field.set(&mut profile, &typed) {
                Ok(()) => effects.extend(write_profile(&mut state, profile, env)),
                Err(fault) => state.profile_typing.push(ProfileTyping {
                    field,
                    typed,
                    fault: Some(fault),
                }),
            }
        }

        Action::Add => {
            state.form = Some(Form {
                editing: None,
                draft: first_draft(&state),
                faults: Vec::new(),
            });
            effects.push(Effect::Focus(Focus::Field(Field::Title)));
        }
        Action::Edit(_) if state.form.is_some() => {
            // Another form in its place would lose what is typed in this one.
            state.notice = Some(Notice::FormIsOpen);
            effects.push(Effect::Focus(Focus::Field(Field::Title)));
        }
        Action::Edit(id) => {
            if let Some(record) = state.log.newest(&RecordId::Entry(id.clone()))
                && let Content::Entry(entry) = &record.content
            {
                let draft = Draft::of(entry);
                state.form = Some(Form {
                    editing: Some((id, Box::new(record.clone()))),
                    draft,
                    faults: Vec::new(),
                });
                effects.push(Effect::Focus(Focus::Field(Field::Title)));
            }
        }
        Action::Change(change) => {
            if let Some(form) = &mut state.form {
                form.change(change);
            }
        }
        Action::Save => effects.extend(save_form(&mut state, env)),
        Action::Cancel => {
            state.notice = None;
            let left = state.form.take().and_then(|form| form.editing);
            effects.push(Effect::Focus(
                left.map_or(Focus::AddButton, |(id, _)| Focus::Entry(id)),
            ));
        }
        Action::Delete(id) => effects.extend(delete(&mut state, id, env)),
        Action::Undo => effects.extend(take_back(&mut state, env)),

        Action::Reload => effects.push(Effect::Load),
        Action::Loaded(log, memory_only) => {
            // Where storage could not be read, what is shown stays; and what was not stored yet is not in storage.
            let before = std::mem::replace(&mut state.log, *log);
            if memory_only.is_some() {
                state.log.unite(before);
            }
            for save in state.keeping.not_stored() {
                state.log.take_in(&save.key, &save.text);
            }
            state.keeping.memory_only = memory_only;
        }
        Action::Stored(key, result) => {
            if let Some(save) = state.keeping.stored(&key, result) {
                for replaced in &save.replaced {
                    state.log.forget(replaced);
                }
            }
        }
        Action::Arrived(key, Some(text)) => state.log.take_in(&key, &text),
        Action::Arrived(key, None) => state.log.forget(&key),
    }
    (state, effects)
}

/// What happens when a place in the quiz is reached.
fn arrival(quiz: &Quiz) -> Vec<Effect> {
    match quiz.at {
        Position::Question(_) => vec![Effect::Focus(Focus::Question)],
        Position::Result => {
            let result = match quiz.outcome() {
                Outcome::Recommend(recommendation) => Some(recommendation.path.credential()),
                Outcome::AllHeld => None,
            };
            vec![Effect::Focus(Focus::Result), Effect::TellResult(result)]
        }
    }
}

/// A new entry starts as the most likely one: done today, one CEU, for the bodies whose credentials are held.
fn first_draft(state: &State) -> Draft {
    let owed = state.requirement();
    let mut draft = Draft {
        date: Typed::day(state.today),
        ..Draft::default()
    };
    "1".clone_into(&mut draft.aapc.ceus);
    "1".clone_into(&mut draft.ahima.ceus);
    draft.ahima.is_claimed = owed.ahima.is_some();
    draft.aapc.is_claimed = owed.aapc.is_some() || owed.ahima.is_none();
    draft
}

fn write_profile(state: &mut State, profile: Profile, env: Env) -> Vec<Effect> {
    let earlier: Vec<Record> = state
        .log
        .heads(&RecordId::Profile)
        .into_iter()
        .cloned()
        .collect();
    write(
        state,
        RecordId::Profile,
        Content::Profile(Box::new(profile)),
        &earlier,
        env,
    )
}

fn save_form(state: &mut State, env: Env) -> Vec<Effect> {
    let Some(form) = &mut state.form else {
        return Vec::new();
    };
    let id = form
        .editing
        .as_ref()
        .map_or_else(|| EntryId::new(env.random), |(id, _)| id.clone());
    let record_id = RecordId::Entry(id.clone());
    // Only the version from which the change started is replaced: one that another tab made meanwhile is kept,
    // and the two are shown as a conflict.
    let earlier: Vec<Record> = form
        .editing
        .as_ref()
        .map(|(_, record)| Record::clone(record))
        .into_iter()
        .collect();
    let before = earlier.first().and_then(|record| match &record.content {
        Content::Entry(entry) => Some(&**entry),
        _ => None,
    });
    match form.draft.read(before, env.today) {
        Err(faults) => {
            let first = faults
                .first()
                .map(|fault| Effect::Focus(Focus::Field(fault.field)));
            form.faults = faults;
            first.into_iter().collect()
        }
        Ok(entry) => {
            let is_new = form.editing.is_none();
            state.form = None;
            state.undo = None;
            state.notice = Some(Notice::Saved(entry.title.clone()));
            let mut effects = write_entry(state, record_id, entry, &earlier, env);
            effects.push(Effect::Focus(if is_new {
                Focus::AddButton
            } else {
                Focus::Entry(id)
            }));
            effects
        }
    }
}

fn delete(state: &mut State, id: EntryId, env: Env) -> Vec<Effect> {
    let Some(entry) = state.log.entry(&id).cloned() else {
        return Vec::new();
    };
    let record_id = RecordId::Entry(id.clone());
    // Whoever deletes an entry means all of its versions.
    let earlier: Vec<Record> = state.log.heads(&record_id).into_iter().cloned().collect();
    if state.form.as_ref().is_some_and(|form| {
        form.editing
            .as_ref()
            .is_some_and(|(editing, _)| *editing == id)
    }) {
        state.form = None;
    }
    state.notice = Some(Notice::Deleted(entry.title.clone()));
    state.undo = Some(Undo { id, entry });
    let mut effects = write(state, record_id, Content::Deleted, &earlier, env);
    effects.push(Effect::Focus(Focus::UndoButton));
    effects
}

fn take_back(state: &mut State, env: Env) -> Vec<Effect> {
    let Some(Undo { id, entry }) = state.undo.take() else {
        return Vec::new();
    };
    let record_id = RecordId::Entry(id.clone());
    let earlier: Vec<Record> = state.log.heads(&record_id).into_iter().cloned().collect();
    state.notice = Some(Notice::Restored(entry.title.clone()));
    let mut effects = write_entry(state, record_id, entry, &earlier, env);
    effects.push(Effect::Focus(Focus::Entry(id)));
    effects
}

fn write_entry(
    state: &mut State,
    id: RecordId,
    entry: Entry,
    earlier: &[Record],
    env: Env,
) -> Vec<Effect> {
    write(state, id, Content::Entry(Box::new(entry)), earlier, env)
}

/// Makes a version, puts it into the log in memory, and asks for it to be written.
fn write(
    state: &mut State,
    id: RecordId,
    content: Content,
    earlier: &[Record],
    env: Env,
) -> Vec<Effect> {
    // The low half of the random bits; the whole makes an entry's name, so the two need not be independent.
    let nonce = u32::try_from(env.random & u64::from(u32::MAX)).unwrap_or(0);
    let record = Record::replacing(id, content, earlier, env.now_millis, nonce);
    let save = Save {
        key: record.key(),
        text: record.to_json(),
        replaced: state.log.replaced_by(&record),
    };
    state.log.add(record);
    state
        .keeping
        .ask_for(save)
        .into_iter()
        .map(Effect::Save)
        .collect()
}
