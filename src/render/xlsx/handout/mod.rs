//! 进展填报表: the workbook in which an office reports what it did, one for each office that has a duty.
//!
//! Its content is that of [`model::handout`](crate::model::handout); here it is drawn. All but the cells to
//! fill in is locked, without a password: it prevents mistakes, not access.

pub mod explain;
mod place;
mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::model::Project;
use crate::model::handout::{FILLED, Form, Mark, Role, SLACK, cooperates, duties};
use crate::model::item::{Entry, Item};
use crate::model::ledger::{Audience, Ledger, Row};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::status::StatusKind;
use crate::render::print::heights::{HIGHEST_ROW, ROW_PADDING};
use crate::render::print::layout::Area;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::handout::explain::{EXPLANATION, explain, explanation};
use crate::render::xlsx::handout::place::{HEAD, SHEET, line};
use crate::render::xlsx::handout::rules::{colour, finish, validate};
use crate::render::xlsx::internal::words::report_words;
use crate::render::xlsx::progress::overdue_after;
use crate::render::xlsx::sheet::{Cell, Sheet};
use crate::render::xlsx::style::{self, Formats, Style};
use crate::render::xlsx::value::Values;
use crate::render::xlsx::{Cause, about};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::filename::free;
use crate::text::width::wrapped_lines;

/// Minimum number of lines in a row, for room to write.
const FEWEST_LINES: usize = 5;
/// Maximum number of characters of the last report.
const LAST_REPORT: usize = 80;
/// Excel's unit is the width of a digit, 7 pixels; a half width of 11 points has 22/3 of them.
const UNITS_PER_COLUMN: f64 = 22.0 / 21.0;

/// The formats of the cells.
const STYLES: [Style; 13] = [
    Style::Explanation,
    Style::Title,
    Style::Line,
    Style::Unit,
    Style::FormHead(false),
    Style::FormHead(true),
    Style::Fixed(false),
    Style::Fixed(true),
    Style::Helped(false),
    Style::Helped(true),
    Style::Filled(false),
    Style::Filled(true),
    Style::FilledDate,
];

/// One workbook per notice and office with a duty.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let formats = Arc::new(Formats::new(STYLES));
    let notices = edition.project.notices.par_iter();
    let of_notices = notices.map(|notice| of_notice(edition.project, notice, &formats));
    Ok(of_notices.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
}

/// The handouts of a notice, one for each office with a duty.
fn of_notice<'e>(
    project: &'e Project,
    notice: &'e Notice,
    formats: &Arc<Formats>,
) -> Result<Vec<Artifact<'e>>, Error> {
    let has_reports = notice.notes.iter().any(|note| note.dated.value <= project.today);
    let form = Arc::new(Form::with(notice, has_reports));
    let ledger = has_reports.then(|| Arc::new(Ledger::new(project, notice, Audience::Internal)));
    let mut taken = BTreeSet::new();
    let of_office = |(office, entries): (OfficeId, Vec<Entry<'e>>)| {
        let name = &project.register.office(office).name.value;
        let path = OutputPath::new(&routes::handout(notice, &free(name, &mut taken)))?;
        let (form, ledger, formats) = (Arc::clone(&form), ledger.clone(), Arc::clone(formats));
        let is_helped = |entry: &Entry<'_>| cooperates(entry, office, &project.register);
        let (helped, own): (Vec<Entry<'e>>, Vec<_>) = entries.into_iter().partition(is_helped);
        Ok(Artifact::new(path, move || {
            let duties = Duties { project, form: &form, office: name, own: &own, helped: &helped };
            let made = duties.write(ledger.as_deref(), &formats);
            made.map_err(|cause| Error::Workbook(format!("{} {name}: {cause}", notice.path)))
        }))
    };
    duties(notice, &project.register).into_iter().map(of_office).collect()
}

/// The content of a handout.
struct Duties<'a> {
    project: &'a Project,
    form: &'a Form<'a>,
    office: &'a str,
    /// The items for which the office is responsible.
    own: &'a [Entry<'a>],
    /// The items in which it only cooperates; they stand below.
    helped: &'a [Entry<'a>],
}

impl Duties<'_> {
    /// Writes the handout.
    fn write(&self, ledger: Option<&Ledger<'_>>, formats: &Formats) -> Result<Vec<u8>, Cause> {
        let Self { project, form, helped, .. } = *self;
        let words: Vec<&str> =
            project.site.statuses.iter().map(|(_, status)| status.word.value.as_str()).collect();
        let mut book = Book::new(formats, &about(form.notice))?;
        let sheet = book.sheet(EXPLANATION, words.len())?;
        let lines = explanation(&form.notice.issuer(), !helped.is_empty());
        let choices = explain(sheet.worksheet, &lines, &words, formats)?;
        let count = self.own.len() + helped.len();
        let mut sheet = book.sheet(SHEET, count)?;
        for (i, column) in (0..).zip(&form.columns) {
            let width = u32::try_from(column.width + SLACK).unwrap_or(u32::MAX);
            sheet.worksheet.set_column_width(i, f64::from(width) * UNITS_PER_COLUMN)?;
            if column.role.is_hidden() {
                sheet.worksheet.set_column_hidden(i)?;
            }
        }
        let last = HEAD + line(count).max(1);
        validate(sheet.worksheet, form, &choices, last)?;
        colour(sheet.worksheet, form, last)?;
        finish(sheet.worksheet, form, last)?;
        write_head(&mut sheet, form, self.office)?;
        let rows: BTreeMap<Item, &Row<'_>> =
            ledger.into_iter().flat_map(Ledger::rows).map(|row| (row.entry.item, row)).collect();
        for (entries, is_helped) in [(self.own, false), (helped, true)] {
            for entry in entries {
                self.write_row(&mut sheet, entry, rows.get(&entry.item).copied(), is_helped)?;
            }
        }
        book.finish()
    }

    fn write_row(
        &self,
        sheet: &mut Sheet<'_>,
        entry: &Entry<'_>,
        row: Option<&Row<'_>>,
        is_helped: bool,
    ) -> Result<(), Cause> {
        let form = self.form;
        let texts = form.columns.iter().map(|column| match column.role {
            Role::Last => last_report(row, column.width),
            Role::Due => (day(form, entry, row), 1),
            _ => form.cell(entry, self.office, column),
        });
        let (texts, lines): (Vec<String>, Vec<usize>) = texts.unzip();
        let cells = form.columns.iter().zip(texts.iter().zip(&lines)).map(|(column, (text, lines))| Cell {
            style: style_of(column.role, is_helped),
            text,
            values: values_of(column.role).on_lines(*lines),
        });
        sheet.row(height(lines.iter().copied().fold(FEWEST_LINES, usize::max)), cells)
    }
}

/// The last report about an item: its day, status and words; and its number of lines.
fn last_report(row: Option<&Row<'_>>, width: usize) -> (String, usize) {
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
fn day(form: &Form<'_>, entry: &Entry<'_>, row: Option<&Row<'_>>) -> String {
    let is_done = row.is_some_and(|row| row.kind == Some(StatusKind::Done));
    let day = overdue_after(entry).filter(|day| !is_done && *day >= form.notice.dated.value);
    day.map_or_else(String::new, |day| day.to_string())
}

fn style_of(role: Role, is_helped: bool) -> Style {
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

fn values_of(role: Role) -> Values {
    match role {
        Role::Number => Values::Ordinals,
        Role::Due => Values::Days,
        _ => Values::Texts,
    }
}

/// Writes the rows above the entries: title, notice, office, band, headings.
fn write_head(sheet: &mut Sheet<'_>, form: &Form<'_>, office: &str) -> Result<(), Cause> {
    let unit = format!("填报单位：{office}");
    let (columns, split) = (form.columns.len(), identity(form));
    let above = [
        (Style::Title, "工作任务进展填报表", 1.6, 30.0),
        (Style::Line, form.notice.title.value.as_str(), 1.1, 18.0),
        (Style::Unit, unit.as_str(), 1.1, 22.0),
    ];
    for (style, text, size, height) in above {
        let lines = wrapped_lines(text, half_widths(form, size));
        sheet.across((f64::from(line(lines)) * height).min(HIGHEST_ROW), columns, style, text)?;
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

fn height(lines: usize) -> f64 {
    (f64::from(line(lines)) * style::FORM_LINE + ROW_PADDING).min(HIGHEST_ROW)
}

/// The column of the identities, between what is fixed and what is filled in.
fn identity(form: &Form<'_>) -> usize {
    form.columns.iter().position(|column| column.role == Role::Identity).unwrap_or(0)
}
