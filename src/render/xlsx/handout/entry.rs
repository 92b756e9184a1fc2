//! Texts and formats of the cells of an entry: the last report, the day by which it is due.

use crate::model::handout::{Form, Role};
use crate::model::item::Entry;
use crate::model::ledger::Row;
use crate::model::status::StatusKind;
use crate::render::xlsx::internal::words::report_words;
use crate::render::xlsx::progress::overdue_after;
use crate::render::xlsx::style::Style;
use crate::render::xlsx::value::Values;
use crate::text::width::wrapped_lines;

/// Maximum number of characters of the last report.
const LAST_REPORT: usize = 80;

/// The last report about an item: its day, status and words; and its number of lines.
pub(super) fn last_report(row: Option<&Row<'_>>, width: usize) -> (String, usize) {
    let Some(note) = row.and_then(Row::newest) else { return (String::new(), 1) };
    let words = report_words(note).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = words.chars().take(LAST_REPORT).collect();
    if shown.len() < words.len() {
        shown.push_str("……");
    }
    let text = [note.dated.value.to_string(), note.status.value.clone(), shown].join("\n");
    let lines = wrapped_lines(&text, width);
    (text, lines)
}

/// The day by which an item is due; empty if it is done, or has no such day.
pub(super) fn day(form: &Form<'_>, entry: &Entry<'_>, row: Option<&Row<'_>>) -> String {
    let is_done = row.is_some_and(|row| row.kind == Some(StatusKind::Done));
    let day = overdue_after(entry).filter(|day| !is_done && *day >= form.notice.dated.value);
    day.map_or_else(String::new, |day| day.to_string())
}

pub(super) fn style_of(role: Role, is_helped: bool) -> Style {
    let fixed = |centred| if is_helped { Style::Helped(centred) } else { Style::Fixed(centred) };
    match role {
        Role::Measure | Role::Last | Role::Identity => fixed(false),
        Role::Table
        | Role::Group
        | Role::Number
        | Role::Task
        | Role::Offices
        | Role::Deadline
        | Role::Due => fixed(true),
        Role::Report | Role::Evidence => Style::Filled(false),
        Role::Status | Role::Reporter => Style::Filled(true),
        Role::Dated => Style::FilledDate,
    }
}

pub(super) fn values_of(role: Role) -> Values {
    match role {
        Role::Number => Values::Ordinals,
        Role::Due => Values::Days,
        _ => Values::Texts,
    }
}
