//! `column.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, List, Text};

/// 栏目：有这个文件的文件夹就是网站的一个栏目。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct SectionFile {
    /// 栏目名称。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 一句话说明这个栏目；可以不写。
    #[serde(rename = "说明")]
    pub description: Field<Text>,
    /// 最能代表这个栏目的词，一个或几个，用于网页标签；不写则用各级栏目的名称。
    #[serde(rename = "关键词")]
    pub keywords: Field<List<Text>>,
    /// 栏目的类型，用于网页标签，例如政策文件、信息公开目录、工作动态；与栏目名称相同的可以不写。
    #[serde(rename = "类型")]
    #[schemars(extend("examples" = ["政策文件", "信息公开目录", "工作动态"]))]
    pub kind: Field<Text>,
    /// 栏目在索引号里的代码，用于 {栏目}；不写则用上一级栏目的。
    #[serde(rename = "代码")]
    pub code: Field<Text>,
}
