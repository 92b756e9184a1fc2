//! The view of a list of duties.

use std::borrow::Cow;

use serde::Serialize;

use crate::render::html::pager::Pager;
use crate::render::html::view::link::Link;

/// `duties.html`: the duties of an office or of a month.
#[derive(Debug, Serialize)]
pub struct DutiesView<'p> {
    /// The office or the month.
    pub name: &'p str,
    /// A sentence of description.
    pub description: &'p str,
    /// 联系人 and 联系电话 of an office, where the site shows them.
    pub contact: Option<String>,
    /// The duties on this page.
    pub blocks: Vec<DutyBlock<'p>>,
    /// The links to the other pages.
    pub pager: Option<Pager>,
}

/// The duties of one notice, and of one day in a list by days.
#[derive(Debug, Serialize)]
pub struct DutyBlock<'p> {
    /// The last day, `2024年12月31日`.
    pub day: Option<String>,
    /// The notice.
    pub notice: Link<'p>,
    /// The link to the notice's ledger, if there is one; from an office's page, to that office in the ledger.
    pub ledger: Option<String>,
    /// Its tasks.
    pub tasks: Vec<TaskView<'p>>,
}

/// A task.
#[derive(Debug, Serialize)]
pub struct TaskView<'p> {
    /// 工作任务.
    pub name: &'p str,
    /// The measures, or else the task itself.
    pub duties: Vec<DutyView<'p>>,
}

/// A measure.
#[derive(Debug, Serialize)]
pub struct DutyView<'p> {
    /// 工作举措; blank for a task without measures.
    pub measure: Cow<'p, str>,
    /// Responsible offices as written, with line feeds between them.
    pub offices: &'p str,
    /// Deadlines as written, with line feeds between them.
    pub deadlines: &'p str,
}
