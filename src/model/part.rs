//! The sources of the blocks of a table: a row across it, a group, a task.

use crate::model::table::{Group, Task};

/// How much of a table stands before a block.
#[derive(Clone, Copy, Debug, Default)]
pub struct Before {
    /// The number of tasks.
    pub tasks: usize,
    /// The number of rows of tasks: one for each measure, and for each task without measures.
    pub rows: usize,
}

impl Before {
    /// Passes a task.
    pub fn pass(&mut self, task: &Task) {
        self.tasks += 1;
        self.rows += task.measures.len().max(1);
    }
}

/// The source of a block.
#[derive(Clone, Copy, Debug)]
pub enum Part<'t> {
    /// 通栏: a full-width row.
    Banner(&'t str),
    /// A group whose cells span its tasks, and how much stands before it.
    Group(&'t Group, Before),
    /// A task, and how much stands before it.
    Task(&'t Task, Before),
}

impl Part<'_> {
    /// The number of rows of tasks before it, [`Entry::rows_before`](crate::model::item::Entry) of its first item; `None`
    /// if no task is in it.
    #[must_use]
    pub fn rows_before(self) -> Option<usize> {
        match self {
            Self::Group(group, before) if !group.tasks.is_empty() => Some(before.rows),
            Self::Task(_, before) => Some(before.rows),
            Self::Group(..) | Self::Banner(_) => None,
        }
    }

    /// The number of rows of the block.
    #[must_use]
    pub fn rows(self) -> usize {
        let of_task = |task: &Task| task.measures.len().max(1);
        match self {
            Self::Banner(_) => 1,
            Self::Group(group, _) => group.tasks.iter().map(of_task).sum::<usize>().max(1),
            Self::Task(task, _) => of_task(task),
        }
    }
}
