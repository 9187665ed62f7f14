//! What axe-core finds in a page that would shut a reader out: names that are missing, contrast that is too weak, and more.

use serde_json::json;

use crate::session::{Session, text_of};
use crate::settings;

/// The rules to keep, by axe-core's tags: WCAG 2.2 at level AA, and what is good practice beyond it.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

impl Session {
    /// Everything that axe-core finds in the page and its widgets as they are now; empty if that is nothing.
    pub async fn barriers(&self) -> String {
        self.found_by("{ type: 'tag', values: tags }").await
    }

    /// What of it lies in the colours: all that can be new where a page has changed its colours and nothing else.
    pub async fn barriers_of_colour(&self) -> String {
        let of_colour = "axe.getRules(tags).filter((rule) => rule.tags.includes('cat.color'))";
        self.found_by(&format!(
            "{{ type: 'rule', values: {of_colour}.map((rule) => rule.ruleId) }}"
        ))
        .await
    }

    /// What the rules find that this JavaScript chooses by their `tags`.
    async fn found_by(&self, rules: &str) -> String {
        self.come_to_rest().await;
        // As a script of the driver's it needs no request, and no policy of the page's forbids it.
        if self.execute("return Boolean(window.axe);", &[]).await != true {
            let axe = settings::axe().unwrap_or_else(|error| panic!("{error}"));
            self.execute(&axe, &[]).await;
        }
        // Without "preload" axe-core fetches no style sheet once more.
        let script = format!("
            const [tags] = arguments;
            const asked = {{ runOnly: {rules}, resultTypes: ['violations'], preload: false }};
            const line = ({{ target, failureSummary }}) =>
                `    ${{target.flat().join(' > ')}}: ${{failureSummary.replace(/\\s+/g, ' ')}}`;
            return axe.run(document, asked).then(({{ violations }}) => violations.map(({{ id, impact, help, nodes }}) =>
                [`  ${{id}} (${{impact}}): ${{help}}`, ...nodes.map(line)].join('\\n')).join('\\n'));");
        text_of(&self.execute(&script, &[json!(TAGS)]).await)
    }
}
