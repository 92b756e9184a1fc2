//! The findings of importing, each message in one place.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::Kind;
use crate::read::import::codes::{
    ERROR_VALUE, FAR_CELLS, FORMULA, HIDDEN, LOCKED, MERGE_NOT_KEPT, NO_TABLE, NO_TITLE, NOT_A_WORKBOOK,
    NOT_PLACED, PERSONAL_NOTE, SEVERAL_TABLES, SKIPPED, TOO_LARGE, UNCALCULATED,
};
use crate::read::workbook;
use crate::source::Span;

/// The most of a cell's text that a message quotes, in characters.
const QUOTED: usize = 30;

/// A workbook that cannot be read.
pub fn unreadable(span: Span, fault: &workbook::Fault) -> Diagnostic {
    let codes = workbook::Codes { not_a_workbook: &NOT_A_WORKBOOK, locked: &LOCKED, too_large: &TOO_LARGE };
    fault.finding(span, &codes)
}

/// A table that spans more cells than can be looked at.
pub fn too_wide(span: Span, most: usize) -> Diagnostic {
    let message = message!(
        "表格到这里跨过的单元格超过 {most} 个，没有导入",
        "the table spans more than {most} cells up to here and was not imported"
    );
    Diagnostic::new(&TOO_LARGE, span, message).help(message!(
        "把要用的表格复制到一个新的工作簿，只带有内容的行和列，保存后再导入",
        "copy the table into a new workbook, only the rows and columns that are filled, and import that"
    ))
}

/// A table of more columns than a table may have.
pub fn too_many_columns(span: Span, count: usize, most: usize) -> Diagnostic {
    let message = message!(
        "表有 {count} 列，最多 {most} 列，没有导入",
        "the table has {count} columns, more than {most}, and was not imported"
    );
    Diagnostic::new(&TOO_LARGE, span, message).help(message!(
        "只保留要公开的各列，再导入",
        "keep the columns that are to be published and import again"
    ))
}

/// Another table below the first.
pub fn other_table(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    let message = message!(
        "下面还有一张表，从“{text}”起没有导入",
        "another table below, from “{text}” on, was not imported"
    );
    Diagnostic::new(&SEVERAL_TABLES, span, message).help(message!(
        "需要的，移到单独的工作表里，再导入",
        "move it to a sheet of its own and import that where it is needed"
    ))
}

/// A note that names a person or a number.
pub fn personal_note(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    let message = message!(
        "表注“{text}”里有联系人或电话，会公开",
        "the note “{text}” names a person or a number and would be published"
    );
    Diagnostic::new(&PERSONAL_NOTE, span, message).help(message!(
        "不公开的，从 YAML 的“表注”中删去",
        "delete it from 表注 of the YAML where it is not meant for the public"
    ))
}

/// Merged ranges that cover more of a sheet than a table can have.
pub fn too_many_merged(span: Span) -> Diagnostic {
    Diagnostic::new(
        &MERGE_NOT_KEPT,
        span,
        message!(
            "合并的单元格太多，从这一处起按没有合并导入",
            "too many cells are merged; from this range on they were imported as if they were not merged"
        ),
    )
    .help(message!("取消表格以外的合并，再导入", "unmerge the cells outside of the table and import again"))
}

/// Cells far away from all others; `text` stands in the first of them.
pub fn far(span: Span, text: &str, count: usize) -> Diagnostic {
    let text = quoted(text);
    let message = message!(
        "离表格很远的 {count} 个单元格没有导入，这里是“{text}”",
        "{count} cells far away from the table were left out; “{text}” is here"
    );
    Diagnostic::new(&FAR_CELLS, span, message).help(message!(
        "不需要的，在工作簿里删去；需要的，移到表格里再导入",
        "delete them in the workbook, or move them into the table and import again"
    ))
}

/// No row of heads that fits the kind of sheet.
pub fn no_table(span: Span, kind: Kind) -> Diagnostic {
    let (message, help) = match kind {
        Kind::Table => (
            message!("没有找到责任分解表", "there is no table here"),
            message!(
                "表要有一行表头，例如“序号、工作任务、责任单位”，下面是内容；表在别的工作表里的，用 --sheet 指定",
                "a table has a row of heads such as 序号, 工作任务, 责任单位 and rows below it; name another sheet with --sheet"
            ),
        ),
        Kind::Roster => (
            message!("没有找到名单", "there is no sheet of names here"),
            message!(
                "名单要有一行表头：“股室”（或“单位”）一列，“责任人”“联络人”“电话”至少一列；在别的工作表里的，用 --sheet 指定",
                "it has a row of heads: 股室 (or 单位), and at least one of 责任人, 联络人, 电话; name another sheet with --sheet"
            ),
        ),
        Kind::Register => (
            message!("没有找到机构名录", "there is no sheet of offices here"),
            message!(
                "机构名录要有一行表头，其中一列是“股室”“单位名称”之类，下面一行一个名称；在别的工作表里的，用 --sheet 指定",
                "it has a row of heads, one of them such as 股室 or 单位名称, and a name in each row below; name another sheet with --sheet"
            ),
        ),
    };
    Diagnostic::new(&NO_TABLE, span, message).help(help)
}

/// A sheet that is not there.
pub fn no_sheet(span: Span, name: &str, sheets: &[&str]) -> Diagnostic {
    let all = sheets.join("、");
    Diagnostic::new(&NO_TABLE, span, message!("没有名为“{name}”的工作表", "there is no sheet {name:?}"))
        .help(message!("有内容的工作表：{all}", "sheets with something on them: {all}"))
}

/// Sheets that were not imported.
pub fn several(span: Span, taken: &str, others: &[&str]) -> Diagnostic {
    let others = others.join("、");
    Diagnostic::new(
        &SEVERAL_TABLES,
        span,
        message!(
            "导入的是“{taken}”；还有几个工作表像责任分解表：{others}",
            "{taken:?} was imported; other sheets look like tables, too: {others}"
        ),
    )
    .help(message!("用 --sheet 指定名称，逐张导入", "name a sheet with --sheet; import them one by one"))
}

/// A table without a title.
pub fn no_title(span: Span, name: &str) -> Diagnostic {
    let message =
        message!("表头上方没有标题，表名暂用“{name}”", "nothing stands above the head; 表名 is {name:?}");
    Diagnostic::new(&NO_TITLE, span, message)
        .help(message!("在“表名”处改成正式名称", "write its proper name behind 表名"))
}

/// A head in the middle of the table.
pub fn head_again(span: Span) -> Diagnostic {
    Diagnostic::new(
        &SKIPPED,
        span,
        message!(
            "这里重复的表头没有导入：打印时每页自动有表头",
            "the head, repeated here, was left out: it is printed on every page anyway"
        ),
    )
}

/// A text without a place.
pub fn not_placed(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    Diagnostic::new(&NOT_PLACED, span, message!("没有导入“{text}”", "“{text}” was not imported")).help(
        message!(
            "确实需要的，写进“表名”“表注”或通知正文",
            "write it into 表名, 表注 or the paper where it is needed"
        ),
    )
}

/// A cell that spans rows of several tasks, or some of a task's.
pub fn split(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    Diagnostic::new(
        &MERGE_NOT_KEPT,
        span,
        message!(
            "“{text}”合并的行数与任务、分组不一致，已逐行填写",
            "“{text}” spans rows that are not those of a task or group; it was written in each of them"
        ),
    )
    .help(message!(
        "要合并显示的，改在任务或分组上填写一次",
        "to show it merged, write it once on the task or the group"
    ))
}

/// A cell that spans several columns.
pub fn wide(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    Diagnostic::new(
        &MERGE_NOT_KEPT,
        span,
        message!(
            "“{text}”横跨几列，已写在最左一列",
            "“{text}” spans several columns; it was written in the leftmost of them"
        ),
    )
    .help(message!("核对它属于哪一列", "check to which column it belongs"))
}

/// A kind of workbook whose merged cells cannot be read.
pub fn no_merges(span: Span) -> Diagnostic {
    Diagnostic::new(
        &MERGE_NOT_KEPT,
        span,
        message!(
            "这种工作簿读不出哪些单元格是合并的，空白格按与上方合并理解",
            "which cells are merged cannot be read from this kind of workbook; blank cells were taken for merged with those above"
        ),
    )
    .help(message!(
        "在 Excel 或 WPS 中“另存为”xlsx 再导入，更为准确",
        "save it as xlsx in Excel or WPS and import that"
    ))
}

/// A formula.
pub fn formula(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    Diagnostic::new(
        &FORMULA,
        span,
        message!("这里是公式，导入的是它的值“{text}”", "here is a formula; its value “{text}” was imported"),
    )
}

/// A formula that was never calculated.
pub fn uncalculated(span: Span) -> Diagnostic {
    let message = message!(
        "这里是公式，但文件里没有算出的值，这一格没有导入",
        "here is a formula without a value; the cell was left out"
    );
    Diagnostic::new(&UNCALCULATED, span, message).help(message!(
        "用 Excel 或 WPS 打开，按 Ctrl+S 保存一次，再导入；或者在 YAML 中填写",
        "open it in Excel or WPS, save it once and import again, or write the value into the YAML"
    ))
}

/// A value that the number format does not show. Its words stay unsaid: somebody hid them.
pub fn concealed(span: Span) -> Diagnostic {
    let message = message!(
        "这一格有内容，但数字格式（如“;;;”）不显示它，没有导入",
        "the number format, such as `;;;`, does not show this cell's value; it was left out"
    );
    Diagnostic::new(&HIDDEN, span, message).help(message!(
        "需要的，在“设置单元格格式”中改为“常规”，再导入",
        "set the cell's format to General and import again where it is needed"
    ))
}

/// An error in place of a value.
pub fn error_value(span: Span, text: &str) -> Diagnostic {
    let text = text.trim();
    let message = message!("这一格显示的是错误值“{text}”", "this cell shows the error {text:?}");
    Diagnostic::new(&ERROR_VALUE, span, message).help(message!(
        "在工作簿里改正公式或填写内容，再导入；或者改 YAML 中的这一处",
        "mend the formula or type the value, and import again, or change it in the YAML"
    ))
}

/// Hidden sheets.
pub fn hidden_sheets(span: Span, names: &[&str]) -> Diagnostic {
    let all = names.iter().take(20).copied().collect::<Vec<_>>().join("、");
    Diagnostic::new(
        &HIDDEN,
        span,
        message!("隐藏的工作表没有导入：{all}", "hidden sheets were left out: {all}"),
    )
    .help(message!("需要的，用 --sheet 指定", "name one with --sheet where it is needed"))
}

/// Hidden rows and columns.
pub fn hidden(span: Span, names: &[String]) -> Diagnostic {
    let all = names.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("、");
    Diagnostic::new(
        &HIDDEN,
        span,
        message!("隐藏的行或列没有导入：{all}", "hidden rows or columns were left out: {all}"),
    )
    .help(message!(
        "需要的，在工作簿里取消隐藏，再导入",
        "unhide them in the workbook and import again where they are needed"
    ))
}

/// The label above the table.
pub fn skipped(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(
        &SKIPPED,
        span,
        message!(
            "“{text}”没有导入：附件的编号由通知生成",
            "“{text}” was left out: the notice numbers its attachments"
        ),
    )
}

/// An office that stands in the list twice.
pub fn twice(span: Span, name: &str) -> Diagnostic {
    let name = quoted(name);
    Diagnostic::new(
        &SKIPPED,
        span,
        message!("“{name}”上面已经有了，只写一次", "“{name}” stands above already and was written once"),
    )
}

fn quoted(text: &str) -> String {
    let line = text.replace('\n', " ");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
