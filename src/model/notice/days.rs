//! A notice on a day: what is public then, whether the work is closed, as of when it is judged.

use jiff::civil::Date;

use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::summary::YearSummary;

impl Notice {
    /// Whether 发布日期 lies before 成文日期, so that one of them is wrong; unread days are not compared.
    #[must_use]
    pub fn is_published_before_dated(&self) -> bool {
        let published = self.published.value.day;
        published < self.dated.value && published != Date::MIN
    }

    /// The notes that are public on a day, oldest first.
    pub fn published_notes(&self, today: Date) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(move |note| note.is_published(today))
    }

    /// The summaries that are public on a day.
    pub fn published_summaries(&self, today: Date) -> impl Iterator<Item = &YearSummary> {
        self.summaries.iter().filter(move |summary| summary.is_published(today))
    }

    /// Whether there is a public 进展台账 on a day, which needs a public note or summary: dates for reporting do not suffice,
    /// because a ledger without reports would show unpublished work as not started.
    #[must_use]
    pub fn has_ledger(&self, today: Date) -> bool {
        self.published_notes(today).next().is_some() || self.published_summaries(today).next().is_some()
    }

    /// Whether the notice is not on the site on a day: a draft, or one whose 发布日期 has not come.
    #[must_use]
    pub fn is_held_back(&self, today: Date) -> bool {
        !self.public || self.published.value.day > today
    }

    /// Whether the work was closed by a day.
    #[must_use]
    pub fn is_closed(&self, today: Date) -> bool {
        self.closed.as_ref().is_some_and(|closed| closed.value <= today)
    }

    /// The day as of which the notice is judged: 办结 or 撤下, once it has come, else the day itself.
    #[must_use]
    pub fn judged_on(&self, today: Date) -> Date {
        let withdrawn = self.withdrawal.as_ref().map(|withdrawal| &withdrawal.day);
        self.closed.iter().chain(withdrawn).map(|day| day.value).fold(today, Date::min)
    }

    /// The day of the last change of what the public ledger says: of the newest report or signed summary.
    #[must_use]
    pub fn ledger_changed(&self, today: Date) -> Date {
        let notes = self.published_notes(today).map(|note| note.moment().day);
        let signed = |summary: &YearSummary| {
            let published = summary.published.as_ref().map(|moment| moment.value.day);
            published.or_else(|| summary.signing.day.as_ref().map(|day| day.value))
        };
        let last = notes.chain(self.published_summaries(today).filter_map(signed)).max();
        last.unwrap_or(self.published.value.day).max(self.published.value.day).min(today)
    }
}
