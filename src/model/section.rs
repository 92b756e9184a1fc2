//! 栏目: a folder of the site that holds notices or further sections.

use serde::Serialize;

use crate::source::Located;

/// The place of a section in [`Project::sections`](crate::model::Project::sections).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SectionId(pub usize);

/// What the site has beside the sections, by the names at its top: no section's folder can have one of them.
pub const RESERVED: [&str; 13] = [
    "404.html",
    "assets",
    "catalog",
    "deadlines",
    "feed.xml",
    "index.html",
    "offices",
    "pagefind",
    "robots.txt",
    "search.html",
    "sitemap.html",
    "sitemap.xml",
    "years",
];

/// One section.
#[derive(Debug)]
pub struct Section {
    /// Its folder below `content/`, with `/`; also its address.
    pub path: String,
    /// The section in which it lies.
    pub parent: Option<SectionId>,
    /// 名称.
    pub name: Located<String>,
    /// 说明: what the section is for, a sentence.
    pub description: Option<Located<String>>,
    /// 关键词: words that are typical of it.
    pub keywords: Vec<Located<String>>,
    /// 类型: its class, 网页设计规范's `ColumnType`.
    pub kind: Option<Located<String>>,
    /// 代码: what 索引号 has of it.
    pub code: Option<Located<String>>,
    /// Whether a notice lies in it or below it, readable or not.
    pub holds_notices: bool,
}

impl Section {
    /// The names of a way from the top down: `公开领域 > 安全生产`.
    #[must_use]
    pub fn joined(trail: &[&Self]) -> String {
        let names: Vec<&str> = trail.iter().map(|section| section.name.value.as_str()).collect();
        names.join(" > ")
    }
}
