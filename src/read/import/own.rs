//! Tables out of our own workbooks, which hold each table twice: as printed, and as data on a sheet 数据.

use crate::read::import::body::{self, Body};
use crate::read::import::book::{Record, Sheet};
use crate::read::import::frame::{self, Frame};

/// The names that our own workbooks give to a table's sheet and to that of its data.
pub const OWN: (&str, &str) = ("责任分解表", "数据");

/// A sheet of one of our own workbooks, whose table stands on a sheet 数据 once more.
pub fn own(sheet: &Sheet, sheets: &[Sheet]) -> Option<(Frame, Body)> {
    let data = format!("{}{}", OWN.1, sheet.name.strip_prefix(OWN.0)?);
    let data = sheets.iter().find(|sheet| sheet.name == data)?;
    let heads: Vec<String> = (0..data.columns).map(|column| data.text(0, column).to_owned()).collect();
    let (frame, has_banners) = frame::own(sheet, &heads)?;
    let record = |row: usize| -> Record {
        let mut texts = (0..data.columns).map(|column| data.text(row, column).to_owned());
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
