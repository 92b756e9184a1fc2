//! Counts of rows of a ledger.

use std::collections::BTreeMap;

use crate::model::status::StatusId;

/// Counts of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All rows.
    pub items: usize,
    /// How many have each status, in the site's order.
    pub by_status: BTreeMap<StatusId, usize>,
    /// Those on which nobody has reported.
    pub unreported: usize,
    /// Rows that are done.
    pub done: usize,
    /// Permanent rows.
    pub going_on: usize,
    /// 逾期.
    pub overdue: usize,
    /// 将到期.
    pub soon: usize,
}

impl Totals {
    /// Rows that can be done: all except permanent ones.
    #[must_use]
    pub fn with_an_end(&self) -> usize {
        self.items - self.going_on
    }
}
