//! What all pages about a notice's progress draw from, worked out once a notice, whatever the number of its notes.

use std::collections::BTreeMap;

use crate::model::Project;
use crate::model::item::Item;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::model::progress::Note;

/// 进展 of a notice as the public sees it.
#[derive(Debug)]
pub struct Progress<'p> {
    /// 进展台账, of published notes only.
    pub ledger: Ledger<'p>,
    /// By the note's number in the notice.
    neighbours: Vec<Neighbours<'p>>,
}

/// The published notes beside a note, of those about the same item.
#[derive(Clone, Copy, Debug, Default)]
pub struct Neighbours<'p> {
    /// 上一篇: the one before it.
    pub earlier: Option<&'p Note>,
    /// 下一篇: the one after it.
    pub later: Option<&'p Note>,
}

impl<'p> Progress<'p> {
    /// Works it out.
    pub fn new(project: &'p Project, notice: &'p Notice) -> Self {
        let mut neighbours = vec![Neighbours::default(); notice.notes.len()];
        let mut last: BTreeMap<Item, usize> = BTreeMap::new();
        for (index, note) in notice.published_notes(project.today) {
            let Some(item) = note.about else { continue };
            if let Some(before) = last.insert(item, index) {
                neighbours[before].later = Some(note);
                neighbours[index].earlier = Some(&notice.notes[before]);
            }
        }
        Self { ledger: Ledger::new(project, notice, Audience::Public), neighbours }
    }

    /// The notes beside the note of that number.
    pub fn beside(&self, note: usize) -> Neighbours<'p> {
        self.neighbours[note]
    }
}
