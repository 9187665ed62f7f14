//! Makes a release smaller than its tools leave it.
//!
//! wasm-bindgen names every function that the wasm imports with a hash of 16 digits, once in the wasm and once in the
//! JavaScript, and a hash does not compress: short names took 1.6 KB off the wasm and 1.2 KB off the JavaScript.
//! Minified by esbuild, JavaScript and style took 2.6 KB less (all of it measured with brotli 11).

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::machine;
use crate::tools::Tools;

/// The section of a wasm file that lists its imports.
const IMPORTS: u8 = 2;

/// Shortens names and texts in the release in that folder.
pub(crate) fn shrink(dist: &Path, tools: &Tools) -> Result<(), Error> {
    let (wasm, script) = (dist.join("coderpath_bg.wasm"), dist.join("coderpath.js"));
    let read = |path: &Path| fs::read(path).map_err(|e| Error::io("read", path, &e));
    let write = |path: &Path, content: &[u8]| {
        fs::write(path, content).map_err(|e| Error::io("write", path, &e))
    };
    let text = String::from_utf8(read(&script)?)
        .map_err(|_| Error::new("the release's JavaScript is not UTF-8."))?;
    let (short_wasm, names) = with_short_imports(&read(&wasm)?)
        .ok_or_else(|| Error::new("the release's wasm has no list of imports that can be read."))?;
    let short_text = with_names(&text, &names)?;
    write(&wasm, &short_wasm)?;
    write(&script, short_text.as_bytes())?;
    for file in ["coderpath.js", "embed.js", "styles/widget.css"] {
        let path = dist.join(file);
        machine::run(
            tools
                .esbuild()?
                .args([
                    "--minify",
                    "--charset=utf8",
                    "--target=es2022",
                    "--log-level=warning",
                ])
                .arg("--allow-overwrite")
                .arg(format!("--outfile={}", path.display()))
                .arg(&path),
        )?;
    }
    Ok(())
}

/// The wasm with its imported functions named "a", "b" and so on, and which name became which.
/// `None` if it is not a wasm file that imports functions and nothing else, as wasm-bindgen writes it.
fn with_short_imports(wasm: &[u8]) -> Option<(Vec<u8>, HashMap<String, String>)> {
    let mut names = HashMap::new();
    let mut reader = Reader(wasm);
    let mut short = reader.take(8)?.to_vec();
    while !reader.0.is_empty() {
        let section = reader.byte()?;
        let length = reader.number()?;
        let content = reader.take(length)?;
        let content = if section == IMPORTS {
            short_imports(content, &mut names)?
        } else {
            content.to_vec()
        };
        short.push(section);
        put_number(&mut short, content.len());
        short.extend_from_slice(&content);
    }
    (!names.is_empty()).then_some((short, names))
}

fn short_imports(section: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader(section);
    let count = reader.number()?;
    let mut short = Vec::new();
    put_number(&mut short, count);
    for _ in 0..count {
        let module = reader.text()?;
        let name = reader.text()?;
        let kind = reader.byte()?;
        let function_type = reader.number()?;
        if kind != 0 {
            return None;
        }
        let next = short_name(names.len());
        let name = names.entry(name.to_owned()).or_insert(next);
        for text in [module, name.as_str()] {
            put_number(&mut short, text.len());
            short.extend_from_slice(text.as_bytes());
        }
        short.push(kind);
        put_number(&mut short, function_type);
    }
    reader.0.is_empty().then_some(short)
}

/// The n-th short name: a to z, then ba and so on.
fn short_name(mut n: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters
            .push(u8::try_from(n % 26).map_or('a', |digit| char::from(b'a'.saturating_add(digit))));
        n /= 26;
        if n == 0 {
            // An underscore, so that no keyword of JavaScript comes of it.
            letters.push('_');
            return letters.into_iter().rev().collect();
        }
    }
}

/// The JavaScript with the same names. Each must stand there once; otherwise the two files no longer fit.
fn with_names(script: &str, names: &HashMap<String, String>) -> Result<String, Error> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut short = String::with_capacity(script.len());
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut rest = script;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_part(c)).unwrap_or(from.len()));
        short.push_str(before);
        if let Some(name) = names.get(word) {
            let times = seen.entry(word).or_default();
            *times = times.saturating_add(1);
            short.push_str(name);
        } else {
            short.push_str(word);
        }
        rest = after;
    }
    short.push_str(rest);
    match names
        .keys()
        .find(|name| seen.get(name.as_str()) != Some(&1))
    {
        None => Ok(short),
        Some(name) => Err(Error::new(format!(
            "the wasm imports `{name}`, which the release's JavaScript does not name exactly once."
        ))),
    }
}

/// What is left of a wasm file to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

fn put_number(to: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or(0);
        number >>= 7;
        if number == 0 {
            to.push(low);
            return;
        }
        to.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that imports two functions from "./m.js" and has a custom section of 200 bytes.
    fn wasm() -> Vec<u8> {
        let mut imports = vec![2];
        for (name, kind_and_type) in [
            ("__wbg_log_0123456789abcdef", [0, 3]),
            ("__wbg_now_fedcba9876543210", [0, 1]),
        ] {
            imports.extend([6]);
            imports.extend(b"./m.js");
            imports.push(u8::try_from(name.len()).unwrap());
            imports.extend(name.as_bytes());
            imports.extend(kind_and_type);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(IMPORTS);
        put_number(&mut wasm, imports.len());
        wasm.extend(imports);
        wasm.push(0);
        put_number(&mut wasm, 200);
        wasm.extend([7; 200]);
        wasm
    }

    #[test]
    fn imports_get_short_names_and_the_rest_stays() {
        let long = wasm();
        let (short, names) = with_short_imports(&long).unwrap();
        assert_eq!(names.get("__wbg_log_0123456789abcdef").unwrap(), "_a");
        assert_eq!(names.get("__wbg_now_fedcba9876543210").unwrap(), "_b");
        assert_eq!(short.len(), long.len() - 2 * (26 - 2));
        assert!(short.ends_with(&[7; 200]));
        let (again, names) = with_short_imports(&short).unwrap();
        assert_eq!(again, short, "a file with short names is read as well");
        assert_eq!(names.get("_b").unwrap(), "_b");
    }

    #[test]
    fn what_is_no_wasm_with_imports_is_refused() {
        let mut memory = wasm();
        // The kind of the first import: a memory.
        memory[8 + 2 + 1 + 7 + 27] = 2;
        for (what, bytes) in [
            ("nothing", Vec::new()),
            ("cut short", wasm()[..40].to_vec()),
            ("no imports", b"\0asm\x01\0\0\0".to_vec()),
            ("another kind of import", memory),
        ] {
            assert_eq!(with_short_imports(&bytes), None, "{what}");
        }
    }

    #[test]
    fn the_script_gets_the_same_names() {
        let names = HashMap::from([("__wbg_log_01".to_owned(), "_a".to_owned())]);
        let script = "const i = { __wbg_log_01: function(x) { log(x, \"__wbg_log_012\"); } };";
        assert_eq!(
            with_names(script, &names).unwrap(),
            "const i = { _a: function(x) { log(x, \"__wbg_log_012\"); } };"
        );
        for script in ["", "__wbg_log_01: 1, __wbg_log_01: 2"] {
            assert!(with_names(script, &names).is_err(), "{script:?}");
        }
    }

    #[test]
    fn numbers_come_back_as_they_were_put() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, 1 << 28] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            assert_eq!(Reader(&bytes).number(), Some(number));
        }
    }

    #[test]
    fn short_names_differ() {
        let names: std::collections::HashSet<String> = (0..2_000).map(short_name).collect();
        assert_eq!(names.len(), 2_000);
    }
}
