//! The one error: what went wrong, and what a person can do about it.

use std::fmt;
use std::io;
use std::path::Path;

/// A failure in words, with the commands to run by hand where there are any.
#[derive(Debug)]
pub(crate) struct Error {
    message: String,
    by_hand: Vec<String>,
}

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            by_hand: Vec::new(),
        }
    }

    /// What could not be read or written, where, and why.
    pub(crate) fn io(doing: &str, path: &Path, source: &io::Error) -> Self {
        Self::new(format!("cannot {doing} {}: {source}", path.display()))
    }

    /// Adds a command to run by hand.
    pub(crate) fn by_hand(mut self, command: impl Into<String>) -> Self {
        self.by_hand.push(command.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.by_hand.is_empty() {
            f.write_str("\n\nTo do it by hand:")?;
            for command in &self.by_hand {
                write!(f, "\n    {command}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_to_run_by_hand_stand_below_the_message() {
        let error = Error::new("no browser was found.")
            .by_hand("sudo apt-get install chromium")
            .by_hand("cargo xtask test");
        assert_eq!(
            error.to_string(),
            "no browser was found.\n\nTo do it by hand:\n    sudo apt-get install chromium\n    cargo xtask test"
        );
        assert_eq!(Error::new("plain").to_string(), "plain");
    }
}
