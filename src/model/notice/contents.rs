//! The parts of a notice: its papers, tables and duties.

use std::collections::BTreeSet;

use crate::model::attachment::{Attachment, AttachmentId, AttachmentKind};
use crate::model::item::{Entry, Item, TableId};
use crate::model::notice::Notice;
use crate::model::paper::{Link, Paper};
use crate::model::related::Related;
use crate::model::table::Table;

impl Notice {
    /// The tables, in order: attached tables, then the tasks of the body.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.all_tables().iter()
    }

    /// Its tables, in order, with their ids.
    pub fn tables_with_ids(&self) -> impl Iterator<Item = (TableId, &Table)> {
        self.all_tables().with_ids()
    }

    /// The table with that id.
    #[must_use]
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.all_tables().table(id)
    }

    /// The id of one of its tables.
    #[must_use]
    pub fn id_of(&self, table: &Table) -> Option<TableId> {
        self.all_tables().id_of(table)
    }

    /// The attachment of a table; `None` for the tasks of the body.
    #[must_use]
    pub fn attachment_of(&self, table: &Table) -> Option<AttachmentId> {
        self.all_tables().attachment_of(table)
    }

    /// The body and the attached papers, in order.
    pub fn papers(&self) -> impl Iterator<Item = &Paper> {
        let attached = self.attachments.iter().filter_map(|attachment| match &attachment.kind {
            AttachmentKind::Paper(paper) => Some(paper),
            AttachmentKind::Table(_) | AttachmentKind::File(_) => None,
        });
        std::iter::once(&self.body).chain(attached)
    }

    /// The attached tables that stand within a paper, at `{{责任分解表}}`.
    #[must_use]
    pub fn placed_tables(&self) -> BTreeSet<AttachmentId> {
        self.papers().flat_map(Paper::placed_tables).collect()
    }

    /// The attachments behind the body, in order: all but the tables that stand within a paper.
    pub fn attachments_behind(&self) -> impl Iterator<Item = (AttachmentId, &Attachment)> {
        let placed = self.placed_tables();
        self.attachments_with_ids().filter(move |(id, _)| !placed.contains(id))
    }

    /// The links of the papers, of 解读 and 相关链接.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        let beside = self.interpretations.iter().chain(&self.related).filter_map(Related::link);
        self.papers().flat_map(Paper::links).chain(beside)
    }

    /// The item named by 事项: by 代号, or else by position.
    #[must_use]
    pub fn item(&self, words: &str) -> Option<Item> {
        self.all_tables().item(words)
    }

    /// An item with its entry in the table.
    #[must_use]
    pub fn entry(&self, item: Item) -> Option<Entry<'_>> {
        self.all_tables().entry(item)
    }

    /// Every task as a whole, in order.
    #[must_use]
    pub fn task_entries(&self) -> Vec<Entry<'_>> {
        self.all_tables().task_entries()
    }

    /// Every duty, in order: the measures, and the tasks without measures.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'_>> {
        self.task_entries().into_iter().flat_map(Entry::parts).collect()
    }

    /// 举措开头 of an item: as many characters as tell it from all others.
    #[must_use]
    pub fn beginning(&self, item: Item) -> Option<String> {
        self.all_tables().beginning(item)
    }

    /// An item's position as written under 事项: `1.2`, `附件2 1.2`.
    #[must_use]
    pub fn item_words(&self, item: Item) -> String {
        self.all_tables().item_words(item)
    }
}
