//! Links that lead into the widget, in the fragment of a page's address: to a result, or to a question that people ask.
//!
//! `#coderpath=1.bb-bbbbo`: a version, a letter for each question in the order below ("-" where it was not asked or not
//! answered), and a letter that checks the others. The order of the questions and of the answers is a format: it
//! is never changed, so that a later release reads the links of this one. `#coderpath=q.grey-button` leads to a question by its key.
//! Fragments without our name are not ours.

use crate::faq::FaqId;
use crate::picker::{Answers, Choice, QuestionId, walk};

/// What begins a fragment of ours.
const OURS: &str = "coderpath=";
/// The version that is written, and the only one that is read.
const VERSION: &str = "1";
/// What stands in a version's place where a link leads to a question that people ask.
const QUESTION: &str = "q";
const NO_ANSWER: u8 = b'-';
/// The letters of the Latin alphabet, of which one checks the others.
const LETTERS: u32 = 26;

/// The questions and their answers, letter by letter. New answers go to the end of their list.
const V1: [(QuestionId, &[Choice]); 7] = [
    (
        QuestionId::Held,
        &[
            Choice::NotSure,
            Choice::HoldsNone,
            Choice::HoldsCpc,
            Choice::HoldsCoc,
            Choice::HoldsCcs,
            Choice::HoldsCpcCoc,
            Choice::HoldsCpcCcs,
            Choice::HoldsCocCcs,
            Choice::HoldsAll,
        ],
    ),
    (
        QuestionId::Work,
        &[Choice::NotSure, Choice::Providers, Choice::Hospital],
    ),
    (
        QuestionId::Patients,
        &[
            Choice::NotSure,
            Choice::OfficeVisits,
            Choice::SameDay,
            Choice::Admitted,
        ],
    ),
    (
        QuestionId::Experience,
        &[
            Choice::NotSure,
            Choice::Beginner,
            Choice::OneYear,
            Choice::TwoYears,
        ],
    ),
    (
        QuestionId::Cases,
        &[
            Choice::NotSure,
            Choice::ShortCases,
            Choice::PaymentRules,
            Choice::LongRecords,
        ],
    ),
    (
        QuestionId::Ads,
        &[
            Choice::NotSure,
            Choice::AdsCpc,
            Choice::AdsCoc,
            Choice::AdsCcs,
        ],
    ),
    (
        QuestionId::Body,
        &[
            Choice::NotSure,
            Choice::PrefersAapc,
            Choice::PrefersAhima,
            Choice::EitherBody,
        ],
    ),
];

/// Where a link of ours leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To the result of these answers.
    Result(Answers),
    /// To the answer of a question that people ask.
    Question(FaqId),
}

/// Why a link of ours leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It is no link that this or an earlier release wrote: cut off, or changed on its way.
    Damaged,
    /// A newer release wrote it.
    Newer,
}

/// The fragment, without `#`, of a link to the result of these answers.
///
/// ```
/// use coderpath::{app::{link_to, read_link, Link}, picker::{Answers, Choice, QuestionId}};
/// let mut answers = Answers::default();
/// answers.give(QuestionId::Held, Choice::HoldsAll).unwrap();
/// let link = link_to(&answers);
/// assert_eq!(link, "coderpath=1.i------j");
/// assert_eq!(read_link(&link), Some(Ok(Link::Result(answers))));
/// ```
pub fn link_to(answers: &Answers) -> String {
    // Only what led to the result: an answer to a question that has fallen away is nobody's business.
    let walk = walk(answers);
    let letter = |(question, choices): &(QuestionId, &[Choice])| {
        let (_, choice) = walk.answered.iter().find(|(id, _)| id == question)?;
        let place = choices.iter().position(|offered| offered == choice)?;
        Some(b'a'.saturating_add(u8::try_from(place).ok()?))
    };
    let letters: Vec<u8> = V1
        .iter()
        .map(|question| letter(question).unwrap_or(NO_ANSWER))
        .collect();
    let mut link = [OURS, VERSION, "."].concat();
    link.extend(letters.iter().copied().map(char::from));
    link.push(char::from(check(&letters)));
    link
}

/// The fragment, without `#`, of a link to the answer of a question that people ask.
///
/// ```
/// use coderpath::{app::{link_to_question, read_link, Link}, faq::FaqId};
/// let link = link_to_question(FaqId::Prorated);
/// assert_eq!(link, "coderpath=q.prorated");
/// assert_eq!(read_link(&link), Some(Ok(Link::Question(FaqId::Prorated))));
/// ```
pub fn link_to_question(id: FaqId) -> String {
    [OURS, QUESTION, ".", id.key()].concat()
}

/// Where a fragment leads; `None` if it is not one of ours.
///
/// # Errors
/// [`LinkFault`], if it is ours and cannot be read. Nothing is guessed then.
///
/// ```
/// use coderpath::app::{read_link, LinkFault};
/// assert_eq!(read_link("comments"), None);
/// assert_eq!(read_link("coderpath=1.i-----"), Some(Err(LinkFault::Damaged)));
/// assert_eq!(read_link("coderpath=2.abc"), Some(Err(LinkFault::Newer)));
/// ```
pub fn read_link(fragment: &str) -> Option<Result<Link, LinkFault>> {
    let code = fragment.strip_prefix(OURS)?;
    Some(read(code))
}

fn read(code: &str) -> Result<Link, LinkFault> {
    let (version, code) = code.split_once('.').ok_or(LinkFault::Damaged)?;
    if version == QUESTION {
        let id = FaqId::from_key(code).ok_or(LinkFault::Damaged)?;
        return Ok(Link::Question(id));
    }
    if version != VERSION {
        let is_number = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
        let is_newer = is_number && !version.starts_with('0');
        return Err(if is_newer {
            LinkFault::Newer
        } else {
            LinkFault::Damaged
        });
    }
    let (last, letters) = code.as_bytes().split_last().ok_or(LinkFault::Damaged)?;
    if letters.len() != V1.len() || *last != check(letters) {
        return Err(LinkFault::Damaged);
    }
    let mut answers = Answers::default();
    for (letter, (question, choices)) in letters.iter().zip(V1) {
        if *letter == NO_ANSWER {
            continue;
        }
        let place = letter.checked_sub(b'a').ok_or(LinkFault::Damaged)?;
        let choice = choices.get(usize::from(place)).ok_or(LinkFault::Damaged)?;
        answers
            .give(question, *choice)
            .map_err(|_| LinkFault::Damaged)?;
    }
    Ok(Link::Result(answers))
}

/// The letter that checks the others: each has a weight of its own, so that no single change and no exchange of
/// two neighbours goes unseen.
fn check(letters: &[u8]) -> u8 {
    const WEIGHTS: [u32; 7] = [1, 3, 5, 7, 9, 11, 15];
    let sum: u32 = letters
        .iter()
        .zip(WEIGHTS)
        .map(|(letter, weight)| value(*letter).saturating_mul(weight))
        .sum();
    b'a'.saturating_add(u8::try_from(sum % LETTERS).unwrap_or(0))
}

/// A letter's place in the alphabet, from 1; no answer is 0.
fn value(letter: u8) -> u32 {
    u32::from(letter.saturating_sub(b'a' - 1))
}
