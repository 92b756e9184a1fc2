//! The lines above the head of a table: label, title, 填报单位.

use crate::read::import::book::{Area, Sheet};
use crate::text::marker::Marker;
use crate::text::space::without_spaces;

/// The lines above a head.
#[derive(Debug, Default)]
pub struct Caption {
    /// 表名; empty when nothing stands above the head.
    pub title: String,
    /// 填报单位, where there is such a line.
    pub unit: Option<String>,
    /// The label of the attachment, which is left out.
    pub label: Option<(usize, usize)>,
    /// Texts above the head that have no place.
    pub left_over: Vec<(usize, usize)>,
}

/// The lines above a head.
pub fn caption(sheet: &Sheet, head: usize) -> Caption {
    let mut caption = Caption::default();
    let said: Vec<(Area, &str)> = (0..head).flat_map(|row| sheet.said(row)).collect();
    let mut titled: Option<Area> = None;
    for (i, (area, text)) in said.iter().enumerate() {
        let place = (area.row, area.column);
        let last = !said[i + 1..].iter().any(|(_, text)| reporting_unit(text).is_none());
        if i == 0 && is_label(text) && !last {
            caption.label = Some(place);
        } else if let Some(unit) = reporting_unit(text).filter(|_| caption.unit.is_none()) {
            caption.unit = Some(unit.to_owned());
        } else if is_above(&plain(text)) {
            caption.left_over.push(place);
        } else if let Some(title) = titled {
            if !goes_on(title, *area, text) {
                caption.left_over.push(place);
                continue;
            }
            caption.title = format!("{}\n{text}", caption.title);
            titled = Some(*area);
        } else {
            (*text).clone_into(&mut caption.title);
            titled = Some(*area);
        }
    }
    caption
}

/// Whether a title goes on in the row below: merged over the same columns, and no day.
fn goes_on(title: Area, below: Area, text: &str) -> bool {
    let same = title.columns > 1 && (title.column, title.columns) == (below.column, below.columns);
    let is_day = plain(text).chars().all(|c| c.is_ascii_digit() || "年月日.-/".contains(c));
    same && below.row == title.bottom() && !is_day
}

/// 附件, 附件1, 附件一：
fn is_label(text: &str) -> bool {
    let word = plain(text);
    let Some(rest) = word.strip_prefix("附件").or_else(|| word.strip_prefix("附表")) else {
        return false;
    };
    let rest = rest.trim_end_matches([':', '：', '.']);
    rest.is_empty() || Marker::whole(rest).is_some()
}

/// The words behind 填报单位（加盖公章）：, or a line that begins with 填报单位 otherwise.
fn reporting_unit(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.strip_prefix("填报单位")?;
    let behind = ["（加盖公章）：", "(加盖公章):", "（加盖公章）:", "(加盖公章)："];
    let behind = behind.iter().find_map(|label| rest.strip_prefix(label));
    Some(behind.unwrap_or(text))
}

/// 填报单位, 填报时间 and the like stand above a head.
pub fn is_above(word: &str) -> bool {
    ["填报", "填表", "制表", "单位：", "单位:", "编制"].iter().any(|start| word.starts_with(start))
}

/// Whether a text begins with one of some words and a colon close behind it: 注：, 填表人（签字）：
pub fn is_labelled(word: &str, starts: &[&str]) -> bool {
    let is_before_colon = |rest: &str| rest.chars().take(8).any(|c| matches!(c, '：' | ':'));
    starts.iter().any(|start| word.strip_prefix(start).is_some_and(is_before_colon))
}

/// A text without white space: heads are often spaced out (序 号).
pub fn plain(text: &str) -> String {
    without_spaces(text)
}
