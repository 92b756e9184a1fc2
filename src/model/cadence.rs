//! 报送周期: how often offices report.

use jiff::civil::Date;
use jiff::{Span as Duration, ToSpan};

/// 报送周期: how often offices report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cadence {
    /// 每周.
    Week,
    /// 每月.
    Month,
    /// 每季度.
    Quarter,
    /// 每半年.
    HalfYear,
    /// 每年.
    Year,
}

impl Cadence {
    /// The words for 报送周期.
    pub const WORDS: [(&str, Self); 5] = [
        ("每周", Self::Week),
        ("每月", Self::Month),
        ("每季度", Self::Quarter),
        ("每半年", Self::HalfYear),
        ("每年", Self::Year),
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, cadence)| *cadence == self).map_or("", |(word, _)| word)
    }

    /// The last day for the next report after a report of the day `last`.
    #[must_use]
    pub fn next(self, last: Date) -> Date {
        let period: Duration = match self {
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::HalfYear => 6.months(),
            Self::Year => 1.year(),
        };
        last.saturating_add(period)
    }
}
