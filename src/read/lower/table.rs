//! `tasks.yaml` becomes a table.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::model::deadline::Deadline;
use crate::model::office::Register;
use crate::model::table::{Cell, ColumnKind, Group, Measure, Table, TableColumn, Task, Value};
use crate::read::fault::codes::UNKNOWN_KEY;
use crate::read::fault::fields;
use crate::read::fault::fields::Shape;
use crate::read::form::table::TableFile;
use crate::read::lower::Lower;
use crate::read::lower::disclosure::flat;
use crate::read::lower::offices::head;
use crate::read::lower::paper::Pattern;
use crate::read::lower::table_columns::{add_requirement, asks};
use crate::read::yaml::field::{Entry, Field, List, Open, Text};
use crate::source::{FileId, Located, Span};
use crate::text::similar::near;

/// The keys of a group, a task and a measure that are not columns.
const GROUP_KEYS: [&str; 4] = ["编号", "名称", "通栏", "任务"];
const TASK_KEYS: [&str; 6] = ["代号", "编号", "名称", "正文标题", "要求", "举措"];
const MEASURE_KEYS: [&str; 3] = ["代号", "编号", "内容"];

/// Columns, register and day by which the values of a table are read.
struct Shapes<'t> {
    columns: &'t [TableColumn],
    /// Columns by name; the first of several of the same name.
    by_name: HashMap<&'t str, usize>,
    register: &'t Register,
    paper: Date,
}

impl<'t> Shapes<'t> {
    fn new(columns: &'t [TableColumn], register: &'t Register, paper: Date) -> Self {
        let mut by_name = HashMap::new();
        for (i, column) in columns.iter().enumerate() {
            by_name.entry(column.name.value.as_str()).or_insert(i);
        }
        Self { columns, by_name, register, paper }
    }
}

impl Lower<'_> {
    /// The table of a file, if it can be read; `paper` is the day of the paper that it belongs to.
    /// The tasks of the body have 要求 as a column as well (`is_inline`).
    pub(super) fn table(
        &self,
        file: FileId,
        register: &Register,
        paper: Date,
        is_inline: bool,
    ) -> Option<Table> {
        let form: TableFile = self.yaml(file)?;
        let top = Span::head(file);
        let grouped = !matches!(form.groups, Field::Absent);
        let mut columns = self.table_columns(form.columns, grouped, top);
        if is_inline && asks(&form.tasks, &form.groups) {
            add_requirement(&mut columns, top);
        }
        let shapes = Shapes::new(&columns, register, paper);
        let groups = match (form.groups, form.tasks) {
            (Field::Absent, Field::Absent) => {
                self.report.borrow_mut().push(fields::missing_key(top, "任务"));
                Vec::new()
            }
            (Field::Absent, tasks) => vec![self.all_tasks(tasks, &shapes, top)],
            (groups, Field::Absent) => {
                let groups = groups.given().unwrap_or_default().0;
                groups.into_iter().map(|record| self.group(record, &shapes)).collect()
            }
            _ => {
                self.report.borrow_mut().push(fields::one_of(top, &["分组", "任务"]));
                Vec::new()
            }
        };
        let name = self.required(form.name, "表名", top);
        let notes = form.notes.given().unwrap_or_default().0;
        let (reporting_unit, duty_pattern) = (form.reporting_unit.given(), form.duty_pattern.given());
        let prints_name = form.prints_name.given().is_none_or(|prints| prints.0);
        let table = Table { name, prints_name, reporting_unit, columns, groups, notes, duty_pattern };
        for name in Pattern::new(&table).unknown() {
            let span = table.duty_pattern.as_ref().map_or(top, |pattern| pattern.span);
            let near = near(name, table.columns.iter().map(|column| column.name.value.as_str()))
                .map(|near| near.word);
            self.report.borrow_mut().push(fields::unknown_column(span, name, near));
        }
        Some(table)
    }

    /// The one group of a table that has none.
    fn all_tasks(&self, field: Field<List<Located<Open>>>, shapes: &Shapes<'_>, span: Span) -> Group {
        let tasks = field.given().unwrap_or_default().0;
        let tasks = tasks.into_iter().map(|record| self.task(record, shapes)).collect();
        Group { number: None, name: None, banner: None, cells: Vec::new(), tasks, span }
    }

    fn group(&self, record: Located<Open>, shapes: &Shapes<'_>) -> Group {
        let span = head(record.span);
        let mut fields = self.with_known_keys(record.value, shapes, &GROUP_KEYS);
        let number = self.text_of(&mut fields, "编号");
        let name = self.text_of(&mut fields, "名称");
        let banner = self.text_of(&mut fields, "通栏");
        // Without a column for the names of groups, a group needs neither name nor 通栏.
        let named = shapes.columns.iter().any(|column| column.kind == ColumnKind::Group);
        if named && name.is_none() && banner.is_none() {
            self.report.borrow_mut().push(fields::missing_key(span, "名称"));
        }
        let tasks = fields.take("任务").map_or_else(Vec::new, |(_, entry)| flat(entry));
        let tasks = tasks.into_iter().filter_map(|entry| self.record(entry));
        let tasks = tasks.map(|record| self.task(record, shapes)).collect();
        Group { number, name, banner, cells: self.cells(fields, shapes), tasks, span }
    }

    fn task(&self, record: Located<Open>, shapes: &Shapes<'_>) -> Task {
        let span = head(record.span);
        let mut fields = self.with_known_keys(record.value, shapes, &TASK_KEYS);
        let id = self.text_of(&mut fields, "代号");
        let name = self.text_of(&mut fields, "名称");
        let number = self.text_of(&mut fields, "编号");
        let heading = self.text_of(&mut fields, "正文标题");
        let requirement = self.text_of(&mut fields, "要求");
        let measures = fields.take("举措").map_or_else(Vec::new, |(_, entry)| flat(entry));
        let mut measures: Vec<Measure> =
            measures.into_iter().filter_map(|entry| self.measure(entry, shapes)).collect();
        measures.shrink_to_fit();
        Task {
            id,
            number,
            name: self.required(name.map_or(Field::Absent, Field::Given), "名称", span),
            heading,
            requirement,
            cells: self.cells(fields, shapes),
            measures,
            span,
        }
    }

    fn measure(&self, entry: Entry, shapes: &Shapes<'_>) -> Option<Measure> {
        let record = self.record(entry)?;
        let mut fields = self.with_known_keys(record.value, shapes, &MEASURE_KEYS);
        let id = self.text_of(&mut fields, "代号");
        let number = self.text_of(&mut fields, "编号");
        let text = self.text_of(&mut fields, "内容");
        let cells = self.cells(fields, shapes);
        Some(Measure { id, number, text, cells, span: head(record.span) })
    }

    fn record(&self, entry: Entry) -> Option<Located<Open>> {
        match entry {
            Entry::Record(record) => Some(record),
            Entry::Text(Located { span, .. }) | Entry::List(Located { span, .. }) => {
                self.report.borrow_mut().push(fields::wrong_shape(span, Shape::Record));
                None
            }
        }
    }

    fn text_of(&self, fields: &mut Open, key: &str) -> Option<Text> {
        let (_, entry) = fields.take(key)?;
        match entry {
            Entry::Text(text) => Some(text),
            Entry::List(Located { span, .. }) | Entry::Record(Located { span, .. }) => {
                self.report.borrow_mut().push(fields::wrong_shape(span, Shape::Text));
                None
            }
        }
    }

    /// Replaces misspelt keys by the nearest known key, so that one slip is one finding; `own` are the keys of the
    /// record that are not columns. Unknown keys without a near one are reported and left out.
    fn with_known_keys(&self, fields: Open, shapes: &Shapes<'_>, own: &[&str]) -> Open {
        let columns = || shapes.columns.iter().filter(|column| column.holds_values());
        let is_column =
            |key: &str| shapes.by_name.get(key).is_some_and(|i| shapes.columns[*i].holds_values());
        let is_known = |(key, _): &(Text, Entry)| own.contains(&key.value.as_str()) || is_column(&key.value);
        if fields.0.iter().all(is_known) {
            return fields;
        }
        let written_keys: HashSet<String> = fields.0.iter().map(|(key, _)| key.value.clone()).collect();
        let mended = fields.0.into_iter().filter_map(|(key, entry)| {
            if own.contains(&key.value.as_str()) || is_column(&key.value) {
                return Some((key, entry));
            }
            let mut report = self.report.borrow_mut();
            // Findings beyond the limit are only counted: no search for the nearest key.
            let is_full = report.is_full(&UNKNOWN_KEY, key.span.file);
            let known = || own.iter().copied().chain(columns().map(|column| column.name.value.as_str()));
            let near = if is_full { None } else { near(&key.value, known()) };
            let is_written = |word: &str| written_keys.contains(word);
            report.push(fields::unknown_key(key.span, &key.value, near, is_written));
            let near = near.map(|near| near.word).filter(|near| !written_keys.contains(*near))?;
            Some((key.with(near.to_owned()), entry))
        });
        Open(mended.collect())
    }

    /// The values of a record whose own keys were taken out, one for each column.
    fn cells(&self, fields: Open, shapes: &Shapes<'_>) -> Vec<Cell> {
        let cell = |(key, entry): (Text, Entry)| {
            let column = *shapes.by_name.get(key.value.as_str())?;
            Some(Cell { column, value: self.cell(entry, column, shapes) })
        };
        let mut cells: Vec<Cell> = fields.0.into_iter().filter_map(cell).collect();
        cells.shrink_to_fit();
        cells
    }

    fn cell(&self, entry: Entry, column: usize, shapes: &Shapes<'_>) -> Value {
        let texts = self.texts(entry);
        match shapes.columns[column].kind {
            ColumnKind::Office => {
                Value::Offices(texts.into_iter().map(|t| shapes.register.owner(t)).collect())
            }
            ColumnKind::Deadline => {
                Value::Deadlines(texts.into_iter().map(|text| Deadline::new(text, shapes.paper)).collect())
            }
            _ => Value::Text(texts),
        }
    }
}
