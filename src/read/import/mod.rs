//! An existing 责任分解表, in a workbook of anybody's making, becomes a `tasks.yaml` that builds the same table.
//!
//! `book` reads cells and merged ranges, `frame` finds title and head, `body` the rows, `plan` the roles of columns and
//! rows, `write` writes the YAML. Content that cannot be kept is reported with its sheet and cell.

mod align;
mod body;
mod book;
mod caption;
mod codes;
mod columns;
mod fault;
mod foot;
mod frame;
mod groups;
mod hidden;
mod own;
mod plan;
mod record;
mod roles;
mod structure;
mod write;

pub use codes::CODES;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Report};
use crate::model::table::MOST_COLUMNS;
use crate::read::fault::files;
use crate::read::import::body::Body;
use crate::read::import::book::Sheet;
use crate::read::import::foot::is_personal;
use crate::read::import::frame::Frame;
use crate::read::import::own::{is_partner, own};
use crate::read::import::roles::Blanks;
use crate::read::workbook::Limits;
use crate::read::workbook::cell;
use crate::source::{FileId, Sources, Span};

/// Result of an import.
#[derive(Debug)]
pub struct Imported {
    /// The file `tasks.yaml`, where a table was found.
    pub yaml: Option<String>,
    /// The places of the findings.
    pub sources: Sources,
    /// The findings.
    pub report: Report,
}

/// The most cells, filled or blank, that a table may span: each is visited several times.
const MOST_CELLS: usize = 8_000_000;

/// Imports a table from the bytes of a workbook; `name` is how findings call it, `sheet` the sheet that is meant,
/// `limits` how large the workbook may be.
#[must_use]
pub fn import(name: &str, bytes: &[u8], sheet: Option<&str>, limits: Limits) -> Imported {
    let mut sources = Sources::default();
    let home = sources.add(name.to_owned(), String::new());
    let mut desk = Desk { file: name, home, sources, report: Report::default() };
    let yaml = desk.import(bytes, sheet, limits);
    desk.report.sort();
    Imported { yaml, sources: desk.sources, report: desk.report }
}

struct Desk<'n> {
    file: &'n str,
    /// The place of the workbook as a whole.
    home: FileId,
    sources: Sources,
    report: Report,
}

impl Desk<'_> {
    fn find(
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

    fn import(&mut self, bytes: &[u8], wanted: Option<&str>, limits: Limits) -> Option<String> {
        let sheets = match book::sheets(bytes, limits) {
            Ok(sheets) => sheets,
            Err(reason) => {
                let at = reason.cell.map(|(row, column)| (row as usize, column as usize));
                self.find(reason.sheet.as_deref(), at, |span| fault::unreadable(span, &reason));
                return None;
            }
        };
        let sheet = self.choose(&sheets, wanted)?;
        if let Some((count, at, text)) = &sheet.far {
            self.find(Some(&sheet.name), Some(*at), |span| fault::far(span, text, *count));
        }
        if sheet.rows.saturating_mul(sheet.columns) > MOST_CELLS {
            let last = sheet.original((sheet.rows - 1, sheet.columns - 1));
            self.find(Some(&sheet.name), Some(last), |span| fault::too_wide(span, MOST_CELLS));
            return None;
        }
        let own = own(sheet, &sheets);
        let is_own = own.is_some();
        let found = own.or_else(|| {
            let frame = frame::frame(sheet)?;
            let body = body::any(sheet, &frame);
            Some((frame, body))
        });
        let Some((mut frame, mut body)) = found else {
            self.find(Some(&sheet.name), None, fault::no_table);
            return None;
        };
        let blanks = match (is_own, sheet.merges_down(frame.body, sheet.rows)) {
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
        let leaves: Vec<String> =
            frame.tiers.iter().map(|tiers| tiers.last().cloned().unwrap_or_default()).collect();
        if frame.caption.title.trim().is_empty() {
            frame.caption.title = self.stem();
            let at = sheet.original((frame.head, frame.left));
            self.find(Some(&sheet.name), Some(at), |span| fault::no_title(span, &frame.caption.title));
        }
        let plan = plan::plan(&mut body, &leaves, blanks);
        let written = write::write(&frame, &body, &plan);
        self.tell(sheet, &frame, &body, &written.split);
        Some(written.yaml)
    }

    /// The file's name without its ending.
    fn stem(&self) -> String {
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(self.file);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    }

    /// The wanted sheet, or the first that holds a table.
    fn choose<'s>(&mut self, sheets: &'s [Sheet], wanted: Option<&str>) -> Option<&'s Sheet> {
        let (hidden, visible): (Vec<&Sheet>, Vec<&Sheet>) = sheets.iter().partition(|sheet| sheet.is_hidden);
        if let Some(wanted) = wanted {
            let found = sheets.iter().find(|sheet| sheet.name.trim() == wanted.trim());
            if found.is_none() {
                let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                self.find(None, None, |span| fault::no_sheet(span, wanted, &names));
            }
            return found;
        }
        let own_table = |sheet: &Sheet| own(sheet, sheets).is_some();
        if !hidden.is_empty() {
            let names: Vec<&str> = hidden.iter().map(|sheet| sheet.name.as_str()).collect();
            self.find(None, None, |span| fault::hidden_sheets(span, &names));
        }
        let tables: Vec<&Sheet> = visible
            .into_iter()
            .filter(|sheet| !is_partner(sheet, sheets))
            .filter(|sheet| own_table(sheet) || frame::frame(sheet).is_some())
            .collect();
        match tables.split_first() {
            None => self.find(None, None, fault::no_table),
            Some((_, [])) => {}
            Some((first, others)) => {
                let others: Vec<&str> = others.iter().map(|sheet| sheet.name.as_str()).collect();
                self.find(None, None, |span| fault::several(span, &first.name, &others));
            }
        }
        tables.first().copied()
    }

    /// Reports content that was left out or changed.
    fn tell(&mut self, sheet: &Sheet, frame: &Frame, body: &Body, split: &[(usize, usize)]) {
        let name = Some(sheet.name.as_str());
        let text = |(row, column): (usize, usize)| sheet.text(row, column);
        let mut each = |places: &mut dyn Iterator<Item = (usize, usize)>, finding: &Finding<'_>| {
            for at in places {
                self.find(name, Some(sheet.original(at)), |span| finding(span, at));
            }
        };
        let barred: BTreeMap<_, char> = sheet.barred().collect();
        each(&mut barred.keys().copied(), &|span, at| files::barred_character(span, barred[&at]));
        each(&mut frame.caption.label.into_iter(), &|span, at| fault::skipped(span, text(at).trim()));
        let left_over = &frame.caption.left_over;
        each(&mut left_over.iter().copied(), &|span, at| fault::not_placed(span, text(at)));
        each(&mut body.heads.iter().copied(), &|span, _| fault::head_again(span));
        let foot = &body.foot;
        each(&mut foot.signatures.iter().copied(), &|span, at| fault::not_placed(span, text(at)));
        each(&mut foot.other_table.into_iter(), &|span, at| fault::other_table(span, text(at)));
        let personal = foot.notes.iter().filter(|(_, note)| is_personal(note)).map(|(at, _)| *at);
        each(&mut { personal }, &|span, at| fault::personal_note(span, text(at)));
        each(&mut body.wide.iter().copied(), &|span, at| fault::wide(span, text(at)));
        each(&mut split.iter().copied(), &|span, at| fault::split(span, text(at)));
        each(&mut sheet.formulas.iter().copied(), &|span, at| fault::formula(span, text(at)));
        each(&mut sheet.uncalculated.iter().copied(), &|span, _| fault::uncalculated(span));
        each(&mut sheet.errors(), &|span, at| fault::error_value(span, text(at)));
        each(&mut sheet.unmerged.into_iter(), &|span, _| fault::too_many_merged(span));
        if !sheet.knows_merges {
            self.find(name, None, fault::no_merges);
        }
        if !sheet.hidden.is_empty() {
            self.find(name, None, |span| fault::hidden(span, &sheet.hidden));
        }
    }
}

/// A finding about a cell.
type Finding<'f> = dyn Fn(Span, (usize, usize)) -> Diagnostic + 'f;
