//! 示例 and 进展公开: choices of the site and of a notice that hold for every report and summary.

use std::mem::take;

use crate::model::progress::Note;
use crate::model::shown_progress::ShownProgress;
use crate::model::site::Site;
use crate::model::summary::YearSummary;
use crate::read::form::notice::NoticeFile;
use crate::read::form::progress::ShownProgressRecord;
use crate::read::yaml::field::{Field, YesNo};

/// The choices of a notice, or else of its site.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    /// 示例.
    pub example: bool,
    /// 进展公开.
    pub shown_progress: ShownProgress,
}

impl Choices {
    /// Takes the choices out of the form of a notice.
    pub(super) fn new(form: &mut NoticeFile, site: &Site) -> Self {
        let example = take(&mut form.example).given().is_some_and(|example| example.0);
        Self {
            example: example || site.example,
            shown_progress: shown_progress(take(&mut form.shown_progress), site.shown_progress),
        }
    }

    /// Marks reports and summaries of an example; none is public without the ledger.
    pub(super) fn apply(self, notes: &mut [Note], summaries: &mut [YearSummary]) {
        for note in notes {
            note.example |= self.example;
            note.public &= self.shown_progress.ledger;
        }
        for summary in summaries {
            summary.example |= self.example;
            summary.public &= self.shown_progress.ledger;
        }
    }
}

/// 进展公开, where a part that is not written is as usual.
pub(super) fn shown_progress(field: Field<ShownProgressRecord>, usual: ShownProgress) -> ShownProgress {
    let record = field.given().unwrap_or_default();
    let part = |field: Field<YesNo>, usual: bool| field.given().map_or(usual, |shown| shown.0);
    ShownProgress {
        ledger: part(record.ledger, usual.ledger),
        overdue: part(record.overdue, usual.overdue),
        offices: part(record.offices, usual.offices),
    }
}
