//! What a page may not do unannounced: messages, errors, violations of its policy, failed and foreign requests.

use std::fmt;

use serde_json::Value;

use crate::server::RECORDER;

/// One thing that a page did and that a reader's console or network panel would show.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Noise {
    /// Where it was seen, such as `console.error`.
    pub kind: String,
    /// What it said.
    pub text: String,
}

impl Noise {
    pub(crate) fn new(kind: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            text: text.into(),
        }
    }

    /// Reads what `recorder.js` hands over.
    pub(crate) fn from_recorder(entries: &[Value]) -> Vec<Self> {
        entries
            .iter()
            .map(|entry| Self::new(word(entry, "kind"), word(entry, "text")))
            .collect()
    }
}

/// What Chromium's own log tells beyond what the recorder `heard`: some messages never pass through the page's console.
///
/// The others stand in the log as calls by the recorder. They are left out, unless the recorder heard fewer of them,
/// because a page went away before it could hand them over: then all of them are told again.
pub(crate) fn only_in_browser_log(entries: &[Value], heard: &[Noise]) -> Vec<Noise> {
    let (by_recorder, others): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| {
        word(entry, "source") == "console-api" && word(entry, "message").contains(RECORDER)
    });
    let is_console = |noise: &&Noise| noise.kind.starts_with("console.");
    let are_missing = by_recorder.len() > heard.iter().filter(is_console).count();
    let by_recorder = by_recorder.into_iter().filter(|_| are_missing);
    let told = others.into_iter().chain(by_recorder).map(|entry| {
        let kind = format!(
            "browser log, {} {}",
            word(entry, "source"),
            word(entry, "level")
        );
        // A message of the page stands there as a JavaScript string.
        let text = word(entry, "message")
            .replace("\\\"", "\"")
            .replace("\\n", "\n");
        Noise::new(kind, text)
    });
    told.collect()
}

impl fmt::Display for Noise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.text)
    }
}

fn word<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Sets what was heard against what was announced. Each pattern stands for all noise whose line contains it,
/// and for at least one: an announcement that nothing answers is a mistake as well.
pub(crate) fn verdict(heard: &[Noise], announced: &[String]) -> Result<(), String> {
    let lines: Vec<String> = heard.iter().map(Noise::to_string).collect();
    let mut complaints: Vec<String> = lines
        .iter()
        .filter(|line| !announced.iter().any(|pattern| line.contains(pattern)))
        .map(|line| format!("nobody announced: {line}"))
        .collect();
    complaints.extend(
        announced
            .iter()
            .filter(|pattern| !lines.iter().any(|line| line.contains(pattern.as_str())))
            .map(|pattern| format!("announced, but did not come: {pattern}")),
    );
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(complaints.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Noise, verdict};

    #[test]
    fn noise_and_announcements_must_answer_each_other() {
        let check = |announced: &[&str], expected: Result<(), &str>| {
            let heard = [
                Noise::new("console.error", "no wasm"),
                Noise::new("request", "GET /a 404"),
            ];
            let announced: Vec<String> = announced.iter().map(ToString::to_string).collect();
            assert_eq!(verdict(&heard, &announced), expected.map_err(str::to_owned));
        };
        check(&["no wasm", "/a"], Ok(()));
        check(&["console.error: no", "GET /a 404"], Ok(()));
        check(&["no wasm"], Err("nobody announced: request: GET /a 404"));
        check(
            &["no wasm", "/a", "/b"],
            Err("announced, but did not come: /b"),
        );
        check(
            &["/b"],
            Err(
                "nobody announced: console.error: no wasm\nnobody announced: request: GET /a 404\nannounced, but did not come: /b",
            ),
        );
    }
}
