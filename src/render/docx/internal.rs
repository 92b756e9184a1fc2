//! 工作台账 of a notice and 催办单 as documents on landscape pages, with the content of the workbooks.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::Project;
use crate::model::grid::{Block as Rows, GridCell};
use crate::model::notice::Notice;
use crate::render::docx::content::{Block, Cell, Merge, Paragraph, Place, Row, Run, Table};
use crate::render::docx::fixed;
use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{ABOVE_TABLE, CELL_SIDE, Font, TABLE_WIDTH, Twips};
use crate::render::docx::package::{Document, Fixed};
use crate::render::docx::paper::TABLE_RULE;
use crate::render::docx::paragraph::{Align, ParagraphLook};
use crate::render::docx::section::Section;
use crate::render::docx::writer::Writer;
use crate::render::xlsx::internal::sheet::{Column, row};
use crate::render::xlsx::internal::{LEDGER, followed, ledger, reminder};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::date::chinese;
use crate::text::placeholder::EXAMPLE_LINE;

/// 工作台账 of each notice that has one.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let (project, fixed) = (edition.project, fixed()?);
    let artifact = |notice: &'e Notice| {
        let (path, fixed) =
            (OutputPath::new(&routes::internal_document(notice, LEDGER))?, Arc::clone(&fixed));
        Ok(Artifact::new(path, move || {
            let (above, rows) = ledger::printed(project, notice);
            let list = List {
                title: ledger::NAME,
                above: &above,
                columns: &ledger::COLUMNS,
                leading: ledger::REPORTED,
                rows,
                below: Vec::new(),
            };
            list.document(project, notice.issuer(), &fixed)
        }))
    };
    followed(project).map(artifact).collect()
}

/// The letters to all offices that owe something, by the names of their files.
pub fn reminders(project: &Project, reply_by: Date) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let fixed = fixed()?;
    let letters = reminder::letters(project, reply_by).into_iter();
    let documents = letters.map(|(file, letter)| {
        let signed = [letter.sender.to_owned(), chinese(project.today)];
        let below = [(letter.contact, Align::Left)].into_iter();
        let list = List {
            title: reminder::NAME,
            above: &letter.above,
            columns: &reminder::COLUMNS,
            leading: 0,
            rows: letter.rows.iter().map(|texts| row(texts)).collect(),
            below: below.chain(signed.map(|text| (text, Align::Right))).collect(),
        };
        Ok((format!("{file}.docx"), list.document(project, letter.sender.into(), &fixed)?))
    });
    documents.collect()
}

/// A title, a table, and the lines above and below it.
struct List<'l> {
    title: &'l str,
    above: &'l [String],
    columns: &'l [Column<'l>],
    /// The number of leading columns, whose texts hold for all rows of a block.
    leading: usize,
    rows: Vec<Rows<'l>>,
    below: Vec<(String, Align)>,
}

impl List<'_> {
    fn document(&self, project: &Project, author: Cow<'_, str>, fixed: &Fixed) -> Result<Vec<u8>, Error> {
        let files = BTreeMap::new();
        let mut writer = Writer::new(project, String::new(), &files);
        let line = |align: Align| ParagraphLook { align: Some(align), ..ParagraphLook::of(Style::Cell) };
        if project.site.example {
            writer.words(line(Align::Center), EXAMPLE_LINE);
        }
        writer.title(&[self.title.to_owned()]);
        for text in self.above {
            writer.words(line(Align::Left), text.as_str());
        }
        writer.space(ABOVE_TABLE);
        writer.blocks.push(Block::Table(self.table()));
        for (text, align) in &self.below {
            writer.words(line(*align), text.as_str());
        }
        let document = Document {
            title: self.title,
            author,
            written: project.today.into(),
            blocks: writer.blocks,
            section: Section { landscape: true, unnumbered_first: false },
            related: writer.related,
            pictures: writer.pictures,
        };
        document.pack(fixed).map_err(|cause| Error::Document(format!("{}: {cause}", self.title)))
    }

    fn table(&self) -> Table<'_> {
        let heads = self.columns.iter().enumerate().map(|(column, own)| Cell {
            paragraphs: vec![paragraph(own.head, true, Some(Font::Heading))],
            place: Place::Middle,
            ..cell(column, 1, Merge::None)
        });
        let head = Row { is_head: true, cells: heads.collect(), ..Row::default() };
        let body = self.rows.iter().flat_map(|block| self.block(block));
        Table {
            widths: widths(self.columns),
            rules: Some(TABLE_RULE),
            place: None,
            margins: (CELL_SIDE, 0),
            rows: [head].into_iter().chain(body).collect(),
        }
    }

    /// The rows of a block. A row may be divided over pages: a report has no greatest length.
    fn block<'b>(&self, block: &'b Rows<'_>) -> Vec<Row<'b>> {
        let mut rows: Vec<Row<'b>> =
            block.rows.iter().map(|_| Row { divides: true, ..Row::default() }).collect();
        let placed =
            block.rows.iter().enumerate().flat_map(|(at, cells)| cells.iter().map(move |own| (at, own)));
        for (at, own) in placed {
            let GridCell { column, columns, rows: height, text } = own;
            let is_leading = !block.banner && *column < self.leading;
            if is_leading && at > 0 {
                continue;
            }
            let height = if is_leading { block.rows.len() } else { *height };
            for (below, row) in rows.iter_mut().skip(at).take(height).enumerate() {
                let merge = match (height, below) {
                    (1, _) => Merge::None,
                    (_, 0) => Merge::Begins,
                    _ => Merge::Continues,
                };
                let words = if below == 0 { text.as_ref() } else { "" };
                let centred = block.banner || self.columns[*column].centred;
                let font = block.banner.then_some(Font::Heading);
                let paragraphs = vec![paragraph(words, centred, font)];
                row.cells.push(Cell { paragraphs, ..cell(*column, *columns, merge) });
            }
        }
        for row in &mut rows {
            row.cells.sort_by_key(|cell| cell.column);
        }
        rows
    }
}

fn cell<'c>(column: usize, columns: usize, merge: Merge) -> Cell<'c> {
    Cell { column, columns, merge, place: Place::Top, turned: false, paragraphs: Vec::new() }
}

fn paragraph(text: &str, centred: bool, font: Option<Font>) -> Paragraph<'_> {
    let look = ParagraphLook { align: centred.then_some(Align::Center), ..ParagraphLook::of(Style::Cell) };
    let run = RunLook { font, ..RunLook::default() };
    let runs = if text.is_empty() { Vec::new() } else { vec![Run::Text(text.into(), run)] };
    Paragraph { look, runs }
}

/// The widths of columns, which fill the page.
fn widths(columns: &[Column<'_>]) -> Vec<Twips> {
    let all: f64 = columns.iter().map(|column| column.width).sum();
    let edge = |count: usize| {
        let left: f64 = columns[..count].iter().map(|column| column.width).sum();
        #[expect(clippy::cast_possible_truncation, reason = "at most the width of a page")]
        let at = (left / all * f64::from(TABLE_WIDTH)).round() as Twips;
        at
    };
    (1..=columns.len()).map(|count| edge(count) - edge(count - 1)).collect()
}
