//! About pages: their own words and fields, links and pictures.

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::import::codes::{NOT_LINKED, PAGE_FIELD, PAGE_WORDS};
use crate::source::Span;

/// Lines that the page wrote.
pub fn of_page(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "网页自己的文字、重复的标题没有导入：{words}",
        "words of the page itself, or the title once more, were left out: {words}"
    );
    Diagnostic::new(&PAGE_WORDS, span, message)
}

/// Words that stand on a page outside of the paper.
pub fn outside(span: Span, count: usize, words: &str) -> Diagnostic {
    let message = message!(
        "网页上正文以外的{count}处文字没有导入：{words}",
        "words in {count} places of the page outside of the paper were left out: {words}"
    );
    Diagnostic::new(&PAGE_WORDS, span, message).help(message!(
        "其中有公文文字的，写进 notice.md",
        "write words of the paper among them into notice.md"
    ))
}

/// A link to a place beside the page, or of an unknown kind.
pub fn link_left_out(span: Span, url: &str) -> Diagnostic {
    let message =
        message!("链接“{url}”没有保留，只留下文字", "the link {url:?} was left out; its words are kept");
    Diagnostic::new(&NOT_LINKED, span, message).help(message!(
        "链接的是附件的，下载后放进 files 文件夹，再在 notice.md 中链接",
        "where it leads to a file, put that into the folder files and link it in notice.md"
    ))
}

/// A link to the file of an attachment: it is not fetched.
pub fn linked_file(span: Span, name: &str, url: &str) -> Diagnostic {
    let message = message!(
        "附件文件“{name}”没有下载，链接“{url}”没有保留",
        "the attached file {name:?} was not fetched, and its link {url:?} was left out"
    );
    Diagnostic::new(&NOT_LINKED, span, message).help(message!(
        "附件的内容已在 notice.md 旁边的，下载后核对一遍；不在的，下载后放进 files 文件夹",
        "where its content stands beside notice.md, compare the file with it; where not, put the file into the folder files"
    ))
}

/// A picture that the file only names.
pub fn picture_left_out(span: Span, name: &str) -> Diagnostic {
    let message = message!(
        "图片“{name}”不在这个文件里，没有导入",
        "the picture {name:?} is not in this file and was left out"
    );
    Diagnostic::new(&NOT_LINKED, span, message).help(message!(
        "需要的，另存到 files 文件夹，在正文里写成 ![说明](files/文件名)",
        "save it into the folder files and write ![words](files/name) into the body where it is needed"
    ))
}

/// A picture in a cell of a table of duties, which holds words only.
pub fn picture_in_cell(span: Span, file: &str) -> Diagnostic {
    let message = message!(
        "表里的图片写成了 {file}，责任分解表只有文字，不会显示",
        "the picture in this table was written to {file}; tables of tasks hold words only and do not show it"
    );
    Diagnostic::new(&NOT_LINKED, span, message).help(message!(
        "需要的，在正文里写成 ![说明](文件名)；不需要的，删去这个文件",
        "write ![words](name) into the body where it is needed, or delete the file"
    ))
}

/// Labels and values of a page that have no place in the head of a notice.
pub fn fields_left_out(span: Span, all: &str) -> Diagnostic {
    let message =
        message!("网页上的这些信息没有导入：{all}", "these fields of the page were left out: {all}");
    Diagnostic::new(&PAGE_FIELD, span, message)
}

/// A day below the title or beside 来源 that does not say of what it is the day.
pub fn perhaps_published(span: Span) -> Diagnostic {
    let message = message!(
        "网页上标题下面或者“来源”旁边的日期认作发布日期",
        "the day below the title or beside 来源 on the page was taken for 发布日期"
    );
    Diagnostic::new(&PAGE_FIELD, span, message).help(message!(
        "不是的，改正 notice.md 的“发布日期”",
        "correct 发布日期 in notice.md where it is not"
    ))
}

/// A value of a page that contradicts the paper.
pub fn field_differs(span: Span, label: &str, value: &str, known: &str) -> Diagnostic {
    let message = message!(
        "网页上的“{label}”是“{value}”，文件里是“{known}”，以文件为准",
        "the page's {label} is {value:?}, that of the paper {known:?}; the paper's was taken"
    );
    let finding =
        Diagnostic::new(&PAGE_FIELD, span, message).help(message!("核对 notice.md", "check notice.md"));
    Diagnostic { severity: Severity::Warning, ..finding }
}
