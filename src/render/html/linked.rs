//! Linked data in the head of a notice's page (JSON-LD, schema.org): the paper as a Report, its tables as a Dataset.
//!
//! A block of data is no script: a strict Content-Security-Policy lets it pass.

use serde_json::{Map, Value, json};

use crate::model::Project;
use crate::model::notice::Notice;
use crate::render::routes;
use crate::text::date::beijing;
use crate::text::link;

/// The block of a notice's page.
pub fn block(project: &Project, notice: &Notice) -> String {
    let here = routes::notice(notice);
    let address = |file: &str| match &project.site.address {
        Some(address) => address.of(routes::below_site(file)),
        None => link::relative(&here, file),
    };
    let bodies: Vec<Value> = notice
        .issuers
        .iter()
        .map(|issuer| json!({ "@type": "GovernmentOrganization", "name": issuer.value }))
        .collect();
    let mut report = Map::new();
    report.insert("@type".to_owned(), "Report".into());
    report.insert("name".to_owned(), notice.full_title().into());
    if project.site.address.is_some() {
        report.insert("url".to_owned(), address(&here).into());
    }
    report.insert("inLanguage".to_owned(), "zh-CN".into());
    report.insert("dateCreated".to_owned(), notice.dated.value.to_string().into());
    report.insert("datePublished".to_owned(), beijing(notice.published.value).into());
    report.insert("publisher".to_owned(), bodies.clone().into());
    let number = notice.number.as_ref().map(|number| number.value.as_str().into());
    let numbers: Vec<Value> =
        project.index_number(notice).map(Into::into).into_iter().chain(number).collect();
    if !numbers.is_empty() {
        report.insert("identifier".to_owned(), numbers.into());
    }
    if let Some(summary) = &notice.summary {
        report.insert("description".to_owned(), summary.value.as_str().into());
    }
    if !notice.keywords.is_empty() {
        let words: Vec<&str> = notice.keywords.iter().map(|word| word.value.as_str()).collect();
        report.insert("keywords".to_owned(), words.into());
    }
    let mut graph = vec![Value::Object(report)];
    if notice.tables().next().is_some() {
        graph.push(dataset(notice, &bodies, &address));
    }
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    // No text ends the block.
    text.replace('<', "\\u003c")
}

/// The tables of a notice as open data.
fn dataset(notice: &Notice, bodies: &[Value], address: &impl Fn(&str) -> String) -> Value {
    let download = |format: &str, file: &str| json!({ "@type": "DataDownload", "encodingFormat": format, "contentUrl": address(file) });
    let tables = notice.tables_with_ids();
    let files: Vec<Value> = tables
        .map(|(id, _)| download("text/csv", &routes::data_csv(notice, id)))
        .chain([download("application/json", &routes::data_json(notice))])
        .collect();
    let names: Vec<&str> = notice.tables().map(|table| table.name.value.as_str()).collect();
    json!({
        "@type": "Dataset",
        "name": names.join("、"),
        // Search engines ask for fifty characters at least; a summary may be shorter, and is not invented.
        "description": notice.summary.as_ref().map_or_else(|| notice.full_title(), |text| text.value.clone()),
        "creator": bodies,
        "isAccessibleForFree": true,
        "distribution": files,
    })
}
