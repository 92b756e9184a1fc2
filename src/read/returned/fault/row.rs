//! Findings about a row: its identity, its fixed texts, the note made of it.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::returned::codes::{CHANGED_TEXT, CONTRADICTION, GIVEN_TWICE, NOTE_EXISTS, UNKNOWN_ROW};
use crate::read::returned::fault::quotation::around;
use crate::source::Span;
use crate::text::message::Message;

/// A column that every handout has is not there.
pub fn lost_column(span: Span, heading: &str) -> Diagnostic {
    let message = message!("表头中没有“{heading}”这一列", "there is no column {heading:?} in the head");
    Diagnostic::new(&CHANGED_TEXT, span, message).help(message!(
        "改回原来的表头；责任分解表改动过的，用最新的填报表",
        "restore the head; use the present handout if the table was changed"
    ))
}

/// The very same report.
pub fn same_row(span: Span, first: &str) -> Diagnostic {
    let message = message!("与“{first}”内容相同，只收一次", "the same content as {first}, collected once");
    Diagnostic::new(&GIVEN_TWICE, span, message)
}

/// An identity that cannot be read any more.
pub fn broken_identity(span: Span) -> Diagnostic {
    unknown_row(
        span,
        message!("这一行的行标识被改动过，读不出来", "the row's identity was changed and cannot be read"),
    )
}

/// An identity that names no notice.
pub fn unknown_notice(span: Span, path: &str) -> Diagnostic {
    unknown_row(span, message!("没有“{path}”这个通知", "there is no notice {path:?}"))
}

/// An identity that names no office.
pub fn unknown_office(span: Span, office: &str) -> Diagnostic {
    unknown_row(span, message!("机构名录中没有“{office}”", "there is no office {office:?} in the register"))
}

/// An identity whose item does not exist, or is not the office's.
pub fn unknown_item(span: Span, item: &str, office: &str, exists: bool) -> Diagnostic {
    unknown_row(
        span,
        if exists {
            message!("事项“{item}”现在不由“{office}”负责", "item {item:?} is no duty of {office:?} any more")
        } else {
            message!("责任分解表中没有事项“{item}”", "there is no item {item:?} in the table")
        },
    )
}

fn unknown_row(span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(&UNKNOWN_ROW, span, message).help(message!(
        "用最新的填报表重填这一行；责任分解表改动之后，要重新发放填报表",
        "fill the row into the present handout; hand out anew after changing the table"
    ))
}

/// A fixed text that differs from the present table.
pub fn changed_text(span: Span, heading: &str, expected: &str, found: &str) -> Diagnostic {
    let (is, should) = (around(found, expected), around(expected, found));
    let message = message!(
        "“{heading}”与现在的责任分解表不同：这里是“{is}”，应为“{should}”",
        "{heading} differs from the present table: {is:?} here, should be {should:?}"
    );
    Diagnostic::new(&CHANGED_TEXT, span, message).help(message!(
        "核对这一行报的是不是同一件事，再用最新的填报表填写",
        "check whether the row is about the same thing, and use the present handout"
    ))
}

/// Another report on the same item of the same day.
pub fn contradiction(span: Span, first: &str) -> Diagnostic {
    let message = message!(
        "与“{first}”是同一事项、同一天的进展，内容却不同",
        "a report on the same item and day as {first}, with another content"
    );
    Diagnostic::new(&CONTRADICTION, span, message).help(message!(
        "问清以哪一份为准，只收那一份；或者改正填报日期",
        "ask which one counts and collect that one only, or correct the day"
    ))
}

/// A note that exists with another content.
pub fn note_exists(span: Span, path: &str) -> Diagnostic {
    let message = message!("已有“{path}”，内容与这一行不同", "{path} exists already with another content");
    Diagnostic::new(&NOTE_EXISTS, span, message).help(message!(
        "以已有的为准，就把这一行清空；这一行是股室的更正，就加上 --replace 再收一次，已有的一份留作记录",
        "clear the row if the note is right; if the row corrects it, collect again with --replace, which keeps the note as a record"
    ))
}
