//! The words in the cells of the ledger.

use std::borrow::Cow;

use crate::model::deadline::Timing;
use crate::model::ledger::Row;
use crate::model::progress::Note;
use crate::model::table::Measure;

/// The words of the measure; empty for a task without measures, whose name is in the next column.
pub fn measure(item: &Row<'_>) -> String {
    item.entry.measure.map_or_else(Cow::default, Measure::printed_text).into_owned()
}

/// The deadlines as written, a line each.
pub fn deadlines(item: &Row<'_>) -> String {
    let lines = item.entry.deadlines().into_iter().map(|deadline| deadline.text.value.as_str());
    lines.collect::<Vec<_>>().join("\n")
}

/// Number of days until or since a near or past deadline; empty for others.
pub fn timing(timing: Timing) -> String {
    match timing {
        Timing::Overdue(days) => format!("逾期{days}天"),
        Timing::Soon(0) => "今天到期".to_owned(),
        Timing::Soon(days) => format!("还有{days}天到期"),
        Timing::Later(_) | Timing::Open => String::new(),
    }
}

/// Time since the last report, if it is too long.
pub fn silence(item: &Row<'_>) -> String {
    item.silent.map_or_else(String::new, |days| format!("{days}天未报送"))
}

/// Whether a report in an item's history is about its task as a whole.
pub fn about_whole_task(item: &Row<'_>, note: &Note) -> bool {
    item.entry.measure.is_some() && note.about.is_some_and(|about| about.measure.is_none())
}

/// The words of a report, without its markup.
pub fn report_words(note: &Note) -> String {
    let title = note.title.iter().map(|title| title.value.clone());
    title.chain([note.body.plain()]).collect::<Vec<_>>().join("\n")
}

/// 佐证材料 as written, a line each.
pub fn evidence(note: &Note) -> String {
    note.evidence.iter().map(|own| own.text.value.as_str()).collect::<Vec<_>>().join("\n")
}
