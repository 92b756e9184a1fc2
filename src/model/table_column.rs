//! 列: one column of a table.

use std::borrow::Cow;

use crate::model::column_kind::ColumnKind;
use crate::source::Located;

/// 列: one column of a table.
#[derive(Debug, Clone)]
pub struct TableColumn {
    /// The name, which is the key of values in the file and in open data.
    pub name: Located<String>,
    /// 表头: the printed tiers from the top down; adjacent columns share equal tiers. At least one tier, possibly blank; no
    /// tier of a table is blank in all its columns, unless it is the only one.
    pub header: Vec<Located<String>>,
    /// 类型.
    pub kind: ColumnKind,
    /// 计数, of a column of numbers.
    pub counts: Counted,
    /// Whether 类型 was written; otherwise the kind is that of the name.
    pub kind_given: bool,
    /// 宽: the width in characters, as Excel counts them; found from the content where it is not given.
    pub width: Option<u16>,
}

/// 计数: what a column of numbers (序号) counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// 任务: the tasks of the table, each with its 编号 if it has one.
    #[default]
    Tasks,
    /// 举措: the measures, each with its 编号 if it has one; a task without measures counts as one.
    Measures,
    /// 行: the rows of the body.
    Rows,
}

impl Counted {
    /// The words for 计数.
    pub const WORDS: [(&str, Self); 3] =
        [("任务", Self::Tasks), ("举措", Self::Measures), ("行", Self::Rows)];
}

impl TableColumn {
    /// Whether values are written under the column's name. Numbers, names and measures have keys of their own.
    #[must_use]
    pub fn holds_values(&self) -> bool {
        use ColumnKind::{Group, Measure, Number, Requirement, Task};
        !matches!(self.kind, Group | Number | Task | Requirement | Measure)
    }

    /// Whether the column has the numbers of tasks.
    #[must_use]
    pub fn numbers_tasks(&self) -> bool {
        self.kind == ColumnKind::Number && self.counts == Counted::Tasks
    }

    /// Whether the column counts measures.
    #[must_use]
    pub fn numbers_measures(&self) -> bool {
        self.kind == ColumnKind::Number && self.counts == Counted::Measures
    }

    /// Whether nothing is printed above the column.
    #[must_use]
    pub fn has_blank_head(&self) -> bool {
        self.header.iter().all(|tier| tier.value.trim().is_empty())
    }

    /// The tiers of the header in one line, separated by a slash.
    #[must_use]
    pub fn heading(&self) -> Cow<'_, str> {
        match &self.header[..] {
            [tier] if !tier.value.contains('\n') => tier.value.as_str().into(),
            tiers => {
                let tiers = tiers.iter().map(|tier| tier.value.replace('\n', ""));
                tiers.collect::<Vec<_>>().join("/").into()
            }
        }
    }
}
