//! About headings and their numbers.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::codes::{HEADING, NUMBER_KEPT, PAPER_PART, UNNUMBERED_HEADING};
use crate::source::Span;
use crate::text::numeral;

/// Why numbers of ours stay typed where a heading would be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Some are whole sentences with text below them, and some are not: printed, those would run on into it.
    Sentence,
    /// The sentence ends with a narrow stop: 清理垃圾.组织清理.
    NarrowStop,
    /// They belong to a number that is none of ours: （1） below 1、.
    Below,
}

/// A line that was taken for a heading; its number is made again, of full width.
pub fn heading(span: Span, level: usize, is_narrow: bool, runs_on: bool) -> Diagnostic {
    let sample = numeral::heading(level, 1);
    let message = if runs_on {
        message!(
            "认作“{sample}”一级的标题，编号由程序生成；以“。”结尾，印出来与下一段连排",
            "taken for a heading of the level {sample}; the program numbers it, and prints the next paragraph behind its full stop"
        )
    } else if is_narrow {
        message!(
            "认作“{sample}”一级的标题，编号由程序生成，写法统一为这一级的",
            "taken for a heading of the level {sample}; the program numbers it, in the form of this level"
        )
    } else {
        message!(
            "认作“{sample}”一级的标题，编号由程序生成",
            "taken for a heading of the level {sample}; the program numbers it"
        )
    };
    Diagnostic::new(&HEADING, span, message)
}

/// A number that does not go on from the one before it, or goes on over a heading of a higher level.
pub fn number_kept(span: Span, typed: &str, expected: &str, goes_on: bool) -> Diagnostic {
    if goes_on {
        let message = message!(
            "编号“{typed}”接着上一级标题前面的编号，程序在每个标题下面重新编号（这里是“{expected}”），从这里起照写在段落里，没有作为标题",
            "the number {typed} goes on from those above the last heading; the program begins anew below each heading, here with {expected}; from here on numbers stay as written and are no headings"
        );
        return Diagnostic::new(&NUMBER_KEPT, span, message).help(message!(
            "不必改；要由程序编号的，在原件里每个标题下面从1编起，再导入",
            "leave it, or begin with 1 below each heading in the original and import again"
        ));
    }
    let message = message!(
        "编号“{typed}”与前面不衔接（接下去应为“{expected}”），从这里起照写在段落里，没有作为标题",
        "the number {typed} does not go on from those before it, which would be {expected}; from here on numbers stay as written and are no headings"
    );
    Diagnostic::new(&NUMBER_KEPT, span, message).help(message!(
        "编号有误的，在原件里改正再导入；确实如此的，不必改",
        "correct the number in the original and import again, or leave it if it is meant"
    ))
}

/// A heading by its style or typeface, without a number.
pub fn unnumbered_heading(span: Span) -> Diagnostic {
    let message = message!(
        "这一段像是没有序号的标题；标题会自动编号，所以保留为加粗的段落",
        "this looks like a heading without a number; headings number themselves, so it stays a paragraph in bold"
    );
    Diagnostic::new(&UNNUMBERED_HEADING, span, message).help(message!(
        "要作为标题并编号的，去掉两边的“**”，前面加“## ”（一级）或“### ”（二级）",
        "write ## (first level) or ### (second level) before it instead of the ** around it where it is to be one and have a number"
    ))
}

/// A sequence of numbers that stays typed.
pub fn number_typed(span: Span, why: Typed) -> Diagnostic {
    let message = match why {
        Typed::Sentence => message!(
            "从这里起的编号，有的整句后面另起一段，有的没有，分不清是不是标题，照写在段落里",
            "of the numbered sentences from here on some have a paragraph below them and some have not; they may be no headings and stay as written"
        ),
        Typed::NarrowStop => message!(
            "从这里起的编号，后面用“.”代替“。”，分不清标题到哪里为止，照写在段落里",
            "behind the numbers from here on “.” stands for “。”, so that the end of a heading is not known; they stay as written"
        ),
        Typed::Below => message!(
            "从这里起的编号在“1、”下面，“1、”程序不生成，两级都照写在段落里",
            "the numbers from here on stand below 1、, which the program does not make; both stay as written"
        ),
    };
    let finding = Diagnostic::new(&NUMBER_KEPT, span, message);
    finding.help(message!(
        "是标题的，在原件里改正再导入，或者在 notice.md 里删去编号，前面加“##”等",
        "where they are headings, correct the original and import again, or write ## and so on for the numbers in notice.md"
    ))
}

/// A line that looks like a heading whose number is none of ours.
pub fn number_foreign(span: Span) -> Diagnostic {
    let message = message!(
        "这一段像是标题，编号不是“一、”“（一）”“1.”“（1）”的写法，程序不生成，照写在段落里",
        "this looks like a heading; its number is none of 一、 （一） 1. （1）, which the program makes, and stays as written"
    );
    Diagnostic::new(&NUMBER_KEPT, span, message).help(message!(
        "公文的标题，在原件里改成国标的写法再导入（GB/T 9704—2012，7.3.3）；规章的“第一章”等，不必改",
        "number headings of papers in the form of the standard (GB/T 9704-2012, 7.3.3) and import again; 第一章 and so on of rules stay"
    ))
}

/// Lines of a table of contents.
pub fn contents(span: Span, lines: usize, words: &str) -> Diagnostic {
    let message = message!(
        "从这里起的{lines}行认作目录，没有导入：{words}",
        "{lines} lines from here on were taken for a table of contents and left out: {words}"
    );
    let finding = Diagnostic::new(&PAPER_PART, span, message);
    finding.help(message!("不是目录的，写进 notice.md", "where they are none, write them into notice.md"))
}
