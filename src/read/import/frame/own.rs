//! The frames that a sheet of our own workbooks may have.

use crate::read::import::book::Sheet;
use crate::read::import::caption::{Caption, caption, plain};
use crate::read::import::frame::parts::Frame;
use crate::read::import::frame::tiers::{TIERS, tiers};

/// The frames that a sheet of our own workbooks with these columns may have, the likeliest first: those in which most heads
/// are the names of their columns, then those with fewer rows above the body, and more of them above the head.
pub fn own(sheet: &Sheet, names: &[String]) -> Vec<Frame> {
    let bounds = (0, names.len());
    let others = |tiers: &[Vec<String>]| {
        let pairs = names.iter().zip(tiers);
        pairs.filter(|(name, tiers)| heading(tiers) != **name).count()
    };
    let widths: Vec<Option<u16>> = (0..names.len()).map(|column| sheet.given_width(column)).collect();
    let frame = |(head, depth): (usize, usize)| {
        let caption = own_caption(sheet, head, names.len())?;
        let tiers = if depth == 0 {
            vec![vec![String::new()]; names.len()]
        } else {
            tiers(sheet, head, depth, bounds, false)
        };
        let rank = (others(&tiers), head + depth, usize::MAX - head);
        let names = names.iter().zip(&tiers).map(|(name, tiers)| own_name(name, tiers)).collect();
        let widths = widths.clone();
        let body = head + depth;
        Some((rank, Frame { caption, left: 0, tiers, names, is_own: true, widths, head, body }))
    };
    let places = (1..=CAPTION + high(sheet, sheet.rows, names.len()))
        .flat_map(|head| (0..=TIERS).map(move |depth| (head, depth)));
    let places = places.filter(|(head, depth)| head + depth <= sheet.rows);
    let mut frames: Vec<_> = places.filter_map(frame).collect();
    frames.sort_by_key(|(rank, _)| *rank);
    frames.into_iter().map(|(_, frame)| frame).collect()
}

/// The tiers of a head in one line.
fn heading(tiers: &[String]) -> String {
    tiers.join("/").replace('\n', "")
}

/// The most rows above the head of our own sheets: label, title, 填报单位.
const CAPTION: usize = 3;

/// The rows that a long title lies over beside its first, above the head or another row.
fn high(sheet: &Sheet, end: usize, columns: usize) -> usize {
    let across = (0..end.min(CAPTION)).map(|row| sheet.area(row, 0)).find(|area| {
        let is_across = (area.column, area.columns) == (0, columns);
        is_across && area.rows > 1
    });
    across.map_or(0, |title| title.rows - 1)
}

/// The lines above a head of our own: a title, between a label and 填报单位 or not. `None` if so many rows are others.
fn own_caption(sheet: &Sheet, rows: usize, columns: usize) -> Option<Caption> {
    let mut caption = caption(sheet, rows);
    // A title may begin like a line that is none: 编制……分工表.
    if let ("", &[(row, column)]) = (caption.title.as_str(), &caption.left_over[..]) {
        sheet.text(row, column).clone_into(&mut caption.title);
        caption.left_over.clear();
    }
    let others = usize::from(caption.label.is_some()) + usize::from(caption.unit.is_some());
    (rows == 1 + high(sheet, rows, columns) + others && caption.left_over.is_empty()).then_some(caption)
}

/// The name of a column of our own. Workbooks of before have its whole head in place of the name.
fn own_name(name: &str, tiers: &[String]) -> String {
    let is_whole = tiers.len() > 1 && heading(tiers) == name;
    let leaf = tiers.last().filter(|leaf| is_whole && !leaf.trim().is_empty());
    leaf.map_or_else(|| name.to_owned(), |leaf| plain(leaf))
}
