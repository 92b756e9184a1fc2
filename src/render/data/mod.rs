//! The tables of a notice as open data: `data.json` with all of them, a `data.csv` for each. Both exist for the site's
//! catalogues, too. `data/index.json` lists the notices, `data/site.json` names the site.

mod csv;
mod index;
pub mod joined;
mod notice;
mod site;
mod table;

pub use csv::of_rows as csv_of_rows;
pub use notice::schema;
pub use site::{SiteData, schema as site_schema};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::error::Error;
use crate::model::catalogue::{Entry, HEADS};
use crate::render::data::table::table_data;
use crate::render::publication::Publication;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// One JSON file per notice that has a table, and one CSV file per table; both for each catalogue.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = Vec::new();
    let has_tables = |publication: &&Publication<'_>| publication.notice.tables().next().is_some();
    for publication in edition.publications.iter().filter(has_tables) {
        let notice = publication.notice;
        let path = OutputPath::new(&routes::data_json(notice))?;
        artifacts.push(Artifact::new(path, || Ok(pretty(&notice::data(edition, publication)))));
        for (id, table) in notice.tables_with_ids() {
            let path = OutputPath::new(&routes::data_csv(notice, id))?;
            artifacts.push(Artifact::new(path, || Ok(csv::of_table(table))));
        }
    }
    artifacts
        .push(Artifact::new(OutputPath::new(routes::DATA_INDEX)?, || Ok(pretty(&index::index(edition)))));
    artifacts.push(Artifact::new(OutputPath::new(routes::DATA_SITE)?, || Ok(pretty(&site::data(edition)))));
    artifacts.push(Artifact::new(OutputPath::new(routes::DATA_SCHEMA)?, || Ok(pretty(&schema()))));
    for standard in &edition.project.standards {
        let path =
            |ending| OutputPath::new(&routes::standard(edition.project.section(standard.section), ending));
        artifacts.push(Artifact::new(path("json")?, || Ok(pretty(&table_data(&standard.table)))));
        artifacts.push(Artifact::new(path("csv")?, || Ok(csv::of_table(&standard.table))));
    }
    let path = OutputPath::new(routes::CATALOGUE_JSON)?;
    artifacts.push(Artifact::new(path, || Ok(catalogue_json(edition))));
    let path = OutputPath::new(routes::CATALOGUE_CSV)?;
    artifacts.push(Artifact::new(path, || {
        let heads = HEADS.map(str::to_owned).into_iter().chain([ADDRESS.to_owned()]).collect();
        let entries = edition.catalogue.entries.iter();
        let rows = entries.map(|entry| {
            let texts = entry.texts.iter().map(|text| text.clone().into_owned());
            texts.chain([address(edition, entry, routes::CATALOGUE_CSV)]).collect()
        });
        Ok(csv::of_rows(std::iter::once(heads).chain(rows)))
    }));
    Ok(artifacts)
}

/// Heading of the column of addresses.
const ADDRESS: &str = "网址";

/// 政府信息公开目录: a record for each entry.
fn catalogue_json(edition: &Edition<'_>) -> Vec<u8> {
    let record = |entry: &Entry<'_>| -> Map<String, Value> {
        let texts =
            HEADS.iter().zip(&entry.texts).map(|(head, text)| ((*head).to_owned(), text.as_ref().into()));
        let address = address(edition, entry, routes::CATALOGUE_JSON);
        texts.chain([(ADDRESS.to_owned(), address.into())]).collect()
    };
    let records: Vec<Map<String, Value>> = edition.catalogue.entries.iter().map(record).collect();
    pretty(&records)
}

/// Address of an entry's page.
fn address(edition: &Edition<'_>, entry: &Entry<'_>, here: &str) -> String {
    address_of(edition, &routes::notice(entry.notice), here)
}

/// Address of a file of the site in the file `here`: absolute with 域名, or else relative.
fn address_of(edition: &Edition<'_>, file: &str, here: &str) -> String {
    match &edition.project.site.address {
        Some(address) => address.of(routes::below_site(file)),
        None => link::relative(here, file),
    }
}

/// A JSON file of texts in lists and objects, whose serialisation cannot fail.
pub fn pretty(data: &impl Serialize) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(data).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
