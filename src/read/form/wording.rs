//! `wording.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::yaml::field::{Field, List, Text};
use crate::source::Located;

/// 本单位的用词：易错词、改了名称的机构、领导姓名职务和固定提法的正确写法，由本单位自己维护。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct WordingFile {
    /// 每个词一条：写“错”和“对”，或者只写“不提示”。
    #[serde(rename = "词语")]
    pub words: Field<List<Located<WordRecord>>>,
}

/// 一个词。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct WordRecord {
    /// 不应再写的词。
    #[serde(rename = "错")]
    pub wrong: Field<Text>,
    /// 应写的词。
    #[serde(rename = "对")]
    pub right: Field<Text>,
    /// 从哪一天起不应再写，例如机构改名的那一天；写了的，只提示这一天以后成文的文件。
    #[serde(rename = "自")]
    pub from: Field<Text>,
    /// 依据：哪个文件或者谁定的。
    #[serde(rename = "依据")]
    pub basis: Field<Text>,
    /// 本单位认为没有错、不要再提示的词语。
    #[serde(rename = "不提示")]
    pub silenced: Field<Text>,
}
