//! The findings of reading: codes R, and a constructor for each, so that every message stands here once.

use crate::calendar::CsvReason;
use crate::diagnostic::Diagnostic;
use crate::read::codes::{
    BAD_NAME, DUPLICATE_KEY, ENCODING, FRONT_MATTER, HOLIDAY, MISSING_FILE, MISSING_KEY, NOT_A_FILE,
    STRAY_FOLDER, UNKNOWN_KEY, UNKNOWN_PLACEHOLDER, UNKNOWN_WORD, UNSAFE_MARKUP, WRONG_DATE, WRONG_SHAPE,
    YAML_ALIAS, YAML_SYNTAX,
};
use crate::read::slip::SlipKind;
use crate::say;
use crate::source::Span;

/// Bytes that are not UTF-8.
pub fn encoding(span: Span) -> Diagnostic {
    Diagnostic::new(&ENCODING, span, say!("此处的字节不是 UTF-8 文字", "these bytes are not UTF-8 text"))
        .help(say!(
            "用记事本打开，“另存为”时把编码选为 UTF-8",
            "open it in an editor and save it with the encoding UTF-8"
        ))
}

/// Text in another encoding, which was understood all the same.
pub fn foreign_encoding(span: Span, name: &str) -> Diagnostic {
    let message =
        say!("这个文件的编码是 {name}，应当是 UTF-8", "this file is encoded in {name}; it should be UTF-8");
    Diagnostic::new(&ENCODING, span, message).help(say!(
        "用记事本打开，“另存为”时把编码选为 UTF-8",
        "open it in an editor and save it with the encoding UTF-8"
    ))
}

/// A slip of the input method.
pub fn slip(span: Span, kind: SlipKind) -> Diagnostic {
    let (message, mend) = match kind {
        SlipKind::Colon => {
            (say!("项目名后面用了全角冒号“：”", "a full-width colon behind a field's name"), ": ")
        }
        SlipKind::Dash => (say!("列表项前面用了全角横线", "a full-width dash before an item"), "-"),
        SlipKind::Tab => (say!("行首用了制表符（Tab 键）", "a tab at the beginning of a line"), "  "),
    };
    let help = match kind {
        SlipKind::Colon => say!("改为半角冒号加一个空格“: ”", "write an ASCII colon and a space: `: `"),
        SlipKind::Dash => say!("改为半角减号加一个空格“- ”", "write an ASCII hyphen and a space: `- `"),
        SlipKind::Tab => say!("改为空格，与同级的行对齐", "use spaces, aligned with the lines of its level"),
    };
    Diagnostic::new(&YAML_SYNTAX, span, message).help(help).fix(span, mend)
}

/// A full-width comma between the items of a list in brackets: YAML sees one item.
pub fn flow_comma(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        say!(
            "方括号里用了全角逗号，几项会被当作一项",
            "a full-width comma in brackets: the items count as one"
        ),
    )
    .help(say!(
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
        say!("“#”后面的文字会被当作注释而丢掉", "what stands behind `#` counts as a comment and is lost"),
    )
    .help(say!(
        "给整段文字加引号；确是注释的，在 # 后空一格",
        "quote the text; put a space behind # if it is a comment"
    ))
}

/// YAML that cannot be read; `info` is the parser's own reason.
pub fn yaml_syntax(span: Span, info: &str) -> Diagnostic {
    Diagnostic::new(&YAML_SYNTAX, span, say!("YAML 写法有误（{info}）", "this is not valid YAML ({info})")).help(say!(
        "检查这一行和上一行：冒号应为半角加空格“: ”，同级的行要左对齐，文字以 * & [ {{ @ ` \" ' 开头时要加引号",
        "look at this line and the one above: a colon is followed by a space, lines of one level begin at one column, text that begins with * & [ {{ @ ` \" ' is quoted"
    ))
}

/// A nesting too deep to be meant.
pub fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        say!("嵌套层次过深，未再往下读", "nested too deeply; not read further"),
    )
}

/// An alias or an anchor.
pub fn alias(span: Span) -> Diagnostic {
    Diagnostic::new(&YAML_ALIAS, span, say!("不支持 YAML 的别名（*）", "YAML aliases (*) are not supported"))
        .help(say!(
            "直接写出内容；如果是以 * 开头的文字，请加引号",
            "write the content out; if it is text that begins with *, quote it"
        ))
}

/// A notice without front matter, or one that is not closed.
pub fn front_matter(span: Span) -> Diagnostic {
    Diagnostic::new(
        &FRONT_MATTER,
        span,
        say!(
            "文件开头应有夹在两行“---”之间的信息",
            "the file should begin with fields between two lines `---`"
        ),
    )
    .help(say!(
        "第一行写“---”，接着写标题、成文日期等，再以一行“---”结束",
        "write `---` on the first line, then 标题, 成文日期 and so on, and close with a line `---`"
    ))
}

/// A key that the format does not have.
pub fn unknown_key(span: Span, key: &str, nearest: Option<&str>) -> Diagnostic {
    let finding =
        Diagnostic::new(&UNKNOWN_KEY, span, say!("没有“{key}”这一项", "there is no field {key:?} here"));
    suggest(finding, span, nearest)
}

/// A key that has to be there.
pub fn missing_key(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_KEY, span, say!("缺少“{key}”", "{key:?} is missing"))
        .help(say!("加一行“{key}: …”", "add a line `{key}: …`"))
}

/// A record in which exactly one of several keys has to stand.
pub fn one_of(span: Span, keys: &[&str]) -> Diagnostic {
    let list = keys.join("、");
    Diagnostic::new(
        &MISSING_KEY,
        span,
        say!("“{list}”应写且只写一项", "exactly one of {list} has to be given"),
    )
}

/// A list where a text should be, and the like; `expected` is what should stand here.
pub fn wrong_shape(span: Span, expected: Shape) -> Diagnostic {
    let (zh, en) = match expected {
        Shape::Text => ("一段文字", "a text"),
        Shape::Record => ("若干“名称: 内容”", "fields `name: value`"),
    };
    Diagnostic::new(&WRONG_SHAPE, span, say!("这里应当是{zh}", "this should be {en}"))
}

/// What a value can be.
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
        say!("这一项的内容不对（{reason}）", "this value is not right ({reason})"),
    )
}

/// A date that is none; `example` shows the form.
pub fn wrong_date(span: Span, text: &str, example: &str) -> Diagnostic {
    Diagnostic::new(&WRONG_DATE, span, say!("“{text}”不是有效的日期", "{text:?} is not a valid date")).help(
        say!(
            "写成“{example}”的样子，月、日各两位",
            "write it like `{example}`, with two digits for month and day"
        ),
    )
}

/// A key that stands twice.
pub fn duplicate_key(span: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&DUPLICATE_KEY, span, say!("“{key}”写了两次", "{key:?} is written twice"))
        .label(first, say!("第一次在这里", "first here"))
        .help(say!("留下一个，删去另一个", "keep one and delete the other"))
}

/// A file that is named but not there.
pub fn missing_file(span: Span, path: &str) -> Diagnostic {
    let finding =
        Diagnostic::new(&MISSING_FILE, span, say!("找不到文件“{path}”", "there is no file {path:?}"));
    if path.contains('\\') {
        let right = path.replace('\\', "/");
        return finding
            .help(say!("文件夹之间用“/”：{right}", "folders are parted by `/`: {right}"))
            .fix(span, right);
    }
    finding.help(say!(
        "核对文件名，大小写要一致；供下载的文件放在通知旁边的 files 文件夹里，写成“files/…”",
        "check the name, also its case; files to download lie in the folder files beside the notice: `files/…`"
    ))
}

/// A published file with nothing in it.
pub fn empty_file(span: Span, path: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_FILE, span, say!("文件“{path}”是空的", "the file {path:?} is empty"))
        .help(say!("放入正确的文件", "put the right file there"))
}

/// A link that leads nowhere.
pub fn dead_link(span: Span, url: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_FILE, span, say!("链接“{url}”打不开", "the link {url:?} leads nowhere"))
        .help(say!("核对文件名和所在文件夹", "check the name and the folder"))
}

/// A link that leaves `content/`.
pub fn outside_content(span: Span, url: &str) -> Diagnostic {
    Diagnostic::new(
        &MISSING_FILE,
        span,
        say!("链接“{url}”超出了 content 文件夹", "the link {url:?} leaves content/"),
    )
    .help(say!("把文件放进通知旁边的 files 文件夹", "put the file into the folder files beside the notice"))
}

/// A link from the top of a server.
pub fn absolute_link(span: Span, url: &str) -> Diagnostic {
    let message = say!(
        "链接“{url}”从网站根目录算起，换个位置就打不开",
        "the link {url:?} counts from the server's top and breaks elsewhere"
    );
    Diagnostic::new(&MISSING_FILE, span, message).help(say!(
        "写成相对于本通知的路径，如“files/…”",
        "write it relative to the notice, such as `files/…`"
    ))
}

/// A link with a scheme that a public page should not have.
pub fn unknown_scheme(span: Span, scheme: &str) -> Diagnostic {
    let message = say!("“{scheme}:”开头的链接不会公开", "a link with {scheme:?} is not published");
    Diagnostic::new(&UNSAFE_MARKUP, span, message)
        .help(say!("可用 http、https、mailto、tel", "use http, https, mailto or tel"))
}

/// HTML in Markdown.
pub fn raw_html(span: Span) -> Diagnostic {
    let message = say!("正文里的 HTML 标记会原样显示为文字", "HTML in the text is shown as it is written");
    Diagnostic::new(&UNSAFE_MARKUP, span, message).help(say!(
        "删去标记；加粗用 **文字**，换段空一行；确要显示“<”的，写成“\\<”",
        "delete it; **bold**, and a blank line between paragraphs; write `\\<` to show the mark itself"
    ))
}

/// A field that has to say something, and is blank.
pub fn blank(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_KEY, span, say!("“{key}”是空的", "{key:?} is blank")).help(say!(
        "在冒号后面填写；以 # 开头的文字要加引号",
        "write it behind the colon; quote text that begins with #"
    ))
}

/// Two folders that are one address on some systems.
pub fn same_address(span: Span, path: &str, other: &str) -> Diagnostic {
    let message = say!(
        "“{path}”与“{other}”只有大小写不同，会占同一个网址",
        "{path:?} and {other:?} differ in case only: one address for two things"
    );
    Diagnostic::new(&BAD_NAME, span, message).help(say!("给其中一个改名", "rename one of them"))
}

/// A folder with content but without `notice.md`.
pub fn no_notice(span: Span, lost: &str) -> Diagnostic {
    let message = say!(
        "这里没有 notice.md，“{lost}”等不会公开",
        "there is no notice.md here; {lost:?} would not be published"
    );
    Diagnostic::new(&STRAY_FOLDER, span, message).help(say!(
        "通知的文件名必须是 notice.md（小写，没有 .txt）；如果是栏目，放一个 column.yaml",
        "a notice's file is named notice.md, in lower case and without .txt; a column has a column.yaml"
    ))
}

/// A file that every project needs.
pub fn required_file(folder: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_FILE, folder, say!("缺少文件“{name}”", "the file {name:?} is missing"))
}

/// A folder, link or device where a file should be.
pub fn not_a_file(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&NOT_A_FILE, span, say!("“{name}”应当是文件", "{name:?} should be a file"))
}

/// A `{{…}}` that means nothing.
pub fn unknown_placeholder(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(&UNKNOWN_PLACEHOLDER, span, say!("不认识的占位“{word}”", "unknown placeholder {word}"))
        .help(say!(
            "可用的占位是单独一行的“{{{{任务要求}}}}”",
            "the placeholder that can be used is `{{{{任务要求}}}}`, on a line of its own"
        ))
}

/// A folder that holds content but is neither a column nor a notice.
pub fn stray_folder(span: Span) -> Diagnostic {
    Diagnostic::new(
        &STRAY_FOLDER,
        span,
        say!(
            "上级文件夹不是栏目，此处内容不会公开",
            "the folder above is not a column, so this would not be published"
        ),
    )
    .help(say!(
        "在上级文件夹中放一个 column.yaml，写明“名称: …”",
        "put a column.yaml into the folder above, with `名称: …`"
    ))
}

/// A word outside a list of words.
pub fn unknown_word(span: Span, word: &str, known: &[&str], nearest: Option<&str>) -> Diagnostic {
    let list = known.join("、");
    let finding = Diagnostic::new(&UNKNOWN_WORD, span, say!("不认识“{word}”", "{word:?} is not known here"));
    match nearest {
        Some(_) => suggest(finding, span, nearest),
        None => finding.help(say!("可用：{list}", "one of: {list}")),
    }
}

/// A file's name that cannot be part of a web address.
pub fn bad_name(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &BAD_NAME,
        span,
        say!("“{name}”不能用作网址的一部分", "{name:?} cannot be part of a web address"),
    )
    .help(say!(
        "换一个名字：不用 \\ / : * ? \" < > | 和控制字符，不以空格或点开头、结尾",
        "rename it: no \\ / : * ? \" < > | and no control characters, no space or dot at either end"
    ))
}

/// Asks whether the nearest known word was meant.
fn suggest(finding: Diagnostic, span: Span, nearest: Option<&str>) -> Diagnostic {
    match nearest {
        Some(word) => finding.help(say!("是否想写“{word}”？", "did you mean {word:?}?")).fix(span, word),
        None => finding,
    }
}

/// A line of `holidays.csv` that cannot be read.
pub fn holiday(span: Span, reason: &CsvReason) -> Diagnostic {
    let why = match reason {
        CsvReason::Columns => {
            say!("应有“日期,类别,名称”三列", "there should be three columns: date, kind, name")
        }
        CsvReason::Date => say!("日期不对", "this is not a date"),
        CsvReason::Kind => say!("类别应是 holiday 或 workday", "the kind should be holiday or workday"),
        CsvReason::Repeated { first } => say!("与第 {first} 行是同一天", "this is the day of line {first}"),
    };
    Diagnostic::new(&HOLIDAY, span, why)
        .help(say!("写成“2027-01-01,holiday,元旦”的样子", "write it like `2027-01-01,holiday,元旦`"))
}
