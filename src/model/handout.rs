//! 进展填报表: what an office is handed out to fill in, a row for each thing that it has to do.
//!
//! Which rows and columns there are, and what stands in them, is said here alone: what is drawn and what is
//! compared when it comes back cannot differ. A row stays one row, so that rows can be sorted; a text that needs
//! more than the highest row of a workbook is shown up to the end of an item, with a word on where the rest is.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::table::{ColumnKind, Table, TableColumn, Value};
use crate::text::marker::{clause_ends, items};
use crate::text::width::wrapped_lines;

/// The form of the identities, should it ever change.
pub const VERSION: u64 = 1;

/// What every identity begins with.
const MARK: &str = "gongkai-handout";

/// The most lines that a row shows. Excel's highest row has 409 points, a line of ours 16.5.
pub const MOST_LINES: usize = 24;

/// Behind what is shown of a longer text.
const REST: &str = "……（全文见责任分解表）";

/// What a column of a handout holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 附件: the table's label, where a notice has several.
    Table,
    /// 序号: the task's number.
    Number,
    /// 工作任务.
    Task,
    /// 工作举措.
    Measure,
    /// 责任单位.
    Offices,
    /// 完成时限.
    Deadline,
    /// The row's identity, hidden.
    Identity,
    /// 状态, to fill in.
    Status,
    /// 进展情况, to fill in.
    Report,
    /// 佐证材料, to fill in.
    Evidence,
    /// 填报人, to fill in.
    Reporter,
    /// 填报日期, to fill in.
    Dated,
}

impl Role {
    /// Whether the office fills it in.
    #[must_use]
    pub fn is_filled(self) -> bool {
        self > Self::Identity
    }
}

/// What an office fills in: head, and half widths of a line.
pub const FILLED: [(Role, &str, usize); 5] = [
    (Role::Status, "状态", 8),
    (Role::Report, "进展情况", 30),
    (Role::Evidence, "佐证材料", 14),
    (Role::Reporter, "填报人", 6),
    (Role::Dated, "填报日期", 10),
];

/// One column of a handout.
#[derive(Debug)]
pub struct Column {
    /// What it holds.
    pub role: Role,
    /// Its head.
    pub heading: String,
    /// What a line of it holds, in half widths; a Han character takes two.
    pub width: usize,
}

/// The handouts of a notice: their columns, the same for every office.
#[derive(Debug)]
pub struct Form<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// From left to right. The identity stands between what is fixed and what is filled in, so that whoever sorts
    /// by hand takes it along.
    pub columns: Vec<Column>,
}

impl<'p> Form<'p> {
    /// The form for a notice.
    #[must_use]
    pub fn new(notice: &'p Notice) -> Self {
        let column = |role, heading: &str, width| Column { role, heading: heading.to_owned(), width };
        let several = notice.tables().count() > 1;
        let mut columns = Vec::new();
        if several {
            columns.push(column(Role::Table, "附件", 6));
        }
        columns.extend([
            column(Role::Number, "序号", 4),
            column(Role::Task, "工作任务", 12),
            column(Role::Measure, "工作举措", 42),
            column(Role::Offices, &offices_heading(notice), 12),
            column(Role::Deadline, "完成时限", 10),
            column(Role::Identity, "行标识（请勿改动）", 10),
        ]);
        columns.extend(FILLED.map(|(role, heading, width)| column(role, heading, width)));
        Self { notice, columns }
    }

    /// What a row shows in a column, for an office; nothing where the office fills it in.
    #[must_use]
    pub fn text(&self, entry: &Entry<'_>, office: &str, column: &Column) -> String {
        self.cell(entry, office, column).0
    }

    /// The same with the lines that the text fills; an identity is not seen and fills none.
    #[must_use]
    pub fn cell(&self, entry: &Entry<'_>, office: &str, column: &Column) -> (String, usize) {
        let text = match column.role {
            Role::Table => self.label(entry),
            Role::Number => entry.task_number(),
            Role::Task => entry.task.name.value.clone(),
            Role::Measure => measure(entry),
            Role::Offices => lines(entry, ColumnKind::Office),
            Role::Deadline => lines(entry, ColumnKind::Deadline),
            Role::Identity => return (Identity::of(self.notice, entry, office).text(), 0),
            Role::Status | Role::Report | Role::Evidence | Role::Reporter | Role::Dated => String::new(),
        };
        shown(text, column.width)
    }

    /// 附件1, 附件2 … as on the paper; 正文 for tasks that stand in the body.
    fn label(&self, entry: &Entry<'_>) -> String {
        let attachment = self.notice.attachment_of(entry.table);
        attachment.map_or_else(|| "正文".to_owned(), |id| self.notice.attachment_label(id))
    }
}

/// The items of a notice that each office has to do, in order. Offices without a duty are left out.
#[must_use]
pub fn duties<'p>(notice: &'p Notice, register: &Register) -> BTreeMap<OfficeId, Vec<Entry<'p>>> {
    let mut duties: BTreeMap<OfficeId, Vec<Entry<'p>>> = BTreeMap::new();
    for entry in notice.entries() {
        for office in offices(&entry, register) {
            duties.entry(office).or_default().push(entry);
        }
    }
    duties
}

/// Whether an entry is one of an office's duties.
#[must_use]
pub fn concerns(entry: &Entry<'_>, office: OfficeId, register: &Register) -> bool {
    offices(entry, register).contains(&office)
}

fn offices(entry: &Entry<'_>, register: &Register) -> BTreeSet<OfficeId> {
    entry.owners().into_iter().flat_map(|owner| register.offices_of(owner)).collect()
}

/// What makes a row of a handout that row, wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The notice's folder below `content/`.
    pub notice: String,
    /// 事项, as a progress note writes it.
    pub item: String,
    /// The office's name.
    pub office: String,
}

/// What a cell turns out to be when it is read for an identity.
#[derive(Debug, PartialEq, Eq)]
pub enum Mark {
    /// The head of the column of identities.
    Head,
    /// A row's identity.
    Row(Identity),
    /// Of another version of this tool.
    OtherVersion,
    /// It was an identity once.
    Broken,
}

impl Identity {
    /// The identity of an entry for an office: its 代号, by which it is found wherever it stands, else its position.
    #[must_use]
    pub fn of(notice: &Notice, entry: &Entry<'_>, office: &str) -> Self {
        let id =
            entry.measure.map_or(&entry.task.id, |measure| &measure.id).as_ref().map(|id| id.value.trim());
        let own = id.filter(|id| notice.item(id) == Some(entry.item));
        let item = own.map_or_else(|| notice.item_words(entry.item), str::to_owned);
        Self { notice: notice.path.clone(), item, office: office.to_owned() }
    }

    /// As it stands in the hidden cell.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::json!([MARK, VERSION, self.notice, self.item, self.office]).to_string()
    }
}

impl Mark {
    /// As the head of the hidden column says it.
    #[must_use]
    pub fn head() -> String {
        serde_json::json!([MARK, VERSION]).to_string()
    }

    /// Reads a cell; `None` when it never was an identity.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if !text.contains(MARK) {
            return None;
        }
        let parts: Vec<Json> = serde_json::from_str(text).unwrap_or_default();
        let word = |i: usize| parts.get(i).and_then(Json::as_str).map(str::to_owned);
        if word(0).as_deref() != Some(MARK) {
            return Some(Self::Broken);
        }
        if parts.get(1).and_then(Json::as_u64) != Some(VERSION) {
            return Some(Self::OtherVersion);
        }
        Some(match (parts.len(), word(2), word(3), word(4)) {
            (2, ..) => Self::Head,
            (5, Some(notice), Some(item), Some(office)) => Self::Row(Identity { notice, item, office }),
            _ => Self::Broken,
        })
    }
}

/// The heading of the offices' column if the tables have one and the same, else 责任单位.
fn offices_heading(notice: &Notice) -> String {
    let mut headings: Vec<Cow<'_, str>> = notice.tables().flat_map(office_headings).collect();
    headings.dedup();
    match headings.as_slice() {
        [one] if !one.trim().is_empty() => one.clone().into_owned(),
        _ => "责任单位".to_owned(),
    }
}

fn office_headings(table: &Table) -> impl Iterator<Item = Cow<'_, str>> {
    table.columns.iter().filter(|column| column.kind == ColumnKind::Office).map(TableColumn::heading)
}

/// The measure's words; where it has none, what its other columns say.
fn measure(entry: &Entry<'_>) -> String {
    let Some(measure) = entry.measure else { return String::new() };
    let words = measure.printed_text();
    if !words.trim().is_empty() {
        return words.into_owned();
    }
    let texts = measure.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)));
    let texts = texts.map(|cell| {
        let heading = entry.table.columns[cell.column].heading();
        format!("{heading}：{}", cell.value.printed().unwrap_or_default())
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// What the columns of a kind say of an entry; where a table has several of the kind, each under its heading.
fn lines(entry: &Entry<'_>, kind: ColumnKind) -> String {
    let several = entry.table.columns.iter().filter(|column| column.kind == kind).count() > 1;
    let mut cells: Vec<_> =
        entry.cells().into_iter().filter(|cell| entry.table.columns[cell.column].kind == kind).collect();
    cells.sort_by_key(|cell| cell.column);
    let texts = cells.into_iter().map(|cell| {
        let text = cell.value.printed().unwrap_or_default();
        if several { format!("{}：{text}", entry.table.columns[cell.column].heading()).into() } else { text }
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// A text as far as a row can show it in a column so wide, and its lines there.
fn shown(text: String, width: usize) -> (String, usize) {
    let lines = wrapped_lines(&text, width);
    if lines <= MOST_LINES {
        return (text, lines);
    }
    let fits = |end: &usize| wrapped_lines(&format!("{}{REST}", &text[..*end]), width) <= MOST_LINES;
    // No more characters fit than half widths.
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).take(MOST_LINES * width).collect();
    let most = ends[ends.partition_point(fits).saturating_sub(1)];
    let last = |places: Vec<usize>| places.into_iter().filter(|at| *at <= most).max();
    let item = last(items(&text).into_iter().map(|(at, _)| at).collect());
    let clause = last(clause_ends(&text));
    // The end of an item, unless much more would fit.
    let end = item.filter(|at| at * 2 > most).or(clause).filter(|at| at * 2 > most).unwrap_or(most);
    let shown = format!("{}{REST}", text[..end].trim_end());
    let lines = wrapped_lines(&shown, width);
    (shown, lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_with_an_item() {
        let item = |n: usize| format!("（{n}）{}；", "甲".repeat(50));
        let text: String = (1..40).map(item).collect();
        let (shown, lines) = shown(text.clone(), 40);
        assert!(lines <= MOST_LINES && lines > MOST_LINES - 4);
        let start = shown.strip_suffix(REST).unwrap();
        assert!(text.starts_with(start) && start.ends_with('；'), "{shown}");
    }

    #[test]
    fn texts_without_items_end_with_a_clause_or_anywhere() {
        let clauses = format!("{}。", "甲".repeat(30)).repeat(50);
        assert!(shown(clauses, 40).0.ends_with(&format!("。{REST}")));
        for text in ["甲".repeat(32_767), "a\n".repeat(400), "\n".repeat(400)] {
            let (shown, lines) = shown(text, 10);
            assert!(lines <= MOST_LINES && shown.ends_with(REST), "{shown}");
        }
        assert_eq!(shown("短".to_owned(), 10), ("短".to_owned(), 1));
    }

    #[test]
    fn an_identity_survives_being_written() {
        let identity = Identity {
            notice: "栏目/通\"知".to_owned(),
            item: "附件2 1.2".to_owned(),
            office: "=A\\股,\"]".to_owned(),
        };
        assert_eq!(Mark::parse(&identity.text()), Some(Mark::Row(identity)));
        assert_eq!(Mark::parse(&Mark::head()), Some(Mark::Head));
        assert_eq!(Mark::parse("[\"gongkai-handout\",2]"), Some(Mark::OtherVersion));
        assert_eq!(Mark::parse("[\"gongkai-handout\",1,\"x\"]"), Some(Mark::Broken));
        assert_eq!(Mark::parse("[\"gongkai-handout\",1,\"x"), Some(Mark::Broken));
        assert_eq!(Mark::parse("危化股"), None);
    }
}
