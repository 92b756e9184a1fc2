//! 政府信息公开目录: every notice with its index, name, summary and day, as 政府信息公开条例 Art. 12 lists them.
//!
//! Page, workbook and data are made from these texts; missing texts stay blank.

use std::borrow::Cow;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::{Cell, ColumnKind, Counted, Group, Measure, Table, TableColumn, Task, Value};
use crate::source::{Located, Span};

/// Name of the catalogue.
pub const NAME: &str = "政府信息公开目录";

/// Column headings.
pub const HEADS: [&str; 4] = ["索引号", "名称", "内容概述", "生成日期"];

/// The catalogue, newest entry first.
#[derive(Debug)]
pub struct Catalogue<'p> {
    /// The entries.
    pub entries: Vec<Entry<'p>>,
    /// The place of the site's name, used because the catalogue has no place of its own.
    place: Span,
}

/// A notice in the catalogue.
#[derive(Debug)]
pub struct Entry<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// 索引号 (or blank); 名称, which is 发文机关 and the paper's title; 内容概述 as written (or blank); 生成日期, which is
    /// 成文日期, `2024-08-01`.
    pub texts: [Cow<'p, str>; 4],
}

impl<'p> Catalogue<'p> {
    /// The catalogue of all notices, sorted by 生成日期 and then by path.
    #[must_use]
    pub fn new(project: &'p Project) -> Self {
        let mut notices: Vec<&Notice> = project.notices.iter().collect();
        notices.sort_by(|a, b| b.dated.value.cmp(&a.dated.value).then_with(|| a.path.cmp(&b.path)));
        let entry = |notice: &'p Notice| Entry {
            notice,
            texts: [
                project.index_number(notice).unwrap_or_default(),
                notice.full_title().into(),
                notice.summary.as_ref().map_or("", |summary| &summary.value).into(),
                notice.dated.value.to_string().into(),
            ],
        };
        Self { entries: notices.into_iter().map(entry).collect(), place: project.site.name.span }
    }

    /// The catalogue as a table with a row for each entry.
    #[must_use]
    pub fn table(&self) -> Table {
        const KINDS: [ColumnKind; 4] =
            [ColumnKind::Text, ColumnKind::Task, ColumnKind::Measure, ColumnKind::Text];
        let text = |text: &str| Located::new(text.to_owned(), self.place);
        let column = |(name, kind): (&str, ColumnKind)| TableColumn {
            name: text(name),
            header: vec![text(name)],
            kind,
            counts: Counted::default(),
            kind_given: true,
            width: None,
        };
        let cell = |column: usize, words: &str| Cell { column, value: Value::Text(vec![text(words)]) };
        let task = |entry: &Entry<'_>| {
            let [index, name, summary, day] = &entry.texts;
            let cells = vec![cell(0, index), cell(3, day)];
            let row = Measure { id: None, number: None, text: Some(text(summary)), cells, span: self.place };
            Task {
                id: None,
                number: None,
                name: text(name),
                heading: None,
                requirement: None,
                cells: Vec::new(),
                measures: vec![row],
                span: self.place,
            }
        };
        let tasks = self.entries.iter().map(task).collect();
        Table {
            name: text(NAME),
            prints_name: true,
            reporting_unit: None,
            columns: HEADS.into_iter().zip(KINDS).map(column).collect(),
            groups: vec![Group {
                number: None,
                name: None,
                banner: None,
                cells: Vec::new(),
                tasks,
                span: self.place,
            }],
            notes: Vec::new(),
            duty_pattern: None,
        }
    }
}
