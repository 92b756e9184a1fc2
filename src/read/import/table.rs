//! A 责任分解表 becomes `tasks.yaml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::table::{ColumnKind, MOST_COLUMNS};
use crate::read::fault::files;
use crate::read::import::body::{self, Body, Cell};
use crate::read::import::book::Sheet;
use crate::read::import::columns::column_kind;
use crate::read::import::fault;
use crate::read::import::foot::is_personal;
use crate::read::import::frame::{self, Frame};
use crate::read::import::intake::Intake;
use crate::read::import::list::list;
use crate::read::import::narrow::{Joined, join_lines};
use crate::read::import::own::{is_partner, own};
use crate::read::import::proposal::OfficeLine;
use crate::read::import::register::is_register;
use crate::read::import::roles::Blanks;
use crate::read::import::roster::is_roster;
use crate::read::import::structure::Plan;
use crate::read::import::{Found, Kind, plan, write};
use crate::read::workbook::Limits;

impl Intake<'_> {
    /// Imports the table of the wanted sheet, or of the first that holds one.
    pub fn table(&mut self, bytes: &[u8], wanted: Option<&str>, limits: Limits) -> Option<Found> {
        let sheets = self.sheets(bytes, limits)?;
        // A sheet of names or offices is taken only where there is no table; then it is refused.
        let is_table = |sheet: &Sheet| holds_table(sheet, &sheets) && list_kind(sheet).is_none();
        let has_table = sheets.iter().any(|sheet| !sheet.is_hidden && is_table(sheet));
        let fits = |sheet: &Sheet| if has_table { is_table(sheet) } else { holds_table(sheet, &sheets) };
        let sheet = self.choose(&sheets, wanted, fits)?;
        self.table_on(sheet, &sheets)
    }

    /// Imports the table of a sheet; `sheets` are all those of its workbook.
    pub fn table_on(&mut self, sheet: &Sheet, sheets: &[Sheet]) -> Option<Found> {
        self.refuse_large(sheet)?;
        if let Some(kind) = list_kind(sheet) {
            self.find(Some(&sheet.name), None, |span| fault::other_kind(span, kind));
            return None;
        }
        let own = own(sheet, sheets);
        let found = own.or_else(|| {
            let frame = frame::frame(sheet)?;
            let body = body::any(sheet, &frame);
            Some((frame, body))
        });
        let Some((mut frame, mut body)) = found else {
            self.find(Some(&sheet.name), None, |span| fault::no_table(span, Kind::Table));
            return None;
        };
        let narrow = if frame.is_own { Vec::new() } else { join_lines(&frame, &mut body) };
        for Joined { at, before, after } in &narrow {
            self.find_each(sheet, [*at], |span, _| fault::lines_joined(span, before, after));
        }
        let blanks = match (frame.is_own, sheet.merges_down(frame.body, sheet.rows)) {
            (true, _) => Blanks::Meant,
            (false, true) => Blanks::Merged,
            (false, false) => Blanks::Below,
        };
        if frame.tiers.len() > MOST_COLUMNS {
            let at = sheet.original((frame.head, frame.left + MOST_COLUMNS));
            let count = frame.tiers.len();
            self.find(Some(&sheet.name), Some(at), |span| fault::too_many_columns(span, count, MOST_COLUMNS));
            return None;
        }
        if !frame.is_own {
            frame.caption.title = frame.caption.title.trim().to_owned();
        }
        if frame.caption.title.trim().is_empty() {
            frame.caption.title = self.stem();
            let at = sheet.original((frame.head, frame.left));
            self.find(Some(&sheet.name), Some(at), |span| fault::no_title(span, &frame.caption.title));
        }
        let plan = plan::plan(&mut body, &frame.names, blanks);
        let written = write::write(&frame, &body, &plan);
        self.tell(sheet, &frame, &body, &written.split);
        if !frame.is_own {
            let without = without_office(&frame, &body, &plan);
            for (at, name) in &written.nameless {
                self.find_each(sheet, [*at], |span, _| fault::nameless(span, name));
            }
            self.find_each(sheet, without, |span, at| {
                fault::no_office(span, &frame.names[at.1 - frame.left])
            });
        }
        self.find_each(sheet, body.numbered_only.first().copied(), |span, at| {
            fault::only_numbered(span, sheet.text(at.0, at.1), body.numbered_only.len())
        });
        self.find_each(sheet, written.uncounted, |span, at| {
            fault::offices_uncounted(span, sheet.text(at.0, at.1))
        });
        let tasks = plan.groups.iter().map(|group| group.tasks.len()).sum();
        let name: Arc<str> = sheet.name.as_str().into();
        let lines = written.offices.into_iter();
        let line = |(text, at)| OfficeLine { text, place: Some((Arc::clone(&name), sheet.original(at))) };
        Some(Found { yaml: written.yaml, offices: lines.map(line).collect(), tasks })
    }

    /// Reports content that was left out or changed.
    fn tell(&mut self, sheet: &Sheet, frame: &Frame, body: &Body, split: &[(usize, usize)]) {
        let text = |(row, column): (usize, usize)| sheet.text(row, column);
        let barred: BTreeMap<_, char> = sheet.barred().collect();
        let (caption, foot) = (&frame.caption, &body.foot);
        self.find_each(sheet, barred.keys().copied(), |span, at| files::barred_character(span, barred[&at]));
        self.find_each(sheet, caption.label, |span, at| fault::skipped(span, text(at).trim()));
        let not_placed = |span, at| fault::not_placed(span, text(at));
        self.find_each(sheet, caption.left_over.iter().copied(), not_placed);
        self.find_each(sheet, body.heads.iter().copied(), |span, _| fault::head_again(span));
        self.find_each(sheet, body.totals.iter().copied(), not_placed);
        self.find_each(sheet, foot.signatures.iter().copied(), not_placed);
        self.find_each(sheet, foot.lone.iter().copied(), |span, at| fault::lone(span, text(at)));
        self.find_each(sheet, foot.other_table, |span, at| fault::other_table(span, text(at)));
        let personal = foot.notes.iter().filter(|(_, note)| is_personal(note)).map(|(at, _)| *at);
        self.find_each(sheet, personal, |span, at| fault::personal_note(span, text(at)));
        self.find_each(sheet, body.wide.iter().copied(), |span, at| fault::wide(span, text(at)));
        for (at, above) in with_text_above(sheet, &body.unnamed) {
            self.find_each(sheet, [at], |span, _| fault::unnamed(span, above));
        }
        self.find_each(sheet, split.iter().copied(), |span, at| fault::split(span, text(at)));
        self.tell_cells(sheet);
    }
}

/// Blank cells of a column, from the top, each with the text of the nearest cell above that has any.
fn with_text_above<'s>(sheet: &'s Sheet, blank: &[(usize, usize)]) -> Vec<((usize, usize), &'s str)> {
    let (mut above, mut from) = ("", 0);
    let with_text = |&(row, column): &(usize, usize)| {
        // Each row is visited once: a column may have a hundred thousand blank cells.
        let texts = (from..row).rev().map(|row| sheet.text(row, column));
        above = texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or(above);
        from = row;
        ((row, column), above)
    };
    blank.iter().map(with_text).collect()
}

/// Blank cells in the first column of offices, beside a task or a measure.
fn without_office(frame: &Frame, body: &Body, plan: &Plan) -> Vec<(usize, usize)> {
    let is_office = |column: &usize| column_kind(frame, *column, body, plan) == ColumnKind::Office;
    let Some(column) = (0..frame.names.len()).find(is_office) else { return Vec::new() };
    let tasks = || plan.groups.iter().flat_map(|group| &group.tasks);
    // A task whose measures are still to come may be without an office.
    let is_row = |(start, end): &(usize, usize)| {
        let measure = plan.measure.map(|measure| &body.columns[measure]);
        let has_words = |cells: &Vec<Cell>| cells.get(*start).is_some_and(|cell| !cell.is_blank());
        end - start > 1 || measure.is_none_or(has_words)
    };
    let rows: BTreeSet<usize> = tasks().filter(|task| is_row(task)).flat_map(|task| task.0..task.1).collect();
    let blank = body.columns[column].iter().filter(|cell| cell.is_blank() && rows.contains(&cell.row));
    // A cell merged from the left begins in another column.
    blank.map(|cell| (cell.at.0, frame.left + column)).collect()
}

/// Whether a sheet holds a table that is not the data of another sheet's.
fn holds_table(sheet: &Sheet, sheets: &[Sheet]) -> bool {
    !is_partner(sheet, sheets) && (own(sheet, sheets).is_some() || frame::frame(sheet).is_some())
}

/// The kind of a sheet that is no table but a list of names or of offices.
fn list_kind(sheet: &Sheet) -> Option<Kind> {
    let list = list(sheet)?;
    if is_roster(&list) { Some(Kind::Roster) } else { is_register(&list).then_some(Kind::Register) }
}
