//! Periods of days as people type them: a day, a month, a year, or from one of them to another.

use jiff::civil::Date;

use crate::text::date;

/// Days from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Period {
    /// Parses `2024-09-30`, `2024-09`, `2024`, or two of them with `..` between.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.trim().split_once("..").unwrap_or((text, text));
        let (from, to) = (Self::one(from)?, Self::one(to)?);
        (from.first <= to.last).then_some(Self { first: from.first, last: to.last })
    }

    fn one(text: &str) -> Option<Self> {
        let text = text.trim();
        let day = |rest: &str| date::parse(&format!("{text}{rest}"));
        if let Some(day) = day("") {
            return Some(Self { first: day, last: day });
        }
        if let Some(first) = day("-01") {
            return Some(Self { first, last: first.last_of_month() });
        }
        let first = day("-01-01")?;
        Some(Self { first, last: first.last_of_year() })
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn days_months_and_years() {
        let read = |text| Period::parse(text).map(|period| format!("{} {}", period.first, period.last));
        assert_eq!(read("2024-09-30").as_deref(), Some("2024-09-30 2024-09-30"));
        assert_eq!(read("2024-02").as_deref(), Some("2024-02-01 2024-02-29"));
        assert_eq!(read(" 2024 ").as_deref(), Some("2024-01-01 2024-12-31"));
        assert_eq!(read("2024-07..2024-09").as_deref(), Some("2024-07-01 2024-09-30"));
        assert_eq!(read("2024-07-15 .. 2025").as_deref(), Some("2024-07-15 2025-12-31"));
        for wrong in ["", "..", "2024-13", "2024-09..2024-08", "9月", "2024-09-31", "2024-09.."] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
