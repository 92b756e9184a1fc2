//! `data.json` of a notice: its tables in the words that are printed, and beside each what its rows mean.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::model::deadline::Meaning;
use crate::model::flat::Flat;
use crate::model::item::{Entry, Item};
use crate::model::ledger::{Ledger, Row};
use crate::model::office::{Owner, Party};
use crate::model::table::{Cell, ColumnKind, Table};
use crate::model::validity::Validity;
use crate::render::data::address_of;
use crate::render::data::table::{TableData, table_data};
use crate::render::publication::Publication;
use crate::render::{Edition, routes};
use crate::text::number::decimal;

/// A notice with its tables. Readers should expect fields to be added.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeData<'p> {
    /// The address of this schema.
    #[serde(rename = "$schema")]
    schema: String,
    /// 标题, as written.
    #[serde(rename = "标题")]
    title: &'p str,
    /// The title with the issuing body, in one line.
    #[serde(rename = "完整标题")]
    full_title: String,
    /// 发文机关; several of a joint paper are joined with 、.
    #[serde(rename = "发文机关")]
    issuer: Cow<'p, str>,
    /// Whether the notice or any of its public progress is an example, and no truth; left out if not.
    #[serde(rename = "示例", skip_serializing_if = "Option::is_none")]
    example: Option<bool>,
    /// The address of the notice's page: absolute if the site has 域名, else relative to this file.
    #[serde(rename = "网址")]
    address: String,
    /// 索引号.
    #[serde(rename = "索引号")]
    index: Option<Cow<'p, str>>,
    /// 发文字号.
    #[serde(rename = "发文字号")]
    number: Option<&'p str>,
    /// 有效性, with its day if that was written: `废止（2025年1月1日）`; left out if nothing was.
    #[serde(rename = "有效性", skip_serializing_if = "Option::is_none")]
    validity: Option<String>,
    /// 成文日期, `2024-08-01`.
    #[serde(rename = "成文日期")]
    dated: String,
    /// 发布日期, with the minute if that was written: `2024-08-01 10:00`.
    #[serde(rename = "发布日期")]
    published: String,
    /// 栏目, from the top down.
    #[serde(rename = "栏目")]
    sections: Vec<&'p str>,
    /// The tables, in order.
    #[serde(rename = "表")]
    tables: Vec<TableWithItems<'p>>,
}

/// A table, and the meaning of its rows.
#[derive(Debug, Serialize, JsonSchema)]
struct TableWithItems<'p> {
    #[serde(flatten)]
    table: TableData<'p>,
    /// The measures, and the tasks without measures, in the order of the rows.
    #[serde(rename = "事项")]
    items: Vec<ItemData<'p>>,
}

/// A measure, or a task without measures.
#[derive(Debug, Serialize, JsonSchema)]
struct ItemData<'p> {
    /// The place of its row in 行, from 0.
    #[serde(rename = "行")]
    row: usize,
    /// An identifier that stays when rows are moved or inserted: 代号, or else made from the words.
    #[serde(rename = "标识")]
    key: &'p str,
    /// The place in the table: `1.2`.
    #[serde(rename = "位置")]
    place: String,
    /// The last day that the deadlines name, `2024-12-31`; `null` if they name none or are not understood.
    #[serde(rename = "截止日期")]
    due: Option<String>,
    /// Whether it goes on without end: 长期坚持.
    #[serde(rename = "长期")]
    ongoing: bool,
    /// The responsible bodies, one by one.
    #[serde(rename = "单位")]
    offices: Vec<OfficeData<'p>>,
    /// The numbers in columns of 数值, by column.
    #[serde(rename = "数值")]
    numbers: BTreeMap<String, serde_json::Number>,
    /// The public status; `null` without a public report.
    #[serde(rename = "状态")]
    status: Option<&'p str>,
    /// The day of the last public report.
    #[serde(rename = "最近报送日期")]
    last_report: Option<String>,
}

/// A responsible body.
#[derive(Debug, Serialize, JsonSchema)]
struct OfficeData<'p> {
    /// The registered name, or else as written.
    #[serde(rename = "名称")]
    name: &'p str,
    /// The column that names it: 牵头单位, 配合单位.
    #[serde(rename = "列")]
    role: &'p str,
}

/// The JSON Schema of `data.json`, published as `data/schema.json`.
#[must_use]
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<NoticeData<'_>>();
    schema.insert("title".to_owned(), "data.json".into());
    schema
}

/// The data of a notice.
pub fn data<'e>(edition: &'e Edition<'_>, publication: &'e Publication<'_>) -> NoticeData<'e> {
    let (project, notice) = (edition.project, publication.notice);
    let here = routes::data_json(notice);
    let rows = publication.ledger.iter().flat_map(Ledger::rows);
    let rows: BTreeMap<Item, &Row<'_>> = rows.map(|row| (row.entry.item, row)).collect();
    let table = |table: &'e Table| TableWithItems {
        table: table_data(table),
        items: items(edition, publication, table, &rows),
    };
    NoticeData {
        schema: address_of(edition, routes::DATA_SCHEMA, &here),
        title: &notice.title.value,
        full_title: notice.full_title(),
        issuer: notice.issuer(),
        example: (notice.example || notice.has_example_progress(project.today)).then_some(true),
        address: address_of(edition, &routes::notice(notice), &here),
        index: project.index_number(notice),
        number: notice.number.as_ref().map(|number| number.value.as_str()),
        validity: notice.validity.as_ref().map(Validity::statement),
        dated: notice.dated.value.to_string(),
        published: notice.published.value.to_string(),
        sections: project.trail(notice.section).iter().map(|section| section.name.value.as_str()).collect(),
        tables: notice.tables().map(table).collect(),
    }
}

fn items<'e>(
    edition: &'e Edition<'_>,
    publication: &'e Publication<'_>,
    table: &'e Table,
    rows: &BTreeMap<Item, &Row<'_>>,
) -> Vec<ItemData<'e>> {
    let (project, notice) = (edition.project, publication.notice);
    let entries = notice.entries().into_iter().filter(|entry| std::ptr::eq(entry.table, table));
    let places = Flat::new(table).items().enumerate().filter(|(_, is_item)| *is_item);
    let item = |(entry, (row, _)): (Entry<'e>, (usize, bool))| {
        let ledger_row = rows.get(&entry.item);
        let status = ledger_row.and_then(|row| row.status);
        let deadlines = entry.deadlines();
        let due = deadlines.iter().filter_map(|deadline| deadline.meaning.last_day()).max();
        let newest = ledger_row.and_then(|row| row.newest());
        ItemData {
            row,
            key: publication.keys.of(entry.item),
            place: notice.item_words(entry.item),
            due: due.map(|day| day.to_string()),
            ongoing: deadlines
                .iter()
                .any(|deadline| matches!(deadline.meaning, Meaning::Ongoing | Meaning::ByThenOngoing(_))),
            offices: offices(edition, &entry),
            numbers: numbers(&entry),
            status: status.map(|status| project.site.statuses.get(status).word.value.as_str()),
            last_report: newest.map(|note| note.dated.value.to_string()),
        }
    };
    entries.zip(places).map(item).collect()
}

/// The bodies named in columns of offices, in the order of the columns.
fn offices<'e>(edition: &'e Edition<'_>, entry: &Entry<'e>) -> Vec<OfficeData<'e>> {
    let mut cells = entry.cells();
    cells.sort_by_key(|cell| cell.column);
    let register = &edition.project.register;
    let of_owner = |owner: &'e Owner, role: &'e str| {
        owner.parties.iter().map(move |party| {
            let written = || &owner.text.value[owner.text.range_of(party.span)];
            let name = match &party.value {
                Party::Known(found) => register.name(*found).unwrap_or_else(written),
                Party::Unknown(name) => name.as_str(),
            };
            OfficeData { name, role }
        })
    };
    let of_cell = |cell: &'e Cell| {
        let role = entry.table.columns[cell.column].name.value.as_str();
        cell.value.owners().iter().flat_map(move |owner| of_owner(owner, role)).collect::<Vec<_>>()
    };
    cells.into_iter().flat_map(of_cell).collect()
}

/// The numbers in columns of 数值.
fn numbers(entry: &Entry<'_>) -> BTreeMap<String, serde_json::Number> {
    let scores =
        entry.cells().into_iter().filter(|cell| entry.table.columns[cell.column].kind == ColumnKind::Score);
    let number = |cell: &Cell| {
        let number = decimal(cell.value.printed()?.trim())?;
        Some((entry.table.columns[cell.column].name.value.clone(), number))
    };
    scores.filter_map(number).collect()
}
