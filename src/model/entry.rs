//! An item with its values in the table: its words, numbers, offices and deadlines.

use std::borrow::Cow;

use crate::model::deadline::Deadline;
use crate::model::grid::row_number;
use crate::model::item::{Entry, Item};
use crate::model::office::Owner;
use crate::model::table::{Cell, ColumnKind, Counted, Value};

impl<'p> Entry<'p> {
    /// The measure's text with its printed number, or the task's name.
    #[must_use]
    pub fn words(&self) -> Cow<'p, str> {
        match (self.measure, self.row_number()) {
            (None, _) => self.task.name.value.as_str().into(),
            (Some(measure), Some(number)) if measure.number.is_none() => {
                format!("{number} {}", measure.printed_text()).into()
            }
            (Some(measure), _) => measure.printed_text(),
        }
    }

    /// The number of the item's row, where 序号 counts measures or rows; `None` where it counts tasks.
    #[must_use]
    pub fn row_number(&self) -> Option<Cow<'p, str>> {
        let mut numbers = self.table.columns.iter().filter(|column| column.kind == ColumnKind::Number);
        let counts = numbers.next()?.counts;
        (counts != Counted::Tasks).then(|| row_number(counts, self.rows_before, self.measure))
    }

    /// 代号, if it has one.
    #[must_use]
    pub fn id(&self) -> Option<&'p str> {
        let id = match self.measure {
            Some(measure) => &measure.id,
            None => &self.task.id,
        };
        id.as_ref().map(|id| id.value.trim()).filter(|id| !id.is_empty())
    }

    /// The task's number as printed; blank where 序号 counts measures or rows and the task has no number of its own.
    #[must_use]
    pub fn task_number(&self) -> String {
        if self.row_number().is_some() && self.task.number.is_none() {
            return String::new();
        }
        self.task.printed_number(self.item.task).into_owned()
    }

    /// The responsible parties, line by line, from the measure, or else inherited from task or group.
    #[must_use]
    pub fn owners(&self) -> Vec<&'p Owner> {
        self.cells().into_iter().flat_map(|cell| cell.value.owners()).collect()
    }

    /// The deadlines, line by line, from the measure, or else inherited from task or group.
    #[must_use]
    pub fn deadlines(&self) -> Vec<&'p Deadline> {
        let lines = |cell: &'p Cell| match &cell.value {
            Value::Deadlines(deadlines) => deadlines.as_slice(),
            Value::Text(_) | Value::Offices(_) => &[],
        };
        self.cells().into_iter().flat_map(lines).collect()
    }

    /// The measures of a task as a whole; the item itself if there are none.
    #[must_use]
    pub fn parts(self) -> Vec<Self> {
        if self.measure.is_some() || self.task.measures.is_empty() {
            return vec![self];
        }
        let measures = self.task.measures.iter().enumerate();
        let part = |(i, measure)| Self {
            item: Item { measure: Some(i), ..self.item },
            measure: Some(measure),
            rows_before: self.rows_before + i,
            ..self
        };
        measures.map(part).collect()
    }

    /// The values of the item, innermost first: for each column the value on the measure, or else on the task, or else on
    /// the group; for a task as a whole including the values of its measures.
    #[must_use]
    pub fn cells(&self) -> Vec<&'p Cell> {
        let mut cells: Vec<&Cell> = match self.measure {
            Some(measure) => measure.cells.iter().collect(),
            None => self.task.cells().collect(),
        };
        for above in [&self.task.cells, &self.group.cells] {
            let inherited = above.iter().filter(|cell| cells.iter().all(|own| own.column != cell.column));
            let inherited: Vec<&Cell> = inherited.collect();
            cells.extend(inherited);
        }
        cells
    }
}
