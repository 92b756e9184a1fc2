//! The findings about a paper from outside that are made while it is read.

use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::read::document::{Fault, FaultKind, LeftOut, LeftOutKind};
use crate::read::import::codes::{
    CHANGING_FIELD, COMMENT, DELETED_WORDS, DOCUMENT_LOCKED, DOCUMENT_TOO_LARGE, HIDDEN_WORDS,
    INSERTED_WORDS, NESTED_TABLE, NOT_A_DOCUMENT, NOTE, OBJECT, PAGE_EDGE, PAGE_WORDS, PAPER_PART, PICTURE,
    RAISED_WORDS, STRUCK_WORDS,
};
use crate::read::import::fault::cell::quoted;
use crate::source::Span;
use crate::text::message::Message;

/// A document that cannot be read.
#[must_use]
pub fn unreadable_document(span: Span, fault: &Fault) -> Diagnostic {
    let code = match fault.kind() {
        FaultKind::Unreadable => &NOT_A_DOCUMENT,
        FaultKind::Locked => &DOCUMENT_LOCKED,
        FaultKind::TooLarge => &DOCUMENT_TOO_LARGE,
    };
    Diagnostic::new(code, span, fault.message()).help(fault.help())
}

/// Content that is not in the imported paper, or is there and needs a look.
#[must_use]
pub fn left_out(span: Span, left_out: &LeftOut) -> Diagnostic {
    let text = quoted(&left_out.text);
    let (code, what, mend): (&Code, Message, Message) = match left_out.kind {
        LeftOutKind::Deleted | LeftOutKind::Inserted => return changed(span, left_out.kind, &text),
        LeftOutKind::Hidden => (
            &HIDDEN_WORDS,
            message!("隐藏的“{text}”没有导入", "“{text}”, which is hidden, was left out"),
            message!(
                "需要的，在原件里取消隐藏，再导入",
                "unhide it in the original and import again where it is needed"
            ),
        ),
        LeftOutKind::Comment => (
            &COMMENT,
            message!("批注“{text}”没有导入", "the comment “{text}” was left out"),
            message!("核对是不是定稿", "check that it is the final file"),
        ),
        LeftOutKind::Note => (
            &NOTE,
            message!("脚注“{text}”没有导入", "the footnote “{text}” was left out"),
            message!("确实需要的，用括号写进正文", "write it into the text, in brackets, where it is needed"),
        ),
        LeftOutKind::PageEdge => (
            &PAGE_EDGE,
            message!("页眉或页脚的“{text}”没有导入", "“{text}” at the edge of the pages was left out"),
            message!(
                "确实需要的，写进正文；标明内部、密级的，先核实能否公开",
                "write it into the text where it is needed; where it says that the paper is internal, check whether it may be published"
            ),
        ),
        LeftOutKind::Field => (
            &CHANGING_FIELD,
            message!(
                "“{text}”是自动更新的，导入的是上次保存时的",
                "“{text}” works itself out anew; it was imported as it was saved last"
            ),
            message!("核对这个日期", "check the date"),
        ),
        LeftOutKind::Struck | LeftOutKind::Raised | LeftOutKind::NestedTable => {
            return kept(span, left_out.kind, &text);
        }
        LeftOutKind::TextBox => (
            &PAPER_PART,
            message!(
                "文本框里的文字（“{text}”起）写成了段落，放在文本框所在的一段前面或者后面",
                "the words of a text box, from “{text}” on, became paragraphs before or behind the one to which it belongs"
            ),
            message!("核对它的位置", "check its place"),
        ),
        LeftOutKind::Page => (
            &PAGE_WORDS,
            message!("网页上的“{text}”没有导入", "“{text}” of the page was left out"),
            message!(
                "其中有公文文字的，写进 notice.md",
                "write words of the paper among them into notice.md"
            ),
        ),
        LeftOutKind::Object | LeftOutKind::Phonetic | LeftOutKind::Picture => {
            return not_text(span, left_out.kind, &text);
        }
    };
    Diagnostic::new(code, span, what).help(mend)
}

/// Words that were imported although they may not be meant so.
fn kept(span: Span, kind: LeftOutKind, text: &str) -> Diagnostic {
    let (code, what, mend): (&Code, Message, Message) = if kind == LeftOutKind::Raised {
        (
            &RAISED_WORDS,
            message!(
                "“{text}”是上标或下标，导入后排成一行",
                "“{text}” stands above or below the line and was imported onto it"
            ),
            message!(
                "会读错的，加上括号或者改写",
                "put it in brackets or write it otherwise where it may be misread"
            ),
        )
    } else if kind == LeftOutKind::Struck {
        (
            &STRUCK_WORDS,
            message!(
                "“{text}”带有删除线，已照原文导入",
                "“{text}” is struck through and was imported all the same"
            ),
            message!(
                "不要的，从导入后的文件中删去",
                "delete it from the imported files where it is not meant"
            ),
        )
    } else {
        (
            &NESTED_TABLE,
            message!(
                "单元格里的表格（“{text}”起）逐段写在这个单元格里",
                "a table within a cell, from “{text}” on, became paragraphs of the cell"
            ),
            message!("核对这一格", "check the cell"),
        )
    };
    Diagnostic::new(code, span, what).help(mend)
}

/// Tracked changes.
fn changed(span: Span, kind: LeftOutKind, text: &str) -> Diagnostic {
    let (code, what) = if kind == LeftOutKind::Deleted {
        (
            &DELETED_WORDS,
            message!(
                "修订中删除的“{text}”没有导入",
                "“{text}”, deleted while changes were tracked, was left out"
            ),
        )
    } else {
        (
            &INSERTED_WORDS,
            message!(
                "修订中插入的“{text}”已经导入",
                "“{text}”, inserted while changes were tracked, was imported"
            ),
        )
    };
    Diagnostic::new(code, span, what).help(message!(
        "换成定稿，或在 Word 的“审阅”中接受、拒绝全部修订，再导入",
        "take the final file, or accept or reject all changes in Word, and import again"
    ))
}

/// Content that is drawn.
fn not_text(span: Span, kind: LeftOutKind, text: &str) -> Diagnostic {
    let name = |before: &str| if text.is_empty() { String::new() } else { format!("{before}“{text}”") };
    let (mark, marked) = (name(""), name(" "));
    if kind == LeftOutKind::Picture {
        return Diagnostic::new(
            &PICTURE,
            span,
            message!("图片{mark}没有导入：浏览器不能显示这种格式，或者文件里没有它", "the picture{marked} was left out: browsers do not show its format, or the file does not hold it"),
        )
        .help(message!("需要的，换成 PNG 或 JPEG，再导入", "put a PNG or JPEG in its place and import again where it is needed"));
    }
    if kind == LeftOutKind::Phonetic {
        let message = message!("拼音{mark}没有导入", "the phonetic guide{marked} was left out");
        return Diagnostic::new(&OBJECT, span, message).help(message!(
            "需要的，用括号写在字的后面",
            "write it in brackets behind the characters where it is needed"
        ));
    }
    Diagnostic::new(
        &OBJECT,
        span,
        message!("图形、公式或对象{mark}没有导入", "a drawing, formula or object{marked} was left out"),
    )
    .help(message!(
        "需要的，改成图片、文字或表格，再导入",
        "turn it into a picture, text or a table and import again where it is needed"
    ))
}
