//! 附件, and the files that a site publishes as they are.

use crate::model::attached::Inside;
use crate::model::paper::Paper;
use crate::model::stored::StoredFile;
use crate::model::table::Table;
use crate::source::{Located, Span};

/// The anchor of the `index`th attachment on the notice's page, from 0.
#[must_use]
pub fn attachment_anchor(index: usize) -> String {
    format!("fujian-{}", index + 1)
}

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
    /// What was found inside.
    pub inside: Inside,
    /// The bytes that are published instead of the file's own: the same without metadata, where that was asked for.
    pub stripped: Option<Vec<u8>>,
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
