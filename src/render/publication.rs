//! A notice with the data shared by its pages.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::Project;
use crate::model::attachment::AttachmentId;
use crate::model::item::Item;
use crate::model::item_key::ItemKeys;
use crate::model::ledger::{Audience, Ledger};
use crate::model::long::Long;
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::summary::YearSummary;
use crate::render::columns::Columns;

/// A notice with the data shared by its pages, computed once before files are planned.
#[derive(Debug)]
pub struct Publication<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// 进展台账, of published notes only; `None` if nothing of it is public.
    pub ledger: Option<Ledger<'p>>,
    /// The published notes, oldest first.
    pub reports: Vec<PublicReport<'p>>,
    /// The published summaries.
    pub summaries: Vec<&'p YearSummary>,
    /// The identifiers of its items, for programs.
    pub keys: ItemKeys,
    /// The tasks on each page of the ledger; empty without a ledger.
    pub ledger_pages: Vec<Range<usize>>,
    /// The attached tables that are too long for one page.
    long_tables: BTreeMap<AttachmentId, Long<'p>>,
    /// The columns of the attached tables on the screen.
    columns: BTreeMap<AttachmentId, Columns>,
}

/// A published note and the published notes beside it, of those about the same item.
#[derive(Debug)]
pub struct PublicReport<'p> {
    /// The note.
    pub note: &'p Note,
    /// 上一篇: the note before it.
    pub earlier: Option<&'p Note>,
    /// 下一篇: the note after it.
    pub later: Option<&'p Note>,
}

impl<'p> Publication<'p> {
    /// The publication of a notice on the project's day.
    pub fn new(project: &'p Project, notice: &'p Notice) -> Self {
        let today = project.today;
        let tables =
            || notice.attachments_with_ids().filter_map(|(id, attachment)| Some((id, attachment.table()?)));
        let ledger = notice.has_ledger(today).then(|| Ledger::new(project, notice, Audience::Public));
        Self {
            notice,
            ledger_pages: ledger.as_ref().map(Ledger::pages).unwrap_or_default(),
            ledger,
            reports: reports(notice.published_notes(today)),
            summaries: notice.published_summaries(today).collect(),
            keys: ItemKeys::new(notice),
            long_tables: tables().filter_map(|(id, table)| Some((id, Long::new(table)?))).collect(),
            columns: tables().map(|(id, table)| (id, Columns::new(table))).collect(),
        }
    }

    /// The table of an attachment, divided, where it is too long for one page.
    pub fn long_table(&self, attachment: AttachmentId) -> Option<&Long<'p>> {
        self.long_tables.get(&attachment)
    }

    /// The columns of an attached table on the screen.
    pub fn columns(&self, attachment: AttachmentId) -> Option<&Columns> {
        self.columns.get(&attachment)
    }

    /// The page of the ledger that shows an item, from 0.
    pub fn ledger_page_of(&self, item: Item) -> usize {
        self.ledger.as_ref().map_or(0, |ledger| ledger.page_of(item, &self.ledger_pages))
    }

    /// The attached tables that are too long for one page, divided.
    pub fn long_tables(&self) -> impl Iterator<Item = (AttachmentId, &Long<'p>)> {
        self.long_tables.iter().map(|(id, table)| (*id, table))
    }
}

/// Notes, given oldest first, with their neighbours.
fn reports<'p>(notes: impl Iterator<Item = &'p Note>) -> Vec<PublicReport<'p>> {
    let mut reports: Vec<PublicReport<'p>> = Vec::new();
    let mut last: BTreeMap<Item, usize> = BTreeMap::new();
    for (place, note) in notes.enumerate() {
        let before = note.about.and_then(|item| last.insert(item, place));
        let earlier = before.map(|before| &mut reports[before]).map(|before| {
            before.later = Some(note);
            before.note
        });
        reports.push(PublicReport { note, earlier, later: None });
    }
    reports
}
