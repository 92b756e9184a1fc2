//! Columns of a table on the screen: their widths by content, and the width of the page below which its rows are cards.
//!
//! The policy for content does not let a page say a width itself, so each is a class of `style.css`. The column with the
//! most text has no width: it gets the rest of the room.

use crate::model::grid::Grid;
use crate::model::table::Table;
use crate::render::print::widths::{Narrow, narrow};

/// The fewest half widths of the column with the most text; in a narrower page rows are cards.
const FEWEST: usize = 36;

/// Half widths beside the text of a column: padding, lines, and room for fonts whose digits are wider.
const BESIDE: usize = 3;

/// Half widths that a table of ordinary letters may need: what a page has beside its margins on a screen of 1,024 and of
/// 1,280 pixels.
const ROOMY: [usize; 2] = [112, 120];

/// Half widths that a table of smaller letters may need before the words of narrow columns are divided further: what a
/// screen of 1,280 pixels has.
const TIGHT: usize = 166;

/// Sizes of letters in hundredths of a rem, as in `style.css`.
const LETTERS: usize = 105;
const SMALL_LETTERS: usize = 90;

/// Widths in Han characters, each with the class that gives it to a column.
const WIDTHS: [(usize, &str); 17] = [
    (2, "w2"),
    (3, "w3"),
    (4, "w4"),
    (5, "w5"),
    (6, "w6"),
    (7, "w7"),
    (8, "w8"),
    (9, "w9"),
    (10, "w10"),
    (12, "w12"),
    (14, "w14"),
    (16, "w16"),
    (20, "w20"),
    (24, "w24"),
    (28, "w28"),
    (32, "w32"),
    (40, "w40"),
];

/// Widths of the room for a table in rem, each with the class with which narrower rooms have cards.
const ROOMS: [(usize, &str); 17] = [
    (24, "c24"),
    (28, "c28"),
    (32, "c32"),
    (36, "c36"),
    (40, "c40"),
    (44, "c44"),
    (48, "c48"),
    (52, "c52"),
    (56, "c56"),
    (60, "c60"),
    (64, "c64"),
    (68, "c68"),
    (72, "c72"),
    (76, "c76"),
    (80, "c80"),
    (88, "c88"),
    (96, "c96"),
];

/// Columns of a table on the screen.
#[derive(Clone, Debug)]
pub struct Columns {
    /// The class of each column's width; blank for the one that gets the rest.
    pub widths: Vec<&'static str>,
    /// Classes of the room for the table: below which width rows are cards, and `tight` for smaller letters.
    pub room: String,
    /// Whether the cells of each column are centred.
    pub centred: Vec<bool>,
}

impl Columns {
    /// The columns of a table.
    pub fn new(table: &Table) -> Self {
        let stages = narrow(&Grid::new(table));
        let [wide, divided, ..] = &stages;
        let (letters, stage) = match [need(wide), need(divided)] {
            [wide, _] if wide <= ROOMY[0] => (LETTERS, 0),
            [_, divided] if divided <= ROOMY[1] => (LETTERS, 1),
            [_, divided] if divided <= TIGHT => (SMALL_LETTERS, 1),
            _ => (SMALL_LETTERS, 2),
        };
        let chosen = &stages[stage];
        let room = (need(chosen) * letters).div_ceil(2 * 100);
        let class = ROOMS.iter().find(|(rem, _)| room <= *rem).unwrap_or(&ROOMS[ROOMS.len() - 1]).1;
        let of_column = |(column, half_widths): (usize, &usize)| {
            let is_rest = column == chosen.fullest && table.columns[column].width.is_none();
            if is_rest { "" } else { nearest(half_widths.div_ceil(2)) }
        };
        Self {
            widths: chosen.half_widths.iter().enumerate().map(of_column).collect(),
            room: if letters == LETTERS { class.to_owned() } else { format!("{class} tight") },
            centred: chosen.centred.clone(),
        }
    }
}

/// Half widths of a table in which the column with the most text has [`FEWEST`], or all that it needs.
fn need(columns: &Narrow) -> usize {
    let fullest = columns.half_widths.get(columns.fullest).copied().unwrap_or(0);
    let others: usize = columns.half_widths.iter().sum::<usize>() - fullest;
    others + fullest.max(columns.need.min(FEWEST)) + BESIDE * columns.half_widths.len()
}

/// The class of the smallest width that is not smaller, or of the largest.
fn nearest(han: usize) -> &'static str {
    WIDTHS.iter().find(|(width, _)| han <= *width).unwrap_or(&WIDTHS[WIDTHS.len() - 1]).1
}
