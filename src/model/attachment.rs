//! 附件, and the files that a site publishes as they are.

use crate::model::attached::Inside;
use crate::model::paper::Paper;
use crate::model::stored::StoredFile;
use crate::model::table::Table;
use crate::source::{Located, Span};

/// The place of an attachment among those of its notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttachmentId(usize);

/// 附件.
#[derive(Debug)]
pub struct Attachment {
    /// 名称: as the paper's 附件说明 names it.
    pub name: Located<String>,
    /// 标题: the title above a paper, if it is not its name.
    pub title: Option<Located<String>>,
    /// 附件标识: whether it is named in 附件说明 and has the label 附件 above it. A plan that a notice issues (印发)
    /// has neither (GB/T 9704-2012 7.3.7).
    pub labelled: bool,
    /// Kind and content.
    pub kind: AttachmentKind,
}

/// Kinds of attachments.
#[derive(Debug)]
pub enum AttachmentKind {
    /// 表: a responsibility table.
    Table(Table),
    /// 文: another paper.
    Paper(Paper),
    /// 文件: a file that is published as it is, by its path below `content/`.
    File(String),
}

/// A file that is published as it is, because a notice names it.
#[derive(Debug)]
pub struct PublishedFile {
    /// The file itself.
    pub stored: StoredFile,
    /// Where it is first named.
    pub named: Span,
    /// Findings inside the file.
    pub inside: Inside,
    /// The bytes that are published instead of the file's own: the same without metadata, where that was asked for.
    pub stripped: Option<Vec<u8>>,
}

impl AttachmentId {
    /// The ids of a notice's attachments, in order.
    pub fn all(attachments: &[Attachment]) -> impl Iterator<Item = Self> {
        Self::first(attachments.len())
    }

    /// The ids of so many attachments, in order.
    pub fn first(count: usize) -> impl Iterator<Item = Self> {
        (0..count).map(Self)
    }

    /// The attachment with this id.
    #[must_use]
    pub fn of(self, attachments: &[Attachment]) -> &Attachment {
        &attachments[self.0]
    }

    /// Its place among all attachments, from 1, for addresses; the printed number counts only those with a label.
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

impl PublishedFile {
    /// The length in bytes of what is published.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.stripped.as_ref().map_or(self.stored.length, |bytes| bytes.len() as u64)
    }
}

impl Attachment {
    /// The title above a paper or a file: 标题, else 名称. That of a table is its 表名.
    #[must_use]
    pub fn shown_title(&self) -> &str {
        &self.title.as_ref().unwrap_or(&self.name).value
    }

    /// Its table, if it is one.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match &self.kind {
            AttachmentKind::Table(table) => Some(table),
            AttachmentKind::Paper(_) | AttachmentKind::File(_) => None,
        }
    }
}
