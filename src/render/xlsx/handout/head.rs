//! The rows above the entries of a handout: title, notice, office, band, headings.

use crate::model::handout::{FILLED, Form, Mark, Role, SLACK};
use crate::render::print::layout::Area;
use crate::render::xlsx::Cause;
use crate::render::xlsx::handout::place::{height, line};
use crate::render::xlsx::sheet::{Cell, Sheet};
use crate::render::xlsx::style::Style;
use crate::text::width::wrapped_lines;

/// Writes the rows above the entries: title, notice, office, band, headings.
pub(super) fn write_head(sheet: &mut Sheet<'_>, form: &Form<'_>, office: &str) -> Result<(), Cause> {
    let unit = format!("填报单位：{office}");
    let (columns, split) = (form.columns.len(), identity(form));
    let above = [
        (Style::Title, "工作任务进展填报表", 1.6, 30.0),
        (Style::Line, form.notice.title.value.as_str(), 1.1, 18.0),
        (Style::Unit, unit.as_str(), 1.1, 22.0),
    ];
    for (style, text, size, height) in above {
        let lines = wrapped_lines(text, half_widths(form, size));
        sheet.across(f64::from(line(lines)) * height, columns, style, text)?;
    }
    let area = |column, columns| Area { row: 0, rows: 1, column, columns };
    let band = [
        (area(0, split), Cell::new(Style::FormHead(false), "规定内容（已锁定）")),
        (area(split, 1), Cell::new(Style::FormHead(false), "")),
        (area(split + 1, FILLED.len()), Cell::new(Style::FormHead(true), "请在以下各列填写")),
        (area(columns - 1, 1), Cell::new(Style::FormHead(false), "")),
    ];
    sheet.block(&[20.0], band)?;
    let lines = form.columns.iter().map(|column| wrapped_lines(&column.heading, column.width));
    let identity = Mark::head();
    let heads = form.columns.iter().map(|column| match column.role {
        Role::Identity => Cell::new(Style::FormHead(false), &identity),
        role => Cell::new(Style::FormHead(role.is_filled()), &column.heading),
    });
    sheet.row(height(lines.fold(1, usize::max)), heads)
}

/// The half widths of a line across the sheet, in letters larger than the text's by a factor.
fn half_widths(form: &Form<'_>, size: f64) -> usize {
    let shown = form.columns.iter().filter(|column| !column.role.is_hidden());
    let all: usize = shown.map(|column| column.width + SLACK).sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "about a hundred")]
    let fitting = (f64::from(line(all)) / size) as usize;
    fitting.saturating_sub(4).max(2)
}

/// The column of the identities, between what is fixed and what is filled in.
fn identity(form: &Form<'_>) -> usize {
    form.columns.iter().position(|column| column.role == Role::Identity).unwrap_or(0)
}
