//! The only reader of workbooks from outside: xlsx, xls, xlsb and ods become cells.
//!
//! The library that reads them trusts the sizes that a file declares: a sheet with one cell at XFD1048576 takes 549 GB,
//! a damaged xls never ends. So every format is parsed here first, within [`Limits`], and the library only gets a
//! workbook that this module wrote itself from the necessary parts. Cells are counted before they are
//! stored, panics of the library are caught, and every failure is one [`Fault`].

pub(in crate::read) mod cell;
mod fault;
mod format;
mod limits;
mod markup;
mod ods;
mod place;
mod records;
mod sheet;
mod value;
mod xls;
mod xlsb;
mod xlsx;

pub use fault::{Codes, Fault, Problem};
pub use format::Format;
pub use limits::{Budget, Limits};
pub use place::Place;
pub use sheet::Sheet;
pub use value::{Cell, Look};
pub use xlsx::{NEW_ERRORS, resolve};

use crate::read::package::{Package, guard, is_package};
use crate::read::workbook::place::LAST;
use crate::read::workbook::sheet::{Counted, borrowed_size, size};

/// A workbook.
#[derive(Debug, Default)]
pub struct Workbook {
    /// Its sheets, in order; those that are charts have no cells.
    pub sheets: Vec<Sheet>,
    /// Whether merged cells can be read from its format.
    pub knows_merges: bool,
}

/// Reads a workbook.
pub fn open(bytes: &[u8], limits: Limits) -> Result<Workbook, Fault> {
    if bytes.len() > limits.bytes {
        return Err(Problem::Bytes(limits.bytes).into());
    }
    guard::catch(|| read(bytes, limits)).unwrap_or_else(|| Err(Problem::Damaged.into()))
}

/// Whether a file is a workbook by what it holds, whatever its name ends with.
#[must_use]
pub fn is_by_content(bytes: &[u8]) -> bool {
    let is_workbook = || {
        if xls::is_compound(bytes) {
            let file = cfb::CompoundFile::open(std::io::Cursor::new(bytes));
            return file.is_ok_and(|file| file.exists("/Workbook") || file.exists("/Book"));
        }
        let Ok(mut package) = Package::open(bytes, Limits::default().package) else { return false };
        let is_excel = package.find("xl/workbook.xml").or_else(|| package.find("xl/workbook.bin")).is_some();
        is_excel || ods::is_ods(&mut package)
    };
    guard::catch(is_workbook).unwrap_or(false)
}

fn read(bytes: &[u8], limits: Limits) -> Result<Workbook, Fault> {
    let mut budget = Budget::new(limits);
    if xls::is_compound(bytes) {
        return xls::read(bytes, &mut budget);
    }
    if !is_package(bytes) {
        return Err(fault::of_other_content(bytes).into());
    }
    let mut package = Package::open(bytes, limits.package)?;
    if ods::is_ods(&mut package) {
        return ods::read(&mut package, &mut budget);
    }
    let main = xlsx::main_part(&mut package)?;
    if main.to_ascii_lowercase().ends_with(".bin") {
        return xlsb::read(&mut package, &main, &mut budget);
    }
    xlsx::read(&mut package, &main, &mut budget)
}

#[cfg(test)]
mod tests;
