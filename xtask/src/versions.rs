//! Which versions of the tools this project is built with, and how versions are read.
//!
//! Raising one here is all it takes: the tool is installed beside the old one under its own name.

/// Turns the compiled wasm into JavaScript's idea of a module. Always equal to the library's version in Cargo.lock: the
/// two share a private format that changes with every release (a test below compares them).
pub(crate) const WASM_BINDGEN: &str = "0.2.126";

/// Builds the page and serves it. 0.22 wants a newer Rust than this project does.
pub(crate) const TRUNK: &str = "0.21.14";

/// The major version of binaryen's `wasm-opt`, which makes the wasm smaller.
pub(crate) const WASM_OPT: &str = "132";

/// The npm package that ships that `wasm-opt`.
pub(crate) const BINARYEN: &str = "132.0.0";

/// Makes JavaScript and style smaller.
pub(crate) const ESBUILD: &str = "0.28.2";

/// Finds in a page what shuts readers out.
pub(crate) const AXE: &str = "4.14.1";

/// Reads HTML as the standard has it. 10 wants a newer Node.js than Debian 12 has.
pub(crate) const HTML_VALIDATE: &str = "9.7.1";

/// Reads an export as people do who work with Python. Its next major version may ask for a newer Python than Debian 12 has.
pub(crate) const PANDAS: &str = "3.1.1";

/// What pandas stands on.
pub(crate) const NUMPY: &str = "2.4.6";

/// The first word that looks like a version in what `--version` prints: `trunk 0.21.14` is `0.21.14`.
pub(crate) fn in_answer(answer: &str) -> Option<&str> {
    answer
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The number before the first dot: browsers and their drivers must agree on it.
pub(crate) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The version of a package in the text of a Cargo.lock; `None` also where it stands there in several versions.
#[cfg(test)]
fn in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut versions = lock.split("[[package]]").filter_map(|entry| {
        let value = |key: &str| {
            entry
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
                .map(|value| value.trim_matches('"'))
        };
        (value("name") == Some(package)).then(|| value("version"))?
    });
    let version = versions.next()?;
    versions.next().is_none().then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_and_the_tool_wasm_bindgen_are_of_one_version() {
        let lock = include_str!("../../Cargo.lock");
        assert_eq!(
            in_lock(lock, "wasm-bindgen"),
            Some(WASM_BINDGEN),
            "wasm-bindgen in Cargo.lock (left) and in xtask/src/versions.rs (right) must be raised together"
        );
    }

    #[test]
    fn the_npm_package_ships_the_wasm_opt_that_is_asked_for() {
        assert_eq!(major(BINARYEN), WASM_OPT.parse().ok());
    }

    #[test]
    fn a_lock_names_a_package_once_or_not_at_all() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n\n\
                    [[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n\n\
                    [[package]]\nname = \"c\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"c\"\nversion = \"2.0.0\"\n";
        for (package, expected) in [
            ("a", Some("1.2.3")),
            ("a-b", Some("2.0.0")),
            ("b", None),
            ("c", None),
        ] {
            assert_eq!(in_lock(lock, package), expected, "{package}");
        }
    }

    #[test]
    fn versions_are_found_in_what_programs_answer() {
        for (answer, expected) in [
            ("trunk 0.21.14", Some("0.21.14")),
            ("wasm-bindgen 0.2.126", Some("0.2.126")),
            ("wasm-opt version 132 (version_132)", Some("132")),
            (
                "Chromium 150.0.7871.100 built on Debian GNU/Linux 12",
                Some("150.0.7871.100"),
            ),
            (
                "ChromeDriver 150.0.7871.100 (0a1b-refs/branch-heads/7871)",
                Some("150.0.7871.100"),
            ),
            ("command not found", None),
            ("", None),
        ] {
            assert_eq!(in_answer(answer), expected, "{answer:?}");
        }
    }

    #[test]
    fn a_major_version_is_the_number_before_the_first_dot() {
        for (version, expected) in [
            ("150.0.7871.100", Some(150)),
            ("132", Some(132)),
            ("next", None),
        ] {
            assert_eq!(major(version), expected, "{version}");
        }
    }
}
