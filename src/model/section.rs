//! 栏目: a folder of the site that holds notices or further sections.

use serde::Serialize;

use crate::source::Located;

/// The place of a section in [`Project::sections`](crate::model::Project::sections).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SectionId(pub usize);

/// Names at the top of the site that are reserved for its own pages; no section's folder can have one of these names.
pub const RESERVED: [&str; 15] = [
    "404.html",
    "assets",
    "catalog",
    "data",
    "deadlines",
    "feed.xml",
    "index.html",
    "offices",
    "overview.html",
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
    /// Path of the folder below `content/`, with `/`; also the address.
    pub path: String,
    /// The section around it.
    pub parent: Option<SectionId>,
    /// 名称.
    pub name: Located<String>,
    /// 说明: the purpose of the section, a sentence.
    pub description: Option<Located<String>>,
    /// 关键词: typical words of its notices.
    pub keywords: Vec<Located<String>>,
    /// 类型: the `ColumnType` of 网页设计规范.
    pub kind: Option<Located<String>>,
    /// 代码: the part of 索引号 for the section.
    pub code: Option<Located<String>>,
    /// Whether the folder or a subfolder has a notice, readable or not.
    pub holds_notices: bool,
}

impl Section {
    /// The names of a path of sections from the top down: `公开领域 > 安全生产`.
    #[must_use]
    pub fn joined(trail: &[&Self]) -> String {
        let names: Vec<&str> = trail.iter().map(|section| section.name.value.as_str()).collect();
        names.join(" > ")
    }
}
