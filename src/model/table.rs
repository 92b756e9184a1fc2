//! 责任分解表: tasks, their measures, and the columns of the table.

use std::borrow::Cow;

use crate::model::deadline::Deadline;
use crate::model::office::Owner;
use crate::source::{Located, Span};

/// Maximum length of a workbook cell in UTF-16 code units (Excel specifications and limits).
pub const LONGEST_CELL: usize = 32_767;

/// A responsibility table.
#[derive(Debug)]
pub struct Table {
    /// 表名: the title, which 附件说明 should repeat.
    pub name: Located<String>,
    /// 填报单位: the line above the table; `None` without such a line, empty if it is left blank.
    pub reporting_unit: Option<Located<String>>,
    /// 列, from left to right.
    pub columns: Vec<TableColumn>,
    /// 分组, in order; a table without groups has one unnamed group with all tasks.
    pub groups: Vec<Group>,
    /// 表注: rows under the table.
    pub notes: Vec<Located<String>>,
}

/// 列: one column of a table.
#[derive(Debug, Clone)]
pub struct TableColumn {
    /// The name, which is the key of values in the file.
    pub name: String,
    /// 表头: the printed tiers from the top down; adjacent columns share equal tiers above the last one. At least one
    /// tier, possibly blank.
    pub header: Vec<Located<String>>,
    /// 类型.
    pub kind: ColumnKind,
}

/// 类型: the kind of values in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// 分组: the group's own number and name.
    Group,
    /// 序号: the task's number.
    Number,
    /// 任务: the task's name.
    Task,
    /// 举措: the measure's number and text.
    Measure,
    /// 单位: responsible offices.
    Office,
    /// 人员: persons, by name or post.
    Person,
    /// 时限: deadlines.
    Deadline,
    /// 数值: points of an assessment.
    Score,
    /// 勾选: a tick, or nothing.
    Check,
    /// 文本: anything else.
    Text,
}

/// 分组: tasks under a common cell beside their rows, or under a full-width row.
#[derive(Debug)]
pub struct Group {
    /// 编号, as given.
    pub number: Option<Located<String>>,
    /// 名称, printed in the column of groups.
    pub name: Option<Located<String>>,
    /// 通栏: a full-width row above the group's tasks.
    pub section: Option<Located<String>>,
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
    /// 代号: id for progress notes, independent of the position; never printed.
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
    /// 代号: id for progress notes, independent of the position; never printed.
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

/// A value in a column.
#[derive(Debug)]
pub struct Cell {
    /// Index of the column in [`Table::columns`].
    pub column: usize,
    /// The value.
    pub value: Value,
}

/// The value of a cell.
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
    /// The lines with their places.
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

    /// The lines joined by line feeds; `None` without lines.
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
    /// Whether values are written under the column's name. Numbers, names and measures have keys of their own.
    #[must_use]
    pub fn holds_values(&self) -> bool {
        !matches!(self.kind, ColumnKind::Group | ColumnKind::Number | ColumnKind::Task | ColumnKind::Measure)
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

impl Value {
    /// The responsible parties in the cell; empty for other values.
    #[must_use]
    pub fn owners(&self) -> &[Owner] {
        match self {
            Self::Offices(owners) => owners,
            Self::Text(_) | Self::Deadlines(_) => &[],
        }
    }
}

impl ColumnKind {
    /// The kind inferred from a column's name: 责任股室 holds offices, 完成时限 a deadline, and so on.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        const OFFICES: [&str; 7] = ["股室", "科室", "处室", "单位", "部门", "机构", "乡镇"];
        const PERSONS: [&str; 7] = ["领导", "责任人", "联络人", "联系人", "负责人", "经办人", "人员"];
        const SCORES: [&str; 3] = ["分值", "分数", "得分"];
        match name {
            "分组" | "类别" | "分类" => Self::Group,
            "序号" | "编号" => Self::Number,
            "工作任务" | "任务" | "任务名称" | "重点任务" | "任务内容" => Self::Task,
            "工作举措" | "举措" | "具体举措" | "工作措施" | "措施" | "具体措施" | "主要措施" => {
                Self::Measure
            }
            _ if name.ends_with("时限") || name.ends_with("时间") => Self::Deadline,
            _ if SCORES.iter().any(|end| name.ends_with(end)) => Self::Score,
            _ if OFFICES.iter().any(|end| name.ends_with(end)) => Self::Office,
            _ if PERSONS.iter().any(|end| name.ends_with(end)) => Self::Person,
            _ => Self::Text,
        }
    }

    /// The kind with this word under 类型.
    #[must_use]
    pub fn of_type(word: &str) -> Option<Self> {
        let found = Self::TYPES.iter().find(|(name, _)| *name == word)?;
        Some(found.1)
    }

    /// The words for 类型.
    pub const TYPES: [(&str, Self); 10] = [
        ("分组", Self::Group),
        ("序号", Self::Number),
        ("任务", Self::Task),
        ("举措", Self::Measure),
        ("单位", Self::Office),
        ("人员", Self::Person),
        ("时限", Self::Deadline),
        ("数值", Self::Score),
        ("勾选", Self::Check),
        ("文本", Self::Text),
    ];
}
