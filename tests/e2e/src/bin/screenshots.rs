//! Takes a picture of every state of the widget at every width, light and dark, into the folder that it is given.
//!
//! `cargo xtask screenshots` builds the release and sets the environment.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use e2e::{Media, STATES, State, try_run};

/// A telephone, a tablet and a desk, in CSS pixels.
const WIDTHS: [u32; 3] = [320, 768, 1280];

const OWN_PAGE: &str = "/";
const BLOG: &str = "/demo/blog.html";

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("error: name the folder for the pictures; `cargo xtask screenshots` does.");
        return ExitCode::FAILURE;
    };
    let asked_for = std::env::args().nth(2).unwrap_or_default();
    let is_asked_for = |state: &&State| state.name.starts_with(&asked_for);
    let on_own_page = STATES
        .iter()
        .filter(is_asked_for)
        .map(|state| (state, OWN_PAGE, ""));
    let in_blog = STATES
        .iter()
        .take(1)
        .filter(is_asked_for)
        .map(|state| (state, BLOG, "-in-blog"));
    for (state, page, place) in on_own_page.chain(in_blog) {
        let name = format!("{}{place}", state.name);
        if let Err(failure) = take(state, page, &folder, &name) {
            eprintln!("error: no pictures of {name}: {failure}");
            return ExitCode::FAILURE;
        }
        println!("   {name}");
    }
    ExitCode::SUCCESS
}

fn take(state: &State, page: &str, folder: &Path, name: &str) -> Result<(), String> {
    try_run(async |session| {
        state.reach(session, page).await;
        for (dark, colours) in [(false, "light"), (true, "dark")] {
            let media = Media {
                dark,
                ..Media::default()
            };
            session.emulate(media).await;
            for width in WIDTHS {
                let file = folder.join(format!("{name}-{width}-{colours}.png"));
                session.screenshot_whole(width, &file).await;
            }
        }
    })
}
