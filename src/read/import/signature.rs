//! Rows below a table in which people sign: 填表人, 审核人, 电话, days, or only a name or an office.

use std::collections::BTreeMap;

use crate::model::table::ColumnKind;
use crate::read::import::book::Sheet;
use crate::read::import::caption::plain;
use crate::read::import::foot::is_numbered;
use crate::read::import::frame::Frame;
use crate::text::han::is_han;
use crate::text::marker::Marker;

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
    let is_sign = SIGNS.iter().any(|start| {
        let rest = word.strip_prefix(start);
        rest.is_some_and(|rest| rest.chars().take(8).any(|c| matches!(c, '：' | ':')))
    });
    // In the column of numbers, no word is a number.
    let is_in_numbers = is_numbered(frame) && area.column == frame.left;
    let is_labelled = is_label(&word) && (is_in_numbers || !VERBS.contains(&word.as_str()));
    let is_day = |word: &str| is_day(word) || area.column == frame.left && is_month(word);
    let is_alone = sheet.said(row).count() == 1;
    is_sign || is_labelled && is_of_pairs(sheet, row) || is_alone && (is_day(&word) || is_seal(&word))
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

/// Meaning of a row below a table that has only one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The name of a person or an office.
    Name,
    /// A sentence about the table.
    Note,
}

/// The rows of a table that have only one text.
pub struct Lone<'s> {
    sheet: &'s Sheet,
    frame: &'s Frame,
    /// For each column, the first row whose only text stands in it.
    first: BTreeMap<usize, usize>,
    /// The first row that may be below the table.
    from: usize,
}

/// The most rows with a name or an office below a table.
const ROWS: usize = 3;

impl<'s> Lone<'s> {
    /// The rows of a sheet that have only one text.
    pub fn new(sheet: &'s Sheet, frame: &'s Frame) -> Self {
        let mut first = BTreeMap::new();
        for row in frame.body..sheet.rows {
            if let Some(column) = lone(sheet, row) {
                first.entry(column).or_insert(row);
            }
        }
        let is_below = |row: &usize| {
            sheet.said(*row).next().is_none()
                || lone(sheet, *row).is_some()
                || is_signature(sheet, *row, frame)
        };
        let below = (frame.body..sheet.rows).rev().take_while(is_below);
        let from = below.filter(|row| lone(sheet, *row).is_some()).take(ROWS).last().unwrap_or(sheet.rows);
        Self { sheet, frame, first, from }
    }

    /// Meaning of a row behind which only rows below the table stand. `None` for a row of the table: in some tables the
    /// values of one task stand in rows below each other.
    pub fn meaning(&self, row: usize) -> Option<Meaning> {
        let (left, width) = (self.frame.left, self.frame.tiers.len());
        let column = lone(self.sheet, row).filter(|_| row > self.frame.body && width > 1)?;
        let own = column.checked_sub(left).filter(|own| *own < width)?;
        let word = plain(self.sheet.text(row, column));
        let in_numbers = own == 0 && is_numbered(self.frame);
        // A value merged from above says that the row belongs to the table.
        let is_below = (left..left + width)
            .all(|other| other == column || self.sheet.text(row, other).trim().is_empty());
        if !is_below || in_numbers && Marker::whole(&word).is_some() {
            return None;
        }
        let is_first = self.first.get(&column).is_some_and(|first| *first >= self.from);
        let names_office = ColumnKind::of_name(&self.frame.names[own]) == ColumnKind::Office;
        if is_person(&word) && (in_numbers || is_first)
            || is_office(&word) && (in_numbers || is_first && (names_office || is_certain_office(&word)))
        {
            return Some(Meaning::Name);
        }
        let begins_group = word.starts_with(['（', '(', '第']) || Marker::at_start(&word).is_some();
        (in_numbers && is_first && !begins_group).then_some(Meaning::Note)
    }
}

/// The column of the only text of a row.
fn lone(sheet: &Sheet, row: usize) -> Option<usize> {
    let mut said = sheet.said(row);
    let (area, _) = said.next().filter(|(area, _)| area.rows == 1 && area.columns == 1)?;
    said.next().is_none().then_some(area.column)
}

/// The most frequent surnames, with those of two characters.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳湛喻易柳聂翟甘";

/// Whether a text is the name of a person: a surname with one or two characters behind it.
fn is_person(word: &str) -> bool {
    let mut letters = word.chars();
    let is_surname = letters.next().is_some_and(|first| SURNAMES.contains(first));
    let rest = letters.as_str();
    is_surname && (1..=2).contains(&rest.chars().count()) && rest.chars().all(is_han)
}

/// Whether a text may be the name of an office.
fn is_office(word: &str) -> bool {
    const ENDS: [&str; 20] = [
        "局",
        "股",
        "室",
        "科",
        "办",
        "委",
        "中心",
        "站",
        "队",
        "院",
        "所",
        "厅",
        "处",
        "镇",
        "乡",
        "街道",
        "政府",
        "公司",
        "委员会",
        "组",
    ];
    let count = word.chars().count();
    // Words of sentences, which no name of an office has.
    let is_sentence = word.contains(['由', '的', '按', '请', '须', '将', '各']);
    (3..=20).contains(&count)
        && !is_sentence
        && !word.contains(|c: char| "，。；、：:,;".contains(c) || c.is_ascii_digit())
        && ENDS.iter().any(|end| word.ends_with(end))
}

/// Whether a text is the name of an office also where names of tasks stand, which may end with 中心 or 组.
fn is_certain_office(word: &str) -> bool {
    ["局", "股", "办公室", "科", "政府", "委员会", "厅", "街道办"].iter().any(|end| word.ends_with(end))
}
