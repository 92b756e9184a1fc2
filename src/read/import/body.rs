//! The rows of a table with the cells that span them, out of a sheet of any kind.

use crate::model::repeat::repeats;
use crate::read::import::align::{align, spoken};
use crate::read::import::book::{Area, Record, Sheet};
use crate::read::import::foot::{Foot, table_foot};
use crate::read::import::frame::{Frame, is_numbered, says_the_head};
use crate::read::import::notes::is_total;
use crate::text::marker::Marker;

/// The body of a table.
#[derive(Debug, Default)]
pub struct Body {
    /// How many rows there are.
    pub rows: usize,
    /// For each column, its cells from the top down; together they cover every row.
    pub columns: Vec<Vec<Cell>>,
    /// Rows across the table, each with the row before which it stands.
    pub banners: Vec<(usize, String)>,
    /// 表注.
    pub notes: Vec<String>,
    /// Cells that span several columns.
    pub wide: Vec<(usize, usize)>,
    /// The rows below the table.
    pub foot: Foot,
    /// First cells of rows that repeat the head, as in tables divided into pages by hand.
    pub heads: Vec<(usize, usize)>,
    /// Cells of rows that add up others, which are no tasks.
    pub totals: Vec<(usize, usize)>,
    /// Cells of numbers in rows where nothing else stands.
    pub numbered_only: Vec<(usize, usize)>,
    /// Blank cells of the column of tasks in rows with a number of their own, which belong to the task above.
    pub unnamed: Vec<(usize, usize)>,
}

/// A cell of the body.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its first row.
    pub row: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// Its text.
    pub text: String,
    /// Where it stands on the sheet: row and column.
    pub at: (usize, usize),
}

impl Cell {
    /// One past its last row.
    pub fn end(&self) -> usize {
        self.row + self.rows
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The body of a sheet of our own workbooks, whose long cells span several rows: `records` are the rows of the sheet
/// 数据. `None` if the two sheets differ.
pub fn own(sheet: &Sheet, frame: &Frame, records: &[Record]) -> Option<Body> {
    let width = frame.tiers.len();
    let (placed, end) = align(sheet, frame.body, width, records)?;
    let mut body = Body { columns: vec![Vec::new(); width], ..Body::default() };
    let mut bounds = Vec::new();
    for (record, place) in records.iter().zip(&placed) {
        if place.opens {
            body.banners.push((bounds.len(), record.0.clone()));
        }
        if place.start < place.end {
            bounds.push((place.start, place.end, &record.1));
        }
    }
    body.rows = bounds.len();
    for column in 0..width {
        let mut row = 0;
        while row < bounds.len() {
            let (start, end, texts) = bounds[row];
            let text = texts[column].clone();
            let bottom = bottom(sheet, column, (start, end), &text);
            let is_within =
                |(_, end, texts): &&(usize, usize, &Vec<String>)| *end <= bottom && texts[column] == text;
            let rows = bounds[row..].iter().take_while(is_within).count().max(1);
            body.columns[column].push(Cell { row, rows, text, at: (start, column) });
            row += rows;
        }
    }
    body.notes = (end..sheet.rows).map(|row| sheet.text(row, 0).to_owned()).collect();
    Some(body)
}

/// The row behind a cell of a printed sheet, whose words are repeated on further pages.
fn bottom(sheet: &Sheet, column: usize, (start, end): (usize, usize), text: &str) -> usize {
    let mut bottom = spoken(sheet, column, start, text, end).unwrap_or(end);
    while bottom < sheet.rows && repeats(sheet.text(bottom, column), text) {
        bottom = sheet.area(bottom, column).bottom();
    }
    bottom
}

/// The body of any sheet: one row of it is one row of the table.
pub fn any(sheet: &Sheet, frame: &Frame) -> Body {
    let (left, right) = (frame.left, frame.left + frame.tiers.len());
    let said = |row: usize| (left..right).any(|column| !sheet.text(row, column).trim().is_empty());
    let foot = table_foot(sheet, frame);
    let end = foot.end;
    let mut body = Body {
        columns: vec![Vec::new(); right - left],
        notes: foot.notes.iter().map(|(_, note)| note.clone()).collect(),
        foot,
        ..Body::default()
    };
    let mut places: Vec<Option<usize>> = Vec::new();
    for row in frame.body..end {
        let again = says_the_head(sheet, row, frame);
        if again {
            body.heads.push((row, left));
        }
        let total = is_total(sheet, row);
        if total {
            body.totals.extend(sheet.said(row).map(|(area, _)| (area.row, area.column)));
        }
        let across = !again && !total && is_banner(sheet, row, frame);
        if across {
            body.banners.push((body.rows, sheet.text(row, left).trim().to_owned()));
        }
        let only_numbered = is_only_numbered(sheet, row, frame);
        if only_numbered {
            body.numbered_only.push((row, left));
        }
        let kept = !across && !again && !total && said(row) && !only_numbered;
        places.push(kept.then_some(body.rows));
        body.rows += usize::from(kept);
    }
    let banner_rows: Vec<usize> = body.banners.iter().map(|(row, _)| *row).collect();
    for (row, place) in (frame.body..).zip(&places) {
        let Some(place) = *place else { continue };
        for column in left..right {
            let cells = &mut body.columns[column - left];
            if cells.last().is_some_and(|cell| cell.end() > place) {
                continue;
            }
            let area = sheet.area(row, column);
            let covered = (row - frame.body..area.bottom().max(row + 1) - frame.body).take(places.len());
            let rows = covered.filter_map(|row| *places.get(row)?);
            // A row across the table ends every cell above it.
            let next = banner_rows.partition_point(|start| *start <= place);
            let limit = banner_rows.get(next).copied().unwrap_or(body.rows);
            let rows = rows.filter(|row| *row < limit).count().max(1);
            let first = area.column == column || column == left;
            // Blanks around a text move it within its cell; they are no part of it.
            let text = if first { sheet.text(row, column).trim().to_owned() } else { String::new() };
            if first && area.columns > 1 && !text.trim().is_empty() {
                body.wide.push((area.row, area.column));
            }
            cells.push(Cell { row: place, rows, text, at: (area.row.max(row), area.column) });
        }
    }
    body
}

/// Whether a row has nothing but its number, as forms have that were numbered before they were filled in.
fn is_only_numbered(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    let mut said = sheet.said(row);
    let is_number = said.next().is_some_and(|(area, text)| {
        area == (Area { row, column: frame.left, rows: 1, columns: 1 })
            && Marker::whole(text.trim()).is_some()
    });
    // Cells merged from above belong to the rows above.
    is_numbered(frame) && is_number && said.next().is_none() && frame.tiers.len() > 1
}

/// Whether a row is one cell across the whole table, or has a text in the column of numbers only that is no number.
fn is_banner(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    let (left, right) = (frame.left, frame.left + frame.tiers.len());
    let text = sheet.text(row, left);
    if right - left < 2 || text.trim().is_empty() {
        return false;
    }
    let area = sheet.area(row, left);
    if area.rows == 1 && area.right() >= right {
        return true;
    }
    let alone = (left + 1..right).all(|column| sheet.text(row, column).trim().is_empty());
    is_numbered(frame)
        && alone
        && area == (Area { row, column: left, rows: 1, columns: 1 })
        && Marker::whole(text).is_none()
}
