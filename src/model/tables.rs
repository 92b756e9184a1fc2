//! The tables of a notice, and the items in them by their words and places.

use crate::model::attachment::{Attachment, AttachmentId};
use crate::model::item::{Entry, Item, TableId};
use crate::model::table::{Table, Task};
use crate::source::Located;

/// The tables of a notice: those attached, and that of the body's tasks.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'p> {
    /// 附件.
    pub attachments: &'p [Attachment],
    /// 正文任务.
    pub inline: Option<&'p Table>,
}

impl<'p> Tables<'p> {
    /// The tables, in order: those attached, then that of the body's tasks.
    pub fn iter(self) -> impl Iterator<Item = &'p Table> {
        self.attachments.iter().filter_map(Attachment::table).chain(self.inline)
    }

    /// The tables, in order, with their ids.
    pub fn with_ids(self) -> impl Iterator<Item = (TableId, &'p Table)> {
        self.iter().enumerate().map(|(place, table)| (TableId(place), table))
    }

    /// The table with that id.
    #[must_use]
    pub fn table(self, id: TableId) -> Option<&'p Table> {
        self.iter().nth(id.0)
    }

    /// The id of one of the tables.
    #[must_use]
    pub fn id_of(self, table: &Table) -> Option<TableId> {
        self.with_ids().find(|(_, other)| std::ptr::eq(*other, table)).map(|(id, _)| id)
    }

    /// The attachment that one of the tables is; `None` for the tasks of the body.
    #[must_use]
    pub fn attachment_of(self, table: &Table) -> Option<AttachmentId> {
        let ids = AttachmentId::all(self.attachments).zip(self.attachments);
        let is_table =
            |attachment: &Attachment| attachment.table().is_some_and(|own| std::ptr::eq(own, table));
        ids.into_iter().find(|(_, attachment)| is_table(attachment)).map(|(id, _)| id)
    }

    /// The item that the words of 事项 mean: a 代号, else a position.
    #[must_use]
    pub fn item(self, words: &str) -> Option<Item> {
        let words = words.trim();
        self.item_with_id(words).or_else(|| self.item_at(words))
    }

    fn item_with_id(self, id: &str) -> Option<Item> {
        let is_id = |own: &Option<Located<String>>| own.as_ref().is_some_and(|own| own.value.trim() == id);
        self.with_ids().find_map(|(table, tasks)| {
            tasks.tasks().enumerate().find_map(|(at, task)| {
                let measure = task.measures.iter().position(|measure| is_id(&measure.id));
                let found = is_id(&task.id) || measure.is_some();
                found.then_some(Item { table, task: at, measure })
            })
        })
    }

    fn item_at(self, words: &str) -> Option<Item> {
        let (table, place) = self.table_named(words)?;
        let (task, measure) = match place.split_once('.') {
            Some((task, measure)) => (position(task)?, Some(position(measure)?)),
            None => (position(place)?, None),
        };
        let item = Item { table, task, measure };
        self.entry(item).map(|_| item)
    }

    /// The table that the words begin with, and the rest of the words.
    fn table_named(self, words: &str) -> Option<(TableId, &str)> {
        let parts = [' ', '　', '：', ':', '、', '，'];
        if let Some(rest) = words.strip_prefix("正文") {
            return Some((self.id_of(self.inline?)?, rest.trim_start_matches(parts)));
        }
        if let Some(rest) = words.strip_prefix('表') {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            return Some((TableId(position(&rest[..digits])?), rest[digits..].trim_start_matches(parts)));
        }
        let Some(rest) = words.strip_prefix("附件") else { return Some((TableId::FIRST, words)) };
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number = rest[..digits].parse().ok()?;
        let id = AttachmentId::all(self.attachments).find(|id| self.number_of(*id) == Some(number))?;
        let table = id.of(self.attachments).table()?;
        Some((self.id_of(table)?, rest[digits..].trim_start_matches(parts)))
    }

    /// The printed number of an attachment, from 1, counted over those that have a label; `None` for others.
    #[must_use]
    pub fn number_of(self, id: AttachmentId) -> Option<usize> {
        let labelled = AttachmentId::all(self.attachments).filter(|id| id.of(self.attachments).labelled);
        labelled
            .take_while(|other| *other <= id)
            .zip(1..)
            .find(|(other, _)| *other == id)
            .map(|(_, number)| number)
    }

    /// The entry of an item.
    #[must_use]
    pub fn entry(self, item: Item) -> Option<Entry<'p>> {
        let table = self.table(item.table)?;
        let mut tasks =
            table.groups.iter().flat_map(|group| group.tasks.iter().map(move |task| (group, task)));
        let mut rows_before: usize = tasks.by_ref().take(item.task).map(|(_, task)| rows_of(task)).sum();
        let (group, task) = tasks.next()?;
        let measure = match item.measure {
            Some(measure) => Some(task.measures.get(measure)?),
            None => None,
        };
        rows_before += item.measure.unwrap_or(0);
        Some(Entry { item, table, group, task, measure, rows_before })
    }

    /// Every task as a whole, in order.
    #[must_use]
    pub fn task_entries(self) -> Vec<Entry<'p>> {
        let mut entries = Vec::new();
        for (id, table) in self.with_ids() {
            let tasks =
                table.groups.iter().flat_map(|group| group.tasks.iter().map(move |task| (group, task)));
            let mut rows = 0;
            entries.extend(tasks.enumerate().map(|(task_at, (group, task))| {
                let item = Item { table: id, task: task_at, measure: None };
                let rows_before = rows;
                rows += rows_of(task);
                Entry { item, table, group, task, measure: None, rows_before }
            }));
        }
        entries
    }

    /// How an item is written under 事项 by its position: `1.2`, `附件2 1.2`.
    #[must_use]
    pub fn item_words(self, item: Item) -> String {
        let place = match item.measure {
            Some(measure) => format!("{}.{}", item.task + 1, measure + 1),
            None => (item.task + 1).to_string(),
        };
        if item.table == TableId::FIRST {
            return place;
        }
        match self.table(item.table).and_then(|table| self.attachment_of(table)) {
            Some(attachment) => match self.number_of(attachment) {
                Some(number) => format!("附件{number} {place}"),
                None => format!("表{} {place}", item.table.number()),
            },
            None => format!("正文 {place}"),
        }
    }
}

/// The rows of a task in a table.
fn rows_of(task: &Task) -> usize {
    task.measures.len().max(1)
}

/// Parses a position that counts from 1 into an index.
fn position(text: &str) -> Option<usize> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse::<usize>().ok())??.checked_sub(1)
}
