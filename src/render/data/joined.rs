//! `data/index.json` and `data/site.json` of joined sites, in the form of those of a bureau.

use serde::Serialize;

use crate::error::Error;
use crate::model::joined::{JoinedNotice, Target};
use crate::render::data::{SiteData, pretty};
use crate::render::joined_edition::JoinedEdition;
use crate::render::{Artifact, OutputPath, routes};

/// A notice in the list, with its bureau.
#[derive(Debug, Serialize)]
struct Listed<'p> {
    #[serde(rename = "标题")]
    title: &'p str,
    #[serde(rename = "示例", skip_serializing_if = "Option::is_none")]
    example: Option<bool>,
    /// The name of the bureau's site.
    #[serde(rename = "单位")]
    bureau: &'p str,
    #[serde(rename = "网址")]
    address: String,
    #[serde(rename = "数据")]
    data: Option<String>,
    #[serde(rename = "索引号")]
    index: Option<&'p str>,
    #[serde(rename = "发文字号")]
    number: Option<&'p str>,
    #[serde(rename = "发文机关")]
    issuers: &'p [String],
    #[serde(rename = "栏目")]
    sections: &'p [String],
    #[serde(rename = "成文日期")]
    dated: String,
    #[serde(rename = "发布日期")]
    published: &'p str,
}

/// Both files.
pub fn plan<'e>(edition: &'e JoinedEdition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let list = || {
        let listed: Vec<Listed<'_>> = edition.joined.notices.iter().map(|one| listed(edition, one)).collect();
        Ok(pretty(&listed))
    };
    let (joined, site) = (edition.joined, &edition.project.site);
    let about = move || {
        Ok(pretty(&SiteData {
            name: &site.name.value,
            organiser: site.organiser.as_ref().map(|organiser| organiser.value.as_str()),
            address: site.address.as_ref().map(|address| address.of("")),
            example: site.example.then_some(true),
            joined: Some(joined.bureaus.len()),
            notices: joined.notices.len(),
            counted_on: None,
        }))
    };
    Ok(vec![
        Artifact::new(OutputPath::new(routes::DATA_INDEX)?, list),
        Artifact::new(OutputPath::new(routes::DATA_SITE)?, about),
    ])
}

fn listed<'e>(edition: &'e JoinedEdition<'e>, notice: &'e JoinedNotice) -> Listed<'e> {
    let bureau = &edition.joined.bureaus[notice.bureau];
    Listed {
        title: &notice.title,
        example: notice.example.then_some(true),
        bureau: &bureau.name,
        address: notice.page.from("../"),
        data: notice.data.as_ref().map(|data: &Target| data.from("../")),
        index: notice.index.as_deref(),
        number: notice.number.as_deref(),
        issuers: &notice.issuers,
        sections: &notice.sections,
        dated: notice.dated.to_string(),
        published: &notice.published,
    }
}
