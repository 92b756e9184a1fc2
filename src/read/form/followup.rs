//! The file format of what follows a notice through the year: progress notes, the roster, summaries.
//!
//! As in [`form`](crate::read::form), comments are in Chinese for whoever fills in the form.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::form::words::{colour, status_kind};
use crate::read::yaml::field::{Field, List, Text, YesNo};
use crate::source::Located;

/// 一次进展报告（progress/*.md）开头两行“---”之间的信息；其后是正文。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["日期", "股室", "事项", "状态"]))]
pub struct NoteFile {
    /// 报告的日期，写成 2024-09-30 的样子。
    #[serde(rename = "日期")]
    #[schemars(extend("examples" = ["2024-09-30"]))]
    pub dated: Field<Text>,
    /// 报告的股室。
    #[serde(rename = "股室")]
    pub office: Field<Text>,
    /// 报告的是哪一项：“1.2”是第1项任务的第2项举措，“1”是整项任务；有几张表的，写成“附件2 1.2”。
    #[serde(rename = "事项")]
    #[schemars(extend("examples" = ["1.2", "1", "附件2 1.2"]))]
    pub item: Field<Text>,
    /// 举措（或者整项任务的名称）开头的十来个字，不带编号；责任分解表改动以后，据此找到原来的举措。“事项”写代号的不必写。
    #[serde(rename = "举措开头")]
    pub beginning: Field<Text>,
    /// 进展状态，例如未启动、正在推进、滞后、已完成、长期坚持；可在 site.yaml 的“进展状态”中另定。
    #[serde(rename = "状态")]
    pub status: Field<Text>,
    /// 标题；可以不写。
    #[serde(rename = "标题")]
    pub title: Field<Text>,
    /// 佐证材料：files 文件夹里的文件，例如 files/检查记录.pdf；存放在别处的，写明是什么。
    #[serde(rename = "佐证材料")]
    pub evidence: Field<List<Text>>,
    /// 填报人的姓名，只供内部使用，不公开；可以不写。
    #[serde(rename = "填报人")]
    pub reporter: Field<Text>,
    /// 是否公开：true 或 false；不写则不公开。
    #[serde(rename = "公开")]
    pub public: Field<YesNo>,
    /// 是否示例：true 在页面上标明“示例内容，不是正式公开文件”；通知或者全站标了的不必写。
    #[serde(rename = "示例")]
    pub example: Field<YesNo>,
    /// 公开的时间，写成 2024-10-08 09:30 的样子；不公开的不写。
    #[serde(rename = "发布日期")]
    #[schemars(extend("examples" = ["2024-10-08 09:30"]))]
    pub published: Field<Text>,
    /// 作废的日期：股室另报了一份更正，这一份只留作记录，不公开，也不计入台账；由 gongkai collect --replace 写入。
    #[serde(rename = "作废")]
    #[schemars(extend("examples" = ["2024-10-08"]))]
    pub void: Field<Text>,
}

/// 责任人、联络人名单：只供内部使用，不公开。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名单"]))]
pub struct RosterFile {
    /// 每个股室一条。
    #[serde(rename = "名单")]
    pub contacts: Field<List<Located<ContactRecord>>>,
}

/// 一个股室的责任人、联络人。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["股室"]))]
pub struct ContactRecord {
    /// 股室。
    #[serde(rename = "股室")]
    pub office: Field<Text>,
    /// 责任人，一个或几个。
    #[serde(rename = "责任人")]
    pub responsible: Field<List<Text>>,
    /// 联络人，一个或几个。
    #[serde(rename = "联络人")]
    pub liaison: Field<List<Text>>,
    /// 电话，一个或几个。
    #[serde(rename = "电话")]
    pub phones: Field<List<Text>>,
}

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
