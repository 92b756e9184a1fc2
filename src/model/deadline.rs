//! 完成时限: the text as written, and its meaning.

mod meaning;

use jiff::civil::Date;

use crate::source::Located;

pub use meaning::Meaning;

/// A deadline. The text is published; the meaning is for rules and the ledger.
#[derive(Debug)]
pub struct Deadline {
    /// The text as written.
    pub text: Located<String>,
    /// The parsed meaning.
    pub meaning: Meaning,
}

/// The state of a deadline on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// The last day was this many days ago.
    Overdue(i32),
    /// The last day comes in this many days, at most [`SOON`]; 0 is today.
    Soon(i32),
    /// The last day comes in this many days, more than [`SOON`].
    Later(i32),
    /// The deadline has no day, was not understood, or lies before its paper: it is never overdue.
    Open,
}

/// Number of days ahead that count as soon.
pub const SOON: i32 = 30;

impl Deadline {
    /// Parses `text`; the year of a month or day without a year is inferred from the paper's date.
    #[must_use]
    pub fn new(text: Located<String>, dated: Date) -> Self {
        let meaning = Meaning::of(&text.value, dated);
        Self { text, meaning }
    }

    /// The state on the day `today`. A last day before the paper's date is a mistake and never overdue.
    #[must_use]
    pub fn timing(&self, dated: Date, today: Date) -> Timing {
        let Some(last) = self.meaning.last_day() else { return Timing::Open };
        match (last - today).get_days() {
            _ if last < dated => Timing::Open,
            days if days < 0 && matches!(self.meaning, Meaning::ByThenOngoing(_)) => Timing::Open,
            days if days < 0 => Timing::Overdue(-days),
            days if days <= SOON => Timing::Soon(days),
            days => Timing::Later(days),
        }
    }
}
