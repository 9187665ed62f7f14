//! Nobody is shut out: neither by what a state of the widget lacks, nor by a narrow page, the system's own colours, a wish
//! for no motion, or paper.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test's failure is a panic, and a check that cannot fail is one"
)]

use std::cell::{Cell, RefCell};

use e2e::{Media, STATES, Session, State, run, run_in_chromium, try_run_in_chromium};
use serde_json::{Value, json};

/// A desktop window of 1280 pixels that is enlarged four times.
const ENLARGED: (u32, u32) = (320, 256);

/// How many states a browser goes through: a new one takes as long as a state, and no test may take too long.
const STATES_PER_BROWSER: usize = 6;

/// Brings a widget into each of these states and looks at it. Fails with everything that is found in any of them.
fn check(page: &str, states: &[&State], look: &impl AsyncFn(&Session) -> Vec<String>) {
    let found = RefCell::new(Vec::new());
    let mut left = states;
    while !left.is_empty() {
        let few = &left[..left.len().min(STATES_PER_BROWSER)];
        let visited = Cell::new(0);
        let outcome = try_run_in_chromium(async |session| {
            for state in few {
                visited.set(visited.get() + 1);
                session.start_over().await;
                state.reach(session, page).await;
                let barriers = look(session).await.into_iter();
                let barriers =
                    barriers.map(|barrier| format!("{} on {page}, {barrier}", state.name));
                found.borrow_mut().extend(barriers);
            }
        });
        let gone_through = match outcome {
            Ok(()) => few.len(),
            // The states after one that fails have another browser.
            Err(failure) => {
                let gone_through = visited.get().max(1);
                // What was heard may be of any of them.
                let names = few[..gone_through].iter().map(|state| state.name);
                let names = names.collect::<Vec<_>>().join(", ");
                let failure = format!("{names} on {page}: {failure}");
                found.borrow_mut().push(failure);
                gone_through
            }
        };
        left = &left[gone_through..];
    }
    let found = found.into_inner();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

/// What axe-core finds, in light and in dark colours.
async fn shuts_out(session: &Session) -> Vec<String> {
    let light = session.barriers().await;
    // The two differ in their colours alone. Without motion these are there at once.
    let dark = Media {
        dark: true,
        reduced_motion: true,
        ..Media::default()
    };
    session.emulate(dark).await;
    let dark = session.barriers_of_colour().await;
    [("light", light), ("dark", dark)]
        .into_iter()
        .filter(|(_, barriers)| !barriers.is_empty())
        .map(|(colours, barriers)| format!("{colours}, shuts readers out:\n{barriers}"))
        .collect()
}

/// What these scripts have in common: all elements, of the page and of its widgets.
const ALL: &str = "
    const hosts = [...document.querySelectorAll('coder-path')];
    const inWidgets = hosts.flatMap((host) => [...host.shadowRoot.querySelectorAll('*')]);
    const all = [...document.querySelectorAll('*'), ...inWidgets];
    const isSeen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
    const told = (e) => `${e.localName} ${e.className} “${e.textContent.replace(/\\s+/g, ' ').trim().slice(0, 60)}”`;";

/// The lines that a script finds, each after what it is a fault of.
async fn faults(session: &Session, what: &str, script: &str) -> Vec<String> {
    let found = session.execute(&format!("{ALL} {script}"), &[]).await;
    let found: Vec<String> = serde_json::from_value(found).expect("a script finds lines");
    found
        .into_iter()
        .map(|line| format!("{what}: {line}"))
        .collect()
}

/// Whatever is wider than its place, so that a reader would have to scroll sideways for it.
const SIDEWAYS: &str = "
    const isScrolled = (e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
    return all.filter((e) => e === document.documentElement || isScrolled(e))
        .filter((e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth).map(told);";

/// Whatever would still move.
const MOVING: &str = "
    const isLong = (times) => times.split(',').some((time) => parseFloat(time) > 0);
    const moves = (style) => isLong(style.transitionDuration)
        || (style.animationName !== 'none' && isLong(style.animationDuration)) || style.scrollBehavior === 'smooth';
    const parts = [null, '::before', '::after', '::details-content'];
    return all.filter((e) => parts.some((part) => moves(getComputedStyle(e, part)))).map(told);";

/// What would be missing on paper, and what would ask there to be pressed. Three kinds of buttons are to be read as well:
/// the questions that people ask, the answers that would change a result, and the periods of a log.
const ON_PAPER: &str = "
    const ours = inWidgets.filter((e) => !e.closest('style'));
    const hasText = (e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const isToBeRead = (e) => e.matches('.questions button, .counterfactuals button, .period-head button');
    const isToBePressed = (e) => e.matches('button, [role=tab], .share *, .sheets *, .sending *, .actions *, .calendar *, .search *, .reminder *, .restoring *, .place .field:has([type=file]) *, option') && !isToBeRead(e);
    const isFolded = (e) => e.closest('details') && !e.closest('.counterfactuals .fine');
    const missing = ours.filter((e) => isFolded(e) && hasText(e) && !isToBePressed(e) && !isSeen(e));
    const asking = ours.filter((e) => isToBePressed(e) && isSeen(e));
    return [...missing.map((e) => `not printed: ${told(e)}`), ...asking.map((e) => `asks to be pressed: ${told(e)}`)];";

/// Everything that is asked of a state on the page of its own, in one visit: getting there takes longer than looking.
async fn is_closed_to_some(session: &Session) -> Vec<String> {
    let mut found = shuts_out(session).await;
    let still = Media {
        reduced_motion: true,
        ..Media::default()
    };
    session.emulate(still).await;
    found.extend(faults(session, "without motion", MOVING).await);
    let paper = Media {
        print: true,
        ..Media::default()
    };
    session.emulate(paper).await;
    found.extend(faults(session, "on paper", ON_PAPER).await);
    session.emulate(Media::default()).await;
    session.resize(ENLARGED.0, ENLARGED.1).await;
    found.extend(faults(session, "enlarged, scrolls sideways", SIDEWAYS).await);
    found
}

/// The states of the log, or all the others: the two halves take about as long, and so run beside each other.
fn half(is_log: bool) -> Vec<&'static State> {
    let is_chosen = |state: &&State| state.name.starts_with("log-") == is_log;
    STATES.iter().filter(is_chosen).collect()
}

#[test]
fn every_state_of_the_log_is_open_to_all_enlarged_without_motion_and_on_paper() {
    check("/", &half(true), &is_closed_to_some);
}

#[test]
fn every_other_state_is_open_to_all_enlarged_without_motion_and_on_paper() {
    check("/", &half(false), &is_closed_to_some);
}

#[test]
fn every_state_of_the_log_is_open_to_all_in_a_blog_post() {
    check("/demo/blog.html", &half(true), &shuts_out);
}

#[test]
fn every_other_state_is_open_to_all_in_a_blog_post() {
    check("/demo/blog.html", &half(false), &shuts_out);
}

#[test]
fn with_the_systems_own_colours_what_is_chosen_how_far_one_is_and_the_focus_are_told_apart() {
    run_in_chromium(async |session| {
        let state = STATES
            .iter()
            .find(|state| state.name == "path-earlier-answers")
            .expect("a question with a marked answer");
        let widget = state.reach(session, "/").await;
        session
            .emulate(Media {
                forced_colors: true,
                ..Media::default()
            })
            .await;
        // Widths and colours are all that such a screen leaves of them.
        let edge = async |css: &str| {
            let script = "
                const { borderStyle, borderWidth, borderColor } = getComputedStyle(arguments[0]);
                return [borderStyle, borderWidth, borderColor];";
            widget.find(css).await.execute(script, Value::Null).await
        };
        for (chosen, other) in [
            (".option:has(:checked)", ".option:last-child"),
            (".tab[aria-selected=true]", ".tab:last-child"),
        ] {
            let (chosen_edge, other_edge) = (edge(chosen).await, edge(other).await);
            assert_ne!(chosen_edge, other_edge, "{chosen} beside {other}");
        }
        assert_eq!(edge(".bar").await[0], "solid");
        let (done, rest) = (
            painted(session, "-webkit-progress-value").await,
            painted(session, "-webkit-progress-bar").await,
        );
        assert_ne!(done, rest, "the bar's two parts");

        session.press("Tab").await;
        let ring = "
            const { activeElement } = document.querySelector('coder-path').shadowRoot;
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(activeElement);
            const { backgroundColor } = getComputedStyle(document.body);
            return [outlineStyle, parseFloat(outlineWidth) >= 2, outlineColor !== backgroundColor];";
        assert_eq!(
            session.execute(ring, &[]).await,
            json!(["solid", true, true])
        );
    });
}

/// The colour of a part that the browser itself draws inside the first element that has it. Scripts cannot see it.
async fn painted(session: &Session, part: &str) -> Value {
    for domain in ["DOM.enable", "CSS.enable"] {
        session.chromium_cdp(domain, json!({})).await;
    }
    let everything = json!({ "depth": -1, "pierce": true });
    let document = session.chromium_cdp("DOM.getDocument", everything).await;
    let node = node_of(&document["root"], part).expect("the part is on the page");
    let style = session
        .chromium_cdp("CSS.getComputedStyleForNode", json!({ "nodeId": node }))
        .await;
    let properties = style["computedStyle"].as_array().into_iter().flatten();
    let mut colours = properties.filter(|property| property["name"] == "background-color");
    colours.next().expect("every element has one")["value"].clone()
}

/// The first node that the browser knows as this part, in document order.
fn node_of(node: &Value, part: &str) -> Option<Value> {
    let attributes = node["attributes"].as_array().into_iter().flatten();
    if attributes.into_iter().any(|attribute| attribute == part) || node["pseudoType"] == part {
        return Some(node["nodeId"].clone());
    }
    ["children", "shadowRoots", "pseudoElements"]
        .iter()
        .flat_map(|inside| node[inside].as_array().into_iter().flatten())
        .find_map(|inside| node_of(inside, part))
}

#[test]
fn where_motion_is_not_unwished_something_moves_so_that_the_check_for_it_can_fail() {
    run_in_chromium(async |session| {
        session.read("/").await.find(".quiz").await;
        session.emulate(Media::default()).await;
        let moving = faults(session, "by default", MOVING).await;
        assert!(
            moving.iter().any(|line| line.contains("button primary")),
            "{moving:?}"
        );
    });
}

#[test]
fn what_shuts_readers_out_is_found_with_rule_and_place_inside_a_widget_and_under_a_strict_policy() {
    run(async |session| {
        session.blog(
            "/post.html",
            "<main><h1>A post</h1><coder-path></coder-path></main>",
        );
        let widget = session.read("/post.html").await;
        assert_eq!(session.barriers().await, "");
        let radio = widget.find_worded("label.option", "None of them").await;
        let unname = "arguments[0].querySelector('span').remove();";
        radio.execute(unname, Value::Null).await;
        let found = session.barriers().await;
        for part in [
            "label (critical): Form elements must have labels",
            "coder-path > input[value=\"none\"]: ",
        ] {
            assert!(found.contains(part), "{part} is not in: {found}");
        }
    });
}

#[test]
fn colours_that_are_too_weak_in_the_dark_are_found_there() {
    run_in_chromium(async |session| {
        session.server().page(
            "/post.html",
            "<!doctype html><html lang=en><title>A post</title><style>
             :root { color-scheme: light dark; }
             p { color: light-dark(black, #333); background: light-dark(white, black); }
             </style><main><h1>A post</h1><p>Hard to read",
        );
        session.goto("/post.html").await;
        assert_eq!(session.barriers().await, "");
        let dark = Media {
            dark: true,
            ..Media::default()
        };
        session.emulate(dark).await;
        let found = session.barriers_of_colour().await;
        assert!(found.contains("color-contrast (serious)"), "{found}");
    });
}
