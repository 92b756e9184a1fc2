//! The columns of an imported table: their names in the file, and the field 列 where they are not the default.

use std::collections::HashMap;

use serde_yaml::{Mapping, Value};

use crate::model::table::{ColumnKind, DEFAULT_COLUMNS};
use crate::read::import::body::{Body, Cell};
use crate::read::import::caption::plain;
use crate::read::import::duty::{has_responsibilities, is_beside_offices, may_name_offices, name_offices};
use crate::read::import::frame::Frame;
use crate::read::import::record::{put, text};
use crate::read::import::structure::Plan;

/// The keys of groups, tasks and measures, which no column of values can have for its name.
const RESERVED: [&str; 9] = ["代号", "编号", "名称", "通栏", "任务", "正文标题", "要求", "举措", "内容"];

/// A column, as it is named in the file.
#[derive(Debug)]
pub struct Column {
    /// Its name in the file.
    pub name: String,
    /// The tiers of its head, from the top.
    tiers: Vec<String>,
    /// Kind of its values.
    pub kind: ColumnKind,
    /// Whether its numbers are those of rows.
    counts_rows: bool,
    /// Its width in characters, where one was set.
    width: Option<u16>,
}

/// The columns of a table.
pub struct Columns {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// Whether the table has groups: without them no column is one of groups.
    grouped: bool,
}

impl Columns {
    /// The columns of a table.
    pub fn new(frame: &Frame, body: &Body, plan: &Plan) -> Self {
        Self { columns: columns(frame, body, plan), grouped: plan.grouped }
    }

    /// 列; `None` where they are the default.
    pub fn value(&self) -> Option<Value> {
        let plain: Vec<Option<&str>> = self.columns.iter().map(|column| self.plain_name(column)).collect();
        if plain == DEFAULT_COLUMNS.map(Some) {
            return None;
        }
        let entries = self.columns.iter().zip(plain).map(|(column, plain)| match plain {
            Some(name) => text(name),
            None => self.column_record(column),
        });
        Some(Value::Sequence(entries.collect()))
    }

    fn plain_name<'c>(&self, column: &'c Column) -> Option<&'c str> {
        let told = self.told(&column.name) == column.kind;
        let is_plain =
            told && !column.counts_rows && column.width.is_none() && column.tiers == [column.name.clone()];
        is_plain.then_some(&column.name)
    }

    fn column_record(&self, column: &Column) -> Value {
        let mut record = Mapping::new();
        put(&mut record, "列", text(&column.name));
        if column.tiers != [column.name.clone()] {
            let strokes = column.tiers.iter().any(|tier| tier.contains('/'));
            let header = if strokes {
                Value::Sequence(column.tiers.iter().map(|tier| text(tier)).collect())
            } else {
                text(&column.tiers.join("/"))
            };
            put(&mut record, "表头", header);
        }
        if self.told(&column.name) != column.kind {
            put(&mut record, "类型", text(column.kind.word()));
        }
        if column.counts_rows {
            put(&mut record, "计数", text("举措"));
        }
        if let Some(width) = column.width {
            put(&mut record, "宽", width.into());
        }
        Value::Mapping(record)
    }

    /// The head of responsibilities that were not taken for offices, where there are no others.
    pub fn uncounted(&self, frame: &Frame, body: &Body) -> Option<(usize, usize)> {
        let has_offices = self.columns.iter().any(|column| column.kind == ColumnKind::Office);
        if has_offices || frame.is_own {
            return None;
        }
        let mut columns = frame.tiers.iter().zip(&body.columns);
        let column = columns.position(|(tiers, cells)| has_responsibilities(tiers, cells))?;
        Some((frame.head, frame.left + column))
    }

    /// The kind that follows from a name in this table.
    fn told(&self, name: &str) -> ColumnKind {
        match ColumnKind::of_name(name) {
            ColumnKind::Group if !self.grouped => ColumnKind::Text,
            kind => kind,
        }
    }
}

fn columns(frame: &Frame, body: &Body, plan: &Plan) -> Vec<Column> {
    let names = &frame.names;
    let (mut columns, mut taken) = (Vec::new(), HashMap::new());
    for (i, name) in names.iter().enumerate() {
        let kind = column_kind(frame, i, body, plan);
        let usual = match kind {
            ColumnKind::Task => "工作任务",
            ColumnKind::Measure => "工作举措",
            _ => "",
        };
        let is_kept = frame.is_own
            || usual.is_empty()
            || ColumnKind::of_name(name) == kind
            || names.iter().any(|name| name == usual);
        let name = match name.as_str() {
            _ if !is_kept => usual.to_owned(),
            "" => format!("列{}", i + 1),
            name if plan.holds_values(i) && RESERVED.contains(&name) => format!("{name}栏"),
            name => name.to_owned(),
        };
        let name = free(name, &mut taken);
        let (counts_rows, width) = (plan.row_number == Some(i), frame.widths[i]);
        columns.push(Column { name, tiers: frame.tiers[i].clone(), kind, counts_rows, width });
    }
    columns
}

/// A name, with a number if it is taken. `taken` holds the next number of each name.
fn free(name: String, taken: &mut HashMap<String, usize>) -> String {
    let Some(next) = taken.get(&name).copied() else {
        taken.insert(name.clone(), 2);
        return name;
    };
    let numbered = (next..).map(|n| (n, format!("{name}{n}")));
    let mut free = numbered.filter(|(_, name)| !taken.contains_key(name));
    let (n, free) = free.next().unwrap_or((next, name.clone()));
    taken.insert(name, n + 1);
    taken.insert(free.clone(), 2);
    free
}

/// Kind of a column's values.
pub fn column_kind(frame: &Frame, column: usize, body: &Body, plan: &Plan) -> ColumnKind {
    let roles = [
        (plan.group, ColumnKind::Group),
        (plan.number, ColumnKind::Number),
        (plan.row_number, ColumnKind::Number),
        (plan.task, ColumnKind::Task),
        (plan.requirement, ColumnKind::Requirement),
        (plan.measure, ColumnKind::Measure),
    ];
    if let Some((_, kind)) = roles.iter().find(|(place, _)| *place == Some(column)) {
        return *kind;
    }
    // A head over several columns is the head of each.
    let head = frame.tiers[column].last().filter(|_| !frame.is_own).map(|head| plain(head));
    let cells = &body.columns[column];
    let said_kind = ColumnKind::of_name(head.as_ref().unwrap_or(&frame.names[column]));
    match (said_kind, head) {
        (ColumnKind::Office, Some(head)) if is_beside_offices(frame, &head) => ColumnKind::Text,
        (ColumnKind::Text | ColumnKind::Person, Some(head))
            if may_name_offices(&head) && name_offices(cells) =>
        {
            ColumnKind::Office
        }
        (kind @ (ColumnKind::Office | ColumnKind::Person | ColumnKind::Deadline | ColumnKind::Score), _) => {
            kind
        }
        _ if is_ticked(cells) => ColumnKind::Check,
        _ => ColumnKind::Text,
    }
}

/// Whether nothing but ticks and boxes stand in a column.
fn is_ticked(cells: &[Cell]) -> bool {
    let mut said = cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).peekable();
    said.peek().is_some() && said.all(|text| ["√", "✓", "✔", "■", "□", "☑", "☐"].contains(&text))
}
