//! 进展: progress notes of offices about the items of a notice, and the statuses of items.
//!
//! A note is public only if it is marked so. Its item and status are kept as written, beside the resolved item and
//! status.

use std::borrow::Cow;

use jiff::civil::Date;
use jiff::{Span as Duration, ToSpan};

use crate::model::item::{Entry, Item};
use crate::model::office::Owner;
use crate::model::paper::Paper;
use crate::model::reference::Reference;
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

/// The number of a status in [`Statuses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusId(usize);

/// 进展状态: a word for the progress of an item.
#[derive(Debug)]
pub struct Status {
    /// The word, always printed.
    pub word: Located<String>,
    /// 颜色, never shown without the word.
    pub colour: Colour,
    /// 类别: the meaning of the word, for counting.
    pub kind: StatusKind,
}

/// Meaning of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusKind {
    /// 未启动: not begun.
    NotStarted,
    /// 正在推进: in progress, as planned.
    Underway,
    /// 滞后: in progress, behind the plan.
    Behind,
    /// 已完成: done; the deadline is met and no more reports are due.
    Done,
    /// 长期坚持: permanent.
    Ongoing,
}

/// The colour of a status. Meanings differ between places (红 is good in one and bad in the next), so a project
/// chooses; the theme defines the shades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// 灰.
    Grey,
    /// 蓝.
    Blue,
    /// 绿.
    Green,
    /// 黄.
    Yellow,
    /// 红.
    Red,
    /// 紫.
    Purple,
}

impl StatusKind {
    /// The words for 类别.
    pub const WORDS: [(&str, Self); 5] = [
        ("未启动", Self::NotStarted),
        ("正在推进", Self::Underway),
        ("滞后", Self::Behind),
        ("已完成", Self::Done),
        ("长期坚持", Self::Ongoing),
    ];

    /// The kind of that word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
    }

    /// The default colour of a status of this kind.
    #[must_use]
    pub fn colour(self) -> Colour {
        match self {
            Self::NotStarted => Colour::Grey,
            Self::Underway => Colour::Blue,
            Self::Ongoing => Colour::Purple,
            Self::Behind => Colour::Yellow,
            Self::Done => Colour::Green,
        }
    }
}

impl Colour {
    /// The words for 颜色.
    pub const WORDS: [(&str, Self); 6] = [
        ("灰", Self::Grey),
        ("蓝", Self::Blue),
        ("绿", Self::Green),
        ("黄", Self::Yellow),
        ("红", Self::Red),
        ("紫", Self::Purple),
    ];

    /// The English name in lower case, for stylesheets.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Grey => "grey",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Purple => "purple",
        }
    }
}

/// The statuses of a site, in the order of totals.
#[derive(Debug)]
pub struct Statuses(Vec<Status>);

impl Statuses {
    /// The statuses chosen by a site.
    #[must_use]
    pub fn new(list: Vec<Status>) -> Self {
        Self(list)
    }

    /// The default statuses: one for each kind, with its name. `place`: where the site could choose others.
    #[must_use]
    pub fn usual(place: Span) -> Self {
        let status = |(word, kind): (&str, StatusKind)| Status {
            word: Located::new(word.to_owned(), place),
            colour: kind.colour(),
            kind,
        };
        Self(StatusKind::WORDS.into_iter().map(status).collect())
    }

    /// The status with that id.
    #[must_use]
    pub fn get(&self, id: StatusId) -> &Status {
        &self.0[id.0]
    }

    /// The status with that word.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<StatusId> {
        self.0.iter().position(|status| status.word.value == word).map(StatusId)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (StatusId, &Status)> {
        self.0.iter().enumerate().map(|(i, status)| (StatusId(i), status))
    }
}

/// 报送周期: how often offices report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cadence {
    /// 每周.
    Week,
    /// 每月.
    Month,
    /// 每季度.
    Quarter,
    /// 每半年.
    HalfYear,
    /// 每年.
    Year,
}

impl Cadence {
    /// The words for 报送周期.
    pub const WORDS: [(&str, Self); 5] = [
        ("每周", Self::Week),
        ("每月", Self::Month),
        ("每季度", Self::Quarter),
        ("每半年", Self::HalfYear),
        ("每年", Self::Year),
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, cadence)| *cadence == self).map_or("", |(word, _)| word)
    }

    /// The last day for the next report after a report of the day `last`.
    #[must_use]
    pub fn next(self, last: Date) -> Date {
        let period: Duration = match self {
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::HalfYear => 6.months(),
            Self::Year => 1.year(),
        };
        last.saturating_add(period)
    }
}
