//! Findings about Markdown: front matter, placeholders, links, tags.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::fault::codes::{
    FRONT_MATTER, MISSING_FILE, TABLE_PLACE, UNKNOWN_PLACEHOLDER, UNSAFE_MARKUP,
};
use crate::source::Span;

/// A paper without front matter, or, `opened`, one whose front matter is never closed; `fields` are some that it
/// should have.
pub fn front_matter(span: Span, opened: bool, fields: &str) -> Diagnostic {
    let message = if opened {
        message!("开头的“---”没有另一行“---”来结束", "the `---` at the top is never closed by another")
    } else {
        message!(
            "文件开头应有夹在两行“---”之间的信息",
            "the file should begin with fields between two lines `---`"
        )
    };
    Diagnostic::new(&FRONT_MATTER, span, message).help(message!(
        "第一行写“---”，接着写{fields}等，再以一行“---”结束",
        "write `---` on the first line, then {fields} and so on, and close with a line `---`"
    ))
}

/// A link that leads nowhere.
pub fn dead_link(span: Span, url: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_FILE, span, message!("链接“{url}”打不开", "the link {url:?} leads nowhere"))
        .help(message!("核对文件名和所在文件夹", "check the name and the folder"))
}

/// A link on a public page to a note or summary that is internal.
pub fn internal_link(span: Span, url: &str) -> Diagnostic {
    Diagnostic::new(
        &MISSING_FILE,
        span,
        message!("链接“{url}”指向不公开的材料", "the link {url:?} leads to a paper that is not public"),
    )
    .help(message!(
        "公开的页面不能链接到它：删去链接，或在那一篇写上“公开: true”",
        "a public page cannot lead there: delete the link, or write `公开: true` in that paper"
    ))
}

/// A link that leaves `content/`.
pub fn outside_content(span: Span, url: &str) -> Diagnostic {
    Diagnostic::new(
        &MISSING_FILE,
        span,
        message!("链接“{url}”超出了 content 文件夹", "the link {url:?} leaves content/"),
    )
    .help(message!(
        "把文件放进通知旁边的 files 文件夹",
        "put the file into the folder files beside the notice"
    ))
}

/// A link from the top of a server.
pub fn absolute_link(span: Span, url: &str) -> Diagnostic {
    let message = message!(
        "链接“{url}”从网站根目录算起，换个位置就打不开",
        "the link {url:?} counts from the server's top and breaks elsewhere"
    );
    Diagnostic::new(&MISSING_FILE, span, message).help(message!(
        "写成相对于本通知的路径，如“files/…”",
        "write it relative to the notice, such as `files/…`"
    ))
}

/// A link with a scheme that a public page should not have.
pub fn unknown_scheme(span: Span, scheme: &str) -> Diagnostic {
    let message = message!("“{scheme}:”开头的链接不会公开", "a link with {scheme:?} is not published");
    Diagnostic::new(&UNSAFE_MARKUP, span, message)
        .help(message!("可用 http、https、mailto、tel", "use http, https, mailto or tel"))
}

/// HTML in Markdown.
pub fn raw_html(span: Span) -> Diagnostic {
    let message =
        message!("正文里的 HTML 标记会原样显示为文字", "HTML in the text is shown as it is written");
    Diagnostic::new(&UNSAFE_MARKUP, span, message).help(message!(
        "删去标记；加粗用 **文字**，换段空一行；确要显示“<”的，写成“\\<”",
        "delete it; **bold**, and a blank line between paragraphs; write `\\<` to show the mark itself"
    ))
}

/// The most placeholders that a finding shows: a table may have many groups.
pub const SHOWN: usize = 6;

/// A `{{…}}` that is no placeholder here; `known` are the placeholders that are.
pub fn unknown_placeholder(span: Span, word: &str, known: &[String]) -> Diagnostic {
    let finding = Diagnostic::new(
        &UNKNOWN_PLACEHOLDER,
        span,
        message!("不认识的占位“{word}”", "unknown placeholder {word}"),
    );
    let list = known.join("、");
    finding.help(if known.is_empty() {
        message!(
            "进展和总结里没有占位，请直接写出内容",
            "notes and summaries have no placeholders; write it out"
        )
    } else {
        message!(
            "可用的占位是单独一行的“{list}”",
            "the placeholder that can be used is `{list}`, on a line of its own"
        )
    })
}

/// `{{责任分解表}}` in a notice without attached tables.
pub fn no_table(span: Span) -> Diagnostic {
    let message =
        message!("“附件”里没有责任分解表，这里放不了", "no table is attached that could stand here");
    Diagnostic::new(&TABLE_PLACE, span, message).help(message!(
        "在开头的“附件”里加上这张表，写明“附件标识: false”；或删去这一行",
        "add the table to 附件 in the head, with `附件标识: false`, or delete this line"
    ))
}

/// `{{责任分解表}}` for a table that has the label 附件.
pub fn labelled_table(span: Span) -> Diagnostic {
    let message = message!(
        "这张表列在附件说明里，单独成页，不能又放在正文中间",
        "this table is listed as an attachment on pages of its own, and cannot stand within the text, too"
    );
    Diagnostic::new(&TABLE_PLACE, span, message).help(message!(
        "放在这里的，在开头“附件”的这张表下写“附件标识: false”；作附件的，删去这一行",
        "write `附件标识: false` below the table under 附件 in the head, or delete this line"
    ))
}

/// `{{责任分解表}}` that may be one of several tables.
pub fn several_tables(span: Span, places: &[String]) -> Diagnostic {
    let list = places.join("、");
    let message = message!(
        "不止一张表，不知道放哪一张",
        "there are several tables; it is not known which one stands here"
    );
    Diagnostic::new(&TABLE_PLACE, span, message)
        .help(message!("写明文件名：“{list}”", "write the name of its file: `{list}`"))
}

/// `{{责任分解表}}` for a table that stands in a text already.
pub fn table_again(span: Span, word: &str) -> Diagnostic {
    let message = message!("这张表前面已经放过", "this table stands further up already");
    Diagnostic::new(&TABLE_PLACE, span, message)
        .help(message!("“{word}”只留一处，另一处删去", "keep {word} in one place and delete the other"))
}

/// `{{责任分解表}}` within a paragraph, list or quotation.
pub fn table_not_alone(span: Span) -> Diagnostic {
    let message = message!(
        "这一行和上下文连着，表放不进来",
        "this line is a part of a paragraph, list or quotation: no table can stand here"
    );
    Diagnostic::new(&TABLE_PLACE, span, message).help(message!(
        "顶格单独写一行，上面和下面各空一行",
        "write it at the beginning of a line of its own, with a blank line above and below"
    ))
}
