//! The text of a chart.

use super::{Block, Table};
use crate::app::DateOrder;
use crate::ledger::{Chart, Step};
use crate::words::{self, WORDS};

/// What a chart shows, as a table: a row for each day on which something counts. A sentence where nothing does.
pub fn chart_table(chart: &Chart, dates: DateOrder) -> Block {
    let w = &WORDS.chart;
    let mut rows = Vec::new();
    let mut add = |steps: &[Step], state: &str| {
        for step in steps {
            let cells = vec![
                step.ceus.to_string(),
                step.total.to_string(),
                state.to_owned(),
            ];
            rows.push((words::day(step.day, dates), cells));
        }
    };
    add(&chart.done, WORDS.log.done);
    add(&chart.planned, WORDS.log.planned);
    if rows.is_empty() {
        return Block::Text(w.nothing.to_owned());
    }
    Block::Table(Table {
        caption: words::chart_caption(chart, dates),
        corner: w.day.to_owned(),
        columns: [w.that_day, w.so_far, w.state].map(str::to_owned).to_vec(),
        rows,
    })
}
