//! The columns of a handout.

use std::borrow::Cow;

use crate::model::handout::identity::Identity;
use crate::model::handout::role::{FILLED, Role};
use crate::model::handout::text::{cut_to_lines, group_of, lines, measure, own_heading};
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::table::{ColumnKind, Table};

/// Half widths beside a text: the edges of the cell, and a character that line-breaking rules push to the next line.
pub const SLACK: usize = 3;

/// Half widths, slack included, that fit beside each other on A4 landscape where they are printed in 9 points.
const PAGE: usize = 168;

/// One column of a handout.
#[derive(Debug)]
pub struct Column {
    /// The content.
    pub role: Role,
    /// The heading.
    pub heading: String,
    /// The width in half-width characters; a Han character takes two.
    pub width: usize,
}

/// The columns of a notice's handouts, equal for all offices.
#[derive(Debug)]
pub struct Form<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// The columns from left to right. The identity is between fixed columns and columns to fill in, so that sorting a
    /// selection by hand moves it, too.
    pub columns: Vec<Column>,
}

impl<'p> Form<'p> {
    /// The form for a notice.
    #[must_use]
    pub fn new(notice: &'p Notice) -> Self {
        Self::with(notice, false)
    }

    /// The form for a notice; `has_reports`: with a column for the last report.
    #[must_use]
    pub fn with(notice: &'p Notice, has_reports: bool) -> Self {
        let mut roles = own_roles(notice);
        roles.extend(has_reports.then_some(Role::Last));
        roles.push(Role::Identity);
        roles.extend(FILLED);
        roles.push(Role::Due);
        let shown = || roles.iter().filter(|role| !role.is_hidden());
        // The heads of several columns stand before the offices of each.
        let several = |table: &Table| {
            table.columns.iter().filter(|column| column.kind == ColumnKind::Office).count() > 1
        };
        let heads = if notice.tables().any(several) { 4 } else { 0 };
        let width =
            |role: &Role| role.width().map(|own| own + if *role == Role::Offices { heads } else { 0 });
        let taken: usize = shown().map(|role| width(role).unwrap_or_default() + SLACK).sum();
        let weights: usize = shown().filter_map(|role| width(role).err()).sum();
        let share = |weight: usize| (PAGE.saturating_sub(taken) * weight / weights.max(1)).max(4);
        let mut columns: Vec<Column> = Vec::new();
        for role in &roles {
            let is_free = |own: &String| {
                let others = roles.iter().filter(|other| *other != role).map(|other| other.heading());
                others.chain(columns.iter().map(|column| column.heading.as_str())).all(|other| other != own)
            };
            let own = own_heading(notice, *role).filter(is_free);
            let heading = own.unwrap_or_else(|| role.heading().to_owned());
            columns.push(Column { role: *role, heading, width: width(role).unwrap_or_else(share) });
        }
        Self { notice, columns }
    }

    /// The fixed text of a row in a column, for an office; empty in columns to fill in.
    #[must_use]
    pub fn text(&self, entry: &Entry<'_>, office: &str, column: &Column) -> String {
        self.cell(entry, office, column).0
    }

    /// The fixed text with its number of lines; a hidden identity has none.
    #[must_use]
    pub fn cell(&self, entry: &Entry<'_>, office: &str, column: &Column) -> (String, usize) {
        if column.role == Role::Identity {
            return (Identity::of(self.notice, entry, office).text(), 0);
        }
        cut_to_lines(self.whole(entry, column.role), column.width)
    }

    /// The text of a row in a column as it is in the table; empty in columns to fill in and for the identity.
    #[must_use]
    pub fn whole(&self, entry: &Entry<'_>, role: Role) -> String {
        match role {
            Role::Table => self.label(entry),
            Role::Group => group_of(entry.group).unwrap_or_default(),
            Role::Number => entry.row_number().map_or_else(|| entry.task_number(), Cow::into_owned),
            Role::Task => entry.task.name.value.clone(),
            Role::Measure => measure(entry),
            Role::Offices => lines(entry, ColumnKind::Office),
            Role::Deadline => lines(entry, ColumnKind::Deadline),
            Role::Last
            | Role::Identity
            | Role::Due
            | Role::Status
            | Role::Report
            | Role::Evidence
            | Role::Reporter
            | Role::Dated => String::new(),
        }
    }

    /// 附件1, 附件2 … as in the paper, 表2 for a table without a label; 正文 for tasks of the body.
    fn label(&self, entry: &Entry<'_>) -> String {
        let Some(attachment) = self.notice.attachment_of(entry.table) else { return "正文".to_owned() };
        let label = self.notice.attachment_label(attachment);
        label.unwrap_or_else(|| format!("表{}", entry.item.table.number()))
    }
}

/// The columns for what a notice's tables say, as far as they say any of it.
fn own_roles(notice: &Notice) -> Vec<Role> {
    let any = |is: fn(&Table) -> bool| notice.tables().any(is);
    let has_measures =
        |table: &Table| table.has(ColumnKind::Measure) || table.tasks().any(|task| !task.measures.is_empty());
    let has = [
        (Role::Table, notice.tables().count() > 1),
        (Role::Group, any(|table| table.groups.iter().any(|group| group_of(group).is_some()))),
        (Role::Number, true),
        (Role::Task, true),
        (Role::Measure, any(has_measures)),
        (Role::Offices, true),
        (Role::Deadline, any(|table| table.has(ColumnKind::Deadline))),
    ];
    has.into_iter().filter_map(|(role, has)| has.then_some(role)).collect()
}
