//! 进展填报表: the workbook in which an office reports what it did, one for each office that has a duty.
//!
//! Its content is that of [`model::handout`](crate::model::handout); here it is drawn. All but the cells to
//! fill in is locked, without a password: it prevents mistakes, not access.

mod entry;
pub mod explain;
mod head;
mod place;
mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::model::Project;
use crate::model::handout::{Form, Role, SLACK, cooperates, duties};
use crate::model::item::{Entry, Item};
use crate::model::ledger::{Audience, Ledger, Row};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::handout::entry::{day, last_report, style_of, values_of};
use crate::render::xlsx::handout::explain::{EXPLANATION, explain, explanation};
use crate::render::xlsx::handout::head::write_head;
use crate::render::xlsx::handout::place::{HEAD, SHEET, height, line};
use crate::render::xlsx::handout::rules::{colour, finish, validate};
use crate::render::xlsx::sheet::{Cell, Sheet};
use crate::render::xlsx::style::{Formats, Style};
use crate::render::xlsx::{Cause, about};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::filename::free;

/// Minimum number of lines in a row, for room to write.
const FEWEST_LINES: usize = 5;
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
