//! The findings about returned workbooks: a constructor for each.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::returned::codes::{
    CHANGED_TEXT, CONTRADICTION, FOREIGN, FORMULA, FUTURE_DAY, GIVEN_TWICE, LOCKED, MERGED_CELLS,
    MISSING_CELL, NOT_A_WORKBOOK, NOTE_EXISTS, NOTHING_FILLED, OTHER_FILE, STRAY_TEXT, TOO_LARGE,
    UNKNOWN_ROW, UNKNOWN_STATUS, WRONG_DAY,
};
use crate::read::workbook;
use crate::source::Span;
use crate::text::difference::difference;
use crate::text::message::Message;
use crate::text::similar::nearest;

/// The most characters that are quoted of a text.
const QUOTED: usize = 24;

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

/// A column that every handout has is not there.
pub fn lost_column(span: Span, heading: &str) -> Diagnostic {
    let message = message!("表头中没有“{heading}”这一列", "there is no column {heading:?} in the head");
    Diagnostic::new(&CHANGED_TEXT, span, message).help(message!(
        "改回原来的表头；责任分解表改动过的，用最新的填报表",
        "restore the head; use the present handout if the table was changed"
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

/// Text where none is collected; `severe` if it is probably a report.
pub fn stray_text(span: Span, text: &str, severe: bool) -> Diagnostic {
    let text = quoted(text);
    let mut finding = if severe {
        let message = message!(
            "这一行没有行标识，填的内容收不进去：“{text}”",
            "the row has no identity, what was filled in belongs to nothing: {text:?}"
        );
        Diagnostic::new(&STRAY_TEXT, span, message)
    } else {
        let message = message!("这里的文字不收：“{text}”", "this text is not collected: {text:?}");
        Diagnostic::new(&STRAY_TEXT, span, message)
    };
    if !severe {
        finding.severity = Severity::Warning;
    }
    finding.help(message!(
        "移到事项所在的行里；粘贴时先双击单元格，使各段留在一格之内",
        "move it into the row of its item; double-click a cell before pasting, so that all stays in it"
    ))
}

/// Merged cells.
pub fn merged(span: Span) -> Diagnostic {
    let message = message!(
        "这一格合并过，不知道其余各格报的是什么",
        "this cell was merged; the reports of the other rows are unknown"
    );
    Diagnostic::new(&MERGED_CELLS, span, message)
        .help(message!("取消合并，每一行各填各的", "unmerge it and fill in each row"))
}

/// A formula, or its error value.
pub fn formula(span: Span) -> Diagnostic {
    let message =
        message!("这一格是公式或出错的值，应直接填写", "a formula or an error value; it should be typed in");
    Diagnostic::new(&FORMULA, span, message).help(message!(
        "复制这一格，“选择性粘贴”为数值，再保存",
        "copy the cell, paste it as a value, and save"
    ))
}

/// A row that was filled in partly.
pub fn missing_cells(span: Span, headings: &[&str]) -> Diagnostic {
    let (zh, en) = (headings.join("”“"), headings.join(", "));
    let message = message!("这一行填了别的，没有填“{zh}”", "the row was filled in without {en}");
    Diagnostic::new(&MISSING_CELL, span, message)
        .help(message!("补填；不报这一项的，把整行清空", "fill it in, or clear the row"))
}

/// A status outside the list.
pub fn unknown_status(span: Span, word: &str, known: &[&str]) -> Diagnostic {
    let near = nearest(word, known.iter().copied());
    let (word, all) = (quoted(word), known.join("、"));
    let message = message!("状态“{word}”不在列表中", "the status {word:?} is not in the list");
    Diagnostic::new(&UNKNOWN_STATUS, span, message).help(match near {
        Some(near) => message!("是否想写“{near}”？可选：{all}", "did you mean {near:?}? The list: {all}"),
        None => message!("可选：{all}", "the list: {all}"),
    })
}

/// A day that does not exist or cannot be understood.
pub fn wrong_day(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    let message = message!("填报日期“{text}”不是有效的日期", "{text:?} is not a valid date");
    Diagnostic::new(&WRONG_DAY, span, message)
        .help(message!("写成 2024-9-30 的样子", "write it like 2024-9-30"))
}

/// A cell that shows a month, without a day.
pub fn day_not_shown(span: Span, text: &str) -> Diagnostic {
    let text = quoted(text);
    let message = message!("填报日期“{text}”没有写是哪一天", "{text:?} says no day of the month");
    Diagnostic::new(&WRONG_DAY, span, message)
        .help(message!("写全年月日，写成 2024-9-30 的样子", "write the whole date, like 2024-9-30"))
}

/// A day that has not come.
pub fn future_day(span: Span, day: Date, today: Date) -> Diagnostic {
    let message = message!("填报日期 {day} 晚于今天（{today}）", "{day} is after today, {today}");
    Diagnostic::new(&FUTURE_DAY, span, message).help(message!("核对年份和月份", "check year and month"))
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

/// The beginning of a text, in one line.
fn quoted(text: &str) -> String {
    let line = text.replace('\n', " ");
    let short: String = line.chars().take(QUOTED).collect();
    if short == line { line } else { format!("{short}……") }
}

/// A text from a little before the place where it differs from another.
fn around(text: &str, other: &str) -> String {
    let (differs, _) = difference(text, other);
    let before: Vec<usize> = text[..differs.start].char_indices().map(|(at, _)| at).collect();
    let start = before.get(before.len().saturating_sub(6)).copied().unwrap_or(differs.start);
    let start = if before.len() <= 6 { 0 } else { start };
    let dots = if start > 0 { "……" } else { "" };
    format!("{dots}{}", quoted(&text[start..]))
}
