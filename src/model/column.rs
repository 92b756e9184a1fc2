//! 栏目: a folder of the site that holds notices or further columns.

use serde::Serialize;

use crate::source::Located;

/// The place of a column in [`Project::columns`](crate::model::Project::columns).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ColumnId(pub usize);

/// What the site has beside the columns, by the names at its top: no column's folder can have one of them.
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
    /// Its folder below `content/`, with `/`; also its address.
    pub path: String,
    /// The column in which it lies.
    pub parent: Option<ColumnId>,
    /// 名称.
    pub name: Located<String>,
    /// 说明: what the column is for, a sentence.
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

impl Column {
    /// The names of a way from the top down: `公开领域 > 安全生产`.
    #[must_use]
    pub fn joined(trail: &[&Self]) -> String {
        let names: Vec<&str> = trail.iter().map(|column| column.name.value.as_str()).collect();
        names.join(" > ")
    }
}
