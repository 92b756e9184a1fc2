//! A table as JSON: its columns, and a record for each row.

use std::rc::Rc;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::model::flat::Flat;
use crate::model::table::{ColumnKind, Table};

/// A table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TableData<'n> {
    #[serde(rename = "表名")]
    name: &'n str,
    /// `null` if the table has no line 填报单位.
    #[serde(rename = "填报单位")]
    reporting_unit: Option<&'n str>,
    #[serde(rename = "列")]
    columns: Vec<ColumnData<'n>>,
    /// A record per row: its texts by the columns' names, in their order.
    /// A record for each row, with the names of the columns as keys and the printed texts as values.
    #[serde(rename = "行")]
    #[schemars(with = "Vec<std::collections::BTreeMap<String, String>>")]
    rows: Vec<Record>,
    #[serde(rename = "表注")]
    notes: Vec<&'n str>,
}

/// A row as an object, with the names of the columns as keys.
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
#[derive(Debug, Serialize, JsonSchema)]
struct ColumnData<'n> {
    /// The name of the column, unique in the table: its key in the rows.
    #[serde(rename = "列")]
    name: String,
    /// Tiers of the printed heading, from the top; empty for the rows across the table.
    #[serde(rename = "表头")]
    header: Vec<&'n str>,
    #[serde(rename = "类型")]
    kind: &'static str,
}

/// A table with its columns, rows and notes.
pub fn table_data(table: &Table) -> TableData<'_> {
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
