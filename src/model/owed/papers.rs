//! Names and summaries that a notice asks of an office, and whether it gave them.

use jiff::civil::Date;

use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::summary::YearSummary;

/// State of an office's names in the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The notice has neither 名单报送 nor a roster.
    NotAsked,
    /// 责任人 and 联络人 are named.
    Named,
    /// 责任人 or 联络人 is missing. Days until 名单报送, negative after it; `None` without a date.
    Missing(Option<i32>),
}

/// State of an office's summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summing {
    /// The notice has no 总结报送.
    NotAsked,
    /// The summary is signed.
    Signed,
    /// The summary is not signed. Days until 总结报送, negative after it.
    Unsigned(i32),
    /// The summary is missing. Days until 总结报送, negative after it.
    Missing(i32),
}

impl Notice {
    /// State of an office's names in the roster.
    #[must_use]
    pub fn naming(&self, office: OfficeId, register: &Register, today: Date) -> Naming {
        let days = self.roster_due.as_ref().map(|due| (due.value - today).get_days());
        let Some(roster) = &self.roster else {
            return days.map_or(Naming::NotAsked, |days| Naming::Missing(Some(days)));
        };
        if roster.missing(office, register).is_empty() { Naming::Named } else { Naming::Missing(days) }
    }

    /// The year of the summaries due at 总结报送: the year of that date, or the year before if it lies in the first quarter.
    #[must_use]
    pub fn summary_year(&self) -> Option<i16> {
        let due = self.summary_due.as_ref()?.value;
        Some(if due.month() <= 3 { due.year() - 1 } else { due.year() })
    }

    /// The summary of an office for a year, preferably a signed one.
    #[must_use]
    pub fn summary_of(&self, office: OfficeId, year: i16, register: &Register) -> Option<&YearSummary> {
        let own = self.summaries.iter().filter(|summary| {
            summary.year.as_ref().is_some_and(|own| own.value == year)
                && register.offices_of(&summary.office).contains(&office)
        });
        // `max_by_key` returns the last maximum; `true` (signed) is greater than `false`.
        own.max_by_key(|summary| summary.is_signed())
    }

    /// State of an office's summary.
    #[must_use]
    pub fn summing(&self, office: OfficeId, register: &Register, today: Date) -> Summing {
        let (Some(due), Some(year)) = (&self.summary_due, self.summary_year()) else {
            return Summing::NotAsked;
        };
        let days = (due.value - today).get_days();
        match self.summary_of(office, year, register).filter(|summary| summary.was_written_by(today)) {
            Some(summary) if summary.was_signed_by(today) => Summing::Signed,
            Some(_) => Summing::Unsigned(days),
            None => Summing::Missing(days),
        }
    }
}
