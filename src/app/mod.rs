//! The whole behaviour, pure: `update(state, action, env) -> (state, effects)`.
//!
//! The state is everything that a widget shows; an action is everything that can happen to it, by a person, the page
//! or storage. [`update`] decides; what must be done outside (write a record, move the focus, tell the page) comes back
//! as effects, which `ui` and `store` carry out. Today, the clock and random numbers are arguments.

mod as_text;
mod audit_pack;
mod calculator;
mod conflicts;
mod faq;
mod filter;
mod form;
mod history;
mod importing;
mod keeping;
mod link;
mod place;
mod plan;
mod quiz;
mod restoring;
mod search;
mod sending;
mod unfolded;
mod update;
mod write;

use chrono::{Month, NaiveDate};

use crate::faq::{FaqId, Lead};
use crate::ledger::{Account, Ledger, Looking, ledger, unsubmitted};
use crate::log::{EntryId, Log, NoParcel, Profile, RecordId, Shown, Stamp, Typed};
use crate::picker::{Choice, QuestionId};
use crate::rules::{Body, CredentialId, Edition, Requirement, requirement};
use crate::sheet::Names;
use crate::store::{Save, StorageError, Unsaved};

pub use as_text::AsText;
pub use audit_pack::{AuditPack, PackChange};
pub use calculator::{Calculator, CountBy};
pub use faq::Faq;
pub use filter::{Filter, FilterChange, Status};
pub use form::{Change, Form, Offer, ProfileField, ProfileTyping};
pub use history::{History, Step, Way, What};
pub use importing::{
    Decision, Found, Importing, RowKind, SheetChange, Sheets, TakenBack, Unread, Writing,
};
pub use keeping::{Keeping, Reminder};
pub use link::{Link, LinkFault, link_to, link_to_question, read_link};
pub use place::{Around, Place};
pub use quiz::{Position, Quiz, WhatIf};
pub use restoring::{Phase, Restorable, Restoring};
pub use search::matches;
pub use sending::{Outgoing, Sending};
pub use unfolded::{MOST_DRAWN, Part, Parts, Unfolded};
pub use update::update;

/// Everything that a widget shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The day on which the last action happened.
    pub today: NaiveDate,
    /// How the reader writes a date.
    pub dates: DateOrder,
    /// How many minutes the reader's clock is ahead of UTC.
    pub zone: i32,
    /// The view that is open.
    pub view: View,
    /// AAPC's table as the page's author wants it, if they said so. The reader's own choice wins.
    pub page_edition: Option<Edition>,
    /// The quiz.
    pub quiz: Quiz,
    /// What is the matter with the link that led here.
    pub link_fault: Option<LinkFault>,
    /// What was last to be copied, and whether it was.
    pub copied: Option<(Copying, bool)>,
    /// What the calculator is asked.
    pub calculator: Calculator,
    /// What people ask.
    pub faq: Faq,
    /// The log.
    pub log: Log,
    /// Where the log is kept, and what could not be written.
    pub keeping: Keeping,
    /// The entry that is being typed.
    pub form: Option<Form>,
    /// What was being typed in a widget that is gone, and was neither saved nor given up.
    pub offers: Vec<Offer>,
    /// Which entries are shown.
    pub filter: Filter,
    /// Whether the reader has searched: then the search stays, however few entries there are.
    pub has_searched: bool,
    /// Which cycles are looked at.
    pub looking: Looking,
    /// How much of the log is drawn.
    pub unfolded: Unfolded,
    /// What is done with spreadsheets.
    pub sheets: Sheets,
    /// The audit pack.
    pub audit_pack: AuditPack,
    /// Whether the page is being printed: then everything is drawn.
    pub is_on_paper: bool,
    /// Dates and numbers of the profile as they are being typed, or were typed and are at fault.
    pub profile_typing: Vec<ProfileTyping>,
    /// What can be taken back, and done again.
    pub history: History,
    /// A backup that is looked at before it is restored.
    pub restoring: Option<Restoring>,
    /// Links that carry the log.
    pub sending: Sending,
    /// Where the log lives.
    pub place: Place,
    /// Whether a new release of the page of its own waits to be used.
    pub update_is_ready: bool,
    /// The last thing that happened, to be read out.
    pub notice: Option<Notice>,
}

/// The views of a widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Choose a path.
    #[default]
    Path,
    /// How many CEUs?
    Ceus,
    /// My CEU log.
    Log,
    /// What people ask.
    Questions,
    /// Rules and sources.
    Rules,
}

impl View {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 5] = [
        Self::Path,
        Self::Ceus,
        Self::Log,
        Self::Questions,
        Self::Rules,
    ];

    /// The name by which a page's author asks for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Ceus => "ceus",
            Self::Log => "log",
            Self::Questions => "questions",
            Self::Rules => "rules",
        }
    }

    /// The view with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }
}

impl From<Lead> for View {
    fn from(lead: Lead) -> Self {
        match lead {
            Lead::Quiz => Self::Path,
            Lead::Calculator => Self::Ceus,
            Lead::Log => Self::Log,
            Lead::Rules => Self::Rules,
        }
    }
}

/// Something that happened, to be shown and read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// An entry was written, or is to be.
    Wrote(Wrote),
    /// A change was taken back, or done again.
    Stepped(Stepped),
    /// A backup was restored, or as much of it as came before the reader broke off.
    Restored {
        /// Whether it was all of it.
        is_all: bool,
        /// The keys of what was still to be stored of it then.
        keys: Vec<String>,
    },
    /// So many activities of a spreadsheet were imported, and are stored.
    Imported(usize),
    /// Another entry was to be changed, or the one in the form to be deleted, while one is being typed.
    FormIsOpen,
}

/// What can be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copying {
    /// The link to the result.
    Link,
    /// The link that carries the log.
    Log,
    /// An entry as a body's tracker asks for it.
    Entry(EntryId, Body),
}

/// What was done with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrote {
    /// What.
    pub deed: Deed,
    /// The entry's title.
    pub title: String,
    /// The key of the version that says so. Whether that one is stored decides how it is told.
    pub key: String,
}

/// What was taken back, or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// Which of the two.
    pub way: Way,
    /// What had been done.
    pub what: What,
    /// The keys of the versions that say so.
    pub keys: Vec<String>,
    /// The keys of what cannot be read and was to go. What the browser did not remove is in the log again.
    pub gone: Vec<String>,
    /// Whether something of it had been changed elsewhere, and was left as it is.
    pub changed_elsewhere: bool,
}

/// What can be done with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was added or changed.
    Saved,
    /// It was deleted.
    Deleted,
    /// It was marked as entered in a body's tracker.
    Entered,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page asks for a view, or a link in the widget leads there.
    Show(View),
    /// A tab was chosen, by a click or by an arrow key.
    ChooseTab(View),
    /// The page's author wants this table.
    PageEdition(Option<Edition>),
    /// An answer was marked.
    Choose(Choice),
    /// The marked answer is given, or the next question is asked for.
    Next,
    /// The question before.
    Back,
    /// This question again, to change its answer.
    Revisit(QuestionId),
    /// The quiz from the first question, with no answers.
    StartAgain,
    /// The result of another answer to one question, to be looked at.
    TryOut(QuestionId, Choice),
    /// The answer that was tried is the reader's own now.
    KeepTried,
    /// Back from the answer that was tried.
    DropTried,
    /// The page's address has this fragment, without `#`.
    Follow(String),
    /// This is to be copied.
    Copy(Copying),
    /// It was copied, or the browser refused.
    Copied(Copying, bool),
    /// A log for this credential, please.
    StartLog(CredentialId),
    /// The calculator counts by a number, or by what is held.
    CountBy(CountBy),
    /// So many months until the first submission; `None` for a whole cycle.
    FirstCycle(Option<u32>),
    /// These words are to be found among the questions.
    Search(String),
    /// The answer to a question is to be seen, or no longer.
    OpenFaq(FaqId, bool),
    /// A link leads to this question.
    ShowFaq(FaqId),
    /// A credential is held, or not.
    Hold(CredentialId, bool),
    /// So many certifications of AAPC beyond the named ones are held.
    OtherAapc(u8),
    /// This table is to be used, and remembered.
    Switch(Edition),
    /// A date or number of the profile is being typed.
    TypeProfile(ProfileField, Typed),
    /// A date or number of the profile is perhaps complete: good ones are taken, others wait until the field is left.
    /// A date field says so at each digit of a year.
    ChangeProfile(ProfileField, Typed),
    /// A date or number of the profile was typed, and its field left.
    ProfileText(ProfileField, Typed),
    /// AAPC's membership is renewed in this month, or the month is not known.
    RenewalMonth(Option<Month>),
    /// The cycle so many after the present one is to be looked at.
    Look(Body, i32),
    /// The cycle of a body that ends on this day was submitted, today.
    Submit(Body, NaiveDate),
    /// What AAPC asks now is what the holder plans for.
    PlanAnew,
    /// This entry was entered in the body's tracker.
    Enter(EntryId, Body),
    /// The reader wants to say what they hold.
    SayWhatIHold,
    /// An empty form, please.
    Add,
    /// A form with this entry, please.
    Edit(EntryId),
    /// Something was typed or ticked in the form.
    Change(Change),
    /// What is held, and the periods' days, were opened, or closed.
    OpenHoldings(bool),
    /// What narrows a search down is open, or closed.
    OpenNarrow(bool),
    /// The fields of the form that are seldom needed were opened, or closed.
    UnfoldForm(bool),
    /// The sponsor of the entry that was added last, please.
    SameSponsor,
    /// The form is done.
    Save,
    /// The form is done, and another entry follows.
    SaveAndAddAnother,
    /// The form is given up.
    Cancel,
    /// This entry is to be deleted.
    Delete(EntryId),
    /// The last change is to be taken back, or what was taken back is to be done again.
    Step(Way),
    /// Of two versions that were made apart the one with this stamp is to stand.
    Settle(RecordId, Stamp),
    /// Of two versions that were made apart each is to be an entry of its own.
    KeepBoth(EntryId),
    /// What something else removed from storage is to be written again.
    PutBack,
    /// What something else removed from storage is to be forgotten.
    LetGo,
    /// The whole log is to be handed out as a file.
    BackUp,
    /// The whole log is to be shown as text, to be copied.
    BackUpAsText,
    /// What stands under this key and could not be read is to be handed out as it is.
    HandOutUnread(String),
    /// Not now, but after some more changes.
    RemindLater,
    /// This is the text of a file that is said to be a backup.
    OpenBackup(String),
    /// The backup that is looked at is to be restored.
    Restore,
    /// The backup that is looked at is not to be restored.
    CloseBackup,
    /// The log is to go into a link.
    MakeLink,
    /// The page folded the log up: the address of the page of its own, `#`, and the letters.
    Folded(Result<String, NoParcel>),
    /// The page's address had this fragment, without `#`, with a log in it.
    Receive(String),
    /// The page unfolded what a link brought.
    Unfolded(Result<String, NoParcel>),
    /// Where the log lives is to be seen, or no longer.
    OpenPlace(bool),
    /// This was found where the log lives.
    Around(Around),
    /// The browser is to be asked to keep what is stored.
    AskToKeep,
    /// The browser keeps what is stored, or may delete it.
    Kept(bool),
    /// This is the program's own page.
    IsHome,
    /// A new release waits to be used.
    UpdateReady,
    /// The new release is to be used now.
    TakeUpdate,
    /// The search changes.
    Filter(FilterChange),
    /// All entries are to be shown.
    ClearFilter,
    /// The entries of which versions were made apart are to be seen.
    ShowConflicts,
    /// The period that begins on this day is to be open, or closed.
    OpenPeriod(NaiveDate, bool),
    /// The earlier periods are to be drawn. The latest of them begins on this day.
    DrawEarlier(NaiveDate),
    /// All entries of a long list are to be drawn. This is the first that was not.
    DrawAll(EntryId),
    /// A body's account is open in detail, or closed.
    OpenAccount(Body, bool),
    /// The page had time for other things since [`Effect::GoOn`].
    GoOn,
    /// Something was done with a spreadsheet.
    Sheet(SheetChange),
    /// Something was done with the audit pack.
    AuditPack(PackChange),
    /// The page is being printed, or no longer.
    Paper(bool),
    /// What was being typed, and is kept under this key, is to be gone on with.
    TakeUp(String),
    /// What was being typed, and is kept under this key, is to be thrown away.
    ThrowAway(String),
    /// Storage has these drafts, by key.
    DraftsFound(Vec<(String, String)>),
    /// Everything in storage may have changed.
    Reload,
    /// The page is seen again, after it was not.
    Seen,
    /// This was left by a widget that could not store it; [`Action::Loaded`] follows.
    TakeOver(Vec<Unsaved>),
    /// What storage holds was read.
    Loaded(Box<Log>, Option<StorageError>),
    /// A record was written, or not; its key.
    Stored(String, Result<(), StorageError>),
    /// Another tab or widget stored something under this key, or removed it.
    Arrived(String, Option<String>),
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read everything from storage; [`Action::TakeOver`], [`Action::Loaded`] and [`Action::DraftsFound`] bring it.
    Load,
    /// Write a version, as it is [wanted](Keeping::wanted) when its turn comes; [`Action::Stored`] tells how it went.
    Save(Save),
    /// Keep what is being typed. Nobody need know how it went: the next change tries again.
    KeepDraft(Save),
    /// Keep the holder's name. If that fails, [`PackChange::NotKept`] tells.
    KeepName(Save),
    /// What was being typed is of no more use.
    DropDraft(String),
    /// Move the focus, once the new state is drawn.
    Focus(Focus),
    /// Tell the page that the quiz came to this result; `None` if all three are held.
    TellResult(Option<CredentialId>),
    /// Take the link that led here out of the page's address.
    ForgetLink,
    /// Copy this; [`Action::Copied`] tells how it went.
    Copy(Copying),
    /// Let the reader save this file.
    HandOut(File),
    /// Go on with a spreadsheet once the page had time for other things: [`Action::GoOn`]. To ask for it twice is to ask once.
    GoOn,
    /// Remove these versions from storage, which stand in for nothing: they were not to be written after all. Where one stays,
    /// storage is read again: [`Action::Reload`].
    Discard(Vec<String>),
    /// Let the reader print the page. Where the browser does, it says so: [`Action::Paper`].
    Print,
    /// Have the page fold this text up for a link; [`Action::Folded`] brings it.
    Fold(String),
    /// Have the page unfold these letters; [`Action::Unfolded`] brings the text.
    Unfold(String),
    /// Find out where the log lives; [`Action::Around`] tells.
    LookAround,
    /// Ask the browser to keep what is stored; [`Action::Kept`] tells.
    AskToKeep,
    /// Tell the page that its new release is to be used.
    TakeUpdate,
}

/// A file to be saved by the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To the tab of a view.
    Tab(View),
    /// To the question.
    Question,
    /// To the result.
    Result,
    /// To what is said of a damaged link.
    LinkFault,
    /// To a field of the form.
    Field(crate::log::Field),
    /// To the button that adds an entry.
    AddButton,
    /// To the button that takes a change back, or does it again.
    Step(Way),
    /// To what is said of a backup that was opened.
    Restoring,
    /// To the button that opens a backup.
    OpenBackup,
    /// To an entry of the list.
    Entry(EntryId),
    /// To the heading of the period that begins on this day.
    Period(NaiveDate),
    /// To a question of *Questions*.
    Faq(FaqId),
    /// To the search.
    Search,
    /// To the credentials that can be held.
    Holdings,
    /// To where the holder stands with a body.
    Account(Body),
    /// To the day on which a cycle was submitted.
    Submitted(Body),
    /// To the entries that are not in a body's tracker yet.
    Tracker(Body),
    /// To a spreadsheet that is looked at.
    Sheet,
    /// To the backup as text.
    BackupText,
    /// To the log as text for a spreadsheet.
    SheetText,
    /// To the field that opens a spreadsheet.
    OpenSheet,
    /// To the audit pack.
    AuditPack,
    /// To the button that opens the audit pack of a body.
    OpenAuditPack(Body),
}

/// In which order the reader writes the parts of a date. The month is always a word, so that none is mistaken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// November 23, 2026: most readers are in the United States, whose code sets these credentials are about.
    #[default]
    MonthFirst,
    /// 23 November 2026.
    DayFirst,
    /// 2026 November 23.
    YearFirst,
}

/// What `update` may not find out for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Env {
    /// Today, where the reader is.
    pub today: NaiveDate,
    /// Milliseconds since 1970.
    pub now_millis: u64,
    /// Random bits, new for each action.
    pub random: u64,
    /// How the reader writes a date.
    pub dates: DateOrder,
    /// How many minutes the reader's clock is ahead of UTC.
    pub zone: i32,
    /// What columns and values are called in spreadsheets.
    pub names: Names,
}

impl State {
    /// A widget that was just put on a page and has read nothing yet.
    pub fn new(today: NaiveDate, view: View, page_edition: Option<Edition>) -> Self {
        Self {
            today,
            dates: DateOrder::default(),
            zone: 0,
            view,
            page_edition,
            quiz: Quiz::default(),
            link_fault: None,
            copied: None,
            calculator: Calculator::default(),
            faq: Faq::default(),
            log: Log::default(),
            keeping: Keeping::default(),
            form: None,
            offers: Vec::new(),
            filter: Filter::default(),
            has_searched: false,
            looking: Looking::default(),
            unfolded: Unfolded::default(),
            sheets: Sheets::default(),
            audit_pack: AuditPack::default(),
            is_on_paper: false,
            profile_typing: Vec::new(),
            history: History::default(),
            restoring: None,
            sending: Sending::default(),
            place: Place::default(),
            update_is_ready: false,
            notice: None,
        }
    }

    /// AAPC's table in use: the reader's choice, or the page's, or the article's.
    pub fn edition(&self) -> Edition {
        self.edition_for(&self.log.profile())
    }

    /// The table that is in use with this profile.
    fn edition_for(&self, profile: &Profile) -> Edition {
        profile.edition().or(self.page_edition).unwrap_or_default()
    }

    /// Whether this entry stands in the form.
    pub fn is_changing(&self, id: &EntryId) -> bool {
        self.form
            .as_ref()
            .and_then(|form| form.editing.as_ref())
            .is_some_and(|(editing, _)| editing == id)
    }

    /// Whether the form stands in the list, where the entry that it changes stands. A new entry has no such place, and one
    /// that another tab deleted no longer.
    pub fn form_is_in_list(&self) -> bool {
        self.form
            .as_ref()
            .and_then(|form| form.editing.as_ref())
            .is_some_and(|(editing, _)| self.log.entry(editing).is_some())
    }

    /// Whether the reader is told that a new release is ready. The page is loaded anew for it, so not while something is being
    /// typed, imported or restored, and not while something is in memory alone.
    pub fn offers_update(&self) -> bool {
        self.update_is_ready
            && self.form.is_none()
            && self.profile_typing.is_empty()
            && self.sheets.open.is_none()
            && self.restoring.is_none()
            && self.keeping.is_safe()
    }

    /// Whether something is not stored while another view than the log is open, where what helps is at hand: what is held and
    /// AAPC's table change there too.
    pub fn tells_of_keeping(&self) -> bool {
        let in_memory = self.keeping.memory_only.is_some() && self.log.ids().next().is_some();
        let is_elsewhere = self.view != View::Log || self.audit_pack.open.is_some();
        is_elsewhere && (in_memory || !self.keeping.unsaved.is_empty())
    }

    /// Whether something stands in this field of the profile that is not in the profile.
    pub fn is_typing(&self, field: ProfileField) -> bool {
        self.profile_typing
            .iter()
            .any(|typing| typing.field == field)
    }

    /// What the holder owes.
    pub fn requirement(&self) -> Requirement {
        requirement(&self.log.profile().holdings(), self.edition())
    }

    /// Where the holder stands, in the cycles that are looked at.
    pub fn ledger<'a>(&self, entries: &'a [Shown<'a>]) -> Ledger<'a> {
        self.ledger_at(entries, self.looking)
    }

    /// Where the holder stands in these cycles.
    pub fn ledger_at<'a>(&self, entries: &'a [Shown<'a>], looking: Looking) -> Ledger<'a> {
        let profile = self.log.profile();
        ledger(entries, &profile, self.edition(), self.today, looking)
    }

    /// Where the holder stands with AAPC in the last cycle, while it may still be submitted and is not. Only beside the present
    /// one: whoever looks at another sees its own.
    pub fn unsubmitted<'a>(&self, entries: &'a [Shown<'a>]) -> Option<Account<'a>> {
        let profile = self.log.profile();
        Some(self.edition())
            .filter(|_| self.looking.aapc == 0)
            .and_then(|edition| unsubmitted(entries, &profile, edition, self.today))
    }
}
