//! The findings of importing a paper, each at its line.

mod attachments;
mod headings;
mod missing;
mod pages;
mod tables;
mod tasks;

pub use attachments::{
    Label, attachment, attachment_differs, attachment_missing, attachment_of_issued, issued, list_added,
    name_apart, name_joined,
};
pub use headings::{Typed, contents, heading, number_foreign, number_kept, number_typed, unnumbered_heading};
pub use missing::{no_body, no_date, no_signature, no_such_date, no_title, pictures_only};
pub use pages::{
    field_differs, fields_left_out, link_left_out, linked_file, of_page, outside, perhaps_published,
    picture_in_cell, picture_left_out,
};
pub use tables::{
    TableName, columns_of_spaces, divided, merged_in_text, no_table_of_tasks, not_a_file_of_tasks, note,
    table_in_rows, table_moved, table_of_columns, table_of_tasks, table_placed,
};
pub use tasks::{
    not_in_body, not_in_table, task_differs, tasks_moved, tasks_stay, tasks_untouched, untouched_task_differs,
};

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::import::codes::{HEAD_LEFT_OUT, NOT_UNDERSTOOD, PAGE_EDGE, PAPER_PART};
use crate::source::Span;

/// A line that was taken for a part of the paper.
pub fn part(span: Span, part: &str) -> Diagnostic {
    Diagnostic::new(&PAPER_PART, span, message!("这里认作{part}", "this was taken for {part}"))
}

/// The first item of a list whose marks are typed.
pub fn list(span: Span) -> Diagnostic {
    let message = message!(
        "从这里起认作列表，行首的符号或编号由程序生成",
        "a list begins here; the program makes the marks or numbers of its items"
    );
    Diagnostic::new(&PAPER_PART, span, message)
}

/// The rest of a paragraph on a line of its own.
pub fn unwrapped(span: Span) -> Diagnostic {
    let message = message!(
        "这一行认作上一行的后半，合成一段",
        "this line was taken for the rest of the one above it; both are one paragraph"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "不是的，在 notice.md 中分成两段",
        "where it is not, make two paragraphs of it in notice.md"
    ))
}

/// A line that may be the rest of the one above it.
pub fn perhaps_wrapped(span: Span) -> Diagnostic {
    let message = message!(
        "上一行排满而没有句末标点，这一行可能是它的后半，没有合成一段",
        "the line above is full and ends no sentence; this may be its rest, and both stayed paragraphs"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "是一段的，在 notice.md 中接起来",
        "where both are one paragraph, join them in notice.md"
    ))
}

/// 抄报、分送.
pub fn copy_kept(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版记里只印“抄送”，“{words}”照写在正文末尾",
        "only 抄送 is printed below a paper; {words:?} stands at the end of the body as written"
    );
    Diagnostic::new(&NOT_UNDERSTOOD, span, message).help(message!(
        "可以改称抄送的，写进 notice.md 的“抄送”，从正文中删去",
        "write it behind 抄送 in notice.md where it may be called so, and delete it from the body"
    ))
}

/// 发文机关标志.
pub fn mark(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "“{words}”认作发文机关标志，Word 文件的版头由发文机关生成",
        "{words} was taken for the mark of the head, which Word files make of 发文机关"
    );
    Diagnostic::new(&PAPER_PART, span, message)
}

/// A line above the title that was not understood.
pub fn above_title(span: Span) -> Diagnostic {
    let message = message!(
        "标题上面的这一处没有看懂，放在了正文开头",
        "this stands above the title and was not understood; it is at the beginning of the body"
    );
    Diagnostic::new(&NOT_UNDERSTOOD, span, message)
        .help(message!("核对它在正文里的位置，不需要的删去", "check its place in the body, or delete it"))
}

/// A line below the date that was not understood.
pub fn not_understood(span: Span) -> Diagnostic {
    let message = message!(
        "成文日期下面的这一处没有看懂，放在了正文末尾",
        "this stands below the date and was not understood; it is at the end of the body"
    );
    Diagnostic::new(&NOT_UNDERSTOOD, span, message)
        .help(message!("核对它在正文里的位置，不需要的删去", "check its place in the body, or delete it"))
}

/// Numbers of pages that are written as paragraphs.
pub fn page_number(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "写在文中的页码“{words}”没有导入",
        "the number of a page, {words:?}, typed into the text, was left out"
    );
    Diagnostic::new(&PAGE_EDGE, span, message)
}

/// 份号、紧急程度.
pub fn head_left_out(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版头的“{words}”没有导入：公开的文件不印",
        "{words} of the head was left out: public papers do not have it"
    );
    Diagnostic::new(&HEAD_LEFT_OUT, span, message)
}

/// Words of 版记 about the making of the paper: 校对、打印、印数.
pub fn imprint_left_out(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版记的“{words}”没有导入：公开的文件不印",
        "{words} at the foot of the paper was left out: public papers do not have it"
    );
    Diagnostic::new(&HEAD_LEFT_OUT, span, message)
}

/// 密级.
pub fn secret(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版头上标着密级“{words}”，没有导入：涉密文件不得公开",
        "the head is marked {words}; the paper was not imported: a secret paper must not be published"
    );
    let finding = Diagnostic::new(&HEAD_LEFT_OUT, span, message).help(message!(
        "已经解密、可以公开的，在原件里删去密级再导入",
        "where it is no longer secret, delete the mark in the original and import again"
    ));
    Diagnostic { severity: Severity::Error, ..finding }
}
