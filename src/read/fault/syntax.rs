//! Findings about the syntax of YAML.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::fault::codes::{YAML_ALIAS, YAML_SYNTAX};
use crate::read::fault::slip::SlipKind;
use crate::source::Span;

/// A slip of the input method.
pub fn slip(span: Span, kind: SlipKind) -> Diagnostic {
    let (message, mend) = match kind {
        SlipKind::Colon => {
            (message!("项目名后面用了全角冒号“：”", "a full-width colon behind a field's name"), ": ")
        }
        SlipKind::Dash => (message!("列表项前面用了全角横线", "a full-width dash before an item"), "-"),
        SlipKind::Tab => (message!("行首用了制表符（Tab 键）", "a tab at the beginning of a line"), "  "),
        SlipKind::Quote => {
            (message!("中文引号“”不起引号的作用", "Chinese quotation marks do not quote"), "\"“")
        }
    };
    let help = match kind {
        SlipKind::Colon => message!("改为半角冒号加一个空格“: ”", "write an ASCII colon and a space: `: `"),
        SlipKind::Dash => message!("改为半角减号加一个空格“- ”", "write an ASCII hyphen and a space: `- `"),
        SlipKind::Tab => {
            message!("改为空格，与同级的行对齐", "use spaces, aligned with the lines of its level")
        }
        SlipKind::Quote => message!(
            "文字里有“: ”或“ #”时，整段用半角引号 \" 括起来；中文引号要显示的，留在里面",
            "text with `: ` or ` #` in it stands in ASCII quotes; Chinese ones that are meant to be seen stay inside"
        ),
    };
    Diagnostic::new(&YAML_SYNTAX, span, message).help(help).fix(span, mend)
}

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
        "给整段文字加引号；确是注释的，在 # 后空一格",
        "quote the text; put a space behind # if it is a comment"
    ))
}

/// YAML that cannot be read; `info` is the parser's own reason.
pub fn yaml_syntax(span: Span, info: &str) -> Diagnostic {
    Diagnostic::new(&YAML_SYNTAX, span, message!("YAML 写法有误（{info}）", "this is not valid YAML ({info})")).help(message!(
        "检查这一行和上一行：冒号应为半角加空格“: ”，同级的行要左对齐，文字以 * & [ {{ @ ` \" ' 开头时要加引号",
        "look at this line and the one above: a colon is followed by a space, lines of one level begin at one column, text that begins with * & [ {{ @ ` \" ' is quoted"
    ))
}

/// Nesting deeper than the limit.
pub fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        message!("嵌套层次过深，未再往下读", "nested too deeply; not read further"),
    )
}

/// An alias or an anchor.
pub fn alias(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_ALIAS,
        span,
        message!("不支持 YAML 的别名（*）", "YAML aliases (*) are not supported"),
    )
    .help(message!(
        "直接写出内容；如果是以 * 开头的文字，请加引号",
        "write the content out; if it is text that begins with *, quote it"
    ))
}
