//! Tables: their cells, with those that are merged.

use std::collections::BTreeMap;

use crate::read::document::fault::{Fault, Problem};
use crate::read::document::word::flow::{Flow, begin_page};
use crate::read::document::word::paragraph::next_place;
use crate::read::document::word::walk::{Frame, Walk};
use crate::read::document::word::xml::Xml;
use crate::read::document::{Block, BlockKind, Cell, LeftOutKind, Paragraph, Place, Table};

/// The most columns of a table. Word has 63; files of other programs have some more.
const COLUMNS: usize = 500;
/// The most places of a table's grid, filled or not: whoever reads the table visits each.
const GRID: usize = 2_000_000;

/// A table that is being read.
#[derive(Debug)]
pub struct TableDraft {
    place: Place,
    begins_page: bool,
    table: Table,
    /// Index of the cell that goes down to the last row, by its column.
    above: BTreeMap<usize, usize>,
    row: RowDraft,
}

/// A row that is being read.
#[derive(Debug, Default)]
struct RowDraft {
    /// The column of the next cell.
    column: usize,
    cells: Vec<CellDraft>,
    is_deleted: bool,
    is_hidden: bool,
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct CellDraft {
    columns: usize,
    down: Merge,
    right: Merge,
    is_deleted: bool,
    paragraphs: Vec<Paragraph>,
}

/// Whether a cell is merged with the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Merge {
    #[default]
    None,
    /// With those behind it.
    First,
    /// With the one before it.
    Next,
}

impl Walk<'_, '_> {
    /// Begins a table, row or cell; one that stands where it cannot is passed over, not its content.
    pub fn open_of_table(&mut self, name: &str) -> Result<Frame, Fault> {
        let around = self.frames.iter().rev().find(|frame| {
            matches!(frame, Frame::Table | Frame::Row | Frame::Cell | Frame::TextBox(_) | Frame::Paragraph)
        });
        match (name, around) {
            ("tbl", Some(Frame::Table | Frame::Row | Frame::Paragraph)) => Ok(Frame::Plain),
            ("tbl", _) => {
                self.finish_carried()?;
                let begins_page = std::mem::take(&mut self.flow().begins_page);
                let place = if self.boxes == 0 { next_place(self.count) } else { self.place() };
                self.tables.push(TableDraft {
                    place,
                    begins_page,
                    table: Table::default(),
                    above: BTreeMap::new(),
                    row: RowDraft::default(),
                });
                Ok(Frame::Table)
            }
            ("tr", Some(Frame::Table)) => {
                self.budget.paragraph()?;
                self.tables.iter_mut().rev().take(1).for_each(|table| table.row = RowDraft::default());
                Ok(Frame::Row)
            }
            ("tc", Some(Frame::Row)) => {
                let place = self.place();
                self.budget.paragraph().map_err(|fault| fault.at(place))?;
                if let Some(TableDraft { row, .. }) = self.tables.last_mut() {
                    row.cells.push(CellDraft { columns: 1, ..CellDraft::default() });
                }
                self.flows.push(Flow::default());
                Ok(Frame::Cell)
            }
            _ => Ok(Frame::Plain),
        }
    }

    /// Takes the properties of the row that is open.
    pub fn set_row(&mut self, xml: &mut Xml<'_>) -> Result<(), Fault> {
        while let Some(tag) = xml.child()? {
            if let Some(TableDraft { row, .. }) = self.tables.last_mut() {
                match tag.name() {
                    "gridBefore" => row.column = tag.number().unwrap_or(0).min(COLUMNS),
                    "hidden" if tag.is_on() && !row.is_hidden => {
                        row.is_hidden = true;
                        self.hidden += 1;
                    }
                    "del" if !row.is_deleted => {
                        row.is_deleted = true;
                        self.deleted += 1;
                    }
                    _ => {}
                }
            }
            xml.skip()?;
        }
        Ok(())
    }

    /// Takes the properties of the cell that is open.
    pub fn set_cell(&mut self, xml: &mut Xml<'_>) -> Result<(), Fault> {
        while let Some(tag) = xml.child()? {
            let cell = self.tables.last_mut().and_then(|table| table.row.cells.last_mut());
            if let Some(cell) = cell {
                let merge = match tag.val().as_deref() {
                    Some("restart") => Merge::First,
                    _ => Merge::Next,
                };
                match tag.name() {
                    "gridSpan" => cell.columns = tag.number().unwrap_or(1).clamp(1, COLUMNS),
                    "vMerge" => cell.down = merge,
                    "hMerge" => cell.right = merge,
                    "cellDel" if !cell.is_deleted => {
                        cell.is_deleted = true;
                        self.deleted += 1;
                    }
                    _ => {}
                }
            }
            xml.skip()?;
        }
        Ok(())
    }

    /// Ends the cell that is open.
    pub fn close_cell(&mut self) -> Result<(), Fault> {
        let blocks = self.end_flow()?;
        let mut paragraphs = Vec::new();
        for block in blocks {
            match block.kind {
                BlockKind::Paragraph(paragraph) => paragraphs.push(paragraph),
                BlockKind::Table(table) => {
                    let before = paragraphs.len();
                    paragraphs.extend(table.cells.into_iter().flat_map(|cell| cell.paragraphs));
                    let mut words = paragraphs[before..].iter().map(Paragraph::text);
                    let words = words.find(|text| !text.trim().is_empty()).unwrap_or_default();
                    self.tell(LeftOutKind::NestedTable, &words)?;
                }
            }
        }
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.row.cells.last_mut()) {
            self.deleted -= usize::from(cell.is_deleted);
            cell.paragraphs = paragraphs;
        }
        Ok(())
    }

    /// Ends the row that is open.
    pub fn close_row(&mut self) -> Result<(), Fault> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let row = std::mem::take(&mut table.row);
        self.hidden -= usize::from(row.is_hidden);
        self.deleted -= usize::from(row.is_deleted);
        if row.is_hidden || row.is_deleted {
            return Ok(());
        }
        let covered = table.add(row);
        for text in covered {
            self.tell(LeftOutKind::Hidden, &text)?;
            self.told.clear();
        }
        Ok(())
    }

    /// Ends the table that is open.
    pub fn close_table(&mut self) -> Result<(), Fault> {
        let Some(TableDraft { place, begins_page, table, .. }) = self.tables.pop() else { return Ok(()) };
        if table.rows.saturating_mul(table.columns) > GRID {
            return Err(Fault::from(Problem::Paragraphs(GRID)).at(place));
        }
        if table.cells.is_empty() {
            return Ok(());
        }
        let mut block = Block { place, kind: BlockKind::Table(table) };
        if begins_page {
            begin_page(&mut block);
        }
        self.flow().blocks.push(block);
        Ok(())
    }
}

impl TableDraft {
    /// Adds a row. Returns the words of cells that others cover: Word does not show them.
    fn add(&mut self, row: RowDraft) -> Vec<String> {
        let mut covered = Vec::new();
        let (at, mut column, mut above) = (self.table.rows, row.column, BTreeMap::new());
        let first = self.table.cells.len();
        for cell in row.cells {
            if column >= COLUMNS {
                covered.extend(words(&cell.paragraphs));
                continue;
            }
            let columns = cell.columns.min(COLUMNS - column);
            let (start, cells) = (column, &mut self.table.cells);
            column += columns;
            let left = cells.len().checked_sub(1).filter(|left| *left >= first && cells[*left].rows == 1);
            if let Some(left) = left.filter(|_| cell.right == Merge::Next) {
                cells[left].columns += columns;
                covered.extend(words(&cell.paragraphs));
                continue;
            }
            let upper = self.above.get(&start).copied().filter(|_| cell.down == Merge::Next);
            if let Some(upper) = upper.filter(|upper| cells[*upper].columns == columns) {
                cells[upper].rows = at + 1 - cells[upper].row;
                above.insert(start, upper);
                covered.extend(words(&cell.paragraphs));
                continue;
            }
            if cell.down != Merge::None {
                above.insert(start, cells.len());
            }
            cells.push(Cell { row: at, column: start, rows: 1, columns, paragraphs: cell.paragraphs });
        }
        self.above = above;
        self.table.rows += 1;
        self.table.columns = self.table.columns.max(column);
        covered
    }
}

/// The words of paragraphs, where there are any.
fn words(paragraphs: &[Paragraph]) -> Option<String> {
    let text: Vec<String> = paragraphs.iter().map(Paragraph::text).collect();
    Some(text.join("\n")).filter(|text| !text.trim().is_empty())
}
