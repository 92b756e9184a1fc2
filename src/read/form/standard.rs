//! The format of `catalog.yaml`: 基层政务公开标准目录 of a field.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, List, Text, YesNo};
use crate::source::Located;

/// 一个领域的基层政务公开标准目录，放在该领域栏目的文件夹里，与 column.yaml 并列。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["领域", "事项"]))]
pub struct StandardFile {
    /// 领域的名称，与通知“所属领域”的写法一致，例如“安全生产”。
    #[serde(rename = "领域")]
    pub field: Field<Text>,
    /// 目录的标题；不写则为“某某领域基层政务公开标准目录”。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 公开层级分哪几级，一级一列；不写则为县级、乡级。
    #[serde(rename = "层级")]
    pub levels: Field<List<Text>>,
    /// 公开渠道和载体有哪些，照顺序列出；不写则为国家标准目录的 13 种。
    #[serde(rename = "渠道")]
    pub channels: Field<List<Text>>,
    /// 没有采用的渠道是否也以“□”列出；不写则列出。
    #[serde(rename = "列出未用渠道")]
    pub unused: Field<YesNo>,
    /// 一级事项，一项一条。
    #[serde(rename = "事项")]
    pub items: Field<List<Located<ItemRecord>>>,
    /// 表格下方的注，一行一条，照写印出。
    #[serde(rename = "表注")]
    pub notes: Field<List<Text>>,
}

/// 一项公开事项。各项内容写在哪一级，就合并显示在它的全部下级事项旁。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct ItemRecord {
    /// 事项的名称，通知的“一级事项”“二级事项”应与它一致。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 公开内容（要素）。
    #[serde(rename = "公开内容（要素）")]
    pub content: Field<List<Text>>,
    /// 公开依据，一个一条。
    #[serde(rename = "公开依据")]
    pub basis: Field<List<Text>>,
    /// 公开时限，例如“信息形成或变更之日起20个工作日内”。
    #[serde(rename = "公开时限")]
    pub limit: Field<List<Text>>,
    /// 公开主体。
    #[serde(rename = "公开主体")]
    pub body: Field<List<Text>>,
    /// 公开渠道和载体：采用哪几种，用“渠道”里的名称。
    #[serde(rename = "公开渠道和载体")]
    pub channels: Field<List<Text>>,
    /// 公开对象：全社会，或者特定群体；写明是哪些人的，照写印在“特定群体”一列。
    #[serde(rename = "公开对象")]
    pub public: Field<List<Text>>,
    /// 公开方式：主动、依申请公开。
    #[serde(rename = "公开方式")]
    #[schemars(schema_with = "crate::read::form::words::ways")]
    pub ways: Field<List<Text>>,
    /// 公开层级：用“层级”里的名称，一个或几个。
    #[serde(rename = "公开层级")]
    pub levels: Field<List<Text>>,
    /// 下一级的事项：一级事项之下是二级，二级之下是三级。
    #[serde(rename = "下级事项")]
    pub items: Field<List<Located<ItemRecord>>>,
}
