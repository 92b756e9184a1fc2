//! Workbooks in the format of Excel since 2007 (xlsx, xlsm).

mod parts;
mod relations;
mod scan;
mod styles;

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

pub use relations::{main_part, relations, resolve};
pub use scan::NEW_ERRORS;
pub use styles::look;

use crate::read::package::{self, Package, guard};
use crate::read::workbook::markup::{Archive, without_declaration};
use crate::read::workbook::xlsx::parts::Book;
use crate::read::workbook::xlsx::relations::Relation;
use crate::read::workbook::xlsx::scan::Scan;
use crate::read::workbook::{Budget, Fault, Look, Problem, Sheet, Workbook, borrowed_size};

/// Reads a workbook whose main part has that name.
///
/// The library gets an archive of our own with the same cells, because it trusts the sizes in the original:
///
/// - `uniqueCount` of the shared strings is how much memory it takes before it reads the first of them;
/// - each cell format takes a copy of its font's name, so few kilobytes of styles become gigabytes;
/// - merged ranges, tables and shared formulas are expanded as declared; they are read here instead.
pub fn read(package: &mut Package<'_>, main: &str, budget: &mut Budget) -> Result<Workbook, Fault> {
    let book = Book::read(package, main)?;
    budget.sheets(book.sheets.len())?;
    let mut archive = Archive::new();
    book.write(&mut archive)?;
    if let Some(strings) = part(package, &resolve(main, "sharedStrings.xml"))? {
        let rest = scan::behind_count(&strings, budget.limits.cells)?;
        archive.add("xl/sharedStrings.xml", &[b"<sst>", rest.as_bytes()])?;
    }
    let mut looks = Vec::new();
    if let Some(styles) = part(package, &resolve(main, "styles.xml"))? {
        let styles = styles::Styles::read(&styles)?;
        archive.add("xl/styles.xml", &[styles.part().as_bytes()])?;
        looks = styles.looks(book.from_1904);
    }
    let mut sheets = Vec::new();
    for (i, listed) in book.sheets.iter().enumerate() {
        let mut sheet = Sheet { is_hidden: listed.is_hidden, ..Sheet::new(listed.name.clone()) };
        if listed.is_worksheet {
            sheet = look_into(package, sheet, &listed.part, i, &mut archive, budget)
                .map_err(|fault| fault.on(&listed.name))?;
        }
        sheets.push(sheet);
    }
    let archive = archive.finish()?;
    let mut library: Xlsx<_> = Xlsx::new(archive).map_err(|_| Problem::Damaged)?;
    for (i, (sheet, listed)) in sheets.iter_mut().zip(&book.sheets).enumerate() {
        if listed.is_worksheet {
            // A second guard, so that a panic is reported with its sheet.
            let read = guard::catch(|| cells(&mut library, &i.to_string(), sheet, &looks, budget));
            read.unwrap_or_else(|| Err(Problem::Damaged.into())).map_err(|fault| fault.on(&listed.name))?;
        }
    }
    Ok(Workbook { sheets, knows_merges: true })
}

/// Reads everything but the values of cells from a sheet, and writes its part into the archive for the library.
fn look_into(
    package: &mut Package<'_>,
    mut sheet: Sheet,
    path: &str,
    number: usize,
    archive: &mut Archive,
    budget: &mut Budget,
) -> Result<Sheet, Fault> {
    let xml = package.read_text(path)?;
    let scan = Scan::of(&xml, &mut sheet, budget)?;
    let name = format!("xl/worksheets/{number}.xml");
    archive.add(&name, &[scan.with_known_errors(without_declaration(&xml)).as_bytes()])?;
    // A damaged table part is ignored; the cells are read anyway.
    sheet.table_end = table_end(package, path).unwrap_or_default();
    Ok(sheet)
}

/// One past the last row of a sheet's first table.
fn table_end(package: &mut Package<'_>, path: &str) -> Result<Option<u32>, Fault> {
    let is_table = |relation: &Relation| relation.kind.ends_with("/relationships/table");
    let Some(table) = relations(package, path)?.into_iter().find(|(_, relation)| is_table(relation)) else {
        return Ok(None);
    };
    let xml = part(package, &resolve(path, &table.1.target))?;
    Ok(xml.and_then(|xml| scan::table_end(&xml)))
}

/// A part that need not be there.
fn part(package: &mut Package<'_>, name: &str) -> Result<Option<String>, Fault> {
    match package.read_text(name) {
        Err(package::Fault::Missing(_)) => Ok(None),
        read => Ok(Some(read?)),
    }
}

/// Reads the values of cells one by one; the library would else make room for every cell between two of them.
fn cells(
    library: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    sheet: &mut Sheet,
    looks: &[Look],
    budget: &mut Budget,
) -> Result<(), Fault> {
    let mut reader = match library.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A chart under the type of a worksheet.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(_) => return Err(Problem::Damaged.into()),
    };
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| Problem::Damaged)? {
        let value = cell.get_value();
        if *value == DataRef::Empty {
            continue;
        }
        let size = borrowed_size(value);
        let look = looks.get(style).cloned().unwrap_or_default();
        let place = cell.get_position();
        sheet.put(place, value.clone(), size, look, budget)?;
    }
    Ok(())
}
