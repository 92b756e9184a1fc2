//! 工作台账: every measure with its offices, contacts and reports, public or internal.
//!
//! One sheet is for printing: a measure spans its reports. The other has plain rows, for filtering and sorting.

mod content;
mod plain;

use crate::model::Project;
use crate::model::grid::Block;
use crate::model::ledger::Row;
use crate::model::notice::Notice;
use crate::model::office::Owner;
use crate::model::progress::Note;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::internal::about;
use crate::render::xlsx::internal::ledger::content::Content;
use crate::render::xlsx::internal::ledger::plain::{CUT, PLAIN};
use crate::render::xlsx::internal::sheet::{Column, Sheet, cell, row};
use crate::render::xlsx::internal::words::{
    about_whole_task, deadlines, evidence, measure, report_words, silence, timing,
};
use crate::render::xlsx::value::{Values, fitting};
use crate::render::xlsx::{Cause, data};

/// Columns of the sheet for printing: the item, then its reports.
pub const COLUMNS: [Column<'_>; 9] = [
    Column::short("事项", 7.0),
    Column::short("工作任务", 14.0),
    Column::words("工作举措", 32.0),
    Column::words("责任股室及人员", 26.0),
    Column::short("完成时限", 12.0).of(Values::Days),
    Column::short("目前状态", 14.0),
    Column::short("报送", 17.0),
    Column::words("进展情况", 44.0),
    Column::words("佐证材料", 18.0),
];
/// The first of the columns about a report.
pub const REPORTED: usize = 6;

/// The title.
pub const NAME: &str = "工作台账";

/// The sheet to print.
const SHEET: Sheet<'_> = Sheet { name: NAME, columns: &COLUMNS, leading: REPORTED, filters: false };

/// The lines under the title and the rows of the sheet to print.
pub fn printed<'p>(project: &'p Project, notice: &'p Notice) -> ([String; 2], Vec<Block<'p>>) {
    let content = Content::new(project, notice);
    (about(project, notice, &content.counted()), content.blocks())
}

/// Writes both sheets.
pub fn write(project: &Project, notice: &Notice, book: &mut Book<'_>) -> Result<(), Cause> {
    let content = Content::new(project, notice);
    SHEET.write(book, &about(project, notice, &content.counted()), &content.blocks())?;
    let rows: Vec<Vec<String>> = content
        .plain_rows()
        .into_iter()
        .map(|texts| texts.into_iter().map(|text| fitting(text, CUT)).collect())
        .collect();
    let columns = PLAIN.map(|(head, most, values)| data::Column {
        head: head.to_owned(),
        values,
        most,
        centred: values == Values::Days,
    });
    data::write_rows(book, "数据", &columns, || rows.iter().map(|texts| texts.iter().collect()))
}

impl<'p> Content<'p> {
    /// The rows of the sheet to print; at the end the reports that belong to no item.
    fn blocks(&self) -> Vec<Block<'p>> {
        let mut blocks = Vec::new();
        let several = self.notice.tables().count() > 1;
        let mut table = None;
        for item in self.ledger.rows() {
            if several && table != Some(item.entry.item.table) {
                table = Some(item.entry.item.table);
                blocks.push(banner(&item.entry.table.name.value));
            }
            blocks.push(self.block(item));
        }
        let lost = self.lost();
        if !lost.is_empty() {
            blocks.push(banner("对不上事项的报送"));
        }
        for note in lost {
            let mut texts = vec![note.item.value.clone()];
            texts.resize(REPORTED, String::new());
            texts.extend(self.report(note, false));
            blocks.push(row(&texts));
        }
        blocks
    }

    /// An item and its reports, the newest first.
    fn block(&self, item: &Row<'p>) -> Block<'p> {
        let height = item.history.len().max(1);
        let states = [self.status(item), timing(item.timing), silence(item)];
        let states: Vec<String> = states.into_iter().filter(|text| !text.is_empty()).collect();
        let texts = [
            self.notice.item_words(item.entry.item),
            item.entry.task.name.value.clone(),
            measure(item),
            self.people(item),
            deadlines(item),
            states.join("\n"),
        ];
        let whole = texts.iter().enumerate().map(|(column, text)| cell(column, 1, 1, text));
        let mut rows = vec![whole.collect::<Vec<_>>()];
        rows.resize_with(height, Vec::new);
        if height > 1 {
            rows[1].extend((0..REPORTED).map(|column| cell(column, 1, height - 1, "")));
        }
        for (cells, note) in rows.iter_mut().zip(&item.history) {
            let texts = self.report(note, about_whole_task(item, note));
            cells.extend((REPORTED..).zip(&texts).map(|(column, text)| cell(column, 1, 1, text)));
        }
        if item.history.is_empty() {
            rows[0].push(cell(REPORTED, COLUMNS.len() - REPORTED, 1, "没有报送过"));
        }
        Block { banner: false, rows }
    }

    /// A report in the cells of the sheet to print.
    fn report(&self, note: &Note, whole_task: bool) -> [String; 3] {
        let mut head = vec![note.dated.value.to_string(), note.office.text.value.clone()];
        head.push(format!("{}，{}", note.status.value, self.publicity(note)));
        head.extend(note.reporter.iter().map(|name| format!("填报人：{}", name.value)));
        if whole_task {
            head.push("就整项任务报送".to_owned());
        }
        [head.join("\n"), report_words(note), evidence(note)]
    }

    /// The responsible offices as written in the table, then each office with its persons.
    fn people(&self, item: &Row<'_>) -> String {
        let offices = self.contacts(item);
        let is_office = |owner: &&Owner| {
            let name = owner.text.value.trim();
            item.offices.iter().any(|office| self.project.register.office(*office).name.value == name)
        };
        let owners = item.entry.owners();
        let said = owners.iter().copied().filter(|owner| !is_office(owner));
        said.map(|owner| owner.text.value.clone()).chain(offices).collect::<Vec<_>>().join("\n")
    }
}

/// A row across the sheet.
fn banner(text: &str) -> Block<'static> {
    Block { banner: true, rows: vec![vec![cell(0, COLUMNS.len(), 1, text)]] }
}
