//! The static text of a release: what is read where the widget does not run, or does not run yet.

use std::fs;
use std::path::Path;

use coderpath::app::DateOrder;
use coderpath::render;

use crate::error::Error;

/// Where `index.html` wants the fallback.
const MARKER: &str = "<!-- fallback -->";

/// Writes the static page and the fallback into the release in that folder, and the fallback into its page as well.
pub(crate) fn write(dist: &Path) -> Result<(), Error> {
    let dates = DateOrder::default();
    let fallback = render::fallback(dates);
    let index = dist.join("index.html");
    let text = fs::read_to_string(&index).map_err(|e| Error::io("read", &index, &e))?;
    for (path, content) in [
        (index, &with_fallback(&text, &fallback)?),
        (dist.join("fallback.html"), &fallback),
        (dist.join("static.html"), &render::whole_page(dates)),
    ] {
        fs::write(&path, content).map_err(|e| Error::io("write", &path, &e))?;
    }
    Ok(())
}

/// The page with the fallback in place of the marker.
fn with_fallback(page: &str, fallback: &str) -> Result<String, Error> {
    match page.split(MARKER).collect::<Vec<_>>()[..] {
        [before, after] => Ok([before, "\n", fallback, after].concat()),
        _ => Err(Error::new(format!(
            "the release's index.html does not have `{MARKER}` exactly once."
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fallback_takes_the_markers_place() {
        assert_eq!(
            with_fallback("<a><!-- fallback --></a>", "<p>$&</p>\n").unwrap(),
            "<a>\n<p>$&</p>\n</a>"
        );
        for page in ["", "<a></a>", "<!-- fallback --><!-- fallback -->"] {
            assert!(with_fallback(page, "<p></p>").is_err(), "{page:?}");
        }
    }
}
