//! The structure of a table's body: which columns are what, and how its rows are divided.

use crate::model::table::ColumnKind;

/// Structure of a body: groups, tasks, measures.
#[derive(Debug)]
pub struct Plan {
    /// The column of 分组.
    pub group: Option<usize>,
    /// The column of 序号.
    pub number: Option<usize>,
    /// The column of 序号, where it counts the rows of tasks and not the tasks.
    pub row_number: Option<usize>,
    /// The column of 任务.
    pub task: Option<usize>,
    /// The column of 要求.
    pub requirement: Option<usize>,
    /// The column of 举措.
    pub measure: Option<usize>,
    /// The groups, in order; a table without groups has one without name.
    pub groups: Vec<Group>,
    /// Whether there are groups at all.
    pub grouped: bool,
}

/// 分组: rows that stand together.
#[derive(Debug, Default)]
pub struct Group {
    /// 通栏.
    pub banner: Option<String>,
    /// The first row and the one past the last.
    pub rows: (usize, usize),
    /// Whether values can be written on it.
    pub spans: bool,
    /// 任务: the first row of each and the one past its last. A group without tasks may have a row all the same.
    pub tasks: Vec<(usize, usize)>,
}

impl Plan {
    /// A plan with the columns of their kinds; nothing else is known yet.
    pub fn of(column: impl Fn(ColumnKind) -> Option<usize>) -> Self {
        Self {
            group: column(ColumnKind::Group),
            number: column(ColumnKind::Number),
            row_number: None,
            task: column(ColumnKind::Task),
            requirement: column(ColumnKind::Requirement),
            measure: column(ColumnKind::Measure),
            groups: Vec::new(),
            grouped: false,
        }
    }

    /// Whether values are written under the name of a column.
    pub fn holds_values(&self, column: usize) -> bool {
        let keyed = [self.group, self.number, self.row_number, self.task, self.requirement, self.measure];
        !keyed.contains(&Some(column))
    }
}
