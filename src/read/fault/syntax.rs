//! Findings about the syntax of YAML, other than slips.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::fault::codes::{COMMENT_IN_TEXT, FOLDED_TEXT, YAML_ALIAS, YAML_SYNTAX};
use crate::read::fault::layout::{BadLine, Cause};
use crate::read::fault::slip_mend;
use crate::source::{FileId, Span};

/// A full-width comma between the items of a list in brackets: YAML sees one item.
pub fn flow_comma(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        message!(
            "方括号里用了全角逗号，几项会被当作一项",
            "a full-width comma in brackets: the items count as one"
        ),
    )
    .help(message!(
        "改为半角逗号加一个空格“, ”；逗号确属文字的，给整项加引号",
        "write `, `; quote the item if the comma belongs to it"
    ))
    .fix(span, ", ")
}

/// Text behind `#`, which YAML takes for a comment.
pub fn swallowed(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        message!("“#”后面的文字会被当作注释而丢掉", "the text behind `#` counts as a comment and is lost"),
    )
    .help(message!(
        "给整段文字加引号；确是注释的，写在单独一行",
        "quote the text; a comment stands on a line of its own"
    ))
}

/// Words behind ` # `, a comment that may have been meant as text.
pub fn comment_or_text(span: Span) -> Diagnostic {
    let message =
        message!("“#”后面的文字是注释，不会公开", "the words behind `#` are a comment and are not published");
    Diagnostic::new(&COMMENT_IN_TEXT, span, message).help(message!(
        "是正文的，给整段文字加引号；确是注释的，移到单独一行，或者在“#”前多空一格",
        "quote the whole text where they belong to it; put a comment on a line of its own, or two spaces before the `#`"
    ))
}

/// YAML that cannot be read; `info` is the parser's own reason, in English. Lines that begin at a wrong column are the
/// usual one, where no slip was found.
pub fn yaml_syntax(span: Span, info: &str) -> Diagnostic {
    Diagnostic::new(&YAML_SYNTAX, span, message!("YAML 写法有误，从这里读不下去", "this is not valid YAML ({info})")).help(message!(
        "检查这一行和上一行：同级的行要左对齐，下一级的多空两格；文字以 * & [ {{ @ ` \" ' 开头时要加引号",
        "look at this line and the one above: lines of one level begin at one column, those below it two further; text that begins with * & [ {{ @ ` \" ' is quoted"
    ))
}

/// Spaces of another width than YAML knows, before a field or an item.
pub fn wide_spaces(file: FileId, base: usize, text: &str, place: Range<usize>) -> Diagnostic {
    let span = |place: Range<usize>| Span::new(file, base + place.start, base + place.end);
    let start = text[..place.start].rfind('\n').map_or(0, |feed| feed + 1);
    let is_first = text[start..place.start].trim().is_empty();
    let message = match (text[place.clone()].contains('\u{3000}'), is_first) {
        (true, true) => message!("行首用了全角空格", "full-width spaces stand at the beginning of a line"),
        (true, false) => message!("“-”后面用了全角空格", "full-width spaces stand behind a hyphen"),
        (false, true) => message!(
            "行首用了不换行空格之类的特殊空格",
            "no-break spaces or the like stand at the beginning of a line"
        ),
        (false, false) => message!(
            "“-”后面用了不换行空格之类的特殊空格",
            "no-break spaces or the like stand behind a hyphen"
        ),
    };
    let help = if is_first {
        message!("改为半角空格，与同级的行对齐", "use ASCII spaces, aligned with the lines of its level")
    } else {
        message!("“-”后面只留一个半角空格", "leave one ASCII space behind the hyphen")
    };
    let right = if is_first {
        slip_mend::indented(text, place.start)
    } else {
        Some((place.clone(), String::new())).filter(|(place, _)| text[..place.start].ends_with(' '))
    };
    let finding = Diagnostic::new(&YAML_SYNTAX, span(place), message).help(help);
    match right {
        Some((place, right)) => finding.fix(span(place), right),
        None => finding,
    }
}

/// A line that cannot be read where it stands, in a text that stands in its file from byte `base` on.
pub fn bad_line(file: FileId, base: usize, text: &str, line: &BadLine) -> Diagnostic {
    let span = Span::new(file, base + line.place.start, base + line.place.end);
    match line.cause {
        Cause::CommentInBrackets => swallowed(span),
        Cause::WideSpace => wide_spaces(file, base, text, line.place.clone()),
        Cause::Indentation { spaces, right } => {
            let message = message!(
                "行首有{spaces}个空格，与上面同级的行没有对齐",
                "{spaces} spaces before this line: it is not aligned with the lines of its level"
            );
            Diagnostic::new(&YAML_SYNTAX, span, message).help(match right {
                Some(right) => message!("行首改为{right}个空格", "write {right} spaces before it"),
                None => message!(
                    "同级的行左对齐，下一级的多空两格",
                    "lines of one level begin at one column, those below it two further"
                ),
            })
        }
    }
}

/// Text behind the end of the record, `---` or `...`, which nothing reads.
pub fn second_document(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        message!("“---”或“...”后面的内容不会读入", "the content behind `---` or `...` is not read"),
    )
    .help(message!(
        "删去这一行，或者把后面的内容移到别的文件",
        "remove the line, or move what follows into another file"
    ))
}

/// A text over several lines, which YAML joins with a space.
pub fn folded(span: Span, right: Option<String>) -> Diagnostic {
    let finding = Diagnostic::new(
        &FOLDED_TEXT,
        span,
        message!("文字折了行，接起来时会多出一个空格", "lines of a folded text are joined with a space"),
    )
    .help(message!(
        "写在一行里；要分行印出的，用“|-”",
        "write it on one line; with `|-` its lines are printed as lines"
    ));
    match right {
        Some(right) => finding.fix(span, right),
        None => finding,
    }
}

/// A block such as `|`, whose text ends with a line feed; `right` is the sign of one that does not.
pub fn last_line_feed(span: Span, right: &str) -> Diagnostic {
    let sign = right.trim_end_matches('-');
    Diagnostic::new(
        &FOLDED_TEXT,
        span,
        message!("“{sign}”写的文字末尾带一个空行", "the text of `{sign}` ends with an empty line"),
    )
    .help(message!("改为“{right}”", "write `{right}`"))
    .fix(span, right)
}

/// Nesting deeper than the limit.
pub fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        message!("嵌套层次过深，未再往下读", "nested too deeply; not read further"),
    )
}

/// An alias, an anchor or a tag.
pub fn alias(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_ALIAS,
        span,
        message!(
            "不支持 YAML 的锚点、别名和标签（& * !）",
            "anchors, aliases and tags of YAML (& * !) are not supported"
        ),
    )
    .help(message!(
        "直接写出内容；如果是以 & * ! 开头的文字，请加引号",
        "write the content out; if it is text that begins with & * or !, quote it"
    ))
}
