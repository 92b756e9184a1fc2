//! The blocks of a paper as paragraphs, with levels and fonts by GB/T 9704-2012 7.3.3.

use std::borrow::Cow;

use crate::model::paper::{
    Alignment, Block as PaperBlock, BlockKind, Heading, Inline, Item, List, TextTable,
};
use crate::render::docx::content::{Block, Cell, Merge, Paragraph, Place, Row, Run, Table};
use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{CELL_SIDE, CHARACTER, Font, Twips, WIDTH};
use crate::render::docx::paragraph::{Align, Indent, LineHeight, ParagraphLook, Rule};
use crate::render::docx::words::{has_picture, width};
use crate::render::docx::writer::Writer;

/// Thickness of the rules of tables, in eighths of a point.
pub const TABLE_RULE: u32 = 4;

/// Narrowest column of a table in the text, in half widths.
const NARROWEST: usize = 6;

impl<'t> Writer<'t> {
    /// Adds blocks of a paper.
    pub fn paper(&mut self, blocks: &'t [PaperBlock]) {
        self.write_blocks(blocks);
        self.end_run_in();
    }

    fn write_blocks(&mut self, blocks: &'t [PaperBlock]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => self.heading(heading),
                BlockKind::Paragraph(inlines) | BlockKind::ItemWords(inlines) => {
                    let mut runs = std::mem::take(&mut self.waiting);
                    self.runs(&mut runs, inlines, RunLook::default(), true);
                    self.body(runs);
                }
                BlockKind::Image(image) => self.image(image),
                BlockKind::List(list) => self.list(list),
                BlockKind::Table(table) => self.table(table),
                BlockKind::Quote(blocks) => {
                    self.end_run_in();
                    self.inset += 1;
                    self.write_blocks(blocks);
                    self.end_run_in();
                    self.inset -= 1;
                }
                BlockKind::Code { lines: inlines, .. } | BlockKind::Html(inlines) => {
                    self.end_run_in();
                    let mut runs = Vec::new();
                    self.runs(&mut runs, inlines, RunLook::default(), false);
                    let look = ParagraphLook { align: Some(Align::Left), ..ParagraphLook::default() };
                    self.push(look, runs);
                }
                BlockKind::Rule => {
                    self.end_run_in();
                    let rule =
                        Rule { above: false, line: "single", thickness: 4, distance: 1, colour: "auto" };
                    self.push(ParagraphLook { rule: Some(rule), ..ParagraphLook::default() }, Vec::new());
                }
                BlockKind::Tasks(blocks) => {
                    self.end_run_in();
                    self.write_blocks(blocks);
                    self.end_run_in();
                }
                // Divides the text into parts of the document: see `Parts::paper`.
                BlockKind::PlacedTable(_) => {}
            }
        }
    }

    /// A heading. One that ends like a sentence waits for its paragraph.
    fn heading(&mut self, heading: &'t Heading) {
        self.end_run_in();
        let font = match heading.level {
            0 => Font::Heading,
            1 => Font::Subheading,
            _ => Font::Text,
        };
        let look = if heading.runs_on { RunLook::default().with(font) } else { RunLook::default() };
        let mut runs = Vec::new();
        if !heading.number.is_empty() {
            runs.push(Run::Text(heading.number.as_str().into(), look));
        }
        self.runs(&mut runs, &heading.inlines, look, true);
        if heading.runs_on {
            self.waiting = runs;
        } else {
            self.push(ParagraphLook::of(Style::Heading(heading.level)), runs);
        }
    }

    /// A paragraph of the text.
    fn body(&mut self, runs: Vec<Run<'t>>) {
        let mut look = ParagraphLook::of(Style::Body);
        if self.inset > 0 {
            let left = self.inset * 2 * CHARACTER;
            look.indent =
                Some(Indent { left, first: 2 * CHARACTER, first_characters: Some(200), ..Indent::default() });
        }
        // An exact height would cut off a picture.
        if has_picture(&runs) {
            (look.line, look.follows_grid) = (Some(LineHeight::Auto), Some(false));
        }
        self.push(look, runs);
    }

    /// Adds a heading that waits, if no paragraph runs on behind it.
    fn end_run_in(&mut self) {
        if !self.waiting.is_empty() {
            let runs = std::mem::take(&mut self.waiting);
            self.body(runs);
        }
    }

    fn image(&mut self, image: &'t Inline) {
        self.end_run_in();
        let mut runs = Vec::new();
        self.runs(&mut runs, std::slice::from_ref(image), RunLook::default(), true);
        if !has_picture(&runs) {
            return self.body(runs);
        }
        let look = ParagraphLook {
            align: Some(Align::Center),
            line: Some(LineHeight::Auto),
            follows_grid: Some(false),
            ..ParagraphLook::default()
        };
        self.push(look, runs);
    }

    fn list(&mut self, list: &'t List) {
        self.end_run_in();
        for (number, item) in (list.first.unwrap_or(0)..).zip(&list.items) {
            let mark = match list.first {
                Some(_) => Cow::from(format!("{number}. ")),
                None => "· ".into(),
            };
            self.item(mark, item);
        }
    }

    /// An item: its mark waits for its first words; a list within is moved in.
    fn item(&mut self, mark: Cow<'t, str>, item: &'t Item) {
        self.waiting = vec![Run::Text(mark, RunLook::default())];
        for block in &item.blocks {
            let is_list = matches!(block.kind, BlockKind::List(_));
            self.inset += Twips::from(is_list);
            self.write_blocks(std::slice::from_ref(block));
            self.inset -= Twips::from(is_list);
        }
        self.end_run_in();
    }

    /// A table in the text, as wide as the page.
    fn table(&mut self, table: &'t TextTable) {
        self.end_run_in();
        let widths = column_widths(table);
        let heads = std::iter::once(true).chain(std::iter::repeat(false));
        let mut rows = Vec::new();
        for (is_head, row) in heads.zip(table.all_rows()) {
            let mut cells = Vec::new();
            for (column, cell) in row.iter().enumerate().take(widths.len()) {
                let mut runs = Vec::new();
                let font = RunLook { font: is_head.then_some(Font::Heading), ..RunLook::default() };
                self.runs(&mut runs, &cell.inlines, font, false);
                let align = match table.alignments.get(column) {
                    _ if is_head => Align::Center,
                    Some(Alignment::Center) => Align::Center,
                    Some(Alignment::Right) => Align::Right,
                    _ => Align::Left,
                };
                let mut look = ParagraphLook { align: Some(align), ..ParagraphLook::of(Style::Cell) };
                if has_picture(&runs) {
                    look.line = Some(LineHeight::Auto);
                }
                let paragraphs = vec![Paragraph { look, runs }];
                let (merge, place) = (Merge::None, Place::Middle);
                cells.push(Cell { column, columns: 1, merge, place, turned: false, paragraphs });
            }
            rows.push(Row { height: None, is_head, divides: false, cells });
        }
        let margins = (CELL_SIDE, 40);
        self.blocks.push(Block::Table(Table { widths, rules: Some(TABLE_RULE), place: None, margins, rows }));
    }
}

/// Widths of the columns, by the longest words in each.
fn column_widths(table: &TextTable) -> Vec<Twips> {
    let mut longest = vec![NARROWEST; table.head.len().max(1)];
    for (column, cell) in table.all_rows().flat_map(|row| row.iter().enumerate()) {
        let words: usize = cell.inlines.iter().map(width).sum();
        if let Some(longest) = longest.get_mut(column) {
            *longest = (*longest).max(words.min(60));
        }
    }
    let all: usize = longest.iter().sum();
    let share = |width: usize| Twips::try_from(width * WIDTH.unsigned_abs() as usize / all).unwrap_or(WIDTH);
    longest.into_iter().map(share).collect()
}
