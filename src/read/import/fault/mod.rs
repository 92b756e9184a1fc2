//! The findings of importing, each message in one place: here those about a workbook and its sheets.

mod blank;
mod cell;
mod document;
mod office;
pub mod paper;

pub use blank::{nameless, no_office, unnamed};
pub use cell::{
    concealed, error_value, far, formula, head_again, lines_joined, lone, not_placed, only_numbered,
    other_table, personal_note, quoted, skipped, split, too_many_merged, twice, uncalculated, wide,
};

pub use document::{left_out, unreadable_document};
pub use office::{collective_guessed, no_office_name, offices_uncounted, outside_guessed};

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::Kind;
use crate::read::import::codes::{
    HIDDEN, LOCKED, MERGE_NOT_KEPT, NO_TABLE, NO_TITLE, NOT_A_WORKBOOK, SEVERAL_TABLES, TOO_LARGE,
};
use crate::read::workbook;
use crate::source::Span;

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

/// A list where a table is expected.
pub fn other_kind(span: Span, kind: Kind) -> Diagnostic {
    let (zh, en, option) = match kind {
        Kind::Register => ("机构名录", "offices", "--register"),
        Kind::Table | Kind::Roster => ("责任人、联络人名单", "names", "--roster"),
    };
    let message = message!("这是{zh}，不是责任分解表", "this is a list of {en}, not a table of tasks");
    Diagnostic::new(&NO_TABLE, span, message).help(message!(
        "导入{zh}，加上 {option}；责任分解表在别的工作表里的，用 --sheet 指定",
        "import it with {option}; name another sheet with --sheet where the table of tasks is there"
    ))
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
