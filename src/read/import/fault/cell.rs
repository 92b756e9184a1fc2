//! The findings about cells of an imported sheet.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::codes::{
    ERROR_VALUE, FAR_CELLS, FORMULA, HIDDEN, LINES_JOINED, MERGE_NOT_KEPT, NOT_PLACED, PERSONAL_NOTE,
    SEVERAL_TABLES, SKIPPED, UNCALCULATED,
};
use crate::source::Span;

/// The most of a cell's text that a message quotes, in characters.
const QUOTED: usize = 30;

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

/// Rows with nothing but a number, of which `text` stands in the first.
pub fn only_numbered(span: Span, text: &str, count: usize) -> Diagnostic {
    let text = quoted(text.trim());
    let message = message!(
        "没有导入序号“{text}”：这一行只有序号（这样的行共 {count} 行）",
        "the number “{text}” was not imported: nothing else stands in its row (rows of this kind: {count})"
    );
    Diagnostic::new(&NOT_PLACED, span, message).help(message!(
        "是没有填的空行，不必改；漏填了任务的，在原件里填上，再导入",
        "nothing to do where the row was left blank; where a task is missing, fill it in and import again"
    ))
}

/// A name or an office alone below a table.
pub fn lone(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    let message = message!(
        "没有导入“{text}”：表的下面一行只有它",
        "“{text}” was not imported: it stands alone in a row below the table"
    );
    Diagnostic::new(&NOT_PLACED, span, message).help(message!(
        "是落款或签名的，不必改；是上面一项的内容的，写进 YAML 的那一项",
        "nothing to do where it is a signature; write it into the last item of the YAML where it belongs to that"
    ))
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

/// Lines of a cell that are one value.
pub fn lines_joined(span: Span, before: &str, after: &str) -> Diagnostic {
    let one = after.replace('\n', "⏎");
    let lines = before.lines().map(str::trim).collect::<Vec<_>>().join("⏎");
    let message = message!(
        "这一格的“{lines}”分了行，有的行单独读不通，认作列太窄换的行，合成“{one}”",
        "the lines {lines:?} of this cell, of which some cannot be read alone, were taken for one value that a narrow column divides: {one:?}"
    );
    Diagnostic::new(&LINES_JOINED, span, message)
        .help(message!("不是一项的，在 YAML 中分开写", "write them apart in the YAML where they are several"))
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

/// The beginning of a text on one line.
pub fn quoted(text: &str) -> String {
    let line = text.replace('\n', " ");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
