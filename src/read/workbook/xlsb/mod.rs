//! Workbooks in Excel's binary format (xlsb).

mod record;
mod sheet;
mod styles;

use std::fmt::Write;

use calamine::{Reader, Xlsb};

use crate::read::package::{self, Package};
use crate::read::workbook::markup::Archive;
use crate::read::workbook::records::Records;
use crate::read::workbook::xlsb::record::{list, listed, record};
use crate::read::workbook::xlsb::sheet::{cells, look_into};
use crate::read::workbook::xlsb::styles::{look_of, styles};
use crate::read::workbook::xlsx::{relations, resolve};
use crate::read::workbook::{Budget, Fault, Place, Problem, Sheet, Workbook};

/// The part with the looks of cells.
const LOOKS: &str = "styles.bin";
/// The name of the main part for the library, which knows no other.
const MAIN: &str = "xl/workbook.bin";

/// Properties of the workbook.
const PROPERTIES: u16 = 0x0099;
/// A sheet in the list of sheets.
const SHEET: u16 = 0x009C;
/// The end of the list of sheets.
const END_OF_SHEETS: u16 = 0x0090;
/// A shared string.
const STRING: u16 = 0x0013;

/// A record behind which the library looks for no more names.
const CALCULATION: &[u8] = &[0x9D, 0x01, 0x00];

/// Reads a workbook.
///
/// The library takes as much memory for a record as it declares, and repeats the names of cells in each formula that
/// uses them. So it gets an archive of our own without names, whose records were checked.
pub fn read(package: &mut Package<'_>, main_part: &str, budget: &mut Budget) -> Result<Workbook, Fault> {
    let main = package.read(main_part)?;
    let relations = relations(package, main_part)?;
    let mut from_1904 = false;
    let (mut kept, mut references, mut sheets) = (Vec::new(), String::new(), Vec::new());
    let mut archive = Archive::new();
    for record in Records::new(&main, record) {
        let record = record?;
        match record.kind {
            PROPERTIES => {
                from_1904 = record.body.first().is_some_and(|flags| flags & 1 != 0);
                kept.extend_from_slice(record.whole);
            }
            SHEET => {
                let (id, name) = listed(record.body).ok_or(Problem::Damaged)?;
                let is_hidden = record.body.first().is_some_and(|state| state & 3 != 0);
                let mut sheet = Sheet { is_hidden, ..Sheet::new(name.clone()) };
                let (number, mut styled) = (sheets.len(), Vec::new());
                budget.sheets(number + 1)?;
                let relation = relations.get(&id).filter(|relation| relation.kind.ends_with("/worksheet"));
                if let Some(relation) = relation {
                    let part = package.read(&resolve(main_part, &relation.target))?;
                    styled = look_into(&part, &mut sheet, budget).map_err(|fault| fault.on(&name))?;
                    archive.add(&format!("xl/worksheets/{number}.bin"), &[&part])?;
                    let _ = write!(
                        references,
                        "<Relationship Id=\"r{number}\" Target=\"worksheets/{number}.bin\"/>"
                    );
                    kept.extend(list(number));
                }
                sheets.push((sheet, relation.is_some(), styled));
            }
            END_OF_SHEETS => break,
            _ => {}
        }
    }
    archive.add(MAIN, &[&kept, &[0x90, 0x01, 0x00], CALCULATION])?;
    let references = ["<Relationships>", &references, "</Relationships>"].map(str::as_bytes);
    archive.add("xl/_rels/workbook.bin.rels", &references)?;
    let mut looks = Vec::new();
    for name in ["sharedStrings.bin", LOOKS] {
        if let Some(part) = shared(package, &resolve(main_part, name), budget)? {
            archive.add(&format!("xl/{name}"), &[&part])?;
            if name == LOOKS {
                looks = styles(&part, from_1904)?;
            }
        }
    }
    let mut library: Xlsb<_> = Xlsb::new(archive.finish()?).map_err(|_| Problem::Damaged)?;
    for (number, (sheet, _, styled)) in sheets.iter_mut().enumerate().filter(|(_, (_, is_one, _))| *is_one) {
        let name = sheet.name.clone();
        // Of two cells at one place the last counts.
        styled.sort_by_key(|(place, _)| *place);
        let look = |place: Place| look_of(styled, &looks, place);
        let read = cells(&mut library, &number.to_string(), sheet, look, budget);
        read.map_err(|fault| fault.on(&name))?;
    }
    Ok(Workbook { sheets: sheets.into_iter().map(|(sheet, ..)| sheet).collect(), knows_merges: false })
}

/// A part that all sheets share, where there is one.
fn shared(package: &mut Package<'_>, name: &str, budget: &Budget) -> Result<Option<Vec<u8>>, Fault> {
    let part = match package.read(name) {
        Err(package::Fault::Missing(_)) => return Ok(None),
        part => part?,
    };
    let mut strings = 0;
    for record in Records::new(&part, record) {
        strings += usize::from(record?.kind == STRING);
    }
    // Each string takes memory even where it is empty.
    if strings > budget.limits.cells {
        return Err(Problem::Cells(budget.limits.cells).into());
    }
    Ok(Some(part))
}
