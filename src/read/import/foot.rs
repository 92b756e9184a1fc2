//! The rows below a table: its notes, signatures, and other tables.

use crate::read::import::book::Sheet;
use crate::read::import::caption::plain;
use crate::read::import::frame::{Frame, is_head};
use crate::text::marker::Marker;

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
        if !said(row) || is_signature(sheet, row, frame) || is_note(sheet, row, left, right) {
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
        if is_signature(sheet, row, frame) {
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
        if count(row) == 0 {
            begins = None;
            continue;
        }
        let first = *begins.get_or_insert(row);
        // A title of one or two rows may stand between the blank row and the head.
        let is_below_blank = first > frame.body && count(first - 1) == 0 && row - first <= 2;
        let is_other = is_other_head(sheet, row, frame) || begins_again(sheet, (first, row), frame);
        if is_below_blank && is_other && (first..row).all(|row| count(row) == 1) {
            return Some(first);
        }
    }
    None
}

/// Whether a row below a blank one is the head of another table: most of its texts are names of columns, or it begins
/// with 序号, or it has only short words where the table has a number.
fn is_other_head(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    const LONGEST: usize = 8;
    let words: Vec<String> = sheet.said(row).map(|(_, text)| plain(text)).collect();
    let is_short = |word: &String| {
        word.chars().count() <= LONGEST && !word.contains(|c: char| c.is_ascii_digit() || "：:".contains(c))
    };
    let is_of_words = words.len() > 2
        && is_numbered(frame)
        && !sheet.text(row, frame.left).trim().is_empty()
        && Marker::whole(&words[0]).is_none()
        && !is_total(sheet, row)
        && words.iter().all(is_short);
    let begins_with_number = words.len() > 1 && is_number_name(&words[0]);
    let is_other = words.len() > 2 && is_head(sheet, row) || begins_with_number || is_of_words;
    is_other && !says_the_head(sheet, row, frame)
}

/// Whether the head is repeated below a blank row and the numbers begin again: another table of the same columns. A line
/// between them that is no 附表 may be a group of the same table.
fn begins_again(sheet: &Sheet, (first, row): (usize, usize), frame: &Frame) -> bool {
    let number = |row: usize| Some(plain(sheet.text(row, frame.left))).filter(|word| !word.is_empty());
    let is_other_title = |row: usize| {
        let title = sheet.said(row).next().map(|(_, text)| plain(text)).unwrap_or_default();
        title.starts_with("附表") || title.starts_with("附件")
    };
    says_the_head(sheet, row, frame)
        && is_numbered(frame)
        && number(row + 1).is_some_and(|below| number(frame.body) == Some(below))
        && (first..row).all(is_other_title)
}

/// Whether the first column of a table has its numbers.
pub fn is_numbered(frame: &Frame) -> bool {
    frame.tiers[0].last().is_some_and(|head| is_number_name(&plain(head)))
}

fn is_number_name(word: &str) -> bool {
    matches!(word, "序号" | "编号")
}

/// Whether a row adds up those above it.
pub fn is_total(sheet: &Sheet, row: usize) -> bool {
    let first = sheet.said(row).next().map(|(_, text)| plain(text)).unwrap_or_default();
    matches!(first.trim_end_matches(['：', ':']), "合计" | "小计" | "总计" | "共计" | "累计" | "本页合计")
}

/// Whether the first column is the only one with a text in a row.
fn is_alone(sheet: &Sheet, row: usize, left: usize) -> bool {
    let mut said = sheet.said(row);
    said.next().is_some_and(|(area, _)| area.column <= left) && said.next().is_none()
}

/// Words with which rows begin in which people sign.
const SIGNS: [&str; 25] = [
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
    "经手人",
    "联系人",
    "联系电话",
    "联系方式",
    "电话",
    "手机",
    "传真",
    "单位负责人",
    "主要负责人",
    "负责人",
    "单位领导",
    "主管领导",
    "主要领导",
    "分管领导",
    "日期",
];

/// Whether people sign in a row: it begins with a word for that, or holds nothing but a day. Where the table has its
/// numbers, the word may stand in a cell of its own, before that of its value.
fn is_signature(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    let Some((_, text)) = sheet.said(row).next() else { return false };
    let word = plain(text);
    let is_sign = SIGNS.iter().any(|start| {
        let rest = word.strip_prefix(start);
        rest.is_some_and(|rest| {
            rest.is_empty() && is_numbered(frame) || rest.chars().take(8).any(|c| matches!(c, '：' | ':'))
        })
    });
    is_sign || sheet.said(row).count() == 1 && is_day(&word)
}

/// Whether a text is a day: 2025年3月3日, 2025.3.3, or the blank form of one.
fn is_day(word: &str) -> bool {
    let rest = word.trim_end_matches(['日', '号']);
    let parts: Vec<&str> = word.split(['.', '-', '/']).collect();
    let is_of_digits = |part: &&str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    if parts.len() == 3 && parts[0].len() == 4 && parts.iter().all(is_of_digits) {
        return true;
    }
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
