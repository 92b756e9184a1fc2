//! An existing 责任分解表, in a workbook of anybody's making, becomes a `tasks.yaml` that builds the same table; a sheet of
//! names becomes a `roster.yaml`, a sheet of offices an `offices.yaml`. A whole paper becomes the folder of a notice (`paper`).
//!
//! `book` reads cells and merged ranges, `frame` finds title and head, `body` the rows, `plan` the roles of columns and
//! rows, `write` writes the YAML; `list` reads sheets of names and offices; `duty` finds columns of offices,
//! `parties` the names in their lines, `name_kind` what these stand for, and `proposal` the entries of a register. Content that cannot be kept is reported with its sheet and cell.

mod align;
mod body;
mod book;
mod caption;
mod codes;
mod columns;
mod duty;
mod far_cells;
mod fault;
mod fill_down;
mod foot;
mod frame;
mod groups;
mod hidden;
mod intake;
mod kind;
mod list;
mod lone_rows;
mod name_kind;
mod narrow;
mod next_table;
mod notes;
mod own;
mod paper;
mod parties;
mod plan;
mod proposal;
mod record;
mod register;
mod roles;
mod roster;
mod signature;
mod structure;
mod table;
mod write;

pub use codes::CODES;
pub use fault::{left_out, unreadable_document};
pub use kind::Kind;
pub use paper::{ImportedPaper, import_document, import_paper, is_paper, is_paper_file};
pub use proposal::Proposal;

use crate::diagnostic::Report;
use crate::read::import::intake::{Found, Intake};
use crate::read::import::proposal::OfficeLine;
use crate::read::workbook::Limits;
use crate::source::Sources;

/// Result of an import.
#[derive(Debug)]
pub struct Imported {
    /// The file, where a table was found.
    pub yaml: Option<String>,
    /// The lines in which offices stand, each once, in the order of the table.
    offices: Vec<OfficeLine>,
    /// The places of the findings.
    pub sources: Sources,
    /// The findings.
    pub report: Report,
}

/// Imports a table from the bytes of a workbook; `name` is how findings call it, `sheet` the sheet that is meant,
/// `limits` how large the workbook may be.
#[must_use]
pub fn import(name: &str, bytes: &[u8], sheet: Option<&str>, limits: Limits) -> Imported {
    import_as(Kind::Table, name, bytes, sheet, limits)
}

/// Imports a sheet of any kind, as [`import`] does a table.
#[must_use]
pub fn import_as(kind: Kind, name: &str, bytes: &[u8], sheet: Option<&str>, limits: Limits) -> Imported {
    let mut intake = Intake::new(kind, name);
    let found = match kind {
        Kind::Table => intake.table(bytes, sheet, limits),
        Kind::Roster => intake.roster(bytes, sheet, limits),
        Kind::Register => intake.register(bytes, sheet, limits),
    };
    intake.report.sort();
    let Found { yaml, offices, .. } = found.unwrap_or_default();
    let yaml = Some(yaml).filter(|yaml| !yaml.is_empty());
    Imported { yaml, offices, sources: intake.sources, report: intake.report }
}
