//! A workbook as it came back, whatever program saved it: its sheets and their cells.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{Data, Dimensions};
use jiff::civil::Date;

use crate::read::workbook::cell;
use crate::read::workbook::{self, Fault, Format, Limits, Look};
use crate::text::date;

/// One sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Cells that hold something, by row and column from 0.
    cells: BTreeMap<Cell, workbook::Cell>,
    /// Cells whose value is calculated.
    formulas: BTreeSet<Cell>,
    /// Those without a value.
    uncalculated: BTreeSet<Cell>,
    /// Merged cells.
    pub merged: Vec<Dimensions>,
}

/// Row and column of a cell, from 0.
pub type Cell = workbook::Place;

/// The name of a cell, such as G7.
pub fn name((row, column): Cell) -> String {
    cell::name((row as usize, column as usize))
}

/// The sheets of a workbook, in order.
pub fn sheets(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, Fault> {
    let sheet = |sheet: workbook::Sheet| {
        let workbook::Sheet { name, cells, formulas, uncalculated, merged, .. } = sheet;
        Sheet { name, cells, formulas, uncalculated, merged }
    };
    Ok(workbook::open(bytes, limits)?.sheets.into_iter().map(sheet).collect())
}

impl Sheet {
    fn value(&self, cell: Cell) -> Option<&Data> {
        Some(&self.cells.get(&cell)?.value)
    }

    /// The cells that hold more than white space, row by row, with their texts.
    pub fn texts(&self) -> impl Iterator<Item = (Cell, String)> {
        self.cells.keys().map(|cell| (*cell, self.text(*cell))).filter(|(_, text)| !text.is_empty())
    }

    /// The text of a cell with line feeds at its line ends, without white space around it; empty where there is
    /// nothing.
    pub fn text(&self, cell: Cell) -> String {
        let text = self.cells.get(&cell).map(workbook::Cell::text).unwrap_or_default();
        // Excel writes the carriage return of a line end in a cell as an escape of its own.
        let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
        text.trim_matches(is_blank).to_owned()
    }

    /// Whether a cell holds a formula without its value.
    pub fn is_uncalculated(&self, cell: Cell) -> bool {
        self.uncalculated.contains(&cell)
    }

    /// Whether the value of a cell is calculated, or failed to be.
    pub fn is_calculated(&self, cell: Cell) -> bool {
        self.formulas.contains(&cell) || matches!(self.value(cell), Some(Data::Error(_)))
    }

    /// The day in a cell: a date, the number of one, or words that a person would read as one.
    pub fn day(&self, cell: Cell) -> Option<Date> {
        match self.value(cell)? {
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

    /// Whether a cell shows a month or a year where it holds a day: a program made 2026年11月 the first of that month.
    pub fn hides_day(&self, cell: Cell, day: Date) -> bool {
        let Some(found) = self.cells.get(&cell).filter(|cell| !matches!(cell.value, Data::String(_))) else {
            return false;
        };
        match &found.look {
            Look::Plain => false,
            // Another day of the month that looks alike tells that the day is not shown.
            Look::Format { code, .. } => {
                let other = if day.day() == 1 { day.tomorrow() } else { day.yesterday() };
                let first = Date::constant(1899, 12, 30);
                let shown = |day: Date| Format::new(code).number(f64::from((day - first).get_days()), false);
                other.is_ok_and(|other| shown(other) == shown(day))
            }
            Look::Shown(text) => ends_with_month(text),
        }
    }
}

/// Whether a text is a year and a month: 2026年11月, 2026-11, 2026/11.
fn ends_with_month(text: &str) -> bool {
    let parts = text.trim().trim_end_matches('月').split(['年', '-', '/', '.']);
    let is_number = |part: &str| !part.trim().is_empty() && part.trim().chars().all(char::is_numeric);
    let parts: Vec<&str> = parts.collect();
    parts.len() == 2 && parts[0].trim().len() >= 4 && parts.iter().all(|part| is_number(part))
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

/// White space, and characters that show nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}
