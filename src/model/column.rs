//! 栏目: a folder of the site that holds notices or further columns.

use serde::Serialize;

use crate::source::Located;

/// The place of a column in [`Project::columns`](crate::model::Project::columns).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ColumnId(pub usize);

/// Names at the top of the site that are reserved for its own pages; no column's folder can have one of these names.
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

/// One column.
#[derive(Debug)]
pub struct Column {
    /// Path of the folder below `content/`, with `/`; also the address.
    pub path: String,
    /// The column around it.
    pub parent: Option<ColumnId>,
    /// 名称.
    pub name: Located<String>,
    /// 说明: the purpose of the column, a sentence.
    pub description: Option<Located<String>>,
    /// 关键词: typical words of its notices.
    pub keywords: Vec<Located<String>>,
    /// 类型: the `ColumnType` of 网页设计规范.
    pub kind: Option<Located<String>>,
    /// 代码: the part of 索引号 for the column.
    pub code: Option<Located<String>>,
    /// Whether the folder or a subfolder has a notice, readable or not.
    pub holds_notices: bool,
}

impl Column {
    /// The names of a path of columns from the top down: `公开领域 > 安全生产`.
    #[must_use]
    pub fn joined(trail: &[&Self]) -> String {
        let names: Vec<&str> = trail.iter().map(|column| column.name.value.as_str()).collect();
        names.join(" > ")
    }
}
