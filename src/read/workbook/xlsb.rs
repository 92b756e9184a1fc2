//! Workbooks in Excel's binary format (xlsb).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Reader, Xlsb};
use encoding_rs::UTF_16LE;

use crate::read::package::{self, Package};
use crate::read::workbook::markup::Archive;
use crate::read::workbook::records::{Record, Records};
use crate::read::workbook::xlsx::{look, relations, resolve};
use crate::read::workbook::{Budget, Fault, LAST, Look, Place, Problem, Sheet, Workbook, borrowed_size};

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
/// The head of a row.
const ROW: u16 = 0x0000;
/// The end of the cells of a sheet.
const END_OF_CELLS: u16 = 0x0092;
/// Cells with a value: numbers, errors, booleans, texts, and the formulas of them.
const CELLS: std::ops::RangeInclusive<u16> = 0x0002..=0x000B;
/// Width of columns.
const COLUMNS: u16 = 0x003C;
/// A number format.
const FORMAT: u16 = 0x002C;
/// The beginning and the end of the styles of cells, and one of them.
const STYLES: u16 = 0x0269;
const END_OF_STYLES: u16 = 0x026A;
const STYLE: u16 = 0x002F;
/// The longest number format, in characters, as in Excel.
const LONGEST: usize = 255;
/// Cells with a formula: text, number, boolean, error.
const FORMULAS: [u16; 4] = [0x0008, 0x0009, 0x000A, 0x000B];

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

/// The look of a cell, among the styled places of its sheet in their order.
fn look_of<L: Clone>(styled: &[(Place, usize)], looks: &[L], place: Place) -> Option<L> {
    let at = styled.partition_point(|(other, _)| *other <= place).checked_sub(1)?;
    let (found, style) = styled[at];
    looks.get(style).filter(|_| found == place).cloned()
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

/// How each cell style shows a value.
fn styles(part: &[u8], from_1904: bool) -> Result<Vec<Look>, Fault> {
    let (mut codes, mut looks, mut in_cells) = (BTreeMap::<u16, Arc<str>>::new(), Vec::new(), false);
    let number = |body: &[u8], at: usize| Some(u16::from_le_bytes(body.get(at..at + 2)?.try_into().ok()?));
    for record in Records::new(part, record) {
        let Record { kind, body, .. } = record?;
        match kind {
            FORMAT => {
                let code = body.get(2..).and_then(text).map(|(code, _)| code);
                if let (Some(id), Some(code)) =
                    (number(body, 0), code.filter(|code| code.chars().count() <= LONGEST))
                {
                    codes.insert(id, code.into());
                }
            }
            STYLES => in_cells = true,
            END_OF_STYLES => in_cells = false,
            STYLE if in_cells => looks.push(look(number(body, 2).unwrap_or(0), &codes, from_1904)),
            _ => {}
        }
    }
    Ok(looks)
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

/// Cells with the numbers of their styles.
type Styled = Vec<(Place, usize)>;

/// Checks the records of a sheet and finds everything but the values of its cells.
fn look_into(part: &[u8], sheet: &mut Sheet, budget: &mut Budget) -> Result<Styled, Fault> {
    let at = |body: &[u8], at: usize| Some(u32::from_le_bytes(body.get(at..at + 4)?.try_into().ok()?));
    let number = |body: &[u8]| at(body, 0);
    let (mut row, mut is_over, mut styled) = (0, false, Vec::new());
    for record in Records::new(part, record) {
        let Record { kind, body, .. } = record?;
        match kind {
            ROW => {
                row = number(body).ok_or(Problem::Damaged)?;
                // Bit fDyZero: the row has no height.
                if body.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    Sheet::put_hidden(&mut sheet.hidden_rows, row, row);
                }
            }
            COLUMNS => {
                if let [Some(first), Some(last), Some(width)] = [0, 4, 8].map(|place| at(body, place)) {
                    let last = last.min(LAST.1);
                    if width == 0 || body.get(16).is_some_and(|flags| flags & 1 != 0) {
                        Sheet::put_hidden(&mut sheet.hidden_columns, first, last);
                    } else {
                        sheet.put_width(first, last, f64::from(width) / 256.0);
                    }
                }
            }
            END_OF_CELLS => is_over = true,
            kind if CELLS.contains(&kind) && !is_over => {
                let place = (row, number(body).ok_or(Problem::Damaged)?);
                if FORMULAS.contains(&kind) {
                    sheet.put_formula(place, budget)?;
                }
                let style = at(body, 4).map_or(0, |style| style & 0x00FF_FFFF);
                if style > 0 {
                    styled.push((place, usize::try_from(style).unwrap_or(usize::MAX)));
                }
                if styled.len() > budget.limits.cells {
                    return Err(Fault::from(Problem::Cells(budget.limits.cells)).at(place));
                }
            }
            _ => {}
        }
    }
    Ok(styled)
}

fn cells(
    library: &mut Xlsb<Cursor<Vec<u8>>>,
    name: &str,
    sheet: &mut Sheet,
    look: impl Fn(Place) -> Option<Look>,
    budget: &mut Budget,
) -> Result<(), Fault> {
    let mut reader = library.worksheet_cells_reader(name).map_err(|_| Problem::Damaged)?;
    while let Some(cell) = reader.next_cell().map_err(|_| Problem::Damaged)? {
        let value = cell.get_value();
        let place = cell.get_position();
        sheet.put(place, value.clone(), borrowed_size(value), look(place).unwrap_or_default(), budget)?;
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
