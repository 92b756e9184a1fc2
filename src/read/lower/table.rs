//! `tasks.yaml` becomes a table.

use jiff::civil::Date;

use crate::model::deadline::Deadline;
use crate::model::office::Register;
use crate::model::table::{Cell, ColumnKind, Measure, Table, TableColumn, Task, Value};
use crate::read::fault::fields;
use crate::read::fault::fields::Shape;
use crate::read::format::{ColumnEntry, Entry, Field, List, Open, TableFile, Text};
use crate::read::lower::Lower;
use crate::read::lower::notice::flat;
use crate::read::lower::offices::head;
use crate::source::{FileId, Located, Span};
use crate::text::similar::nearest;

/// 列, when the file does not say.
const DEFAULT_COLUMNS: [&str; 5] = ["序号", "工作任务", "工作举措", "责任股室", "完成时限"];

/// The keys of a task and of a measure that are not columns.
const TASK_KEYS: [&str; 5] = ["编号", "名称", "正文标题", "要求", "举措"];
const MEASURE_KEYS: [&str; 2] = ["编号", "内容"];

/// What the values of one table are understood with.
struct Shapes<'t> {
    columns: &'t [TableColumn],
    register: &'t Register,
    paper: Date,
}

impl Lower<'_> {
    /// The table of a file, if it can be read; `paper` is the day of the paper that it belongs to.
    pub(super) fn table(&self, file: FileId, register: &Register, paper: Date) -> Option<Table> {
        let form: TableFile = self.yaml(file)?;
        let top = Span::head(file);
        let columns = self.table_columns(form.columns);
        let shapes = Shapes { columns: &columns, register, paper };
        if let Field::Absent = form.tasks {
            self.report.borrow_mut().push(fields::missing_key(top, "任务"));
        }
        let tasks = form.tasks.given().unwrap_or_default().0;
        let tasks = tasks.into_iter().map(|record| self.task(record, &shapes)).collect();
        let name = self.required(form.name, "表名", top);
        Some(Table { name, reporting_unit: form.reporting_unit.given(), columns, tasks })
    }

    fn table_columns(&self, field: Field<List<ColumnEntry>>) -> Vec<TableColumn> {
        let Some(List(entries)) = field.given() else {
            return DEFAULT_COLUMNS.map(|name| column(name.to_owned(), None, None)).into();
        };
        let columns = entries.into_iter().map(|entry| match entry {
            ColumnEntry::Text(name) => column(name.value, None, None),
            ColumnEntry::Record(record) => {
                let name = self.required(record.value.name, "列", head(record.span)).value;
                let kind = record.value.kind.given().and_then(|word| self.column_kind(&word));
                column(name, record.value.header.given(), kind)
            }
        });
        columns.collect()
    }

    fn column_kind(&self, word: &Text) -> Option<ColumnKind> {
        let kind = ColumnKind::of_type(&word.value);
        if kind.is_none() {
            let known = ColumnKind::TYPES.map(|(name, _)| name);
            let near = nearest(&word.value, known);
            self.report.borrow_mut().push(fields::unknown_word(word.span, &word.value, &known, near));
        }
        kind
    }

    fn task(&self, record: Located<Open>, shapes: &Shapes<'_>) -> Task {
        let span = head(record.span);
        let mut fields = self.with_known_keys(record.value, shapes, &TASK_KEYS);
        let name = self.text_of(&mut fields, "名称");
        let number = self.text_of(&mut fields, "编号");
        let heading = self.text_of(&mut fields, "正文标题");
        let requirement = self.text_of(&mut fields, "要求");
        let measures = fields.take("举措").map_or_else(Vec::new, |(_, entry)| flat(entry));
        let measures = measures.into_iter().filter_map(|entry| self.measure(entry, shapes)).collect();
        Task {
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
        let record = match entry {
            Entry::Record(record) => record,
            Entry::Text(Located { span, .. }) | Entry::List(Located { span, .. }) => {
                self.report.borrow_mut().push(fields::wrong_shape(span, Shape::Record));
                return None;
            }
        };
        let mut fields = self.with_known_keys(record.value, shapes, &MEASURE_KEYS);
        let number = self.text_of(&mut fields, "编号");
        let text = self.text_of(&mut fields, "内容");
        let cells = self.cells(fields, shapes);
        Some(Measure { number, text, cells, span: head(record.span) })
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

    /// Gives keys that are slightly wrong the name that was meant, so that one slip is one finding; `own` are the
    /// record's keys beside its columns. Keys like none that is known are reported and left out.
    fn with_known_keys(&self, fields: Open, shapes: &Shapes<'_>, own: &[&str]) -> Open {
        let columns = shapes.columns.iter().filter(|column| column.holds_values());
        let known: Vec<&str> =
            own.iter().copied().chain(columns.map(|column| column.name.as_str())).collect();
        let given: Vec<String> = fields.0.iter().map(|(key, _)| key.value.clone()).collect();
        let mended = fields.0.into_iter().filter_map(|(key, entry)| {
            if known.contains(&key.value.as_str()) {
                return Some((key, entry));
            }
            let near = nearest(&key.value, known.iter().copied());
            self.report.borrow_mut().push(fields::unknown_key(key.span, &key.value, near));
            let near = near.filter(|near| !given.iter().any(|given| given == near))?;
            Some((key.with(near.to_owned()), entry))
        });
        Open(mended.collect())
    }

    /// What is left in a record once its own keys are taken: a value for each column that is named.
    fn cells(&self, fields: Open, shapes: &Shapes<'_>) -> Vec<Cell> {
        let cell = |(key, entry): (Text, Entry)| {
            let column = shapes.columns.iter().position(|column| column.name == key.value)?;
            Some(Cell { column, value: self.cell(entry, column, shapes) })
        };
        fields.0.into_iter().filter_map(cell).collect()
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
            ColumnKind::Number
            | ColumnKind::Task
            | ColumnKind::Measure
            | ColumnKind::Score
            | ColumnKind::Text => Value::Text(texts),
        }
    }
}

fn column(name: String, header: Option<Text>, kind: Option<ColumnKind>) -> TableColumn {
    let kind = kind.unwrap_or_else(|| ColumnKind::of_name(&name));
    let header = header.map_or_else(|| name.clone(), |header| header.value);
    TableColumn { name, header, kind }
}
