//! A log in a link: it comes out as it went in, a link that was tampered with brings nothing, and no link holds a page up.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::fmt::Write;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use coderpath::app::{Action, Copying, DateOrder, Effect, Focus, Outgoing, PackChange, View, Way};
use coderpath::log::{
    Backup, LETTERS_MOST, Log, MOST_IN_LINK, MOST_VERSIONS, NoParcel, PARCEL_MOST, Record,
    RecordId, Unsendable, parcel_letters, parcel_link,
};
use coderpath::rules::{Body, CredentialId};
use coderpath::store::{Memory, Storage, load};
use coderpath::words;
use common::{
    Person, entry_record, frozen, full_entry, good_draft, items, plain_entry, saves, today,
    tombstone,
};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use proptest::prelude::*;

const PAGE: &str = "https://log.example/coderpath/index.html";

/// What `embed.js` does with a text, by other people's code.
fn fold(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(text.as_bytes(), 6))
}

/// What `embed.js` does with letters.
fn unfold(letters: &str) -> Result<String, NoParcel> {
    let bytes = URL_SAFE_NO_PAD
        .decode(letters)
        .map_err(|_| NoParcel::Damaged)?;
    let text =
        decompress_to_vec_zlib_with_limit(&bytes, PARCEL_MOST).map_err(|failure| match failure
            .status
        {
            miniz_oxide::inflate::TINFLStatus::HasMoreOutput => NoParcel::TooLarge,
            _ => NoParcel::Damaged,
        })?;
    String::from_utf8(text).map_err(|_| NoParcel::Damaged)
}

/// The whole way of a log into a link.
fn link_of(log: &Log) -> String {
    let text = log.parcel(today()).unwrap();
    parcel_link(PAGE, &fold(&text)).unwrap()
}

/// The whole way of a link to a log.
fn log_of(link: &str) -> Result<Log, NoParcel> {
    let (_, fragment) = link.split_once('#').unwrap();
    let text = unfold(parcel_letters(fragment)?)?;
    Backup::of_parcel(&text).map(|backup| backup.log)
}

fn log_with(records: impl IntoIterator<Item = Record>) -> Log {
    let mut log = Log::default();
    for record in records {
        log.add(record);
    }
    log
}

fn entries(many: usize) -> impl Iterator<Item = Record> {
    (0..many).map(|at| {
        let entry = plain_entry(&format!("Webinar {at}"), today());
        entry_record(&format!("e{at}"), entry, &[], 1_795_410_000_000, 7)
    })
}

// ---------------------------------------------------------------------------------------------------------------------
// What is carried

#[test]
fn a_link_of_an_earlier_release_brings_its_log() {
    let log = log_of(frozen("link-0.1.0.txt").trim_end()).unwrap();
    let backup = Backup::read(&frozen("backup-0.1.0.json")).unwrap();
    assert_eq!(log, backup.log);
}

/// Entries, one of them changed, made apart or deleted, and what this release cannot read.
fn any_log() -> impl Strategy<Value = Log> {
    let step = (
        0..6_usize,
        0..4_u8,
        any::<String>(),
        0..50_u64,
        any::<u32>(),
    );
    let unread = prop::sample::subsequence(
        vec![
            ("coderpath:1:entry:half:x", "{\"v\":1,"),
            ("coderpath:2:entry:later", "{\"v\":2}"),
            ("coderpath:1:reminder:1", "\u{0}“\\”"),
        ],
        0..=3,
    );
    (prop::collection::vec(step, 0..24), unread).prop_map(|(steps, unread)| {
        let mut log = Log::default();
        for (name, what, title, clock, nonce) in steps {
            let name = format!("e{name}");
            let id = common::entry_id(&name);
            let heads: Vec<Record> = log.heads(&id).into_iter().cloned().collect();
            let mut entry = full_entry();
            entry.title = title;
            log.add(match what {
                0 => entry_record(&name, entry, &heads, clock, nonce),
                // Made apart from the others.
                1 => entry_record(&name, entry, &[], clock, nonce),
                2 => tombstone(&name, &heads, clock, nonce),
                _ => {
                    let mut profile = log.profile();
                    profile.hold(CredentialId::Cpc, nonce % 2 == 0);
                    profile.other_aapc = u8::try_from(nonce % 9).unwrap();
                    let content = coderpath::log::Content::Profile(Box::new(profile));
                    let heads = log.heads(&RecordId::Profile);
                    let heads: Vec<Record> = heads.into_iter().cloned().collect();
                    Record::replacing(RecordId::Profile, content, &heads, clock, nonce)
                }
            });
        }
        for (key, text) in unread {
            log.take_in(key, text);
        }
        log
    })
}

/// A log without the versions that others stand in for.
fn current(log: &Log) -> Log {
    let mut current = log_with(
        log.versions()
            .filter(|record| !log.is_replaced(&record.id, record.stamp))
            .cloned(),
    );
    for unread in log.unread() {
        current.take_in(unread.key, unread.text.unwrap());
    }
    current
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_log_comes_out_of_a_link_as_it_went_in(log in any_log()) {
        let came = log_of(&link_of(&log)).unwrap();
        prop_assert_eq!(&came, &current(&log));
        // So who sent it learns nothing from it, and who has nothing has all of it.
        prop_assert!(log.merge(&came).is_nothing());
        prop_assert_eq!(log_of(&link_of(&came)).unwrap(), came);
    }

    #[test]
    fn any_text_comes_out_of_letters_as_it_went_in(text in any::<String>()) {
        let link = parcel_link(PAGE, &fold(&text)).unwrap();
        let (page, fragment) = link.split_once('#').unwrap();
        prop_assert_eq!(page, PAGE);
        prop_assert_eq!(unfold(parcel_letters(fragment).unwrap()).unwrap(), text);
    }

    /// A changed amount would be believed. zlib's checksum is why none is. What changes no letter of the text, as a bit that
    /// nobody reads, does no harm.
    #[test]
    fn a_link_of_which_a_letter_was_changed_brings_nothing_else(
        log in any_log(),
        at in any::<prop::sample::Index>(),
        letter in prop::sample::select(b"ABCxyz019-_=+ %.".to_vec()),
    ) {
        let link = link_of(&log);
        let mut letters = link.clone().into_bytes();
        let start = link.find("=1.").unwrap() + 3;
        let at = start + at.index(letters.len() - start);
        letters[at] = letter;
        let changed = String::from_utf8(letters).unwrap();
        match log_of(&changed) {
            Ok(came) => prop_assert_eq!(came, current(&log)),
            Err(why) => prop_assert!(matches!(why, NoParcel::Damaged | NoParcel::TooLarge)),
        }
    }

    #[test]
    fn a_link_that_was_cut_off_brings_nothing(log in any_log(), at in any::<prop::sample::Index>()) {
        let link = link_of(&log);
        let start = link.find('#').unwrap() + 1;
        let cut = start + at.index(link.len() - start);
        prop_assert_eq!(log_of(&link.chars().take(cut).collect::<String>()), Err(NoParcel::Damaged));
    }

    /// A link that was made is dropped once this says that there is another log.
    #[test]
    fn an_imprint_is_that_of_what_is_carried(one in any_log(), other in any_log()) {
        prop_assert_eq!(one.imprint(), current(&one).imprint());
        if current(&one) != current(&other) && one.unread().eq(other.unread()) {
            // Versions that differ in nothing but what they say were never made by one clock.
            let stamps = |log: &Log| {
                let mut stamps: Vec<_> = current(log).versions().map(Record::key).collect();
                stamps.sort();
                stamps
            };
            if stamps(&one) != stamps(&other) {
                prop_assert_ne!(one.imprint(), other.imprint());
            }
        }
    }
}

#[test]
fn a_link_carries_so_many_entries_and_no_more() {
    let most = log_with(entries(MOST_IN_LINK));
    let link = link_of(&most);
    assert_eq!(log_of(&link).unwrap(), most);
    let more = log_with(entries(MOST_IN_LINK + 1));
    assert_eq!(more.parcel(today()), Err(Unsendable::TooMany(201)));

    // Entries that were deleted are not among them, up to a limit of their own.
    let deleted = |many| {
        let gone = (0..many).map(|at| tombstone(&format!("d{at}"), &[], 5, 5));
        log_with(entries(MOST_IN_LINK).chain(gone))
    };
    let most = deleted(MOST_VERSIONS - MOST_IN_LINK);
    assert_eq!(log_of(&link_of(&most)).unwrap(), most);
    let more = deleted(MOST_VERSIONS - MOST_IN_LINK + 1);
    assert_eq!(more.parcel(today()), Err(Unsendable::TooLarge));

    // What was replaced does not count either, nor does it go.
    let mut log = log_with(entries(MOST_IN_LINK));
    let first = entries(1).next().unwrap();
    for clock in 1..=400 {
        let before: Vec<Record> = log.heads(&first.id).into_iter().cloned().collect();
        log.add(entry_record("e0", full_entry(), &before, clock, 1));
    }
    assert_eq!(log_of(&link_of(&log)).unwrap(), current(&log));
}

#[test]
fn a_text_that_is_too_long_for_a_link_goes_by_file() {
    let mut entry = plain_entry("Long", today());
    entry.notes = "n".repeat(PARCEL_MOST);
    let log = log_with([entry_record("a", entry, &[], 1, 1)]);
    assert_eq!(log.parcel(today()), Err(Unsendable::TooLarge));
    assert!(Backup::read(&log.backup(today())).is_ok());
}

// ---------------------------------------------------------------------------------------------------------------------
// What is refused

#[test]
fn a_fragment_is_read_by_its_form() {
    let check = |fragment: &str, expected: Result<&str, NoParcel>| {
        assert_eq!(parcel_letters(fragment), expected, "{fragment:.40}");
    };
    check("coderpath-log=1.AA", Ok("AA"));
    check("coderpath-log=1.Az09-_", Ok("Az09-_"));
    for damaged in [
        "",
        "comments",
        "coderpath=1.i------j",
        "coderpath-log",
        "coderpath-log=",
        "coderpath-log=1",
        "coderpath-log=1.",
        "coderpath-log=.AA",
        "coderpath-log=0.AA",
        "coderpath-log=01.AA",
        "coderpath-log=-1.AA",
        "coderpath-log=x.AA",
        "coderpath-log=1.A",
        "coderpath-log=1.AAAAA",
        "coderpath-log=1.AA==",
        "coderpath-log=1.A+",
        "coderpath-log=1.A/",
        "coderpath-log=1.A A",
        "coderpath-log=1.A%20",
        "coderpath-log=1.A\u{e9}",
        "coderpath-log=1.AA\n",
        "Coderpath-log=1.AA",
    ] {
        check(damaged, Err(NoParcel::Damaged));
    }
    check("coderpath-log=2.anything at all", Err(NoParcel::Newer));
    check("coderpath-log=10.AA", Err(NoParcel::Newer));
    let letters = |many| format!("coderpath-log=1.{}", "A".repeat(many));
    assert!(parcel_letters(&letters(LETTERS_MOST)).is_ok());
    check(&letters(LETTERS_MOST + 4), Err(NoParcel::TooLarge));
}

#[test]
fn a_link_leads_to_a_page_of_the_web_and_nowhere_else() {
    for page in [
        "javascript:alert(1)//",
        "data:text/html,",
        "file:///log.html",
        "blob:https://a",
        "",
        " https://a.example/",
    ] {
        assert_eq!(parcel_link(page, "AA"), None, "{page}");
    }
    for letters in ["", "A", "A A", "A\"", "AA#"] {
        assert_eq!(parcel_link(PAGE, letters), None, "{letters}");
    }
    assert!(parcel_link("http://127.0.0.1:8080/", "AA").is_some());
}

#[test]
fn what_is_no_log_is_refused() {
    let check = |text: &str, expected| {
        let came = Backup::of_parcel(text).map(|backup| backup.log);
        assert_eq!(came, Err(expected), "{text:.60}");
    };
    for text in ["", "[1]", "{}", "{\"coderpath\":\"backup\",\"v\":1}"] {
        check(text, NoParcel::Damaged);
    }
    check("{\"coderpath\":\"backup\",\"v\":2}", NoParcel::Newer);
    check(&" ".repeat(PARCEL_MOST + 1), NoParcel::TooLarge);
}

/// Ten megabytes of one letter are 10 KB in zlib's format.
#[test]
fn what_unfolds_to_more_than_a_link_carries_is_refused() {
    let bomb = fold(&"a".repeat(10 * PARCEL_MOST));
    assert!(bomb.len() < LETTERS_MOST / 10);
    let link = parcel_link(PAGE, &bomb).unwrap();
    assert_eq!(log_of(&link), Err(NoParcel::TooLarge));
}

fn file_of(items: &str) -> String {
    format!("{{\"coderpath\":\"backup\",\"v\":1,\"made\":\"2026-11-23\",\"items\":{{{items}}}}}")
}

/// As many pieces as there is room for, with a comma between them.
fn as_many(room: usize, piece: impl Fn(usize) -> String) -> String {
    let mut all = String::new();
    for at in 0.. {
        let piece = piece(at);
        if all.len() + piece.len() >= room {
            break;
        }
        let comma = if at == 0 { "" } else { "," };
        write!(all, "{comma}{piece}").unwrap();
    }
    all
}

/// Each of these took seconds to minutes: what is done with one of many of a kind goes through the others.
#[test]
fn no_text_holds_a_page_up() {
    const STAMP: &str = "0000000000001-00000001";
    let room = PARCEL_MOST - 2_000;
    let key = format!("coderpath:1:entry:a:{STAMP}");
    let of_one = |inside: &str| {
        let entry = "\"entry\":{\"date\":\"2026-10-05\",\"title\":\"t\",\"kind\":\"event\",\"state\":\"done\"}";
        file_of(&format!(
            "\"{key}\":{{\"v\":1,\"id\":\"a\",\"stamp\":\"{STAMP}\",{entry},{inside}}}"
        ))
    };
    let each = room / MOST_VERSIONS;
    let stamp = |at: usize| format!("{:013}-00000001", at + 1);
    let texts = [
        (
            "many damaged items",
            file_of(&as_many(room, |at| format!("\"coderpath:{at}\":0"))),
        ),
        (
            "as many damaged items as are taken",
            file_of(
                &(0..MOST_VERSIONS)
                    .map(|at| format!("\"coderpath:{at}\":{}", "1".repeat(each - 20)))
                    .collect::<Vec<_>>()
                    .join(","),
            ),
        ),
        (
            "a file with one field many times",
            format!("{{{}}}", as_many(room, |_| "\"v\":1".to_owned())),
        ),
        (
            "an entry with one field many times",
            of_one(&as_many(room, |_| "\"v\":1".to_owned())),
        ),
        (
            "an entry with many fields that nobody knows",
            of_one(&as_many(room, |at| format!("\"{at}\":1"))),
        ),
        (
            "an entry that stands in for very many",
            of_one(&format!(
                "\"replaces\":[{}]",
                as_many(room, |at| format!("\"{}\"", stamp(at)))
            )),
        ),
        (
            "versions of one stamp",
            file_of(
                &(0..MOST_VERSIONS)
                    .map(|at| {
                        let notes = "n".repeat(each - 200);
                        format!("\"{key}\":{{\"v\":1,\"id\":\"a\",\"stamp\":\"{STAMP}\",\"entry\":{{\"date\":\"2026-10-05\",\"title\":\"{at}\",\"kind\":\"event\",\"state\":\"done\",\"notes\":\"{notes}\"}}}}")
                    })
                    .collect::<Vec<_>>()
                    .join(","),
            ),
        ),
        (
            "versions of one entry that name each other",
            file_of(
                &(0..MOST_VERSIONS)
                    .map(|at| {
                        let replaces = as_many(each - 200, |of| format!("\"{}\"", stamp(of + 900)));
                        let stamp = stamp(at);
                        format!("\"coderpath:1:entry:a:{stamp}\":{{\"v\":1,\"id\":\"a\",\"stamp\":\"{stamp}\",\"replaces\":[{replaces}],\"deleted\":true}}")
                    })
                    .collect::<Vec<_>>()
                    .join(","),
            ),
        ),
    ];
    for (what, text) in texts {
        assert!(text.len() <= PARCEL_MOST, "{what}: {}", text.len());
        let start = Instant::now();
        let mut person = at_home();
        person.does(Action::Unfolded(Ok(text)));
        person.does(Action::Restore);
        let took = start.elapsed();
        println!("{what}: {took:?}");
        assert!(took < Duration::from_secs(5), "{what} took {took:?}");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// At a widget

fn at_home() -> Person {
    let mut person = Person::new(1);
    person.does(Action::IsHome);
    person
}

/// Makes a link and hands it over.
fn makes(person: &mut Person) -> String {
    let effects = person.does(Action::MakeLink);
    let [Effect::Fold(text)] = effects.as_slice() else {
        panic!("the page is to fold the log: {effects:?}");
    };
    assert!(matches!(
        person.state.sending.outgoing,
        Outgoing::Making { .. }
    ));
    person.does(Action::Folded(Ok(format!("{PAGE}#{}", fold(text)))));
    match &person.state.sending.outgoing {
        Outgoing::Made { link, .. } => link.clone(),
        other => panic!("there is no link: {other:?}"),
    }
}

/// Opens a link, as the page does.
fn opens(person: &mut Person, link: &str) -> Vec<Effect> {
    let (_, fragment) = link.split_once('#').unwrap();
    let effects = person.does(Action::Receive(fragment.to_owned()));
    let [Effect::Unfold(letters)] = effects.as_slice() else {
        return effects;
    };
    person.does(Action::Unfolded(unfold(letters)))
}

fn told(person: &Person) -> String {
    let restoring = person.state.restoring.as_ref().unwrap();
    words::restoring(restoring, DateOrder::MonthFirst).join(" ")
}

fn said(person: &Person) -> String {
    words::outgoing(&person.state.sending.outgoing).unwrap_or_default()
}

/// Someone with two entries, one that was deleted, and a profile.
fn holder(storage: &mut Memory) -> Person {
    let mut person = Person::new(2);
    person.does_on(storage, Action::Hold(CredentialId::Cpc, true));
    for title in ["one", "two", "three"] {
        person.adds_on(storage, &good_draft(title));
    }
    person.does_on(storage, Action::Delete(person.ids()[0].clone()));
    person
}

#[test]
fn a_log_goes_to_the_page_of_its_own_and_nothing_is_written_before_it_is_restored() {
    let mut storage = Memory::default();
    let mut sender = holder(&mut storage);
    let before = items(&storage);
    let link = makes(&mut sender);
    assert_eq!(
        said(&sender),
        format!("The link is ready. It opens {PAGE}.")
    );
    assert_eq!(items(&storage), before, "with the sender nothing changes");

    let mut there = at_home();
    there.does(Action::ChooseTab(View::Rules));
    let effects = opens(&mut there, &link);
    assert_eq!(effects, [Effect::Focus(Focus::Restoring)]);
    assert_eq!(there.state.view, View::Log);
    assert_eq!(
        told(&there),
        "The link that you opened brought a log. Nothing of it is stored unless you restore it. This backup was made on \
         November 23, 2026. It would add 2 activities. It would change what you hold, or its dates."
    );
    assert!(there.titles().is_empty());
    let mut fresh = Memory::default();
    there.does_on(&mut fresh, Action::Restore);
    assert_eq!(there.titles(), sender.titles());
    assert_eq!(items(&fresh), before);
    assert_eq!(load(&fresh).unwrap(), load(&storage).unwrap());

    // A second time there is nothing to restore, and what changed since at the sender comes.
    opens(&mut there, &link);
    assert!(told(&there).contains("There is nothing to restore."));
    sender.does_on(&mut storage, Action::Delete(sender.ids()[0].clone()));
    let link = makes(&mut sender);
    opens(&mut there, &link);
    assert!(told(&there).contains("It would take out one activity"));
    there.does_on(&mut fresh, Action::Restore);
    assert_eq!(there.titles(), sender.titles());
}

#[test]
fn on_somebodys_blog_a_link_with_a_log_is_not_read() {
    let mut storage = Memory::default();
    let link = makes(&mut holder(&mut storage));
    let mut blog = Person::new(1);
    let before = blog.state.clone();
    for link in [&link, "#coderpath-log=1.!", "#coderpath-log=9.x"] {
        assert_eq!(opens(&mut blog, link), []);
        assert_eq!(blog.state.restoring, None);
        assert_eq!(blog.state.sending, before.sending);
        assert_eq!(blog.state.view, before.view);
    }
}

#[test]
fn a_link_that_brings_nothing_says_why_and_what_helps() {
    let check = |fragment: &str, says: &str| {
        let mut person = at_home();
        let (_, effects) = (
            person.does(Action::OpenBackup(Log::default().backup(today()))),
            opens(&mut person, fragment),
        );
        assert_eq!(effects, [Effect::Focus(Focus::Restoring)], "{fragment:.40}");
        assert_eq!(person.state.restoring, None);
        assert_eq!(person.state.view, View::Log);
        let why = person.state.sending.refused.unwrap();
        let told = words::no_parcel(why, DateOrder::MonthFirst);
        assert!(told.contains(says), "{told}");
        assert_eq!(saves(&person.does(Action::Restore)), []);
        let effects = person.does(Action::CloseBackup);
        assert_eq!(effects, [Effect::Focus(Focus::OpenBackup)]);
        assert_eq!(person.state.sending.refused, None);
    };
    check("#coderpath-log=1.no log", "it is damaged, perhaps cut off");
    check("#coderpath-log=1.AAAA", "it is damaged, perhaps cut off");
    check("#coderpath-log=2.AAAA", "made by a newer release");
    let large = format!("#coderpath-log=1.{}", "A".repeat(LETTERS_MOST + 4));
    check(&large, "at most 1,000,000 characters are read");
    let bomb = fold(&"a".repeat(10 * PARCEL_MOST));
    check(
        &format!("#coderpath-log=1.{bomb}"),
        "at most 1,000,000 characters are read",
    );
    let other = fold("{\"name\":\"something else\"}");
    check(&format!("#coderpath-log=1.{other}"), "it is damaged");
}

#[test]
fn what_the_page_could_not_do_is_told_from_what_is_wrong_with_the_link() {
    let check = |key: &str, refused: NoParcel, outgoing: &Outgoing| {
        assert_eq!(NoParcel::from_key(key), refused);
        let mut person = at_home();
        person.does(Action::Unfolded(Err(NoParcel::from_key(key))));
        assert_eq!(person.state.sending.refused, Some(refused));
        person.does(Action::MakeLink);
        person.does(Action::Folded(Err(NoParcel::from_key(key))));
        assert_eq!(&person.state.sending.outgoing, outgoing);
        assert!(said(&person).contains("Download a backup"));
    };
    check("unable", NoParcel::Unable, &Outgoing::Unable);
    check("damaged", NoParcel::Damaged, &Outgoing::Unable);
    let too_large = Outgoing::Unsendable(Unsendable::TooLarge);
    check("large", NoParcel::TooLarge, &too_large);
    check("anything else", NoParcel::Damaged, &Outgoing::Unable);
}

#[test]
fn a_log_that_hardly_compresses_goes_by_file_too() {
    let mut person = Person::new(1);
    person.does(Action::MakeLink);
    let letters = "A".repeat(LETTERS_MOST + 4);
    person.does(Action::Folded(Ok(format!("{PAGE}#{letters}"))));
    let too_large = Outgoing::Unsendable(Unsendable::TooLarge);
    assert_eq!(person.state.sending.outgoing, too_large);
}

/// A page of which the own address is none of the web: a widget in a frame of a file, say.
#[test]
fn where_no_link_can_lead_none_is_made() {
    for folded in ["", "AAAA", "#AAAA", "javascript:a#AAAA", "https://a/#A A"] {
        let mut person = Person::new(1);
        person.does(Action::MakeLink);
        person.does(Action::Folded(Ok(folded.to_owned())));
        assert_eq!(person.state.sending.outgoing, Outgoing::Unable, "{folded}");
    }
}

#[test]
fn a_long_log_is_told_to_go_by_file() {
    let mut person = Person::new(1);
    for record in entries(MOST_IN_LINK + 1) {
        person.state.log.add(record);
    }
    assert_eq!(person.does(Action::MakeLink), []);
    assert_eq!(
        said(&person),
        "This log has 201 activities, and a link carries up to 200 activities. Download a backup and open that file there \
         instead."
    );
}

/// Who would send it would send the log as it was.
#[test]
fn a_link_is_dropped_once_the_log_has_changed() {
    let check = |what: &str, change: &dyn Fn(&mut Person, &mut Memory), is_dropped: bool| {
        let mut storage = Memory::default();
        let mut person = holder(&mut storage);
        makes(&mut person);
        change(&mut person, &mut storage);
        let outgoing = person.state.sending.outgoing.clone();
        assert_eq!(outgoing == Outgoing::Outdated, is_dropped, "{what}");
        if is_dropped {
            assert!(said(&person).starts_with("The log has changed"));
            makes(&mut person);
        }
    };
    check(
        "an entry is added",
        &|person, storage| drop(person.adds_on(storage, &good_draft("four"))),
        true,
    );
    check(
        "one is deleted",
        &|person, storage| {
            person.does_on(storage, Action::Delete(person.ids()[0].clone()));
        },
        true,
    );
    check(
        "and that is taken back",
        &|person, storage| {
            person.does_on(storage, Action::Step(Way::Undo));
        },
        true,
    );
    check(
        "the profile changes",
        &|person, storage| {
            person.does_on(storage, Action::Hold(CredentialId::Ccs, true));
        },
        true,
    );
    check(
        "another tab stores something",
        &|person, _| {
            let key = "coderpath:1:entry:1f:0000000000001-00000001";
            let text = r#"{"v":1,"id":"1f","stamp":"0000000000001-00000001","deleted":true}"#;
            person.does(Action::Arrived(key.to_owned(), Some(text.to_owned())));
        },
        true,
    );
    check(
        "a form is opened and typed in",
        &|person, _| {
            person.does(Action::Add);
            person.types(&good_draft("five"));
        },
        false,
    );
    check(
        "the log is loaded again, as when the page is seen again",
        &|person, storage| {
            person.does_on(storage, Action::Seen);
        },
        false,
    );
    check(
        "it is copied",
        &|person, _| {
            person.does(Action::Copy(Copying::Log));
            person.does(Action::Copied(Copying::Log, true));
        },
        false,
    );
}

#[test]
fn a_link_that_comes_after_a_change_or_unasked_is_not_shown() {
    let mut storage = Memory::default();
    let mut person = holder(&mut storage);
    let folded = || Action::Folded(Ok(format!("{PAGE}#AAAA")));
    person.does(folded());
    assert_eq!(person.state.sending.outgoing, Outgoing::Idle);
    person.does(Action::MakeLink);
    person.adds_on(&mut storage, &good_draft("four"));
    person.does(folded());
    assert_eq!(person.state.sending.outgoing, Outgoing::Outdated);
    // Folded away, it is forgotten.
    makes(&mut person);
    person.does(Action::OpenPlace(false));
    assert_eq!(person.state.sending.outgoing, Outgoing::Idle);
}

/// The audit pack stands in the place of the log, and so of what is asked.
#[test]
fn a_link_is_shown_whatever_was_open() {
    let mut storage = Memory::default();
    let link = makes(&mut holder(&mut storage));
    let mut person = at_home();
    person.does(Action::AuditPack(PackChange::Open(Body::Aapc)));
    opens(&mut person, &link);
    assert_eq!(person.state.audit_pack.open, None);
    assert!(person.state.restoring.is_some());
    // A file that is opened then is no link's.
    person.does(Action::OpenBackup(Log::default().backup(today())));
    assert!(!told(&person).contains("link"));
    // And one that cannot be read takes the place of both.
    opens(&mut person, "#coderpath-log=2.x");
    assert_eq!(person.state.restoring, None);
    person.does(Action::OpenBackup(Log::default().backup(today())));
    assert_eq!(person.state.sending.refused, None);
}

#[test]
fn what_is_stored_elsewhere_is_never_in_a_link() {
    let mut storage = Memory::default();
    let mut person = holder(&mut storage);
    for (key, text) in [
        ("theme", "sepia"),
        ("coderpath:name", "Jo Doe"),
        ("coderpath:draft:1f", "{\"title\":\"half\"}"),
    ] {
        storage.set(key, text).unwrap();
    }
    person.does_on(&mut storage, Action::Reload);
    let Ok(text) = person.state.log.parcel(today()) else {
        panic!("it fits");
    };
    for other in ["sepia", "Jo Doe", "half"] {
        assert!(!text.contains(other), "{text}");
    }
}
