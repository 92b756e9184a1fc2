//! Tables out of our own workbooks, which hold each table twice: as printed, and as data on a sheet 数据.

use crate::model::flat::{ADDED, OFFICES};
use crate::read::import::body::{self, Body};
use crate::read::import::book::{Record, Sheet};
use crate::read::import::frame::{self, Frame};

/// The names that our own workbooks give to a table's sheet and to that of its data.
pub const OWN: (&str, &str) = ("责任分解表", "数据");

/// A sheet of one of our own workbooks, whose table stands on a sheet 数据 once more.
pub fn own(sheet: &Sheet, sheets: &[Sheet]) -> Option<(Frame, Body)> {
    let data = format!("{}{}", OWN.1, sheet.name.strip_prefix(OWN.0)?);
    let data = sheets.iter().find(|sheet| sheet.name == data)?;
    let (frame, has_banners, columns) = frame(sheet, data)?;
    let record = |row: usize| -> Record {
        let mut texts = columns.iter().map(|column| data.text(row, *column).to_owned());
        let banner = if has_banners { texts.next().unwrap_or_default() } else { String::new() };
        (banner, texts.collect())
    };
    let mut records: Vec<Record> = (1..data.rows).map(record).collect();
    // A table of Excel has at least one row, blank where the table has none.
    if let [(banner, texts)] = records.as_slice()
        && banner.is_empty()
        && texts.iter().all(String::is_empty)
    {
        records.clear();
    }
    let body = body::own(sheet, &frame, &records)?;
    Some((frame, body))
}

/// The frame of a table, whether it has rows across, and the columns of its data: all but those that the workbook added.
fn frame(sheet: &Sheet, data: &Sheet) -> Option<(Frame, bool, Vec<usize>)> {
    let head = |column: &usize| data.text(0, *column);
    // An added column has a mark more than the table's own column of that heading.
    let is_added =
        |column: &usize| ADDED.iter().position(|added| *added == head(column).trim_end_matches('′'));
    let mut candidates: Vec<usize> = (0..data.columns).filter(|column| is_added(column).is_some()).collect();
    candidates.sort_by_key(|column| (std::cmp::Reverse(head(column).matches('′').count()), is_added(column)));
    (0..=candidates.len()).find_map(|added| {
        let columns: Vec<usize> =
            (0..data.columns).filter(|column| !candidates[..added].contains(column)).collect();
        let heads: Vec<String> = columns.iter().map(|column| head(column).to_owned()).collect();
        let (frame, has_banners) = frame::own(sheet, &heads)?;
        Some((frame, has_banners, columns))
    })
}

/// Whether a sheet says again what a table's sheet of the same workbook says.
pub fn is_partner(sheet: &Sheet, sheets: &[Sheet]) -> bool {
    let has = |name: &str| sheets.iter().any(|sheet| sheet.name == name);
    match sheet.name.strip_prefix(OWN.1) {
        Some(number) => has(&format!("{}{number}", OWN.0)),
        None => sheet.name == OFFICES && (has(OWN.0) || has(&format!("{}1", OWN.0))),
    }
}
