//! The places of `{{责任分解表}}`: each for one table, which has no label and stands once.

use std::collections::BTreeSet;

use crate::model::attachment::AttachmentId;
use crate::model::paper::{Paper, table_of};
use crate::read::fault::markup;
use crate::read::lower::Lower;
use crate::read::lower::paper::{TaskTable, Unplaced, placed_table};
use crate::source::offset;
use crate::text::similar::near;

impl Lower<'_> {
    /// Reports every `{{责任分解表}}` of a paper at which no table can stand. `lacks_files`: whether a table that the notice
    /// names could not be read, which has been reported. `taken` are the tables that stand in the papers read so far.
    pub(super) fn table_places(
        &self,
        paper: &Paper,
        tables: &[TaskTable<'_>],
        lacks_files: bool,
        taken: &mut BTreeSet<AttachmentId>,
    ) {
        let text = &paper.source.value;
        let lines = text.lines().filter_map(|line| Some((line, table_of(line)?)));
        for (line, named) in lines {
            let start = offset(text, line.trim_start());
            let (end, word) = (start + line.trim().len(), line.trim());
            let span = paper.source.span.part(start, end);
            let stands = || {
                let mut blocks = paper.blocks.iter().filter(|block| block.placed_table().is_some());
                blocks.any(|block| paper.range(block.span).contains(&start))
            };
            let finding = match placed_table(tables, named) {
                Ok(_) if !stands() => markup::table_not_alone(span),
                Ok(id) if !taken.insert(id) => markup::table_again(span, word),
                Ok(_) => continue,
                Err(Unplaced::Missing | Unplaced::Unknown) if lacks_files => continue,
                Err(Unplaced::Missing) => markup::no_table(span),
                Err(Unplaced::Labelled) => markup::labelled_table(span),
                Err(Unplaced::Several) => markup::several_tables(span, &places(tables, true)),
                Err(Unplaced::Unknown) => {
                    let known = places(tables, false);
                    let finding = markup::unknown_placeholder(span, word, &known);
                    match near(word, known.iter().map(String::as_str)).filter(|near| near.is_certain) {
                        Some(near) => finding.fix(span, near.word.to_owned()),
                        None => finding,
                    }
                }
            };
            self.report.borrow_mut().push(finding);
        }
    }
}

/// The placeholder of each attached table, or of those without a label, by its file.
fn places(tables: &[TaskTable<'_>], is_free: bool) -> Vec<String> {
    let attached = tables.iter().filter(|table| table.attachment.is_some() && !(is_free && table.labelled));
    attached.take(markup::SHOWN).map(|table| format!("{{{{责任分解表 {}}}}}", table.file)).collect()
}
