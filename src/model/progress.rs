//! 进展: progress notes of offices about the items of a notice.
//!
//! A note is public only if it is marked so. Its item and status are kept as written, beside the resolved item and
//! status.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::model::item::{Entry, Item};
use crate::model::office::Owner;
use crate::model::paper::Paper;
use crate::model::reference::Reference;
use crate::model::status::StatusId;
use crate::source::{Located, Span};
use crate::text::date::{self, Moment};

/// 进展: one report on one item.
#[derive(Debug)]
pub struct Note {
    /// Its path below the notice's `progress/`, with `/` and without `.md`; also its page's address there.
    pub name: String,
    /// 日期: the day of the report; [`Date::MIN`] for one that could not be read (an error then).
    pub dated: Located<Date>,
    /// 股室: one or several reporting offices.
    pub office: Owner,
    /// 事项, as written.
    pub item: Located<String>,
    /// 举措开头: the beginning of the item's words, which tells whether the table has changed.
    pub beginning: Option<Located<String>>,
    /// Meaning of 事项 and 举措开头; `None` if the notice has no such item.
    pub about: Option<Item>,
    /// How the item was found.
    pub reference: Reference,
    /// 状态, as written.
    pub status: Located<String>,
    /// Meaning of 状态; `None` for a word outside the site's list.
    pub state: Option<StatusId>,
    /// 标题, if the note has one.
    pub title: Option<Located<String>>,
    /// 佐证材料, in order.
    pub evidence: Vec<Evidence>,
    /// 填报人: the writer; internal, never published.
    pub reporter: Option<Located<String>>,
    /// 公开: whether the note was marked public, and 进展公开 allows it. See [`Note::is_published`].
    pub public: bool,
    /// 示例: whether it, or its notice, is an example.
    pub example: bool,
    /// 发布日期: when it went public, if that was written; 日期 is the day of the report.
    pub published: Option<Located<Moment>>,
    /// The text of the report.
    pub body: Paper,
    /// The beginning of its file.
    pub span: Span,
}

impl Note {
    /// Whether the note is public on a day: marked 公开, neither dated nor to be published later.
    #[must_use]
    pub fn is_published(&self, today: Date) -> bool {
        let is_out = self.published.as_ref().is_none_or(|moment| moment.value.day <= today);
        self.public && self.dated.value <= today && is_out
    }

    /// The time at which it went public, or else that of the report.
    #[must_use]
    pub fn moment(&self) -> Moment {
        let reported = Moment { day: self.dated.value, time: None };
        self.published.as_ref().map_or(reported, |moment| moment.value)
    }

    /// 标题, or else the task of `entry` with the day.
    #[must_use]
    pub fn shown_title(&self, entry: Option<&Entry<'_>>) -> Cow<'_, str> {
        let day = date::chinese(self.dated.value);
        match (&self.title, entry) {
            (Some(title), _) => title.value.as_str().into(),
            (None, Some(entry)) => format!("{}：{day}进展", entry.task.name.value).into(),
            (None, None) => format!("{day}进展").into(),
        }
    }
}

/// 佐证材料: one piece of evidence.
#[derive(Debug)]
pub struct Evidence {
    /// As written: a path such as `files/检查记录.pdf`, or words such as 现场检查记录12份.
    pub text: Located<String>,
    /// Its kind.
    pub kind: EvidenceKind,
}

/// Kind of a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// An existing file, by its path below `content/`; published with its note.
    File(String),
    /// A missing file.
    Missing,
    /// A description of evidence kept elsewhere.
    Words,
}
