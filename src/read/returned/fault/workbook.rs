//! Findings about a returned workbook as a whole.

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::returned::codes::{
    FOREIGN, GIVEN_TWICE, LOCKED, NOT_A_WORKBOOK, NOTHING_FILLED, OTHER_FILE, TOO_LARGE,
};
use crate::read::workbook;
use crate::source::Span;
use crate::text::message::Message;

/// A workbook that cannot be read.
pub fn unreadable(span: Span, fault: &workbook::Fault) -> Diagnostic {
    let codes = workbook::Codes { not_a_workbook: &NOT_A_WORKBOOK, locked: &LOCKED, too_large: &TOO_LARGE };
    fault.finding(span, &codes)
}

/// A file that could not be opened.
pub fn unread(span: Span, reason: Message) -> Diagnostic {
    Diagnostic::new(&NOT_A_WORKBOOK, span, reason).help(message!(
        "在 Excel 或 WPS 中关闭它，或者重新复制一份，再收一次",
        "close it in Excel or WPS, or copy it again, and collect once more"
    ))
}

/// A file that is no workbook by its name.
pub fn no_workbook(span: Span, path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    let message = message!("“{name}”不是工作簿，没有收", "{name:?} is no workbook and was not collected");
    let finding = Diagnostic::new(&OTHER_FILE, span, message);
    if is_document(path) { finding.help(fill_in_the_form()) } else { finding }
}

/// A document in place of a workbook, which somebody named to be collected.
pub fn document(span: Span, path: &str) -> Diagnostic {
    Diagnostic { code: &NOT_A_WORKBOOK, severity: Severity::Error, ..no_workbook(span, path) }
}

/// Whether a file is a document for people to read, by its name.
pub fn is_document(path: &str) -> bool {
    [".doc", ".docx", ".wps", ".odt", ".pdf"].iter().any(|end| path.to_lowercase().ends_with(end))
}

fn fill_in_the_form() -> Message {
    message!(
        "进展写在这份文件里的，请股室填到 output/handout 里自己的那份表中，再交回",
        "where progress is reported in it, ask the office to fill it into its own workbook of output/handout"
    )
}

/// A workbook without any identity in it.
pub fn foreign(span: Span) -> Diagnostic {
    Diagnostic::new(
        &FOREIGN,
        span,
        message!("不是发出的填报表，里面没有行标识", "not a handout: no row has an identity"),
    )
    .help(message!(
        "请股室在 output/handout 里自己的那份表中填写，再交回",
        "ask the office to fill in its own workbook of output/handout"
    ))
}

/// Identities of a version that this one does not know.
pub fn other_version(span: Span) -> Diagnostic {
    let message =
        message!("填报表是另一个版本的工具发出的", "the handout was made by another version of this tool");
    Diagnostic::new(&FOREIGN, span, message)
        .help(message!("用发放时的版本收表，或者重新发放", "collect with that version, or hand out anew"))
}

/// Identities without the head above them.
pub fn no_head(span: Span) -> Diagnostic {
    let message = message!(
        "表头的行标识不见了，不知道各列是什么",
        "the head of the hidden column was deleted, so the columns are unknown"
    );
    Diagnostic::new(&FOREIGN, span, message).help(message!(
        "把填写的内容复制到最新的填报表中，再交回",
        "copy what was filled in into the present handout"
    ))
}

/// No row has anything in it.
pub fn nothing_filled(span: Span) -> Diagnostic {
    Diagnostic::new(&NOTHING_FILLED, span, message!("一行也没有填", "no row was filled in"))
}

/// The very same file.
pub fn same_file(span: Span, first: &str) -> Diagnostic {
    let message = message!("与“{first}”是同一个文件，只收一次", "the same file as {first}, collected once");
    Diagnostic::new(&GIVEN_TWICE, span, message)
}
