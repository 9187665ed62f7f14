//! A reader asks how many CEUs they owe.

use e2e::{Session, Widget, run};

const NOTHING_HELD: &str = "Tick what you hold, and your number appears here. Someone who holds nothing owes nothing \
                            yet: CEUs begin with the first certification.";

async fn calculator<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("How many CEUs?").await;
    widget.mark("What I hold").await;
    widget
}

/// The widget shows AAPC's number, and names what the other table says.
async fn aapc_owes(widget: &Widget<'_>, total: &str, other: &str) {
    widget.total("aapc", total).await;
    widget.shows(other).await;
}

#[test]
fn two_aapc_certifications_owe_48_by_the_article_and_40_by_the_later_table_which_is_remembered() {
    run(async |session| {
        let widget = calculator(session, "/").await;
        widget.tick("CPC", true).await;
        aapc_owes(&widget, "36", " asks the same total.").await;
        widget.tick("CPC-H (now COC)", true).await;
        let later = "AAPC’s later table (in force by August 31, 2015 at the latest), the newest that we found, says 40, which is 8 fewer.";
        aapc_owes(&widget, "48", later).await;
        assert_eq!(widget.count("[data-body=ahima]").await, 0);

        widget.press("Count by the later table (40)").await;
        aapc_owes(&widget, "40", "says 48, which is 8 more.").await;

        session.reload().await;
        let widget = session.ready(0).await;
        widget.open("How many CEUs?").await;
        aapc_owes(&widget, "40", "says 48, which is 8 more.").await;
        assert!(widget.field("CPC").await.is_selected().await);
        widget.press("Count by the article’s table (48)").await;
        aapc_owes(&widget, "48", later).await;
    });
}

#[test]
fn a_number_is_answered_at_once_with_its_pace_source_other_table_and_one_more() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.open("How many CEUs?").await;
        widget.total("aapc", "36").await;
        widget.says(".pace", "1.5 CEUs a month").await;
        // Number, total, the other table's, and what one more would add.
        for (number, total, other, more) in [
            (
                "2",
                "48",
                "says 40, which is 8 fewer.",
                "add 12 CEUs: 60 instead of 48.",
            ),
            (
                "4",
                "72",
                "says 48, which is 24 fewer.",
                "add 8 CEUs: 80 instead of 72.",
            ),
            (
                "5 or more",
                "80",
                "says 52, which is 28 fewer.",
                "would add nothing",
            ),
            (
                "1",
                "36",
                " asks the same total.",
                "add 12 CEUs: 48 instead of 36.",
            ),
        ] {
            widget.mark(number).await;
            aapc_owes(&widget, total, other).await;
            widget.shows(more).await;
            widget
                .says(
                    "[role=status].unseen",
                    &format!("AAPC: {total} CEUs every two years."),
                )
                .await;
        }
        widget
            .shows("copy: October 2012 or later; read on November 23, 2026")
            .await;
        // A number is tried out: nothing is held by it.
        session.reload().await;
        let widget = session.ready(0).await;
        widget.open("How many CEUs?").await;
        widget.mark("What I hold").await;
        widget.says(".answers", NOTHING_HELD).await;
    });
}

#[test]
fn a_first_period_is_a_worked_sum_with_its_assumption() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.open("How many CEUs?").await;
        widget.unfold("My first period is shorter").await;
        let months = widget.field("Months from certification").await;
        months.choose("18").await;
        widget.says(".worked", "36 × 18 months ÷ 24 = 27").await;
        widget.shows("How AAPC rounds is not known.").await;
        widget.mark("2").await;
        widget.says(".worked", "48 × 18 months ÷ 24 = 36").await;
        widget.press("Count by the later table (40)").await;
        widget.says(".worked", "40 × 18 months ÷ 24 = 30").await;
        months.choose("A whole period, 24").await;
        widget.lacks(".worked").await;
    });
}

#[test]
fn further_certifications_count_and_the_table_ends_at_five() {
    run(async |session| {
        let widget = calculator(session, "/").await;
        widget.tick("CPC", true).await;
        widget.total("aapc", "36").await;
        let others = widget.field("Other AAPC certifications").await;
        for (count, total) in [
            ("1", "48"),
            ("2", "60"),
            ("3", "72"),
            ("4", "80"),
            ("9", "80"),
        ] {
            others.choose(count).await;
            widget.total("aapc", total).await;
        }
        widget
            .shows("One more AAPC certification would add nothing")
            .await;
    });
}

#[test]
fn a_cpc_and_a_ccs_owe_36_and_20_counted_apart() {
    run(async |session| {
        let widget = calculator(session, "/").await;
        widget.tick("CPC", true).await;
        widget.tick("CCS", true).await;
        widget.total("aapc", "36").await;
        widget.total("ahima", "20").await;
        widget.say(".card h3", &["AAPC", "AHIMA"]).await;
        widget
            .shows(
                "AHIMA asks 20 CEUs every two years for one credential, counted apart from AAPC’s.",
            )
            .await;

        widget.tick("CPC", false).await;
        widget.say(".card h3", &["AHIMA"]).await;
        widget.total("ahima", "20").await;
    });
}

#[test]
fn who_holds_nothing_gets_words_and_no_number() {
    run(async |session| {
        let widget = calculator(session, "/").await;
        widget.says(".answers", NOTHING_HELD).await;
        assert_eq!(widget.count(".total").await, 0);
        widget.tick("CPC-A", true).await;
        widget.total("aapc", "36").await;
        widget.tick("CPC-A", false).await;
        widget.says(".answers", NOTHING_HELD).await;
    });
}

#[test]
fn the_bloggers_table_is_used_until_the_reader_chooses() {
    run(async |session| {
        session.blog(
            "/post.html",
            "<coder-path rules=latest view=ceus></coder-path>",
        );
        let widget = session.read("/post.html").await;
        widget.mark("What I hold").await;
        widget.tick("CPC", true).await;
        widget.tick("CPC-H (now COC)", true).await;
        aapc_owes(&widget, "40", "says 48, which is 8 more.").await;

        // The reader's own choice wins, now and later.
        widget.press("Count by the article’s table (48)").await;
        widget.total("aapc", "48").await;
        session.reload().await;
        let widget = session.ready(0).await;
        widget.total("aapc", "48").await;
    });
}
