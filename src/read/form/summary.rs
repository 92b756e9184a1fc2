//! The file format of a summary of a year.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, Text, YesNo};

/// 年度总结（summary/*.md）开头两行“---”之间的信息；其后是正文。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["股室", "年度"]))]
pub struct SummaryFile {
    /// 总结的股室。
    #[serde(rename = "股室")]
    pub office: Field<Text>,
    /// 总结的年度，例如 2024。
    #[serde(rename = "年度")]
    #[schemars(extend("examples" = [2024]))]
    pub year: Field<Text>,
    /// 写成的日期，例如 2024-12-05；可以不写。
    #[serde(rename = "日期")]
    #[schemars(extend("examples" = ["2024-12-05"]))]
    pub written: Field<Text>,
    /// 是否公开：true 或 false；不写则不公开。没有签字的，写了 true 也不公开。
    #[serde(rename = "公开")]
    pub public: Field<YesNo>,
    /// 是否示例：true 在页面上标明“示例内容，不是正式公开文件”；通知或者全站标了的不必写。
    #[serde(rename = "示例")]
    pub example: Field<YesNo>,
    /// 公开的时间，写成 2024-10-08 09:30 的样子；不公开的不写。
    #[serde(rename = "发布日期")]
    #[schemars(extend("examples" = ["2024-10-08 09:30"]))]
    pub published: Field<Text>,
    /// 签字；还没有签字的不写，或者留空。姓名不公开。
    #[serde(rename = "签字")]
    pub signing: Field<SigningRecord>,
}

/// 签字：三项都填写了，才算已经签字。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct SigningRecord {
    /// 股室负责人的姓名。
    #[serde(rename = "股室负责人")]
    pub head: Field<Text>,
    /// 分管领导的姓名。
    #[serde(rename = "分管领导")]
    pub leader: Field<Text>,
    /// 签字的日期，例如 2024-12-06。
    #[serde(rename = "日期")]
    #[schemars(extend("examples" = ["2024-12-06"]))]
    pub day: Field<Text>,
}
