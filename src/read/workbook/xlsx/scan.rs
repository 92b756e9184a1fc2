//! Everything of a sheet but the values of its cells: hidden rows and columns, merged ranges, formulas, tables.

use std::borrow::Cow;

use quick_xml::events::Event;

use crate::read::workbook::markup::{attribute, each, place, range, raw, reader};
use crate::read::workbook::{Budget, Fault, LAST, Place, Problem, Sheet};

/// Error values of newer versions of Excel, which the library does not know and would give up a whole sheet for.
pub const NEW_ERRORS: [&str; 10] = [
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#UNKNOWN!",
    "#GETTING_DATA",
    "#BUSY!",
    "#PYTHON!",
    "#EXTERNAL!",
];

/// Properties of a sheet's part that decide how it is given to the library.
pub struct Scan {
    has_errors: bool,
}

/// Current row and column in a sheet's part.
#[derive(Default)]
struct Position {
    row: u32,
    column: u32,
    cell: Option<Place>,
    /// Whether the cell holds a formula.
    has_formula: bool,
    /// Whether the cell stores a value, or an empty text as one.
    has_value: bool,
    /// Whether the value of the cell is open.
    in_value: bool,
}

impl Scan {
    /// Looks through a sheet's part.
    pub fn of(xml: &str, sheet: &mut Sheet, budget: &mut Budget) -> Result<Self, Fault> {
        let mut reader = reader(xml);
        let (mut scan, mut position) = (Self { has_errors: false }, Position::default());
        // Whether a formula is open whose text has not come yet.
        let mut awaits_formula = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    awaits_formula = false;
                    match tag.local_name().as_ref() {
                        "row" => position.enter_row(&tag, sheet),
                        "c" => scan.enter_cell(&tag, &mut position),
                        "f" if raw(&tag, "t").as_deref() == Some("shared") => {
                            position.put_formula(sheet, budget)?;
                        }
                        "f" => awaits_formula = true,
                        "v" | "is" => position.in_value = true,
                        _ => look(&tag, sheet, budget)?,
                    }
                }
                Ok(Event::Empty(tag)) => match tag.local_name().as_ref() {
                    "row" => {
                        position.enter_row(&tag, sheet);
                        position.leave_row();
                    }
                    "c" => {
                        scan.enter_cell(&tag, &mut position);
                        position.leave_cell(sheet);
                    }
                    "f" if raw(&tag, "t").as_deref() == Some("shared") => {
                        position.put_formula(sheet, budget)?;
                    }
                    _ => look(&tag, sheet, budget)?,
                },
                Ok(Event::Text(_) | Event::GeneralRef(_) | Event::CData(_)) if position.in_value => {
                    position.has_value = true;
                }
                Ok(Event::Text(_) | Event::GeneralRef(_) | Event::CData(_)) if awaits_formula => {
                    awaits_formula = false;
                    position.put_formula(sheet, budget)?;
                }
                Ok(Event::End(tag)) => {
                    awaits_formula = false;
                    match tag.local_name().as_ref() {
                        "row" => position.leave_row(),
                        "c" => position.leave_cell(sheet),
                        "v" | "is" => position.in_value = false,
                        _ => {}
                    }
                }
                // The library that reads the values judges whether it is damaged.
                Ok(Event::Eof) | Err(_) => return Ok(scan),
                Ok(_) => {}
            }
        }
    }

    fn enter_cell(&mut self, tag: &quick_xml::events::BytesStart<'_>, position: &mut Position) {
        if let Some(place) = raw(tag, "r").and_then(|name| place(&name)) {
            (position.row, position.column) = place;
        }
        position.cell = Some((position.row, position.column));
        position.has_formula = false;
        position.in_value = false;
        let kind = raw(tag, "t");
        // A formula may give an empty text.
        position.has_value = kind.as_deref() == Some("str");
        self.has_errors |= kind.as_deref() == Some("e");
    }

    /// The part with every error value as one that the library knows.
    pub fn with_known_errors<'x>(&self, xml: &'x str) -> Cow<'x, str> {
        let mut xml = Cow::Borrowed(xml);
        if self.has_errors {
            for error in NEW_ERRORS {
                let value = format!(">{error}<");
                if xml.contains(&value) {
                    xml = Cow::Owned(xml.replace(&value, ">#VALUE!<"));
                }
            }
        }
        xml
    }
}

impl Position {
    fn enter_row(&mut self, tag: &quick_xml::events::BytesStart<'_>, sheet: &mut Sheet) {
        if let Some(row) = raw(tag, "r").and_then(|row| row.parse::<u32>().ok()?.checked_sub(1)) {
            self.row = row;
        }
        if is_set(tag, "hidden") || is_zero(tag, "ht") {
            Sheet::put_hidden(&mut sheet.hidden_rows, self.row, self.row);
        }
    }

    fn leave_row(&mut self) {
        self.row = self.row.saturating_add(1);
        self.column = 0;
    }

    fn leave_cell(&mut self, sheet: &mut Sheet) {
        if let Some(place) = self.cell.filter(|_| self.has_formula && !self.has_value) {
            sheet.uncalculated.insert(place);
        }
        self.column = self.column.saturating_add(1);
        self.cell = None;
    }

    fn put_formula(&mut self, sheet: &mut Sheet, budget: &mut Budget) -> Result<(), Fault> {
        self.has_formula = true;
        self.cell.map_or(Ok(()), |place| sheet.put_formula(place, budget))
    }
}

fn is_set(tag: &quick_xml::events::BytesStart<'_>, name: &str) -> bool {
    matches!(raw(tag, name).as_deref(), Some("1" | "true"))
}

/// Whether a size is given and zero.
fn is_zero(tag: &quick_xml::events::BytesStart<'_>, name: &str) -> bool {
    raw(tag, name).is_some_and(|size| size.parse() == Ok(0.0))
}

/// Reads merged ranges and hidden columns, before and behind the cells.
fn look(
    tag: &quick_xml::events::BytesStart<'_>,
    sheet: &mut Sheet,
    budget: &mut Budget,
) -> Result<(), Fault> {
    match tag.local_name().as_ref() {
        "mergeCell" => {
            if let Some(range) = raw(tag, "ref").and_then(|name| range(&name)) {
                sheet.put_merged(range, budget)?;
            }
        }
        "col" => {
            let number = |name| raw(tag, name)?.parse::<u32>().ok();
            let first = number("min").unwrap_or(1).saturating_sub(1);
            let last = number("max").map_or(first, |last| last.saturating_sub(1)).min(LAST.1);
            if is_set(tag, "hidden") || is_zero(tag, "width") {
                Sheet::put_hidden(&mut sheet.hidden_columns, first, last);
            } else if let Some(width) = raw(tag, "width").and_then(|width| width.parse().ok()) {
                sheet.put_width(first, last, width);
            }
        }
        _ => {}
    }
    Ok(())
}

/// One past the last row of a table of Excel's.
pub fn table_end(xml: &str) -> Option<u32> {
    let mut end = None;
    let _ = each(xml, |tag| {
        if tag.local_name().as_ref() != "table" {
            return Ok(());
        }
        let area = attribute(tag, "ref").and_then(|name| range(&name));
        let totals = attribute(tag, "totalsRowCount").and_then(|count| count.parse::<u32>().ok());
        end = area.map(|area| (area.end.0 + 1).saturating_sub(totals.unwrap_or(0)));
        // The first tag of that name is the table.
        Err(())
    });
    end
}

/// Everything behind the opening tag of the shared strings, which declares their number.
pub fn behind_count(xml: &str, most: usize) -> Result<&str, Fault> {
    let mut reader = reader(xml);
    let rest = loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "sst" => {
                break usize::try_from(reader.buffer_position()).unwrap_or(xml.len());
            }
            // No strings at all.
            Ok(Event::Empty(tag)) if tag.local_name().as_ref() == "sst" => return Ok("</sst>"),
            Ok(Event::Eof) | Err(_) => return Err(Problem::Damaged.into()),
            Ok(_) => {}
        }
    };
    let rest = xml.get(rest..).unwrap_or_default();
    // Each string takes memory even where it is empty.
    let strings = rest.match_indices("<si").count() + rest.match_indices(":si").count();
    if strings > most { Err(Problem::Cells(most).into()) } else { Ok(rest) }
}
