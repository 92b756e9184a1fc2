//! `offices.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, List, Text};
use crate::source::Located;

/// 机构名录：责任分解表里能出现的名称都登记在这里。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct OfficesFile {
    /// 每个股室一条：只写名称，或者写“名称”和“别名”。
    #[serde(rename = "股室")]
    pub offices: Field<List<OfficeEntry>>,
    /// 一个名称代表许多股室，例如“局机关各股室”。
    #[serde(rename = "统称")]
    pub collectives: Field<List<Located<CollectiveRecord>>>,
    /// 本单位以外、表里也会写到的单位，例如“各县区政府”“具体事项主管部门”：认得它们，但不发填报表，也没有各自的网页。
    #[serde(rename = "外部单位")]
    pub outside_bodies: Field<List<Text>>,
}

/// 一个股室。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged)]
pub enum OfficeEntry {
    /// 只写名称。
    Text(Text),
    /// 名称，以及另有的叫法。
    Record(Located<OfficeRecord>),
}

/// 股室。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct OfficeRecord {
    /// 股室的正式名称。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 另有的叫法，一个或几个。
    #[serde(rename = "别名")]
    pub aliases: Field<List<Text>>,
    /// 联系人，一个或几个；site.yaml 写了“公开联系方式: true”才显示在股室的网页上。
    #[serde(rename = "联系人")]
    pub contacts: Field<List<Text>>,
    /// 联系电话，一个或几个；同“联系人”，另写了公开才显示。不要写手机号码。
    #[serde(rename = "联系电话")]
    pub phones: Field<List<Text>>,
}

/// 统称。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct CollectiveRecord {
    /// 统称的写法，例如“局机关各股室”。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 代表哪些股室；不写，即指全部；写成空的 []，即一个也不指。
    #[serde(rename = "包括")]
    pub members: Field<List<Text>>,
}
