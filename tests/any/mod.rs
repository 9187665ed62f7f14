//! Any entry, profile or record that a log can hold: what properties are tried on.

#![allow(
    dead_code,
    reason = "each test binary uses its own part of these strategies"
)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use chrono::Month;
use coderpath::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, AapcClaim, AhimaClaim, Approval, Content, Entry, Pin,
    Plan, Profile, Record, RecordId, State,
};
use coderpath::rules::{Body, Ceus, Edition};
use proptest::prelude::*;
use serde_json::Value;

use crate::common::day;

/// Fields with names of their own, each with any JSON.
fn any_unknown() -> impl Strategy<Value = Vec<(String, Box<str>)>> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let tree = leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map("[a-z]{1,4}", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    });
    // No known field begins like this.
    proptest::collection::btree_map("x-\\PC{0,6}", tree, 0..3).prop_map(|fields| {
        let text = |value: Value| value.to_string().into_boxed_str();
        fields
            .into_iter()
            .map(|(name, value)| (name, text(value)))
            .collect()
    })
}

fn any_ceus() -> impl Strategy<Value = Ceus> {
    (1..=99_900_u32).prop_map(Ceus::hundredths)
}

prop_compose! {
    /// Any entry, planned or done, with or without claims.
    pub(crate) fn any_entry()(
        days in -9_000..30_000_i32,
        texts in proptest::array::uniform4(any::<String>()),
        kind in proptest::sample::select(ALL_KINDS.to_vec()),
        planned in any::<bool>(),
        aapc in proptest::option::of((any_ceus(), proptest::collection::vec(any::<String>(), 0..3), any_unknown())),
        ahima in proptest::option::of((
            any_ceus(),
            proptest::option::of(proptest::sample::select(ALL_DOMAINS.to_vec())),
            proptest::option::of(proptest::sample::select(ALL_SOURCES.to_vec())),
            any_unknown(),
        )),
        flags in proptest::array::uniform6(any::<bool>()),
        pinned in (proptest::option::of(0..30_000_i64), any::<String>()),
        unknown in any_unknown(),
    ) -> Entry {
        let pin = Pin {
            due: pinned.0.map(|after| day(2000, 1, 1) + chrono::TimeDelta::days(after)),
            credential: pinned.1,
        };
        let [title, sponsor, index_number, notes] = texts;
        let epoch = day(2000, 1, 1);
        Entry {
            date: epoch + chrono::TimeDelta::days(i64::from(days)),
            title, sponsor, index_number, notes, kind, unknown,
            state: if planned { State::Planned } else { State::Done },
            aapc: aapc.map(|(ceus, approved_for, unknown)| AapcClaim {
                ceus,
                approved_for: approved_for.into_iter().map(Approval).collect(),
                pre_approved: flags[0],
                certificate: flags[1],
                entered: flags[2],
                cms: flags[5],
                pin: pin.clone(),
                unknown,
            }),
            ahima: ahima.map(|(ceus, domain, source, unknown)| AhimaClaim {
                ceus, domain, source, unknown, pin, certificate: flags[3], entered: flags[4],
            }),
        }
    }
}

prop_compose! {
    fn any_profile()(
        held in proptest::sample::subsequence(coderpath::rules::ALL_CREDENTIALS.to_vec(), 0..6),
        other_aapc in any::<u8>(),
        edition in proptest::option::of(any::<bool>()),
        days in proptest::array::uniform2(proptest::option::of(0..30_000_i64)),
        trackers in proptest::array::uniform2(proptest::option::of(any_ceus())),
        read in proptest::array::uniform2(proptest::option::of(0..30_000_i64)),
        since in proptest::collection::vec(
            (proptest::sample::select(coderpath::rules::ALL_CREDENTIALS.to_vec()), 0..30_000_i64), 0..3),
        submitted in proptest::collection::vec((any::<bool>(), 0..30_000_i64, 0..30_000_i64), 0..3),
        month in proptest::option::of(1..=12_u8),
        specialties in proptest::collection::vec(any::<String>(), 0..3),
        plan in proptest::option::of((any::<bool>(), any_ceus())),
    ) -> Profile {
        let mut profile = Profile::default();
        let from = |after| day(2000, 1, 1) + chrono::TimeDelta::days(after);
        for (id, after) in since {
            profile.hold_since(id, Some(from(after)));
        }
        for (is_aapc, due, on) in submitted {
            let body = if is_aapc { Body::Aapc } else { Body::Ahima };
            profile.submit(body, from(due), Some(from(on)));
        }
        profile.aapc_month = month.map(|month| Month::try_from(month).unwrap());
        profile.specialties = specialties;
        if let Some((is_latest, total)) = plan {
            let edition = if is_latest { Edition::Latest } else { Edition::Article };
            profile.remember(Plan { edition, total });
        }
        for id in held {
            profile.hold(id, true);
        }
        profile.other_aapc = other_aapc;
        if let Some(latest) = edition {
            profile.choose(if latest { Edition::Latest } else { Edition::Article });
        }
        [profile.aapc_due, profile.ahima_start] =
            days.map(|after| after.map(|after| day(2000, 1, 1) + chrono::TimeDelta::days(after)));
        [profile.aapc_tracker, profile.ahima_tracker] = trackers;
        [profile.aapc_tracker_on, profile.ahima_tracker_on] = read.map(|after| after.map(from));
        profile
    }
}

/// A version of an entry, a profile or a deletion, with a name, a stamp and earlier versions of any kind.
pub(crate) fn any_record() -> impl Strategy<Value = Record> {
    let content = prop_oneof![
        3 => any_entry().prop_map(|entry| Content::Entry(Box::new(entry))),
        1 => Just(Content::Deleted),
        1 => any_profile().prop_map(|profile| Content::Profile(Box::new(profile))),
    ];
    (
        content,
        "[A-Za-z0-9-]{1,64}",
        proptest::array::uniform3((any::<u64>(), any::<u32>())),
        0..3_usize,
    )
        .prop_map(|(content, name, stamps, earlier)| {
            let id = match content {
                Content::Profile(_) => RecordId::Profile,
                _ => RecordId::Entry(name.parse().unwrap()),
            };
            let [(millis, nonce), earlier_stamps @ ..] = stamps;
            let earlier: Vec<Record> = earlier_stamps[..earlier]
                .iter()
                .map(|&(millis, nonce)| {
                    Record::replacing(id.clone(), content.clone(), &[], millis, nonce)
                })
                .collect();
            Record::replacing(id, content, &earlier, millis, nonce)
        })
}
