//! 责任分解表: tasks, their measures, and the columns of the table.

use std::borrow::Cow;

pub use crate::model::cell::{Cell, Value};
pub use crate::model::column_kind::ColumnKind;
use crate::model::deadline::Deadline;
use crate::model::office::Owner;
pub use crate::model::table_column::{Counted, TableColumn};
use crate::source::{Located, Span};

/// Maximum length of a workbook cell in UTF-16 code units (Excel specifications and limits).
pub const LONGEST_CELL: usize = 32_767;

/// The most columns of a table. Excel has 16,384, but drawing a sheet takes time and memory with each of them, and no
/// page shows fifty.
pub const MOST_COLUMNS: usize = 500;

/// The widest column of a sheet in characters (Excel specifications and limits).
pub const WIDEST_COLUMN: u16 = 255;

/// The columns of a table that names none.
pub const DEFAULT_COLUMNS: [&str; 5] = ["序号", "工作任务", "工作举措", "责任股室", "完成时限"];

/// The words before 填报单位 where it is only the name of a body.
pub const REPORTING_UNIT: &str = "填报单位（加盖公章）：";

/// A responsibility table.
#[derive(Debug)]
pub struct Table {
    /// 表名: the title, which 附件说明 should repeat.
    pub name: Located<String>,
    /// 印表名: whether pages and papers print 表名 above the table; workbooks always do.
    pub prints_name: bool,
    /// 填报单位: the line above the table; `None` without such a line, empty if it is left blank. One that begins with
    /// 填报单位 itself is the whole line.
    pub reporting_unit: Option<Located<String>>,
    /// 列, from left to right.
    pub columns: Vec<TableColumn>,
    /// 分组, in order; a table without groups has one unnamed group with all tasks.
    pub groups: Vec<Group>,
    /// 表注: rows under the table.
    pub notes: Vec<Located<String>>,
    /// 责任格式: how offices and deadlines are printed behind a task in the body.
    pub duty_pattern: Option<Located<String>>,
}

/// 分组: tasks that stand together, under a cell beside all their rows or a row across the table.
#[derive(Debug)]
pub struct Group {
    /// 编号, as given.
    pub number: Option<Located<String>>,
    /// 名称, printed in the column of groups.
    pub name: Option<Located<String>>,
    /// 通栏: a full-width row above the group's tasks.
    pub banner: Option<Located<String>>,
    /// Values written on the group, which span all its tasks.
    pub cells: Vec<Cell>,
    /// 任务, in order; a group may have none.
    pub tasks: Vec<Task>,
    /// The beginning of the group's record.
    pub span: Span,
}

/// 任务.
#[derive(Debug)]
pub struct Task {
    /// 代号: id for progress notes and open data, independent of the position; never printed.
    pub id: Option<Located<String>>,
    /// 编号, if given; otherwise tasks are numbered from 1.
    pub number: Option<Located<String>>,
    /// 名称.
    pub name: Located<String>,
    /// 正文标题: the heading in the paper's body, printed as written; the default is the name with a full stop.
    pub heading: Option<Located<String>>,
    /// 要求: the paragraph in the paper's body.
    pub requirement: Option<Located<String>>,
    /// Values written on the task, which span its measures.
    pub cells: Vec<Cell>,
    /// 举措, in order; a task may have none.
    pub measures: Vec<Measure>,
    /// The beginning of the task's record.
    pub span: Span,
}

/// 举措.
#[derive(Debug)]
pub struct Measure {
    /// 代号: id for progress notes and open data, independent of the position; never printed.
    pub id: Option<Located<String>>,
    /// 编号, as given.
    pub number: Option<Located<String>>,
    /// 内容.
    pub text: Option<Located<String>>,
    /// Values written on the measure, one row each.
    pub cells: Vec<Cell>,
    /// The beginning of the measure's record.
    pub span: Span,
}

impl Table {
    /// The printed line 填报单位, if there is one.
    #[must_use]
    pub fn reporting_line(&self) -> Option<Cow<'_, str>> {
        let unit = self.reporting_unit.as_ref()?.value.as_str();
        let is_whole = unit.trim_start().starts_with("填报单位");
        Some(if is_whole { unit.into() } else { format!("{REPORTING_UNIT}{unit}").into() })
    }
}

impl Group {
    /// Number and name in one cell; `None` if neither was written.
    #[must_use]
    pub fn printed_name(&self) -> Option<String> {
        let part = |text: &Option<Located<String>>| text.as_ref().map(|text| text.value.clone());
        let (number, name) = (part(&self.number), part(&self.name));
        (number.is_some() || name.is_some()).then(|| number.unwrap_or_default() + &name.unwrap_or_default())
    }
}

impl Task {
    /// The cells of the task and of its measures, in order.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().chain(self.measures.iter().flat_map(|measure| &measure.cells))
    }

    /// The task's number as printed; `index` counts from 0.
    #[must_use]
    pub fn printed_number(&self, index: usize) -> Cow<'_, str> {
        match &self.number {
            Some(number) => number.value.as_str().into(),
            None => (index + 1).to_string().into(),
        }
    }
}

impl Measure {
    /// Number and text in one cell.
    #[must_use]
    pub fn printed_text(&self) -> Cow<'_, str> {
        let [number, text] =
            [&self.number, &self.text].map(|part| part.as_ref().map_or("", |part| part.value.as_str()));
        match (number, text) {
            ("", text) => text.into(),
            (number, text) => [number, text].concat().into(),
        }
    }
}

/// Whether a heading ends like a sentence, so that text runs on behind it.
#[must_use]
pub fn is_sentence(heading: &str) -> bool {
    heading.trim_end().ends_with(['。', '！', '？', '：'])
}

impl Table {
    /// 任务 of all groups, in order.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.groups.iter().flat_map(|group| &group.tasks)
    }

    /// The cells of groups, tasks and measures, in order.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.groups
            .iter()
            .flat_map(|group| group.cells.iter().chain(group.tasks.iter().flat_map(Task::cells)))
    }

    /// Whether the text runs on behind the headings of tasks in a paper, because one of them ends like a sentence. A name
    /// without 正文标题 gains 。 there.
    #[must_use]
    pub fn headings_run_on(&self) -> bool {
        let ends = |heading: &Located<String>| is_sentence(&heading.value);
        self.tasks().any(|task| task.requirement.is_some() && task.heading.as_ref().is_none_or(ends))
    }

    /// Whether a column counts measures, so that their 编号 stands there and not before their words.
    #[must_use]
    pub fn numbers_measures(&self) -> bool {
        self.columns.iter().any(TableColumn::numbers_measures)
    }

    /// Whether the table has a column of a kind.
    #[must_use]
    pub fn has(&self, kind: ColumnKind) -> bool {
        self.columns.iter().any(|column| column.kind == kind)
    }

    /// The deadlines of the table, in order.
    pub fn deadlines(&self) -> impl Iterator<Item = &Deadline> {
        self.cells().flat_map(|cell| match &cell.value {
            Value::Deadlines(deadlines) => deadlines.as_slice(),
            Value::Text(_) | Value::Offices(_) => &[],
        })
    }

    /// The responsible parties of the table, in order.
    pub fn owners(&self) -> impl Iterator<Item = &Owner> {
        self.cells().flat_map(|cell| cell.value.owners())
    }
}
