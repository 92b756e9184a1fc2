//! Tables of laws: lines of `title,version,in_force,repealed,replaced_by,sources`.
//!
//! Quoted fields are not supported: Chinese titles have no comma of this kind.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::text::date::loose;
use crate::text::law::{Law, bare};

/// The beginning of the line with the day on which a table was made.
const STAND: &str = "# stand ";

/// A table of laws that was read.
#[derive(Debug, Default)]
pub struct Table {
    /// The day on which it was made, where it says so.
    pub stand: Option<Date>,
    /// The laws, by their titles without the name of the state.
    pub laws: BTreeMap<String, Law>,
    /// The lines that cannot be used.
    pub faults: Vec<Fault>,
}

/// A line of a table that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Byte range of the line, without line end.
    pub range: Range<usize>,
    /// The reason.
    pub reason: Reason,
}

/// Why a line of a table cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Fewer than two or more than six fields, or quotation marks around a field.
    Columns,
    /// No title.
    Title,
    /// A day that does not exist or cannot be read.
    Day(String),
    /// Neither a version nor a repeal, or one day of a version without the other.
    Days,
    /// The title has been given before in this table.
    Repeated {
        /// The line that gave it first, from 1.
        first: usize,
    },
}

/// Reads a table. Lines that cannot be used are left out of it.
#[must_use]
pub fn read(text: &str, is_own: bool) -> Table {
    let mut table = Table::default();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut begin = 0;
    for (number, whole) in (1..).zip(text.split_inclusive('\n')) {
        let line = whole.trim_end();
        let range = begin..begin + line.len();
        begin += whole.len();
        if let Some(day) = line.strip_prefix(STAND) {
            table.stand = table.stand.or_else(|| loose(day.get(..10)?));
            continue;
        }
        // Excel writes the commas of all columns into an empty line.
        if line.starts_with('#') || line.starts_with("title,") || line.trim_matches(',').trim().is_empty() {
            continue;
        }
        let read = row(line, is_own).and_then(|law| match first.get(&law.title) {
            Some(first) => Err(Reason::Repeated { first: *first }),
            None => Ok(law),
        });
        match read {
            Ok(law) => {
                first.insert(law.title.clone(), number);
                table.laws.insert(law.title.clone(), law);
            }
            Err(reason) => table.faults.push(Fault { range, reason }),
        }
    }
    table
}

fn row(line: &str, is_own: bool) -> Result<Law, Reason> {
    let fields: Vec<&str> = line.split(',').map(str::trim).collect();
    if !(2..=6).contains(&fields.len()) || line.contains('"') {
        return Err(Reason::Columns);
    }
    let field = |at: usize| fields.get(at).copied().unwrap_or_default();
    let title = bare(unmarked(field(0)));
    if title.is_empty() {
        return Err(Reason::Title);
    }
    let day = |at: usize| match field(at) {
        "" => Ok(None),
        text => loose(text).map(Some).ok_or_else(|| Reason::Day(text.to_owned())),
    };
    let (version, in_force, repealed) = (day(1)?, day(2)?, day(3)?);
    if version.is_some() != in_force.is_some() || version.is_none() && repealed.is_none() {
        return Err(Reason::Days);
    }
    let replaced_by = unmarked(field(4)).to_owned();
    Ok(Law { title: title.to_owned(), version, in_force, repealed, replaced_by, is_own })
}

/// A title without its marks.
fn unmarked(title: &str) -> &str {
    title.trim_start_matches('《').trim_end_matches('》')
}
