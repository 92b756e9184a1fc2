//! Rows below a table with only one text: the name of a person or an office, or a note.

use std::collections::BTreeMap;

use crate::model::table::ColumnKind;
use crate::read::import::book::Sheet;
use crate::read::import::caption::plain;
use crate::read::import::frame::{Frame, is_numbered};
use crate::read::import::signature::is_signature;
use crate::text::han::is_han;
use crate::text::marker::Marker;

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
pub fn is_person(word: &str) -> bool {
    let mut letters = word.chars();
    let is_surname = letters.next().is_some_and(|first| SURNAMES.contains(first));
    let rest = letters.as_str();
    is_surname && (1..=2).contains(&rest.chars().count()) && rest.chars().all(is_han)
}

/// Whether a text may be the name of an office.
pub fn is_office(word: &str) -> bool {
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
