//! The columns of a handout.

use crate::model::handout::identity::Identity;
use crate::model::handout::text::{lines, measure, offices_heading, shown};
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::table::ColumnKind;

/// The content of a column of a handout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 附件: the table's label, if a notice has several tables.
    Table,
    /// 序号: the task's number.
    Number,
    /// 工作任务.
    Task,
    /// 工作举措.
    Measure,
    /// 责任单位.
    Offices,
    /// 完成时限.
    Deadline,
    /// The row's identity, hidden.
    Identity,
    /// 状态, to fill in.
    Status,
    /// 进展情况, to fill in.
    Report,
    /// 佐证材料, to fill in.
    Evidence,
    /// 填报人, to fill in.
    Reporter,
    /// 填报日期, to fill in.
    Dated,
}

impl Role {
    /// Whether the office fills in the column.
    #[must_use]
    pub fn is_filled(self) -> bool {
        self > Self::Identity
    }
}

/// Columns to fill in: heading, and width in half-width characters.
pub const FILLED: [(Role, &str, usize); 5] = [
    (Role::Status, "状态", 8),
    (Role::Report, "进展情况", 30),
    (Role::Evidence, "佐证材料", 14),
    (Role::Reporter, "填报人", 6),
    (Role::Dated, "填报日期", 10),
];

/// One column of a handout.
#[derive(Debug)]
pub struct Column {
    /// The content.
    pub role: Role,
    /// The heading.
    pub heading: String,
    /// The width in half-width characters; a Han character takes two.
    pub width: usize,
}

/// The columns of a notice's handouts, equal for all offices.
#[derive(Debug)]
pub struct Form<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// The columns from left to right. The identity is between fixed columns and columns to fill in, so that sorting a
    /// selection by hand moves it, too.
    pub columns: Vec<Column>,
}

impl<'p> Form<'p> {
    /// The form for a notice.
    #[must_use]
    pub fn new(notice: &'p Notice) -> Self {
        let column = |role, heading: &str, width| Column { role, heading: heading.to_owned(), width };
        let several = notice.tables().count() > 1;
        let mut columns = Vec::new();
        if several {
            columns.push(column(Role::Table, "附件", 6));
        }
        columns.extend([
            column(Role::Number, "序号", 4),
            column(Role::Task, "工作任务", 12),
            column(Role::Measure, "工作举措", 42),
            column(Role::Offices, &offices_heading(notice), 12),
            column(Role::Deadline, "完成时限", 10),
            column(Role::Identity, "行标识（请勿改动）", 10),
        ]);
        columns.extend(FILLED.map(|(role, heading, width)| column(role, heading, width)));
        Self { notice, columns }
    }

    /// The fixed text of a row in a column, for an office; empty in columns to fill in.
    #[must_use]
    pub fn text(&self, entry: &Entry<'_>, office: &str, column: &Column) -> String {
        self.cell(entry, office, column).0
    }

    /// The fixed text with its number of lines; a hidden identity has none.
    #[must_use]
    pub fn cell(&self, entry: &Entry<'_>, office: &str, column: &Column) -> (String, usize) {
        if column.role == Role::Identity {
            return (Identity::of(self.notice, entry, office).text(), 0);
        }
        shown(self.whole(entry, column.role), column.width)
    }

    /// The text of a row in a column as it is in the table; empty in columns to fill in and for the identity.
    #[must_use]
    pub fn whole(&self, entry: &Entry<'_>, role: Role) -> String {
        match role {
            Role::Table => self.label(entry),
            Role::Number => entry.task_number(),
            Role::Task => entry.task.name.value.clone(),
            Role::Measure => measure(entry),
            Role::Offices => lines(entry, ColumnKind::Office),
            Role::Deadline => lines(entry, ColumnKind::Deadline),
            Role::Identity | Role::Status | Role::Report | Role::Evidence | Role::Reporter | Role::Dated => {
                String::new()
            }
        }
    }

    /// 附件1, 附件2 … as in the paper; 正文 for tasks of the body.
    fn label(&self, entry: &Entry<'_>) -> String {
        let attachment = self.notice.attachment_of(entry.table);
        attachment.map_or_else(|| "正文".to_owned(), |id| self.notice.attachment_label(id))
    }
}
