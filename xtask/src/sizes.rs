//! What a page downloads for the widget, and the most it may be.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::home;

/// All that a page downloads until the first question can be answered.
pub(crate) const WIDGET: [&str; 4] = [
    "embed.js",
    "coderpath.js",
    "coderpath_bg.wasm",
    "styles/widget.css",
];

/// The most that [`WIDGET`] may weigh together in bytes, compressed with brotli at its best. 1 KB is 1,000 bytes.
///
/// Raising it takes a commit that says what the reader of a page gets for the bytes.
const BUDGET: usize = 270_500;

/// The weight of one file in bytes.
#[derive(Debug)]
struct Row {
    name: &'static str,
    raw: usize,
    brotli: usize,
}

/// The files of a release with their weights.
#[derive(Debug)]
pub(crate) struct Sizes {
    /// The widget's, which the budget is for.
    rows: Vec<Row>,
    /// What the page of its own adds, which no blog's reader downloads.
    home: Vec<Row>,
}

impl Sizes {
    /// Weighs the release in that folder.
    pub(crate) fn of(dist: &Path) -> Result<Self, Error> {
        let weigh = |name| {
            let path = dist.join(name);
            let content = fs::read(&path).map_err(|e| Error::io("read", &path, &e))?;
            Ok::<_, Error>(Row {
                name,
                raw: content.len(),
                brotli: compressed(&content).map_err(|e| Error::io("compress", &path, &e))?,
            })
        };
        Ok(Self {
            rows: WIDGET.into_iter().map(weigh).collect::<Result<_, _>>()?,
            home: home::files().map(weigh).collect::<Result<_, _>>()?,
        })
    }

    /// An error that says by how much the budget is exceeded, if it is.
    pub(crate) fn within_budget(&self) -> Result<(), Error> {
        let total = brotli(&self.rows);
        match total.checked_sub(BUDGET) {
            None | Some(0) => Ok(()),
            Some(excess) => Err(Error::new(format!(
                "the release is {} over its size budget: {} of {}.",
                kilobytes(excess),
                kilobytes(total),
                kilobytes(BUDGET)
            ))),
        }
    }
}

fn raw(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.raw).sum()
}

fn brotli(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.brotli).sum()
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line =
            |name: &str, raw: &str, brotli: &str| writeln!(f, "   {name:<24}{raw:>12}{brotli:>12}");
        line("file", "raw", "brotli")?;
        for row in &self.rows {
            line(row.name, &kilobytes(row.raw), &kilobytes(row.brotli))?;
        }
        let (all, packed) = (raw(&self.rows), brotli(&self.rows));
        line("total", &kilobytes(all), &kilobytes(packed))?;
        line("budget", "", &kilobytes(BUDGET))?;
        for row in &self.home {
            line(row.name, &kilobytes(row.raw), &kilobytes(row.brotli))?;
        }
        let (all, packed) = (raw(&self.home), brotli(&self.home));
        line("page of its own", &kilobytes(all), &kilobytes(packed))
    }
}

/// Bytes as kilobytes of 1,000 with one digit, rounded up: a table must not show less than there is.
fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// The length after brotli at quality 11 with a window of 4 MB: what servers that compress ahead of time use.
fn compressed(content: &[u8]) -> std::io::Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut output, &parameters)?;
    Ok(output.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(brotli: [usize; 2]) -> Sizes {
        let row = |brotli| Row {
            name: "file.js",
            raw: brotli * 3,
            brotli,
        };
        Sizes {
            rows: brotli.map(row).into(),
            home: vec![row(BUDGET)],
        }
    }

    #[test]
    fn the_budget_is_for_all_files_together() {
        assert!(sizes([BUDGET - 1, 0]).within_budget().is_ok());
        assert!(sizes([BUDGET - 5, 5]).within_budget().is_ok());
        let error = sizes([BUDGET - 5, 1_005]).within_budget().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the release is 1.0 KB over its size budget: 271.5 KB of 270.5 KB."
        );
        assert!(sizes([BUDGET, 1]).within_budget().is_err());
    }

    #[test]
    fn kilobytes_are_rounded_up() {
        for (bytes, shown) in [
            (0, "0.0 KB"),
            (1, "0.1 KB"),
            (100, "0.1 KB"),
            (101, "0.2 KB"),
            (56_049, "56.1 KB"),
            (110_000, "110.0 KB"),
        ] {
            assert_eq!(kilobytes(bytes), shown, "{bytes}");
        }
    }

    #[test]
    fn the_table_has_total_and_budget_and_apart_from_them_the_page_of_its_own() {
        let table = sizes([1_000, 2_000]).to_string();
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines[3].split_whitespace().collect::<Vec<_>>(),
            ["total", "9.0", "KB", "3.0", "KB"]
        );
        assert_eq!(
            lines[4].split_whitespace().collect::<Vec<_>>(),
            ["budget", "270.5", "KB"]
        );
        assert_eq!(
            lines[6].split_whitespace().collect::<Vec<_>>(),
            ["page", "of", "its", "own", "811.5", "KB", "270.5", "KB"]
        );
    }

    #[test]
    fn repetition_weighs_next_to_nothing() {
        assert!(compressed(&[b'a'; 10_000]).unwrap() < 50);
    }
}
