//! Findings about files and folders: missing, misnamed, misplaced, in another encoding.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::fault::codes::{
    BAD_NAME, BARRED_CHARACTER, ENCODING, MISSING_FILE, NOT_A_FILE, STRAY_FOLDER, UNNAMED_FILE,
};
use crate::source::Span;
use crate::text::character;
use crate::text::filename::BadName;
use crate::text::similar::Near;

/// Bytes that are not UTF-8.
pub fn encoding(span: Span) -> Diagnostic {
    Diagnostic::new(&ENCODING, span, message!("此处的字节不是 UTF-8 文字", "these bytes are not UTF-8 text"))
        .help(message!(
            "用记事本打开，“另存为”时把编码选为 UTF-8",
            "open it in an editor and save it with the encoding UTF-8"
        ))
}

/// Text in another encoding, which was understood all the same. `first` is the character at the place of the finding: the
/// correction changes no character, only the bytes of the file.
pub fn foreign_encoding(span: Span, name: &str, first: &str) -> Diagnostic {
    let message = message!(
        "这个文件的编码是 {name}，应当是 UTF-8",
        "this file is encoded in {name}; it should be UTF-8"
    );
    Diagnostic::new(&ENCODING, span, message)
        .help(message!(
            "用记事本打开，“另存为”时把编码选为 UTF-8",
            "open it in an editor and save it with the encoding UTF-8"
        ))
        .fix(span, first)
}

/// A character that no output can hold.
pub fn barred_character(span: Span, character: char) -> Diagnostic {
    let name = character::name(character);
    let message = message!(
        "这里有网页和工作簿都容不下的字符（{name}）",
        "a character that neither page nor workbook can hold ({name})"
    );
    let finding = Diagnostic::new(&BARRED_CHARACTER, span, message).help(message!(
        "删去它；多半看不见，是从别处粘贴进来的",
        "delete it; it is most likely invisible and came from elsewhere by pasting"
    ));
    // A cell of a workbook has no text of its own. Word's line and page breaks divide words: how, nobody knows.
    let divides = matches!(character, '\u{b}' | '\u{c}');
    if span.range().is_empty() || divides { finding } else { finding.fix(span, "") }
}

/// A file that is named but not there; `right` is the path of the one that must have been meant.
pub fn missing_file(span: Span, path: &str, right: Option<String>) -> Diagnostic {
    let finding =
        Diagnostic::new(&MISSING_FILE, span, message!("找不到文件“{path}”", "there is no file {path:?}"));
    if let Some(right) = right {
        return finding.did_you_mean(span, Near { word: &right, is_certain: true });
    }
    if path.contains('\\') {
        let right = path.replace('\\', "/");
        return finding.help(message!("文件夹之间用“/”：{right}", "folders are separated by `/`: {right}"));
    }
    finding.help(message!(
        "核对文件名，大小写要一致；供下载的文件放在通知旁边的 files 文件夹里，写成“files/…”",
        "check the name, also its case; files to download lie in the folder files beside the notice: `files/…`"
    ))
}

/// A published file with nothing in it.
pub fn empty_file(span: Span, path: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_FILE, span, message!("文件“{path}”是空的", "the file {path:?} is empty"))
        .help(message!("放入正确的文件", "put the right file there"))
}

/// Two folders that are one address on some systems.
pub fn same_address(span: Span, path: &str, other: &str) -> Diagnostic {
    let message = message!(
        "“{path}”与“{other}”只有大小写不同，会占同一个网址",
        "{path:?} and {other:?} differ in case only: one address for two things"
    );
    Diagnostic::new(&BAD_NAME, span, message).help(message!("给其中一个改名", "rename one of them"))
}

/// A file among progress notes or summaries that is not a Markdown paper and is not read.
pub fn not_a_paper(span: Span, path: &str) -> Diagnostic {
    let message = message!("“{path}”不是 .md 文件，不会被读取", "{path:?} is not a .md file and is not read");
    Diagnostic::new(&BAD_NAME, span, message).help(message!(
        "进展和总结写成 .md 文件；佐证材料放进通知旁边的 files 文件夹",
        "notes and summaries are .md files; evidence lies in the folder files beside the notice"
    ))
}

/// A paper whose page would take the place of the page that lists all of them.
pub fn reserved_name(span: Span, path: &str) -> Diagnostic {
    let message = message!("“{path}”与总览页同名", "{path:?} has the name of the page that lists them all");
    Diagnostic::new(&BAD_NAME, span, message)
        .help(message!("换一个名字，例如以日期和股室命名", "rename it, for example after its day and office"))
}

/// A page of 固定栏目 that would take the place of another page, or lies in a folder.
pub fn page_out_of_place(span: Span, name: &str) -> Diagnostic {
    let message = message!(
        "固定栏目的网页不能叫“{name}.md”：它要直接放在 content 里，也不能与网站自己的网页同名",
        "a page of 固定栏目 cannot be {name}.md: it lies in content itself, and has no name of the site's own pages"
    );
    Diagnostic::new(&BAD_NAME, span, message)
        .help(message!("换一个名字，例如 zhinan.md", "rename it, to zhinan.md for example"))
}

/// A folder with content but without `notice.md`.
pub fn no_notice(span: Span, lost: &str) -> Diagnostic {
    let message = message!(
        "这里没有 notice.md，“{lost}”等不会公开",
        "there is no notice.md here; {lost:?} would not be published"
    );
    Diagnostic::new(&STRAY_FOLDER, span, message).help(message!(
        "通知的文件名必须是 notice.md（小写，没有 .txt）；如果是栏目，放一个 column.yaml",
        "a notice's file is named notice.md, in lower case and without .txt; a column has a column.yaml"
    ))
}

/// A table or paper beside a notice that the notice does not name.
pub fn no_mention(span: Span, name: &str) -> Diagnostic {
    let message = message!(
        "通知没有提到“{name}”，它不会公开",
        "the notice does not name {name:?}, so it is not published"
    );
    let key = if name.rsplit('.').next() == Some("md") { "文" } else { "表" };
    Diagnostic::new(&UNNAMED_FILE, span, message).help(message!(
        "在 notice.md 的“附件”里写“{key}: {name}”；不要的，移到 content 外面",
        "write `{key}: {name}` under 附件 in notice.md, or move the file out of content"
    ))
}

/// A file that every project needs.
pub fn required_file(folder: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_FILE, folder, message!("缺少文件“{name}”", "the file {name:?} is missing"))
}

/// A folder, link or device where a file should be.
pub fn not_a_file(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&NOT_A_FILE, span, message!("“{name}”应当是文件", "{name:?} should be a file"))
}

/// A folder that holds content but is neither a section nor a notice.
pub fn stray_folder(span: Span) -> Diagnostic {
    Diagnostic::new(
        &STRAY_FOLDER,
        span,
        message!(
            "上级文件夹不是栏目，此处内容不会公开",
            "the folder above is not a column, so this would not be published"
        ),
    )
    .help(message!(
        "在上级文件夹中放一个 column.yaml，写明“名称: …”",
        "put a column.yaml into the folder above, with `名称: …`"
    ))
}

/// The name of a file or folder that some system or the site cannot have.
pub fn bad_name(span: Span, name: &str, why: BadName) -> Diagnostic {
    let (message, help) = match why {
        BadName::Characters => (
            message!("“{name}”不能用作网址的一部分", "{name:?} cannot be part of a web address"),
            message!(
                "换一个名字：不用 \\ / : * ? \" < > | 和控制字符，不以空格或点开头、结尾",
                "rename it: no \\ / : * ? \" < > | and no control characters, no space or dot at either end"
            ),
        ),
        BadName::Device => (
            message!("Windows 不能有名叫“{name}”的文件", "Windows can have no file named {name:?}"),
            message!(
                "换一个名字：con、prn、aux、nul、com1、lpt1 等是设备的名字",
                "rename it: con, prn, aux, nul, com1, lpt1 and so on are names of devices"
            ),
        ),
        BadName::Page => (
            message!("文件夹“{name}”与网页同名", "the folder {name:?} has the name of a page"),
            message!(
                "换一个名字：index.html 是上级文件夹的网页",
                "rename it: index.html is the page of the folder above"
            ),
        ),
    };
    Diagnostic::new(&BAD_NAME, span, message).help(help)
}
