//! The rows of the ledger: each task and measure with its status and reports.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::Project;
use crate::model::deadline::Timing;
use crate::model::item::Entry;
use crate::model::ledger::{Row, TaskRow};
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::render::html::report::{self, EvidenceView, StatusView, UNREPORTED};
use crate::render::{Edition, routes};
use crate::text::link;

/// Maximum number of reports about a task as a whole that each of its measures lists; those before them are listed once,
/// below the measures.
const OF_TASK: usize = 20;

/// Maximum number of characters of the newest report.
const NEWEST_WORDS: usize = 200;

/// A task.
#[derive(Debug, Serialize)]
pub struct TaskView<'p> {
    /// 表名 above the first task of each table, where there are several.
    pub table: Option<&'p str>,
    /// Its anchor.
    pub anchor: String,
    /// Its number as printed.
    pub number: String,
    /// 工作任务.
    pub name: &'p str,
    /// The measures, or else the task itself.
    pub rows: Vec<RowView<'p>>,
    /// The reports about the task as a whole that its measures do not list, newest first.
    pub below: Vec<OlderView<'p>>,
}

/// A measure, or a task without measures.
#[derive(Debug, Serialize)]
pub struct RowView<'p> {
    /// Its anchor; `None` where it is the task itself.
    pub anchor: Option<String>,
    /// As under 事项, `1.3`; none where it is the task itself.
    pub place: Option<String>,
    /// The measure's words; none where it is the task itself.
    pub words: Cow<'p, str>,
    /// The beginning of the words, if they are folded.
    pub beginning: Option<String>,
    /// 责任股室, in one line.
    pub offices: String,
    /// 完成时限, in one line.
    pub deadline: String,
    /// Its present status.
    pub status: StatusView<'p>,
    /// The offices whose word counts for the status, if the item has others, too.
    pub decided_by: Option<String>,
    /// 逾期15天, 还有30天到期; blank if the deadline is not near.
    pub timing: String,
    /// Whether the item is overdue.
    pub late: bool,
    /// The newest report.
    pub newest: Option<NewestView<'p>>,
    /// The reports before it, newest first.
    pub older: Vec<OlderView<'p>>,
    /// Number of reports that are listed below the measures.
    pub below: usize,
}

/// The newest report.
#[derive(Debug, Serialize)]
pub struct NewestView<'p> {
    /// Parts common to all reports.
    pub report: OlderView<'p>,
    /// The words, or their beginning.
    pub words: String,
    /// All words, a line for each paragraph, for the paper; `None` if nothing was left out.
    pub whole: Option<String>,
    /// 佐证材料.
    pub evidence: Vec<EvidenceView<'p>>,
}

/// A report in a list of reports.
#[derive(Debug, Serialize)]
pub struct OlderView<'p> {
    /// `2024-09-30`.
    pub day: String,
    /// The reporting offices.
    pub office: &'p str,
    /// The status at that time.
    pub status: StatusView<'p>,
    /// Its title.
    pub title: Cow<'p, str>,
    /// Its page.
    pub href: String,
    /// Whether it is about the task as a whole, and the row is a measure.
    pub whole: bool,
}

/// Tasks of a notice's ledger, as seen from its page `here`.
pub fn tasks<'e>(
    edition: &'e Edition<'_>,
    notice: &'e Notice,
    tasks: &'e [TaskRow<'_>],
    here: &str,
) -> Vec<TaskView<'e>> {
    let several = notice.tables().nth(1).is_some();
    let view = |task: &'e TaskRow<'_>| {
        let entry = &task.entry;
        let older = |note: &&'e Note| OlderView::new(edition, notice, entry, note, here);
        let has_measures = task.rows.iter().any(|row| row.entry.item != entry.item);
        let below: Vec<OlderView<'e>> =
            if has_measures { task.notes.iter().skip(OF_TASK).map(older).collect() } else { Vec::new() };
        let row = |row| RowView::new(edition, notice, row, below.len(), here);
        TaskView {
            table: (several && entry.item.task == 0).then_some(entry.table.name.value.as_str()),
            anchor: routes::item_anchor(entry.item),
            number: entry.task_number(),
            name: &entry.task.name.value,
            rows: task.rows.iter().map(row).collect(),
            below,
        }
    };
    tasks.iter().map(view).collect()
}

impl<'e> OlderView<'e> {
    fn new(edition: &'e Edition<'_>, notice: &Notice, entry: &Entry<'_>, note: &'e Note, here: &str) -> Self {
        Self {
            day: note.dated.value.to_string(),
            office: &note.office.text.value,
            status: report::status_of(edition.project, note),
            title: note.shown_title(Some(entry)),
            href: link::relative(here, &routes::note(notice, note)),
            whole: note.about != Some(entry.item),
        }
    }
}

impl<'e> RowView<'e> {
    fn new(edition: &'e Edition<'_>, notice: &'e Notice, row: &'e Row<'_>, below: usize, here: &str) -> Self {
        let project = edition.project;
        let item = row.entry.item;
        let is_task = item.measure.is_none();
        let words = if is_task { Cow::default() } else { row.entry.words() };
        let older = |note: &&'e Note| OlderView::new(edition, notice, &row.entry, note, here);
        let newest = row.newest().map(|note| {
            let start = note.body.beginning(NEWEST_WORDS);
            let evidence = report::evidence(project, note, here);
            let whole = start.more.then(|| note.body.plain());
            NewestView { report: older(&note), words: start.words, whole, evidence }
        });
        let mut of_task = 0;
        let mut stands_here = |note: &&&Note| {
            of_task += usize::from(note.about != Some(item));
            note.about == Some(item) || of_task <= OF_TASK
        };
        let listed: Vec<&'e Note> = row.history.iter().filter(|note| stands_here(note)).copied().collect();
        let (timing, late) = pressing(row.timing);
        Self {
            anchor: (!is_task).then(|| routes::item_anchor(item)),
            place: (!is_task).then(|| notice.item_words(item)),
            beginning: report::beginning_of_long(&words),
            words,
            offices: report::in_one_line(row.entry.owners().iter().map(|owner| owner.text.value.as_str())),
            deadline: report::in_one_line(row.entry.deadlines().iter().map(|line| line.text.value.as_str())),
            status: row.deciding.map_or(UNREPORTED, |note| report::status_of(project, note)),
            decided_by: decided_by(project, row),
            timing,
            late,
            newest,
            older: listed.iter().skip(1).map(older).collect(),
            below,
        }
    }
}

/// The lead offices of an item of several offices, once somebody has reported.
fn decided_by(project: &Project, row: &Row<'_>) -> Option<String> {
    let is_shared = row.offices.len() > row.leads.len() && !row.leads.is_empty();
    let names = row.leads.iter().map(|office| project.register.office(*office).name.value.as_str());
    (is_shared && row.deciding.is_some()).then(|| names.collect::<Vec<_>>().join("、"))
}

/// Text about a near or past deadline, and whether it is past.
pub fn pressing(timing: Timing) -> (String, bool) {
    match timing {
        Timing::Overdue(days) => (format!("逾期{days}天"), true),
        Timing::Soon(0) => ("今天到期".to_owned(), false),
        Timing::Soon(days) => (format!("还有{days}天到期"), false),
        Timing::Later(_) | Timing::Open => (String::new(), false),
    }
}
