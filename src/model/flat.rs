//! The table as plain rows under one row of headings, for all formats without merged cells.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::model::grid::Grid;
use crate::model::part::Part;
use crate::model::table::{ColumnKind, Table};

/// Heading of the column for full-width rows (通栏).
pub const BANNER: &str = "通栏";

/// Head of a column that workbooks add to those of a table: the day that a deadline means.
pub const DUE: &str = "截止日期";
/// Head of an added column: the day of the last public report.
pub const LAST_REPORT: &str = "最近报送日期";
/// Head of an added column: the status by the last public report.
pub const STATUS: &str = "状态";

/// The sheet with a row for each measure of each office.
pub const OFFICES: &str = "按股室";

/// A table without merged cells: a value is repeated in each row that it spans.
#[derive(Clone, Copy, Debug)]
pub struct Flat<'t> {
    table: &'t Table,
    has_banners: bool,
}

impl<'t> Flat<'t> {
    /// Flattens a table.
    #[must_use]
    pub fn new(table: &'t Table) -> Self {
        Self { table, has_banners: table.groups.iter().any(|group| group.banner.is_some()) }
    }

    /// Whether the first column holds the texts of full-width rows.
    #[must_use]
    pub fn has_banners(&self) -> bool {
        self.has_banners
    }

    /// The names of the columns, in one line each; the column for full-width rows comes first if there is one. Printed
    /// heads may be blank or equal, names are not. They differ in more than case, as tables of Excel require.
    #[must_use]
    pub fn heads(&self) -> Vec<String> {
        let mut used = BTreeSet::new();
        let banner = self.has_banners.then_some(BANNER).into_iter();
        let names = banner.chain(self.table.columns.iter().map(|column| column.name.value.as_str()));
        names.map(|name| added(&name.replace('\n', ""), &mut used)).collect()
    }

    /// The kinds of the columns.
    #[must_use]
    pub fn kinds(&self) -> Vec<ColumnKind> {
        let banner = self.has_banners.then_some(ColumnKind::Group).into_iter();
        banner.chain(self.table.columns.iter().map(|column| column.kind)).collect()
    }

    /// The number of rows.
    #[must_use]
    pub fn count(&self) -> usize {
        let parts: Vec<Part<'_>> = Grid::new(self.table).parts().collect();
        let is_banner = |part: Option<&Part<'_>>| part.is_none_or(|part| matches!(part, Part::Banner(_)));
        let rows = |(i, part): (usize, &Part<'_>)| match part {
            // A full-width row is a row of its own only if no row follows below it.
            Part::Banner(_) => usize::from(is_banner(parts.get(i + 1))),
            other => other.rows(),
        };
        parts.iter().enumerate().map(rows).sum()
    }

    /// Whether each of the rows is a measure or a task without measures, in order. The others are full-width rows and
    /// groups without tasks.
    pub fn items(&self) -> impl Iterator<Item = bool> + use<'t> {
        let mut parts = Grid::new(self.table).parts().peekable();
        let of_part = move || -> Option<Vec<bool>> {
            let part = parts.next()?;
            let is_last = parts.peek().is_none_or(|next| matches!(next, Part::Banner(_)));
            Some(match part {
                Part::Banner(_) => vec![false; usize::from(is_last)],
                Part::Group(group, _) if group.tasks.is_empty() => vec![false],
                part => vec![true; part.rows()],
            })
        };
        std::iter::from_fn(of_part).flatten()
    }

    /// The rows, with a text for each heading; a full-width row without rows below it has only its own text.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Rc<str>>> + use<'t> {
        let (has_banners, width) = (self.has_banners, self.table.columns.len());
        let empty: Rc<str> = "".into();
        Grid::new(self.table).records().map(move |record| {
            let banner = has_banners.then(|| record.banner.unwrap_or_else(|| Rc::clone(&empty)));
            let blank = std::iter::repeat_n(Rc::clone(&empty), width.saturating_sub(record.cells.len()));
            banner.into_iter().chain(record.cells).chain(blank).collect()
        })
    }
}

/// The heading of a column that is added, different from the headings in use, which gain it.
#[must_use]
pub fn added(heading: &str, heads: &mut BTreeSet<String>) -> String {
    let mut head = heading.to_owned();
    while !heads.insert(head.to_lowercase()) {
        head.push('′');
    }
    head
}
