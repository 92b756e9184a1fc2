//! The working calendar (工作日历): the working days of offices, and counting in working days.
//!
//! Time limits for disclosure are set in working days (条例第二十六条: 20 个工作日), and which days
//! those are is fixed once a year by a State Council notice (节假日安排通知), late in the year
//! before. The embedded `holidays.csv` holds 2020–2026; a project adds later years with a file of
//! its own. A year without rows is never guessed: asking for it is an error.
//!
//! Limit: one row makes its year known, so a project's file must list a whole year.

mod csv;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, Weekday};

use self::csv::Mark;
pub use self::csv::{CsvError, CsvReason};

/// The days marked in the notices of 2020–2026, as `date,kind,name`.
const STATUTORY_CSV: &str = include_str!("holidays.csv");

/// Parsed once; a test proves that the embedded file has no bad line.
static STATUTORY: LazyLock<Calendar> =
    LazyLock::new(|| Calendar::default().with_csv(STATUTORY_CSV).unwrap_or_default());

/// Working calendar (工作日历): the days that depart from the plain week, for the years it knows.
///
/// A day works if it is marked as a make-up day (调休上班), or is Monday to Friday and not marked
/// as a holiday (放假). Cloning is cheap. The default calendar knows no year at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    marks: Arc<BTreeMap<Date, Mark>>,
}

/// The error for a year without rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownYear(pub i16);

impl Calendar {
    /// The calendar of the State Council's notices (国务院办公厅节假日安排), 2020 to 2026.
    #[must_use]
    pub fn statutory() -> Self {
        STATUTORY.clone()
    }

    /// This calendar, extended by the rows of a project's own `holidays.csv`.
    ///
    /// Columns are `date,kind,name`; `kind` is `holiday` or `workday`; the heading line may be
    /// left out. Dates are `2027-01-01`, or `2027/1/1` as spreadsheets write them back. A byte
    /// order mark, CRLF, blank lines and `#` lines are allowed. A row for a day that is already
    /// marked replaces the mark, because arrangements are changed within a year.
    ///
    /// # Errors
    ///
    /// Every bad line of `text`, in order, if there is any.
    pub fn with_csv(&self, text: &str) -> Result<Self, Vec<CsvError>> {
        let mut marks = BTreeMap::clone(&self.marks);
        marks.extend(csv::parse(text)?);
        Ok(Self { marks: Arc::new(marks) })
    }

    /// Whether offices work on `day` (是否工作日).
    ///
    /// # Errors
    ///
    /// [`UnknownYear`] if the calendar has no rows of that year.
    pub fn is_working_day(&self, day: Date) -> Result<bool, UnknownYear> {
        let year = day.first_of_year()..=day.last_of_year();
        if self.marks.range(year).next().is_none() {
            return Err(UnknownYear(day.year()));
        }
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        Ok(match self.marks.get(&day) {
            Some(Mark::Workday) => true,
            Some(Mark::Holiday) => false,
            None => !weekend,
        })
    }

    /// The `n`th working day after `base`, the last day of a limit of `n` working days (公开时限).
    ///
    /// Day 1 is the first working day after `base`: the day a period starts from is not counted
    /// (民法典第二百零一条), nor are holidays in periods of working days (行政许可法第八十二条,
    /// 行政处罚法第八十五条). `base` itself need not be a working day; `n` = 0 gives it back.
    ///
    /// # Errors
    ///
    /// [`UnknownYear`] if the count runs into a year the calendar has no rows of.
    pub fn nth_working_day_after(&self, base: Date, n: u32) -> Result<Date, UnknownYear> {
        let mut day = base;
        let mut left = n;
        while left > 0 {
            day = next_day(day)?;
            left -= u32::from(self.is_working_day(day)?);
        }
        Ok(day)
    }

    /// Working days after `from` up to and including `to`; negative if `to` is the earlier one.
    ///
    /// The inverse of [`Calendar::nth_working_day_after`]: from a base to its `n`th day it is `n`.
    ///
    /// # Errors
    ///
    /// [`UnknownYear`] if a day to be counted is in a year the calendar has no rows of.
    pub fn working_days_between(&self, from: Date, to: Date) -> Result<i32, UnknownYear> {
        if to < from {
            return self.working_days_between(to, from).map(|days| -days);
        }
        let mut day = from;
        let mut days = 0;
        while day < to {
            day = next_day(day)?;
            days += i32::from(self.is_working_day(day)?);
        }
        Ok(days)
    }
}

/// The next day; behind the last day of the type `Date` lies an unknown year.
fn next_day(day: Date) -> Result<Date, UnknownYear> {
    day.tomorrow().map_err(|_| UnknownYear(day.year().saturating_add(1)))
}

#[cfg(test)]
mod tests;
