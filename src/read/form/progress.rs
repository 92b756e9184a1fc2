//! The fields of notices and of the site about progress: what is public of it, and its statuses.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::form::words::{colour, status_kind};
use crate::read::yaml::field::{Field, Text, YesNo};
use crate::source::Located;

/// 进展公开：各项写 true 公开，false 不公开；不公开的，网站、数据、订阅源、搜索里都没有，内部工作簿里照旧。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct ShownProgressRecord {
    /// 进展台账，以及进展报告、状态、年度总结；false 则进展一概不公开。
    #[serde(rename = "台账")]
    pub ledger: Field<YesNo>,
    /// 逾期和 30 天内到期的各项。
    #[serde(rename = "逾期")]
    pub overdue: Field<YesNo>,
    /// 各股室的项数统计。
    #[serde(rename = "股室统计")]
    pub offices: Field<YesNo>,
}

/// 进展状态的一个词。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged)]
pub enum StatusEntry {
    /// 只写词，限于未启动、正在推进、滞后、已完成、长期坚持。
    Text(Text),
    /// 词，以及它的类别、颜色。
    Record(Located<StatusRecord>),
}

/// 进展状态。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["状态"]))]
pub struct StatusRecord {
    /// 状态用的词，照写印出，例如“已办结”。
    #[serde(rename = "状态")]
    pub word: Field<Text>,
    /// 这个词按哪一类统计：未启动、正在推进、滞后、已完成、长期坚持；词本身就是其中之一的可以不写。
    #[serde(rename = "类别")]
    #[schemars(schema_with = "status_kind")]
    pub kind: Field<Text>,
    /// 颜色：灰、蓝、绿、黄、红、紫；不写则按类别。词总是印出，颜色只作陪衬。
    #[serde(rename = "颜色")]
    #[schemars(schema_with = "colour")]
    pub colour: Field<Text>,
}
