//! The rows below a table: its notes, signatures, and other tables.

use crate::read::import::book::Sheet;
use crate::read::import::caption::plain;
use crate::read::import::frame::Frame;
use crate::read::import::lone_rows::{Lone, Meaning};
use crate::read::import::next_table::next_table;
use crate::read::import::notes::is_note;
use crate::read::import::signature::is_signature;

/// The rows below a table.
#[derive(Debug, Default)]
pub struct Foot {
    /// One past the last row of the table.
    pub end: usize,
    /// 表注 with their places.
    pub notes: Vec<((usize, usize), String)>,
    /// Cells of rows in which people sign: 填表人, 审核人, 电话, days.
    pub signatures: Vec<(usize, usize)>,
    /// Cells that hold the only text of their row, a name or an office: who issued or made the table.
    pub lone: Vec<(usize, usize)>,
    /// The first cell of another table, or of its title.
    pub other_table: Option<(usize, usize)>,
}

/// The rows below a list of names or offices.
pub fn foot(sheet: &Sheet, frame: &Frame) -> Foot {
    below(sheet, frame, |_| None)
}

/// The rows below a table of tasks, in which no row has only a name.
pub fn table_foot(sheet: &Sheet, frame: &Frame) -> Foot {
    let lone = Lone::new(sheet, frame);
    below(sheet, frame, |row| lone.meaning(row))
}

/// The rows below a table; `lone` tells what a row with one text means. Without a mark between them, rows of one value
/// belong to the note above them.
fn below(sheet: &Sheet, frame: &Frame, lone: impl Fn(usize) -> Option<Meaning>) -> Foot {
    let (left, right) = (frame.left, frame.left + frame.tiers.len());
    let said = |row: usize| (left..right).any(|column| !sheet.text(row, column).trim().is_empty());
    let other = next_table(sheet, frame);
    let mut end = other.unwrap_or(sheet.rows);
    while end > frame.body && !said(end - 1) {
        end -= 1;
    }
    let (below, mut row) = (end, end);
    while row > frame.body {
        row -= 1;
        let is_below = !said(row)
            || is_signature(sheet, row, frame)
            || is_note(sheet, row, left, right)
            || lone(row).is_some();
        if is_below {
            end = row;
        } else if !is_alone(sheet, row, left) {
            // A row with one value below a note continues the note.
            break;
        }
    }
    let mut foot = Foot { end, ..Foot::default() };
    for row in end..below {
        let texts = || sheet.said(row).filter(|(area, _)| (left..right).contains(&area.column));
        let Some((first, _)) = texts().next() else { continue };
        let places = texts().map(|(area, _)| (area.row, area.column));
        if is_signature(sheet, row, frame) {
            foot.signatures.extend(places);
        } else if lone(row) == Some(Meaning::Name) {
            foot.lone.extend(places);
        } else {
            let note = texts().map(|(_, text)| text.trim()).collect::<Vec<_>>().join("　　");
            foot.notes.push(((first.row, first.column), note));
        }
    }
    foot.other_table = other.and_then(|row| {
        let (area, _) = sheet.said(row).next()?;
        Some((area.row, area.column))
    });
    foot
}

/// Whether the first column is the only one with a text in a row.
fn is_alone(sheet: &Sheet, row: usize, left: usize) -> bool {
    let mut said = sheet.said(row);
    said.next().is_some_and(|(area, _)| area.column <= left) && said.next().is_none()
}

/// Whether a note names a person, or a number under which one is reached.
pub fn is_personal(note: &str) -> bool {
    const WORDS: [&str; 8] = ["联系人", "电话", "手机", "填表人", "填报人", "经办人", "联络人", "邮箱"];
    let word = plain(note);
    WORDS.iter().any(|known| word.contains(known)) || word.split(|c: char| !is_of_number(c)).any(is_landline)
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '－' | '—' | '(' | ')' | '（' | '）')
}

/// A number with an area code: 0730-3720055.
fn is_landline(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    digits.starts_with('0') && (10..=12).contains(&digits.len())
}
