//! The head of a page of 固定栏目.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, Text, YesNo};

/// 固定栏目的网页（content 里的 .md 文件）开头两行“---”之间的信息；其后是正文。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct PageFile {
    /// 标题；不写即为栏目的名称，例如“政府信息公开指南”。
    #[serde(rename = "标题")]
    pub title: Field<Text>,
    /// 在网上发布或者更新的日期，可以加时刻：2024-08-01 或 2024-08-01 10:00；可以不写。
    #[serde(rename = "发布日期")]
    #[schemars(extend("examples" = ["2024-08-01 10:00", "2024-08-01"]))]
    pub published: Field<Text>,
    /// 是否示例：true 在页面上标明“示例内容，不是正式公开文件”，搜索引擎不收录；全站标了的不必写。
    #[serde(rename = "示例")]
    pub example: Field<YesNo>,
}
