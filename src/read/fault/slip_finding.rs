//! Findings about slips in YAML, each with its correction.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::fault::codes::YAML_SYNTAX;
use crate::read::fault::slip::{Slip, SlipKind};
use crate::read::fault::slip_mend::mend;
use crate::source::{FileId, Span};
use crate::text::message::Message;

/// A slip in a text that begins at byte `base` of its file.
pub fn slip(file: FileId, base: usize, text: &str, slip: &Slip) -> Diagnostic {
    let place = |range: Range<usize>| Span::new(file, base + range.start, base + range.end);
    let (message, help) = describe(slip.kind, &text[slip.start..slip.end]);
    let finding = Diagnostic::new(&YAML_SYNTAX, place(slip.start..slip.end), message).help(help);
    match mend(text, slip) {
        Some((range, right)) => finding.fix(place(range), right),
        None => finding,
    }
}

/// Message and help of a slip; `words` are those at its place.
fn describe(kind: SlipKind, words: &str) -> (Message, Message) {
    match kind {
        SlipKind::Colon => (
            message!("项目名后面用了全角冒号“：”", "a full-width colon behind a field's name"),
            message!("改为半角冒号加一个空格“: ”", "write an ASCII colon and a space: `: `"),
        ),
        SlipKind::Dash => (
            message!("列表项前面用了全角横线", "a full-width dash before an item"),
            message!("改为半角减号加一个空格“- ”", "write an ASCII hyphen and a space: `- `"),
        ),
        SlipKind::Tab => (
            message!("行首用了制表符（Tab 键）", "a tab at the beginning of a line"),
            message!("改为空格，与同级的行对齐", "use spaces, aligned with the lines of its level"),
        ),
        SlipKind::Quote => (
            message!("中文引号“”不起引号的作用", "Chinese quotation marks do not quote"),
            message!(
                "文字里有“: ”或“ #”时，整段用半角引号 \" 括起来；中文引号要显示的，留在里面",
                "text with `: ` or ` #` in it stands in ASCII quotes; Chinese ones that are meant to be seen stay inside"
            ),
        ),
        kind => missing(kind, words),
    }
}

/// Like [`describe`], for a space or the half of a pair that is missing.
fn missing(kind: SlipKind, words: &str) -> (Message, Message) {
    match kind {
        SlipKind::ColonSpace => (
            message!("项目名的冒号后面没有空格", "no space behind the colon of a field's name"),
            message!("冒号后面加一个空格“: ”", "add a space behind the colon: `: `"),
        ),
        SlipKind::DashSpace => (
            message!("列表项的横线后面没有空格", "no space behind the hyphen of an item"),
            message!("横线后面加一个空格“- ”", "add a space behind the hyphen: `- `"),
        ),
        SlipKind::OpenQuote => (
            message!("引号 {words} 没有成对", "the quotation mark {words} has no other half"),
            message!(
                "在文字末尾补上 {words}，或者删去前面的",
                "add {words} at the end of the text, or remove this one"
            ),
        ),
        SlipKind::BehindQuote => (
            message!("引号后面还有文字", "text goes on behind the quotation mark"),
            message!(
                "引号要把整段文字括起来；引号要印出的，用“”",
                "quote the whole text; quotation marks to be printed are “”"
            ),
        ),
        SlipKind::OpenBracket => (
            message!("括号 {words} 没有成对", "the bracket {words} has no other half"),
            message!(
                "补上另一半；括号确属文字的，整段加引号",
                "add the other half; quote the text if the bracket belongs to it"
            ),
        ),
        SlipKind::ColonInText => (
            message!(
                "文字里的“: ”会被当作项目名的冒号",
                "`: ` within a text counts as that of a field's name"
            ),
            message!("整段文字加引号，或者用全角冒号“：”", "quote the text, or write `：`"),
        ),
        _ => {
            let mark = words.chars().next().unwrap_or_default();
            (
                message!("文字不能以“{mark}”开头", "a text that is not quoted cannot begin with {mark}"),
                message!("整段文字加引号", "quote the text"),
            )
        }
    }
}
