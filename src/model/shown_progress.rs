//! 进展公开: the parts of the progress that the public may see. Internal workbooks always have all of it.

/// The parts of the progress that are public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownProgress {
    /// 台账: the ledger, and with it every report, status and summary. Without it no report counts as public.
    pub ledger: bool,
    /// 逾期: what is overdue or due soon.
    pub overdue: bool,
    /// 股室统计: the counts of each office.
    pub offices: bool,
}

impl ShownProgress {
    /// All parts, as shown if nothing is written.
    pub const ALL: Self = Self { ledger: true, overdue: true, offices: true };
}
