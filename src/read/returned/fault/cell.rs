//! Findings about the cells that an office fills in.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::returned::codes::{
    FORMULA, FUTURE_DAY, MERGED_CELLS, MISSING_CELL, STRAY_TEXT, UNKNOWN_STATUS, WRONG_DAY,
};
use crate::read::returned::fault::quotation::quoted;
use crate::source::Span;
use crate::text::similar::nearest;

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
