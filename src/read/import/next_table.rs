//! Another table on the same sheet, below the first.

use crate::read::import::book::Sheet;
use crate::read::import::caption::plain;
use crate::read::import::frame::{Frame, is_head, is_number_name, is_numbered, says_the_head};
use crate::read::import::notes::{is_note, is_total};
use crate::read::import::signature::is_signature;
use crate::text::marker::Marker;

/// The first row of another table below a blank row, or of a list of people directly below the table: that of its head, or
/// of the title above it.
pub fn next_table(sheet: &Sheet, frame: &Frame) -> Option<usize> {
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
        if is_list_of_people(sheet, row, frame) {
            let is_title = |row: &usize| *row > frame.body && is_title_of_list(sheet, *row, frame);
            return Some(row.checked_sub(1).filter(is_title).unwrap_or(row));
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

/// Heads of lists of people.
const PEOPLE: [&str; 8] = ["姓名", "联系人", "联络人", "责任人", "负责人", "经办人", "联络员", "人员"];

/// Other heads of such lists.
const ABOUT_PEOPLE: [&str; 24] = [
    "序号",
    "职务",
    "职称",
    "职级",
    "性别",
    "电话",
    "联系电话",
    "办公电话",
    "手机",
    "手机号",
    "手机号码",
    "电话号码",
    "联系方式",
    "传真",
    "邮箱",
    "电子邮箱",
    "股室",
    "科室",
    "处室",
    "单位",
    "部门",
    "工作单位",
    "分工",
    "备注",
];

/// Whether a row is the head of a list of people: it has nothing but such heads, and people among them. It needs no
/// blank row above: no row of a table reads like that.
fn is_list_of_people(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    let is_people = |word: &str| PEOPLE.contains(&word);
    let mut words = sheet.said(row).map(|(_, text)| plain(text));
    let (mut count, mut people) = (0, 0);
    let is_of_heads = words.all(|word| {
        count += 1;
        people += usize::from(is_people(&word));
        is_people(&word) || ABOUT_PEOPLE.contains(&word.as_str())
    });
    if !is_of_heads || count < 2 || people == 0 {
        return false;
    }
    // The value of 联系人 | 电话 would be missing: a row of two blanks to be filled in is one in which people sign.
    let is_filled = sheet.said(row + 1).count() > 1 && !is_signature(sheet, row + 1, frame);
    is_filled && !says_the_head(sheet, row, frame)
}

/// Whether the only text of a row is the title of a list of people.
fn is_title_of_list(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    const ENDS: [&str; 7] = ["表", "名单", "名册", "方式", "通讯录", "电话", "人员"];
    let (left, right) = (frame.left, frame.left + frame.tiers.len());
    let mut said = sheet.said(row);
    let title = said.next().map(|(_, text)| plain(text)).unwrap_or_default();
    let is_title = ENDS.iter().any(|end| title.trim_end_matches(['：', ':']).ends_with(end));
    let begins_note = ["注", "备注", "说明"].iter().any(|start| title.starts_with(start));
    is_title && said.next().is_none() && !(begins_note && is_note(sheet, row, left, right))
}
