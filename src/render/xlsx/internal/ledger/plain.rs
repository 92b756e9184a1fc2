//! The plain rows of 工作台账, for filtering and sorting.

use crate::model::ledger::Row;
use crate::model::progress::Note;
use crate::render::xlsx::internal::ledger::content::Content;
use crate::render::xlsx::internal::words::{deadlines, evidence, measure, report_words, silence, timing};
use crate::render::xlsx::value::Values;

/// The columns of the plain rows, with the most half widths of their lines.
pub(super) const PLAIN: [(&str, usize, Values); 15] = [
    ("事项", 8, Values::Texts),
    ("工作任务", 20, Values::Texts),
    ("工作举措", 50, Values::Texts),
    ("责任股室", 16, Values::Texts),
    ("责任人、联络人、电话", 30, Values::Texts),
    ("完成时限", 14, Values::Days),
    ("目前状态", 12, Values::Texts),
    ("时限情况", 14, Values::Texts),
    ("久未报送", 14, Values::Texts),
    ("报送日期", 12, Values::Days),
    ("报送股室", 16, Values::Texts),
    ("报送状态", 12, Values::Texts),
    ("是否公开", 10, Values::Texts),
    ("进展情况", 60, Values::Texts),
    ("佐证材料", 24, Values::Texts),
];

/// End of a text that is too long for a cell of the plain rows.
pub(super) const CUT: &str = "……（全文见“工作台账”表）";

impl<'p> Content<'p> {
    /// One row for each report, and one for each item without any.
    pub(super) fn plain_rows(&self) -> Vec<Vec<String>> {
        let of_item = |item: &Row<'p>| {
            let owners: Vec<&str> =
                item.entry.owners().into_iter().map(|owner| owner.text.value.as_str()).collect();
            let head = vec![
                self.notice.item_words(item.entry.item),
                item.entry.task.name.value.clone(),
                measure(item),
                owners.join("\n"),
                self.contacts(item).join("\n"),
                deadlines(item),
                self.status(item),
                timing(item.timing),
                silence(item),
            ];
            let report = |note: &&Note| [head.clone(), self.plain_report(note)].concat();
            let mut rows: Vec<Vec<String>> = item.history.iter().map(report).collect();
            if rows.is_empty() {
                rows.push(head.clone());
            }
            rows
        };
        let mut rows: Vec<Vec<String>> = self.ledger.rows().flat_map(of_item).collect();
        for note in self.lost() {
            let mut texts = vec![note.item.value.clone()];
            texts.resize(PLAIN.len() - 6, String::new());
            rows.push([texts, self.plain_report(note)].concat());
        }
        for texts in &mut rows {
            texts.resize(PLAIN.len(), String::new());
        }
        rows
    }

    fn plain_report(&self, note: &Note) -> Vec<String> {
        vec![
            note.dated.value.to_string(),
            note.office.text.value.clone(),
            note.status.value.clone(),
            self.publicity(note).to_owned(),
            report_words(note),
            evidence(note),
        ]
    }
}
