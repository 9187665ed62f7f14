//! What changes the log: every such change makes new versions, and can be taken back.

use super::history::{Changed, Way, What, contents};
use super::plan::replan;
use super::{Deed, Effect, Env, Filter, Focus, Notice, ProfileField, State, Stepped, Wrote};
use crate::ledger::period_of;
use crate::log::{Content, Entry, EntryId, Profile, Record, RecordId, Shown, Stamp};
use crate::rules::Body;
use crate::store::Save;

/// Writes a changed profile, and with it what the holder plans for. `field` is the one that was typed, if one was.
pub(super) fn profile(
    state: &mut State,
    mut profile: Profile,
    field: Option<ProfileField>,
    env: Env,
) -> Vec<Effect> {
    let before = state.log.profile();
    let editions = (state.edition(), state.edition_for(&profile));
    replan(&before, &mut profile, editions, env.today);
    planned_profile(state, profile, field, env)
}

/// Writes a profile with the plan that it has.
pub(super) fn planned_profile(
    state: &mut State,
    profile: Profile,
    field: Option<ProfileField>,
    env: Env,
) -> Vec<Effect> {
    let id = RecordId::Profile;
    noted(state, What::Profile(field), vec![id.clone()], |state| {
        // One that was made apart is kept, until the reader chooses.
        let earlier: Vec<Record> = state.log.newest(&id).into_iter().cloned().collect();
        let content = Content::Profile(Box::new(profile));
        write(state, id, content, &earlier, Vec::new(), at(env, 0)).1
    })
}

/// Writes an entry and tells of it. It is seen then, whatever was searched for.
pub(super) fn entry(
    state: &mut State,
    id: EntryId,
    entry: Entry,
    earlier: &[Record],
    drafts: Vec<String>,
    deed: Deed,
    env: Env,
) -> Vec<Effect> {
    let title = entry.title.clone();
    see(state, &id, &entry);
    let id = RecordId::Entry(id);
    let what = if earlier.is_empty() {
        What::Added(title.clone())
    } else {
        What::Changed(title.clone())
    };
    noted(state, what, vec![id.clone()], |state| {
        let content = Content::Entry(Box::new(entry));
        let (key, effects) = write(state, id, content, earlier, drafts, at(env, 0));
        state.notice = Some(Notice::Wrote(Wrote { deed, title, key }));
        effects
    })
}

/// Deletes an entry. Whoever does means all of its versions.
pub(super) fn delete(state: &mut State, id: EntryId, env: Env) -> Vec<Effect> {
    let Some(title) = state.log.entry(&id).map(|entry| entry.title.clone()) else {
        return Vec::new();
    };
    let id = RecordId::Entry(id);
    noted(
        state,
        What::Deleted(title.clone()),
        vec![id.clone()],
        |state| {
            let earlier = heads(state, &id);
            let (key, mut effects) = write(
                state,
                id,
                Content::Deleted,
                &earlier,
                Vec::new(),
                at(env, 0),
            );
            let deed = Deed::Deleted;
            state.notice = Some(Notice::Wrote(Wrote { deed, title, key }));
            effects.push(Effect::Focus(Focus::Step(Way::Undo)));
            effects
        },
    )
}

/// Marks an entry as entered in a body's tracker. The next one that is not is at hand.
pub(super) fn enter(state: &mut State, id: EntryId, body: Body, env: Env) -> Vec<Effect> {
    let record_id = RecordId::Entry(id.clone());
    let Some(mut changed) = state.log.entry(&id).cloned() else {
        return Vec::new();
    };
    match body {
        Body::Aapc => changed
            .aapc
            .iter_mut()
            .for_each(|claim| claim.entered = true),
        Body::Ahima => changed
            .ahima
            .iter_mut()
            .for_each(|claim| claim.entered = true),
    }
    // What another tab made of it meanwhile is kept, as it is when a form is saved.
    let earlier: Vec<Record> = state.log.newest(&record_id).into_iter().cloned().collect();
    let mut effects = entry(state, id, changed, &earlier, Vec::new(), Deed::Entered, env);
    effects.push(Effect::Focus(Focus::Tracker(body)));
    effects
}

/// Ends a conflict: the version with this stamp stands, and the others are replaced by it.
pub(super) fn settle(state: &mut State, id: RecordId, stamp: Stamp, env: Env) -> Vec<Effect> {
    let earlier = heads(state, &id);
    let Some(chosen) = earlier.iter().find(|record| record.stamp == stamp).cloned() else {
        return Vec::new();
    };
    let focus = settled_focus(&id, &chosen.content);
    noted(state, settled(&earlier), vec![id.clone()], |state| {
        let (_, mut effects) = write(state, id, chosen.content, &earlier, Vec::new(), at(env, 0));
        state.notice = None;
        effects.push(Effect::Focus(focus));
        effects
    })
}

/// Ends a conflict: the version that is shown stands, and each of the others becomes an entry of its own.
pub(super) fn keep_both(state: &mut State, id: EntryId, env: Env) -> Vec<Effect> {
    let record_id = RecordId::Entry(id.clone());
    let earlier = heads(state, &record_id);
    let Some(newest) = state.log.newest(&record_id).cloned() else {
        return Vec::new();
    };
    // An entry of its own stands in for the item of its version, so that the others go only once it is stored.
    let mut versions = Vec::new();
    for (nth, other) in (1_u64..).zip(&earlier) {
        if other.stamp != newest.stamp && matches!(other.content, Content::Entry(_)) {
            let name = RecordId::Entry(EntryId::new(env.random.wrapping_add(nth)));
            versions.push((name, other.content.clone(), &[][..], vec![other.key()]));
        }
    }
    versions.push((record_id, newest.content, &earlier, Vec::new()));
    let ids: Vec<RecordId> = versions.iter().map(|(id, ..)| id.clone()).collect();
    noted(state, settled(&earlier), ids, |state| {
        let mut effects = Vec::new();
        for (nth, (of, content, earlier, items)) in (0_u32..).zip(versions) {
            effects.extend(write(state, of, content, earlier, items, at(env, nth)).1);
        }
        state.notice = None;
        effects.push(Effect::Focus(Focus::Entry(id)));
        effects
    })
}

fn settled(heads: &[Record]) -> What {
    let mut titles = heads.iter().filter_map(|record| match &record.content {
        Content::Entry(entry) => Some(entry.title.clone()),
        Content::Profile(_) | Content::Deleted => None,
    });
    titles
        .next_back()
        .map_or(What::Profile(None), What::Settled)
}

fn settled_focus(id: &RecordId, content: &Content) -> Focus {
    match (id, content) {
        (RecordId::Entry(id), Content::Entry(_)) => Focus::Entry(id.clone()),
        (RecordId::Profile, _) => Focus::Holdings,
        _ => Focus::AddButton,
    }
}

/// Takes the last change back, or does it again. What was changed elsewhere since is left as it is, and told.
pub(super) fn step(state: &mut State, way: Way, env: Env) -> Vec<Effect> {
    let Some(step) = state.history.take(way) else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    let mut keys = Vec::new();
    let mut focus = None;
    let mut changed_elsewhere = false;
    let mut row = Row::default();
    // What was done last is taken back first: wherever it stops, what something stood in for is there.
    let mut changes: Vec<&Changed> = step.changes.iter().collect();
    if way == Way::Undo {
        changes.reverse();
    }
    for change in changes {
        let (from, to) = change.going(way);
        if !is_alike(&contents(&state.log, &change.id), from) {
            changed_elsewhere = true;
            continue;
        }
        for content in to {
            if let (RecordId::Entry(id), Content::Entry(entry)) = (&change.id, content) {
                focus = Some(Focus::Entry(id.clone()));
                see(state, id, entry);
            }
        }
        for (key, written) in bring_back(state, &change.id, to, &mut row, env) {
            keys.push(key);
            effects.extend(written);
        }
    }
    // What cannot be read has no versions: it comes as it was, or goes.
    let comes = (way == Way::Undo) == (step.what == What::LetGo);
    let mut gone = Vec::new();
    for (key, text) in &step.unread {
        let here = state.log.unread_of(key);
        let is_here = here.is_some_and(|here| here.text == Some(text));
        if comes && here.is_none() && !state.log.knows(key) {
            effects.extend(keep_unread(state, key, text));
            keys.push(key.clone());
        } else if !comes && is_here {
            forget(state, key);
            gone.push(key.clone());
        } else if !is_here {
            changed_elsewhere = true;
        }
    }
    if !gone.is_empty() {
        effects.push(Effect::Discard(gone.clone()));
    }
    state.notice = Some(Notice::Stepped(Stepped {
        way,
        what: step.what.clone(),
        keys,
        gone,
        changed_elsewhere,
    }));
    // Where nothing is to be done, all of it may be so already: what was to go before could not be removed.
    if !effects.is_empty() || !changed_elsewhere {
        state.history.went(way, step);
    }
    // The button that was pressed may be the last of its kind.
    let button = [Way::Undo, Way::Redo]
        .into_iter()
        .find(|way| state.history.next(*way).is_some());
    let focus = focus
        .or(button.map(Focus::Step))
        .unwrap_or(Focus::AddButton);
    effects.push(Effect::Focus(focus));
    effects
}

/// The versions of one step so far. Each waits for the one before it: wherever storage refuses, what was to be written
/// after that is not, and takes nothing away.
#[derive(Default)]
pub(super) struct Row {
    many: u32,
    last: Option<String>,
}

/// Writes versions that say of a thing what was said before, in place of those that are there: the key and the effects of each.
pub(super) fn bring_back(
    state: &mut State,
    id: &RecordId,
    before: &[Content],
    row: &mut Row,
    env: Env,
) -> Vec<(String, Vec<Effect>)> {
    let gone = match id {
        RecordId::Profile => Content::Profile(Box::default()),
        RecordId::Entry(_) => Content::Deleted,
    };
    let versions = if before.is_empty() {
        &[gone][..]
    } else {
        before
    };
    // What is there already and is to stay is written first, each in place of itself. Only what is written last stands in
    // for what goes: wherever it stops, every version is there that was there and is to be.
    let mut going = heads(state, id);
    // A clock may run behind another device's: else those in place of its versions would come after all others.
    let latest = going.iter().map(|head| head.stamp.millis).max();
    let now_millis = env
        .now_millis
        .max(latest.map_or(0, |latest| latest.saturating_add(1)));
    let env = Env { now_millis, ..env };
    let (mut stayed, mut writes, mut coming) = (Vec::new(), Vec::new(), Vec::new());
    for content in versions {
        match going.iter().position(|head| head.content == *content) {
            Some(at) => {
                let head = going.remove(at);
                stayed.push(head.clone());
                writes.push((row.many, content, vec![head]));
            }
            None => coming.push((row.many, content)),
        }
        row.many = row.many.saturating_add(1);
    }
    for (nth, content) in coming {
        writes.push((nth, content, stayed.clone()));
    }
    if let Some((_, _, replaced)) = writes.last_mut() {
        replaced.append(&mut going);
    }
    let write_one = |(nth, content, replaced): (u32, &Content, Vec<Record>)| {
        let (millis, nonce) = at(env, nth);
        let (id, content) = (id.clone(), content.clone());
        let record = Record::replacing(id, content, &replaced, millis, nonce);
        let key = record.key();
        let after = row.last.replace(key.clone());
        (key, keep(state, record, Vec::new(), after))
    };
    writes.into_iter().map(write_one).collect()
}

/// Writes again what something else removed from storage.
pub(super) fn put_back(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in state.keeping.let_go() {
        // What could not be read is written as it was.
        let unread = || state.log.unread_of(&key)?.text.map(str::to_owned);
        let record = state.log.current_of(&key).map(Record::to_json);
        if let Some(text) = record.or_else(unread) {
            let save = Save::item(key, text);
            effects.extend(state.keeping.ask_for(save).into_iter().map(Effect::Save));
        }
    }
    effects.push(Effect::Focus(Focus::AddButton));
    effects
}

/// Forgets what something else removed from storage.
pub(super) fn let_go(state: &mut State) -> Vec<Effect> {
    let (mut before, mut unread) = (Vec::new(), Vec::new());
    let keys = state.keeping.let_go();
    for key in &keys {
        let text = state.log.unread_of(key).and_then(|unread| unread.text);
        if let Some(record) = state.log.current_of(key) {
            let id = record.id.clone();
            if before.iter().all(|(other, _)| *other != id) {
                let contents = contents(&state.log, &id);
                before.push((id, contents));
            }
        } else if let Some(text) = text {
            unread.push((key.clone(), text.to_owned()));
        }
    }
    for key in &keys {
        // Perhaps it was to be stored again, and could not be.
        forget(state, key);
    }
    let since = |(id, before)| Changed::since(before, id, &state.log);
    let changes = before.into_iter().map(since).collect();
    let place = state.history.place();
    state.history.insert(place, What::LetGo, changes, unread);
    vec![Effect::Focus(Focus::AddButton)]
}

/// Forgets an item, and that it was to be written.
fn forget(state: &mut State, key: &str) {
    state.log.forget(key);
    state.keeping.drop_write(key);
}

/// Puts what cannot be read into the log in memory, and asks for it to be written as it is.
pub(super) fn keep_unread(state: &mut State, key: &str, text: &str) -> Vec<Effect> {
    state.log.take_in(key, text);
    let save = Save::item(key.to_owned(), text.to_owned());
    let saves = state.keeping.ask_for(save);
    saves.into_iter().map(Effect::Save).collect()
}

/// Notes what a change made of these things, so that it can be taken back.
fn noted(
    state: &mut State,
    what: What,
    ids: Vec<RecordId>,
    change: impl FnOnce(&mut State) -> Vec<Effect>,
) -> Vec<Effect> {
    let mut before: Vec<(RecordId, Vec<Content>)> = Vec::new();
    for id in ids {
        if before.last().is_none_or(|(last, _)| *last != id) {
            let contents = contents(&state.log, &id);
            before.push((id, contents));
        }
    }
    let effects = change(state);
    state.history.note(what, before, &state.log);
    effects
}

/// An entry that was just changed is seen, whatever was searched for and whatever is folded.
pub(super) fn see(state: &mut State, id: &EntryId, entry: &Entry) {
    // Of those alone that are in conflict it may be none.
    if !state.filter.admits(&Shown::of(id, entry)) {
        state.filter = Filter::default();
    }
    if let Some(cycle) = period_of(entry.date, &state.log.profile(), state.filter.body) {
        state.unfolded.open(cycle.first, true);
    }
    state.unfolded.at_hand = Some(id.clone());
}

/// Whether versions say the same, in whatever order they were made.
pub(super) fn is_alike(some: &[Content], others: &[Content]) -> bool {
    some.len() == others.len() && some.iter().all(|one| others.contains(one))
}

fn heads(state: &State, id: &RecordId) -> Vec<Record> {
    state.log.heads(id).into_iter().cloned().collect()
}

/// The clock and the random bits for the version number `nth` of one action: no two have one stamp, and each is later
/// than the one before.
pub(super) fn at(env: Env, nth: u32) -> (u64, u32) {
    // The low half of the random bits; the whole makes an entry's name, so the two need not be independent.
    let nonce = u32::try_from(env.random & u64::from(u32::MAX)).unwrap_or(0);
    let millis = env.now_millis.saturating_add(u64::from(nth));
    (millis, nonce.wrapping_add(nth))
}

/// Makes a version, puts it into the log in memory, and asks for it to be written in place of earlier versions and of the
/// items that it came from. Its key, and the effects.
pub(super) fn write(
    state: &mut State,
    id: RecordId,
    content: Content,
    earlier: &[Record],
    items: Vec<String>,
    (millis, nonce): (u64, u32),
) -> (String, Vec<Effect>) {
    let record = Record::replacing(id, content, earlier, millis, nonce);
    (record.key(), keep(state, record, items, None))
}

/// Puts a version into the log in memory, and asks for it to be written in place of those that it stands in for and of these
/// items, and not without the one before it, if there is one.
pub(super) fn keep(
    state: &mut State,
    record: Record,
    items: Vec<String>,
    after: Option<String>,
) -> Vec<Effect> {
    let save = Save {
        key: record.key(),
        text: record.to_json(),
        replaced: [state.log.replaced_by(&record), items].concat(),
        after,
    };
    state.log.add(record);
    let saves = state.keeping.ask_for(save);
    saves.into_iter().map(Effect::Save).collect()
}
