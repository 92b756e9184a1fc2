//! A paper of the bureau's own with a table: title, lines, table, lines.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::error::Error;
use crate::model::Project;
use crate::model::grid::{Block as Rows, GridCell};
use crate::render::docx::content::{Block, Cell, Merge, Paragraph, Place, Row, Run, Table};
use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{ABOVE_TABLE, CELL_SIDE, Font, TABLE_WIDTH, Twips, WIDTH};
use crate::render::docx::package::{Document, Fixed};
use crate::render::docx::paper::TABLE_RULE;
use crate::render::docx::paragraph::{Align, ParagraphLook};
use crate::render::docx::section::Section;
use crate::render::docx::writer::Writer;
use crate::render::xlsx::internal::sheet::Column;
use crate::text::placeholder::EXAMPLE_LINE;

/// A title, a table, and the lines above and below it.
pub struct List<'l> {
    /// The title.
    pub title: &'l str,
    /// The lines above the table.
    pub above: &'l [String],
    /// The columns of the table.
    pub columns: &'l [Column<'l>],
    /// The number of leading columns, whose texts hold for all rows of a block.
    pub leading: usize,
    /// The rows.
    pub rows: Vec<Rows<'l>>,
    /// The lines below the table.
    pub below: Vec<(String, Align)>,
    /// Whether the paper is turned.
    pub landscape: bool,
    /// When it was written, among the properties of the file.
    pub written: DateTime,
}

impl List<'_> {
    /// The bytes of the document.
    pub fn document(&self, project: &Project, author: Cow<'_, str>, fixed: &Fixed) -> Result<Vec<u8>, Error> {
        let files = BTreeMap::new();
        let mut writer = Writer::new(project, String::new(), &files);
        // Beside a table that fills a landscape page, lines are as small as its cells.
        let style = self.landscape.then_some(Style::Cell);
        let line = |align: Align| ParagraphLook { align: Some(align), style, ..ParagraphLook::default() };
        if project.site.example {
            writer.words(line(Align::Center), EXAMPLE_LINE);
        }
        writer.title(&[self.title.to_owned()]);
        if !self.landscape {
            writer.empty_lines(1);
        }
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
            written: self.written,
            blocks: writer.blocks,
            section: Section { landscape: self.landscape, unnumbered_first: false },
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
            widths: widths(self.columns, if self.landscape { TABLE_WIDTH } else { WIDTH }),
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
fn widths(columns: &[Column<'_>], page: Twips) -> Vec<Twips> {
    let all: f64 = columns.iter().map(|column| column.width).sum();
    let edge = |count: usize| {
        let left: f64 = columns[..count].iter().map(|column| column.width).sum();
        #[expect(clippy::cast_possible_truncation, reason = "at most the width of a page")]
        let at = (left / all * f64::from(page)).round() as Twips;
        at
    };
    (1..=columns.len()).map(|count| edge(count) - edge(count - 1)).collect()
}
