//! The one state machine.

use super::form::{Change, Form, Offer, ProfileField, ProfileTyping};
use super::importing;
use super::keeping::Reminder;
use super::link::{Link, read_link};
use super::plan::plan_for;
use super::quiz::{Position, Quiz};
use super::sending::Outgoing;
use super::{
    Action, AsText, Deed, Effect, Env, File, Filter, Focus, Notice, State, View, conflicts,
    restoring, sending, write,
};
use crate::log::{
    AapcDraft, AhimaDraft, Content, Draft, EntryId, Fault, Field, Record, RecordId, Typed,
    draft_key, is_draft,
};
use crate::picker::Outcome;
use crate::rules::Body;
use crate::store::{NAME_KEY, REMINDER_KEY, SHEETS_KEY, WITHDRAWN};

/// How many letters of a key are in the name of a file. A key that a release wrote has fewer.
const LONGEST_NAME: usize = 120;

/// What comes of an action: the new state, and what is to be done outside.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each action, to be read in one place"
)]
pub fn update(mut state: State, action: Action, env: Env) -> (State, Vec<Effect>) {
    state.today = env.today;
    state.dates = env.dates;
    state.zone = env.zone;
    let mut effects = Vec::new();
    // Whoever has just ticked that they want to see conflicts sees that there is none.
    let is_ticked = matches!(action, Action::Filter(_));
    match action {
        Action::Show(view) => {
            state.view = view;
            state.audit_pack.open = None;
        }
        Action::ChooseTab(view) => {
            state.view = view;
            state.audit_pack.open = None;
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
            // Else the old result would be back when the page is loaded again.
            effects.push(Effect::ForgetLink);
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
        Action::Copy(what) => {
            state.copied = None;
            effects.push(Effect::Copy(what));
        }
        Action::Copied(what, is_copied) => state.copied = Some((what, is_copied)),
        Action::StartLog(id) => {
            state.view = View::Log;
            effects.push(Effect::Focus(Focus::Tab(View::Log)));
            if !state.log.profile().holdings().holds(id) {
                let mut profile = state.log.profile();
                profile.hold(id, true);
                effects.extend(write::profile(&mut state, profile, None, env));
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
            effects.extend(write::profile(&mut state, profile, None, env));
        }
        Action::OtherAapc(count) => {
            let mut profile = state.log.profile();
            profile.other_aapc = count;
            effects.extend(write::profile(&mut state, profile, None, env));
        }
        Action::Switch(edition) => {
            let mut profile = state.log.profile();
            profile.choose(edition);
            effects.extend(write::profile(&mut state, profile, None, env));
        }
        Action::RenewalMonth(month) => {
            let mut profile = state.log.profile();
            profile.aapc_month = month;
            effects.extend(write::profile(&mut state, profile, None, env));
        }
        Action::Look(body, offset) => {
            match body {
                Body::Aapc => state.looking.aapc = offset,
                Body::Ahima => state.looking.ahima = offset,
            }
            effects.push(Effect::Focus(Focus::Account(body)));
        }
        Action::Submit(body, due) => {
            let mut profile = state.log.profile();
            profile.submit(body, due, Some(env.today));
            effects.extend(write::profile(&mut state, profile, None, env));
            effects.push(Effect::Focus(Focus::Submitted(body)));
        }
        Action::PlanAnew => {
            let mut profile = state.log.profile();
            if let Some(plan) = plan_for(&profile, state.edition(), env.today) {
                profile.remember(plan);
                effects.extend(write::planned_profile(&mut state, profile, None, env));
            }
            effects.push(Effect::Focus(Focus::Account(Body::Aapc)));
        }
        Action::TypeProfile(field, typed) => type_profile(&mut state, field, typed, None),
        Action::ChangeProfile(field, typed) => {
            effects.extend(profile_text(&mut state, field, typed, false, env));
        }
        Action::ProfileText(field, typed) => {
            effects.extend(profile_text(&mut state, field, typed, true, env));
        }
        Action::SayWhatIHold => effects.push(Effect::Focus(Focus::Holdings)),

        // Another form in its place would lose what is typed in this one.
        Action::Add | Action::Edit(_) | Action::TakeUp(_) if state.form.is_some() => {
            effects.push(form_is_open(&mut state));
        }
        Action::Add => {
            state.form = Some(Form::new(first_draft(&state), draft_key(env.random)));
            effects.push(Effect::Focus(Focus::Field(Field::Title)));
        }
        Action::Edit(id) => {
            if let Some(record) = state.log.newest(&RecordId::Entry(id))
                && let Content::Entry(entry) = &record.content
            {
                let draft = Draft::of(entry);
                state.form = Some(Form::of(record.clone(), draft, draft_key(env.random)));
                effects.push(Effect::Focus(Focus::Field(Field::Title)));
            }
        }
        Action::Change(change) => effects.extend(change_form(&mut state, change)),
        Action::UnfoldForm(is_unfolded) => {
            if let Some(form) = &mut state.form {
                form.is_unfolded = is_unfolded;
            }
        }
        Action::SameSponsor => {
            let last = state
                .log
                .recent_sponsors(1)
                .first()
                .map(|&last| last.to_owned());
            if let Some(last) = last {
                effects.extend(change_form(&mut state, Change::Text(Field::Sponsor, last)));
                effects.push(Effect::Focus(Focus::Field(Field::Sponsor)));
            }
        }
        Action::Save => effects.extend(save_form(&mut state, false, env)),
        Action::SaveAndAddAnother => effects.extend(save_form(&mut state, true, env)),
        Action::Cancel => {
            state.notice = None;
            let left = state.form.take();
            let kept = left.iter().flat_map(|form| form.kept.clone());
            effects.extend(kept.map(Effect::DropDraft));
            let back = left
                .and_then(|form| form.editing)
                .filter(|(id, _)| state.log.entry(id).is_some());
            effects.push(Effect::Focus(
                back.map_or(Focus::AddButton, |(id, _)| Focus::Entry(id)),
            ));
        }
        // Its form would go, and what is typed in it.
        Action::Delete(id) | Action::Enter(id, _) if state.is_changing(&id) => {
            effects.push(form_is_open(&mut state));
        }
        Action::Delete(id) => effects.extend(write::delete(&mut state, id, env)),
        Action::Step(way) => effects.extend(write::step(&mut state, way, env)),
        Action::Enter(id, body) => effects.extend(write::enter(&mut state, id, body, env)),
        Action::Settle(id, stamp) => {
            effects.extend(write::settle(&mut state, id.clone(), stamp, env));
            if let RecordId::Entry(id) = id {
                effects.extend(conflicts::settled(&mut state, &id));
            }
        }
        Action::KeepBoth(id) => {
            effects.extend(write::keep_both(&mut state, id.clone(), env));
            effects.extend(conflicts::settled(&mut state, &id));
        }

        Action::Filter(change) => {
            state.filter.change(change);
            state.has_searched = true;
            state.unfolded.all = false;
        }
        Action::ClearFilter => {
            state.filter = Filter::default();
            state.unfolded.all = false;
            effects.push(Effect::Focus(Focus::Search));
        }
        Action::ShowConflicts => effects.extend(conflicts::show(&mut state)),
        Action::OpenPeriod(first, is_open) => state.unfolded.open(first, is_open),
        Action::DrawEarlier(first) => {
            state.unfolded.earlier = true;
            effects.push(Effect::Focus(Focus::Period(first)));
        }
        Action::DrawAll(first) => {
            state.unfolded.all = true;
            effects.push(Effect::Focus(Focus::Entry(first)));
        }
        Action::OpenNarrow(is_open) => state.unfolded.narrow = is_open,
        Action::OpenHoldings(is_open) => state.unfolded.holdings = is_open,
        Action::OpenAccount(body, is_open) => state.unfolded.open_account(body, is_open),
        Action::GoOn => {
            effects.extend(importing::go_on(&mut state, env));
            effects.extend(restoring::go_on(&mut state));
        }
        Action::Sheet(change) => effects.extend(importing::change(&mut state, change, env)),
        Action::AuditPack(change) => {
            let in_memory = state.keeping.memory_only.is_some();
            effects.extend(state.audit_pack.change(change, in_memory));
        }
        Action::Paper(is_on_paper) => {
            state.is_on_paper = is_on_paper;
            state.audit_pack.is_waiting = false;
        }

        Action::TakeUp(key) => effects.extend(take_up(&mut state, &key, env)),
        Action::ThrowAway(key) => {
            state.offers.retain(|offer| offer.key != key);
            effects.push(Effect::DropDraft(key));
            effects.push(Effect::Focus(Focus::AddButton));
        }
        Action::DraftsFound(found) => {
            let own = state.form.as_ref().map_or(&[][..], |form| &form.kept);
            // What was saved and is still to be written is in the list already.
            let keeping = &state.keeping;
            let is_saved =
                |key: &String| keeping.not_stored().any(|save| save.replaced.contains(key));
            state.offers = found
                .into_iter()
                .filter(|(key, _)| !own.contains(key) && !is_saved(key))
                .filter_map(|(key, text)| Offer::read(key, text))
                .collect();
        }

        Action::Reload => effects.push(Effect::Load),
        Action::Seen => {
            effects.extend(state.keeping.try_again().into_iter().map(Effect::Save));
            effects.push(Effect::Load);
        }
        Action::TakeOver(left) => state.keeping.take_over(left),
        Action::Loaded(log, memory_only) => {
            // Where storage could not be read, what is shown stays; and what was not stored yet is not in storage.
            let before = std::mem::replace(&mut state.log, *log);
            if memory_only.is_some() {
                state.log.unite(before);
            } else {
                state.keeping.miss(&before, &mut state.log);
            }
            spare_newer(&mut state);
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
                // A draft of it that was found meanwhile is one no longer.
                let offers = &mut state.offers;
                offers.retain(|offer| !save.replaced.contains(&offer.key));
            }
        }
        Action::PutBack => effects.extend(write::put_back(&mut state)),
        Action::LetGo => effects.extend(write::let_go(&mut state)),

        Action::BackUp => effects.extend(back_up(&mut state, env)),
        Action::BackUpAsText => {
            state.place.text = AsText::of(&state.log, state.log.backup(env.today));
            effects.push(Effect::Focus(Focus::BackupText));
        }
        Action::HandOutUnread(key) => effects.extend(hand_out_unread(&state, &key)),
        Action::RemindLater => {
            state.keeping.reminder.hush(&state.log, env.now_millis);
            effects.push(state.keeping.reminder.keep());
            effects.push(Effect::Focus(Focus::AddButton));
        }
        Action::OpenBackup(file) => effects.extend(restoring::open(&mut state, &file)),
        Action::Restore => effects.extend(restoring::restore(&mut state)),
        Action::CloseBackup => {
            effects.push(Effect::Focus(Focus::OpenBackup));
            effects.extend(restoring::close(&mut state));
        }
        Action::MakeLink => effects.extend(sending::make(&mut state, env)),
        Action::Folded(folded) => sending::folded(&mut state, folded),
        Action::Receive(fragment) => effects.extend(sending::receive(&mut state, &fragment)),
        Action::Unfolded(text) => effects.extend(sending::unfolded(&mut state, text)),
        Action::OpenPlace(true) => effects.push(Effect::LookAround),
        // What it said then may be old when it is seen the next time.
        Action::OpenPlace(false) => {
            state.place.text = AsText::No;
            state.sending.outgoing = Outgoing::Idle;
        }
        Action::Around(around) => state.place.around = Some(around),
        Action::AskToKeep => {
            state.place.was_asked = true;
            effects.push(Effect::AskToKeep);
        }
        Action::Kept(is_kept) => {
            state.place.is_kept = Some(is_kept);
            state.place.is_refused = state.place.was_asked && !is_kept;
        }
        Action::IsHome => state.place.is_home = true,
        Action::UpdateReady => state.update_is_ready = true,
        // Something may have begun since it was offered.
        Action::TakeUpdate => effects.extend(state.offers_update().then_some(Effect::TakeUpdate)),

        Action::Arrived(key, text) if is_draft(&key) => hear_of_draft(&mut state, &key, text),
        Action::Arrived(key, text) if key == NAME_KEY => {
            state.audit_pack.hear_of_name(text.as_deref());
        }
        Action::Arrived(key, text) if key == SHEETS_KEY => {
            state.sheets.hear_of_remembered(text.as_deref());
        }
        Action::Arrived(key, text) if key == REMINDER_KEY => {
            state.keeping.reminder = Reminder::read(text.as_deref());
        }
        Action::Arrived(key, text) => {
            let was_in_list = state.form_is_in_list();
            match text {
                Some(text) if text != WITHDRAWN => {
                    state.keeping.missing.retain(|missing| *missing != key);
                    state.log.take_in(&key, &text);
                    spare_newer(&mut state);
                }
                None if is_missed(&state, &key) => state.keeping.miss_one(key),
                // It was withdrawn, or something stands in for it: it need not be tried again either.
                _ => {
                    state.log.forget(&key);
                    state.keeping.drop_write(&key);
                }
            }
            // Where another tab deletes the entry that is being changed, the form goes elsewhere and takes the focus along.
            if was_in_list != state.form_is_in_list() {
                effects.push(Effect::Focus(Focus::Field(Field::Title)));
            }
        }
    }
    // It stands in the place of the log: whoever went elsewhere and comes back looks for that.
    if state.view != View::Log {
        state.audit_pack.open = None;
    }
    conflicts::look_again(&mut state, is_ticked);
    state.keeping.look_again(&state.log);
    effects.extend(importing::look_again(&mut state, env));
    state.sending.look_again(|| state.log.imprint());
    state.place.text.look_again(&state.log);
    state.sheets.text.look_again(&state.log);
    // What is folded is not drawn, and could not take the focus.
    state.unfolded.holdings |= effects.contains(&Effect::Focus(Focus::Holdings));
    (state, effects)
}

/// Leaves alone what a later release wrote, whatever is still to be written here.
fn spare_newer(state: &mut State) {
    let log = &state.log;
    state.keeping.spare(|key| {
        let unread = log.unread_of(key);
        unread.is_some_and(|unread| unread.why.is_newer())
    });
}

/// Whether something is missing once this key is gone from storage. What stands in for it may be of a later release, which
/// takes its own away.
fn is_missed(state: &State, key: &str) -> bool {
    let damaged = || {
        let unread = state.log.unread_of(key);
        unread.is_some_and(|unread| unread.text.is_some() && !unread.why.is_newer())
    };
    state.log.current_of(key).is_some() || damaged()
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

/// Another form of the same kind as the one that was just saved: done on the same day, with the same sponsor, for the
/// same bodies.
fn next_draft(saved: &Draft) -> Draft {
    let one = || "1".to_owned();
    Draft {
        date: saved.date.clone(),
        sponsor: saved.sponsor.clone(),
        state: saved.state,
        aapc: AapcDraft {
            is_claimed: saved.aapc.is_claimed,
            ceus: one(),
            ..AapcDraft::default()
        },
        ahima: AhimaDraft {
            is_claimed: saved.ahima.is_claimed,
            ceus: one(),
            ..AhimaDraft::default()
        },
        ..Draft::default()
    }
}

/// Says that the open form must be closed first, and leads there.
fn form_is_open(state: &mut State) -> Effect {
    state.notice = Some(Notice::FormIsOpen);
    Effect::Focus(Focus::Field(Field::Title))
}

fn change_form(state: &mut State, change: Change) -> Option<Effect> {
    let form = state.form.as_mut()?;
    form.change(change);
    Some(form.keep(state.today))
}

/// Opens what was being typed, under a key of this form's own: where another tab is still typing, it goes on keeping.
fn take_up(state: &mut State, key: &str, env: Env) -> Vec<Effect> {
    let Some(place) = state
        .offers
        .iter()
        .position(|offer| offer.key == key && offer.kept.is_ok())
    else {
        return Vec::new();
    };
    let Offer {
        key,
        kept: Ok(kept),
    } = state.offers.remove(place)
    else {
        return Vec::new();
    };
    let own = draft_key(env.random);
    let mut form = match kept.editing {
        Some(record) => Form::of(record, kept.draft, own),
        None => Form::new(kept.draft, own),
    };
    form.is_unfolded = true;
    form.kept.push(key);
    let keep = form.keep(kept.day);
    state.form = Some(form);
    vec![keep, Effect::Focus(Focus::Field(Field::Title))]
}

/// Another tab went on typing what is offered here, saved it or gave it up. What it begins to type is its own affair.
fn hear_of_draft(state: &mut State, key: &str, text: Option<String>) {
    if let Some(place) = state.offers.iter().position(|offer| offer.key == key) {
        state.offers.remove(place);
        if let Some(offer) = text.and_then(|text| Offer::read(key.to_owned(), text)) {
            state.offers.insert(place, offer);
        }
    }
}

fn type_profile(state: &mut State, field: ProfileField, typed: Typed, fault: Option<Fault>) {
    let place = state
        .profile_typing
        .iter()
        .position(|typing| typing.field == field);
    let before = match place {
        Some(place) => state.profile_typing.remove(place).before,
        None => field.text(&state.log.profile()),
    };
    state.profile_typing.push(ProfileTyping {
        field,
        typed,
        fault,
        before,
    });
}

/// Takes what was typed into the profile. If it is at fault it stays in its field, and once that is left it is said so.
fn profile_text(
    state: &mut State,
    field: ProfileField,
    typed: Typed,
    is_left: bool,
    env: Env,
) -> Vec<Effect> {
    let before = state.log.profile();
    let mut profile = before.clone();
    let set = field.set(&mut profile, &typed, env.today);
    type_profile(state, field, typed, set.err().filter(|_| is_left));
    // What was just typed stands last.
    match state.profile_typing.last() {
        Some(_) if is_left && set.is_ok() => drop(state.profile_typing.pop()),
        Some(typing) if is_left && field.is_day() => {
            // It was in the profile, so it can be read.
            let earlier = Typed::Text(typing.before.clone());
            let _ = field.set(&mut profile, &earlier, env.today);
        }
        _ => {}
    }
    // A field that was only looked at makes no new version.
    if profile == before {
        Vec::new()
    } else {
        write::profile(state, profile, Some(field), env)
    }
}

/// Saves what is in the form, if it can be read; `and_another` opens the next form right away.
fn save_form(state: &mut State, and_another: bool, env: Env) -> Vec<Effect> {
    let Some(form) = &mut state.form else {
        return Vec::new();
    };
    let id = form
        .editing
        .as_ref()
        .map_or_else(|| EntryId::new(env.random), |(id, _)| id.clone());
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
            form.find_fault(faults);
            first.into_iter().collect()
        }
        Ok(entry) => {
            let mut next =
                and_another.then(|| Form::new(next_draft(&form.draft), draft_key(env.random)));
            if let Some(next) = &mut next {
                next.is_unfolded |= form.is_unfolded;
            }
            let focus = match (&next, &form.editing) {
                (Some(_), _) => Focus::Field(Field::Title),
                (None, Some(_)) => Focus::Entry(id.clone()),
                (None, None) => Focus::AddButton,
            };
            // Once the entry is stored, what was kept of it while it was typed is of no more use.
            let drafts = std::mem::take(&mut form.kept);
            state.form = next;
            let mut effects = write::entry(state, id, entry, &earlier, drafts, Deed::Saved, env);
            effects.push(Effect::Focus(focus));
            effects
        }
    }
}

/// Hands out what could not be read, as it is, in a file that is named by its key.
fn hand_out_unread(state: &State, key: &str) -> Option<Effect> {
    let mut unread = state.log.unread();
    let text = unread.find(|unread| unread.key == key)?.text?.to_owned();
    // Systems differ in what a name may have in it. What all of them take is left of a key that any script may have made.
    let plain = |letter: char| letter.is_ascii_alphanumeric().then_some(letter);
    let mut name: String = key
        .chars()
        .map(|letter| plain(letter).unwrap_or('-'))
        .take(LONGEST_NAME)
        .collect();
    name.push_str(".txt");
    Some(Effect::HandOut(File { name, text }))
}

/// Hands the whole log out as a file, and remembers when.
fn back_up(state: &mut State, env: Env) -> [Effect; 2] {
    let file = File {
        name: ["coderpath-backup-", Typed::day(env.today).text(), ".json"].concat(),
        text: state.log.backup(env.today),
    };
    state.keeping.reminder.backup_at = Some(env.now_millis);
    state.keeping.reminder.hush(&state.log, env.now_millis);
    [Effect::HandOut(file), state.keeping.reminder.keep()]
}
