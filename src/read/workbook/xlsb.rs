//! Workbooks in Excel's binary format (xlsb).

use std::fmt::Write;
use std::io::Cursor;

use calamine::{Reader, Xlsb};
use encoding_rs::UTF_16LE;

use crate::read::package::{self, Package};
use crate::read::workbook::markup::Archive;
use crate::read::workbook::records::{Record, Records};
use crate::read::workbook::xlsx::{relations, resolve};
use crate::read::workbook::{Budget, Fault, Problem, Sheet, Workbook, borrowed_size};

/// The main part; the library knows no other name of it.
const MAIN: &str = "xl/workbook.bin";

/// Properties of the workbook.
const PROPERTIES: u16 = 0x0099;
/// A sheet in the list of sheets.
const SHEET: u16 = 0x009C;
/// The end of the list of sheets.
const END_OF_SHEETS: u16 = 0x0090;
/// A shared string.
const STRING: u16 = 0x0013;
/// The head of a row.
const ROW: u16 = 0x0000;
/// The end of the cells of a sheet.
const END_OF_CELLS: u16 = 0x0092;
/// Cells with a formula: text, number, boolean, error.
const FORMULAS: [u16; 4] = [0x0008, 0x0009, 0x000A, 0x000B];

/// A record behind which the library looks for no more names.
const CALCULATION: &[u8] = &[0x9D, 0x01, 0x00];

/// Reads a workbook.
///
/// The library takes as much memory for a record as it declares, and repeats the names of cells in each formula that
/// uses them. So it gets an archive of our own without names, whose records were checked.
pub fn read(package: &mut Package<'_>, budget: &mut Budget) -> Result<Workbook, Fault> {
    let main = package.read(MAIN)?;
    let relations = relations(package, MAIN)?;
    let (mut kept, mut references, mut sheets) = (Vec::new(), String::new(), Vec::new());
    let mut archive = Archive::new();
    for record in Records::new(&main, record) {
        let record = record?;
        match record.kind {
            PROPERTIES => kept.extend_from_slice(record.whole),
            SHEET => {
                let (id, name) = listed(record.body).ok_or(Problem::Damaged)?;
                let mut sheet = Sheet::new(name.clone());
                let number = sheets.len();
                budget.sheets(number + 1)?;
                let relation = relations.get(&id).filter(|relation| relation.kind.ends_with("/worksheet"));
                if let Some(relation) = relation {
                    let part = package.read(&resolve(MAIN, &relation.target))?;
                    formulas(&part, &mut sheet, budget).map_err(|fault| fault.on(&name))?;
                    archive.add(&format!("xl/worksheets/{number}.bin"), &[&part])?;
                    let _ = write!(
                        references,
                        "<Relationship Id=\"r{number}\" Target=\"worksheets/{number}.bin\"/>"
                    );
                    kept.extend(list(number));
                }
                sheets.push((sheet, relation.is_some()));
            }
            END_OF_SHEETS => break,
            _ => {}
        }
    }
    kept.extend_from_slice(&[0x90, 0x01, 0x00]);
    kept.extend_from_slice(CALCULATION);
    archive.add(MAIN, &[&kept])?;
    let references = format!("<Relationships>{references}</Relationships>");
    archive.add("xl/_rels/workbook.bin.rels", &[references.as_bytes()])?;
    for name in ["xl/sharedStrings.bin", "xl/styles.bin"] {
        shared(package, name, &mut archive, budget)?;
    }
    let mut library: Xlsb<_> = Xlsb::new(archive.finish()?).map_err(|_| Problem::Damaged)?;
    for (number, (sheet, is_worksheet)) in sheets.iter_mut().enumerate() {
        if *is_worksheet {
            let name = sheet.name.clone();
            cells(&mut library, &number.to_string(), sheet, budget).map_err(|fault| fault.on(&name))?;
        }
    }
    Ok(Workbook { sheets: sheets.into_iter().map(|(sheet, _)| sheet).collect(), knows_merges: false })
}

/// Hands on a part that all sheets share, where there is one.
fn shared(
    package: &mut Package<'_>,
    name: &str,
    archive: &mut Archive,
    budget: &Budget,
) -> Result<(), Fault> {
    let part = match package.read(name) {
        Err(package::Fault::Missing(_)) => return Ok(()),
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
    archive.add(name, &[&part])
}

/// The id of a sheet's part and the sheet's name.
fn listed(body: &[u8]) -> Option<(String, String)> {
    let (id, rest) = text(body.get(8..)?)?;
    Some((id, text(rest)?.0))
}

/// A text with its length in front, and what follows it; a length of all ones stands for none.
fn text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = match u32::from_le_bytes(*length) {
        u32::MAX => 0,
        length => usize::try_from(length).ok()?.checked_mul(2)?,
    };
    let (text, rest) = rest.split_at_checked(length)?;
    Some((UTF_16LE.decode_without_bom_handling(text).0.into_owned(), rest))
}

/// A record that lists a visible sheet whose name is its number.
fn list(number: usize) -> Vec<u8> {
    let mut body = vec![0; 8];
    for text in [format!("r{number}"), number.to_string()] {
        body.extend(u32::try_from(text.len()).unwrap_or_default().to_le_bytes());
        body.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    }
    let length = u8::try_from(body.len()).unwrap_or_default();
    [[0x9C, 0x01, length].as_slice(), &body].concat()
}

/// Checks the records of a sheet and finds its formulas.
fn formulas(part: &[u8], sheet: &mut Sheet, budget: &mut Budget) -> Result<(), Fault> {
    let number = |body: &[u8]| body.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes));
    let (mut row, mut is_over) = (0, false);
    for record in Records::new(part, record) {
        let Record { kind, body, .. } = record?;
        match kind {
            ROW => row = number(body).ok_or(Problem::Damaged)?,
            END_OF_CELLS => is_over = true,
            kind if FORMULAS.contains(&kind) && !is_over => {
                sheet.put_formula((row, number(body).ok_or(Problem::Damaged)?), budget)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn cells(
    library: &mut Xlsb<Cursor<Vec<u8>>>,
    name: &str,
    sheet: &mut Sheet,
    budget: &mut Budget,
) -> Result<(), Fault> {
    let mut reader = library.worksheet_cells_reader(name).map_err(|_| Problem::Damaged)?;
    while let Some(cell) = reader.next_cell().map_err(|_| Problem::Damaged)? {
        let value = cell.get_value();
        sheet.put(cell.get_position(), value.clone(), borrowed_size(value), None, budget)?;
    }
    Ok(())
}

/// The first record of some bytes: a number of one or two bytes, a length of one to four, and so many bytes.
fn record(bytes: &[u8]) -> Option<Record<'_>> {
    let first = *bytes.first()?;
    let (kind, mut at) = match first & 0x80 {
        0 => (u16::from(first), 1),
        _ => (u16::from(first & 0x7F) + (u16::from(bytes.get(1)? & 0x7F) << 7), 2),
    };
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let byte = *bytes.get(at)?;
        at += 1;
        length += usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    let whole = bytes.get(..at.checked_add(length)?)?;
    Some(Record { kind, body: &whole[at..], whole })
}
