//! The frame of any sheet, found by its head and the columns in which something stands.

use std::collections::BTreeSet;

use crate::read::import::book::Sheet;
use crate::read::import::caption::{Caption, caption, plain};
use crate::read::import::foot::foot;
use crate::read::import::frame::head::head_row;
use crate::read::import::frame::parts::Frame;
use crate::read::import::frame::tiers::{depth, tiers};

/// The frame of any sheet; `None` when it has no row of heads.
pub fn frame(sheet: &Sheet) -> Option<Frame> {
    let head = head_row(sheet)?;
    let mut left = sheet.said(head).map(|(area, _)| area.column).min()?;
    let mut right = sheet.said(head).map(|(area, _)| area.right()).max()?;
    let depth = depth(sheet, head, left, right);
    // Columns without a head belong to the table when something stands in them, up to the first blank one.
    let body = head + depth..sheet.rows;
    // Rows below the table may be wider than it: 填表人 | 张三 | 审核人 | 李四.
    let rows = head + depth..foot(sheet, &of_head(sheet, head, depth, (left, right))).end;
    let is_said: BTreeSet<usize> =
        rows.flat_map(|row| sheet.said(row)).map(|(area, _)| area.column).collect();
    while left > 0 && is_said.contains(&(left - 1)) {
        left -= 1;
    }
    while is_said.contains(&right) {
        right += 1;
    }
    let mut caption = caption(sheet, head);
    for (area, _) in body.flat_map(|row| sheet.said(row)) {
        if area.column < left || area.column >= right {
            caption.left_over.push((area.row, area.column));
        }
    }
    let tiers = tiers(sheet, head, depth, (left, right), true);
    let mut widths: Vec<Option<u16>> = (left..right).map(|column| sheet.width(column)).collect();
    if widths.windows(2).all(|pair| pair[0] == pair[1]) {
        widths.fill(None);
    }
    let body = head + depth;
    let names = (left..right).zip(&tiers).map(|(column, tiers)| name(sheet, (body - 1, column), tiers));
    let names = names.collect();
    Some(Frame { caption, left, tiers, names, is_own: false, widths, head, body })
}

/// A frame of the columns that have a head.
fn of_head(sheet: &Sheet, head: usize, depth: usize, (left, right): (usize, usize)) -> Frame {
    let tiers = tiers(sheet, head, depth, (left, right), true);
    let names =
        (left..right).zip(&tiers).map(|(column, tiers)| name(sheet, (head + depth - 1, column), tiers));
    let (names, widths) = (names.collect(), vec![None; right - left]);
    let caption = Caption::default();
    Frame { caption, left, tiers, names, is_own: false, widths, head, body: head + depth }
}

/// The name of a column: the last tier of its head, with a number where that stands over a column on the left, too.
fn name(sheet: &Sheet, (row, column): (usize, usize), tiers: &[String]) -> String {
    let text = plain(tiers.last().map_or("", String::as_str));
    let first = sheet.area(row, column).column;
    if first < column && !text.is_empty() { format!("{text}{}", column - first + 1) } else { text }
}
