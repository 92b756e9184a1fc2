//! 数据 and 按股室 of a notice: its measures to filter and count, with the days that deadlines mean and the public progress.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jiff::civil::Date;

use crate::model::deadline::Meaning;
use crate::model::flat::{DUE, Flat, LAST_REPORT, OFFICES, STATUS, added};
use crate::model::handout::{Form, Role, duties};
use crate::model::item::{Entry, Item};
use crate::model::ledger::Row;
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::status::Statuses;
use crate::model::table::{ColumnKind, Table, Value};
use crate::render::publication::Publication;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::data::{Column, write_rows};
use crate::render::xlsx::value::fitting;

/// End of a text that is put together and too long for a cell.
const CUT: &str = "……（全文见“责任分解表”）";
/// Most rows below the heads of a sheet (Excel specifications and limits).
const MOST_ROWS: usize = 1_048_575;

/// The public progress of a notice's items: the status and the day of the last report.
pub struct Progress(Option<BTreeMap<Item, [Rc<str>; 2]>>);

impl Progress {
    /// The progress of a publication.
    pub fn new(publication: &Publication<'_>, statuses: &Statuses) -> Self {
        let texts = |row: &Row<'_>| -> [Rc<str>; 2] {
            let status = row.status.map_or("", |status| statuses.get(status).word.value.as_str());
            [status.into(), written(row.newest().map(|note| note.dated.value))]
        };
        let of_ledger = publication.ledger.as_ref();
        Self(of_ledger.map(|ledger| ledger.rows().map(|row| (row.entry.item, texts(row))).collect()))
    }

    /// The columns; none without public progress.
    fn columns(&self) -> impl Iterator<Item = (&'static str, ColumnKind)> {
        let columns = [(STATUS, ColumnKind::Person), (LAST_REPORT, ColumnKind::Deadline)];
        columns.into_iter().filter(|_| self.0.is_some())
    }

    /// The texts of an item in the columns.
    fn texts(&self, item: Option<Item>) -> impl Iterator<Item = Rc<str>> {
        let texts = self.0.as_ref().map(|rows| item.and_then(|item| rows.get(&item)).cloned());
        texts.into_iter().flat_map(Option::unwrap_or_default)
    }
}

/// Writes the data of one of a notice's tables: beside each deadline the day that it means, and the public progress.
pub fn write_table(
    book: &mut Book<'_>,
    name: &str,
    notice: &Notice,
    table: &Table,
    progress: &Progress,
) -> Result<(), Cause> {
    let flat = Flat::new(table);
    let own = notice.entries().into_iter().filter(|entry| std::ptr::eq(entry.table, table));
    let entries: Vec<Entry<'_>> = own.collect();
    let is_understood = |column: &usize| entries.iter().any(|entry| due(entry, Some(*column)).is_some());
    let dues: BTreeSet<usize> = (0..table.columns.len()).filter(is_understood).collect();
    let before = usize::from(flat.has_banners());
    let heads = flat.heads();
    let mut used: BTreeSet<String> = heads.iter().map(|head| head.to_lowercase()).collect();
    let mut columns = Vec::new();
    for (i, (head, kind)) in heads.into_iter().zip(flat.kinds()).enumerate() {
        columns.push(Column::new(head, kind));
        if i.checked_sub(before).is_some_and(|column| dues.contains(&column)) {
            columns.push(Column::new(added(DUE, &mut used), ColumnKind::Deadline));
        }
    }
    columns.extend(progress.columns().map(|(head, kind)| Column::new(added(head, &mut used), kind)));
    write_rows(book, name, &columns, || {
        let (mut entries, dues) = (entries.iter(), &dues);
        flat.rows().zip(flat.items()).map(move |(texts, is_item)| {
            let entry = if is_item { entries.next() } else { None };
            let mut row = Vec::with_capacity(texts.len() + 3);
            for (i, text) in texts.into_iter().enumerate() {
                row.push(text);
                if let Some(column) = i.checked_sub(before).filter(|column| dues.contains(column)) {
                    row.push(written(entry.and_then(|entry| due(entry, Some(column)))));
                }
            }
            row.extend(progress.texts(entry.map(|entry| entry.item)));
            row
        })
    })
}

/// Writes 按股室: a row for each measure and each of its offices, where the register knows any.
pub fn write_offices(
    book: &mut Book<'_>,
    notice: &Notice,
    register: &Register,
    progress: &Progress,
) -> Result<(), Cause> {
    let duties: BTreeMap<OfficeId, Vec<Entry<'_>>> = duties(notice, register);
    let count: usize = duties.values().map(Vec::len).sum();
    if count == 0 || count > MOST_ROWS {
        return Ok(());
    }
    let form = Form::new(notice);
    let shown = || form.columns.iter().filter(|column| column.role < Role::Identity);
    let mut used = BTreeSet::new();
    let mut column = |head: &str, kind| Column::new(added(head, &mut used), kind);
    let mut columns = vec![column("股室", ColumnKind::Office)];
    columns.extend(shown().map(|own| column(&own.heading, kind(own.role))));
    columns.push(column(DUE, ColumnKind::Deadline));
    columns.extend(progress.columns().map(|(head, kind)| column(head, kind)));
    write_rows(book, OFFICES, &columns, || {
        let rows =
            duties.iter().flat_map(|(office, entries)| entries.iter().map(move |entry| (office, entry)));
        rows.map(|(office, entry)| {
            let mut row: Vec<Rc<str>> = vec![register.office(*office).name.value.as_str().into()];
            row.extend(shown().map(|column| fitting(form.whole(entry, column.role), CUT).into()));
            row.push(written(due(entry, None)));
            row.extend(progress.texts(Some(entry.item)));
            row
        })
    })
}

/// The kind of a column of the form.
fn kind(role: Role) -> ColumnKind {
    match role {
        Role::Number => ColumnKind::Number,
        Role::Task => ColumnKind::Task,
        Role::Measure => ColumnKind::Measure,
        Role::Deadline => ColumnKind::Deadline,
        _ => ColumnKind::Office,
    }
}

/// The last day that an item's deadlines mean, in a column or in all of them.
fn due(entry: &Entry<'_>, column: Option<usize>) -> Option<Date> {
    meanings(entry, column).filter_map(Meaning::last_day).max()
}

/// The last day behind which an item is overdue; none for 2024年底前，并长期坚持.
pub fn overdue_after(entry: &Entry<'_>) -> Option<Date> {
    let day = |meaning| if let Meaning::By(day) = meaning { Some(day) } else { None };
    meanings(entry, None).filter_map(day).max()
}

/// The meanings of an item's deadlines, in a column or in all of them.
fn meanings<'e>(entry: &Entry<'e>, column: Option<usize>) -> impl Iterator<Item = Meaning> + use<'e> {
    let cells =
        entry.cells().into_iter().filter(move |cell| column.is_none_or(|column| cell.column == column));
    let deadlines = cells.flat_map(|cell| match &cell.value {
        Value::Deadlines(deadlines) => deadlines.as_slice(),
        Value::Text(_) | Value::Offices(_) => &[],
    });
    deadlines.map(|deadline| deadline.meaning)
}

fn written(day: Option<Date>) -> Rc<str> {
    day.map_or_else(String::new, |day| day.to_string()).into()
}
