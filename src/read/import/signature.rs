//! Rows below a table in which people sign: 填表人, 审核人, 电话, days.

use crate::read::import::book::Sheet;
use crate::read::import::caption::{is_labelled, plain};
use crate::read::import::frame::{Frame, is_numbered};

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

/// Endings that make a word of [`SIGNS`] the label of a value, which stands in the next cell.
const ENDINGS: [&str; 10] = ["", "人", "人员", "员", "领导", "单位", "日期", "时间", "电话", "号码"];

/// Words for a signature or a seal, behind a label or an office.
const SEALS: [&str; 5] = ["签字", "签名", "签章", "盖章", "公章"];

/// Words of [`SIGNS`] that may be tasks where they stand alone.
const VERBS: [&str; 9] = ["填表", "填报", "审核", "审批", "审签", "签发", "复核", "校对", "制表"];

/// Whether people sign in a row: it begins with a word for that and a colon, holds labels with a value behind each, or
/// holds nothing but a day.
pub fn is_signature(sheet: &Sheet, row: usize, frame: &Frame) -> bool {
    let Some((area, text)) = sheet.said(row).next() else { return false };
    let word = plain(text);
    // In the column of numbers, no word is a number.
    let is_in_numbers = is_numbered(frame) && area.column == frame.left;
    let is_pair = is_label(&word) && (is_in_numbers || !VERBS.contains(&word.as_str()));
    let is_day = |word: &str| is_day(word) || area.column == frame.left && is_month(word);
    let is_alone = sheet.said(row).count() == 1;
    is_labelled(&word, &SIGNS)
        || is_pair && is_of_pairs(sheet, row)
        || is_alone && (is_day(&word) || is_seal(&word))
}

/// Whether every value of a row has a label before it. Days and numbers of telephones need none.
fn is_of_pairs(sheet: &Sheet, row: usize) -> bool {
    let mut has_label = false;
    sheet.said(row).all(|(_, text)| {
        let word = plain(text);
        if is_label(&word) {
            has_label = true;
            return true;
        }
        let is_free = is_day(&word) || is_month(&word) || is_telephone(&word);
        is_free || std::mem::take(&mut has_label)
    })
}

/// Whether a text is the place of a seal: （盖章）, 某局（公章）.
fn is_seal(word: &str) -> bool {
    let word = word.trim_end_matches(['：', ':']);
    let inner = word.strip_suffix(['）', ')']).and_then(|word| word.rsplit_once(['（', '(']));
    inner.is_some_and(|(_, inner)| SEALS.iter().any(|seal| inner.ends_with(seal))) || SEALS.contains(&word)
}

/// Whether a text is the label of a signature: 填表人, 审核人（签字）, 电话.
fn is_label(word: &str) -> bool {
    let word = word.trim_end_matches(['：', ':']);
    let word = word.find(['（', '(']).map_or(word, |bracket| &word[..bracket]);
    let word = SEALS.iter().find_map(|seal| word.strip_suffix(seal)).unwrap_or(word);
    SIGNS.iter().any(|start| word.strip_prefix(start).is_some_and(|rest| ENDINGS.contains(&rest)))
}

/// Whether a text is a day: 2025年3月3日, 2025.3.3, or the blank form of one.
fn is_day(word: &str) -> bool {
    let rest = word.trim_end_matches(['日', '号']);
    let parts: Vec<&str> = word.split(['.', '-', '/']).collect();
    let is_of_digits = |part: &&str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    if parts.len() == 3 && parts[0].len() == 4 && parts.iter().all(is_of_digits) {
        return true;
    }
    rest != word && is_of_year(rest)
}

/// Whether a text is a month: 2025年3月. Where deadlines stand, it may be one.
fn is_month(word: &str) -> bool {
    word.strip_suffix('月').is_some_and(is_of_year)
}

fn is_of_year(word: &str) -> bool {
    word.contains('年') && word.chars().all(|c| c.is_numeric() || "年月〇一二三四五六七八九十".contains(c))
}

/// Whether a text is the number of a telephone.
fn is_telephone(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    digits >= 7 && word.chars().all(|c| c.is_ascii_digit() || "-－—()（）、/".contains(c))
}
