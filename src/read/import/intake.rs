//! The state of one import: the workbook's sheets, and the findings with their places.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Report};
use crate::read::import::book::{self, Sheet};
use crate::read::import::proposal::OfficeLine;
use crate::read::import::{Kind, fault};
use crate::read::workbook::{Limits, cell};
use crate::source::{FileId, Sources, Span};

/// A file made of a sheet.
#[derive(Default)]
pub struct Found {
    /// The file.
    pub yaml: String,
    /// The lines in which offices stand.
    pub offices: Vec<OfficeLine>,
    /// The number of tasks.
    pub tasks: usize,
}

/// The most cells, filled or blank, that a table may span: each is visited several times.
const MOST_CELLS: usize = 8_000_000;

/// The state of one import.
pub struct Intake<'n> {
    /// The kind of sheet that is imported.
    pub kind: Kind,
    /// The workbook as findings call it.
    pub file: &'n str,
    /// The place of the workbook as a whole.
    home: FileId,
    /// The places of the findings.
    pub sources: Sources,
    /// The findings.
    pub report: Report,
}

impl<'n> Intake<'n> {
    /// An import without findings yet.
    pub fn new(kind: Kind, file: &'n str) -> Self {
        Self::with_text(kind, file, String::new())
    }

    /// An import of a file of which findings show this text.
    pub fn with_text(kind: Kind, file: &'n str, text: String) -> Self {
        let mut sources = Sources::default();
        let home = sources.add(file.to_owned(), text);
        Self { kind, file, home, sources, report: Report::default() }
    }

    /// Reports a finding about the workbook, a sheet of it, or a cell.
    pub fn find(
        &mut self,
        sheet: Option<&str>,
        at: Option<(usize, usize)>,
        finding: impl FnOnce(Span) -> Diagnostic,
    ) {
        let mut finding = finding(Span::head(self.home));
        if !self.report.is_full(finding.code, self.home) {
            let at = at.map(cell::name);
            finding.span = cell::place(&mut self.sources, self.file, sheet, at.as_deref());
        }
        self.report.push_within(self.home, finding);
    }

    /// Reports a finding about a part of the file's text.
    pub fn find_in_text(&mut self, part: Range<usize>, finding: impl FnOnce(Span) -> Diagnostic) {
        let span = Span::new(self.home, part.start, part.end);
        self.report.push(finding(span));
    }

    /// Reports findings about cells.
    pub fn find_each(
        &mut self,
        sheet: &Sheet,
        places: impl IntoIterator<Item = (usize, usize)>,
        finding: impl Fn(Span, (usize, usize)) -> Diagnostic,
    ) {
        for at in places {
            self.find(Some(&sheet.name), Some(sheet.original(at)), |span| finding(span, at));
        }
    }

    /// The sheets with something on them.
    pub fn sheets(&mut self, bytes: &[u8], limits: Limits) -> Option<Vec<Sheet>> {
        match book::sheets(bytes, limits) {
            Ok(sheets) => Some(sheets),
            Err(reason) => {
                let at = reason.cell.map(|(row, column)| (row as usize, column as usize));
                self.find(reason.sheet.as_deref(), at, |span| fault::unreadable(span, &reason));
                None
            }
        }
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> String {
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(self.file);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    }

    /// The wanted sheet, or the first visible one that `fits`.
    pub fn choose<'s>(
        &mut self,
        sheets: &'s [Sheet],
        wanted: Option<&str>,
        fits: impl Fn(&Sheet) -> bool,
    ) -> Option<&'s Sheet> {
        let (hidden, visible): (Vec<&Sheet>, Vec<&Sheet>) = sheets.iter().partition(|sheet| sheet.is_hidden);
        if let Some(wanted) = wanted {
            let found = sheets.iter().find(|sheet| sheet.name.trim() == wanted.trim());
            if found.is_none() {
                let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                self.find(None, None, |span| fault::no_sheet(span, wanted, &names));
            }
            return found;
        }
        if !hidden.is_empty() {
            let names: Vec<&str> = hidden.iter().map(|sheet| sheet.name.as_str()).collect();
            self.find(None, None, |span| fault::hidden_sheets(span, &names));
        }
        let kind = self.kind;
        let tables: Vec<&Sheet> = visible.into_iter().filter(|sheet| fits(sheet)).collect();
        match tables.split_first() {
            None => self.find(None, None, |span| fault::no_table(span, kind)),
            Some((_, [])) => {}
            Some((first, others)) => {
                let others: Vec<&str> = others.iter().map(|sheet| sheet.name.as_str()).collect();
                self.find(None, None, |span| fault::several(span, &first.name, &others));
            }
        }
        tables.first().copied()
    }

    /// Reports cells far away, and a sheet too large to be imported, which ends the import.
    pub fn refuse_large(&mut self, sheet: &Sheet) -> Option<()> {
        if let Some((count, at, text)) = &sheet.far {
            self.find(Some(&sheet.name), Some(*at), |span| fault::far(span, text, *count));
        }
        if sheet.rows.saturating_mul(sheet.columns) > MOST_CELLS {
            let last = sheet.original((sheet.rows - 1, sheet.columns - 1));
            self.find(Some(&sheet.name), Some(last), |span| fault::too_wide(span, MOST_CELLS));
            return None;
        }
        Some(())
    }

    /// Reports cells that were changed or left out whatever the sheet is.
    pub fn tell_cells(&mut self, sheet: &Sheet) {
        let text = |(row, column): (usize, usize)| sheet.text(row, column);
        self.find_each(sheet, sheet.formulas.iter().copied(), |span, at| fault::formula(span, text(at)));
        self.find_each(sheet, sheet.uncalculated.iter().copied(), |span, _| fault::uncalculated(span));
        self.find_each(sheet, sheet.concealed.iter().copied(), |span, _| fault::concealed(span));
        self.find_each(sheet, sheet.errors(), |span, at| fault::error_value(span, text(at)));
        self.find_each(sheet, sheet.unmerged, |span, _| fault::too_many_merged(span));
        if !sheet.knows_merges {
            self.find(Some(&sheet.name), None, fault::no_merges);
        }
        if !sheet.hidden.is_empty() {
            self.find(Some(&sheet.name), None, |span| fault::hidden(span, &sheet.hidden));
        }
    }
}
