//! The findings of reading: codes R, and a constructor for each, so that every message stands here once.

use crate::calendar::CsvReason;
use crate::diagnostic::Diagnostic;
use crate::read::codes::{
    BAD_NAME, DUPLICATE_KEY, ENCODING, FRONT_MATTER, HOLIDAY, MISSING_FILE, MISSING_KEY, NOT_A_FILE,
    STRAY_FOLDER, UNKNOWN_KEY, UNKNOWN_PLACEHOLDER, UNKNOWN_WORD, WRONG_DATE, WRONG_SHAPE, YAML_ALIAS,
    YAML_SYNTAX,
};
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
    Diagnostic::new(&MISSING_FILE, span, say!("找不到文件“{path}”", "there is no file {path:?}"))
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
