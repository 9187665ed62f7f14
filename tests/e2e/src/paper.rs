//! The page on paper: what a browser prints, and the text of it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use fantoccini::wd::{PrintConfiguration, PrintSize};

use crate::settings::variable;

/// The papers that readers have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paper {
    /// In the United States.
    Letter,
    /// Nearly everywhere else.
    A4,
}

impl Paper {
    pub(crate) fn configuration(self) -> PrintConfiguration {
        let size = match self {
            Self::Letter => PrintSize::US_LETTER,
            Self::A4 => PrintSize::A4,
        };
        let configuration = PrintConfiguration::builder().size(size).build();
        configuration.unwrap_or_else(|error| panic!("{self:?} is no paper: {error}"))
    }
}

/// What was printed.
#[derive(Clone, Debug)]
pub struct Pdf(Vec<u8>);

impl Pdf {
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text of each page, line by line and with single spaces, as `pdftotext` reads it.
    pub fn pages(&self) -> Vec<String> {
        let program = variable("CODERPATH_PDFTOTEXT").unwrap_or_else(|missing| panic!("{missing}"));
        let mut reader = Command::new(&program)
            .args(["-raw", "-enc", "UTF-8", "-", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} cannot be started: {error}"));
        // It reads all of the file before it writes, so neither waits for the other.
        let taken = reader.stdin.take().map(|mut to| to.write_all(&self.0));
        assert!(matches!(taken, Some(Ok(()))), "{program} reads no file");
        let read = reader.wait_with_output();
        let read = read.unwrap_or_else(|error| panic!("{program} failed: {error}"));
        let text = String::from_utf8_lossy(&read.stdout);
        // A form feed ends each page.
        let mut pages: Vec<String> = text.split('\u{c}').map(tidy).collect();
        pages.pop();
        pages
    }
}

fn tidy(page: &str) -> String {
    let mut tidy = String::new();
    for line in page.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let _ = writeln!(tidy, "{}", words.join(" "));
    }
    tidy
}
