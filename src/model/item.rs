//! 事项: what a progress note is about, a task or one of its measures, and what the table says of it.
//!
//! Written by position, `1.2` for the second measure of the first task and `1` for the task itself, counted as the
//! table stands, whatever numbers it prints. Where a notice has several tables, `附件2 1.2` names the table by its
//! label on the paper; without it the first table is meant.

use crate::model::deadline::Deadline;
use crate::model::notice::{Attachment, Notice};
use crate::model::office::Owner;
use crate::model::table::{Cell, Group, Measure, Table, Task, Value};

/// The place of a task or measure in a notice's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// The table, from 0, counting the notice's tables only.
    pub table: usize,
    /// The task in it, from 0, whatever group it stands in.
    pub task: usize,
    /// The measure in it, from 0; `None` for the task as a whole.
    pub measure: Option<usize>,
}

/// An item with what the table says of it, its task's and group's values included.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'p> {
    /// Its place.
    pub item: Item,
    /// Its table.
    pub table: &'p Table,
    /// Its group.
    pub group: &'p Group,
    /// Its task.
    pub task: &'p Task,
    /// Its measure; `None` for the task as a whole.
    pub measure: Option<&'p Measure>,
}

/// A position from 0 that was written as one from 1.
fn position(text: &str) -> Option<usize> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse::<usize>().ok())??.checked_sub(1)
}

fn grouped(table: &Table) -> impl Iterator<Item = (&Group, &Task)> {
    table.groups.iter().flat_map(|group| group.tasks.iter().map(move |task| (group, task)))
}

fn entry(table: &Table, item: Item) -> Option<Entry<'_>> {
    let (group, task) = grouped(table).nth(item.task)?;
    let measure = match item.measure {
        Some(measure) => Some(task.measures.get(measure)?),
        None => None,
    };
    Some(Entry { item, table, group, task, measure })
}

impl Notice {
    /// The item that the words of 事项 mean.
    #[must_use]
    pub fn item(&self, words: &str) -> Option<Item> {
        let words = words.trim();
        let (table, place) = match words.strip_prefix("附件") {
            Some(rest) => {
                let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let attachment = rest[..digits].parse::<usize>().ok()?.checked_sub(1)?;
                self.attachments.get(attachment)?.table()?;
                let before = self.attachments[..attachment].iter().filter_map(Attachment::table).count();
                (before, rest[digits..].trim_start_matches([' ', '　', '：', ':', '、', '，']))
            }
            None => (0, words),
        };
        let (task, measure) = match place.split_once('.') {
            Some((task, measure)) => (position(task)?, Some(position(measure)?)),
            None => (position(place)?, None),
        };
        let item = Item { table, task, measure };
        self.entry(item).map(|entry| entry.item)
    }

    /// An item with what the table says of it.
    #[must_use]
    pub fn entry(&self, item: Item) -> Option<Entry<'_>> {
        entry(self.tables().nth(item.table)?, item)
    }

    /// Everything that somebody has to do, in order: the measures, and the tasks that have none.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for (table_at, table) in self.tables().enumerate() {
            for (task_at, (group, task)) in grouped(table).enumerate() {
                let whole = Item { table: table_at, task: task_at, measure: None };
                if task.measures.is_empty() {
                    entries.push(Entry { item: whole, table, group, task, measure: None });
                }
                entries.extend(task.measures.iter().enumerate().map(|(i, measure)| Entry {
                    item: Item { measure: Some(i), ..whole },
                    table,
                    group,
                    task,
                    measure: Some(measure),
                }));
            }
        }
        entries
    }

    /// How an item is written under 事项: `1.2`, `附件2 1.2`.
    #[must_use]
    pub fn item_words(&self, item: Item) -> String {
        let place = match item.measure {
            Some(measure) => format!("{}.{}", item.task + 1, measure + 1),
            None => (item.task + 1).to_string(),
        };
        if item.table == 0 {
            return place;
        }
        let tables =
            self.attachments.iter().enumerate().filter(|(_, attachment)| attachment.table().is_some());
        let attachment = tables.map(|(i, _)| i + 1).nth(item.table).unwrap_or_default();
        format!("附件{attachment} {place}")
    }
}

impl Item {
    /// Whether `other` is this item or lies in it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        (self.table, self.task) == (other.table, other.task)
            && (self.measure.is_none() || self.measure == other.measure)
    }
}

impl<'p> Entry<'p> {
    /// The words of the measure with its printed number, or the task's name.
    #[must_use]
    pub fn words(&self) -> String {
        self.measure.map_or_else(|| self.task.name.value.clone(), Measure::printed_text)
    }

    /// The task's number as printed.
    #[must_use]
    pub fn task_number(&self) -> String {
        self.task.printed_number(self.item.task)
    }

    /// Who is responsible, line by line: what is written on the measure, else on what it stands in.
    #[must_use]
    pub fn owners(&self) -> Vec<&'p Owner> {
        self.cells().into_iter().flat_map(|cell| cell.value.owners()).collect()
    }

    /// The deadlines, line by line: what is written on the measure, else on what it stands in.
    #[must_use]
    pub fn deadlines(&self) -> Vec<&'p Deadline> {
        let lines = |cell: &'p Cell| match &cell.value {
            Value::Deadlines(deadlines) => deadlines.as_slice(),
            Value::Text(_) | Value::Offices(_) => &[],
        };
        self.cells().into_iter().flat_map(lines).collect()
    }

    /// The values that hold for the item: for each column what is written on the measure, else on the task; for
    /// a task as a whole those of its measures as well.
    #[must_use]
    pub fn cells(&self) -> Vec<&'p Cell> {
        let of_task = &self.task.cells;
        let of_group =
            self.group.cells.iter().filter(|cell| of_task.iter().all(|own| own.column != cell.column));
        let above = of_task.iter().chain(of_group);
        let Some(measure) = self.measure else {
            return above.chain(self.task.measures.iter().flat_map(|measure| &measure.cells)).collect();
        };
        let own = &measure.cells;
        let inherited = above.filter(|cell| own.iter().all(|own| own.column != cell.column));
        own.iter().chain(inherited).collect()
    }
}
