//! The file format of a progress note.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, List, Text, YesNo};

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
