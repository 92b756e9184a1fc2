//! About the tasks that body and table name.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::codes::{TASK_DIFFERS, TASKS_MOVED};
use crate::source::Span;

/// Paragraphs of the body that were moved into a table.
pub fn tasks_moved(span: Span, count: usize, placeholder: &str) -> Diagnostic {
    let message = message!(
        "从这里起的{count}段的任务名称与表对得上，写进了各项任务的“要求”，正文里用“{placeholder}”代替",
        "{count} paragraphs from here on have the names of the tasks of the table; they are 要求 of the tasks now, and `{placeholder}` stands in their place"
    );
    Diagnostic::new(&TASKS_MOVED, span, message).help(message!(
        "只对了名称和顺序；各段的内容、期限、股室和数量与表是否一致，请核对",
        "names and order agree; compare what the paragraphs say, their days, offices and numbers, with the table"
    ))
}

/// Headings with the names of the tasks of the table that stay as they are.
pub fn tasks_untouched(span: Span, count: usize) -> Diagnostic {
    let message = message!(
        "从这里起有{count}个标题与表中任务的名称相同，照写留着，没有换成“{{{{任务要求}}}}”",
        "{count} headings from here on have the names of tasks of the table; they stay as written, and `{{{{任务要求}}}}` does not stand in their place"
    );
    Diagnostic::new(&TASKS_MOVED, span, message).help(message!(
        "同一项任务写在两处，改一处时两处都要改",
        "these tasks stand in two places: whoever changes one of them has to change both"
    ))
}

/// A task that the body calls by another name than the table.
pub fn task_differs(span: Span, body: &str, table: &str) -> Diagnostic {
    let message = message!(
        "任务在正文里是“{body}”，在表里是“{table}”",
        "the body calls the task {body:?}, the table {table:?}"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message).help(message!(
        "两处都照写导入了；写错了的，改正 tasks.yaml 的“名称”或“正文标题”",
        "both were imported as written; correct 名称 or 正文标题 in tasks.yaml where one is wrong"
    ))
}

/// A task whose heading, which stays in the body, has another name than the table.
pub fn untouched_task_differs(span: Span, body: &str, table: &str) -> Diagnostic {
    let message = message!(
        "任务在正文里是“{body}”，在表里是“{table}”",
        "the body calls the task {body:?}, the table {table:?}"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message).help(message!(
        "两处都照写导入了；核对后改正 notice.md 或者 tasks.yaml",
        "both were imported as written; correct notice.md or tasks.yaml where one is wrong"
    ))
}

/// Paragraphs of the body that tell of the tasks of the table and were not moved.
pub fn tasks_stay(span: Span, count: usize) -> Diagnostic {
    let message = message!(
        "从这里起的{count}段说的是表中的任务，但与表不能逐项对上，照写留在正文里，没有换成“{{{{任务要求}}}}”",
        "{count} paragraphs from here on tell of the tasks of the table, but not one by one; they stay in the body, and `{{{{任务要求}}}}` does not stand in their place"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message).help(message!(
        "正文与表的任务、顺序应当一致，在原件里改正再导入；确实如此的，不必改",
        "tasks and their order should be equal in body and table: correct the original and import again, or leave it if it is meant"
    ))
}

/// A paragraph among those of tasks whose task the table lacks.
pub fn not_in_table(span: Span, body: &str) -> Diagnostic {
    let message = message!(
        "正文里的任务“{body}”在表里没有找到",
        "the table does not have the task {body:?} of the body"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message)
        .help(message!("核对后改正正文或者表", "correct the body or the table"))
}

/// A task of which the body does not tell, beside others of which it does.
pub fn not_in_body(span: Span, table: &str) -> Diagnostic {
    let message = message!(
        "表里的任务“{table}”在正文逐项写的任务里没有找到",
        "the body, which tells of the tasks one by one, does not have the task {table:?} of the table"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message)
        .help(message!("核对后改正正文或者表", "correct the body or the table"))
}
