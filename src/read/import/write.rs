//! `tasks.yaml` as a person would write it: values equal to the defaults are left out.

use serde_yaml::{Mapping, Value};

use crate::model::table::ColumnKind;
use crate::read::import::body::{Body, Cell};
use crate::read::import::columns::Columns;
use crate::read::import::frame::Frame;
use crate::read::import::record::{put, put_all, text};
use crate::read::import::structure::{Group, Plan};
use crate::text::marker::Marker;

/// The file made of a table.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub yaml: String,
    /// Cells whose rows are not those of a task or group; their text was written in each row.
    pub split: Vec<(usize, usize)>,
    /// Blank cells of tasks that took another text of their row for a name.
    pub nameless: Vec<((usize, usize), String)>,
    /// The head of responsibilities that were not taken for offices, where there are no others.
    pub uncounted: Option<(usize, usize)>,
    /// The lines of the columns of offices, with their cells.
    pub offices: Vec<(String, (usize, usize))>,
}

/// Writes a table.
pub fn write(frame: &Frame, body: &Body, plan: &Plan) -> Written {
    let columns = Columns::new(frame, body, plan);
    let mut writer =
        Writer { body, plan, columns, split: Vec::new(), nameless: Vec::new(), tasks: 0, rows: 0 };
    let mut file = Mapping::new();
    put(&mut file, "表名", text(&frame.caption.title));
    if let Some(unit) = &frame.caption.unit {
        put(&mut file, "填报单位", text(unit));
    }
    if let Some(columns) = writer.columns.value() {
        put(&mut file, "列", columns);
    }
    if plan.grouped {
        let groups = plan.groups.iter().map(|group| writer.group(group)).collect();
        put(&mut file, "分组", Value::Sequence(groups));
    } else {
        let tasks = plan.groups.iter().flat_map(|group| &group.tasks);
        let tasks = tasks.map(|rows| writer.task(*rows, &Group::default())).collect();
        put(&mut file, "任务", Value::Sequence(tasks));
    }
    if !body.notes.is_empty() {
        put(&mut file, "表注", Value::Sequence(body.notes.iter().map(|note| text(note)).collect()));
    }
    let offices = writer.office_lines();
    let uncounted = writer.columns.uncounted(frame, body);
    // Texts in lists and records cannot fail to be written.
    let yaml = serde_yaml::to_string(&Value::Mapping(file)).unwrap_or_default();
    let mut split = writer.split;
    split.sort_unstable();
    split.dedup();
    Written { yaml, split, nameless: writer.nameless, uncounted, offices }
}

struct Writer<'b> {
    body: &'b Body,
    plan: &'b Plan,
    columns: Columns,
    split: Vec<(usize, usize)>,
    nameless: Vec<((usize, usize), String)>,
    /// The tasks written so far.
    tasks: usize,
    /// The rows of tasks written so far.
    rows: usize,
}

impl Writer<'_> {
    /// The cell of a column that covers a row.
    fn cell(&self, column: usize, row: usize) -> &Cell {
        let cells = &self.body.columns[column];
        &cells[cells.partition_point(|cell| cell.end() <= row).min(cells.len() - 1)]
    }

    fn group(&mut self, group: &Group) -> Value {
        let mut record = Mapping::new();
        if let Some(banner) = &group.banner {
            put(&mut record, "通栏", text(banner));
        }
        let values = self
            .values(group.rows.0, |cell| on_group(cell, group) && !(cell.rows == 1 && cell.text.is_empty()));
        if let Some(name) = self.group_name(group) {
            put(&mut record, "名称", name);
        }
        put_all(&mut record, values);
        if !group.tasks.is_empty() {
            let tasks = group.tasks.iter().map(|rows| self.task(*rows, group)).collect();
            put(&mut record, "任务", Value::Sequence(tasks));
        }
        Value::Mapping(record)
    }

    /// The value of the column of groups. With such a column a group needs a name, unless a row across the table
    /// names it.
    fn group_name(&self, group: &Group) -> Option<Value> {
        let column = self.plan.group?;
        let cell = group.spans.then(|| self.cell(column, group.rows.0));
        let own = cell.filter(|cell| (cell.row, cell.end()) == group.rows);
        let own = own.filter(|cell| cell.rows > 1 || !cell.text.is_empty()).map(|cell| text(&cell.text));
        own.or_else(|| group.banner.is_none().then(|| text("")))
    }

    fn task(&mut self, rows: (usize, usize), group: &Group) -> Value {
        let mut record = Mapping::new();
        self.tasks += 1;
        let counted = self.tasks.to_string();
        let of_row = |column: usize| self.cell(column, rows.0).text.clone();
        let mut number = self.plan.number.map(of_row);
        let mut name = self.plan.task.map(of_row);
        // 合计 and the like, merged over both columns, are names.
        if let (Some(number), Some(name)) = (&mut number, &mut name)
            && name.trim().is_empty()
            && Marker::whole(number).is_none()
        {
            std::mem::swap(number, name);
        }
        if let Some(number) = number.as_ref().filter(|number| **number != counted) {
            put(&mut record, "编号", text(number));
        }
        // A name is required; the first text of the row replaces a missing one. A number is no name.
        let is_said = |text: &String| !text.trim().is_empty();
        let said = name.filter(is_said);
        let is_nameless = said.is_none();
        let name = said.unwrap_or_else(|| {
            let columns = self.plan.measure.into_iter().chain(self.value_columns());
            let first = columns.map(of_row).find(is_said);
            first.or(number.filter(is_said)).unwrap_or(counted)
        });
        put(&mut record, "名称", text(&name));
        if let Some(requirement) = self.plan.requirement.map(of_row).filter(|text| !text.is_empty()) {
            put(&mut record, "要求", text(&requirement));
        }
        let words = self.plan.measure.map(of_row).unwrap_or_default();
        let place = self.plan.task.filter(|_| is_nameless).map(|column| self.cell(column, rows.0).at);
        self.nameless.extend(place.map(|place| (place, name)));
        if rows.1 - rows.0 == 1 && words.is_empty() {
            self.rows += 1;
            let values = self.row_values(rows.0, rows, group);
            put_all(&mut record, values);
            return Value::Mapping(record);
        }
        if rows.1 - rows.0 > 1 {
            let values = self.values(rows.0, |cell| !on_group(cell, group) && (cell.row, cell.end()) == rows);
            put_all(&mut record, values);
        }
        let measures = (rows.0..rows.1).map(|row| self.measure(row, rows, group)).collect();
        put(&mut record, "举措", Value::Sequence(measures));
        Value::Mapping(record)
    }

    fn measure(&mut self, row: usize, task: (usize, usize), group: &Group) -> Value {
        let mut record = Mapping::new();
        self.rows += 1;
        let number = self.plan.row_number.map(|column| self.cell(column, row).text.clone());
        if let Some(number) = number.filter(|number| *number != self.rows.to_string()) {
            put(&mut record, "编号", text(&number));
        }
        let words = self.plan.measure.map(|column| self.cell(column, row).text.clone()).unwrap_or_default();
        if !words.is_empty() {
            put(&mut record, "内容", text(&words));
        }
        let values = self.row_values(row, task, group);
        put_all(&mut record, values);
        Value::Mapping(record)
    }

    /// The values of one row that do not stand on its task or its group. A cell that spans rows of several tasks,
    /// or some rows of a task, is written in each row and reported.
    fn row_values(&mut self, row: usize, task: (usize, usize), group: &Group) -> Vec<(String, Value)> {
        let single = task.1 - task.0 == 1;
        let of_row = |cell: &Cell| {
            let above = on_group(cell, group) || !single && (cell.row, cell.end()) == task;
            !above && !cell.text.is_empty()
        };
        for column in self.value_columns() {
            let cell = self.cell(column, row);
            if of_row(cell) && cell.rows > 1 {
                let at = cell.at;
                self.split.push(at);
            }
        }
        self.values(row, of_row)
    }

    /// The values that cover a row, in the order of their columns.
    fn values(&self, row: usize, takes: impl Fn(&Cell) -> bool) -> Vec<(String, Value)> {
        // A row across the table may be below all rows.
        if row >= self.body.rows {
            return Vec::new();
        }
        let value = |column: usize| {
            let cell = self.cell(column, row);
            takes(cell).then(|| (self.columns.columns[column].name.clone(), self.value(column, &cell.text)))
        };
        self.value_columns().into_iter().filter_map(value).collect()
    }

    fn value_columns(&self) -> Vec<usize> {
        (0..self.columns.columns.len()).filter(|column| self.plan.holds_values(*column)).collect()
    }

    fn office_lines(&self) -> Vec<(String, (usize, usize))> {
        let columns = self.columns.columns.iter().zip(&self.body.columns);
        let cells = columns.filter(|(column, _)| column.kind == ColumnKind::Office).flat_map(|(_, c)| c);
        cells.flat_map(|cell| cell.text.split('\n').map(|line| (line.to_owned(), cell.at))).collect()
    }

    /// A value: several lines of offices, persons or days are a list.
    fn value(&self, column: usize, words: &str) -> Value {
        match self.columns.columns[column].kind {
            ColumnKind::Office | ColumnKind::Person | ColumnKind::Deadline if words.contains('\n') => {
                Value::Sequence(words.split('\n').map(text).collect())
            }
            _ => text(words),
        }
    }
}

/// Whether a cell spans all rows of a group; that of its only task is the task's.
fn on_group(cell: &Cell, group: &Group) -> bool {
    group.spans && (cell.row, cell.end()) == group.rows && group.tasks.len() != 1
}
