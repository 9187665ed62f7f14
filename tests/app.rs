//! The state machine, driven like a person drives a widget: what is shown after each action, and what is to be done
//! outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::assigning_clones,
    clippy::needless_pass_by_value,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use chrono::{Month, NaiveDate};
use coderpath::app::{
    Action, AsText, Calculator, Change, Copying, CountBy, Deed, Effect, Env, Filter, FilterChange,
    Focus, Link, LinkFault, Notice, PackChange, Position, ProfileField, SheetChange, State, Status,
    Stepped, View, Way, What, Wrote, link_to, read_link, update,
};
use coderpath::faq::FaqId;
use coderpath::log::{
    ActivityKind, AhimaDraft, Content, Draft, Entry, Fault, Field, KeptDraft, Log, Profile, Record,
    RecordId, Shown, State as EntryState, Typed, is_draft,
};
use coderpath::picker::{Answers, Choice, Outcome, Path, QUESTIONS, Question, QuestionId, walk};
use coderpath::rules::{Body, Ceus, CeusError, CredentialId, Edition};
use coderpath::store::{Memory, Save, Storage, StorageError, load};
use coderpath::words;
use common::{
    NOW, Person, aapc_claim, ahima_claim, day, entry_record, full_entry, good_draft, id, items,
    json_of, plain_entry, saves, text, the_save, today, tombstone,
};
use proptest::prelude::*;

// ---------------------------------------------------------------------------------------------------------------------
// The quiz

/// What is done, and where that leads: the question's key or "result", what is marked there, and the effects.
#[track_caller]
fn check_quiz(person: &mut Person, actions: &[Action], place: &str, marked: Option<Choice>) {
    for action in actions {
        person.does(action.clone());
    }
    let quiz = &person.state.quiz;
    let at = match quiz.at {
        Position::Question(id) => id.key(),
        Position::Result => "result",
    };
    assert_eq!((at, quiz.marked), (place, marked), "after {actions:?}");
}

fn answer(choice: Choice) -> [Action; 2] {
    [Action::Choose(choice), Action::Next]
}

#[test]
fn the_quiz_forward_and_back() {
    use Choice::{Admitted, Beginner, HoldsCpc, HoldsNone, Hospital, NotSure, Providers};
    let mut person = Person::new(1);
    let quiz = &mut person;
    check_quiz(quiz, &[], "held", None);
    assert!(!quiz.state.quiz.can_go_back());
    check_quiz(quiz, &[Action::Back], "held", None);

    check_quiz(quiz, &[Action::Choose(HoldsNone)], "held", Some(HoldsNone));
    assert_eq!(
        quiz.state.quiz.answers.get(QuestionId::Held),
        None,
        "marked is not given"
    );
    check_quiz(
        quiz,
        &[Action::Choose(HoldsCpc), Action::Next],
        "work",
        None,
    );
    assert_eq!(
        quiz.state.quiz.answers.get(QuestionId::Held),
        Some(HoldsCpc)
    );
    // Another question's answer cannot be marked.
    check_quiz(quiz, &[Action::Choose(Admitted)], "work", None);
    check_quiz(quiz, &answer(Hospital), "patients", None);
    check_quiz(quiz, &answer(Admitted), "experience", None);

    // Back: each answer is still marked, and going on keeps it.
    check_quiz(quiz, &[Action::Back], "patients", Some(Admitted));
    check_quiz(quiz, &[Action::Back], "work", Some(Hospital));
    check_quiz(quiz, &[Action::Next], "experience", None);

    // What is marked counts as given when one goes back.
    check_quiz(
        quiz,
        &[Action::Choose(Beginner), Action::Back],
        "patients",
        Some(Admitted),
    );
    check_quiz(quiz, &[Action::Next], "cases", None);

    // An early answer is changed: the later ones that still apply are kept, and what is open is asked next.
    check_quiz(
        quiz,
        &[Action::Back, Action::Back, Action::Back],
        "work",
        Some(Hospital),
    );
    check_quiz(quiz, &answer(Providers), "cases", None);
    check_quiz(
        quiz,
        &[Action::Revisit(QuestionId::Work)],
        "work",
        Some(Providers),
    );
    check_quiz(quiz, &answer(Hospital), "cases", None);
    assert_eq!(
        quiz.state.quiz.answers.get(QuestionId::Patients),
        Some(Admitted),
        "the answer that did not apply for a while is back"
    );

    check_quiz(quiz, &answer(NotSure), "ads", None);
    check_quiz(quiz, &answer(NotSure), "body", None);
    check_quiz(quiz, &answer(NotSure), "result", None);
    check_quiz(quiz, &[Action::Choose(NotSure)], "result", None);
    check_quiz(quiz, &[Action::Back], "body", Some(NotSure));

    assert_eq!(
        quiz.does(Action::StartAgain),
        [Effect::ForgetLink, Effect::Focus(Focus::Question)],
        "else the old result would be back when the page is loaded again"
    );
    assert_eq!(quiz.state.quiz, State::new(today(), View::Path, None).quiz);
}

#[test]
fn an_answer_is_changed_from_the_result_and_leads_back_to_it() {
    use Choice::{Admitted, HoldsNone, Hospital, NotSure, OfficeVisits};
    let mut person = Person::new(1);
    for choice in [
        HoldsNone, Hospital, Admitted, NotSure, NotSure, NotSure, NotSure,
    ] {
        for action in answer(choice) {
            person.does(action);
        }
    }
    let result = |person: &Person| match person.state.quiz.outcome() {
        Outcome::Recommend(result) => Some(result.path),
        Outcome::AllHeld => None,
    };
    assert_eq!(result(&person), Some(Path::Ccs));
    check_quiz(
        &mut person,
        &[Action::Revisit(QuestionId::Patients)],
        "patients",
        Some(Admitted),
    );
    let answered = person.state.quiz.answered();
    assert_eq!(answered.len(), 6, "the one that is asked is not listed");
    assert!(person.state.quiz.is_last(QuestionId::Patients));
    let mut other = Person::new(2);
    other.state.quiz = person.state.quiz.clone();
    other.does(Action::Revisit(QuestionId::Held));
    other.does(Action::Choose(Choice::HoldsAll));
    assert!(other.state.quiz.is_last(QuestionId::Held));
    check_quiz(&mut person, &answer(OfficeVisits), "result", None);
    assert_eq!(result(&person), Some(Path::Cpc));
}

#[test]
fn another_answer_is_looked_at_and_taken_or_left() {
    use Choice::{AdsCpc, HoldsAll, HoldsNone, NotSure, Providers, SameDay};
    let mut person = Person::new(1);
    for choice in [
        HoldsNone, NotSure, SameDay, NotSure, NotSure, NotSure, NotSure,
    ] {
        for action in answer(choice) {
            person.does(action);
        }
    }
    let own = person.state.quiz.clone();
    let result = |person: &Person| match person.state.quiz.outcome() {
        Outcome::Recommend(result) => Some(result.path),
        Outcome::AllHeld => None,
    };
    assert_eq!(result(&person), Some(Path::Coc));

    // Every counterfactual shows the result that it names, and leaves the answers as they are.
    let Outcome::Recommend(shown) = own.outcome() else {
        panic!("nothing is held");
    };
    assert!(!shown.counterfactuals.is_empty());
    for changed in shown.counterfactuals {
        let effects = person.does(Action::TryOut(changed.question, changed.to));
        assert_eq!(effects, [Effect::Focus(Focus::Result)]);
        assert_eq!(result(&person), changed.result, "{changed:?}");
        assert_eq!(person.state.quiz.answers, own.answers);
        person.does(Action::DropTried);
        assert_eq!(person.state.quiz, own);
    }

    // What is not offered is not tried.
    person.does(Action::TryOut(QuestionId::Work, AdsCpc));
    assert_eq!(person.state.quiz, own);

    // Taken, it is an answer like any other, and the page is told the new result.
    person.does(Action::TryOut(QuestionId::Work, Providers));
    let effects = person.does(Action::KeepTried);
    assert_eq!(
        effects,
        [
            Effect::Focus(Focus::Result),
            Effect::TellResult(Some(CredentialId::Cpc))
        ]
    );
    assert_eq!(
        person.state.quiz.answers.get(QuestionId::Work),
        Some(Providers)
    );
    person.does(Action::TryOut(QuestionId::Held, HoldsAll));
    assert_eq!(result(&person), None);
    // Whoever goes to a question leaves the answer that was tried.
    check_quiz(
        &mut person,
        &[Action::Revisit(QuestionId::Held)],
        "held",
        Some(HoldsNone),
    );
    check_quiz(&mut person, &[Action::Next], "result", None);
    assert_eq!(result(&person), Some(Path::Cpc));
}

#[test]
fn an_answer_that_is_taken_and_opens_a_question_leads_to_it() {
    use Choice::{HoldsNone, Hospital, NotSure, Providers};
    let mut person = Person::new(1);
    for choice in [HoldsNone, Providers, NotSure, NotSure, NotSure, NotSure] {
        for action in answer(choice) {
            person.does(action);
        }
    }
    check_quiz(
        &mut person,
        &[
            Action::TryOut(QuestionId::Work, Hospital),
            Action::KeepTried,
        ],
        "patients",
        None,
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// Links

/// Every link to a result leads back to the same result, and its text is short.
#[test]
fn a_link_carries_the_answers_of_every_walk() {
    let mut open = vec![Answers::default()];
    let (mut walks, mut longest) = (0, 0);
    let mut seen = std::collections::HashSet::new();
    while let Some(so_far) = open.pop() {
        let link = link_to(&so_far);
        assert_eq!(
            read_link(&link),
            Some(Ok(Link::Result(so_far.clone()))),
            "{link}"
        );
        match walk(&so_far).next {
            None => {
                walks += 1;
                longest = longest.max(link.len());
                assert!(seen.insert(link.clone()), "{link} twice");
            }
            Some(next) => {
                for option in Question::of(next).options {
                    let mut then = so_far.clone();
                    then.give(next, option.choice).unwrap();
                    open.push(then);
                }
            }
        }
    }
    assert_eq!((walks, longest), (11_524, "coderpath=1.".len() + 8));
}

/// Links that were given away: they lead where they led, whatever a later release asks.
#[test]
fn links_of_earlier_releases_are_read() {
    use Choice::{
        AdsCpc, Beginner, HoldsAll, HoldsNone, NotSure, PrefersAapc, Providers, ShortCases,
    };
    let cases: [(&str, &[(QuestionId, Choice)]); 4] = [
        ("coderpath=1.-------a", &[]),
        ("coderpath=1.i------j", &[(QuestionId::Held, HoldsAll)]),
        (
            "coderpath=1.ba-----f",
            &[(QuestionId::Held, HoldsNone), (QuestionId::Work, NotSure)],
        ),
        (
            "coderpath=1.bb-bbbbo",
            &[
                (QuestionId::Held, HoldsNone),
                (QuestionId::Work, Providers),
                (QuestionId::Experience, Beginner),
                (QuestionId::Cases, ShortCases),
                (QuestionId::Ads, AdsCpc),
                (QuestionId::Body, PrefersAapc),
            ],
        ),
    ];
    for (link, given) in cases {
        let mut answers = Answers::default();
        for &(question, choice) in given {
            answers.give(question, choice).unwrap();
        }
        assert_eq!(
            read_link(link),
            Some(Ok(Link::Result(answers.clone()))),
            "{link}"
        );
        assert_eq!(link_to(&answers), link);
    }
}

/// No single letter can be changed, left out, added or exchanged with its neighbour unseen.
#[test]
fn a_damaged_link_is_told_and_not_guessed() {
    let mut answers = Answers::default();
    for (question, choice) in [
        (QuestionId::Held, Choice::HoldsNone),
        (QuestionId::Work, Choice::Hospital),
        (QuestionId::Patients, Choice::SameDay),
    ] {
        answers.give(question, choice).unwrap();
    }
    let good = link_to(&answers);
    assert!(matches!(read_link(&good), Some(Ok(_))), "{good}");
    let code = good.strip_prefix("coderpath=1.").unwrap();
    let damaged = |code: String| {
        let link = format!("coderpath=1.{code}");
        let read = read_link(&link);
        assert_eq!(read, Some(Err(LinkFault::Damaged)), "{link} for {good}");
    };
    let letters: Vec<char> = code.chars().collect();
    for (place, letter) in letters.iter().enumerate() {
        for other in ('a'..='z')
            .chain(['-', 'A', '1', 'é'])
            .filter(|other| other != letter)
        {
            let mut changed = letters.clone();
            changed[place] = other;
            damaged(changed.iter().collect());
        }
        let mut shorter = letters.clone();
        shorter.remove(place);
        damaged(shorter.iter().collect());
        let mut longer = letters.clone();
        longer.insert(place, 'a');
        damaged(longer.iter().collect());
        if place > 0 && letters[place - 1] != *letter {
            let mut exchanged = letters.clone();
            exchanged.swap(place - 1, place);
            damaged(exchanged.iter().collect());
        }
    }
    for (fragment, read) in [
        ("", None),
        ("comments", None),
        ("Coderpath=1.x", None),
        ("coderpath", None),
        ("coderpath=", Some(Err(LinkFault::Damaged))),
        ("coderpath=1", Some(Err(LinkFault::Damaged))),
        ("coderpath=1.", Some(Err(LinkFault::Damaged))),
        ("coderpath=0.abc", Some(Err(LinkFault::Damaged))),
        ("coderpath=x.abc", Some(Err(LinkFault::Damaged))),
        ("coderpath=.abc", Some(Err(LinkFault::Damaged))),
        ("coderpath=q.nobody-asks", Some(Err(LinkFault::Damaged))),
        ("coderpath=2.abc", Some(Err(LinkFault::Newer))),
        ("coderpath=10.", Some(Err(LinkFault::Newer))),
    ] {
        assert_eq!(read_link(fragment), read, "{fragment:?}");
    }
}

#[test]
fn a_link_shows_its_result_and_a_damaged_one_says_so() {
    let mut person = Person::new(1);
    person.does(Action::Show(View::Log));
    assert_eq!(person.does(Action::Follow("comments".to_owned())), []);
    assert_eq!(person.state.view, View::Log, "not ours");

    let effects = person.does(Action::Follow("coderpath=1.bb-bbbbo".to_owned()));
    assert_eq!(effects, [Effect::Focus(Focus::Result)]);
    assert_eq!(person.state.view, View::Path);
    check_quiz(&mut person, &[], "result", None);
    check_quiz(
        &mut person,
        &[Action::Revisit(QuestionId::Ads)],
        "ads",
        Some(Choice::AdsCpc),
    );

    let effects = person.does(Action::Follow("coderpath=q.prorated".to_owned()));
    assert_eq!(effects, [Effect::Focus(Focus::Faq(FaqId::Prorated))]);
    assert_eq!(person.state.view, View::Questions);
    assert!(person.state.faq.is_open(FaqId::Prorated));
    person.does(Action::Show(View::Path));

    let effects = person.does(Action::Follow("coderpath=1.bb-bbbb".to_owned()));
    assert_eq!(effects, [Effect::Focus(Focus::LinkFault)]);
    assert_eq!(person.state.link_fault, Some(LinkFault::Damaged));
    check_quiz(&mut person, &[], "ads", Some(Choice::AdsCpc));
    person.does(Action::Next);
    assert_eq!(person.state.link_fault, None, "said until one goes on");
}

#[test]
fn copying_the_link_says_how_it_went() {
    let mut person = Person::new(1);
    let copy = Action::Copy(Copying::Link);
    assert_eq!(person.does(copy.clone()), [Effect::Copy(Copying::Link)]);
    person.does(Action::Copied(Copying::Link, true));
    assert_eq!(person.state.copied, Some((Copying::Link, true)));
    person.does(copy);
    assert_eq!(person.state.copied, None);
    person.does(Action::Copied(Copying::Link, false));
    person.does(Action::Revisit(QuestionId::Held));
    person.does(Action::Choose(Choice::HoldsAll));
    person.does(Action::Next);
    assert_eq!(person.state.copied, None, "another result, another link");
}

#[test]
fn a_log_is_started_for_a_credential_once() {
    let mut person = Person::new(1);
    let effects = person.does(Action::StartLog(CredentialId::Ccs));
    assert_eq!(person.state.view, View::Log);
    let save = the_save(&effects);
    assert_eq!(stored_profile(&save)["held"], serde_json::json!(["CCS"]));
    assert!(effects.contains(&Effect::Focus(Focus::Tab(View::Log))));
    let again = person.does(Action::StartLog(CredentialId::Ccs));
    assert_eq!(again, [Effect::Focus(Focus::Tab(View::Log))]);
}

#[test]
fn the_calculator_counts_by_number_until_something_is_held() {
    let mut person = Person::new(1);
    let by = |person: &Person| {
        let state = &person.state;
        let held = state.log.profile().holdings();
        let owed = state.calculator.requirement(&held, state.edition());
        let total = |total: Ceus| total.in_hundredths() / 100;
        (
            state.calculator.by(&held),
            owed.aapc.map(|owed| total(owed.total)),
            owed.ahima.map(|owed| total(owed.total)),
        )
    };
    assert_eq!(by(&person), (CountBy::Number(1), Some(36), None));
    person.does(Action::CountBy(CountBy::Number(5)));
    assert_eq!(by(&person), (CountBy::Number(5), Some(80), None));
    assert!(
        person.state.log.profile().holdings().is_empty(),
        "a number is tried and kept nowhere"
    );
    person.does(Action::CountBy(CountBy::Held));
    assert_eq!(by(&person), (CountBy::Held, None, None));
    person.does(Action::Hold(CredentialId::Cpc, true));
    person.does(Action::Hold(CredentialId::Ccs, true));
    assert_eq!(by(&person), (CountBy::Held, Some(36), Some(20)));
    // Somebody else's first look: what is held decides.
    person.state.calculator = Calculator::default();
    assert_eq!(by(&person), (CountBy::Held, Some(36), Some(20)));
    person.does(Action::FirstCycle(Some(18)));
    assert_eq!(person.state.calculator.first_cycle, Some(18));
    person.does(Action::FirstCycle(None));
    assert_eq!(person.state.calculator.first_cycle, None);
}

#[test]
fn going_on_with_nothing_marked_says_so() {
    let mut person = Person::new(1);
    let effects = person.does(Action::Next);
    assert_eq!(effects, [Effect::Focus(Focus::Question)]);
    assert!(person.state.quiz.lacks_answer);
    assert_eq!(person.state.quiz.at, Position::Question(QuestionId::Held));
    person.does(Action::Choose(Choice::NotSure));
    assert!(
        !person.state.quiz.lacks_answer,
        "said no longer than needed"
    );
    person.does(Action::Next);
    person.does(Action::Next);
    assert!(person.state.quiz.lacks_answer);
    person.does(Action::Back);
    assert!(!person.state.quiz.lacks_answer);
}

/// These answers, and what the page is told at the end.
#[track_caller]
fn check_told(choices: &[Choice], told: Option<CredentialId>) {
    let mut person = Person::new(1);
    let mut effects = Vec::new();
    for &choice in choices {
        assert_eq!(person.does(Action::Choose(choice)), []);
        effects = person.does(Action::Next);
        if person.state.quiz.at != Position::Result {
            assert_eq!(effects, [Effect::Focus(Focus::Question)]);
        }
    }
    assert_eq!(
        effects,
        [Effect::Focus(Focus::Result), Effect::TellResult(told)],
        "{choices:?}"
    );
}

#[test]
fn the_page_is_told_the_result_once_it_is_reached() {
    use Choice::{
        Admitted, EitherBody, HoldsAll, HoldsCpcCoc, HoldsNone, Hospital, NotSure, Providers,
        SameDay,
    };
    check_told(&[HoldsAll], None);
    check_told(&[HoldsCpcCoc], Some(CredentialId::Ccs));
    check_told(&[NotSure; 7], Some(CredentialId::Cpc));
    let rest = [NotSure, NotSure, NotSure, EitherBody];
    let with = |first: &[Choice]| [first, &rest].concat();
    check_told(&with(&[HoldsNone, Providers]), Some(CredentialId::Cpc));
    check_told(
        &with(&[HoldsNone, Hospital, SameDay]),
        Some(CredentialId::Coc),
    );
    check_told(
        &with(&[NotSure, NotSure, Admitted]),
        Some(CredentialId::Ccs),
    );
}

#[test]
fn the_number_of_a_question_counts_those_that_are_asked() {
    let mut person = Person::new(1);
    let progress = |person: &Person| {
        let Position::Question(at) = person.state.quiz.at else {
            panic!("at the result");
        };
        let progress = person.state.quiz.progress(at);
        (progress.number, progress.of)
    };
    assert_eq!(progress(&person), (1, 7));
    let steps = [
        (Choice::NotSure, (2, 7)),
        (Choice::Providers, (3, 6)),
        (Choice::Beginner, (4, 6)),
        (Choice::ShortCases, (5, 6)),
        (Choice::AdsCpc, (6, 6)),
    ];
    for (choice, shown) in steps {
        for action in answer(choice) {
            person.does(action);
        }
        assert_eq!(progress(&person), shown, "{choice:?}");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Views, the calculator, the profile

#[test]
fn views_and_their_focus() {
    let mut person = Person::new(1);
    assert_eq!(person.does(Action::Show(View::Ceus)), []);
    assert_eq!(person.state.view, View::Ceus);
    assert_eq!(
        person.does(Action::ChooseTab(View::Path)),
        [Effect::Focus(Focus::Tab(View::Path))]
    );
    assert_eq!(person.state.view, View::Path);
    for view in View::ALL {
        assert_eq!(View::from_key(view.key()), Some(view));
    }
    assert_eq!(
        View::ALL.map(View::key),
        ["path", "ceus", "log", "questions", "rules"]
    );
    assert_eq!(View::from_key("Path"), None);
}

/// The profile in a record's text.
fn stored_profile(save: &Save) -> serde_json::Value {
    json_of(save)["profile"].clone()
}

#[test]
fn what_is_held_and_which_table_is_remembered() {
    let mut person = Person::new(1);
    let mut earlier: Vec<String> = Vec::new();
    let steps = [
        (
            Action::Hold(CredentialId::Cpc, true),
            r#"{"held":["CPC"]}"#,
            Some(36),
        ),
        (
            Action::Hold(CredentialId::Coc, true),
            r#"{"held":["CPC","COC"]}"#,
            Some(48),
        ),
        (
            Action::Switch(Edition::Latest),
            r#"{"held":["CPC","COC"],"rules":"latest"}"#,
            Some(40),
        ),
        (
            Action::OtherAapc(2),
            r#"{"held":["CPC","COC"],"other_aapc":2,"rules":"latest"}"#,
            Some(48),
        ),
        (
            Action::Switch(Edition::Article),
            r#"{"held":["CPC","COC"],"other_aapc":2,"rules":"article"}"#,
            Some(72),
        ),
        (
            Action::OtherAapc(0),
            r#"{"held":["CPC","COC"],"rules":"article"}"#,
            Some(48),
        ),
        (
            Action::Hold(CredentialId::Coc, false),
            r#"{"held":["CPC"],"rules":"article"}"#,
            Some(36),
        ),
        (
            Action::Hold(CredentialId::Cpc, false),
            r#"{"rules":"article"}"#,
            None,
        ),
    ];
    for (action, profile, owed) in steps {
        let effects = person.does(action.clone());
        assert_eq!(effects.len(), 1, "{action:?}");
        let save = the_save(&effects);
        assert!(save.key.starts_with("coderpath:1:profile:"), "{}", save.key);
        let mut stored = stored_profile(&save);
        for of_the_plan in ["plan_rules", "plan_total"] {
            stored.as_object_mut().unwrap().remove(of_the_plan);
        }
        assert_eq!(
            stored,
            serde_json::from_str::<serde_json::Value>(profile).unwrap(),
            "{action:?}"
        );
        assert_eq!(save.replaced, earlier, "{action:?}");
        earlier = vec![save.key.clone()];
        assert_eq!(person.stored(&save, Ok(())), []);
        let total = person.state.requirement().aapc.map(|owed| owed.total);
        assert_eq!(total, owed.map(Ceus::whole), "{action:?}");
    }
    assert!(person.state.keeping.is_safe());
}

#[test]
fn the_readers_table_wins_over_the_pages() {
    // The page's, the reader's, and the one in use.
    let cases = [
        (None, None, Edition::Article),
        (Some(Edition::Latest), None, Edition::Latest),
        (Some(Edition::Article), None, Edition::Article),
        (None, Some(Edition::Latest), Edition::Latest),
        (
            Some(Edition::Latest),
            Some(Edition::Article),
            Edition::Article,
        ),
        (
            Some(Edition::Article),
            Some(Edition::Latest),
            Edition::Latest,
        ),
    ];
    for (page, reader, used) in cases {
        // Whichever comes first.
        for page_first in [true, false] {
            let mut person = Person::new(1);
            if page_first {
                assert_eq!(
                    person.does(Action::PageEdition(page)),
                    [],
                    "the page's wish is not stored"
                );
            }
            if let Some(edition) = reader {
                person.does(Action::Switch(edition));
            }
            if !page_first {
                person.does(Action::PageEdition(page));
            }
            assert_eq!(
                person.state.edition(),
                used,
                "{page:?} {reader:?} {page_first}"
            );
        }
    }
}

/// What is typed into a field of the profile; the fault, and what the field and the profile have then.
#[track_caller]
fn check_profile(
    person: &mut Person,
    field: ProfileField,
    typed: &Typed,
    fault: Option<Fault>,
    kept: &str,
) {
    let effects = person.does(Action::ProfileText(field, typed.clone()));
    let found = person
        .state
        .profile_typing
        .iter()
        .find(|fault| fault.field == field);
    assert_eq!(
        found.map(|found| found.fault),
        fault.map(Some),
        "{field:?} {typed:?}"
    );
    assert_eq!(
        field.text(&person.state.log.profile()),
        kept,
        "{field:?} {typed:?}"
    );
    if let Some(found) = found {
        assert_eq!(&found.typed, typed, "what was typed stays");
        assert_eq!(effects, [], "nothing is stored");
    } else {
        let save = the_save(&effects);
        person.stored(&save, Ok(()));
    }
}

#[test]
fn dates_and_numbers_of_the_profile() {
    let mut person = Person::new(1);
    for field in [ProfileField::AapcDue, ProfileField::AhimaStart] {
        let check = |person: &mut Person, typed: &str, fault, kept: &str| {
            check_profile(person, field, &text(typed), fault, kept);
        };
        check(&mut person, "2027-01-31", None, "2027-01-31");
        check(
            &mut person,
            "2027-02-31",
            Some(Fault::NoSuchDay),
            "2027-01-31",
        );
        check(
            &mut person,
            "0227-01-31",
            Some(Fault::FarAwayDay),
            "2027-01-31",
        );
        check(&mut person, " 2024-02-29 ", None, "2024-02-29");
        check_profile(
            &mut person,
            field,
            &Typed::Unreadable,
            Some(Fault::NoSuchDay),
            "2024-02-29",
        );
        // An empty field takes back what was there, and the fault with it.
        check(&mut person, "", None, "");
    }
    for field in [ProfileField::AapcTracker, ProfileField::AhimaTracker] {
        let check = |person: &mut Person, typed: &str, fault, kept: &str| {
            check_profile(person, field, &text(typed), fault, kept);
        };
        check(&mut person, "57,5", None, "57.5");
        check(
            &mut person,
            "many",
            Some(Fault::Ceus(CeusError::NotANumber)),
            "57.5",
        );
        check(
            &mut person,
            "0",
            Some(Fault::Ceus(CeusError::NotPositive)),
            "57.5",
        );
        check(
            &mut person,
            "1,000",
            Some(Fault::Ceus(CeusError::TooFine)),
            "57.5",
        );
        check(&mut person, " 60 ", None, "60");
        check(&mut person, " ", None, "");
    }
    assert!(person.state.profile_typing.is_empty());
    // Two fields at fault keep what was typed into each.
    person.does(Action::ProfileText(ProfileField::AapcDue, text("soon")));
    person.does(Action::ProfileText(ProfileField::AhimaTracker, text("few")));
    person.does(Action::ProfileText(ProfileField::AapcDue, text("later")));
    let typed: Vec<_> = person
        .state
        .profile_typing
        .iter()
        .map(|fault| (fault.field, fault.typed.text()))
        .collect();
    assert_eq!(
        typed,
        [
            (ProfileField::AhimaTracker, "few"),
            (ProfileField::AapcDue, "later")
        ]
    );
    // While a field is being typed nothing is read or stored, and it shows what stands in it so far; another change
    // meanwhile does not take that away.
    let mut person = Person::new(3);
    let due = ProfileField::AapcDue;
    check_profile(&mut person, due, &text("2027-01-31"), None, "2027-01-31");
    for so_far in ["2", "2028-0", "2028-02-30"] {
        assert_eq!(person.does(Action::TypeProfile(due, text(so_far))), []);
        person.does(Action::OtherAapc(1));
        let typing = &person.state.profile_typing;
        assert_eq!(typing.len(), 1);
        assert_eq!(
            (typing[0].field, typing[0].typed.text(), typing[0].fault),
            (due, so_far, None)
        );
        assert_eq!(due.text(&person.state.log.profile()), "2027-01-31");
    }
    check_profile(
        &mut person,
        due,
        &text("2028-02-30"),
        Some(Fault::NoSuchDay),
        "2027-01-31",
    );
    assert_eq!(
        person.does(Action::TypeProfile(due, text("2028-02-29"))),
        []
    );
    assert_eq!(
        person.state.profile_typing[0].fault, None,
        "it is being mended"
    );
    check_profile(&mut person, due, &text("2028-02-29"), None, "2028-02-29");
    assert!(person.state.profile_typing.is_empty());
    // What the other fields hold is not touched by any of it.
    let mut person = Person::new(2);
    person.does(Action::Hold(CredentialId::Ccs, true));
    check_profile(
        &mut person,
        ProfileField::AhimaStart,
        &text("2025-01-01"),
        None,
        "2025-01-01",
    );
    check_profile(
        &mut person,
        ProfileField::AapcDue,
        &text("2027-01-31"),
        None,
        "2027-01-31",
    );
    assert_eq!(
        ProfileField::AhimaStart.text(&person.state.log.profile()),
        "2025-01-01"
    );
    assert_eq!(
        person.state.requirement().ahima.unwrap().total,
        Ceus::whole(20)
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// The log

/// Those keys that are records', without the drafts that go with them.
fn records_of(keys: &[String]) -> Vec<&str> {
    let keys = keys.iter().filter(|key| !is_draft(key));
    keys.map(String::as_str).collect()
}

fn wrote(deed: Deed, title: &str, save: &Save) -> Notice {
    Notice::Wrote(Wrote {
        deed,
        title: title.to_owned(),
        key: save.key.clone(),
    })
}

fn stored_entry(save: &Save) -> serde_json::Value {
    json_of(save)["entry"].clone()
}

#[test]
fn a_new_form_is_the_most_likely_entry() {
    // What is held, and whom the new entry claims from.
    let cases: &[(&[CredentialId], [bool; 2])] = &[
        (&[], [true, false]),
        (&[CredentialId::Cpc], [true, false]),
        (&[CredentialId::Ccs], [false, true]),
        (&[CredentialId::Cpc, CredentialId::Ccs], [true, true]),
    ];
    for (held, claims) in cases {
        let mut person = Person::new(1);
        for &id in *held {
            person.does(Action::Hold(id, true));
        }
        let effects = person.does(Action::Add);
        assert_eq!(effects, [Effect::Focus(Focus::Field(Field::Title))]);
        let form = person.state.form.clone().unwrap();
        let Draft {
            date,
            title,
            state,
            aapc,
            ahima,
            ..
        } = &form.draft;
        assert_eq!(
            (date.text(), title.as_str(), *state),
            ("2026-11-23", "", EntryState::Done)
        );
        assert_eq!([aapc.is_claimed, ahima.is_claimed], *claims, "{held:?}");
        assert_eq!((aapc.ceus.as_str(), ahima.ceus.as_str()), ("1", "1"));
        assert_eq!((form.editing, form.faults.len()), (None, 0));
    }
}

#[test]
fn add_edit_delete_undo() {
    let mut person = Person::new(1);
    person.does(Action::Add);
    person.types(&good_draft("Modifiers"));
    let effects = person.does(Action::Save);
    assert_eq!(effects.len(), 2);
    assert_eq!(effects[1], Effect::Focus(Focus::AddButton));
    let added = the_save(&effects);
    assert!(added.replaced.iter().all(|key| is_draft(key)));
    let name = person.ids().pop().unwrap();
    assert!(
        added.key.starts_with(&format!(
            "coderpath:1:entry:{}:{}",
            name.as_str(),
            NOW / 1_000_000
        )),
        "{}",
        added.key
    );
    let record = Record::read(&added.key, &added.text).unwrap();
    assert_eq!(
        Some(&record),
        person.state.log.newest(&RecordId::Entry(name.clone()))
    );
    assert_eq!(stored_entry(&added)["title"], "Modifiers");
    assert_eq!(person.state.form, None);
    assert_eq!(
        person.state.notice,
        Some(wrote(Deed::Saved, "Modifiers", &added))
    );
    person.stored(&added, Ok(()));

    let effects = person.does(Action::Edit(name.clone()));
    assert_eq!(effects, [Effect::Focus(Focus::Field(Field::Title))]);
    let form = person.state.form.clone().unwrap();
    assert_eq!(form.editing.map(|(editing, _)| editing), Some(name.clone()));
    assert_eq!(form.draft.title, "Modifiers");
    person.does(Action::Change(Change::Text(
        Field::Title,
        "Modifiers 2".to_owned(),
    )));
    let effects = person.does(Action::Save);
    assert_eq!(effects[1], Effect::Focus(Focus::Entry(name.clone())));
    let edited = the_save(&effects);
    assert_eq!(records_of(&edited.replaced), [added.key.as_str()]);
    assert_eq!(person.titles(), ["Modifiers 2"]);
    person.stored(&edited, Ok(()));
    assert_eq!(
        person
            .state
            .log
            .version(&RecordId::Entry(name.clone()), record.stamp),
        None,
        "no longer stored"
    );

    let effects = person.does(Action::Delete(name.clone()));
    assert_eq!(effects[1], Effect::Focus(Focus::Step(Way::Undo)));
    let deleted = the_save(&effects);
    assert_eq!(deleted.replaced, [edited.key.as_str()]);
    assert_eq!(
        Record::read(&deleted.key, &deleted.text).unwrap().content,
        Content::Deleted
    );
    assert!(person.titles().is_empty());
    assert_eq!(
        person.state.notice,
        Some(wrote(Deed::Deleted, "Modifiers 2", &deleted))
    );
    person.stored(&deleted, Ok(()));

    let effects = person.does(Action::Step(Way::Undo));
    assert_eq!(effects[1], Effect::Focus(Focus::Entry(name.clone())));
    let back = the_save(&effects);
    assert_eq!(back.replaced, [deleted.key.as_str()]);
    assert_eq!(stored_entry(&back), stored_entry(&edited));
    assert_eq!(person.titles(), ["Modifiers 2"]);
    assert_eq!(
        person.state.notice,
        Some(Notice::Stepped(Stepped {
            gone: Vec::new(),
            way: Way::Undo,
            what: What::Deleted("Modifiers 2".to_owned()),
            keys: vec![back.key.clone()],
            changed_elsewhere: false,
        }))
    );
    person.stored(&back, Ok(()));
    assert!(person.state.keeping.is_safe());
}

/// What is said of every change on the way back and forth.
fn steps(person: &Person) -> [Option<What>; 2] {
    [Way::Undo, Way::Redo].map(|way| {
        let step = person.state.history.next(way);
        step.map(|step| step.what.clone())
    })
}

#[test]
fn every_change_is_taken_back_and_done_again() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    let does = |person: &mut Person, storage: &mut Memory, action| {
        person.does_on(storage, action);
        let log = load(storage).unwrap();
        assert_eq!(
            shown(&log),
            shown(&person.state.log),
            "what is stored is what is shown"
        );
        assert_eq!(log.profile(), person.state.log.profile());
    };
    let view = |person: &Person| {
        let profile = person.state.log.profile();
        (
            person.titles(),
            profile.holdings(),
            profile.aapc_due,
            profile.edition(),
        )
    };
    let mut views = vec![view(&person)];
    person.adds_on(&mut storage, &good_draft("one"));
    views.push(view(&person));
    let one = person.ids()[0].clone();
    does(&mut person, &mut storage, Action::Edit(one.clone()));
    does(
        &mut person,
        &mut storage,
        Action::Change(Change::Text(Field::Title, "two".to_owned())),
    );
    does(&mut person, &mut storage, Action::Save);
    views.push(view(&person));
    for action in [
        Action::Hold(CredentialId::Cpc, true),
        Action::Enter(one.clone(), Body::Aapc),
        Action::ProfileText(ProfileField::AapcDue, text("2027-01-31")),
        Action::Switch(Edition::Latest),
        Action::Delete(one.clone()),
    ] {
        does(&mut person, &mut storage, action);
        views.push(view(&person));
    }
    assert_eq!(
        steps(&person),
        [Some(What::Deleted("two".to_owned())), None]
    );
    let stored = items(&storage).len();
    for round in 0..2 {
        for before in views.iter().rev().skip(1) {
            does(&mut person, &mut storage, Action::Step(Way::Undo));
            assert_eq!(&view(&person), before, "round {round}");
        }
        assert_eq!(
            steps(&person),
            [None, Some(What::Added("one".to_owned()))],
            "nothing more to take back"
        );
        assert_eq!(person.does(Action::Step(Way::Undo)), []);
        for after in views.iter().skip(1) {
            does(&mut person, &mut storage, Action::Step(Way::Redo));
            assert_eq!(&view(&person), after, "round {round}");
        }
        assert_eq!(person.does(Action::Step(Way::Redo)), []);
        assert_eq!(items(&storage).len(), stored, "no version is left behind");
    }
    // Another change ends what could have been done again.
    does(&mut person, &mut storage, Action::Step(Way::Undo));
    does(
        &mut person,
        &mut storage,
        Action::Hold(CredentialId::Ccs, true),
    );
    assert_eq!(steps(&person), [Some(What::Profile(None)), None]);
}

#[test]
fn a_date_that_was_typed_is_taken_back_as_a_whole() {
    let mut person = Person::new(1);
    let due = |person: &Person| person.state.log.profile().aapc_due;
    for typed in ["0002-01-31", "0020-01-31", "2002-01-31", "2027-01-31"] {
        person.does(Action::ChangeProfile(ProfileField::AapcDue, text(typed)));
    }
    assert_eq!(due(&person), Some(day(2027, 1, 31)));
    person.does(Action::Step(Way::Undo));
    assert_eq!((due(&person), steps(&person)[0].clone()), (None, None));
    person.does(Action::Step(Way::Redo));
    assert_eq!(due(&person), Some(day(2027, 1, 31)));
}

#[test]
fn what_was_changed_elsewhere_since_is_not_taken_back() {
    let mut two = Two::with("one");
    let name = two.here.ids()[0].clone();
    two.here
        .does_on(&mut two.storage, Action::Enter(name, Body::Aapc));
    two.there = Person::at(&two.storage, 2);
    two.edit_there("theirs");
    two.here.does_on(&mut two.storage, Action::Step(Way::Undo));
    assert_eq!(two.here.titles(), ["theirs"]);
    let said = notice(&two.here.state);
    assert!(
        said.starts_with("This was changed in another place since"),
        "{said}"
    );
    assert_eq!(
        steps(&two.here),
        [Some(What::Added("one".to_owned())), None]
    );
}

#[test]
fn what_is_not_there_is_not_changed() {
    let mut person = Person::new(1);
    let before = person.state.clone();
    for action in [
        Action::Edit(id("nobody")),
        Action::Delete(id("nobody")),
        Action::Step(Way::Undo),
        Action::Save,
        Action::Change(Change::Text(Field::Title, "x".to_owned())),
        Action::Stored(
            "coderpath:1:entry:nobody:0000000000001-00000000".to_owned(),
            Ok(()),
        ),
        Action::Stored(
            "coderpath:1:entry:nobody:0000000000001-00000000".to_owned(),
            Err(StorageError::Full),
        ),
        Action::Arrived(
            "coderpath:1:entry:nobody:0000000000001-00000000".to_owned(),
            None,
        ),
    ] {
        assert_eq!(person.does(action.clone()), [], "{action:?}");
        assert_eq!(person.state, before, "{action:?}");
    }
    assert_eq!(
        person.does(Action::Cancel),
        [Effect::Focus(Focus::AddButton)]
    );
}

#[test]
fn a_form_that_is_given_up_changes_nothing() {
    let mut person = Person::new(1);
    person.adds(&good_draft("Modifiers"));
    let name = person.ids().pop().unwrap();
    person.does(Action::Add);
    person.types(&good_draft("Never"));
    let dropped = |person: &mut Person, focus| {
        let key = person.state.form.as_ref().unwrap().key.clone();
        let expected = [Effect::DropDraft(key), Effect::Focus(focus)];
        assert_eq!(person.does(Action::Cancel), expected);
    };
    dropped(&mut person, Focus::AddButton);
    person.does(Action::Edit(name.clone()));
    person.does(Action::Change(Change::Text(
        Field::Title,
        "Never".to_owned(),
    )));
    dropped(&mut person, Focus::Entry(name));
    assert_eq!(
        (person.state.form.clone(), person.titles()),
        (None, vec!["Modifiers".to_owned()])
    );
}

#[test]
fn another_form_never_takes_the_place_of_what_is_typed() {
    let mut person = Person::new(1);
    person.adds(&good_draft("one"));
    let one = person.ids().pop().unwrap();
    person.does(Action::Add);
    person.types(&good_draft("half typed"));
    let typed = person.state.form.clone();
    let effects = person.does(Action::Edit(one.clone()));
    assert_eq!(effects, [Effect::Focus(Focus::Field(Field::Title))]);
    assert_eq!(person.state.form, typed);
    person.does(Action::Cancel);
    person.does(Action::Edit(one));
    assert_eq!(person.state.form.unwrap().draft.title, "one");
}

#[test]
fn the_entry_that_is_being_typed_is_not_deleted_before_its_form_is_closed() {
    let mut person = Person::new(1);
    person.adds(&good_draft("one"));
    let one = person.ids().pop().unwrap();
    person.adds(&good_draft("two"));
    let two = person.ids().into_iter().find(|id| *id != one).unwrap();
    person.does(Action::Edit(two.clone()));
    person.does(Action::Change(Change::Text(
        Field::Title,
        "typed".to_owned(),
    )));
    person.does(Action::Delete(one));
    let typed = person.state.form.clone();
    assert_eq!(
        person.does(Action::Delete(two.clone())),
        [Effect::Focus(Focus::Field(Field::Title))]
    );
    assert_eq!(person.state.notice, Some(Notice::FormIsOpen));
    assert_eq!(person.state.form, typed);
    assert_eq!(person.titles(), ["two"]);
    person.does(Action::Cancel);
    assert_eq!(person.state.notice, None, "nothing is open any more");
    the_save(&person.does(Action::Delete(two)));
    assert!(person.titles().is_empty());
}

/// This draft is refused; the focus goes to the field, and everything typed stays.
#[track_caller]
fn check_refused(change: Change, focus: Field, fault: Fault) {
    let mut person = Person::new(1);
    let mut draft = good_draft("Modifiers");
    draft.notes = "kept".to_owned();
    person.does(Action::Add);
    person.types(&draft);
    person.does(Action::Change(change.clone()));
    let typed = person.state.form.clone().unwrap().draft;
    assert_eq!(
        person.does(Action::Save),
        [Effect::Focus(Focus::Field(focus))],
        "{change:?}"
    );
    let form = person.state.form.clone().unwrap();
    assert_eq!(form.draft, typed, "{change:?}");
    let faults: Vec<_> = form
        .faults
        .iter()
        .map(|fault| (fault.field, fault.fault))
        .collect();
    assert_eq!(faults, [(focus, fault)], "{change:?}");
    assert!(person.titles().is_empty() && person.state.notice.is_none());
    // Typing on does not take the fault away before the form is to be saved again; then it goes.
    person.types(&draft);
    assert_eq!(person.state.form.as_ref().unwrap().faults, form.faults);
    the_save(&person.does(Action::Save));
    assert_eq!(person.titles(), ["Modifiers"]);
}

#[test]
fn a_fault_keeps_the_draft_and_takes_the_focus() {
    check_refused(
        Change::Date(text("2026-11-31")),
        Field::Date,
        Fault::NoSuchDay,
    );
    check_refused(
        Change::Date(Typed::Unreadable),
        Field::Date,
        Fault::NoSuchDay,
    );
    check_refused(
        Change::Date(text("2026-11-24")),
        Field::Date,
        Fault::DoneInFuture,
    );
    check_refused(
        Change::Text(Field::Title, " ".to_owned()),
        Field::Title,
        Fault::Missing,
    );
    check_refused(
        Change::Text(Field::Sponsor, "x".repeat(301)),
        Field::Sponsor,
        Fault::TooLong(300),
    );
    check_refused(
        Change::Text(Field::Notes, "x".repeat(2001)),
        Field::Notes,
        Fault::TooLong(2000),
    );
    check_refused(Change::Aapc(false), Field::Bodies, Fault::NoBody);
    check_refused(
        Change::Text(Field::AapcCeus, "x".to_owned()),
        Field::AapcCeus,
        Fault::Ceus(CeusError::NotANumber),
    );
}

#[test]
fn every_tick_and_text_of_the_form_reaches_the_entry() {
    let entry = full_entry();
    let mut person = Person::new(1);
    person.does(Action::Add);
    person.types(&Draft::of(&entry));
    let save = the_save(&person.does(Action::Save));
    let stored = entry_record("a", entry, &[], 1, 1);
    let mut expected =
        serde_json::from_str::<serde_json::Value>(&stored.to_json()).unwrap()["entry"].clone();
    // What the form does not show is not in a new entry.
    for (place, unknown) in [
        ("", "later-entry"),
        ("/aapc", "later-aapc"),
        ("/ahima", "later-ahima"),
    ] {
        expected
            .pointer_mut(place)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(unknown);
    }
    assert_eq!(stored_entry(&save), expected);
}

// ---------------------------------------------------------------------------------------------------------------------
// What could not be written

fn notice(state: &State) -> String {
    words::notice(state.notice.as_ref().unwrap(), state)
}

#[test]
fn what_was_not_written_is_not_called_saved_and_is_tried_again() {
    let mut person = Person::new(1);
    let one = the_save(&person.adds(&good_draft("one")));
    assert_eq!(
        person.state.keeping.waiting.as_slice(),
        std::slice::from_ref(&one)
    );
    assert!(!person.state.keeping.is_safe(), "asked for is not stored");
    assert!(!notice(&person.state).starts_with("Saved"));
    assert_eq!(
        words::keeping(&person.state),
        None,
        "nothing is the matter yet"
    );
    person.stored(&one, Ok(()));
    assert!(person.state.keeping.is_safe());
    assert_eq!(notice(&person.state), "Saved: one.");

    for why in [
        StorageError::Full,
        StorageError::Refused,
        StorageError::NotKept,
    ] {
        let mut person = Person::new(1);
        let one = the_save(&person.adds(&good_draft("one")));
        person.stored(&one, Err(why));
        assert!(!person.state.keeping.is_safe());
        let unsaved: Vec<_> = person
            .state
            .keeping
            .unsaved
            .iter()
            .map(|one| (&one.save, one.why))
            .collect();
        assert_eq!(unsaved, [(&one, why)]);
        assert_eq!(notice(&person.state), "In the list, but not stored: one.");
        assert!(words::keeping(&person.state).is_some());
        assert_eq!(person.titles(), ["one"], "it is in memory");

        // The next change tries it again, and first; here of another entry, then of the profile.
        let effects = person.adds(&good_draft("two"));
        let again = saves(&effects);
        assert_eq!((again.len(), &again[0]), (2, &one), "{why:?}");
        person.stored(&again[0], Err(why));
        person.stored(&again[1], Err(why));
        assert_eq!(person.state.keeping.unsaved.len(), 2);
        let effects = person.does(Action::Hold(CredentialId::Cpc, true));
        let third = saves(&effects);
        assert_eq!(third[..2], again[..]);
        for save in &third {
            assert!(!person.state.keeping.is_safe());
            person.stored(save, Ok(()));
        }
        assert!(person.state.keeping.is_safe());
        assert_eq!(words::keeping(&person.state), None);
        // Nothing is left to be tried.
        assert_eq!(saves(&person.does(Action::OtherAapc(1))).len(), 1);
    }
}

#[test]
fn a_version_that_replaces_an_unsaved_one_takes_its_place() {
    let mut person = Person::new(1);
    let first = the_save(&person.adds(&good_draft("one")));
    person.stored(&first, Ok(()));
    let name = person.ids().pop().unwrap();
    let edit = |person: &mut Person, title: &str| {
        person.does(Action::Edit(name.clone()));
        person.does(Action::Change(Change::Text(Field::Title, title.to_owned())));
        saves(&person.does(Action::Save))
    };
    let second = edit(&mut person, "two");
    assert_eq!(records_of(&second[0].replaced), [first.key.as_str()]);
    person.stored(&second[0], Err(StorageError::Full));
    // The third is written instead of the second; and it removes the first, which the second did not.
    let third = edit(&mut person, "three");
    assert_eq!(third.len(), 1);
    assert_eq!(
        records_of(&third[0].replaced),
        [first.key.as_str(), second[0].key.as_str()]
    );
    // What was kept of the second while it was typed is removed with it.
    let kept: Vec<&String> = second[0]
        .replaced
        .iter()
        .filter(|key| is_draft(key))
        .collect();
    assert_eq!(kept.len(), 1);
    assert!(third[0].replaced.contains(kept[0]));
    person.stored(&third[0], Ok(()));
    assert!(person.state.keeping.is_safe());
    assert_eq!(person.titles(), ["three"]);
    // The same with a deletion, and with a profile.
    let fourth = edit(&mut person, "four");
    person.stored(&fourth[0], Err(StorageError::Full));
    let gone = saves(&person.does(Action::Delete(name.clone())));
    assert_eq!(gone.len(), 1);
    person.stored(&gone[0], Ok(()));
    let held = the_save(&person.does(Action::Hold(CredentialId::Cpc, true)));
    person.stored(&held, Err(StorageError::Refused));
    let table = saves(&person.does(Action::Switch(Edition::Latest)));
    assert_eq!(table.len(), 1);
    assert_eq!(stored_profile(&table[0])["held"][0], "CPC");
}

#[test]
fn a_log_that_lives_in_memory_only_is_never_safe() {
    for why in [
        StorageError::Full,
        StorageError::Refused,
        StorageError::NotKept,
    ] {
        let mut person = Person::new(1);
        assert_eq!(person.does(Action::Reload), [Effect::Load]);
        person.does(Action::Loaded(Box::default(), Some(why)));
        assert!(!person.state.keeping.is_safe());
        assert!(
            words::keeping(&person.state)
                .unwrap()
                .contains("cannot keep your log")
        );
        let save = the_save(&person.adds(&good_draft("one")));
        person.stored(&save, Ok(()));
        assert!(!notice(&person.state).starts_with("Saved"));
        person.does(Action::Loaded(Box::new(person.state.log.clone()), None));
        assert!(person.state.keeping.is_safe());
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Other tabs

/// Two people at one storage: what each stores, the other hears of.
struct Two {
    storage: Memory,
    here: Person,
    there: Person,
}

impl Two {
    /// Both see an entry with this title.
    fn with(title: &str) -> Self {
        let mut storage = Memory::default();
        let mut here = Person::new(1);
        here.adds_on(&mut storage, &good_draft(title));
        let there = Person::at(&storage, 2);
        Self {
            storage,
            here,
            there,
        }
    }

    /// The other tab does something, and this one hears of it as the browser tells: item by item.
    fn there(&mut self, action: Action) {
        let before = items(&self.storage);
        self.there.does_on(&mut self.storage, action);
        let after = items(&self.storage);
        for (key, text) in &after {
            if before.get(key) != Some(text) {
                self.here
                    .does(Action::Arrived(key.clone(), Some(text.clone())));
            }
        }
        for key in before.keys().filter(|key| !after.contains_key(*key)) {
            self.here.does(Action::Arrived(key.clone(), None));
        }
    }

    fn edit_there(&mut self, title: &str) {
        let name = self.there.ids().pop().unwrap();
        self.there.does(Action::Edit(name));
        self.there
            .does(Action::Change(Change::Text(Field::Title, title.to_owned())));
        self.there(Action::Save);
    }

    /// What a page opened now shows: titles, "!" behind those in conflict.
    fn fresh(&self) -> Vec<String> {
        shown(&Person::at(&self.storage, 9).state.log)
    }
}

fn shown(log: &Log) -> Vec<String> {
    log.entries()
        .iter()
        .map(|shown| {
            format!(
                "{}{}",
                shown.entry.title,
                if shown.has_conflict { "!" } else { "" }
            )
        })
        .collect()
}

#[test]
fn what_another_tab_stores_is_shown() {
    let mut two = Two::with("one");
    assert_eq!(two.there.titles(), ["one"]);
    two.edit_there("changed");
    assert_eq!(shown(&two.here.state.log), ["changed"]);
    two.there.does(Action::Add);
    two.there.types(&good_draft("two"));
    two.there(Action::Save);
    assert_eq!(shown(&two.here.state.log), ["two", "changed"]);
    two.there(Action::Hold(CredentialId::Cpc, true));
    assert!(
        two.here
            .state
            .log
            .profile()
            .holdings()
            .holds(CredentialId::Cpc)
    );
    let name = two.there.ids()[0].clone();
    two.there(Action::Delete(name));
    assert_eq!(shown(&two.here.state.log), ["changed"]);
    two.there(Action::Step(Way::Undo));
    assert_eq!(shown(&two.here.state.log), ["two", "changed"]);
    assert_eq!(two.here.state.log, two.there.state.log);
    assert_eq!(two.fresh(), ["two", "changed"]);
    // Something unreadable is told, and costs nothing else.
    two.here.does(Action::Arrived(
        "coderpath:1:entry:x:y".to_owned(),
        Some("{".to_owned()),
    ));
    assert_eq!(
        (two.here.state.log.unread().count(), two.here.titles().len()),
        (1, 2)
    );
}

#[test]
fn an_edit_begun_before_another_tabs_change_ends_as_a_conflict() {
    let mut two = Two::with("one");
    let name = two.here.ids().pop().unwrap();
    two.here.does(Action::Edit(name.clone()));
    two.edit_there("there");
    assert_eq!(
        two.here.state.form.as_ref().unwrap().draft.title,
        "one",
        "the form is left alone"
    );
    two.here.does(Action::Change(Change::Text(
        Field::Title,
        "here".to_owned(),
    )));
    two.here.does_on(&mut two.storage, Action::Save);
    // Who is newer is shown, whoever that is; the other is kept.
    let titles = two.fresh();
    assert!(titles == ["here!"] || titles == ["there!"], "{titles:?}");
    assert_eq!(shown(&two.here.state.log), titles);
    let record_id = RecordId::Entry(name.clone());
    let fresh = Person::at(&two.storage, 9).state.log;
    let both: Vec<_> = fresh
        .heads(&record_id)
        .into_iter()
        .filter_map(|head| match &head.content {
            Content::Entry(entry) => Some(entry.title.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(both.len(), 2);
    assert!(both.contains(&"here".to_owned()) && both.contains(&"there".to_owned()));
}

#[test]
fn an_edit_begun_before_another_tabs_deletion_brings_the_entry_back() {
    let mut two = Two::with("one");
    let name = two.here.ids().pop().unwrap();
    two.here.does(Action::Edit(name.clone()));
    let there = two.there.ids()[0].clone();
    two.there(Action::Delete(there));
    assert!(two.here.titles().is_empty());
    two.here.does(Action::Change(Change::Text(
        Field::Title,
        "kept".to_owned(),
    )));
    two.here.does_on(&mut two.storage, Action::Save);
    assert_eq!(two.fresh(), ["kept!"]);
    // Deleting it now means every version of it.
    two.here.does_on(&mut two.storage, Action::Delete(name));
    assert!(two.fresh().is_empty());
    assert!(two.here.state.keeping.is_safe());
}

#[test]
fn deleting_here_what_was_changed_there_deletes_what_was_seen() {
    // The other tab's change has been heard of: it is what is deleted.
    let mut two = Two::with("one");
    let name = two.here.ids().pop().unwrap();
    two.edit_there("changed");
    two.here
        .does_on(&mut two.storage, Action::Delete(name.clone()));
    assert!(two.fresh().is_empty());
    two.here.does_on(&mut two.storage, Action::Step(Way::Undo));
    assert_eq!(two.fresh(), ["changed"]);
    // It has not been heard of: the entry stays, in conflict.
    let mut two = Two::with("one");
    let name = two.here.ids().pop().unwrap();
    two.there.does(Action::Edit(name.clone()));
    two.there.does(Action::Change(Change::Text(
        Field::Title,
        "unheard".to_owned(),
    )));
    two.there.does_on(&mut two.storage, Action::Save);
    two.here.does_on(&mut two.storage, Action::Delete(name));
    assert_eq!(two.fresh(), ["unheard!"]);
}

#[test]
fn reloading_shows_what_storage_holds() {
    let mut two = Two::with("one");
    two.there.does(Action::Add);
    two.there.types(&good_draft("two"));
    two.there.does_on(&mut two.storage, Action::Save);
    assert_eq!(two.here.titles(), ["one"]);
    two.here.does(Action::Add);
    two.here.does(Action::Change(Change::Text(
        Field::Title,
        "half typed".to_owned(),
    )));
    two.here.does_on(&mut two.storage, Action::Reload);
    assert_eq!(two.here.titles(), ["two", "one"]);
    assert_eq!(
        two.here.state.form.as_ref().unwrap().draft.title,
        "half typed"
    );
    assert!(two.here.state.keeping.is_safe());
}

// ---------------------------------------------------------------------------------------------------------------------
// One after the other

#[test]
fn another_one_follows_with_the_day_the_sponsor_and_the_bodies_of_the_one_just_saved() {
    let mut person = Person::new(1);
    person.does(Action::Add);
    let draft = Draft {
        sponsor: "Local chapter".to_owned(),
        index_number: "X1".to_owned(),
        kind: Some(ActivityKind::CourseWork),
        notes: "n".to_owned(),
        ahima: AhimaDraft {
            is_claimed: true,
            ceus: "3".to_owned(),
            certificate: true,
            ..AhimaDraft::default()
        },
        ..good_draft("one")
    };
    person.types(&draft);
    let effects = person.does(Action::SaveAndAddAnother);
    assert_eq!(effects[1], Effect::Focus(Focus::Field(Field::Title)));
    let first = the_save(&effects);
    assert_eq!(
        person.state.notice,
        Some(wrote(Deed::Saved, "one", &first)),
        "it is told all the same"
    );
    let form = person.state.form.clone().unwrap();
    assert_eq!(
        (form.editing, form.faults.len(), form.kept.len()),
        (None, 0, 0)
    );
    let mut expected = Draft {
        date: draft.date.clone(),
        sponsor: draft.sponsor.clone(),
        ..Draft::default()
    };
    expected.aapc.is_claimed = true;
    expected.aapc.ceus = "1".to_owned();
    expected.ahima.is_claimed = true;
    expected.ahima.ceus = "1".to_owned();
    assert_eq!(form.draft, expected);
    person.does(Action::Change(Change::Text(Field::Title, "two".to_owned())));
    person.does(Action::Save);
    assert_eq!(person.titles(), ["two", "one"]);
    assert_eq!(person.state.form, None);

    // A form at fault stays, and no other follows.
    person.does(Action::Add);
    assert_eq!(
        person.does(Action::SaveAndAddAnother),
        [Effect::Focus(Focus::Field(Field::Title))]
    );
    assert_eq!(person.state.form.as_ref().unwrap().faults.len(), 1);
}

#[test]
fn the_last_sponsor_is_offered_and_not_filled_in() {
    let mut person = Person::new(1);
    person.does(Action::Add);
    assert_eq!(person.does(Action::SameSponsor), [], "there is none yet");
    person.does(Action::Cancel);
    // The one that was added last counts, whatever its day.
    for (title, day, sponsor) in [
        ("a", "2026-11-20", "Chapter"),
        ("b", "2026-01-01", "AHIMA"),
        ("c", "2026-11-22", "Chapter"),
        ("d", "2025-05-05", "Vendor"),
        ("e", "2026-11-21", ""),
    ] {
        person.adds(&Draft {
            date: text(day),
            sponsor: sponsor.to_owned(),
            ..good_draft(title)
        });
    }
    assert_eq!(
        person.state.log.recent_sponsors(8),
        ["Vendor", "Chapter", "AHIMA"]
    );
    assert_eq!(person.state.log.recent_sponsors(2), ["Vendor", "Chapter"]);
    person.does(Action::Add);
    let sponsor = |person: &Person| person.state.form.as_ref().unwrap().draft.sponsor.clone();
    assert_eq!(sponsor(&person), "");
    let effects = person.does(Action::SameSponsor);
    assert!(matches!(effects[0], Effect::KeepDraft(_)));
    assert_eq!(effects[1], Effect::Focus(Focus::Field(Field::Sponsor)));
    assert_eq!(sponsor(&person), "Vendor");
}

#[test]
fn what_is_done_is_told_by_its_own_write() {
    // One write fails and another is stored: each is told as it is.
    let mut person = Person::new(1);
    let one = the_save(&person.adds(&good_draft("one")));
    person.stored(&one, Err(StorageError::Full));
    let effects = person.adds(&good_draft("two"));
    let [again, two] = saves(&effects).try_into().unwrap();
    person.stored(&again, Err(StorageError::Full));
    person.stored(&two, Ok(()));
    assert_eq!(notice(&person.state), "Saved: two.");
    assert!(words::keeping(&person.state).is_some(), "one is not stored");

    // A profile that is not stored is no matter of the entry's.
    let mut person = Person::new(1);
    let one = the_save(&person.adds(&good_draft("one")));
    person.stored(&one, Ok(()));
    let held = the_save(&person.does(Action::Hold(CredentialId::Cpc, true)));
    person.stored(&held, Err(StorageError::Refused));
    assert_eq!(notice(&person.state), "Saved: one.");
}

// ---------------------------------------------------------------------------------------------------------------------
// What was being typed

/// What is kept of forms in a storage.
fn kept(storage: &Memory) -> Vec<KeptDraft> {
    items(storage)
        .iter()
        .filter(|(key, _)| is_draft(key))
        .map(|(_, text)| KeptDraft::read(text).unwrap())
        .collect()
}

fn types_on(person: &mut Person, storage: &mut Memory, draft: &Draft) {
    for change in common::changes(draft) {
        person.does_on(storage, Action::Change(change));
    }
}

fn offers(person: &Person) -> Vec<String> {
    let offers = person.state.offers.iter();
    offers
        .map(|offer| words::offer(offer, person.state.dates))
        .collect()
}

#[test]
fn what_was_being_typed_when_the_tab_died_is_offered_again() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.does_on(&mut storage, Action::Add);
    assert!(kept(&storage).is_empty(), "nothing was typed yet");
    let draft = Draft {
        notes: "half a sen".to_owned(),
        ..good_draft("Webinar")
    };
    types_on(&mut person, &mut storage, &draft);
    assert_eq!(kept(&storage).len(), 1);

    // The tab dies. A page opened later offers it, any number of times, and shows nothing damaged.
    for seed in 2..4 {
        let person = Person::at(&storage, seed);
        assert_eq!(
            offers(&person),
            ["You were typing “Webinar” on November 23, 2026."]
        );
        assert_eq!(
            (person.state.form, person.state.log.unread().count()),
            (None, 0)
        );
    }
    let mut person = Person::at(&storage, 4);
    let key = person.state.offers[0].key.clone();
    let effects = person.does_on(&mut storage, Action::TakeUp(key.clone()));
    assert_eq!(effects, [Effect::Focus(Focus::Field(Field::Title))]);
    assert_eq!(person.state.form.as_ref().unwrap().draft, draft);
    assert!(person.state.offers.is_empty());
    assert_eq!((kept(&storage).len(), storage.get(&key)), (1, Ok(None)));
    assert_eq!(
        person.does(Action::TakeUp(key)),
        [Effect::Focus(Focus::Field(Field::Title))]
    );

    // Saved, it is an entry and nothing else.
    person.does_on(&mut storage, Action::Save);
    assert_eq!(person.titles(), ["Webinar"]);
    assert!(kept(&storage).is_empty());
    assert!(Person::at(&storage, 5).state.offers.is_empty());
}

#[test]
fn what_is_given_up_or_thrown_away_is_not_offered() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.does_on(&mut storage, Action::Add);
    types_on(&mut person, &mut storage, &good_draft("one"));
    assert_eq!(
        person.does_on(&mut storage, Action::Cancel),
        [Effect::Focus(Focus::AddButton)]
    );
    assert!(kept(&storage).is_empty());

    person.does_on(&mut storage, Action::Add);
    types_on(&mut person, &mut storage, &good_draft("two"));
    let mut person = Person::at(&storage, 2);
    let key = person.state.offers[0].key.clone();
    assert_eq!(
        person.does_on(&mut storage, Action::ThrowAway(key)),
        [Effect::Focus(Focus::AddButton)]
    );
    assert!(person.state.offers.is_empty() && kept(&storage).is_empty());

    // Taken up and given up: both keys are gone.
    person.does_on(&mut storage, Action::Add);
    types_on(&mut person, &mut storage, &good_draft("three"));
    let mut person = Person::at(&storage, 3);
    let key = person.state.offers[0].key.clone();
    person.does_on(&mut storage, Action::TakeUp(key));
    person.does_on(&mut storage, Action::Cancel);
    assert!(kept(&storage).is_empty());
}

#[test]
fn a_change_that_is_taken_up_again_ends_as_a_conflict_where_the_entry_was_changed_meanwhile() {
    let mut two = Two::with("one");
    let name = two.here.ids().pop().unwrap();
    two.here
        .does_on(&mut two.storage, Action::Edit(name.clone()));
    two.here.does_on(
        &mut two.storage,
        Action::Change(Change::Text(Field::Title, "here".to_owned())),
    );
    two.edit_there("there");
    let mut later = Person::at(&two.storage, 3);
    assert_eq!(
        offers(&later),
        ["You were changing “here” on November 23, 2026."]
    );
    let key = later.state.offers[0].key.clone();
    later.does_on(&mut two.storage, Action::TakeUp(key));
    assert!(later.state.is_changing(&name));
    later.does_on(&mut two.storage, Action::Save);
    let fresh = Person::at(&two.storage, 9).state;
    let heads = fresh.log.heads(&RecordId::Entry(name));
    assert_eq!(heads.len(), 2, "neither is lost");
    assert!(fresh.offers.is_empty());

    // Where nobody changed it, it is a change like any other.
    let mut two = Two::with("one");
    let name = two.here.ids().pop().unwrap();
    two.here.does_on(&mut two.storage, Action::Edit(name));
    two.here.does_on(
        &mut two.storage,
        Action::Change(Change::Text(Field::Title, "here".to_owned())),
    );
    let mut later = Person::at(&two.storage, 3);
    let key = later.state.offers[0].key.clone();
    later.does_on(&mut two.storage, Action::TakeUp(key));
    later.does_on(&mut two.storage, Action::Save);
    assert_eq!(two.fresh(), ["here"]);
}

#[test]
fn what_another_tab_is_typing_is_left_to_it() {
    let mut storage = Memory::default();
    let mut here = Person::new(1);
    here.does_on(&mut storage, Action::Add);
    types_on(&mut here, &mut storage, &good_draft("live"));
    let mut there = Person::at(&storage, 2);
    let key = there.state.offers[0].key.clone();
    // It goes on: the offer follows. What begins elsewhere is not offered.
    here.does_on(
        &mut storage,
        Action::Change(Change::Text(Field::Title, "livelier".to_owned())),
    );
    let text = storage.get(&key).unwrap();
    there.does(Action::Arrived(key.clone(), text.clone()));
    assert_eq!(
        offers(&there),
        ["You were typing “livelier” on November 23, 2026."]
    );
    there.does(Action::Arrived("coderpath:draft:other".to_owned(), text));
    assert_eq!(offers(&there).len(), 1);
    // Taken up there and thrown away, it is kept again with the next key that is pressed here.
    let mut third = there.clone();
    third.does_on(&mut storage, Action::TakeUp(key.clone()));
    third.does_on(&mut storage, Action::Cancel);
    assert!(kept(&storage).is_empty());
    here.does_on(&mut storage, Action::Change(Change::Aapc(true)));
    assert_eq!(kept(&storage)[0].draft.title, "livelier");
    // Saved here, it is no more to be offered there.
    here.does_on(&mut storage, Action::Save);
    there.does(Action::Arrived(key, None));
    assert!(there.state.offers.is_empty());
    // One's own form is not offered when everything is read again.
    here.does_on(&mut storage, Action::Add);
    types_on(&mut here, &mut storage, &good_draft("own"));
    let found = coderpath::store::drafts(&storage);
    assert_eq!(found.len(), 1);
    here.does(Action::DraftsFound(found));
    assert!(here.state.offers.is_empty());
}

#[test]
fn a_damaged_draft_is_shown_as_it_is_and_a_newer_one_left_alone() {
    let mut storage = common::memory([
        ("coderpath:draft:a", r#"{"v":1,"title":"Webinar""#),
        ("coderpath:draft:b", r#"{"v":2,"anything":"new"}"#),
        (
            "coderpath:draft:c",
            r#"{"v":1,"day":"2026-11-23","state":"done","aapc":{},"ahima":{},
            "editing":{"v":1,"stamp":"0000000000001-00000000","profile":{}}}"#,
        ),
    ]);
    let mut person = Person::at(&storage, 1);
    assert_eq!(person.state.log.unread().count(), 0);
    let damaged: Vec<_> = person
        .state
        .offers
        .iter()
        .map(|offer| (offer.key.as_str(), offer.kept.is_err()))
        .collect();
    assert_eq!(
        damaged,
        [("coderpath:draft:a", true), ("coderpath:draft:c", true)]
    );
    assert_eq!(
        person.state.offers[0].kept.as_ref().unwrap_err(),
        r#"{"v":1,"title":"Webinar""#
    );
    assert_eq!(
        person.does(Action::TakeUp("coderpath:draft:a".to_owned())),
        []
    );
    person.does_on(
        &mut storage,
        Action::ThrowAway("coderpath:draft:a".to_owned()),
    );
    let left: Vec<String> = items(&storage).into_keys().collect();
    assert_eq!(left, ["coderpath:draft:b", "coderpath:draft:c"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was typed comes back as it was; and whatever stands under a draft's key, nothing panics.
    #[test]
    fn any_draft_is_kept_as_it_was_typed(
        texts in proptest::collection::vec(".*", 7),
        flags in proptest::collection::vec(any::<bool>(), 7),
        junk in ".*",
    ) {
        let mut draft = Draft {
            date: text(&texts[0]),
            title: texts[1].clone(),
            sponsor: texts[2].clone(),
            index_number: texts[3].clone(),
            notes: texts[4].clone(),
            kind: flags[0].then_some(ActivityKind::Other),
            state: if flags[1] { EntryState::Planned } else { EntryState::Done },
            ..Draft::default()
        };
        draft.aapc.is_claimed = flags[2];
        draft.aapc.ceus = texts[5].clone();
        draft.aapc.certificate = flags[3];
        draft.aapc.approved_for = texts[1].clone();
        draft.aapc.cms = flags[1];
        draft.aapc.pin.due = flags[2].then(today);
        draft.aapc.pin.credential = texts[2].clone();
        draft.ahima.pin.due = flags[3].then(today);
        draft.ahima.is_claimed = flags[4];
        draft.ahima.ceus = texts[6].clone();
        draft.ahima.domain = flags[5].then_some(coderpath::log::Domain::HealthLaw);
        draft.ahima.entered = flags[6];
        let editing = flags[0].then(|| entry_record("a", full_entry(), &[], 5, 5));
        let kept = KeptDraft { day: today(), editing, draft };
        prop_assert_eq!(KeptDraft::read(&kept.to_json()), Ok(kept));
        let _ = KeptDraft::read(&junk);
        let mut person = Person::new(1);
        person.does(Action::DraftsFound(vec![("coderpath:draft:x".to_owned(), junk)]));
        prop_assert!(person.state.offers.len() <= 1);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The search

fn searched() -> Vec<Entry> {
    let claimed = |title: &str, aapc: Option<[bool; 2]>, ahima: Option<[bool; 2]>| {
        let mut entry = plain_entry(title, day(2026, 1, 1));
        entry.aapc = aapc.map(|[certificate, entered]| coderpath::log::AapcClaim {
            certificate,
            entered,
            ..aapc_claim(100)
        });
        entry.ahima = ahima.map(|[certificate, entered]| coderpath::log::AhimaClaim {
            certificate,
            entered,
            ..ahima_claim(100)
        });
        entry
    };
    let mut notes = claimed("Notes", Some([true, false]), None);
    notes.sponsor = "Überlingen Chapter".to_owned();
    notes.index_number = "AAPC0510".to_owned();
    notes.notes = "Bring the slides".to_owned();
    notes.kind = ActivityKind::Teaching;
    let mut plan = claimed("Plan", Some([false, false]), None);
    plan.state = EntryState::Planned;
    vec![
        notes,
        plan,
        claimed("Both", Some([true, true]), Some([false, false])),
        claimed("Entered", Some([true, true]), Some([true, true])),
        claimed("Ahima", None, Some([false, true])),
        claimed("Neither", None, None),
    ]
}

#[track_caller]
fn check_filter(changes: &[FilterChange], titles: &[&str]) {
    let mut person = Person::new(1);
    for change in changes {
        assert_eq!(person.does(Action::Filter(change.clone())), []);
    }
    let filter = &person.state.filter;
    let admitted: Vec<String> = searched()
        .into_iter()
        .filter(|entry| filter.admits(&Shown::of(&id("a"), entry)))
        .map(|entry| entry.title)
        .collect();
    assert_eq!(admitted, titles, "{changes:?}");
}

#[test]
fn what_a_search_shows() {
    use FilterChange::{Body as For, HasConflict, Kind, LacksCertificate, Status as In, Text};
    let all = ["Notes", "Plan", "Both", "Entered", "Ahima", "Neither"];
    let words = |words: &str| Text(words.to_owned());
    check_filter(&[], &all);
    check_filter(&[words("  ")], &all);
    for found in [
        "notes",
        "NOTES",
        "chapter",
        "ingen chap",
        "aapc0510",
        "SLIDES bring",
        "Überlingen",
        "no te",
    ] {
        check_filter(&[words(found)], &["Notes"]);
    }
    for missing in ["notes chapters", "überlingen", "slides plan"] {
        check_filter(&[words(missing)], &[]);
    }
    check_filter(
        &[For(Some(Body::Aapc))],
        &["Notes", "Plan", "Both", "Entered"],
    );
    check_filter(&[For(Some(Body::Ahima))], &["Both", "Entered", "Ahima"]);
    check_filter(&[For(Some(Body::Ahima)), For(None)], &all);
    check_filter(&[Kind(Some(ActivityKind::Teaching))], &["Notes"]);
    check_filter(&[In(Some(Status::Planned))], &["Plan"]);
    // Entered is what is in every tracker that it belongs into; of one body, in that one's.
    check_filter(&[In(Some(Status::Entered))], &["Entered", "Ahima"]);
    check_filter(
        &[In(Some(Status::Entered)), For(Some(Body::Aapc))],
        &["Both", "Entered"],
    );
    check_filter(&[In(Some(Status::Done))], &["Notes", "Both", "Neither"]);
    // A certificate is missing where something is done and claimed.
    check_filter(&[LacksCertificate(true)], &["Both", "Ahima"]);
    check_filter(&[LacksCertificate(true), For(Some(Body::Aapc))], &[]);
    check_filter(&[LacksCertificate(true), LacksCertificate(false)], &all);
    check_filter(&[HasConflict(true)], &[]);
    check_filter(&[HasConflict(true), HasConflict(false)], &all);
}

#[test]
fn what_was_just_saved_is_seen_whatever_is_searched_for() {
    let search = |person: &mut Person| {
        person.does(Action::Filter(FilterChange::Text("zebra".to_owned())));
        assert!(person.state.filter.is_on());
    };
    let mut person = Person::new(1);
    search(&mut person);
    person.adds(&good_draft("one"));
    assert_eq!(person.state.filter, Filter::default());
    search(&mut person);
    person.adds(&good_draft("zebra"));
    assert!(
        person.state.filter.is_on(),
        "it is among what is searched for"
    );
    let name = person.ids().pop().unwrap();
    person.does(Action::Delete(name));
    assert!(person.state.filter.is_on());
    person.does(Action::Step(Way::Undo));
    assert!(!person.state.filter.is_on());
    search(&mut person);
    assert_eq!(
        person.does(Action::ClearFilter),
        [Effect::Focus(Focus::Search)]
    );
    assert!(!person.state.filter.is_on() && person.state.has_searched);
}

#[test]
fn a_date_of_the_profile_is_not_called_wrong_while_its_year_is_typed() {
    let mut person = Person::new(1);
    let due = ProfileField::AapcDue;
    for so_far in ["0002-01-31", "0020-01-31", "0202-01-31"] {
        assert_eq!(person.does(Action::ChangeProfile(due, text(so_far))), []);
        let typing = &person.state.profile_typing[0];
        assert_eq!((typing.typed.text(), typing.fault), (so_far, None));
    }
    // Complete, it is taken at once; leaving the field then makes no second version.
    the_save(&person.does(Action::ChangeProfile(due, text("2027-01-31"))));
    assert_eq!(
        person.does(Action::ProfileText(due, text("2027-01-31"))),
        []
    );
    assert!(person.state.profile_typing.is_empty());
    // Left at fault, it is told.
    person.does(Action::ChangeProfile(due, text("0202-01-31")));
    person.does(Action::ProfileText(due, text("0202-01-31")));
    assert_eq!(
        person.state.profile_typing[0].fault,
        Some(Fault::FarAwayDay)
    );
    assert_eq!(due.text(&person.state.log.profile()), "2027-01-31");
}

#[test]
fn the_focus_goes_with_a_form_whose_entry_is_deleted_elsewhere() {
    let mut person = Person::new(1);
    let added = the_save(&person.adds(&good_draft("one")));
    let name = person.ids().pop().unwrap();
    let record = Record::read(&added.key, &added.text).unwrap();
    let gone = tombstone(name.as_str(), &[record], NOW, 7);
    person.does(Action::Edit(name));
    assert!(person.state.form_is_in_list());
    let arrived = Action::Arrived(gone.key(), Some(gone.to_json()));
    assert_eq!(
        person.does(arrived.clone()),
        [Effect::Focus(Focus::Field(Field::Title))]
    );
    assert!(!person.state.form_is_in_list());
    assert_eq!(person.does(arrived), [], "only where it moves");
}

#[test]
fn the_fields_that_a_fault_needs_are_unfolded() {
    let mut person = Person::new(1);
    person.does(Action::Add);
    person.types(&good_draft("one"));
    person.does(Action::Change(Change::Date(text("2026-12-01"))));
    assert!(!person.state.form.as_ref().unwrap().is_unfolded);
    person.does(Action::Save);
    assert!(person.state.form.as_ref().unwrap().is_unfolded);
    assert_eq!(
        person.does(Action::SayWhatIHold),
        [Effect::Focus(Focus::Holdings)]
    );
    // What is folded is not drawn, so a fault there could not even take the focus.
    for (field, is_unfolded) in [
        (Field::ApprovedFor, true),
        (Field::Notes, true),
        (Field::Sponsor, false),
    ] {
        let mut person = Person::new(1);
        person.does(Action::Add);
        person.types(&good_draft("one"));
        person.does(Action::Change(Change::Text(field, "x".repeat(20_000))));
        let focus = Effect::Focus(Focus::Field(field));
        assert_eq!(person.does(Action::Save), [focus], "{field:?}");
        let form = person.state.form.as_ref().unwrap();
        assert_eq!(form.is_unfolded, is_unfolded, "{field:?}");
    }
}

#[test]
fn fields_that_were_unfolded_stay_so_for_the_next_activity() {
    for is_unfolded in [true, false] {
        let mut person = Person::new(1);
        person.does(Action::Add);
        person.types(&good_draft("one"));
        assert_eq!(person.does(Action::UnfoldForm(is_unfolded)), []);
        person.does(Action::SaveAndAddAnother);
        let form = person.state.form.as_ref().unwrap();
        assert_eq!(form.is_unfolded, is_unfolded);
        assert_eq!(form.draft.title, "");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The standing follows

#[test]
fn the_standing_is_that_of_what_is_shown() {
    let mut person = Person::new(1);
    person.does(Action::Hold(CredentialId::Cpc, true));
    person.adds(&good_draft("one"));
    person.adds(&good_draft("two"));
    let aapc = |person: &Person| {
        let entries = person.state.log.entries();
        let aapc = person.state.ledger(&entries).aapc.unwrap();
        (aapc.now.counted.to_string(), aapc.now.to_do.to_string())
    };
    assert_eq!(aapc(&person), ("3".to_owned(), "33".to_owned()));
    let name = person.ids().pop().unwrap();
    person.does(Action::Delete(name));
    assert_eq!(aapc(&person), ("1.5".to_owned(), "34.5".to_owned()));
    person.does(Action::ProfileText(ProfileField::AapcTracker, text("57.5")));
    assert_eq!(aapc(&person), ("1.5".to_owned(), "56".to_owned()));
}

#[test]
fn a_plan_is_kept_until_one_plans_anew() {
    let total = |person: &Person| person.state.log.profile().plan().map(|plan| plan.total);
    let change = |person: &Person| {
        let entries = person.state.log.entries();
        let aapc = person.state.ledger(&entries).aapc?;
        let change = aapc.plan_change?;
        Some((
            change.then.total,
            change.now,
            change.other_edition,
            change.other_reasons,
        ))
    };
    let (whole, both) = (Ceus::whole(36), Ceus::whole(48));
    let mut person = Person::new(1);
    person.does(Action::RenewalMonth(Some(Month::January)));
    assert_eq!(
        total(&person),
        None,
        "nothing is held, so nothing is planned"
    );
    person.does(Action::Hold(CredentialId::Cpc, true));
    assert_eq!(total(&person), Some(whole));
    // Whoever says that they hold more plans for more.
    person.does(Action::Hold(CredentialId::Coc, true));
    assert_eq!((total(&person), change(&person)), (Some(both), None));

    // Another table changes what is asked and not what was planned.
    person.does(Action::Switch(Edition::Latest));
    let became = Some((both, Ceus::whole(40), true, false));
    assert_eq!((total(&person), change(&person)), (Some(both), became));
    // What else changes is told along with it, until one plans anew.
    person.does(Action::Hold(CredentialId::Cpma, true));
    let became = Some((both, Ceus::whole(44), true, true));
    assert_eq!((total(&person), change(&person)), (Some(both), became));
    assert_eq!(
        person.does(Action::PlanAnew).last(),
        Some(&Effect::Focus(Focus::Account(Body::Aapc)))
    );
    assert_eq!(
        (total(&person), change(&person)),
        (Some(Ceus::whole(44)), None)
    );

    // There and back again is no change.
    person.does(Action::Switch(Edition::Article));
    assert!(change(&person).is_some());
    person.does(Action::Switch(Edition::Latest));
    assert_eq!(change(&person), None);
    // With nothing held nothing is planned, and what is held next is planned for.
    for id in [CredentialId::Cpc, CredentialId::Coc, CredentialId::Cpma] {
        person.does(Action::Hold(id, false));
    }
    person.does(Action::Hold(CredentialId::Cic, true));
    assert_eq!((total(&person), change(&person)), (Some(whole), None));
}

#[test]
fn a_log_from_before_there_were_plans_is_planned_at_the_first_switch() {
    let mut person = Person::new(1);
    let mut profile = Profile::default();
    profile.hold(CredentialId::Cpc, true);
    profile.hold(CredentialId::Coc, true);
    let record = Record::replacing(
        RecordId::Profile,
        Content::Profile(Box::new(profile)),
        &[],
        5,
        5,
    );
    person.does(Action::Arrived(record.key(), Some(record.to_json())));
    person.does(Action::Switch(Edition::Latest));
    let plan = person.state.log.profile().plan().unwrap();
    assert_eq!(
        (plan.edition, plan.total),
        (Edition::Article, Ceus::whole(48))
    );
}

#[test]
fn cycles_are_looked_at_and_marked_as_submitted() {
    let mut person = Person::new(1);
    person.does(Action::Hold(CredentialId::Cpc, true));
    person.does(Action::ProfileText(
        ProfileField::AapcDue,
        text("2027-01-31"),
    ));
    let last = |person: &Person| {
        let entries = person.state.log.entries();
        let aapc = person.state.ledger(&entries).aapc.unwrap();
        (aapc.cycle.unwrap().0.last, aapc.dates.unwrap().submitted)
    };
    assert_eq!(last(&person), (day(2027, 1, 31), None));
    assert_eq!(
        person.does(Action::Look(Body::Aapc, -1)),
        [Effect::Focus(Focus::Account(Body::Aapc))]
    );
    assert_eq!(last(&person), (day(2025, 1, 31), None));
    // Marked as submitted today; the day can be mended, and taken back.
    let due = day(2025, 1, 31);
    let effects = person.does(Action::Submit(Body::Aapc, due));
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Submitted(Body::Aapc)))
    );
    assert_eq!(last(&person), (due, Some(today())));
    let field = ProfileField::Submitted(Body::Aapc, due);
    person.does(Action::ProfileText(field, text("2025-01-20")));
    assert_eq!(last(&person), (due, Some(day(2025, 1, 20))));
    assert_eq!(field.text(&person.state.log.profile()), "2025-01-20");
    // Emptied by the picker its field stays until it is left: else the focus would go with it.
    person.does(Action::ChangeProfile(field, text("")));
    assert_eq!(last(&person), (due, None));
    assert!(person.state.is_typing(field));
    person.does(Action::ProfileText(field, text("")));
    assert_eq!(last(&person), (due, None));
    assert!(!person.state.is_typing(field));
    // The other body is looked at by itself.
    person.does(Action::Look(Body::Ahima, 1));
    assert_eq!(
        (person.state.looking.aapc, person.state.looking.ahima),
        (-1, 1)
    );
}

#[test]
fn the_last_period_is_told_beside_the_present_one_until_it_is_submitted() {
    let mut person = Person::new(1);
    person.does(Action::Hold(CredentialId::Cpc, true));
    person.does(Action::ProfileText(
        ProfileField::AapcDue,
        text("2027-01-31"),
    ));
    person.adds(&good_draft("one"));
    let told = |person: &Person| {
        let entries = person.state.log.entries();
        let before = person.state.unsubmitted(&entries)?;
        Some((before.cycle?.0.last, before.now.to_do))
    };
    assert_eq!(told(&person), None, "it is the present one");
    person.today = day(2027, 2, 1);
    person.does(Action::Look(Body::Aapc, 0));
    let due = day(2027, 1, 31);
    let open = Some((due, Ceus::hundredths(3_450)));
    assert_eq!(told(&person), open);
    // Whoever looks at it, or at another, is told there.
    for elsewhere in [-1, 1] {
        person.does(Action::Look(Body::Aapc, elsewhere));
        assert_eq!(told(&person), None);
    }
    person.does(Action::Look(Body::Aapc, 0));
    person.does(Action::Look(Body::Ahima, -1));
    assert_eq!(told(&person), open);
    person.does(Action::Submit(Body::Aapc, due));
    assert_eq!(told(&person), None);
}

#[test]
fn what_is_told_of_a_credential_or_specialty_is_kept() {
    let mut person = Person::new(1);
    let since = ProfileField::Since(CredentialId::Ccs);
    person.does(Action::ProfileText(since, text("2024-05-06")));
    let profile = person.state.log.profile();
    assert_eq!(profile.since(CredentialId::Ccs), Some(day(2024, 5, 6)));
    assert_eq!(since.text(&profile), "2024-05-06");
    let named = ProfileField::Specialties;
    person.does(Action::ProfileText(named, text(" cedc , CPEDC;cedc,")));
    let profile = person.state.log.profile();
    assert_eq!(profile.specialties, ["CEDC", "CPEDC"]);
    assert_eq!(named.text(&profile), "CEDC, CPEDC");
    person.does(Action::ProfileText(named, text(&"x".repeat(301))));
    assert_eq!(person.state.log.profile().specialties, ["CEDC", "CPEDC"]);
    assert_eq!(
        person.state.profile_typing[0].fault,
        Some(Fault::TooLong(300))
    );
    person.does(Action::ProfileText(named, text("")));
    assert_eq!(person.state.log.profile().specialties, [""; 0]);
}

#[test]
fn a_wrong_day_leaves_the_one_that_was_there_before_it_was_typed() {
    let mut person = Person::new(1);
    let since = ProfileField::Since(CredentialId::Cpc);
    let told = |person: &Person| person.state.log.profile().since(CredentialId::Cpc);
    person.does(Action::ProfileText(since, text("2025-08-01")));
    // A date field says that it changed at each part of a date, and most of them are days.
    for on_the_way in ["2025-02-01", "2025-02-03"] {
        person.does(Action::ChangeProfile(since, text(on_the_way)));
    }
    assert_eq!(told(&person), Some(day(2025, 2, 3)), "taken at once");
    person.does(Action::ChangeProfile(since, Typed::Unreadable));
    person.does(Action::ProfileText(since, Typed::Unreadable));
    assert_eq!(told(&person), Some(day(2025, 8, 1)));
    assert_eq!(person.state.profile_typing[0].fault, Some(Fault::NoSuchDay));
    // A good one takes its place, and what was before is forgotten.
    person.does(Action::ChangeProfile(since, text("2025-09-09")));
    person.does(Action::ProfileText(since, text("2025-09-09")));
    assert_eq!(told(&person), Some(day(2025, 9, 9)));
    assert!(person.state.profile_typing.is_empty());
}

#[test]
fn a_trackers_number_is_of_the_period_in_which_it_was_read() {
    let mut person = Person::new(1);
    person.does(Action::Hold(CredentialId::Cpc, true));
    person.does(Action::ProfileText(
        ProfileField::AapcDue,
        text("2027-01-31"),
    ));
    person.does(Action::ProfileText(ProfileField::AapcTracker, text("27")));
    let asked = |person: &Person, looking: i32, today: NaiveDate| {
        let mut state = person.state.clone();
        state.looking.aapc = looking;
        state.today = today;
        let entries = state.log.entries();
        let asked = state.ledger(&entries).aapc.unwrap().asked;
        (asked.total.unwrap(), asked.outdated)
    };
    let (ours, theirs) = (Ceus::whole(36), Ceus::whole(27));
    let next_year = day(2027, 3, 1);
    assert_eq!(asked(&person, 0, today()), (theirs, None));
    assert_eq!(asked(&person, 1, today()), (ours, None));
    // In the next period the number waits to be typed anew; the last one keeps it.
    assert_eq!(asked(&person, 0, next_year), (ours, Some(theirs)));
    assert_eq!(asked(&person, -1, next_year), (theirs, None));
    // A field that was only looked at changes nothing; the same number typed again is of the new period.
    person.today = next_year;
    person.does(Action::ProfileText(ProfileField::AapcTracker, text("27")));
    assert_eq!(asked(&person, 0, next_year), (ours, Some(theirs)));
    person.does(Action::ProfileText(ProfileField::AapcTracker, text("")));
    person.does(Action::ProfileText(ProfileField::AapcTracker, text("27")));
    assert_eq!(asked(&person, 0, next_year), (theirs, None));
    // A number is taken once it is complete, so nothing is put back for a wrong one after it, least of all with today's day.
    let field = ProfileField::AapcTracker;
    person.does(Action::ChangeProfile(field, text("30")));
    person.does(Action::ProfileText(field, text("many")));
    assert_eq!(asked(&person, 0, next_year), (Ceus::whole(30), None));
}

#[test]
fn an_entry_is_marked_as_entered() {
    let mut person = Person::new(1);
    let mut draft = good_draft("one");
    draft.ahima.is_claimed = true;
    draft.ahima.ceus = "1".to_owned();
    person.adds(&draft);
    let one = person.ids().pop().unwrap();
    let entered = |person: &Person| {
        let entry = person.state.log.entry(&person.ids()[0]).unwrap();
        (
            entry.aapc.as_ref().unwrap().entered,
            entry.ahima.as_ref().unwrap().entered,
        )
    };
    let effects = person.does(Action::Enter(one.clone(), Body::Aapc));
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Tracker(Body::Aapc)))
    );
    assert_eq!(entered(&person), (true, false));
    assert!(matches!(
        &person.state.notice,
        Some(Notice::Wrote(Wrote {
            deed: Deed::Entered,
            ..
        }))
    ));
    // While it is being changed the form would not know.
    person.does(Action::Edit(one.clone()));
    person.does(Action::Enter(one.clone(), Body::Ahima));
    assert_eq!(entered(&person), (true, false));
    assert_eq!(person.state.notice, Some(Notice::FormIsOpen));
    person.does(Action::Cancel);
    person.does(Action::Enter(one, Body::Ahima));
    assert_eq!(entered(&person), (true, true));
    assert_eq!(person.does(Action::Enter(id("nobody"), Body::Aapc)), []);
}

#[test]
fn today_is_the_day_of_the_last_action() {
    let state = State::new(today(), View::Path, None);
    let env = Env {
        today: day(2027, 1, 1),
        now_millis: NOW,
        random: 1,
        dates: coderpath::app::DateOrder::MonthFirst,
        zone: 0,
        names: words::SHEET_NAMES,
    };
    let (state, _) = update(state, Action::Show(View::Log), env);
    assert_eq!(state.today, day(2027, 1, 1));
    let (state, _) = update(state, Action::Add, env);
    assert_eq!(state.form.unwrap().draft.date.text(), "2027-01-01");
}

// ---------------------------------------------------------------------------------------------------------------------
// Anything at all

fn any_action() -> impl Strategy<Value = Action> {
    let choices: Vec<Choice> = QUESTIONS
        .iter()
        .flat_map(|question| question.options.iter().map(|option| option.choice))
        .collect();
    let entry = plain_entry("arrived", day(2026, 1, 1));
    let first = entry_record("a", entry.clone(), &[], 5, 5);
    let second = entry_record("a", entry, std::slice::from_ref(&first), 6, 6);
    let gone = tombstone("a", std::slice::from_ref(&first), 7, 7);
    let settled = second.stamp;
    let mut elsewhere = Log::default();
    elsewhere.add(entry_record(
        "b",
        plain_entry("restored", day(2026, 1, 2)),
        &[],
        8,
        8,
    ));
    let records = vec![first, second, gone];
    prop_oneof![
        proptest::sample::select(choices).prop_map(Action::Choose),
        proptest::sample::select(vec![
            Action::Next,
            Action::Next,
            Action::Back,
            Action::StartAgain,
            Action::Search("grey".to_owned()),
            Action::OpenFaq(FaqId::Prorated, true),
            Action::OpenFaq(FaqId::Prorated, false),
            Action::ShowFaq(FaqId::Revoked),
            Action::Add,
            Action::Save,
            Action::SaveAndAddAnother,
            Action::SameSponsor,
            Action::Cancel,
            Action::Step(Way::Undo),
            Action::Step(Way::Undo),
            Action::Step(Way::Redo),
            Action::Settle(RecordId::Entry(id("a")), settled),
            Action::KeepBoth(id("a")),
            Action::Seen,
            Action::PutBack,
            Action::LetGo,
            Action::BackUp,
            Action::RemindLater,
            Action::OpenBackup(elsewhere.backup(today())),
            Action::Restore,
            Action::CloseBackup,
            Action::ClearFilter,
            Action::Filter(FilterChange::Text("zebra".to_owned())),
            Action::OpenPeriod(day(2025, 2, 1), true),
            Action::DrawEarlier(day(2025, 2, 1)),
            Action::DrawAll(id("a")),
            Action::OpenAccount(Body::Aapc, true),
            Action::AuditPack(PackChange::Open(Body::Aapc)),
            Action::AuditPack(PackChange::Close),
            Action::AuditPack(PackChange::Name("Ana".to_owned())),
            Action::AuditPack(PackChange::Keep(true)),
            Action::AuditPack(PackChange::Print),
            Action::Paper(true),
            Action::TakeUp("coderpath:draft:a".to_owned()),
            Action::ThrowAway("coderpath:draft:a".to_owned()),
            Action::DraftsFound(vec![("coderpath:draft:a".to_owned(), "{".to_owned())]),
            Action::Edit(id("a")),
            Action::Delete(id("a")),
            Action::Hold(CredentialId::CpcA, true),
            Action::Switch(Edition::Latest),
            Action::RenewalMonth(Some(Month::February)),
            Action::RenewalMonth(None),
            Action::Look(Body::Aapc, -1),
            Action::Submit(Body::Aapc, day(2028, 2, 29)),
            Action::PlanAnew,
            Action::Enter(id("a"), Body::Aapc),
            Action::ProfileText(ProfileField::AapcDue, text("2026-02-30")),
            Action::ProfileText(ProfileField::AapcDue, text("2026-02-28")),
            Action::Change(Change::Text(Field::Title, "typed".to_owned())),
            Action::Change(Change::Text(Field::AapcCeus, "x".to_owned())),
            Action::Change(Change::Text(Field::AapcCeus, "2".to_owned())),
        ]),
        (proptest::sample::select(records), any::<bool>()).prop_map(|(record, there)| {
            Action::Arrived(record.key(), there.then(|| record.to_json()))
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done in whatever order: nothing panics, every write can be read back as it is in memory, and the
    /// state says it is safe exactly when every write was confirmed.
    #[test]
    fn any_actions_in_any_order(actions in proptest::collection::vec((any_action(), any::<bool>()), 0..40)) {
        let mut person = Person::new(1);
        for (action, fails) in actions {
            let effects = person.does(action);
            for save in saves(&effects) {
                let record = Record::read(&save.key, &save.text).unwrap();
                prop_assert!(person.state.log.version(&record.id, record.stamp).is_some());
                prop_assert!(!save.replaced.contains(&save.key), "never its own");
                prop_assert!(!person.state.keeping.is_safe());
                person.stored(&save, if fails { Err(StorageError::Full) } else { Ok(()) });
            }
            prop_assert!(person.state.keeping.waiting.is_empty());
            let keeping = &person.state.keeping;
            prop_assert_eq!(keeping.is_safe(), keeping.unsaved.is_empty() && keeping.missing.is_empty());
            if let Position::Question(at) = person.state.quiz.at {
                let progress = person.state.quiz.progress(at);
                prop_assert!(1 <= progress.number && progress.number <= progress.of);
            }
        }
    }
}

fn any_step_of_a_holder() -> impl Strategy<Value = Action> {
    let credential = proptest::sample::select(vec![
        CredentialId::Cpc,
        CredentialId::Coc,
        CredentialId::Cpma,
        CredentialId::Cdeo,
        CredentialId::Ccs,
    ]);
    let field = |field, texts: &[&'static str]| {
        let texts = proptest::sample::select(texts.to_vec());
        texts.prop_map(move |told| Action::ProfileText(field, text(told)))
    };
    prop_oneof![
        4 => (credential.clone(), any::<bool>()).prop_map(|(id, is_held)| Action::Hold(id, is_held)),
        2 => credential.prop_map(|id| Action::ProfileText(ProfileField::Since(id), text("2026-03-01"))),
        1 => (0..3_u8).prop_map(Action::OtherAapc),
        1 => field(ProfileField::AapcDue, &["2027-01-31", "2026-10-31", ""]),
        1 => field(ProfileField::AapcTracker, &["40", "27", ""]),
        1 => Just(Action::RenewalMonth(Some(Month::March))),
        1 => Just(Action::PlanAnew),
        1 => proptest::sample::select(vec![Edition::Article, Edition::Latest]).prop_map(Action::Switch),
        1 => (-1..=1_i32).prop_map(|offset| Action::Look(Body::Aapc, offset)),
        1 => Just(Action::Submit(Body::Aapc, day(2026, 10, 31))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// There and back again is no change, whatever was held and planned: not of what is asked, nor of what became of a plan.
    #[test]
    fn to_switch_the_table_twice_changes_nothing(
        steps in proptest::collection::vec(any_step_of_a_holder(), 0..12),
        page in proptest::option::of(proptest::sample::select(vec![Edition::Article, Edition::Latest])),
    ) {
        let mut person = Person::new(1);
        person.does(Action::PageEdition(page));
        person.adds(&good_draft("one"));
        for step in steps {
            person.does(step);
        }
        let before = person.state.clone();
        let edition = before.edition();
        person.does(Action::Switch(edition.other()));
        prop_assert_eq!(person.state.edition(), edition.other());
        person.does(Action::Switch(edition));
        prop_assert_eq!(person.state.edition(), edition);
        let (then, now) = (before.log.entries(), person.state.log.entries());
        prop_assert_eq!(before.ledger(&then), person.state.ledger(&now));
        let plan = |state: &State| state.log.profile().plan();
        prop_assert!(plan(&before).is_none() || plan(&before) == plan(&person.state));
    }
}

/// What each version of a conflict is called, the newest last.
fn versions(person: &Person) -> Vec<String> {
    let name = person.ids().pop().unwrap();
    let heads = person.state.log.heads(&RecordId::Entry(name));
    let title = |record: &&Record| match &record.content {
        Content::Entry(entry) => entry.title.clone(),
        _ => "deleted".to_owned(),
    };
    heads.iter().map(title).collect()
}

fn in_conflict() -> Two {
    let mut two = Two::with("one");
    let name = two.here.ids().pop().unwrap();
    two.here.does(Action::Edit(name));
    two.here.does(Action::Change(Change::Text(
        Field::Title,
        "mine".to_owned(),
    )));
    two.edit_there("theirs");
    two.here.does_on(&mut two.storage, Action::Save);
    assert_eq!(two.fresh().len(), 1);
    assert!(two.fresh()[0].ends_with('!'), "{:?}", two.fresh());
    two
}

#[test]
fn of_two_versions_the_reader_chooses_one() {
    for chosen in ["mine", "theirs"] {
        let mut two = in_conflict();
        let id = RecordId::Entry(two.here.ids().pop().unwrap());
        let before = versions(&two.here);
        let heads = two.here.state.log.heads(&id);
        let stamp = heads[before.iter().position(|title| title == chosen).unwrap()].stamp;
        two.here
            .does_on(&mut two.storage, Action::Settle(id.clone(), stamp));
        assert_eq!(two.fresh(), [chosen]);
        // Taken back, it is a conflict again, with the same version shown.
        two.here.does_on(&mut two.storage, Action::Step(Way::Undo));
        assert_eq!(versions(&two.here), before);
        assert_eq!(two.fresh(), shown(&two.here.state.log));
        assert!(two.fresh()[0].ends_with('!'));
        two.here.does_on(&mut two.storage, Action::Step(Way::Redo));
        assert_eq!(two.fresh(), [chosen]);
    }
    // A version that is not there is not chosen.
    let mut two = in_conflict();
    let id = RecordId::Entry(two.here.ids().pop().unwrap());
    let stamp = Record::replacing(id.clone(), Content::Deleted, &[], 1, 1).stamp;
    assert_eq!(two.here.does(Action::Settle(id, stamp)), []);
}

#[test]
fn of_two_versions_each_may_be_an_entry_of_its_own() {
    let mut two = in_conflict();
    let name = two.here.ids().pop().unwrap();
    two.here
        .does_on(&mut two.storage, Action::KeepBoth(name.clone()));
    let mut titles = two.fresh();
    titles.sort();
    assert_eq!(titles, ["mine", "theirs"]);
    two.here.does_on(&mut two.storage, Action::Step(Way::Undo));
    assert_eq!(two.here.titles().len(), 1);
    assert!(two.fresh()[0].ends_with('!'));
    assert_eq!(two.here.does(Action::KeepBoth(id("nobody"))), []);
}

#[test]
fn two_profiles_that_were_made_apart_are_both_kept() {
    let mut storage = Memory::default();
    let (mut here, mut there) = (Person::new(1), Person::new(2));
    here.does_on(&mut storage, Action::Hold(CredentialId::Cpc, true));
    there.does_on(&mut storage, Action::Hold(CredentialId::Ccs, true));
    let mut later = Person::at(&storage, 3);
    assert_eq!(later.state.log.heads(&RecordId::Profile).len(), 2);
    // A further change does not end it in silence.
    later.does_on(&mut storage, Action::OtherAapc(1));
    let heads = later.state.log.heads(&RecordId::Profile);
    assert_eq!(heads.len(), 2);
    let oldest = heads[0].stamp;
    later.does_on(&mut storage, Action::Settle(RecordId::Profile, oldest));
    let fresh = load(&storage).unwrap();
    assert_eq!(fresh.heads(&RecordId::Profile).len(), 1);
    assert_eq!(fresh.profile().other_aapc, 0);
}

#[test]
fn what_something_else_removes_stays_until_the_reader_decides() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    for title in ["one", "two", "three"] {
        person.adds_on(&mut storage, &good_draft(title));
    }
    person.does_on(&mut storage, Action::Delete(person.ids()[0].clone()));
    let all = items(&storage);
    // Another tab, or the blog's own script, empties storage.
    let emptied = |person: &mut Person| {
        person.does(Action::Loaded(Box::default(), None));
        assert_eq!(person.titles(), ["two", "one"]);
        assert_eq!(person.state.keeping.missing.len(), 3, "the deletion too");
        assert!(!person.state.keeping.is_safe());
        assert!(words::missing(&person.state).unwrap().contains("removed 3"));
    };
    let mut put_back = person.clone();
    emptied(&mut put_back);
    let mut fresh = Memory::default();
    put_back.does_on(&mut fresh, Action::PutBack);
    assert_eq!(items(&fresh), all);
    assert!(put_back.state.keeping.is_safe());
    assert_eq!(words::missing(&put_back.state), None);

    let mut let_go = person.clone();
    emptied(&mut let_go);
    let_go.does(Action::LetGo);
    assert!(let_go.titles().is_empty() && let_go.state.keeping.is_safe());

    // It is heard of item by item as well; what comes back is missing no longer.
    let mut heard = person.clone();
    for key in all.keys() {
        heard.does(Action::Arrived(key.clone(), None));
    }
    assert_eq!(
        (heard.titles().len(), heard.state.keeping.missing.len()),
        (2, 3)
    );
    let log = load(&storage).unwrap();
    heard.does(Action::Loaded(Box::new(log), None));
    assert!(heard.state.keeping.is_safe());

    // What another tab replaced is not missing.
    let mut there = Person::at(&storage, 2);
    there.does_on(
        &mut storage,
        Action::Enter(there.ids()[0].clone(), Body::Aapc),
    );
    let log = load(&storage).unwrap();
    person.does(Action::Loaded(Box::new(log), None));
    assert!(person.state.keeping.is_safe());
}

#[test]
fn what_could_not_be_written_is_tried_when_the_page_is_seen_again() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    let save = the_save(&person.adds(&good_draft("one")));
    person.stored(&save, Err(StorageError::Full));
    assert!(!person.state.keeping.is_safe());
    assert_eq!(
        person.clone().does(Action::Seen),
        [Effect::Save(save), Effect::Load]
    );
    person.does_on(&mut storage, Action::Seen);
    assert!(person.state.keeping.is_safe());
    assert_eq!(shown(&load(&storage).unwrap()), ["one"]);
    assert_eq!(person.does(Action::Seen), [Effect::Load]);
}

/// The file of a backup.
fn back_up(person: &mut Person) -> String {
    let effects = person.does(Action::BackUp);
    let [Effect::HandOut(file), Effect::KeepDraft(_)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(file.name, "coderpath-backup-2026-11-23.json");
    file.text.clone()
}

fn told_of_backup(person: &Person) -> String {
    let restoring = person.state.restoring.as_ref().unwrap();
    words::restoring(restoring, person.state.dates).join(" ")
}

/// The log as text, as it is shown.
fn shown_text(of: &AsText) -> &str {
    match of {
        AsText::No => "nothing",
        AsText::Shown { text, .. } => text,
        AsText::Outdated => "outdated",
    }
}

/// Where nothing can be downloaded, the text may be the only copy: it never lacks what was done since.
#[test]
fn a_log_shown_as_text_is_not_there_once_the_log_has_changed() {
    let as_sheet = || Action::Sheet(SheetChange::ExportAsText);
    let mut person = Person::new(1);
    person.adds(&good_draft("one"));
    person.does(Action::BackUpAsText);
    person.does(as_sheet());
    let texts = |person: &Person| {
        let (place, sheets) = (&person.state.place, &person.state.sheets);
        [&place.text, &sheets.text].map(|text| shown_text(text).to_owned())
    };
    assert!(texts(&person).iter().all(|text| text.contains("one")));
    // What changes nothing leaves it there.
    person.does(Action::Seen);
    person.does(Action::Add);
    assert!(texts(&person).iter().all(|text| text.contains("one")));
    person.types(&good_draft("two"));
    person.does(Action::Save);
    assert_eq!(texts(&person), ["outdated", "outdated"]);
    person.does(Action::BackUpAsText);
    person.does(as_sheet());
    assert!(texts(&person).iter().all(|text| text.contains("two")));
    // Another tab or widget changes it too, and so does who takes something back.
    let from_elsewhere = entry_record("elsewhere", plain_entry("three", today()), &[], 5, 5);
    for change in [
        Action::Arrived(from_elsewhere.key(), Some(from_elsewhere.to_json())),
        Action::Step(Way::Undo),
    ] {
        person.does(Action::BackUpAsText);
        person.does(change);
        assert_eq!(texts(&person)[0], "outdated");
    }
    person.does(Action::OpenPlace(false));
    assert_eq!(texts(&person)[0], "nothing");
}

#[test]
fn a_backup_brings_back_an_emptied_log() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.does_on(&mut storage, Action::Hold(CredentialId::Cpc, true));
    for title in ["one", "two"] {
        person.adds_on(&mut storage, &good_draft(title));
    }
    person.does_on(&mut storage, Action::Delete(person.ids()[0].clone()));
    storage
        .set("coderpath:1:entry:half:x", "{\"v\":1,")
        .unwrap();
    let mut person = Person::at(&storage, 3);
    let file = back_up(&mut person);
    let mut fresh = Memory::default();
    let mut other = Person::new(2);
    other.does(Action::OpenBackup(file.clone()));
    let told = told_of_backup(&other);
    assert_eq!(
        told,
        "This backup was made on November 23, 2026. It would add one activity. It would change what you hold, or its \
         dates. What could not be read when it was made (1) would be put back as it was."
    );
    assert!(
        other.titles().is_empty(),
        "nothing is done before it is asked for"
    );
    other.does_on(&mut fresh, Action::Restore);
    assert_eq!(items(&fresh), items(&storage));
    assert_eq!(other.state.log, load(&storage).unwrap());
    assert_eq!(notice(&other.state), "Restored.");
    // Twice changes nothing.
    other.does(Action::OpenBackup(file));
    let told = told_of_backup(&other);
    assert!(told.contains("There is nothing to restore."), "{told}");
    other.does_on(&mut fresh, Action::Restore);
    assert_eq!(items(&fresh), items(&storage));
    // And it can be taken back.
    other.does_on(&mut fresh, Action::Step(Way::Undo));
    assert!(other.titles().is_empty() && other.state.log.profile() == Profile::default());
}

/// A backup of so many activities.
fn long_backup(many: u32) -> Log {
    let mut log = Log::default();
    for nth in 0..many {
        let entry = plain_entry(&nth.to_string(), today());
        log.add(entry_record(&format!("l{nth}"), entry, &[], 5, nth));
    }
    log
}

/// Gives the page time, until there is nothing more to do or something is said. How often, and the most that was written
/// at once.
fn goes_on(person: &mut Person, storage: &mut Memory, until: &str) -> (usize, usize) {
    let (mut times, mut most) = (0, 0);
    loop {
        let effects = person.does(Action::GoOn);
        let to_write = saves(&effects);
        most = most.max(to_write.len());
        for save in to_write {
            coderpath::store::save(storage, &save).unwrap();
            person.stored(&save, Ok(()));
        }
        times += 1;
        let is_said = person.state.restoring.is_some() && told_of_backup(person).contains(until);
        if !effects.contains(&Effect::GoOn) || is_said {
            return (times, most);
        }
    }
}

#[test]
fn a_long_backup_is_restored_in_slices() {
    let backup = long_backup(600);
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.adds_on(&mut storage, &good_draft("own"));
    let effects = person.does(Action::OpenBackup(backup.backup(today())));
    assert_eq!(effects, [Effect::Focus(Focus::Restoring), Effect::GoOn]);
    let told = told_of_backup(&person);
    assert_eq!(told, "Reading the backup: 250 of 600 items.");
    goes_on(&mut person, &mut storage, "Comparing it");
    let told = told_of_backup(&person);
    assert_eq!(told, "Comparing it with the log: 250 of 600 items.");
    goes_on(&mut person, &mut storage, "It would add");
    assert!(told_of_backup(&person).contains("It would add 600 activities."));

    let first = saves(&person.does(Action::Restore));
    assert_eq!(first.len(), 100);
    // The next come when these are stored.
    assert_eq!(person.does(Action::GoOn), [Effect::GoOn]);
    for save in first {
        coderpath::store::save(&mut storage, &save).unwrap();
        person.stored(&save, Ok(()));
    }
    let told = told_of_backup(&person);
    assert_eq!(told, "Restoring: 100 of 600 items.");
    let (times, most) = goes_on(&mut person, &mut storage, "nothing of the kind");
    assert_eq!((times, most), (5, 100));
    assert_eq!(person.state.restoring, None);
    assert_eq!(notice(&person.state), "Restored.");
    assert_eq!(person.titles().len(), 601);
    assert_eq!(load(&storage).unwrap(), person.state.log);
    // One step takes all of it back.
    person.does_on(&mut storage, Action::Step(Way::Undo));
    assert_eq!(shown(&load(&storage).unwrap()), ["own"]);
}

#[test]
fn restoring_can_be_broken_off() {
    let file = long_backup(600).backup(today());
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    // While it is read and compared nothing has come of it.
    for until in ["Reading", "Comparing", "It would add"] {
        person.does(Action::OpenBackup(file.clone()));
        goes_on(&mut person, &mut storage, until);
        person.does(Action::CloseBackup);
        assert_eq!(person.state.restoring, None);
        assert!(person.titles().is_empty() && items(&storage).is_empty());
    }
    // To open another ends it as breaking off does.
    for end in [Action::CloseBackup, Action::OpenBackup(String::new())] {
        let (mut storage, mut person) = (Memory::default(), Person::new(1));
        person.does(Action::OpenBackup(file.clone()));
        goes_on(&mut person, &mut storage, "It would add");
        for save in saves(&person.does(Action::Restore)) {
            coderpath::store::save(&mut storage, &save).unwrap();
            person.stored(&save, Ok(()));
        }
        assert_eq!(person.titles().len(), 100);
        person.does(end);
        assert_eq!(
            notice(&person.state),
            "You broke off. What was restored before stays; Undo takes it out again."
        );
        assert_eq!(load(&storage).unwrap(), person.state.log);
        person.does_on(&mut storage, Action::Step(Way::Undo));
        assert!(person.titles().is_empty());
        person.does(Action::CloseBackup);
    }
}

#[test]
fn what_is_changed_while_a_backup_is_restored_is_no_part_of_it() {
    let file = long_backup(300).backup(today());
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.does(Action::OpenBackup(file.clone()));
    goes_on(&mut person, &mut storage, "It would add");
    for save in saves(&person.does(Action::Restore)) {
        coderpath::store::save(&mut storage, &save).unwrap();
        person.stored(&save, Ok(()));
    }
    let changed = person.ids()[0].clone();
    person.does(Action::Edit(changed.clone()));
    person.types(&good_draft("mine"));
    for save in saves(&person.does(Action::Save)) {
        coderpath::store::save(&mut storage, &save).unwrap();
        person.stored(&save, Ok(()));
    }
    goes_on(&mut person, &mut storage, "nothing of the kind");
    assert_eq!(person.titles().len(), 300);
    // The change was made later, so it is taken back first, and all that came after it.
    person.does_on(&mut storage, Action::Step(Way::Undo));
    assert_eq!(person.ids().len(), 300);
    assert!(!person.titles().contains(&"mine".to_owned()));
    person.does_on(&mut storage, Action::Step(Way::Undo));
    assert_eq!(person.ids(), []);
    assert_eq!(notice(&person.state), "Undone: the backup restored.");
    for _ in 0..2 {
        person.does_on(&mut storage, Action::Step(Way::Redo));
    }
    assert!(person.titles().contains(&"mine".to_owned()));

    // What another tab changed since stays, and it is told.
    let earlier = person.state.log.heads(&RecordId::Entry(changed.clone()))[0].clone();
    let theirs = plain_entry("theirs", today());
    let theirs = entry_record(changed.as_str(), theirs, &[earlier], u64::MAX / 4, 9);
    coderpath::store::save(&mut storage, &Save::item(theirs.key(), theirs.to_json())).unwrap();
    person.does(Action::Arrived(theirs.key(), Some(theirs.to_json())));
    for _ in 0..2 {
        person.does_on(&mut storage, Action::Step(Way::Undo));
    }
    assert_eq!(person.ids(), [changed]);
    assert_eq!(
        notice(&person.state),
        "Undone, but for what was changed in another place since: the backup restored."
    );

    // Where nothing came before it was stopped nothing is said of it.
    let mut person = Person::at(&storage, 2);
    person.does(Action::OpenBackup(long_backup(0).backup(today())));
    person.does(Action::CloseBackup);
    assert_eq!(person.state.notice, None);
}

#[test]
fn where_storage_is_full_a_long_backup_comes_into_memory() {
    let file = long_backup(600).backup(today());
    let mut person = Person::new(1);
    person.does(Action::OpenBackup(file));
    goes_on(&mut person, &mut Memory::default(), "It would add");
    let mut tried = 0;
    let mut effects = person.does(Action::Restore);
    loop {
        for save in saves(&effects) {
            tried += 1;
            person.stored(&save, Err(StorageError::Full));
        }
        if !effects.contains(&Effect::GoOn) {
            break;
        }
        effects = person.does(Action::GoOn);
    }
    assert_eq!(person.titles().len(), 600);
    assert_eq!(
        notice(&person.state),
        "Restored here, but not all of it is stored."
    );
    assert!(tried <= 800, "{tried} writes were tried");
}

/// A person in whose log a backup of so many activities was restored, and what is still to be written of it.
fn just_restored(person: &mut Person, many: u32) -> Vec<Save> {
    person.does(Action::OpenBackup(long_backup(many).backup(today())));
    saves(&person.does(Action::Restore))
}

#[test]
fn a_backup_is_called_restored_once_all_of_it_is_stored_and_whatever_else_fails() {
    let mut person = Person::new(1);
    let to_store = just_restored(&mut person, 3);
    assert_eq!(to_store.len(), 3);
    for save in &to_store {
        assert_eq!(
            notice(&person.state),
            "Restored here; the last of it is being stored."
        );
        person.stored(save, Ok(()));
    }
    assert_eq!(notice(&person.state), "Restored.");
    // What cannot be stored later is no part of it, and what could not before is neither.
    let switch = Action::Hold(CredentialId::Cpc, true);
    let other = the_save(&person.does(switch.clone()));
    person.stored(&other, Err(StorageError::Full));
    assert!(words::keeping(&person.state).is_some());
    assert_eq!(notice(&person.state), "Restored.");
    let mut person = Person::new(1);
    let other = the_save(&person.does(switch));
    person.stored(&other, Err(StorageError::Full));
    for save in just_restored(&mut person, 3) {
        let result = if save == other {
            Err(StorageError::Full)
        } else {
            Ok(())
        };
        person.stored(&save, result);
    }
    assert_eq!(notice(&person.state), "Restored.");
    // One of its own is.
    let mut person = Person::new(1);
    let to_store = just_restored(&mut person, 3);
    for (nth, save) in to_store.iter().enumerate() {
        let result = if nth == 1 {
            Err(StorageError::Full)
        } else {
            Ok(())
        };
        person.stored(save, result);
    }
    assert_eq!(
        notice(&person.state),
        "Restored here, but not all of it is stored."
    );
    // Until it is.
    person.does(Action::Seen);
    person.stored(&to_store[1], Ok(()));
    assert_eq!(notice(&person.state), "Restored.");
}

/// Outside the log, what is not stored is told only where there is something to lose.
#[test]
fn what_could_not_be_stored_is_told_in_every_view() {
    let switch = Action::Switch(Edition::Latest);
    for view in View::ALL {
        let mut person = Person::new(1);
        person.does(Action::Show(view));
        let tells = |person: &Person| person.state.tells_of_keeping();
        assert!(!tells(&person));
        let save = the_save(&person.does(switch.clone()));
        assert!(!tells(&person), "it is being stored");
        let mut stored = person.clone();
        stored.stored(&save, Ok(()));
        assert!(!tells(&stored));
        person.stored(&save, Err(StorageError::Full));
        assert_eq!(tells(&person), view != View::Log);
        assert!(words::keeping(&person.state).unwrap().contains("is full"));

        let mut in_memory = Person::new(2);
        in_memory.does(Action::Show(view));
        let refused = Action::Loaded(Box::default(), Some(StorageError::Refused));
        in_memory.does(refused);
        assert!(!tells(&in_memory), "there is nothing to lose");
        let save = the_save(&in_memory.does(switch.clone()));
        in_memory.stored(&save, Ok(()));
        assert_eq!(tells(&in_memory), view != View::Log);
    }
}

/// It is the text to the letter, whatever is in it, in a file that is named by its key.
#[test]
fn a_record_that_cannot_be_read_is_handed_out_as_it_is() {
    let items = [
        (
            "coderpath:1:entry:a/..\\b:x\u{202e}",
            "{\"v\":1,\u{0}\"id",
            "coderpath-1-entry-a----b-x-.txt",
        ),
        (
            "coderpath:2:entry:b:0-1",
            "{\"v\":2}",
            "coderpath-2-entry-b-0-1.txt",
        ),
    ];
    let mut person = Person::new(1);
    for (key, text, name) in items {
        person.does(Action::Arrived(key.to_owned(), Some(text.to_owned())));
        let effects = person.does(Action::HandOutUnread(key.to_owned()));
        let [Effect::HandOut(file)] = &effects[..] else {
            panic!("{effects:?}");
        };
        assert_eq!((file.name.as_str(), file.text.as_str()), (name, text));
    }
    assert_eq!(person.state.log.unread().count(), 2, "they stay");
    person.state.log.cannot_read(items[0].0);
    for key in [items[0].0, "coderpath:1:entry:none:x"] {
        assert_eq!(person.does(Action::HandOutUnread(key.to_owned())), []);
    }
}

#[test]
fn a_backup_never_brings_back_what_was_deleted_since() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.adds_on(&mut storage, &good_draft("one"));
    let file = back_up(&mut person);
    person.does_on(&mut storage, Action::Delete(person.ids()[0].clone()));
    let before = items(&storage);
    person.does(Action::OpenBackup(file));
    person.does_on(&mut storage, Action::Restore);
    assert_eq!(items(&storage), before);
    assert!(person.titles().is_empty());
}

#[test]
fn a_backup_is_not_written_over_what_a_later_release_wrote() {
    let record = entry_record("a", plain_entry("old", today()), &[], 5, 5);
    let mut backup = Log::default();
    backup.add(record.clone());
    let mut storage = Memory::default();
    let newer = record.to_json().replacen("{\"v\":1", "{\"v\":99", 1);
    storage.set(&record.key(), &newer).unwrap();
    let mut person = Person::at(&storage, 1);
    person.does(Action::OpenBackup(backup.backup(today())));
    let told = told_of_backup(&person);
    assert!(told.contains("There is nothing to restore."), "{told}");
    person.does_on(&mut storage, Action::Restore);
    assert_eq!(storage.get(&record.key()), Ok(Some(newer)));
}

#[test]
fn a_browser_that_does_not_promise_to_keep_the_log_is_told_of() {
    let mut person = Person::new(1);
    let is_refused = |person: &mut Person, action| {
        person.does(action);
        person.state.place.is_refused
    };
    // To look is not to ask.
    assert!(!is_refused(&mut person, Action::Kept(false)));
    assert_eq!(person.does(Action::AskToKeep), [Effect::AskToKeep]);
    assert!(!person.state.place.is_refused);
    assert!(is_refused(&mut person, Action::Kept(false)));
    assert!(!is_refused(&mut person, Action::Kept(true)));
}

#[test]
fn what_is_no_backup_says_why() {
    let mut person = Person::new(1);
    let huge = " ".repeat(16_000_001);
    let many = |many: usize| {
        let items = vec!["\"\":1"; many].join(",");
        format!(r#"{{"coderpath":"backup","v":1,"made":"2026-11-23","items":{{{items}}}}}"#)
    };
    let (crowd, crowded) = (many(500_001), many(5));
    for (file, says) in [
        ("", "it cannot be read from line 1, column 0 on"),
        ("[1]", "it cannot be read from line 1, "),
        ("{\"v\":1}", "it does not say that it is one"),
        (huge.as_str(), "it is larger than 16,000,000 bytes"),
        (
            crowd.as_str(),
            "it has more than 500,000 items, for which no browser has room",
        ),
        (
            crowded.as_str(),
            "it has more versions of one activity than any log has",
        ),
        (
            "{\"coderpath\":\"backup\",\"v\":1}",
            "“made” of the backup is not a day",
        ),
        (
            "{\"coderpath\":\"backup\",\"v\":2}",
            "A newer release made this backup.",
        ),
    ] {
        person.does(Action::OpenBackup(file.to_owned()));
        let told = told_of_backup(&person);
        assert!(told.contains(says), "{told}");
        assert_eq!(person.does(Action::Restore), []);
    }
    person.does(Action::OpenBackup("{}".to_owned()));
    person.does(Action::CloseBackup);
    assert_eq!(person.state.restoring, None);
}

#[test]
fn a_backup_is_reminded_of_politely() {
    let mut person = Person::new(1);
    let reminder = |person: &Person| words::reminder(&person.state);
    for nth in 0..9 {
        person.adds(&good_draft(&nth.to_string()));
    }
    assert_eq!(reminder(&person), None);
    person.does(Action::Enter(person.ids()[0].clone(), Body::Aapc));
    let said = reminder(&person).unwrap();
    assert!(said.starts_with("10 changes, and no backup yet."), "{said}");
    person.does(Action::RemindLater);
    assert_eq!(reminder(&person), None);
    for nth in 0..10 {
        assert_eq!(reminder(&person), None);
        person.adds(&good_draft(&nth.to_string()));
    }
    assert!(reminder(&person).unwrap().starts_with("20 changes,"));
    let effects = person.does(Action::BackUp);
    let Effect::KeepDraft(kept) = &effects[1] else {
        panic!("{effects:?}");
    };
    assert_eq!(kept.key, "coderpath:backup");
    assert_eq!(reminder(&person), None);
    let told = words::backups(&person.state);
    assert!(
        told.starts_with(
            "This browser was last given a backup to download on November 23, 2026; 0 changes since. Check that you have the file."
        ),
        "{told}"
    );
    // Another widget, or the next visit, knows of it.
    let mut other = Person::new(2);
    other.state.log = person.state.log.clone();
    assert!(reminder(&other).is_some());
    other.does(Action::Arrived(kept.key.clone(), Some(kept.text.clone())));
    assert_eq!(reminder(&other), None);
    for damaged in ["", "x", "1", "-1 5", "99999999999999999999 1"] {
        other.does(Action::Arrived(kept.key.clone(), Some(damaged.to_owned())));
        assert!(reminder(&other).is_some(), "{damaged}");
        assert_eq!(other.state.log.unread().count(), 0);
    }
}
