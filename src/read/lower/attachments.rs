//! The attachments of a notice: tables, papers and files.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::attachment::{Attachment, AttachmentId, AttachmentKind};
use crate::model::office::Register;
use crate::model::paper::{Paper, REQUIREMENTS, TABLE, requirements_of, table_of};
use crate::model::table::Table;
use crate::read::fault::fields;
use crate::read::form::notice::AttachmentRecord;
use crate::read::lower::Lower;
use crate::read::lower::offices::head;
use crate::read::lower::paper::{Home, TaskTable, is_known, names};
use crate::read::yaml::field::Text;
use crate::source::{Located, Span};

/// Folder, register and day of the notice that is lowered.
pub(super) struct Context<'p> {
    pub folder: &'p str,
    pub register: &'p Register,
    /// 成文日期, which completes days without a year.
    pub paper: Date,
    /// Whether an attachment has a label that does not say so itself.
    pub labels: bool,
}

/// An attachment whose paper is not parsed yet.
pub(super) struct Draft {
    pub name: Text,
    pub title: Option<Text>,
    pub labelled: bool,
    pub kind: DraftKind,
}

pub(super) enum DraftKind {
    /// A table, and its file as the notice names it.
    Table(Table, String),
    Paper(Text),
    File(String),
}

impl Draft {
    fn table(&self, id: AttachmentId) -> Option<TaskTable<'_>> {
        match &self.kind {
            DraftKind::Table(table, file) => {
                Some(TaskTable { table, file, attachment: Some(id), labelled: self.labelled })
            }
            DraftKind::Paper(_) | DraftKind::File(_) => None,
        }
    }
}

impl Lower<'_> {
    /// The body and the attachments. Their papers are parsed last, because `{{任务要求}}` and `{{责任分解表}}` need the
    /// tables of the notice. `lacks_files`: whether a table that it names could not be read.
    pub(super) fn papers_of(
        &self,
        body: Text,
        drafts: Vec<Draft>,
        inline: Option<TaskTable<'_>>,
        (folder, anchors): (&str, &[String]),
        lacks_files: bool,
    ) -> (Paper, Vec<Attachment>) {
        let attached = AttachmentId::first(drafts.len()).zip(&drafts);
        let attached = attached.filter_map(|(id, draft)| draft.table(id));
        let tables: Vec<TaskTable<'_>> = attached.chain(inline).collect();
        let named = names(&tables).into_iter().map(|name| format!("{{{{任务要求 {name}}}}}"));
        let is_free = tables.iter().any(|table| table.attachment.is_some() && !table.labelled);
        let known = [REQUIREMENTS].into_iter().chain(is_free.then_some(TABLE)).map(str::to_owned);
        let known: Vec<String> = known.chain(named).collect();
        let home = Home { folders: &[folder], anchors, tables: Some(&tables) };
        let mut taken = BTreeSet::new();
        let mut parsed = |source: Text| {
            let is_known = |line: &str| {
                table_of(line).is_some()
                    || requirements_of(line).is_some_and(|named| is_known(&tables, named))
            };
            self.placeholders(&source, &known, is_known);
            let paper = self.parsed(source, home);
            self.table_places(&paper, &tables, lacks_files, &mut taken);
            paper
        };
        let body = parsed(body);
        let paper = |draft: &Draft| match &draft.kind {
            DraftKind::Paper(source) => Some(parsed(source.clone())),
            DraftKind::Table(..) | DraftKind::File(_) => None,
        };
        let papers: Vec<Option<Paper>> = drafts.iter().map(paper).collect();
        let attachment = |(draft, paper): (Draft, Option<Paper>)| {
            let kind = match (draft.kind, paper) {
                (DraftKind::Table(table, _), _) => AttachmentKind::Table(table),
                (DraftKind::File(path), _) => AttachmentKind::File(path),
                (DraftKind::Paper(_), paper) => AttachmentKind::Paper(paper?),
            };
            Some(Attachment { name: draft.name, title: draft.title, labelled: draft.labelled, kind })
        };
        (body, drafts.into_iter().zip(papers).filter_map(attachment).collect())
    }

    pub(super) fn drafts(
        &self,
        records: Vec<Located<AttachmentRecord>>,
        context: &Context<'_>,
    ) -> Vec<Draft> {
        records.into_iter().filter_map(|record| self.draft(record, context)).collect()
    }

    fn draft(&self, record: Located<AttachmentRecord>, context: &Context<'_>) -> Option<Draft> {
        let place = head(record.span);
        let AttachmentRecord { name, title, table, paper, label, file } = record.value;
        let labelled = label.given().map_or(context.labels, |label| label.0);
        let name = self.required(name, "名称", place);
        let kind = match (table.given(), paper.given(), file.given()) {
            (Some(path), None, None) => {
                DraftKind::Table(self.table_beside(&path, context, false)?, path.value)
            }
            (None, Some(path), None) => {
                let file = self.text_beside(&path, context.folder)?;
                let text = self.content.sources.file(file).text.clone();
                let span = Span::new(file, 0, text.len());
                DraftKind::Paper(Located::new(text, span))
            }
            (None, None, Some(path)) => DraftKind::File(self.file_beside(&path, context.folder)?),
            _ => {
                self.report.borrow_mut().push(fields::one_of(place, &["表", "文", "文件"]));
                return None;
            }
        };
        let title = title.given().filter(|title| {
            let is_paper = matches!(kind, DraftKind::Paper(_));
            if !is_paper {
                let is_table = matches!(kind, DraftKind::Table(..));
                self.report.borrow_mut().push(fields::title_of_paper_only(title.span, is_table));
            }
            is_paper
        });
        Some(Draft { name, title, labelled, kind })
    }
}
