//! `进展状态` becomes the words for the progress of an item; `报送周期` how often offices report.

use crate::model::cadence::Cadence;
use crate::model::status::{Colour, Status, StatusKind, Statuses};
use crate::read::fault::fields;
use crate::read::form::progress::{StatusEntry, StatusRecord};
use crate::read::lower::Lower;
use crate::read::lower::offices::head;
use crate::read::yaml::field::{Field, List, Text};
use crate::source::{Located, Span};

impl Lower<'_> {
    /// 报送周期.
    pub(super) fn cadence(&self, field: Field<Text>) -> Option<Located<Cadence>> {
        let text = field.given().filter(|text| !text.value.trim().is_empty())?;
        self.word(&text, &Cadence::WORDS).map(|cadence| text.with(cadence))
    }

    /// 进展状态; the usual ones where the site chose none.
    pub(super) fn statuses(&self, field: Field<List<StatusEntry>>, site: Span) -> Statuses {
        let entries = field.given().unwrap_or_default().0;
        let mut list: Vec<Status> = Vec::new();
        for status in entries.into_iter().filter_map(|entry| self.status(entry)) {
            match list.iter().find(|other| other.word.value == status.word.value) {
                Some(first) => {
                    let (span, word) = (status.word.span, &status.word.value);
                    self.report.borrow_mut().push(fields::duplicate_key(span, word, first.word.span));
                }
                None => list.push(status),
            }
        }
        if list.is_empty() { Statuses::usual(site) } else { Statuses::new(list) }
    }

    fn status(&self, entry: StatusEntry) -> Option<Status> {
        let (word, record) = match entry {
            StatusEntry::Text(word) => (word, StatusRecord::default()),
            StatusEntry::Record(Located { value: mut record, span, .. }) => {
                let word = self.required(std::mem::take(&mut record.word), "状态", head(span));
                (word, record)
            }
        };
        let kind = match record.kind {
            Field::Given(kind) => self.word(&kind, &StatusKind::WORDS)?,
            Field::Wrong => return None,
            Field::Absent => {
                let kind = StatusKind::of_word(&word.value);
                if kind.is_none() && !word.value.is_empty() {
                    self.report.borrow_mut().push(fields::missing_key(word.span, "类别"));
                }
                kind?
            }
        };
        let colour = record.colour.given().and_then(|colour| self.word(&colour, &Colour::WORDS));
        Some(Status { word, colour: colour.unwrap_or_else(|| kind.colour()), kind })
    }
}
