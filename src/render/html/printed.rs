//! The paper that a browser prints: that of the notice's page with nothing around it. Its tables are divided into pages
//! as those of the Word document, because no style can repeat number and task with （续） where a row goes on.

use serde::Serialize;

use crate::error::Error;
use crate::model::grid::{Grid, GridCell};
use crate::model::table::Table;
use crate::render::columns::Columns;
use crate::render::docx::measure::{LINE, TABLE_PAGE, TABLE_SIZE, Twips};
use crate::render::docx::{notice as document, table as word};
use crate::render::html::notice;
use crate::render::html::table::{BlockView, CellView, PagedView, TableView, body_cell, view};
use crate::render::html::view::NoticeView;
use crate::render::print::heights::head_heights;
use crate::render::print::layout::Layout;
use crate::render::print::pages::{LaidOut, Pages};
use crate::render::publication::Publication;
use crate::render::{Edition, routes};
use crate::text::link;

/// `print.html`.
#[derive(Debug, Serialize)]
struct PrintView<'p> {
    /// The stylesheet's address.
    style: String,
    /// The paper.
    #[serde(flatten)]
    notice: NoticeView<'p>,
}

/// The paper of a notice.
pub fn page(edition: &Edition<'_>, publication: &Publication<'_>) -> Result<Vec<u8>, Error> {
    let notice = publication.notice;
    let printed = notice::view(edition, publication, |id, printed| {
        printed.rest = None;
        if let Some((table, columns)) = notice.attachment(id).table().zip(publication.columns(id)) {
            printed.table = Some(paged(table, columns, document::height_above(notice, id)));
        }
    })?;
    let style = link::relative(&routes::notice(notice), routes::STYLE);
    edition.theme.part("print.html", &PrintView { style, notice: printed })
}

/// A table whose blocks end where its printed pages do. `above`: height of what is above its title on the first page.
fn paged<'t>(table: &'t Table, columns: &'t Columns, above: Twips) -> TableView<'t> {
    let grid = Grid::new(table);
    let layout = Layout::new(&grid, TABLE_PAGE);
    let head: f64 = head_heights(&grid.head(), &layout).iter().sum();
    let mut pages = Pages::new(&layout, word::height_above(table, &layout, above + LINE) + head, head);
    let mut blocks = Vec::new();
    pages.all(&grid, |block| push(&mut blocks, block, table, columns));
    let widths = word::widths(&layout);
    let all: Twips = widths.iter().sum();
    let share = |width: &Twips| format!("{:.3}", f64::from(*width) / f64::from(all) * 100.0);
    let shares = widths.iter().map(share).collect();
    let size = f64::from(TABLE_SIZE) / 2.0 * f64::from(layout.scale()) / 100.0;
    TableView { blocks, paged: Some(PagedView { shares, size }), ..view(table, columns, &|_| None) }
}

/// Adds rows that were laid out: a new block for each page, and for a row across the table.
fn push<'t>(blocks: &mut Vec<BlockView<'t>>, laid_out: &LaidOut<'_>, table: &'t Table, columns: &Columns) {
    let mut pieces = laid_out.pieces.iter().peekable();
    let mut is_new = true;
    for row in 0..laid_out.heights.len() {
        let (mut cells, mut section) = (Vec::new(), false);
        while let Some(piece) = pieces.next_if(|piece| piece.area.row == row) {
            let text = piece.text.clone().into_owned().into();
            let area = piece.area;
            let cell = GridCell { column: area.column, columns: area.columns, rows: area.rows, text };
            cells.push(CellView { again: Vec::new(), ..body_cell(cell, table, columns) });
            section |= piece.banner;
        }
        let begins_page = laid_out.breaks.contains(&row);
        if is_new || begins_page || section {
            blocks.push(BlockView { section, begins_page, rows: Vec::new() });
        }
        // Rows below one across the table begin a block of their own.
        is_new = section;
        if let Some(block) = blocks.last_mut() {
            block.rows.push(cells);
        }
    }
}
