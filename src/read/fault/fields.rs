//! Findings about the fields of a form.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::model::disclosure::SECRECY;
use crate::read::fault::codes::{
    DUPLICATE_KEY, MISSING_FILE, MISSING_KEY, TOO_MANY_COLUMNS, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_DATE,
    WRONG_SHAPE,
};
use crate::read::fault::slip::in_line;
use crate::read::fault::slip_finding::slip;
use crate::source::Span;
use crate::text::date::iso;
use crate::text::similar::Near;

/// A key that the format does not have.
pub fn unknown_key(
    span: Span,
    key: &str,
    near: Option<Near<'_>>,
    is_written: impl Fn(&str) -> bool,
) -> Diagnostic {
    if let Some(found) = in_line(0, key) {
        return slip(span.file, span.start as usize, key, &found);
    }
    let finding =
        Diagnostic::new(&UNKNOWN_KEY, span, message!("没有“{key}”这一项", "there is no field {key:?} here"));
    if SECRECY.contains(&key) {
        return finding.help(message!(
            "涉密的公文不得公开；不涉密的，删去这一行",
            "a secret paper must not be published; if this one is none, remove the line"
        ));
    }
    // Under the right key the record would have it twice.
    if let Some(word) = near.map(|near| near.word).filter(|word| is_written(word)) {
        return finding.help(message!(
            "“{word}”已经写了；这一行核对后删去",
            "{word} is written already; compare the two and remove this line"
        ));
    }
    suggest(finding, span, near)
}

/// A key that has to be there.
pub fn missing_key(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_KEY, span, message!("缺少“{key}”", "{key:?} is missing"))
        .help(message!("加一行“{key}: …”", "add a line `{key}: …`"))
}

/// A record in which exactly one of several keys has to stand.
pub fn one_of(span: Span, keys: &[&str]) -> Diagnostic {
    let list = keys.join("、");
    Diagnostic::new(
        &MISSING_KEY,
        span,
        message!("“{list}”应写且只写一项", "exactly one of {list} has to be given"),
    )
}

/// 标题 of an attachment that is no paper.
pub fn title_of_paper_only(span: Span, is_table: bool) -> Diagnostic {
    let message =
        message!("“标题”只用于“文”，这个附件没有“文”", "标题 is for a 文, which this attachment is not");
    let finding = Diagnostic::new(&UNKNOWN_KEY, span, message);
    if is_table {
        return finding.help(message!("表的标题写在表的“表名”里", "the title of a table is its 表名"));
    }
    finding.help(message!("删去这一行；名称写在“名称”里", "remove the line; its name is its 名称"))
}

/// A list where a text should be, and the like; `expected` is what should stand here.
pub fn wrong_shape(span: Span, expected: Shape) -> Diagnostic {
    let (zh, en) = match expected {
        Shape::Text => ("一段文字", "a text"),
        Shape::Record => ("若干“名称: 内容”", "fields `name: value`"),
    };
    Diagnostic::new(&WRONG_SHAPE, span, message!("这里应当是{zh}", "this should be {en}"))
}

/// Shape of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One value.
    Text,
    /// Names with values.
    Record,
}

/// A value that serde refused.
pub fn refused(span: Span, reason: &str) -> Diagnostic {
    Diagnostic::new(
        &WRONG_SHAPE,
        span,
        message!("这一项的内容不对（{reason}）", "this value is not valid ({reason})"),
    )
}

/// A value other than yes or no.
pub fn yes_or_no(span: Span, word: &str) -> Diagnostic {
    let finding = Diagnostic::new(
        &WRONG_SHAPE,
        span,
        message!("这里应当是 true 或 false", "this should be true or false"),
    )
    .help(message!("写 true（是）或 false（否）", "write true (是) or false (否)"));
    match word.trim().to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => finding.fix(span, "true"),
        "no" | "n" | "off" | "false" => finding.fix(span, "false"),
        _ => finding,
    }
}

/// A width that no column can have.
pub fn wrong_width(span: Span, text: &str, widest: u16) -> Diagnostic {
    let message = message!("“{text}”不是列宽", "{text:?} is not the width of a column");
    Diagnostic::new(&WRONG_SHAPE, span, message).help(message!(
        "写 1 到 {widest} 的整数，与 Excel 的列宽一样",
        "write a whole number from 1 to {widest}, as Excel counts widths"
    ))
}

/// A value of 固定栏目 that leads nowhere.
pub fn no_such_place(span: Span, written: &str) -> Diagnostic {
    let message = message!(
        "“{written}”不是网址，content 里也没有这样的栏目或者 .md 文件",
        "{written:?} is no web address, and content has no such column or .md file"
    );
    Diagnostic::new(&MISSING_FILE, span, message).help(message!(
        "写以 https:// 开头的网址，或者栏目的文件夹，或者 content 里的一份 .md 文件，例如 zhinan.md",
        "write an address that begins with https://, the folder of a column, or a .md file in content such as zhinan.md"
    ))
}

/// A text that is no year.
pub fn wrong_year(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(&WRONG_DATE, span, message!("“{text}”不是年份", "{text:?} is not a year"))
        .help(message!("写成“2024”的样子", "write it like `2024`"))
}

/// A text that is no valid date; `example` shows the form.
pub fn wrong_date(span: Span, text: &str, example: &str) -> Diagnostic {
    let message = message!("“{text}”不是有效的日期", "{text:?} is not a valid date");
    let finding = Diagnostic::new(&WRONG_DATE, span, message).help(message!(
        "写成“{example}”的样子，月、日各两位",
        "write it like `{example}`, with two digits for month and day"
    ));
    match iso(text, example.contains(':')) {
        Some(right) => finding.fix(span, right),
        None => finding,
    }
}

/// A key that stands twice.
pub fn duplicate_key(span: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&DUPLICATE_KEY, span, message!("“{key}”写了两次", "{key:?} is written twice"))
        .label(first, message!("第一次在这里", "first here"))
        .help(message!("留下一个，删去另一个", "keep one and delete the other"))
}

/// A table that nobody could print; `most` is how many columns one may have.
pub fn too_many_columns(span: Span, columns: usize, most: usize) -> Diagnostic {
    let message =
        message!("这张表有{columns}列，最多{most}列", "this table has {columns} columns; it may have {most}");
    Diagnostic::new(&TOO_MANY_COLUMNS, span, message).help(message!(
        "删去没有内容的列，或者分成几张表",
        "delete columns without content, or make several tables of it"
    ))
}

/// A field that has to say something, and is blank.
pub fn blank(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_KEY, span, message!("“{key}”是空的", "{key:?} is blank")).help(message!(
        "在冒号后面填写；以 # 开头的文字要加引号",
        "write it behind the colon; quote text that begins with #"
    ))
}

/// A word outside a list of words.
pub fn unknown_word(span: Span, word: &str, known: &[&str], near: Option<Near<'_>>) -> Diagnostic {
    let list = known.join("、");
    let finding =
        Diagnostic::new(&UNKNOWN_WORD, span, message!("不认识“{word}”", "{word:?} is not known here"));
    match near {
        Some(_) => suggest(finding, span, near),
        None => finding.help(message!("可用：{list}", "one of: {list}")),
    }
}

/// Asks whether the nearest known word was meant.
fn suggest(finding: Diagnostic, span: Span, near: Option<Near<'_>>) -> Diagnostic {
    match near {
        Some(near) => finding.did_you_mean(span, near),
        None => finding,
    }
}

/// A column that 责任格式 names and the table does not have.
pub fn unknown_column(span: Span, name: &str, nearest: Option<&str>) -> Diagnostic {
    let message = message!("表里没有“{name}”这一列", "the table has no column {name:?}");
    let finding = Diagnostic::new(&UNKNOWN_WORD, span, message);
    match nearest {
        Some(word) => finding.help(message!("是否想写“{word}”？", "did you mean {word:?}?")),
        None => finding.help(message!(
            "写列名，或者写“（{{列}}：{{值}}）”",
            "write the name of a column, or `（{{列}}：{{值}}）`"
        )),
    }
}
