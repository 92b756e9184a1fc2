//! 填报说明: the sheet with instructions, and the words for 状态.

use rust_xlsxwriter::{Formula, Worksheet};

use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::handout::place::{SHEET, line};
use crate::render::xlsx::handout::rules::{A4, freedoms};
use crate::render::xlsx::style::{Formats, Style};
use crate::text::width::wrapped_lines;

/// Name of the sheet with instructions.
pub const EXPLANATION: &str = "填报说明";
/// Half widths of a line of the explanation that fit in any font, fewer than its column has.
const EXPLAINED: usize = 62;
/// The lines of the explanation.
pub fn explanation(issuer: &str, helps: bool) -> Vec<String> {
    let mut lines = vec![
        format!("请在“{SHEET}”表的浅黄色各列中填写；其他各列是规定内容，已锁定，请勿改动。"),
        "有进展的事项填一行，没有进展的整行留空；不要合并单元格，不要增加行。".to_owned(),
    ];
    if helps {
        lines.push("灰色的行在最下面，是协办的事项，可以不填。".to_owned());
    }
    lines.extend([
        "“状态”从下拉列表中选一个词；“进展情况”写做了什么、有什么成果，不限字数，分段时按 Alt+Enter，写不下时可拉高行。".to_owned(),
        "“佐证材料”一行写一件的名称；“填报日期”写成 2024-9-30 的样子，不晚于交回的当天；“填报人”可以不填。".to_owned(),
        format!("填好后保存为 Excel 工作簿（文件名可以改），交回{issuer}。"),
    ]);
    (1..).zip(lines).map(|(number, line): (usize, _)| format!("{number}. {line}")).collect()
}

/// Writes the explanation and the words for 状态. Returns the range of the words.
pub fn explain(
    sheet: &mut Worksheet,
    lines: &[String],
    words: &[&str],
    formats: &Formats,
) -> Result<Formula, Cause> {
    sheet.set_column_width(0, 92)?;
    sheet.set_row_height(0, 45)?;
    sheet.write_string_with_format(0, 0, EXPLANATION, formats.get(Style::Title)?)?;
    let format = formats.get(Style::Explanation)?;
    for (row, text) in (1..).zip(lines) {
        sheet.set_row_height(row, f64::from(line(wrapped_lines(text, EXPLAINED))) * 24.0 + 8.0)?;
        sheet.write_string(row, 0, text)?;
    }
    let head = line(lines.len()) + 2;
    sheet.write_string(head, 0, "可选的状态：")?;
    for (row, word) in (head + 1..).zip(words) {
        sheet.set_row_height(row, 24)?;
        sheet.write_string(row, 0, *word)?;
    }
    // Looking up a format compares all its properties: once for a range is cheaper than once for each cell.
    sheet.set_range_format(1, 0, line(lines.len()), 0, format)?;
    sheet.set_range_format(head, 0, head + line(words.len()), 0, format)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.protect_with_options(&freedoms());
    let (first, last) = (head + 2, head + 1 + line(words.len()));
    Ok(Formula::new(format!("='{EXPLANATION}'!$A${first}:$A${last}")))
}
