//! Public texts as they are collected from papers, tables and notes, in reading order.

use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::model::progress::{EvidenceKind, Note};
use crate::model::public::text::{PublicText, TextKind};
use crate::model::table::{Cell, Table, Task, Value};
use crate::source::Located;

/// Collects the texts of a notice, or of the site.
pub(super) struct Texts<'p> {
    pub(super) notice: Option<&'p Notice>,
    pub(super) list: Vec<PublicText<'p>>,
}

impl<'p> Texts<'p> {
    pub(super) fn push(&mut self, kind: TextKind, text: &'p Located<String>) {
        self.list.push(PublicText { notice: self.notice, kind, text, paper: None });
    }

    pub(super) fn paper(&mut self, paper: &'p Paper) {
        let (notice, text) = (self.notice, &paper.source);
        self.list.push(PublicText { notice, kind: TextKind::Markdown, text, paper: Some(paper) });
    }

    pub(super) fn extend(&mut self, kind: TextKind, texts: impl IntoIterator<Item = &'p Located<String>>) {
        for text in texts {
            self.push(kind, text);
        }
    }

    pub(super) fn note(&mut self, note: &'p Note) {
        self.push(TextKind::Line, &note.office.text);
        self.extend(TextKind::Line, &note.title);
        self.paper(&note.body);
        for evidence in &note.evidence {
            let kind = match evidence.kind {
                EvidenceKind::Words => TextKind::Cell,
                EvidenceKind::File(_) | EvidenceKind::Missing => TextKind::FileName,
            };
            self.push(kind, &evidence.text);
        }
    }

    pub(super) fn table(&mut self, table: &'p Table) {
        self.push(TextKind::Name, &table.name);
        self.extend(TextKind::Name, &table.reporting_unit);
        for column in &table.columns {
            // Most columns are headed by their name.
            let is_head = matches!(&column.header[..], [tier] if tier == &column.name);
            self.extend(TextKind::Key, (!is_head).then_some(&column.name));
            self.extend(TextKind::Name, &column.header);
        }
        for group in &table.groups {
            self.extend(TextKind::Marker, &group.number);
            self.extend(TextKind::Name, &group.banner);
            self.extend(TextKind::Cell, &group.name);
            self.cells(&group.cells);
            for task in &group.tasks {
                self.task(task);
            }
        }
        self.extend(TextKind::Cell, &table.notes);
        self.extend(TextKind::Key, &table.duty_pattern);
    }

    fn task(&mut self, task: &'p Task) {
        self.extend(TextKind::Key, &task.id);
        self.extend(TextKind::Marker, &task.number);
        self.push(TextKind::Cell, &task.name);
        self.extend(TextKind::Heading, &task.heading);
        self.extend(TextKind::Paragraph, &task.requirement);
        self.cells(&task.cells);
        for measure in &task.measures {
            self.extend(TextKind::Key, &measure.id);
            self.extend(TextKind::Marker, &measure.number);
            self.extend(TextKind::Cell, &measure.text);
            self.cells(&measure.cells);
        }
    }

    fn cells(&mut self, cells: &'p [Cell]) {
        for cell in cells {
            match &cell.value {
                Value::Text(lines) => self.extend(TextKind::Cell, lines),
                Value::Offices(owners) => self.extend(TextKind::Cell, owners.iter().map(|owner| &owner.text)),
                Value::Deadlines(lines) => self.extend(TextKind::Cell, lines.iter().map(|line| &line.text)),
            }
        }
    }
}
