//! The row of a head: most of its texts are names of columns.

use crate::model::table::ColumnKind;
use crate::read::import::book::Sheet;
use crate::read::import::caption::{is_above, plain};
use crate::text::marker::Marker;

/// The rows in which a head is looked for.
const TOP: usize = 40;

/// The first row in which at least half of the texts are names of columns, otherwise the row with the most texts.
pub(super) fn head_row(sheet: &Sheet) -> Option<usize> {
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
