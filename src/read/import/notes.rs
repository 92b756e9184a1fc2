//! Rows of a table that are notes below it, or add up the rows above them.

use crate::read::import::book::Sheet;
use crate::read::import::caption::{is_labelled, plain};

/// Whether a row adds up those above it.
pub fn is_total(sheet: &Sheet, row: usize) -> bool {
    let first = sheet.said(row).next().map(|(_, text)| plain(text)).unwrap_or_default();
    matches!(first.trim_end_matches(['：', ':']), "合计" | "小计" | "总计" | "共计" | "累计" | "本页合计")
}

/// Whether a row at the end is a note below the table: it spans the table, or begins with a word for notes.
pub fn is_note(sheet: &Sheet, row: usize, left: usize, right: usize) -> bool {
    const STARTS: [&str; 3] = ["注", "备注", "说明"];
    let Some((area, text)) = sheet.said(row).next() else { return false };
    let word = plain(text);
    is_labelled(&word, &STARTS)
        || area.rows == 1 && right - left > 1 && area.column <= left && area.right() >= right
}
