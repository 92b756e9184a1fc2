//! 公开事项: one official paper with its attachments, as disclosed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::attached::Inside;
use crate::model::disclosure::Disclosure;
use crate::model::progress::{Cadence, Note};
use crate::model::roster::Roster;
use crate::model::section::SectionId;
use crate::model::stored::StoredFile;
use crate::model::summary::Summary;
use crate::model::table::Table;
use crate::source::{FileId, Located, Span};
use crate::text::date::Moment;

/// What stands, on a line of its own, in a body for the requirements of the tasks.
pub const REQUIREMENTS: &str = "{{任务要求}}";

/// One notice.
#[derive(Debug)]
pub struct Notice {
    /// Its folder below `content/`, with `/`; also its address.
    pub path: String,
    /// The section in which it lies.
    pub section: SectionId,
    /// 标题, without the issuing body's name.
    pub title: Located<String>,
    /// 发文机关.
    pub issuer: Located<String>,
    /// 发文字号.
    pub number: Option<Located<String>>,
    /// 索引号, where it is not made by the site's pattern.
    pub index: Option<Located<String>>,
    /// 流水号: what the site's pattern has of the notice.
    pub running: Option<Located<String>>,
    /// 主送.
    pub addressee: Option<Located<String>>,
    /// 来源: where it was published first, if not by the issuing body here.
    pub source: Option<Located<String>>,
    /// 内容概述: a sentence or two.
    pub summary: Option<Located<String>>,
    /// 关键词.
    pub keywords: Vec<Located<String>>,
    /// 责任编辑.
    pub editor: Option<Located<String>>,
    /// 成文日期.
    pub dated: Located<Date>,
    /// 发布日期.
    pub published: Located<Moment>,
    /// The body's Markdown. Its span is the body's bytes, so that an offset in the text is one in the file.
    pub body: Located<String>,
    /// 附件, in order.
    pub attachments: Vec<Attachment>,
    /// 正文任务: tasks that stand in the body with their offices, and in no attached table.
    pub inline: Option<Table>,
    /// Where the links and images of its Markdown lead, by their addresses as written.
    pub links: BTreeMap<String, Located<Target>>,
    /// 基本信息.
    pub disclosure: Disclosure,
    /// 放行: findings that somebody decided to accept.
    pub accepted: Vec<Acceptance>,
    /// 名单报送: the last day for naming 责任人 and 联络人.
    pub roster_due: Option<Located<Date>>,
    /// 总结报送: the last day for the signed summaries of a year.
    pub summary_due: Option<Located<Date>>,
    /// 报送周期.
    pub cadence: Option<Located<Cadence>>,
    /// 进展, public and internal ones, by day and name.
    pub notes: Vec<Note>,
    /// 责任人、联络人名单; internal.
    pub roster: Option<Roster>,
    /// 年度总结, public and internal ones, by name.
    pub summaries: Vec<Summary>,
    /// The files that the notice was read from.
    pub sources: BTreeSet<FileId>,
}

/// The place of an attachment among those of its notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttachmentId(usize);

/// The place of a table among those of its notice, as [`Notice::tables`] counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(usize);

/// 附件.
#[derive(Debug)]
pub struct Attachment {
    /// 名称: as the paper's 附件说明 names it.
    pub name: Located<String>,
    /// What it is.
    pub kind: AttachmentKind,
}

/// What an attachment is.
#[derive(Debug)]
pub enum AttachmentKind {
    /// 表: a responsibility table.
    Table(Table),
    /// 文: another paper, in Markdown.
    Paper(Located<String>),
    /// 文件: a file that is published as it is, by its path below `content/`.
    File(String),
}

/// Where a link or image of a paper leads within the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file that is published as it is, by its path below `content/`.
    File(String),
    /// The page of a notice or section, by its folder below `content/`.
    Page(String),
    /// The page of a note or summary, by its file below `content/`, without `.md`.
    Paper(String),
    /// A note or summary that the public does not read: no page has a link to it.
    Unpublished,
}

/// A file that is published as it is, because a notice names it.
#[derive(Debug)]
pub struct PublishedFile {
    /// The file itself.
    pub stored: StoredFile,
    /// Where it is first named.
    pub named: Span,
    /// What was found inside.
    pub inside: Inside,
    /// The bytes that are published instead of the file's own: the same without metadata, where that was asked for.
    pub stripped: Option<Vec<u8>>,
}

/// 放行: a code that is accepted in this notice, and why.
#[derive(Debug)]
pub struct Acceptance {
    /// `D002`.
    pub code: Located<String>,
    /// The reason, for the next person who reads it.
    pub reason: Located<String>,
}

impl Notice {
    /// 标题 with 发文机关 before it, as official papers are named; as written where it begins with 发文机关 itself.
    #[must_use]
    pub fn full_title(&self) -> String {
        let (issuer, title) = (self.issuer.value.as_str(), self.title.value.as_str());
        if title.trim_start().starts_with(issuer) { title.to_owned() } else { [issuer, title].concat() }
    }

    /// 标题 without 发文机关, to stand behind it.
    #[must_use]
    pub fn title_behind_issuer(&self) -> &str {
        let title = self.title.value.as_str();
        title.trim_start().strip_prefix(self.issuer.value.as_str()).map_or(title, str::trim_start)
    }

    /// Whether a file is one of those that the notice was read from.
    #[must_use]
    pub fn owns(&self, file: FileId) -> bool {
        self.sources.contains(&file)
    }

    /// 附件, in order, with their ids.
    pub fn attachments_with_ids(&self) -> impl Iterator<Item = (AttachmentId, &Attachment)> {
        AttachmentId::all(&self.attachments).zip(&self.attachments)
    }

    /// The attachment with that id, which is one of this notice's.
    #[must_use]
    pub fn attachment(&self, id: AttachmentId) -> &Attachment {
        &self.attachments[id.0]
    }

    /// What stands above an attachment: 附件, or 附件1, 附件2 … where there are several (GB/T 9704-2012 7.3.7).
    #[must_use]
    pub fn attachment_label(&self, id: AttachmentId) -> String {
        if self.attachments.len() > 1 { format!("附件{}", id.number()) } else { "附件".to_owned() }
    }

    /// 来源: the one that is named, or the issuing body.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.source.as_ref().map_or(&self.issuer.value, |source| &source.value)
    }

    /// The notes that the public reads on a day, oldest first.
    pub fn published_notes(&self, today: Date) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(move |note| note.is_published(today))
    }

    /// The summaries that the public reads on a day.
    pub fn published_summaries(&self, today: Date) -> impl Iterator<Item = &Summary> {
        self.summaries.iter().filter(move |summary| summary.is_published(today))
    }

    /// Whether there is a public 进展台账 on a day: there is something public to tell. Dates by which offices report
    /// are no report; without one a ledger would call undone what was only never published.
    #[must_use]
    pub fn has_ledger(&self, today: Date) -> bool {
        self.published_notes(today).next().is_some() || self.published_summaries(today).next().is_some()
    }

    /// Its tables, in order: those attached, then the tasks of the body.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.attachments.iter().filter_map(Attachment::table).chain(&self.inline)
    }

    /// Its tables, in order, with their ids.
    pub fn tables_with_ids(&self) -> impl Iterator<Item = (TableId, &Table)> {
        self.tables().enumerate().map(|(place, table)| (TableId(place), table))
    }

    /// The table with that id.
    #[must_use]
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables().nth(id.0)
    }

    /// The id of one of its tables.
    #[must_use]
    pub fn id_of(&self, table: &Table) -> Option<TableId> {
        self.tables_with_ids().find(|(_, other)| std::ptr::eq(*other, table)).map(|(id, _)| id)
    }

    /// The attachment that one of its tables is; `None` for the tasks of the body.
    #[must_use]
    pub fn attachment_of(&self, table: &Table) -> Option<AttachmentId> {
        let is_table =
            |attachment: &Attachment| attachment.table().is_some_and(|own| std::ptr::eq(own, table));
        self.attachments_with_ids().find(|(_, attachment)| is_table(attachment)).map(|(id, _)| id)
    }
}

impl AttachmentId {
    /// The ids of a notice's attachments, in order.
    pub fn all(attachments: &[Attachment]) -> impl Iterator<Item = Self> {
        (0..attachments.len()).map(Self)
    }

    /// Its number as printed, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 + 1
    }

    /// The anchor of the attachment on its notice's page.
    #[must_use]
    pub fn anchor(self) -> String {
        format!("fujian-{}", self.number())
    }
}

impl TableId {
    /// The first table, which is meant where none is named.
    pub const FIRST: Self = Self(0);

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 + 1
    }
}

impl PublishedFile {
    /// The length in bytes of what is published.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.stripped.as_ref().map_or(self.stored.length, |bytes| bytes.len() as u64)
    }
}

impl Attachment {
    /// Its table, if it is one.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match &self.kind {
            AttachmentKind::Table(table) => Some(table),
            AttachmentKind::Paper(_) | AttachmentKind::File(_) => None,
        }
    }
}
