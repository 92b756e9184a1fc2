//! 责任分解表 as an attachment on landscape pages (7.6): what the workbook's printed sheet shows, page by page.

use crate::model::grid::{Grid, GridCell};
use crate::model::repeat::to_be_continued;
use crate::model::table::Table as TaskTable;
use crate::render::docx::content::{Block, Cell, Merge, Paragraph, Place, Row, Run, Table};
use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{
    ABOVE_TABLE, CELL_SIDE, Font, LINE, TABLE_LINE, TABLE_PAGE, TABLE_SCALE, TABLE_SIZE, TABLE_WIDTH,
    TITLE_SIZE, Twips,
};
use crate::render::docx::paper::TABLE_RULE;
use crate::render::docx::paragraph::{Align, LineHeight, ParagraphLook};
use crate::render::docx::writer::Writer;
use crate::render::print::heights::head_heights;
use crate::render::print::layout::Layout;
use crate::render::print::pages::{LaidOut, Pages, Piece};
use crate::text::title;

/// The most letters of a title on a line of a landscape page.
const TITLE_CHARACTERS: usize = (TABLE_WIDTH.unsigned_abs() / (10 * TITLE_SIZE)) as usize - 1;

/// Writes a table below its title. `above`: height of what stands above that on the page.
pub fn write<'t>(writer: &mut Writer<'t>, table: &'t TaskTable, above: Twips) {
    if table.prints_name {
        writer.title(&title::lines(&table.name.value, TITLE_CHARACTERS));
    }
    writer.space(ABOVE_TABLE);
    if let Some(unit) = table.reporting_line() {
        writer.words(ParagraphLook::of(Style::Cell), unit);
    }
    let grid = Grid::new(table);
    let layout = Layout::new(&grid, TABLE_PAGE);
    let heads = grid.head();
    let head_heights = head_heights(&heads, &layout);
    let head: f64 = head_heights.iter().sum();
    let unscaled = height_above(table, &layout, above + ABOVE_TABLE);
    let mut printed = Printed { layout: &layout, rows: Vec::new() };
    printed.head(&heads, &head_heights);
    Pages::new(&layout, unscaled + head, head).all(&grid, |block| printed.body(block));
    let rows = printed.rows;
    writer.blocks.push(Block::Table(Table {
        widths: widths(&layout),
        rules: Some(TABLE_RULE),
        place: None,
        margins: (CELL_SIDE, 0),
        rows,
    }));
    // 表注, under the table.
    for note in &table.notes {
        writer.words(ParagraphLook::of(Style::Cell), note.value.as_str());
    }
}

/// Height of what stands above the head of a table, in points of the sheet. `above`: height of what is above its title
/// and between title and table.
pub fn height_above(table: &TaskTable, layout: &Layout, above: Twips) -> f64 {
    let lines = if table.prints_name { title::lines(&table.name.value, TITLE_CHARACTERS).len() } else { 0 };
    let unit = if table.reporting_unit.is_some() { TABLE_LINE } else { 0 };
    let above = above + LINE * Twips::try_from(lines).unwrap_or(1) + unit;
    f64::from(above) / 20.0 / TABLE_SCALE * 100.0 / f64::from(layout.scale())
}

/// The widths of the columns, which fill the page.
pub fn widths(layout: &Layout) -> Vec<Twips> {
    let all = layout.half_widths(0, layout.columns());
    let edge = |column: usize| {
        #[expect(clippy::cast_possible_truncation, reason = "at most the width of a page")]
        let at = (layout.half_widths(0, column) / all * f64::from(TABLE_WIDTH)).round() as Twips;
        at
    };
    (0..layout.columns()).map(|column| edge(column + 1) - edge(column)).collect()
}

/// The rows of a table so far.
struct Printed<'l> {
    layout: &'l Layout,
    rows: Vec<Row<'static>>,
}

/// A cell with its text and its place in a block of rows.
struct Placed {
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    text: String,
    look: CellLook,
}

/// The look of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellLook {
    /// A heading.
    Head,
    /// A name in the middle.
    Short,
    /// A text.
    Long,
    /// A part of a text that goes on.
    Part,
    /// A row across the table.
    Banner,
}

impl Printed<'_> {
    /// Adds the head, which every page repeats.
    fn head(&mut self, rows: &[Vec<GridCell<'_>>], heights: &[f64]) {
        let cells =
            rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell)));
        let cells = cells.map(|(row, cell)| Placed {
            row,
            rows: cell.rows,
            column: cell.column,
            columns: cell.columns,
            text: cell.text.clone().into_owned(),
            look: CellLook::Head,
        });
        self.add(heights, cells.collect(), &[], true);
    }

    /// Adds rows of the body.
    fn body(&mut self, laid_out: &LaidOut<'_>) {
        let look = |piece: &Piece<'_>| match piece {
            Piece { banner: true, .. } => CellLook::Banner,
            Piece { flows: true, .. } => CellLook::Part,
            _ if self.layout.is_centred(piece.area.column) => CellLook::Short,
            _ => CellLook::Long,
        };
        let cells = laid_out.pieces.iter().map(|piece| Placed {
            row: piece.area.row,
            rows: piece.area.rows,
            column: piece.area.column,
            columns: piece.area.columns,
            text: if piece.goes_on { to_be_continued(&piece.text) } else { piece.text.clone().into_owned() },
            look: look(piece),
        });
        let cells = cells.collect();
        self.add(&laid_out.heights, cells, &laid_out.breaks, false);
    }

    /// Adds rows with those heights and cells; some begin a page.
    fn add(&mut self, heights: &[f64], placed: Vec<Placed>, breaks: &[usize], is_head: bool) {
        let mut rows: Vec<Row<'static>> = heights
            .iter()
            .map(|height| Row {
                height: Some((self.scaled(height * 20.0 * TABLE_SCALE), false)),
                is_head,
                ..Row::default()
            })
            .collect();
        for mut cell in placed {
            for (below, row) in rows.iter_mut().skip(cell.row).take(cell.rows).enumerate() {
                let merge = match (cell.rows, below) {
                    (1, _) => Merge::None,
                    (_, 0) => Merge::Begins,
                    _ => Merge::Continues,
                };
                let text = std::mem::take(&mut cell.text);
                row.cells.push(self.cell(&cell, text, merge));
            }
        }
        for (i, row) in rows.iter_mut().enumerate() {
            row.cells.sort_by_key(|cell| cell.column);
            if let Some(first) = row.cells.first_mut().filter(|_| breaks.contains(&i)) {
                first.paragraphs[0].look.begins_page = true;
            }
        }
        self.rows.extend(rows);
    }

    fn cell(&self, cell: &Placed, text: String, merge: Merge) -> Cell<'static> {
        let mut look = ParagraphLook::of(Style::Cell);
        if matches!(cell.look, CellLook::Head | CellLook::Short | CellLook::Banner) {
            look.align = Some(Align::Center);
        }
        let mut run = RunLook::default();
        if matches!(cell.look, CellLook::Head | CellLook::Banner) {
            run.font = Some(Font::Heading);
        }
        if self.layout.scale() < 100 {
            look.line = Some(LineHeight::Exact(self.scaled(f64::from(TABLE_LINE))));
            run.size = Some(TABLE_SIZE * u32::from(self.layout.scale()) / 100);
        }
        let place = if cell.look == CellLook::Part { Place::Top } else { Place::Middle };
        let runs = if text.is_empty() { Vec::new() } else { vec![Run::Text(text.into(), run)] };
        let paragraphs = vec![Paragraph { look, runs }];
        Cell { column: cell.column, columns: cell.columns, merge, place, turned: false, paragraphs }
    }

    /// A length of the sheet on paper.
    fn scaled(&self, length: f64) -> Twips {
        #[expect(clippy::cast_possible_truncation, reason = "at most the height of a page")]
        let scaled = (length * f64::from(self.layout.scale()) / 100.0).round() as Twips;
        scaled
    }
}
