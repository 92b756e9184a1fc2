//! The subject of a page, from which its meta tags and 当前位置 follow.

use std::borrow::Cow;

use crate::model::fixed_place::SitePage;
use crate::model::notice::Notice;
use crate::model::section::SectionId;
use crate::model::withdrawal::Withdrawal;
use crate::text::date::Moment;

/// Subject of a page.
pub enum Subject<'p> {
    /// The site as a whole.
    Site,
    /// A section.
    Section(SectionId),
    /// A page in a section that is no notice: 标准目录.
    InSection(SectionId),
    /// A notice.
    Notice(&'p Notice),
    /// A withdrawn notice.
    Withdrawn(&'p Notice, &'p Withdrawal),
    /// A page directly below a notice: its ledger, a further page of one of its tables.
    Ledger(Article<'p>),
    /// A page in the ledger: a note or summary.
    InLedger(Article<'p>),
    /// A page of 固定栏目.
    Page(&'p SitePage),
    /// A list over the whole site, such as 政府信息公开目录.
    List(List<'p>),
}

/// A list over the whole site.
pub struct List<'p> {
    /// Its name.
    pub name: Cow<'p, str>,
    /// Its purpose, a sentence.
    pub about: Cow<'p, str>,
    /// The list from which it is chosen: its name and its page.
    pub above: Option<(&'static str, &'static str)>,
    /// Whether it is a section of the site for inspections, and has 栏目标签.
    pub is_column: bool,
}

/// A page that belongs to a notice.
pub struct Article<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// Its own title.
    pub title: Cow<'p, str>,
    /// The time of publication, where it is known: a day, or a minute.
    pub published: Option<Moment>,
    /// The source, if it is not the notice's.
    pub source: Option<&'p str>,
    /// Its content in one or two sentences.
    pub about: Cow<'p, str>,
    /// 示例: whether it is an example, or shows some.
    pub example: bool,
}

impl<'p> Subject<'p> {
    /// The notice, and whether the page is an example; `None` for pages of no notice.
    pub fn notice(&self) -> Option<(&'p Notice, bool)> {
        match self {
            Self::Notice(notice) | Self::Withdrawn(notice, _) => Some((notice, notice.example)),
            Self::Ledger(article) | Self::InLedger(article) => Some((article.notice, article.example)),
            Self::Site | Self::Section(_) | Self::InSection(_) | Self::Page(_) | Self::List(_) => None,
        }
    }
}
