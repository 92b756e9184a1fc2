//! A sheet of the binary format: its records checked, its cells read by the library.

use std::io::Cursor;

use calamine::Xlsb;

use crate::read::workbook::records::{Record, Records};
use crate::read::workbook::xlsb::record::record;
use crate::read::workbook::{Budget, Fault, LAST, Look, Place, Problem, Sheet, borrowed_size};

/// The head of a row.
const ROW: u16 = 0x0000;
/// The end of the cells of a sheet.
const END_OF_CELLS: u16 = 0x0092;
/// Cells with a value: numbers, errors, booleans, texts, and the formulas of them.
const CELLS: std::ops::RangeInclusive<u16> = 0x0002..=0x000B;
/// Width of columns.
const COLUMNS: u16 = 0x003C;

/// Cells with a formula: text, number, boolean, error.
const FORMULAS: [u16; 4] = [0x0008, 0x0009, 0x000A, 0x000B];

/// Cells with the numbers of their styles.
pub(super) type Styled = Vec<(Place, usize)>;

/// Checks the records of a sheet and finds everything but the values of its cells.
pub(super) fn look_into(part: &[u8], sheet: &mut Sheet, budget: &mut Budget) -> Result<Styled, Fault> {
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

pub(super) fn cells(
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
