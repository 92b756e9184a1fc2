//! The rows below a table: its notes, signatures, and other tables.

use crate::read::import::book::Sheet;
use crate::read::import::caption::plain;
use crate::read::import::frame::{Frame, is_head};

/// The rows below a table.
#[derive(Debug, Default)]
pub struct Foot {
    /// One past the last row of the table.
    pub end: usize,
    /// 表注 with their places.
    pub notes: Vec<((usize, usize), String)>,
    /// Cells of rows in which people sign: 填表人, 审核人, 电话, days.
    pub signatures: Vec<(usize, usize)>,
    /// The first cell of another table, or of its title.
    pub other_table: Option<(usize, usize)>,
}

/// The rows below a table. Without a mark between them, rows of one value belong to the note above them.
pub fn foot(sheet: &Sheet, frame: &Frame) -> Foot {
    let (left, right) = (frame.left, frame.left + frame.tiers.len());
    let said = |row: usize| (left..right).any(|column| !sheet.text(row, column).trim().is_empty());
    let other = other_table(sheet, frame);
    let mut end = other.unwrap_or(sheet.rows);
    while end > frame.body && !said(end - 1) {
        end -= 1;
    }
    let (below, mut row) = (end, end);
    while row > frame.body {
        row -= 1;
        if !said(row) || is_signature(sheet, row) || is_note(sheet, row, left, right) {
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
        if is_signature(sheet, row) {
            foot.signatures.extend(texts().map(|(area, _)| (area.row, area.column)));
        } else {
            let note = texts().map(|(_, text)| text).collect::<Vec<_>>().join("　　");
            foot.notes.push(((first.row, first.column), note));
        }
    }
    foot.other_table = other.and_then(|row| {
        let (area, _) = sheet.said(row).next()?;
        Some((area.row, area.column))
    });
    foot
}

/// The first row of another table below a blank row: that of its head, or of the title above it.
fn other_table(sheet: &Sheet, frame: &Frame) -> Option<usize> {
    let count = |row: usize| sheet.said(row).count();
    let mut begins = None;
    for row in frame.body + 1..sheet.rows {
        match count(row) {
            0 => begins = None,
            said => {
                let first = *begins.get_or_insert(row);
                // A title of one or two rows may stand between the blank row and the head.
                let is_below_blank = first > frame.body && count(first - 1) == 0 && row - first <= 2;
                let is_other = said > 2 && is_head(sheet, row) && !says_the_head(sheet, row, frame);
                if is_below_blank && is_other && (first..row).all(|row| count(row) == 1) {
                    return Some(first);
                }
            }
        }
    }
    None
}

/// Whether the first column is the only one with a text in a row.
fn is_alone(sheet: &Sheet, row: usize, left: usize) -> bool {
    let mut said = sheet.said(row);
    said.next().is_some_and(|(area, _)| area.column <= left) && said.next().is_none()
}

/// Whether people sign in a row: it begins with a word for that, or holds nothing but a day.
fn is_signature(sheet: &Sheet, row: usize) -> bool {
    const WORDS: [&str; 21] = [
        "填表",
        "填报",
        "审核",
        "审批",
        "审签",
        "签发",
        "复核",
        "校对",
        "制表",
        "经办人",
        "联系人",
        "联系电话",
        "联系方式",
        "电话",
        "手机",
        "传真",
        "单位负责人",
        "主要负责人",
        "负责人",
        "分管领导",
        "日期",
    ];
    let Some((_, text)) = sheet.said(row).next() else { return false };
    let word = plain(text);
    let is_sign = WORDS.iter().any(|start| {
        let rest = word.strip_prefix(start);
        rest.is_some_and(|rest| rest.chars().take(8).any(|c| matches!(c, '：' | ':')))
    });
    is_sign || sheet.said(row).count() == 1 && is_day(&word)
}

/// Whether a text is a day: 2025年3月3日, or the blank form of one.
fn is_day(word: &str) -> bool {
    let rest = word.trim_end_matches(['日', '号']);
    rest != word
        && rest.contains('年')
        && rest.chars().all(|c| c.is_numeric() || "年月〇一二三四五六七八九十".contains(c))
}

/// Whether a row at the end is a note below the table: it spans the table, or begins with a word for notes.
fn is_note(sheet: &Sheet, row: usize, left: usize, right: usize) -> bool {
    const STARTS: [&str; 3] = ["注", "备注", "说明"];
    let Some((area, text)) = sheet.said(row).next() else { return false };
    let word = plain(text);
    let begun = STARTS.iter().any(|start| {
        let rest = word.strip_prefix(start);
        rest.is_some_and(|rest| rest.chars().take(8).any(|c| matches!(c, '：' | ':')))
    });
    begun || area.rows == 1 && right - left > 1 && area.column <= left && area.right() >= right
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

/// Whether a row repeats a row of the head, in the same columns.
pub fn says_the_head(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    let words = |row: usize| sheet.said(row).map(|(area, text)| (area.column, plain(text)));
    words(row).count() > 1 && (frame.head..frame.body).any(|head| words(head).eq(words(row)))
}
