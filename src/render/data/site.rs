//! `data/site.json`: the site itself, for programs that read the sites of many bureaus.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::render::Edition;

/// A site. Readers should expect fields to be added.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SiteData<'p> {
    /// 名称.
    #[serde(rename = "名称")]
    pub name: &'p str,
    /// 主办单位.
    #[serde(rename = "主办单位")]
    pub organiser: Option<&'p str>,
    /// The address of the home page's folder, with a slash at its end; `null` if the site has no 域名.
    #[serde(rename = "网址")]
    pub address: Option<String>,
    /// Whether the whole site is an example, and no truth; left out if not.
    #[serde(rename = "示例", skip_serializing_if = "Option::is_none")]
    pub example: Option<bool>,
    /// Number of sites of which this one was joined; left out of a bureau's own site.
    #[serde(rename = "汇总单位", skip_serializing_if = "Option::is_none")]
    pub joined: Option<usize>,
    /// Number of notices in `data/index.json`.
    #[serde(rename = "公开事项")]
    pub notices: usize,
    /// 统计截至, as on the page 总览: `2025-01-15`; left out if the site counts no progress.
    #[serde(rename = "统计截至", skip_serializing_if = "Option::is_none")]
    pub counted_on: Option<String>,
}

/// The JSON Schema of `data/site.json`.
#[must_use]
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<SiteData<'_>>();
    schema.insert("title".to_owned(), "site.json".into());
    schema
}

/// The site of a project.
pub fn data<'p>(edition: &Edition<'p>) -> SiteData<'p> {
    let (project, site) = (edition.project, &edition.project.site);
    SiteData {
        name: &site.name.value,
        organiser: site.organiser.as_ref().map(|organiser| organiser.value.as_str()),
        address: site.address.as_ref().map(|address| address.of("")),
        example: site.example.then_some(true),
        joined: None,
        notices: project.notices.len(),
        counted_on: edition.has_overview().then(|| project.today.to_string()),
    }
}
