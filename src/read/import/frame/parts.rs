//! The parts of a sheet: the lines above the head, the head, the body.

use crate::read::import::book::Sheet;
use crate::read::import::caption::{Caption, plain};

/// The parts of a sheet.
#[derive(Debug)]
pub struct Frame {
    /// The lines above the head.
    pub caption: Caption,
    /// The first column of the table.
    pub left: usize,
    /// The tiers of each column's head, from the top.
    pub tiers: Vec<Vec<String>>,
    /// Names of the columns: in our own workbooks those of the sheet 数据, else the last tiers of their heads.
    pub names: Vec<String>,
    /// Whether the sheet is one of our own workbooks.
    pub is_own: bool,
    /// The width of each column in characters; `None` for all where the columns are equally wide.
    pub widths: Vec<Option<u16>>,
    /// The first row of the head.
    pub head: usize,
    /// The first row of the body.
    pub body: usize,
}

/// Whether the first column of a table has its numbers.
pub fn is_numbered(frame: &Frame) -> bool {
    frame.tiers[0].last().is_some_and(|head| is_number_name(&plain(head)))
}

/// Whether a head says that numbers stand below it.
pub fn is_number_name(word: &str) -> bool {
    matches!(word, "序号" | "编号")
}

/// Whether a row repeats a row of the head, in the same columns.
pub fn says_the_head(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    let words = |row: usize| sheet.said(row).map(|(area, text)| (area.column, plain(text)));
    words(row).count() > 1 && (frame.head..frame.body).any(|head| words(head).eq(words(row)))
}
