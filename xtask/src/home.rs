//! What the page of its own adds to the widget: its service worker's list of files, and its icons.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac_sha256::Hash;

use crate::browsers::{Browser, CHROMIUM};
use crate::cache::Cache;
use crate::error::Error;
use crate::machine;
use crate::sizes::WIDGET;

/// The page, which the worker knows by its mark and not by a hash: hosts put things into pages.
const PAGE: &str = "index.html";

const WORKER: &str = "worker.js";

/// What the page loads besides the widget's files.
const FILES: [&str; 8] = [
    "home.js",
    "styles/page.css",
    "coderpath.webmanifest",
    "icons/icon.svg",
    "icons/192.png",
    "icons/512.png",
    "icons/maskable.png",
    "icons/apple-touch.png",
];

/// What is weighed: everything that a browser loads for the page besides the widget's files.
pub(crate) fn files() -> impl Iterator<Item = &'static str> {
    [PAGE, WORKER].into_iter().chain(FILES)
}

/// Where the worker wants its release.
const MARKER: &str = "const RELEASE = null;";

/// Writes the list of files and their version into the worker of the release in that folder, whose other files must be
/// complete.
pub(crate) fn write(dist: &Path) -> Result<(), Error> {
    let read = |name: &str| {
        let path = dist.join(name);
        fs::read(&path).map_err(|e| Error::io("read", &path, &e))
    };
    let files = WIDGET
        .into_iter()
        .chain(FILES)
        .map(|name| Ok((name, integrity(&read(name)?))))
        .collect::<Result<Vec<_>, Error>>()?;
    let worker = String::from_utf8(read(WORKER)?)
        .map_err(|_| Error::new("the release's worker.js is not UTF-8."))?;
    let path = dist.join(WORKER);
    fs::write(&path, with_release(&worker, &read(PAGE)?, &files)?)
        .map_err(|e| Error::io("write", &path, &e))
}

/// The worker with the release in place of the marker. The version changes with anything that the worker keeps or is.
fn with_release(worker: &str, page: &[u8], files: &[(&str, String)]) -> Result<String, Error> {
    let [before, after] = worker.split(MARKER).collect::<Vec<_>>()[..] else {
        return Err(Error::new(format!(
            "the release's {WORKER} does not have `{MARKER}` exactly once."
        )));
    };
    let lines = files
        .iter()
        .map(|(name, hash)| format!("\n    \"{name}\": \"{hash}\","));
    let list = lines.collect::<Vec<_>>().concat();
    let all = [worker, &list, &integrity(page)].concat();
    let mut version = String::new();
    for byte in Hash::hash(all.as_bytes()).into_iter().take(8) {
        // Writing to a String does not fail.
        let _ = write!(version, "{byte:02x}");
    }
    Ok(format!(
        "{before}const RELEASE = {{\n  version: \"{version}\",\n  files: {{{list}\n  }},\n}};{after}"
    ))
}

/// What a browser compares a file with, as HTML's `integrity` attribute has it.
fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Hash::hash(content)))
}

/// The corners of the icon's background, which a system that cuts icons itself wants full.
const CORNERS: &str = " rx=\"112\"";

/// Draws the icons in `home/icons` anew from `icon.svg`.
pub(crate) fn draw_icons(project: &Path) -> Result<(), Error> {
    let browser = Browser::ensure(&CHROMIUM, &Cache::of_user()?)?;
    let folder = project.join("home/icons");
    let svg = folder.join("icon.svg");
    let round = fs::read_to_string(&svg).map_err(|e| Error::io("read", &svg, &e))?;
    let [before, after] = round.split(CORNERS).collect::<Vec<_>>()[..] else {
        return Err(Error::new(format!(
            "{} does not have `{CORNERS}` exactly once.",
            svg.display()
        )));
    };
    let full = [before, after].concat();
    let scratch = project.join("target/icons");
    fs::create_dir_all(&scratch).map_err(|e| Error::io("create", &scratch, &e))?;
    let source = scratch.join("icon.svg");
    for (name, drawing, side) in [
        ("192.png", &round, 192),
        ("512.png", &round, 512),
        ("maskable.png", &full, 512),
        ("apple-touch.png", &full, 180),
    ] {
        fs::write(&source, drawing).map_err(|e| Error::io("write", &source, &e))?;
        machine::run(&mut browser.picture(&source, side, &folder.join(name), &scratch))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(worker: &str, page: &str, file: &str) -> Result<String, Error> {
        with_release(
            worker,
            page.as_bytes(),
            &[("a.js", integrity(file.as_bytes()))],
        )
    }

    #[test]
    fn the_worker_gets_its_files_with_their_hashes() {
        let worker = release("// 1\nconst RELEASE = null;\n// 2\n", "<p>", "abc").unwrap();
        assert!(
            worker.starts_with("// 1\nconst RELEASE = {\n  version: \""),
            "{worker}"
        );
        // SHA-256 of "abc", as the standard prints it, in base64.
        let abc = "\n    \"a.js\": \"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\",\n";
        assert!(worker.contains(abc), "{worker}");
        assert!(worker.ends_with("\n};\n// 2\n"), "{worker}");
        for worker in ["", "const RELEASE = null;const RELEASE = null;"] {
            assert!(release(worker, "", "").is_err(), "{worker:?}");
        }
    }

    #[test]
    fn the_version_changes_with_the_page_with_a_file_and_with_the_worker() {
        let version = |worker: &str, page: &str, file: &str| {
            let text = release(worker, page, file).unwrap();
            let (_, from) = text.split_once("version: \"").unwrap();
            from.split_once('"').unwrap().0.to_owned()
        };
        let first = version(MARKER, "page", "file");
        assert_eq!(first.len(), 16);
        assert_eq!(version(MARKER, "page", "file"), first);
        let other_worker = format!("{MARKER}//");
        for (worker, page, file) in [
            (MARKER, "Page", "file"),
            (MARKER, "page", "File"),
            (&other_worker, "page", "file"),
        ] {
            assert_ne!(version(worker, page, file), first, "{worker} {page} {file}");
        }
    }
}
