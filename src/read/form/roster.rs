//! The file format of the roster.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, List, Text};
use crate::source::Located;

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
