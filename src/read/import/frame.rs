//! The frame of a table's body: the lines above it and the head with its tiers.

use std::collections::BTreeSet;

use crate::model::table::ColumnKind;
use crate::read::import::book::{Area, Sheet};
use crate::read::import::caption::{Caption, caption, is_above, plain};
use crate::read::import::foot::foot;
use crate::text::marker::Marker;

/// The rows in which a head is looked for.
const TOP: usize = 40;

/// The most tiers of a head.
const TIERS: usize = 6;

/// The parts of a sheet.
#[derive(Debug)]
pub struct Frame {
    /// The lines above the head.
    pub caption: Caption,
    /// The first column of the table.
    pub left: usize,
    /// The tiers of each column's head, from the top.
    pub tiers: Vec<Vec<String>>,
    /// Names of the columns: in our own workbooks those of the sheet 数据, else the last tiers of their heads.
    pub names: Vec<String>,
    /// Whether the sheet is one of our own workbooks.
    pub is_own: bool,
    /// The width of each column in characters; `None` for all where the columns are equally wide.
    pub widths: Vec<Option<u16>>,
    /// The first row of the head.
    pub head: usize,
    /// The first row of the body.
    pub body: usize,
}

/// The frame of any sheet; `None` when it has no row of heads.
pub fn frame(sheet: &Sheet) -> Option<Frame> {
    let head = head_row(sheet)?;
    let mut left = sheet.said(head).map(|(area, _)| area.column).min()?;
    let mut right = sheet.said(head).map(|(area, _)| area.right()).max()?;
    let depth = depth(sheet, head, left, right);
    // Columns without a head belong to the table when something stands in them, up to the first blank one.
    let body = head + depth..sheet.rows;
    // Rows below the table may be wider than it: 填表人 | 张三 | 审核人 | 李四.
    let rows = head + depth..Frame::of_head(sheet, head, depth, (left, right)).last_row(sheet);
    let is_said: BTreeSet<usize> =
        rows.flat_map(|row| sheet.said(row)).map(|(area, _)| area.column).collect();
    while left > 0 && is_said.contains(&(left - 1)) {
        left -= 1;
    }
    while is_said.contains(&right) {
        right += 1;
    }
    let mut caption = caption(sheet, head);
    for (area, _) in body.flat_map(|row| sheet.said(row)) {
        if area.column < left || area.column >= right {
            caption.left_over.push((area.row, area.column));
        }
    }
    let tiers = tiers(sheet, head, depth, (left, right), true);
    let mut widths: Vec<Option<u16>> = (left..right).map(|column| sheet.width(column)).collect();
    if widths.windows(2).all(|pair| pair[0] == pair[1]) {
        widths.fill(None);
    }
    let body = head + depth;
    let names = (left..right).zip(&tiers).map(|(column, tiers)| name(sheet, (body - 1, column), tiers));
    let names = names.collect();
    Some(Frame { caption, left, tiers, names, is_own: false, widths, head, body })
}

impl Frame {
    /// A frame of the columns that have a head.
    fn of_head(sheet: &Sheet, head: usize, depth: usize, (left, right): (usize, usize)) -> Self {
        let tiers = tiers(sheet, head, depth, (left, right), true);
        let names =
            (left..right).zip(&tiers).map(|(column, tiers)| name(sheet, (head + depth - 1, column), tiers));
        let (names, widths) = (names.collect(), vec![None; right - left]);
        let caption = Caption::default();
        Self { caption, left, tiers, names, is_own: false, widths, head, body: head + depth }
    }

    /// One past the last row of the table.
    fn last_row(&self, sheet: &Sheet) -> usize {
        foot(sheet, self).end
    }
}

/// The name of a column: the last tier of its head, with a number where that stands over a column on the left, too.
fn name(sheet: &Sheet, (row, column): (usize, usize), tiers: &[String]) -> String {
    let text = plain(tiers.last().map_or("", String::as_str));
    let first = sheet.area(row, column).column;
    if first < column && !text.is_empty() { format!("{text}{}", column - first + 1) } else { text }
}

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
        let caption = own_caption(sheet, head)?;
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
    let places = (1..=CAPTION).flat_map(|head| (0..=TIERS).map(move |depth| (head, depth)));
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

/// The lines above a head of our own: a title, between a label and 填报单位 or not. `None` if so many rows are others.
fn own_caption(sheet: &Sheet, rows: usize) -> Option<Caption> {
    let mut caption = caption(sheet, rows);
    // A title may begin like a line that is none: 编制……分工表.
    if let ("", &[(row, column)]) = (caption.title.as_str(), &caption.left_over[..]) {
        sheet.text(row, column).clone_into(&mut caption.title);
        caption.left_over.clear();
    }
    let others = usize::from(caption.label.is_some()) + usize::from(caption.unit.is_some());
    (rows == 1 + others && caption.left_over.is_empty()).then_some(caption)
}

/// The name of a column of our own. Workbooks of before have its whole head in place of the name.
fn own_name(name: &str, tiers: &[String]) -> String {
    let is_whole = tiers.len() > 1 && heading(tiers) == name;
    let leaf = tiers.last().filter(|leaf| is_whole && !leaf.trim().is_empty());
    leaf.map_or_else(|| name.to_owned(), |leaf| plain(leaf))
}

/// The first row in which at least half of the texts are names of columns, otherwise the row with the most texts.
fn head_row(sheet: &Sheet) -> Option<usize> {
    let top = 0..sheet.rows.min(TOP);
    let is_head = |row: &usize| is_head(sheet, *row);
    let most = |row: &usize| (sheet.said(*row).count(), usize::MAX - row);
    let fullest = top.clone().filter(|row| sheet.said(*row).count() > 1).max_by_key(most);
    top.clone().find(is_head).or(fullest).filter(|head| head + 1 < sheet.rows)
}

/// Whether at least half of the texts in a row are names of columns. A row with a number of its own is none.
pub fn is_head(sheet: &Sheet, row: usize) -> bool {
    let words: Vec<String> = sheet.said(row).map(|(_, text)| plain(text)).collect();
    words.len() > 1
        && !is_above(&words[0])
        && Marker::whole(&words[0]).is_none()
        && words.iter().filter(|word| is_column_name(word)).count() * 2 >= words.len()
}

/// Whether a text is the name of a column. Longer texts are not.
fn is_column_name(word: &str) -> bool {
    const WORDS: [&str; 18] = [
        "序号", "任务", "措施", "举措", "内容", "单位", "责任", "领导", "时限", "时间", "备注", "项目",
        "目标", "类别", "指标", "标准", "权重", "事项",
    ];
    let known = ColumnKind::of_name(word) != ColumnKind::Text;
    word.chars().count() <= 30 && (known || WORDS.iter().any(|part| word.contains(part)))
}

/// The rows that the head takes: where cells are merged over several columns, there is a tier below them.
fn depth(sheet: &Sheet, head: usize, left: usize, right: usize) -> usize {
    let areas = |row: usize| (left..right).map(move |column| sheet.area(row, column));
    let mut depth = areas(head).map(|area| area.bottom() - head).max().unwrap_or(1).clamp(1, TIERS);
    let wide = |area: Area| area.columns > 1 && area.columns < right - left;
    // A row with a text below a head of one column belongs to the body.
    let body = |depth: usize| {
        let ends = |area: Area| area.columns == 1 && area.bottom() == head + depth;
        let mut below = (left..right).filter(|column| ends(sheet.area(head + depth - 1, *column)));
        below.any(|column| !sheet.text(head + depth, column).trim().is_empty())
    };
    while depth < TIERS
        && head + depth + 1 < sheet.rows
        && areas(head + depth - 1).any(|area| wide(area) && area.bottom() == head + depth)
        && !body(depth)
    {
        depth += 1;
    }
    if depth == 1 && goes_on_unmerged(sheet, head, left, right) { 2 } else { depth }
}

/// Whether the row below is a second tier although nothing is merged: it has texts under a head that blank
/// cells follow, and none in the columns of numbers and tasks.
fn goes_on_unmerged(sheet: &Sheet, head: usize, left: usize, right: usize) -> bool {
    let below = head + 1;
    let keys = |column: &usize| {
        let kind = ColumnKind::of_name(&plain(sheet.text(head, *column)));
        matches!(kind, ColumnKind::Number | ColumnKind::Task)
    };
    let mut keys = (left..right).filter(keys).peekable();
    let blank = |row: usize, column: usize| sheet.text(row, column).trim().is_empty();
    keys.peek().is_some()
        && keys.all(|column| blank(below, column))
        && (left + 1..right).any(|column| blank(head, column) && !blank(below, column))
        && sheet.said(below).count() > 1
        && sheet.said(below).all(|(_, text)| text.chars().count() <= 20)
}

/// The tiers of each column: the different cells above its body, from the top. Where nothing is merged, `guess`
/// takes a head to stand over the blank cells on its right and below it.
fn tiers(
    sheet: &Sheet,
    head: usize,
    depth: usize,
    (left, right): (usize, usize),
    guess: bool,
) -> Vec<Vec<String>> {
    let merged = (left..right).any(|column| {
        let area = sheet.area(head, column);
        area.rows > 1 || area.columns > 1
    });
    let mut above = String::new();
    let column = |column: usize| {
        let mut tiers: Vec<String> = Vec::new();
        let mut row = head;
        while row < head + depth {
            tiers.push(sheet.text(row, column).to_owned());
            row = sheet.area(row, column).bottom().max(row + 1);
        }
        if guess && depth > 1 && !merged {
            if tiers[0].trim().is_empty() && tiers.iter().skip(1).any(|tier| !tier.trim().is_empty()) {
                tiers[0].clone_from(&above);
            }
            while tiers.len() > 1 && tiers.last().is_some_and(|tier| tier.trim().is_empty()) {
                tiers.pop();
            }
        }
        above = tiers.first().cloned().unwrap_or_default();
        tiers
    };
    (left..right).map(column).collect()
}
