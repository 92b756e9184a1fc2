//! 固定栏目: the places that the platform of 政府信息公开 has beside its notices, and the pages that a site has for them.

use crate::model::paper::Paper;
use crate::source::{Located, Span};
use crate::text::date::Moment;

/// A place of the platform that the site names.
#[derive(Debug)]
pub struct FixedPlace {
    /// The place.
    pub kind: FixedKind,
    /// As written: an address, the folder of a section, or a page's file.
    pub written: Located<String>,
    /// The place to which it leads; `None` if there is nothing, which was reported.
    pub target: Option<PlaceTarget>,
}

/// The place to which a fixed place leads.
#[derive(Debug)]
pub enum PlaceTarget {
    /// A web address, as written.
    Address,
    /// A section of this site, by its folder below `content/`.
    Section(String),
    /// A page of its own.
    Page(SitePage),
}

/// A page of the site that belongs to no section.
#[derive(Debug)]
pub struct SitePage {
    /// Its file below `content/`, without `.md`; also its address.
    pub path: String,
    /// 标题; the place's name if nothing is written.
    pub title: Located<String>,
    /// 示例: whether it is an example.
    pub example: bool,
    /// 发布日期.
    pub published: Option<Located<Moment>>,
    /// Its text.
    pub body: Paper,
    /// The head of its file.
    pub span: Span,
}

/// The places that a platform of 政府信息公开 has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixedKind {
    /// 政府信息公开指南: how information is sorted, found and asked for (《政府信息公开条例》第十二条).
    Guide,
    /// 政府信息公开制度: the rules of disclosure.
    Rules,
    /// 法定主动公开内容: what the law has disclosed unasked (第十九条至第二十一条).
    Content,
    /// 政府信息公开年报: the reports of each year (第四十九条、第五十条).
    Reports,
    /// 依申请公开: whom to ask for what is not disclosed (第二十七条至第二十九条).
    Request,
}

impl FixedKind {
    /// Every place with its name, in the order of the navigation.
    pub const WORDS: [(&str, Self); 5] = [
        ("政府信息公开指南", Self::Guide),
        ("政府信息公开制度", Self::Rules),
        ("法定主动公开内容", Self::Content),
        ("政府信息公开年报", Self::Reports),
        ("依申请公开", Self::Request),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

impl FixedPlace {
    /// Its page of its own, if it has one.
    #[must_use]
    pub fn page(&self) -> Option<&SitePage> {
        match &self.target {
            Some(PlaceTarget::Page(page)) => Some(page),
            Some(PlaceTarget::Address | PlaceTarget::Section(_)) | None => None,
        }
    }
}
