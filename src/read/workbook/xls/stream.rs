//! The stream of a workbook, rewritten with all cells side by side on one sheet.

use std::collections::HashMap;

use calamine::Dimensions;

use crate::read::workbook::records::Record;
use crate::read::workbook::xls::head::Head;
use crate::read::workbook::xls::record::{END, START, long_number, number, place, put, records};
use crate::read::workbook::{Budget, Fault, LAST, Look, Place, Problem, Sheet};

/// The columns of the sheet on which all cells are handed on.
pub const WIDTH: usize = 256;
/// Cells that begin with row and column: number, text, text with formats, boolean or error, short number.
const CELLS: [u16; 5] = [0x0203, 0x0204, 0x00D6, 0x0205, SHORT];
const SHORT: u16 = 0x027E;
const SEVERAL: u16 = 0x00BD;
const SHARED_TEXT: u16 = 0x00FD;
const FORMULA: u16 = 0x0006;
const TEXT_OF_FORMULA: u16 = 0x0207;
const MERGED: u16 = 0x00E5;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;

/// A workbook whose cells stand side by side on its last sheet.
pub struct Layout {
    /// The stream.
    pub stream: Vec<u8>,
    /// The sheets of the original, without values; names in an old encoding are not decoded.
    pub sheets: Vec<Sheet>,
    /// The cells of the original.
    pub cells: Vec<Placed>,
    /// Where shared texts stand on the last sheet, by their index.
    pub texts: HashMap<u32, usize>,
    /// How each cell style shows a value.
    pub looks: Vec<Look>,
}

/// A cell of the original.
pub struct Placed {
    /// Its sheet.
    pub sheet: usize,
    /// Where it stands.
    pub place: Place,
    /// Where its value stands on the last sheet.
    pub at: usize,
    /// The index of the shared text that is its value instead.
    pub text: Option<u32>,
    /// Its style.
    pub style: u16,
}

/// Rewrites the stream of a workbook.
pub fn lay_out(stream: &[u8], budget: &mut Budget) -> Result<Layout, Fault> {
    let head = Head::of(stream)?;
    budget.sheets(head.sheets.len())?;
    let mut cells = Cells { out: Vec::new(), placed: Vec::new(), next: 0, texts: HashMap::new() };
    let mut sheets = Vec::new();
    for (i, listed) in head.sheets.iter().enumerate() {
        let mut sheet = Sheet { is_hidden: listed.is_hidden, ..Sheet::new(listed.name.clone()) };
        let of_sheet = stream.get(listed.start..).ok_or(Problem::Damaged)?;
        cells.sheet(of_sheet, i, &mut sheet, budget).map_err(|fault| fault.on(&listed.name))?;
        sheets.push(sheet);
    }
    cells.put_texts();
    let looks = head.looks();
    let Head { mut out, places, first, last, .. } = head;
    // Every sheet of the original is an empty one of ours; its name is decoded with the others.
    let empty = u32::try_from(out.len()).unwrap_or_default();
    out.extend_from_slice(first);
    put(&mut out, END, &[]);
    let full = u32::try_from(out.len()).unwrap_or_default();
    out.extend_from_slice(first);
    out.append(&mut cells.out);
    put(&mut out, END, &[]);
    for place in places {
        out[place..place + 4].copy_from_slice(&empty.to_le_bytes());
    }
    out[last..last + 4].copy_from_slice(&full.to_le_bytes());
    Ok(Layout { stream: out, sheets, cells: cells.placed, texts: cells.texts, looks })
}

/// The cells of ours.
struct Cells {
    out: Vec<u8>,
    placed: Vec<Placed>,
    next: usize,
    texts: HashMap<u32, usize>,
}

impl Cells {
    /// Takes the cells of a sheet that begins where `stream` does.
    fn sheet(
        &mut self,
        stream: &[u8],
        number_of_sheet: usize,
        sheet: &mut Sheet,
        budget: &mut Budget,
    ) -> Result<(), Fault> {
        // Charts inside of a sheet have records like cells.
        let (mut depth, mut has_begun, mut awaits_text) = (0_usize, false, false);
        for record in records(stream) {
            let Record { kind, body, whole } = record?;
            match kind {
                START if has_begun => depth += 1,
                START => has_begun = true,
                END if depth == 0 => return Ok(()),
                END => depth -= 1,
                _ if depth > 0 => {}
                kind if CELLS.contains(&kind) => {
                    let place = place(body)?;
                    self.put(kind, &body[4..], number_of_sheet, place, budget)?;
                }
                SEVERAL => self.several(body, number_of_sheet, budget)?,
                SHARED_TEXT => {
                    let index = long_number(body, 6).ok_or(Problem::Damaged)?;
                    let (place, style) = (place(body)?, number(body, 4).unwrap_or(0));
                    self.count(budget, place)?;
                    let text = Some(index);
                    self.placed.push(Placed { sheet: number_of_sheet, place, at: 0, text, style });
                }
                FORMULA => {
                    let place = place(body)?;
                    // Without the formula itself, which the library would expand.
                    let value = body.get(4..20).ok_or(Problem::Damaged)?;
                    sheet.put_formula(place, budget)?;
                    self.put(FORMULA, &[value, &[0, 0]].concat(), number_of_sheet, place, budget)?;
                    awaits_text = true;
                }
                TEXT_OF_FORMULA if awaits_text => {
                    self.out.extend_from_slice(whole);
                    awaits_text = false;
                }
                MERGED => merged(body, sheet, budget)?,
                ROW => {
                    // Bit fDyZero: the row has no height.
                    if let (Some(row), Some(flags)) = (number(body, 0), body.get(12))
                        && flags & 0x20 != 0
                    {
                        Sheet::put_hidden(&mut sheet.hidden_rows, row.into(), row.into());
                    }
                }
                COLUMNS => columns(body, sheet),
                _ => {}
            }
        }
        Ok(())
    }

    fn count(&self, budget: &Budget, place: Place) -> Result<(), Fault> {
        let most = budget.limits.cells;
        if self.placed.len() < most { Ok(()) } else { Err(Fault::from(Problem::Cells(most)).at(place)) }
    }

    /// Writes a cell; `rest` is what follows row and column.
    fn put(
        &mut self,
        kind: u16,
        rest: &[u8],
        sheet: usize,
        place: Place,
        budget: &Budget,
    ) -> Result<(), Fault> {
        self.count(budget, place)?;
        let style = number(rest, 0).unwrap_or(0);
        self.placed.push(Placed { sheet, place, at: self.next, text: None, style });
        self.write(kind, rest);
        Ok(())
    }

    fn write(&mut self, kind: u16, rest: &[u8]) {
        let row = u16::try_from(self.next / WIDTH).unwrap_or(u16::MAX);
        let column = u16::try_from(self.next % WIDTH).unwrap_or_default();
        put(&mut self.out, kind, &[&row.to_le_bytes(), &column.to_le_bytes(), rest].concat());
        self.next += 1;
    }

    /// Several short numbers in one record: row, first column, numbers with their formats, last column.
    fn several(&mut self, body: &[u8], sheet: usize, budget: &Budget) -> Result<(), Fault> {
        let (row, first) = place(body)?;
        let numbers = body.get(4..body.len().saturating_sub(2)).ok_or(Problem::Damaged)?;
        for (column, value) in (first..).zip(numbers.chunks_exact(6)) {
            self.put(SHORT, value, sheet, (row, column), budget)?;
        }
        Ok(())
    }

    /// Writes each shared text that a cell has, once.
    fn put_texts(&mut self) {
        let indexes: Vec<u32> = self.placed.iter().filter_map(|cell| cell.text).collect();
        for index in indexes {
            if !self.texts.contains_key(&index) {
                self.texts.insert(index, self.next);
                self.write(SHARED_TEXT, &[&[0, 0], index.to_le_bytes().as_slice()].concat());
            }
        }
    }
}

/// Takes the width of columns in 256ths of a character, and whether they are hidden.
fn columns(body: &[u8], sheet: &mut Sheet) {
    let [Some(first), Some(last), Some(width), Some(flags)] = [0, 2, 4, 8].map(|at| number(body, at)) else {
        return;
    };
    let (first, last) = (u32::from(first), u32::from(last).min(LAST.1));
    if flags & 1 != 0 || width == 0 {
        Sheet::put_hidden(&mut sheet.hidden_columns, first, last);
    } else {
        sheet.put_width(first, last, f64::from(width) / 256.0);
    }
}

/// Takes merged ranges: their number, then first and last row, first and last column of each.
fn merged(body: &[u8], sheet: &mut Sheet, budget: &mut Budget) -> Result<(), Fault> {
    let count = number(body, 0).ok_or(Problem::Damaged)?;
    for range in body[2..].chunks_exact(8).take(usize::from(count)) {
        let at = |at: usize| u32::from(number(range, at).unwrap_or_default());
        sheet.put_merged(Dimensions { start: (at(0), at(4)), end: (at(2), at(6)) }, budget)?;
    }
    Ok(())
}
