//! Roles of the columns of a handout: their heads, and which of them an office fills in.

use crate::model::flat::DUE;

/// The content of a column of a handout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 附件: the table's label, if a notice has several tables.
    Table,
    /// The task's group, if a table has groups.
    Group,
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
    /// 上次报送: day, status and words of the last report, if anybody has reported.
    Last,
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
    /// The day that the deadline means, hidden: by it the deadline is coloured.
    Due,
}

impl Role {
    /// Whether the office fills in the column.
    #[must_use]
    pub fn is_filled(self) -> bool {
        (Self::Status..=Self::Dated).contains(&self)
    }

    /// Whether the column is hidden.
    #[must_use]
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Identity | Self::Due)
    }

    /// Width of the column in half-width characters; `None` if it shares what the others leave, by weight.
    pub(super) fn width(self) -> Result<usize, usize> {
        match self {
            Self::Number => Ok(4),
            Self::Table | Self::Reporter => Ok(6),
            Self::Group | Self::Status => Ok(8),
            Self::Evidence => Ok(9),
            Self::Task | Self::Offices | Self::Deadline | Self::Identity | Self::Dated | Self::Due => Ok(10),
            Self::Measure => Err(5),
            Self::Report => Err(4),
            Self::Last => Err(2),
        }
    }

    /// The heading where a table has no heading of its own for it, and in handouts of before.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Table => "附件",
            Self::Group => "类别",
            Self::Number => "序号",
            Self::Task => "工作任务",
            Self::Measure => "工作举措",
            Self::Offices => "责任单位",
            Self::Deadline => "完成时限",
            Self::Last => "上次报送",
            Self::Identity => "行标识（请勿改动）",
            Self::Status => "状态",
            Self::Report => "进展情况",
            Self::Evidence => "佐证材料",
            Self::Reporter => "填报人",
            Self::Dated => "填报日期",
            Self::Due => DUE,
        }
    }
}

/// The columns to fill in.
pub const FILLED: [Role; 5] = [Role::Status, Role::Report, Role::Evidence, Role::Reporter, Role::Dated];
