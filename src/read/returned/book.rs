//! A workbook as it came back, whatever program saved it: its sheets and their cells.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Dimensions, Error, Range, Reader, Sheets, Xlsx, XlsxError, open_workbook_auto_from_rs};
use jiff::civil::Date;

use crate::read::attached::{cell_text, letters};
use crate::text::date;

/// One sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Cells that hold something, by row and column from 0.
    cells: BTreeMap<Cell, Data>,
    /// Cells whose value is calculated.
    formulas: BTreeSet<Cell>,
    /// Merged cells.
    pub merged: Vec<Dimensions>,
}

/// Row and column of a cell, from 0.
pub type Cell = (u32, u32);

/// The name of a cell, such as G7.
pub fn name((row, column): Cell) -> String {
    format!("{}{}", letters(column as usize), row + 1)
}

/// The sheets of a workbook, in order; `None` when the bytes are none that can be read.
pub fn sheets(bytes: &[u8]) -> Option<Vec<Sheet>> {
    // calamine gives up on some damaged files by a panic; what it had read is dropped with it.
    std::panic::catch_unwind(|| {
        let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
        let names = book.sheet_names();
        names.into_iter().map(|name| sheet(&mut book, name)).collect()
    })
    .unwrap_or_default()
}

fn sheet(book: &mut Sheets<Cursor<&[u8]>>, name: String) -> Option<Sheet> {
    let mut sheet = Sheet { name, cells: BTreeMap::new(), formulas: BTreeSet::new(), merged: Vec::new() };
    let read = match book {
        Sheets::Xlsx(book) => sheet.of_xlsx(book).map_err(Error::Xlsx),
        book => sheet.of_other(book),
    };
    // A sheet that is a chart has no cells.
    let is_chart = matches!(read, Err(Error::Xlsx(XlsxError::NotAWorksheet(_))));
    (read.is_ok() || is_chart).then_some(sheet)
}

impl Sheet {
    /// Cell by cell: a space typed into the last row of a sheet makes no table of a million rows.
    fn of_xlsx(&mut self, book: &mut Xlsx<Cursor<&[u8]>>) -> Result<(), XlsxError> {
        let mut reader = book.worksheet_cells_reader(&self.name)?;
        while let Some(cell) = reader.next_cell()? {
            self.take(cell.get_position(), cell.get_value().clone().into());
        }
        drop(reader);
        let mut reader = book.worksheet_cells_reader(&self.name)?;
        while let Some(cell) = reader.next_formula()? {
            if !cell.get_value().is_empty() {
                self.formulas.insert(cell.get_position());
            }
        }
        drop(reader);
        self.merged = book.merge_cells_by_sheet_name(&self.name)?;
        Ok(())
    }

    fn of_other(&mut self, book: &mut Sheets<Cursor<&[u8]>>) -> Result<(), Error> {
        let values = book.worksheet_range(&self.name)?;
        for (cell, value) in used(&values) {
            self.take(cell, value.clone());
        }
        let formulas = book.worksheet_formula(&self.name)?;
        self.formulas.extend(used(&formulas).filter(|(_, text)| !text.is_empty()).map(|(cell, _)| cell));
        if let Sheets::Xls(book) = book {
            self.merged = book.merge_cells_by_sheet_name(&self.name).unwrap_or_default();
        }
        Ok(())
    }

    fn take(&mut self, cell: Cell, value: Data) {
        if !matches!(value, Data::Empty) {
            self.cells.insert(cell, value);
        }
    }

    /// The cells that hold more than white space, row by row, with their texts.
    pub fn texts(&self) -> impl Iterator<Item = (Cell, String)> {
        self.cells.keys().map(|cell| (*cell, self.text(*cell))).filter(|(_, text)| !text.is_empty())
    }

    /// The text of a cell with line feeds at its line ends, without white space around it; empty where there is
    /// nothing.
    pub fn text(&self, cell: Cell) -> String {
        let text = self.cells.get(&cell).map(cell_text).unwrap_or_default();
        // Excel writes the carriage return of a line end in a cell as an escape of its own.
        let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
        text.trim_matches(is_blank).to_owned()
    }

    /// Whether the value of a cell is calculated, or failed to be.
    pub fn is_calculated(&self, cell: Cell) -> bool {
        self.formulas.contains(&cell) || matches!(self.cells.get(&cell), Some(Data::Error(_)))
    }

    /// The day in a cell: a date, the number of one, or words that a person would read as one.
    pub fn day(&self, cell: Cell) -> Option<Date> {
        match self.cells.get(&cell)? {
            // 20240831 typed into a cell of days is no number of one.
            Data::DateTime(day) if day.is_datetime() && day.as_f64() > LAST_DAY => {
                date::loose(&day.as_f64().to_string())
            }
            Data::DateTime(day) if day.is_datetime() => {
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                date::of_numbers(u32::from(year), u32::from(month), u32::from(day))
            }
            Data::DateTimeIso(text) => date::parse(text.get(..10)?),
            Data::Float(number) => of_number(*number, &self.text(cell)),
            #[expect(clippy::cast_precision_loss, reason = "numbers of days are small")]
            Data::Int(number) => of_number(*number as f64, &self.text(cell)),
            _ => date::loose(&self.text(cell)),
        }
    }
}

/// 9999-12-31, the last day that a workbook has.
const LAST_DAY: f64 = 2_958_466.0;

/// The day of a number: of the days since the end of 1899 where that lies in our century, else as its digits are
/// read.
fn of_number(number: f64, digits: &str) -> Option<Date> {
    // 2000-01-01 and 2099-12-31.
    if (36_526.0..73_051.0).contains(&number) {
        let day = calamine::ExcelDateTime::new(number, calamine::ExcelDateTimeType::DateTime, false);
        let (year, month, day, ..) = day.to_ymd_hms_milli();
        return date::of_numbers(u32::from(year), u32::from(month), u32::from(day));
    }
    date::loose(digits)
}

fn used<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (Cell, &T)> {
    let (top, left) = range.start().unwrap_or_default();
    let place = move |at: usize, from: u32| from + u32::try_from(at).unwrap_or(u32::MAX - from);
    range.used_cells().map(move |(row, column, value)| ((place(row, top), place(column, left)), value))
}

/// White space, and characters that show nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}
