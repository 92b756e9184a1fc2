//! The columns of a table: their names, heads and kinds.

use std::collections::HashMap;

use crate::model::table::{ColumnKind, Counted, DEFAULT_COLUMNS, MOST_COLUMNS, TableColumn, WIDEST_COLUMN};
use crate::read::fault::fields;
use crate::read::form::table::{ColumnEntry, HeaderEntry};
use crate::read::lower::Lower;
use crate::read::lower::offices::head;
use crate::read::yaml::field::{Entry, Field, List, Open, Text};
use crate::source::{Located, Span, offset};

impl Lower<'_> {
    pub(super) fn table_columns(
        &self,
        field: Field<List<ColumnEntry>>,
        grouped: bool,
        top: Span,
    ) -> Vec<TableColumn> {
        // In a table without groups 类别 is a column of texts.
        let kind_of = |name: &str| match ColumnKind::of_name(name) {
            ColumnKind::Group if !grouped => ColumnKind::Text,
            kind => kind,
        };
        let plain = |name: Text| {
            let kind = kind_of(&name.value);
            let (header, counts) = (vec![name.clone()], Counted::default());
            TableColumn { name, header, kind, counts, kind_given: false, width: None }
        };
        let Some(List(entries)) = field.given() else {
            return DEFAULT_COLUMNS.map(|name| plain(Located::new(name.to_owned(), top))).into();
        };
        let mut names: HashMap<String, Span> = HashMap::new();
        let columns = entries.into_iter().map(|entry| {
            let column = match entry {
                ColumnEntry::Text(name) => plain(name),
                ColumnEntry::Record(record) => {
                    let name = self.required(record.value.name, "列", head(record.span));
                    let kind = record.value.kind.given().and_then(|word| self.column_kind(&word));
                    let header = record.value.header.given().map_or_else(|| vec![name.clone()], tiers);
                    let kind_given = kind.is_some();
                    let kind = kind.unwrap_or_else(|| kind_of(&name.value));
                    let counts = record.value.counts.given().and_then(|word| self.counted(&word));
                    let counts = counts.unwrap_or_default();
                    let width = record.value.width.given().and_then(|text| self.column_width(&text));
                    TableColumn { name, header, kind, counts, kind_given, width }
                }
            };
            let Located { value: name, span, .. } = &column.name;
            match names.get(name) {
                Some(first) => {
                    self.report.borrow_mut().push(fields::duplicate_key(*span, name, *first));
                }
                None => drop(names.insert(name.clone(), *span)),
            }
            column
        });
        let mut columns: Vec<TableColumn> = columns.collect();
        drop_blank_tiers(&mut columns);
        if let Some(name) = columns.get(MOST_COLUMNS).map(|column| &column.name) {
            let finding = fields::too_many_columns(name.span, columns.len(), MOST_COLUMNS);
            self.report.borrow_mut().push(finding);
        }
        columns
    }

    fn counted(&self, word: &Text) -> Option<Counted> {
        let found = Counted::WORDS.iter().find(|(name, _)| *name == word.value);
        if found.is_none() {
            self.unknown(word, &Counted::WORDS.map(|(name, _)| name));
        }
        found.map(|(_, counts)| *counts)
    }

    fn column_width(&self, text: &Text) -> Option<u16> {
        let width = text.value.parse().ok().filter(|width| (1..=WIDEST_COLUMN).contains(width));
        if width.is_none() {
            let finding = fields::wrong_width(text.span, &text.value, WIDEST_COLUMN);
            self.report.borrow_mut().push(finding);
        }
        width
    }

    fn column_kind(&self, word: &Text) -> Option<ColumnKind> {
        let kind = ColumnKind::of_word(&word.value);
        if kind.is_none() {
            self.unknown(word, &ColumnKind::words());
        }
        kind
    }
}

/// Removes the tiers of heads that are blank in all columns which have them: they would be printed as empty rows.
fn drop_blank_tiers(columns: &mut [TableColumn]) {
    let depth = columns.iter().map(|column| column.header.len()).max().unwrap_or(0);
    let is_said = |tier: &usize| {
        let mut tiers = columns.iter().filter_map(|column| column.header.get(*tier));
        tiers.any(|text| !text.value.trim().is_empty())
    };
    let said: Vec<bool> = (0..depth).map(|tier| is_said(&tier)).collect();
    for column in columns {
        let mut tier = 0;
        let blank = column.name.with(String::new());
        column.header.retain(|_| {
            tier += 1;
            said[tier - 1]
        });
        if column.header.is_empty() {
            column.header.push(blank);
        }
    }
}

/// The tiers of a head: the items of a list, or the parts of a text between its strokes.
fn tiers(header: HeaderEntry) -> Vec<Text> {
    match header {
        HeaderEntry::List(List(tiers)) => tiers,
        HeaderEntry::Text(text) => {
            let pieces = text.value.split('/');
            let tier = |piece: &str| {
                let start = offset(&text.value, piece);
                let tier = text.part(start..start + piece.len());
                tier.with(piece.to_owned())
            };
            pieces.map(tier).collect()
        }
    }
}

/// Whether a task has 要求.
pub(super) fn asks(tasks: &Field<List<Located<Open>>>, groups: &Field<List<Located<Open>>>) -> bool {
    fn asks(record: &Open) -> bool {
        record.0.iter().any(|(key, entry)| key.value == "要求" || key.value == "任务" && any_asks(entry))
    }
    fn any_asks(entry: &Entry) -> bool {
        match entry {
            Entry::Record(record) => asks(&record.value),
            Entry::List(list) => list.value.0.iter().any(any_asks),
            Entry::Text(_) => false,
        }
    }
    let any = |field: &Field<List<Located<Open>>>| match field {
        Field::Given(List(records)) => records.iter().any(|record| asks(&record.value)),
        Field::Absent | Field::Wrong => false,
    };
    any(tasks) || any(groups)
}

/// Adds a column for 要求 behind that of the tasks, if there is none of that name.
pub(super) fn add_requirement(columns: &mut Vec<TableColumn>, top: Span) {
    const NAME: &str = "要求";
    if columns.iter().any(|column| column.name.value == NAME || column.kind == ColumnKind::Requirement) {
        return;
    }
    let task = columns.iter().position(|column| column.kind == ColumnKind::Task);
    let name = Located::new(NAME.to_owned(), top);
    let column = TableColumn {
        name: name.clone(),
        header: vec![name],
        kind: ColumnKind::Requirement,
        counts: Counted::default(),
        kind_given: true,
        width: None,
    };
    columns.insert(task.map_or(columns.len(), |task| task + 1), column);
}
