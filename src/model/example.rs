//! 示例: the parts of a notice that are marked as examples.

use jiff::civil::Date;

use crate::model::notice::Notice;
use crate::source::FileId;

impl Notice {
    /// Whether one of its files is marked as an example, or all of the notice is.
    #[must_use]
    pub fn is_example(&self, file: FileId) -> bool {
        let notes = self.notes.iter().map(|note| (note.example, note.span.file));
        let mut marks =
            notes.chain(self.summaries.iter().map(|summary| (summary.example, summary.span.file)));
        self.example || marks.any(|mark| mark == (true, file))
    }

    /// Whether any progress that is public on a day is an example.
    #[must_use]
    pub fn has_example_progress(&self, today: Date) -> bool {
        self.published_notes(today).any(|note| note.example)
            || self.published_summaries(today).any(|summary| summary.example)
    }
}
