//! Tables out of our own workbooks, which hold each table twice: as printed, and as data on a sheet 数据.

use crate::model::flat::{BANNER, DUE, LAST_REPORT, OFFICES, STATUS};
use crate::read::import::body::{self, Body};
use crate::read::import::book::{Record, Sheet};
use crate::read::import::frame::{Frame, own as own_frames};

/// The names that our own workbooks give to a table's sheet and to that of its data.
pub const OWN: (&str, &str) = ("责任分解表", "数据");

/// A sheet of one of our own workbooks, whose table stands on a sheet 数据 once more.
pub fn own(sheet: &Sheet, sheets: &[Sheet]) -> Option<(Frame, Body)> {
    let data = format!("{}{}", OWN.1, sheet.name.strip_prefix(OWN.0)?);
    let data = sheets.iter().find(|sheet| sheet.name == data)?;
    let heads: Vec<&str> = (0..data.columns).map(|column| data.text(0, column)).collect();
    // The first row, label or title, stands across the table.
    let width = sheet.area(0, 0).columns;
    let readings = [(true, true), (true, false), (false, true), (false, false)];
    readings.into_iter().find_map(|(has_banners, has_progress)| {
        if has_banners && heads.first() != Some(&BANNER) {
            return None;
        }
        let columns = own_columns(&heads, usize::from(has_banners), has_progress, width)?;
        let names: Vec<String> = columns.iter().map(|column| heads[*column].to_owned()).collect();
        let records = records(data, &columns, has_banners);
        own_frames(sheet, &names).into_iter().find_map(|frame| {
            let body = body::own(sheet, &frame, &records)?;
            Some((frame, body))
        })
    })
}

/// The rows of a sheet of data, without the columns that were added.
fn records(data: &Sheet, columns: &[usize], has_banners: bool) -> Vec<Record> {
    let record = |row: usize| -> Record {
        let banner = if has_banners { data.text(row, 0).to_owned() } else { String::new() };
        (banner, columns.iter().map(|column| data.text(row, *column).to_owned()).collect())
    };
    let mut records: Vec<Record> = (1..data.rows).map(record).collect();
    // A table of Excel has at least one row, blank where the table has none.
    if let [(banner, texts)] = records.as_slice()
        && banner.is_empty()
        && texts.iter().all(String::is_empty)
    {
        records.clear();
    }
    records
}

/// The places of a table's own columns among those of its data, behind the first ones: all but those that the workbook
/// added, 截止日期 behind columns of deadlines, 状态 and 最近报送日期 at the end. `None` if there are not so many.
fn own_columns(heads: &[&str], before: usize, has_progress: bool, width: usize) -> Option<Vec<usize>> {
    let mut columns: Vec<usize> = (before..heads.len()).collect();
    let mut added = columns.len().checked_sub(width)?;
    // An added column has a mark more than the table's own column of that name.
    let is = |column: usize, name: &str| heads[column].trim_end_matches('′') == name;
    if has_progress {
        let (report, status) = (columns.pop()?, columns.pop()?);
        if !is(status, STATUS) || !is(report, LAST_REPORT) {
            return None;
        }
        added = added.checked_sub(2)?;
    }
    let mut dues: Vec<usize> = columns.iter().copied().filter(|column| is(*column, DUE)).collect();
    dues.sort_by_key(|column| std::cmp::Reverse(heads[*column].len()));
    let dues = dues.get(..added)?;
    columns.retain(|column| !dues.contains(column));
    Some(columns)
}

/// Whether a sheet says again what a table's sheet of the same workbook says.
pub fn is_partner(sheet: &Sheet, sheets: &[Sheet]) -> bool {
    let has = |name: &str| sheets.iter().any(|sheet| sheet.name == name);
    match sheet.name.strip_prefix(OWN.1) {
        Some(number) => has(&format!("{}{number}", OWN.0)),
        None => sheet.name == OFFICES && (has(OWN.0) || has(&format!("{}1", OWN.0))),
    }
}
