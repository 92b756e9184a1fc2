//! The data of 工作台账, for both of its sheets.

use std::collections::BTreeMap;

use crate::model::Project;
use crate::model::ledger::{Audience, Ledger, Row, Totals};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::Note;
use crate::render::xlsx::internal::roster::contact;

/// The data of both sheets.
pub(super) struct Content<'p> {
    pub(super) project: &'p Project,
    pub(super) notice: &'p Notice,
    pub(super) ledger: Ledger<'p>,
    /// The line with the named persons of each office with duties.
    pub(super) contacts: BTreeMap<OfficeId, String>,
}

impl<'p> Content<'p> {
    pub(super) fn new(project: &'p Project, notice: &'p Notice) -> Self {
        let ledger = Ledger::new(project, notice, Audience::Internal);
        let contacts = ledger.offices().into_iter().map(|office| (office, contact(project, notice, office)));
        Self { project, notice, contacts: contacts.collect(), ledger }
    }

    /// The totals, in a sentence.
    pub(super) fn counted(&self) -> String {
        let Totals { items, by_status, unreported, overdue, soon, .. } = self.ledger.totals();
        let statuses = by_status
            .into_iter()
            .map(|(id, count)| (self.project.site.statuses.get(id).word.value.as_str(), count));
        let rest = [("未报送", unreported), ("逾期", overdue), ("将到期", soon)];
        let parts = statuses.chain(rest).filter(|(_, count)| *count > 0);
        let parts: Vec<String> = parts.map(|(word, count)| format!("，{word}{count}项")).collect();
        format!("共{items}项{}。", parts.concat())
    }

    /// The reports up to today that belong to no item.
    pub(super) fn lost(&self) -> Vec<&'p Note> {
        let lost = |note: &&Note| note.about.is_none() && note.dated.value <= self.project.today;
        self.notice.notes.iter().filter(lost).collect()
    }

    pub(super) fn publicity(&self, note: &Note) -> &'static str {
        if note.is_published(self.project.today) { "公开" } else { "内部" }
    }

    pub(super) fn status(&self, item: &Row<'_>) -> String {
        item.status.map_or("没有报送过", |id| &self.project.site.statuses.get(id).word.value).to_owned()
    }

    pub(super) fn contacts(&self, item: &Row<'_>) -> Vec<String> {
        item.offices.iter().filter_map(|office| self.contacts.get(office).cloned()).collect()
    }
}
