//! `tasks.yaml` and every other table.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::form::words::{GroupRecord, TaskRecord, column_kind, column_width, counted};
use crate::read::yaml::field::{Field, List, Open, Text, YesNo};
use crate::source::Located;

/// 责任分解表。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend(
    "required" = ["表名"],
    "oneOf" = [{ "required": ["任务"] }, { "required": ["分组"] }],
))]
pub struct TableFile {
    /// 表的标题，应与通知中附件的“名称”一致。
    #[serde(rename = "表名")]
    pub name: Field<Text>,
    /// 写 false，网页、Word 文件和打印的公文上不印表名，用于正文中间、原件上没有名称的表；Excel 表照印。不写为 true。
    #[serde(rename = "印表名")]
    pub prints_name: Field<YesNo>,
    /// 表格上方的“填报单位（加盖公章）：”一行；留空（""）则印出空行待填，不写则没有这一行；整行另有写法的，以“填报单位”开头写全，照写照登。
    #[serde(rename = "填报单位")]
    pub reporting_unit: Field<Text>,
    /// 从左到右各列；不写则为序号、工作任务、工作举措、责任股室、完成时限。
    #[serde(rename = "列")]
    pub columns: Field<List<ColumnEntry>>,
    /// 各项任务，一项一条；任务分组的，写在“分组”里。
    #[serde(rename = "任务")]
    #[schemars(with = "List<TaskRecord>")]
    pub tasks: Field<List<Located<Open>>>,
    /// 任务的分组，一组一条；不分组的不写，直接写“任务”。
    #[serde(rename = "分组")]
    #[schemars(with = "List<GroupRecord>")]
    pub groups: Field<List<Located<Open>>>,
    /// 表格下方的注，一行一条，照写印出。
    #[serde(rename = "表注")]
    pub notes: Field<List<Text>>,
    /// 正文任务后面括号里的责任单位和时限怎么印：“（{列}：{值}）”（不写即是）每列一段；写列名的，例如“（{牵头单位}牵头，{配合单位}配合）”，
    /// 没有填的列连同它那一段不印。
    #[serde(rename = "责任格式")]
    pub duty_pattern: Field<Text>,
}

/// 表格的一列。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged)]
pub enum ColumnEntry {
    /// 只写列名。
    Text(Text),
    /// 列名，以及印出的表头或值的类型。
    Record(Located<ColumnRecord>),
}

/// 表头。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged)]
pub enum HeaderEntry {
    /// 一行；有“/”的，从上到下分层。
    Text(Text),
    /// 从上到下各层，照写。
    List(List<Text>),
}

/// 列。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["列"]))]
pub struct ColumnRecord {
    /// 列名：任务和举措里用这个名称填写。
    #[serde(rename = "列")]
    pub name: Field<Text>,
    /// 印在表上的表头；不写则同列名，留空（""）则不印。两层表头写成“责任清单/责任领导”，相邻各列上层相同的合并，
    /// 表头相同的也合并；表头本身有“/”的，写成一项的列表，照写印出。
    #[serde(rename = "表头")]
    pub header: Field<HeaderEntry>,
    /// 值的类型；列名看得出来的不必写，例如“…股室”是单位，“…时限”是时限。
    #[serde(rename = "类型")]
    #[schemars(schema_with = "column_kind")]
    pub kind: Field<Text>,
    /// “序号”列数什么：任务（不写即是）、举措、行；任务、举措写了“编号”的，印所写的编号。
    #[serde(rename = "计数")]
    #[schemars(schema_with = "counted")]
    pub counts: Field<Text>,
    /// 列宽，与 Excel 里的列宽一样按字符数算（一个汉字算 2），1 到 255 的整数；不写则按内容排。网页和工作簿都照此排，网页取相近的宽度。
    #[serde(rename = "宽")]
    #[schemars(schema_with = "column_width")]
    pub width: Field<Text>,
}
