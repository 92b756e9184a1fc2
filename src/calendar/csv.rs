//! Parser of holiday files: lines of `date,kind,name`.
//!
//! The names are for people and are dropped. Quoted fields are not supported, because neither dates
//! nor names of festivals need them.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

/// The kind of a marked day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// 放假: offices are closed.
    Holiday,
    /// 调休上班: offices are open though it may be a weekend.
    Workday,
}

/// A line of a holiday file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvError {
    /// Line number, from 1.
    pub line: usize,
    /// Byte range of the line, without line end and byte order mark.
    pub range: Range<usize>,
    /// The reason.
    pub reason: CsvReason,
}

/// Why a line of a holiday file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CsvReason {
    /// Not three fields `date,kind,name`.
    Columns,
    /// The first field is not a day that exists, written `2027-01-01` or `2027/1/1`.
    Date,
    /// The second field is neither `holiday` nor `workday`.
    Kind,
    /// The day has been given before in the same file.
    Repeated {
        /// The line that gave it first, from 1.
        first: usize,
    },
}

/// The days a holiday file marks, or all its bad lines in order.
pub(super) fn parse(text: &str) -> Result<BTreeMap<Date, Mark>, Vec<CsvError>> {
    let mut rows: BTreeMap<Date, (Mark, usize)> = BTreeMap::new();
    let mut errors = Vec::new();
    for (line, range) in content_lines(text) {
        let read = row(&text[range.clone()]).and_then(|(date, mark)| {
            let first = rows.entry(date).or_insert((mark, line)).1;
            if first == line {
                return Ok(());
            }
            Err(CsvReason::Repeated { first })
        });
        if let Err(reason) = read {
            errors.push(CsvError { line, range, reason });
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(rows.into_iter().map(|(day, (mark, _))| (day, mark)).collect())
}

/// Numbers and ranges of the lines that must be rows.
fn content_lines(text: &str) -> Vec<(usize, Range<usize>)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for (index, whole) in text.split_inclusive('\n').enumerate() {
        let bare = whole.trim_end_matches(['\n', '\r']);
        let line = bare.trim_start_matches('\u{feff}');
        let from = start + bare.len() - line.len();
        start += whole.len();
        let skip = line.trim().is_empty() || line.trim_start().starts_with('#');
        // A heading is allowed before the first row only.
        if skip || (lines.is_empty() && is_heading(line)) {
            continue;
        }
        lines.push((index + 1, from..from + line.len()));
    }
    lines
}

fn is_heading(line: &str) -> bool {
    line.split(',').map(str::trim).eq(["date", "kind", "name"])
}

fn row(line: &str) -> Result<(Date, Mark), CsvReason> {
    let mut fields = line.split(',').map(str::trim);
    let (Some(day), Some(kind), Some(_), None) = (fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err(CsvReason::Columns);
    };
    let day = date(day).ok_or(CsvReason::Date)?;
    let mark = match kind {
        "holiday" => Mark::Holiday,
        "workday" => Mark::Workday,
        _ => return Err(CsvReason::Kind),
    };
    Ok((day, mark))
}

/// Parses year, month and day; the year has four digits, month and day have one or two.
fn date(field: &str) -> Option<Date> {
    let separator = if field.contains('/') { '/' } else { '-' };
    let mut parts = field.split(separator);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, lengths: Range<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some() || !digits(year, 4..5) || !digits(month, 1..3) || !digits(day, 1..3) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
