//! `data/index.json`: every notice of the site, newest first.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::notice::Notice;
use crate::render::data::address_of;
use crate::render::{Edition, routes};

/// A notice in the list.
#[derive(Debug, Serialize)]
pub struct Listed<'p> {
    #[serde(rename = "标题")]
    title: String,
    /// Whether the notice is an example; left out if not.
    #[serde(rename = "示例", skip_serializing_if = "Option::is_none")]
    example: Option<bool>,
    #[serde(rename = "网址")]
    address: String,
    /// Its `data.json`; `None` if it has no table.
    #[serde(rename = "数据")]
    data: Option<String>,
    #[serde(rename = "索引号")]
    index: Option<Cow<'p, str>>,
    #[serde(rename = "发文字号")]
    number: Option<&'p str>,
    #[serde(rename = "发文机关")]
    issuers: Vec<&'p str>,
    #[serde(rename = "栏目")]
    sections: Vec<&'p str>,
    #[serde(rename = "成文日期")]
    dated: String,
    #[serde(rename = "发布日期")]
    published: String,
}

/// Every notice of the site, newest first.
pub fn index<'e>(edition: &'e Edition<'_>) -> Vec<Listed<'e>> {
    let mut notices: Vec<&Notice> = edition.project.notices.iter().collect();
    notices.sort_by(|a, b| (b.published.value, &a.path).cmp(&(a.published.value, &b.path)));
    notices.into_iter().map(|notice| listed(edition, notice)).collect()
}

fn listed<'e>(edition: &'e Edition<'_>, notice: &'e Notice) -> Listed<'e> {
    let address = |file: &str| address_of(edition, file, routes::DATA_INDEX);
    Listed {
        title: notice.full_title(),
        example: notice.example.then_some(true),
        address: address(&routes::notice(notice)),
        data: notice.tables().next().map(|_| address(&routes::data_json(notice))),
        index: edition.project.index_number(notice),
        number: notice.number.as_ref().map(|number| number.value.as_str()),
        issuers: notice.issuers.iter().map(|issuer| issuer.value.as_str()).collect(),
        sections: edition
            .project
            .trail(notice.section)
            .iter()
            .map(|section| section.name.value.as_str())
            .collect(),
        dated: notice.dated.value.to_string(),
        published: notice.published.value.to_string(),
    }
}
