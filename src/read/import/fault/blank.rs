//! The findings about blank cells of an imported table.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::codes::{OFFICE_BLANK, TASK_BLANK};
use crate::read::import::fault::cell::quoted;
use crate::source::Span;

/// A row with a number and without a task; `above` is the task above.
pub fn unnamed(span: Span, above: &str) -> Diagnostic {
    let above = quoted(above);
    let message = message!(
        "这一行有序号，任务是空的，已归入上面的“{above}”",
        "this row has a number but no task; it was taken as part of “{above}” above"
    );
    Diagnostic::new(&TASK_BLANK, span, message).help(message!(
        "是另一项任务的，在工作簿里填上任务，再导入；或者在 YAML 中分开",
        "if it is a task of its own, name it in the workbook and import again, or divide it in the YAML"
    ))
}

/// A task without a name, with none above it; `taken` is the text that was taken for the name.
pub fn nameless(span: Span, taken: &str) -> Diagnostic {
    let taken = quoted(taken);
    let message = message!(
        "这一行的任务是空的，名称暂用“{taken}”",
        "the task of this row has no name; “{taken}” was taken for it"
    );
    Diagnostic::new(&TASK_BLANK, span, message).help(message!(
        "在工作簿里填上任务，再导入；或者改 YAML 中的“名称”",
        "name the task in the workbook and import again, or change 名称 in the YAML"
    ))
}

/// A task or measure without an office; `column` is the name of the column.
pub fn no_office(span: Span, column: &str) -> Diagnostic {
    let message = if column.is_empty() {
        message!("这一行没有表头的那一列是空的", "nothing stands in the column without a head in this row")
    } else {
        message!("这一行的“{column}”是空的", "nothing stands under {column} in this row")
    };
    Diagnostic::new(&OFFICE_BLANK, span, message).help(message!(
        "填上单位，再导入，或者在 YAML 中填写；几行同一单位的，合并单元格或逐行填写；确实没有的写“无”",
        "name the office and import again, or write it into the YAML: one for several rows merged or in each of them, 无 if nobody is"
    ))
}
