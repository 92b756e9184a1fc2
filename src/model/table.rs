//! 责任分解表: tasks, their measures, and the columns in which they are shown.

use std::borrow::Cow;

pub use crate::model::column_kind::ColumnKind;
use crate::model::deadline::Deadline;
use crate::model::office::Owner;
use crate::source::{Located, Span};

/// The most characters that a cell of a workbook holds, as UTF-16 counts them (Excel specifications and limits).
pub const LONGEST_CELL: usize = 32_767;

/// The columns of a table that names none.
pub const DEFAULT_COLUMNS: [&str; 5] = ["序号", "工作任务", "工作举措", "责任股室", "完成时限"];

/// A responsibility table.
#[derive(Debug)]
pub struct Table {
    /// 表名: its own title, which the 附件说明 should repeat.
    pub name: Located<String>,
    /// 填报单位: the line above the table; `None` when there is no such line, empty when it is left blank.
    pub reporting_unit: Option<Located<String>>,
    /// 列, from left to right.
    pub columns: Vec<TableColumn>,
    /// 分组, in order; a table without groups has one that says nothing and holds all tasks.
    pub groups: Vec<Group>,
    /// 表注: rows under the table.
    pub notes: Vec<Located<String>>,
}

/// 列: one column of a table.
#[derive(Debug, Clone)]
pub struct TableColumn {
    /// The name by which values are written.
    pub name: String,
    /// 表头: what is printed above it, from the top tier down; neighbours share what they have in common above
    /// the last. Never without a tier; a blank one is printed blank.
    pub header: Vec<Located<String>>,
    /// 类型.
    pub kind: ColumnKind,
}

/// 分组: tasks that stand together, under a cell beside all their rows or a row across the table.
#[derive(Debug)]
pub struct Group {
    /// 编号, as given.
    pub number: Option<Located<String>>,
    /// 名称: shown in the column of groups.
    pub name: Option<Located<String>>,
    /// 通栏: a row across all columns, above the group's tasks.
    pub section: Option<Located<String>>,
    /// Values written on the group: they span all its tasks.
    pub cells: Vec<Cell>,
    /// 任务, in order; a group may have none.
    pub tasks: Vec<Task>,
    /// Where the group's record begins.
    pub span: Span,
}

/// 任务.
#[derive(Debug)]
pub struct Task {
    /// 代号: by which notes find it wherever it stands; never printed.
    pub id: Option<Located<String>>,
    /// 编号, when it was given; otherwise tasks count from 1.
    pub number: Option<Located<String>>,
    /// 名称.
    pub name: Located<String>,
    /// 正文标题: the heading in the paper's body where it is not the name and a full stop; printed as written.
    pub heading: Option<Located<String>>,
    /// 要求: the paragraph in the paper's body.
    pub requirement: Option<Located<String>>,
    /// Values written on the task: they span its measures.
    pub cells: Vec<Cell>,
    /// 举措, in order; a task may have none.
    pub measures: Vec<Measure>,
    /// Where the task's record begins.
    pub span: Span,
}

/// 举措.
#[derive(Debug)]
pub struct Measure {
    /// 代号: by which notes find it wherever it stands; never printed.
    pub id: Option<Located<String>>,
    /// 编号, as given.
    pub number: Option<Located<String>>,
    /// 内容.
    pub text: Option<Located<String>>,
    /// Values written on the measure: one row each.
    pub cells: Vec<Cell>,
    /// Where the measure's record begins.
    pub span: Span,
}

/// A value in a column.
#[derive(Debug)]
pub struct Cell {
    /// The column's place in [`Table::columns`].
    pub column: usize,
    /// The value.
    pub value: Value,
}

/// What a cell holds.
#[derive(Debug)]
pub enum Value {
    /// Lines of text.
    Text(Vec<Located<String>>),
    /// Responsible offices, a line each.
    Offices(Vec<Owner>),
    /// Deadlines, a line each.
    Deadlines(Vec<Deadline>),
}

impl Value {
    /// The lines, each at its place.
    #[must_use]
    pub fn texts(&self) -> Vec<&Located<String>> {
        match self {
            Self::Text(lines) => lines.iter().collect(),
            Self::Offices(owners) => owners.iter().map(|owner| &owner.text).collect(),
            Self::Deadlines(deadlines) => deadlines.iter().map(|line| &line.text).collect(),
        }
    }

    /// The lines as they are printed.
    #[must_use]
    pub fn lines(&self) -> Vec<&str> {
        self.texts().into_iter().map(|line| line.value.as_str()).collect()
    }

    /// The same in one text, with line feeds between them; `None` where there are none.
    #[must_use]
    pub fn printed(&self) -> Option<Cow<'_, str>> {
        match self.lines()[..] {
            [] => None,
            [line] => Some(line.into()),
            ref lines => Some(lines.join("\n").into()),
        }
    }
}

impl TableColumn {
    /// Whether values are written under the column's name; numbers, names and measures have keys of their own.
    #[must_use]
    pub fn holds_values(&self) -> bool {
        !matches!(self.kind, ColumnKind::Group | ColumnKind::Number | ColumnKind::Task | ColumnKind::Measure)
    }

    /// The head's tiers in one line, with a stroke between them.
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

impl Group {
    /// Number and name, as they stand in one cell; `None` when neither was written.
    #[must_use]
    pub fn printed_name(&self) -> Option<String> {
        let part = |text: &Option<Located<String>>| text.as_ref().map(|text| text.value.clone());
        let (number, name) = (part(&self.number), part(&self.name));
        (number.is_some() || name.is_some()).then(|| number.unwrap_or_default() + &name.unwrap_or_default())
    }
}

impl Task {
    /// Its own cells and those of its measures, in order.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().chain(self.measures.iter().flat_map(|measure| &measure.cells))
    }

    /// The task's number as printed, `index` being its place from 0.
    #[must_use]
    pub fn printed_number(&self, index: usize) -> Cow<'_, str> {
        match &self.number {
            Some(number) => number.value.as_str().into(),
            None => (index + 1).to_string().into(),
        }
    }
}

impl Measure {
    /// Number and words, as they stand in one cell.
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

    /// Whether a column of that kind is there.
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

    /// The responsible offices of the table, in order.
    pub fn owners(&self) -> impl Iterator<Item = &Owner> {
        self.cells().flat_map(|cell| cell.value.owners())
    }
}

impl Value {
    /// The offices, if that is what the cell holds.
    #[must_use]
    pub fn owners(&self) -> &[Owner] {
        match self {
            Self::Offices(owners) => owners,
            Self::Text(_) | Self::Deadlines(_) => &[],
        }
    }
}
