//! 总览: the public progress of all open notices, counted together.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::browse::Due;
use crate::model::ledger::{Ledger, Row};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::status::StatusKind;

/// The public progress of all open notices.
#[derive(Debug, Default)]
pub struct Overview<'l> {
    /// Number of notices.
    pub notices: usize,
    /// Number of items.
    pub items: usize,
    /// Items that are done.
    pub done: usize,
    /// Permanent items.
    pub going_on: usize,
    /// Overdue items, the longest overdue first; `None` if no notice shows them.
    pub overdue: Option<Vec<(&'l Notice, &'l Row<'l>)>>,
    /// Items with an end and those of them that are done, of each office; of the notices that show such counts.
    pub offices: BTreeMap<OfficeId, Share>,
    /// Items and those of them that are done, by the month of their last deadline.
    pub months: BTreeMap<(i16, i8), Share>,
}

/// A number of items, and of those that are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// All of them.
    pub items: usize,
    /// Those that are done.
    pub done: usize,
}

impl<'l> Overview<'l> {
    /// Counts the items of ledgers, as the public sees them.
    pub fn new(ledgers: impl Iterator<Item = (&'l Notice, &'l Ledger<'l>)>) -> Self {
        let mut overview = Self::default();
        for (notice, ledger) in ledgers {
            overview.count(notice, ledger);
        }
        if let Some(overdue) = &mut overview.overdue {
            // Cached: the days of a row are gathered from its cells.
            overdue.sort_by_cached_key(|(_, row)| last_day(row));
        }
        overview
    }

    fn count(&mut self, notice: &'l Notice, ledger: &'l Ledger<'l>) {
        let before = self.items;
        for row in ledger.rows() {
            let done = usize::from(row.kind == Some(StatusKind::Done));
            self.items += 1;
            self.done += done;
            self.going_on += usize::from(row.goes_on);
            if notice.shown_progress.offices {
                for office in row.offices.iter().filter(|_| !row.goes_on) {
                    self.offices.entry(*office).or_default().add(done);
                }
            }
            if let Some(day) = last_day(row) {
                self.months.entry((day.year(), day.month())).or_default().add(done);
            }
        }
        if self.items == before {
            return;
        }
        self.notices += 1;
        if notice.shown_progress.overdue {
            let overdue = ledger.rows().filter(|row| row.is_overdue()).map(|row| (notice, row));
            self.overdue.get_or_insert_default().extend(overdue);
        }
    }
}

impl Share {
    fn add(&mut self, done: usize) {
        self.items += 1;
        self.done += done;
    }
}

/// The last day of an item's deadlines.
fn last_day(row: &Row<'_>) -> Option<Date> {
    row.entry.deadlines().into_iter().filter_map(|deadline| Due::of(deadline).1).max()
}
