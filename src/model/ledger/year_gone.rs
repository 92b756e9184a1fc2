//! 序时进度: the elapsed part of a year at the end of a day.

use jiff::civil::Date;

/// 序时进度: the elapsed part of a year at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearGone {
    /// The year.
    pub year: i16,
    /// Elapsed days, including the day itself; 0 before the year, all after it.
    pub days: i16,
    /// All days of the year.
    pub of: i16,
}

impl YearGone {
    /// The elapsed part of a paper's year on a day.
    #[must_use]
    pub fn of(dated: Date, today: Date) -> Self {
        let of = dated.days_in_year();
        let days = match today.year().cmp(&dated.year()) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => today.day_of_year(),
            std::cmp::Ordering::Greater => of,
        };
        Self { year: dated.year(), days, of }
    }
}
