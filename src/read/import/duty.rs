//! Columns of offices whose heads do not say so, and columns whose heads say so and that hold something else.

use crate::model::table::ColumnKind;
use crate::read::import::body::Cell;
use crate::read::import::caption::plain;
use crate::read::import::frame::Frame;
use crate::read::import::name_kind::NameKind;
use crate::read::import::parties::{is_nobody, parties};

/// Words of heads of those who answer for a task.
const DUTY: [&str; 14] = [
    "责任", "牵头", "配合", "协同", "承办", "主办", "协办", "督办", "落实", "主管", "实施", "股室", "科室",
    "处室",
];

/// Words for offices in a head.
const OFFICES: [&str; 7] = ["单位", "部门", "股室", "科室", "处室", "主体", "机构"];

/// Heads of places and of units of measurement.
const PLACES: [&str; 3] = ["乡镇", "单位", "部门"];

/// Words of heads with which a body is the object of a task and does not answer for it.
const OBJECTS: [&str; 20] = [
    "被",
    "受",
    "计量",
    "建设",
    "施工",
    "监理",
    "设计",
    "申报",
    "申请",
    "填报",
    "供货",
    "中标",
    "工作单位",
    "发证",
    "审批",
    "所属",
    "所在",
    "涉及",
    "投诉",
    "举报",
];

/// Whether a head says that responsibilities stand below it, of offices perhaps with persons: 责任分工, 责任单位及责任人.
pub fn may_name_offices(head: &str) -> bool {
    const DIVIDED: [&str; 4] = ["分工", "责任落实", "责任划分", "责任归属"];
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
    let is_mixed =
        has(&OFFICES) && has(&["责任", "牵头", "落实"]) && ends(&["人", "人员", "领导", "人员）", "人）"]);
    head == "责任" || ends(&DIVIDED) || is_mixed
}

/// Whether responsibilities stand in a column that is not one of offices: its head says so, or names an office above marks.
pub fn has_responsibilities(tiers: &[String], cells: &[Cell]) -> bool {
    const MARKS: [&str; 13] = ["★", "☆", "△", "▲", "○", "●", "◎", "√", "✓", "✔", "牵头", "配合", "主责"];
    let names: Vec<String> = tiers.iter().map(|tier| plain(tier)).collect();
    let is_of_offices =
        |name: &String| may_name_offices(name) || ColumnKind::of_name(name) == ColumnKind::Office;
    let is_office = names.last().is_some_and(|name| NameKind::of(name) == NameKind::Office);
    let mut said = cells.iter().filter(|cell| !cell.is_blank()).peekable();
    let is_marked = said.peek().is_some() && said.all(|cell| MARKS.contains(&cell.text.trim()));
    names.iter().any(is_of_offices) || is_office && is_marked
}

/// Whether all cells of a column name offices, and nothing else.
pub fn name_offices(cells: &[Cell]) -> bool {
    let lines = || cells.iter().flat_map(|cell| cell.text.lines()).filter(|line| !line.trim().is_empty());
    let names = |line: &str| {
        let names = parties(line);
        is_nobody(line) || !names.is_empty() && names.iter().all(|named| named.kind != NameKind::Doubtful)
    };
    lines().next().is_some() && lines().all(names)
}

/// Whether a head is of a place, a unit or another body beside a column of those who answer: 乡镇 beside 责任单位.
pub fn is_beside_offices(frame: &Frame, head: &str) -> bool {
    let has = |name: &str, words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_of_duty = |name: &str| ColumnKind::of_name(name) == ColumnKind::Office && has(name, &DUTY);
    let is_other = PLACES.contains(&head) || has(head, &OBJECTS) && !has(head, &DUTY);
    is_other && frame.names.iter().any(|name| is_of_duty(&plain(name)))
}
