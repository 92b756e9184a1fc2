//! S: days and deadlines.

pub mod date_before_paper;
pub mod deadline_before_paper;
pub mod deadline_not_understood;
pub mod due_soon;
pub mod no_such_day;
pub mod overdue;
pub mod range_backwards;
pub mod weekday_differs;

use crate::model::Project;
use crate::model::deadline::{Deadline, Timing};
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::model::table::Table;

/// The deadlines of a notice for which `days` gives a number of days, without those that were reported 办结.
fn deadlines_due<'p>(
    project: &'p Project,
    notice: &'p Notice,
    days: impl Fn(Timing) -> Option<i32>,
) -> Vec<(&'p Deadline, i32)> {
    if notice.is_closed(project.today) {
        return Vec::new();
    }
    let deadlines = notice.tables().flat_map(Table::deadlines);
    let mut due: Vec<(&Deadline, i32)> = deadlines
        .filter_map(|deadline| Some((deadline, days(deadline.timing(notice.dated.value, project.today))?)))
        .collect();
    // Building the ledger is expensive: skip it when no deadline is due.
    if !due.is_empty() {
        let met = Ledger::new(project, notice, Audience::Internal).met();
        due.retain(|(deadline, _)| !met.contains(&deadline.text.span));
    }
    due
}
