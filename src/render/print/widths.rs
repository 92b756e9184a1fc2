//! Widths of the printed columns, chosen by what stands in them.
//!
//! Names, numbers and days stay on one line while there is room; only a crowded table divides names or is printed
//! smaller. The rest of the page goes to the longer columns so that all cells of a row are about equally high.

use crate::model::grid::Grid;
use crate::model::part::Part;
use crate::model::table::{ColumnKind, TableColumn};
use crate::text::width::columns as half_widths;

/// Pixels of a half width of 12 points.
pub const HALF_WIDTH: f64 = 8.0;
/// Pixels of Excel's unit of widths, and those that it adds to each column (a digit of Calibri 11, its default).
pub const UNIT: (f64, f64) = (7.0, 5.0);
/// Rows that are looked at: enough to know a table, few enough to cost nothing.
const SAMPLE: usize = 60;

/// The most half widths of a name, which is not divided while there is room.
const NAME: usize = 24;

/// The most half widths of a number, a day or a word, which is never divided.
const WORD: usize = 10;

/// The most half widths of a head that is not divided while there is room: 主要责任单位.
const HEAD: usize = 12;

/// Half widths beside a text: the edges of the cell, 5 pixels of 1/96 inch, and as much for both sides of a name; for a
/// long text an indent. The rest is for fonts whose digits are wider.
const BESIDE: f64 = 16.0 / 8.0;
const BESIDE_LONG: f64 = 18.0 / 8.0;

/// The fewest half widths of a column.
const FEWEST: usize = 6;

/// Fewest half widths of a column that needs that many for its longest line, if there is much, little or no room.
const FLOORS: [fn(usize) -> usize; 3] = [
    |need| if need <= NAME { need } else { 18 + ((need - NAME) / 10).min(14) },
    |need| match need {
        _ if need <= WORD => need,
        _ if need <= NAME => need.div_ceil(2).max(WORD),
        _ => 16 + ((need - NAME) / 10).min(12),
    },
    |need| match need {
        _ if need <= WORD => need,
        _ if need <= NAME => need.div_ceil(2).clamp(8, WORD),
        _ => 12 + ((need - NAME) / 12).min(10),
    },
];

/// Scales in percent, the better ones first, each with the floors that it is tried with. 75 makes 9 points of 12.
const CHOICES: [(u16, usize); 9] =
    [(100, 0), (90, 0), (100, 1), (90, 1), (80, 1), (100, 2), (90, 2), (80, 2), (75, 2)];

/// Smallest scale of Excel.
const SMALLEST: u16 = 10;

/// The text of a column.
#[derive(Clone, Copy, Debug, Default)]
struct Text {
    /// Half widths of its longest line.
    longest: usize,
    /// Half widths of its longest line that is a name.
    name: usize,
    /// Half widths of its head.
    head: usize,
    /// Half widths of the longest number or word of letters, which cannot be divided.
    word: usize,
    /// Whether a cell is a list of choices behind boxes.
    boxes: bool,
}

/// Columns as they are printed.
#[derive(Debug)]
pub struct Columns {
    /// Half widths of text in a line of each column.
    pub half_widths: Vec<usize>,
    /// Half widths beside the text of each column.
    pub paddings: Vec<f64>,
    /// The scale in percent at which all columns are on one page.
    pub scale: u16,
    /// Whether the cells of a column are centred: all of them, or none.
    pub centred: Vec<bool>,
    /// Whether 宽 gives the width of a column.
    pub given: Vec<bool>,
}

impl Text {
    /// The half widths in which every line fits, but for long heads.
    fn need(&self) -> usize {
        self.longest.max(self.head.min(HEAD))
    }
}

/// Columns that are as narrow as they may be, and how much more text one of them has.
#[derive(Debug)]
pub struct Narrow {
    /// Half widths of text in a line of each column.
    pub half_widths: Vec<usize>,
    /// The column with the most text, but for choices behind boxes and a given 宽.
    pub fullest: usize,
    /// The half widths in which its longest line fits.
    pub need: usize,
    /// Whether the cells of a column are centred: all of them, or none.
    pub centred: Vec<bool>,
}

/// A cell that is looked at.
struct Cell {
    column: usize,
    /// Rows that it spans.
    rows: usize,
    /// Half widths of its lines.
    lines: Vec<usize>,
}

/// The columns for a table. `page` is what all columns together have at 100 %, in half widths.
pub fn columns(grid: &Grid<'_>, page: f64) -> Columns {
    let (cells, texts) = sample(grid);
    let needs: Vec<usize> = texts.iter().map(Text::need).collect();
    let padding = |(need, column): (&usize, &TableColumn)| match column.width {
        Some(width) => given_half_widths(width) - count(text_of_given(width)),
        None if *need <= NAME => BESIDE,
        None => BESIDE_LONG,
    };
    let paddings: Vec<f64> = needs.iter().zip(grid.columns).map(padding).collect();
    let padding: f64 = paddings.iter().sum();
    let floors = |stage: usize| -> Vec<usize> {
        // 宽 is taken as it is given.
        let width = |(text, column): (&Text, &TableColumn)| {
            column.width.map_or_else(|| floor(text, stage), text_of_given)
        };
        texts.iter().zip(grid.columns).map(width).collect()
    };
    // Half widths of text that all columns together can have at a scale.
    let room = |scale: u16| page * 100.0 / f64::from(scale) - padding;
    let fits = |(scale, stage): &&(u16, usize)| count(floors(*stage).iter().sum()) <= room(*scale);
    let (scale, widths) = if let Some((scale, stage)) = CHOICES.iter().find(fits) {
        (*scale, floors(*stage))
    } else {
        let widths = floors(FLOORS.len() - 1);
        let all = count(widths.iter().sum()) + padding;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 75")]
        let scale = (page * 100.0 / all).floor() as u16;
        (scale.max(SMALLEST), widths)
    };
    let given: Vec<bool> = grid.columns.iter().map(|column| column.width.is_some()).collect();
    let half_widths = distribute(&cells, &texts, &given, widths, room(scale));
    let centred = centred(grid, &cells, &texts, &half_widths);
    Columns { half_widths, paddings, scale, centred, given }
}

/// The narrowest columns for each of the [`FLOORS`], the widest ones first. Screens give the rest of their room to the
/// column with the most text.
pub fn narrow(grid: &Grid<'_>) -> [Narrow; FLOORS.len()] {
    let (cells, texts) = sample(grid);
    let of_column = |column: usize| cells.iter().filter(move |cell| cell.column == column);
    let text = |column: &usize| -> usize {
        let is_fixed = texts[*column].boxes || grid.columns[*column].width.is_some();
        if is_fixed { 0 } else { of_column(*column).flat_map(|cell| &cell.lines).sum() }
    };
    let fullest = (0..grid.columns.len()).max_by_key(text).unwrap_or(0);
    std::array::from_fn(|stage| {
        let width = |(column, (shape, text)): (usize, (&TableColumn, &Text))| {
            let longest = || of_column(column).flat_map(|cell| cell.lines.iter().copied()).max().unwrap_or(0);
            match shape.width {
                Some(width) => text_of_given(width),
                // Nothing is continued on another page.
                None if shape.kind == ColumnKind::Number => even(longest().max(text.head.min(HEAD))),
                None if text.boxes => even(text.longest.min(NAME)),
                None => floor(text, stage),
            }
        };
        let half_widths: Vec<usize> = grid.columns.iter().zip(&texts).enumerate().map(width).collect();
        let centred = centred(grid, &cells, &texts, &half_widths);
        let need = texts.get(fullest).map_or(0, |text| even(text.need()));
        Narrow { half_widths, fullest, need, centred }
    })
}

/// Fewest half widths of a column at a stage of [`FLOORS`].
fn floor(text: &Text, stage: usize) -> usize {
    let head = if stage < 2 { text.head } else { text.head.div_ceil(2) };
    let name = if stage == 0 { text.name } else { 0 };
    even(FLOORS[stage](text.need()).max(text.word.min(NAME)).max(head.min(HEAD)).max(name))
}

/// Whether the cells of each column are centred.
fn centred(grid: &Grid<'_>, cells: &[Cell], texts: &[Text], half_widths: &[usize]) -> Vec<bool> {
    let kinds = grid.columns.iter().map(|column| column.kind);
    let centred = kinds.zip(texts).map(|(kind, text)| kind != ColumnKind::Measure && !text.boxes);
    let mut centred: Vec<bool> = centred.collect();
    for cell in cells {
        centred[cell.column] &= is_short(cell, grid.columns[cell.column].kind, half_widths[cell.column]);
    }
    centred
}

/// The half widths of a column of a given 宽, which counts digits of the sheet's usual font.
fn given_half_widths(width: u16) -> f64 {
    f64::from(width).mul_add(UNIT.0, UNIT.1) / HALF_WIDTH
}

/// Half widths of text in a line of a column of a given 宽.
fn text_of_given(width: u16) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 255")]
    let text = (given_half_widths(width) - BESIDE).floor().max(1.0) as usize;
    text
}

/// Whether a cell looks well in the middle: a name of each line of few lines, or a text of few lines.
fn is_short(cell: &Cell, kind: ColumnKind, width: usize) -> bool {
    let mut lines = cell.lines.iter().map(|line| line.div_ceil(width).max(1));
    match kind {
        ColumnKind::Text | ColumnKind::Group | ColumnKind::Task => lines.sum::<usize>() <= 2,
        _ => lines.all(|lines| lines <= 2),
    }
}

/// Gives the rest of the room, step by step, to the column whose text makes the rows highest: a Han character more for a
/// long text, all that is lacking for names, which are not to end with a single character on a line.
fn distribute(
    cells: &[Cell],
    texts: &[Text],
    given: &[bool],
    mut widths: Vec<usize>,
    room: f64,
) -> Vec<usize> {
    // The height that a column makes. The fourth power stands for the highest cell of each row; a sum has no steps, so
    // that each character more counts.
    let height = |column: usize, width: usize| -> f64 {
        let lines = |line: &usize| (count(*line) / count(width)).max(1.0);
        let own = cells.iter().filter(|cell| cell.column == column);
        let own = own.map(|cell| cell.lines.iter().map(lines).sum::<f64>() / count(cell.rows));
        own.chain([lines(&texts[column].head)]).map(|lines| lines.powi(4)).sum()
    };
    let step = |column: usize, width: usize| {
        let (need, most) = (even(texts[column].need()), even(texts[column].longest.max(texts[column].head)));
        if given[column] {
            return 0;
        }
        if width < need && need <= NAME { need - width } else { most.saturating_sub(width).min(2) }
    };
    let mut gains = vec![f64::NAN; widths.len()];
    loop {
        let left = room - count(widths.iter().sum());
        for (column, gain) in gains.iter_mut().enumerate().filter(|(_, gain)| gain.is_nan()) {
            let (width, step) = (widths[column], step(column, widths[column]));
            *gain = (height(column, width) - height(column, width + step)) / count(step).max(1.0);
        }
        let fits = |column: usize| count(step(column, widths[column])) <= left;
        let gains_of =
            gains.iter().copied().enumerate().filter(|(column, gain)| *gain > 0.0 && fits(*column));
        let Some((column, _)) = gains_of.max_by(|a, b| a.1.total_cmp(&b.1)) else { return widths };
        widths[column] += step(column, widths[column]);
        gains[column] = f64::NAN;
    }
}

/// Cells from all over the table.
fn sample(grid: &Grid<'_>) -> (Vec<Cell>, Vec<Text>) {
    // A number with （续） behind it.
    let shortest = |column: &TableColumn| if column.kind == ColumnKind::Number { 8 } else { FEWEST };
    let texts = grid.columns.iter().map(|column| Text { longest: shortest(column), ..Text::default() });
    let mut texts: Vec<Text> = texts.collect();
    for cell in grid.head().iter().flatten().filter(|cell| cell.columns == 1) {
        texts[cell.column].head = cell.text.split('\n').map(half_widths).max().unwrap_or(0);
    }
    let parts: Vec<Part<'_>> = grid.parts().filter(|part| !matches!(part, Part::Banner(_))).collect();
    let step = parts.len().div_ceil(SAMPLE).max(1);
    let mut sampled = Vec::new();
    // From the end, which has the longest numbers.
    for part in parts.iter().rev().step_by(step) {
        for cell in grid.block(*part).rows.iter().take(SAMPLE).flatten() {
            let lines: Vec<usize> = cell.text.split('\n').map(half_widths).collect();
            let text = &mut texts[cell.column];
            text.longest = lines.iter().copied().fold(text.longest, usize::max);
            text.name = lines.iter().copied().filter(|line| *line <= NAME).fold(text.name, usize::max);
            text.word = words(&cell.text).fold(text.word, usize::max);
            text.boxes |= cell.is_boxes();
            sampled.push(Cell { column: cell.column, rows: cell.rows, lines });
        }
    }
    (sampled, texts)
}

/// The lengths of the numbers and words of letters in a text.
fn words(text: &str) -> impl Iterator<Item = usize> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).map(str::len)
}

fn even(width: usize) -> usize {
    width.next_multiple_of(2)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
