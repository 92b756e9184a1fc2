//! The tables of a notice as open data: `data.json` with all of them, a `data.csv` for each. Both exist for the site's catalogues, too.

use std::borrow::Cow;
use std::rc::Rc;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::error::Error;
use crate::model::catalogue::{Entry, HEADS};
use crate::model::flat::Flat;
use crate::model::notice::Notice;
use crate::model::table::{ColumnKind, Table};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// Byte order mark, by which Excel recognises a CSV file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// One JSON file per notice that has a table, and one CSV file per table; both for each catalogue.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = Vec::new();
    for notice in edition.project.notices.iter().filter(|notice| notice.tables().next().is_some()) {
        let path = OutputPath::new(&routes::data_json(notice))?;
        artifacts.push(Artifact::new(path, || Ok(json(notice))));
        for (id, table) in notice.tables_with_ids() {
            let path = OutputPath::new(&routes::data_csv(notice, id))?;
            artifacts.push(Artifact::new(path, || Ok(csv(table))));
        }
    }
    for standard in &edition.project.standards {
        let path =
            |ending| OutputPath::new(&routes::standard(edition.project.section(standard.section), ending));
        artifacts.push(Artifact::new(path("json")?, || Ok(pretty(&table_data(&standard.table)))));
        artifacts.push(Artifact::new(path("csv")?, || Ok(csv(&standard.table))));
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
        Ok(csv_bytes(std::iter::once(heads).chain(rows)))
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

/// Address of an entry's page: absolute with 域名, or else relative to the file.
fn address(edition: &Edition<'_>, entry: &Entry<'_>, here: &str) -> String {
    let page = routes::notice(entry.notice);
    match &edition.project.site.address {
        Some(address) => address.of(routes::below_site(&page)),
        None => link::relative(here, &page),
    }
}

/// `data.json`.
#[derive(Debug, Serialize)]
struct Data<'n> {
    #[serde(rename = "标题")]
    title: &'n str,
    #[serde(rename = "发文机关")]
    issuer: Cow<'n, str>,
    #[serde(rename = "表")]
    tables: Vec<TableData<'n>>,
}

/// A table.
#[derive(Debug, Serialize)]
struct TableData<'n> {
    #[serde(rename = "表名")]
    name: &'n str,
    /// `null` if the table has no line 填报单位.
    #[serde(rename = "填报单位")]
    reporting_unit: Option<&'n str>,
    #[serde(rename = "列")]
    columns: Vec<ColumnData<'n>>,
    /// A record per row: its texts by the columns' names, in their order.
    #[serde(rename = "行")]
    rows: Vec<Record>,
    #[serde(rename = "表注")]
    notes: Vec<&'n str>,
}

/// A row as an object, with the headings as keys.
#[derive(Debug)]
struct Record {
    heads: Rc<[String]>,
    texts: Vec<Rc<str>>,
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.heads.iter().zip(self.texts.iter().map(|text| &**text)))
    }
}

/// A column.
#[derive(Debug, Serialize)]
struct ColumnData<'n> {
    /// Key of the column in the rows: its heading in one line, unique in the table.
    #[serde(rename = "列")]
    name: String,
    /// Tiers of the printed heading, from the top; empty for the rows across the table.
    #[serde(rename = "表头")]
    header: Vec<&'n str>,
    #[serde(rename = "类型")]
    kind: &'static str,
}

fn json(notice: &Notice) -> Vec<u8> {
    let data = Data {
        title: &notice.title.value,
        issuer: notice.issuer(),
        tables: notice.tables().map(table_data).collect(),
    };
    pretty(&data)
}

/// A JSON file of texts in lists and objects, whose serialisation cannot fail.
fn pretty(data: &impl Serialize) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(data).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

fn table_data(table: &Table) -> TableData<'_> {
    let flat = Flat::new(table);
    let heads: Rc<[String]> = flat.heads().into();
    let tiers = |column: usize| -> Vec<&str> {
        let column = if flat.has_banners() { column.checked_sub(1) } else { Some(column) };
        let header = column.map_or(&[][..], |column| &table.columns[column].header);
        header.iter().map(|tier| tier.value.as_str()).collect()
    };
    let columns = heads.iter().zip(flat.kinds()).enumerate().map(|(i, (head, kind))| ColumnData {
        name: head.clone(),
        header: tiers(i),
        kind: ColumnKind::word(kind),
    });
    TableData {
        name: &table.name.value,
        reporting_unit: table.reporting_unit.as_ref().map(|unit| unit.value.as_str()),
        columns: columns.collect(),
        rows: flat.rows().map(|texts| Record { heads: Rc::clone(&heads), texts }).collect(),
        notes: table.notes.iter().map(|note| note.value.as_str()).collect(),
    }
}

/// A table as a CSV file (RFC 4180): the headings, then the rows.
fn csv(table: &Table) -> Vec<u8> {
    let flat = Flat::new(table);
    let heads = flat.heads().into_iter().map(Rc::from).collect();
    csv_bytes(std::iter::once(heads).chain(flat.rows()))
}

/// Rows of one length as a CSV file.
fn csv_bytes(rows: impl Iterator<Item = Vec<impl AsRef<str>>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in rows {
        // Rows of one length into memory cannot fail to be written.
        for text in &row {
            let _ = writer.write_field(as_text(text.as_ref()).as_bytes());
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    writer.into_inner().unwrap_or_default()
}

/// A field that no spreadsheet parses as a formula: an apostrophe, Excel's mark for text, is put before such a text
/// (OWASP ASVS 5.0, 1.2.10), because CSV cannot mark a field as text. A text that begins with an apostrophe and such a
/// beginning gets a second one, so that removing one apostrophe always restores the written text. Workbooks and
/// `data.json` have types and need no escape.
fn as_text(text: &str) -> Cow<'_, str> {
    let behind = text.trim_start_matches('\'');
    let marked = behind.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if marked { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::as_text;

    #[test]
    fn no_field_begins_like_a_formula() {
        for (text, csv_bytes) in [
            ("=1+1", "'=1+1"),
            ("+5%", "'+5%"),
            ("-", "'-"),
            ("@某", "'@某"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("'引", "'引"),
            ("——", "——"),
            ("1-2月", "1-2月"),
            ("", ""),
        ] {
            assert_eq!(as_text(text), csv_bytes);
        }
    }
}
