//! The messages of errors, in Chinese and English.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::message;
use crate::text::message::Message;

impl Error {
    /// The message: the error, and how to go on.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoProject(path) => no_project(&shown(path)),
            Self::Read(path, cause) => {
                let (path, Message { zh, en }) = (shown(path), reason(path, cause));
                message!("无法读取“{path}”：{zh}", "cannot read {path}: {en}")
            }
            Self::Changed(path) => changed(&shown(path)),
            Self::Edited(path) => edited(&shown(path)),
            Self::EditedSince(paths, kept) => edited_since(paths, &shown(kept)),
            Self::Write(path, cause) => {
                let (path, Message { zh, en }) = (shown(path), reason(path, cause));
                message!("无法写入“{path}”：{zh}", "cannot write {path}: {en}")
            }
            Self::Unfinished(cause, second) => {
                let (cause, second) = (cause.message(), second.message());
                let (zh, zh_second, en, en_second) = (cause.zh, second.zh, cause.en, second.en);
                message!(
                    "{zh}\n已经改动的文件没有能全部恢复：{zh_second}\n排除原因后再运行一次，会先恢复，再做别的",
                    "{en}\nNot every file that had been changed could be restored: {en_second}\nRun this again once the cause is gone: it restores them first"
                )
            }
            Self::Interrupted(path) => interrupted(&shown(path)),
            Self::ForeignOutput(path) => foreign_output(&shown(path)),
            Self::ForeignFile(path) => foreign_file(&shown(path)),
            Self::ForeignFolder(path) => foreign_folder(&shown(path)),
            Self::Exists(path) => exists(&shown(path)),
            Self::NotEmpty(path) => not_empty(&shown(path)),
            Self::OutputInContent(path) => output_in_content(&shown(path)),
            Self::Locked(path) => locked(&shown(path)),
            Self::Template(cause) => message!("模板有误：{cause}", "a template is wrong: {cause}"),
            Self::Workbook(cause) => message!("无法生成工作簿：{cause}", "cannot make the workbook: {cause}"),
            Self::Document(cause) => {
                message!("无法生成 Word 文件：{cause}", "cannot make the Word document: {cause}")
            }
            Self::BadPath(path) => message!(
                "“{path}”不能用作文件名：有的系统存不下它",
                "{path:?} cannot be a file's name: some systems cannot store it"
            ),
            Self::Collision(path) => {
                message!(
                    "有两项内容都要生成文件“{path}”",
                    "two parts of the content would be written to the file {path:?}"
                )
            }
            Self::Printing(message) | Self::Usage(message) => message.clone(),
        }
    }
}

/// A path as it is written on this computer: Windows takes both kinds of slashes, and a path would show both.
fn shown(path: &Path) -> String {
    if cfg!(windows) {
        path.components().collect::<PathBuf>().display().to_string()
    } else {
        path.display().to_string()
    }
}

fn no_project(path: &str) -> Message {
    message!(
        "“{path}”下没有 content 文件夹。请在项目文件夹里运行，或用 --root 指明项目文件夹",
        "there is no folder content in {path}; run this in the project's folder, or name it with --root"
    )
}

fn changed(path: &str) -> Message {
    message!(
        "“{path}”在生成期间有改动，或已不在原处，没有写入任何文件。请重新运行",
        "{path} was changed or taken away during the build; nothing was written. Run it again"
    )
}

fn edited(path: &str) -> Message {
    message!(
        "“{path}”在检查以后又有改动，没有改动任何文件。请重新运行",
        "{path} was changed after it was checked; no file was changed. Run this again"
    )
}

fn edited_since(paths: &[PathBuf], kept: &str) -> Message {
    let list: Vec<String> = paths.iter().map(|path| shown(path)).collect();
    let list = list.join("\n  ");
    message!(
        "下列文件在那次改动以后又有改动，为免丢失，没有撤销：\n  {list}\n那次改动以前的文件保存在“{kept}”，可以自行取用",
        "these files were changed since; nothing was taken back, so that nothing is lost:\n  {list}\nThe files before the change are kept in {kept}"
    )
}

fn interrupted(path: &str) -> Message {
    message!(
        "上次向“{path}”生成时中断，其中的文件新旧不一，无法比较。请先运行 gongkai build，会先恢复到生成之前的样子",
        "the last build into {path} was interrupted, and files of two builds lie there: nothing can be compared. Run gongkai build, which first restores what was there before"
    )
}

fn foreign_output(path: &str) -> Message {
    message!(
        "“{path}”里有不是本工具生成的文件，为免误删，未写入。请换一个文件夹，或先清空它",
        "{path} holds files that this tool did not make; nothing was written. Choose another folder, or empty it first"
    )
}

fn foreign_file(path: &str) -> Message {
    message!(
        "“{path}”不是本工具生成的，为免覆盖，未写入。请把它移到别处",
        "{path} was not made by this tool; nothing was written over it. Move it elsewhere"
    )
}

fn foreign_folder(path: &str) -> Message {
    message!(
        "这里要写入文件，却有文件夹“{path}”，里面有不是本工具生成的内容，未写入。请把它移到别处",
        "{path} is to be a file, but is a folder that holds what this tool did not make; nothing was written. Move it elsewhere"
    )
}

fn exists(path: &str) -> Message {
    message!(
        "“{path}”已经存在，为免覆盖，未写入。请换一个文件名或文件夹，或先把它移到别处",
        "{path} is there already; nothing was written over it. Choose another name or folder, or move it elsewhere"
    )
}

fn not_empty(path: &str) -> Message {
    message!(
        "“{path}”里已有内容，为免混在一起，没有新建。请换一个文件夹名，或先清空它",
        "{path} is not empty; nothing was made there. Choose another folder, or empty it first"
    )
}

fn output_in_content(path: &str) -> Message {
    message!(
        "输出文件夹“{path}”不能是项目文件夹本身，也不能放在 content 或 templates 里",
        "the output folder {path} cannot be the project's folder itself, nor lie in content or templates"
    )
}

fn locked(path: &str) -> Message {
    message!(
        "另一个 gongkai 正在向“{path}”写入，请等它结束后再试",
        "another gongkai is writing into {path}; wait until it has ended"
    )
}

/// The reason of a system error, in our words if known, because some systems have English texts only.
fn reason(path: &Path, cause: &io::Error) -> Message {
    if is_in_use(cause) {
        return in_use(path);
    }
    let words = REASONS.iter().find(|(kind, ..)| *kind == cause.kind());
    let number = cause.raw_os_error().map_or_else(|| "0".to_owned(), |number| number.to_string());
    words.map_or_else(
        || message!("系统不允许（错误号 {number}）", "{cause}"),
        |(_, zh, en)| message!("{zh}", "{en}"),
    )
}

/// Another program holds a file; a question where its kind tells which.
fn in_use(path: &Path) -> Message {
    const WORKBOOKS: [&str; 6] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "et"];
    const PAPERS: [&str; 5] = ["docx", "docm", "doc", "odt", "wps"];
    let ends = |endings: &[&str]| {
        let ending = path.extension().unwrap_or_default();
        endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    if ends(&WORKBOOKS) {
        message!(
            "别的程序正在使用它。是否正在 Excel 或 WPS 中打开？",
            "another program is using it; is it open in Excel or WPS?"
        )
    } else if ends(&PAPERS) {
        message!(
            "别的程序正在使用它。是否正在 Word 或 WPS 中打开？",
            "another program is using it; is it open in Word or WPS?"
        )
    } else {
        message!("别的程序正在使用它", "another program is using it")
    }
}

/// Whether another program holds the file: `ERROR_SHARING_VIOLATION` or `ERROR_LOCK_VIOLATION` on Windows. The numbers
/// have other meanings on other systems.
fn is_in_use(cause: &io::Error) -> bool {
    cfg!(windows) && matches!(cause.raw_os_error(), Some(32 | 33))
}

/// Reasons by kind of error.
const REASONS: &[(ErrorKind, &str, &str)] = &[
    (ErrorKind::NotFound, "它不存在", "it does not exist"),
    (ErrorKind::PermissionDenied, "没有权限", "permission denied"),
    (ErrorKind::AlreadyExists, "它已经存在", "it is there already"),
    (ErrorKind::NotADirectory, "路径中有一处不是文件夹", "a part of the path is not a folder"),
    (ErrorKind::IsADirectory, "它是一个文件夹", "it is a folder"),
    (ErrorKind::DirectoryNotEmpty, "文件夹里还有别的文件", "the folder is not empty"),
    (ErrorKind::ReadOnlyFilesystem, "所在的磁盘是只读的", "its disk is read-only"),
    (ErrorKind::StorageFull, "磁盘已满", "the disk is full"),
    (ErrorKind::QuotaExceeded, "超出了可用的磁盘空间", "the disk quota is used up"),
    (ErrorKind::FileTooLarge, "文件太大，磁盘存不下", "the file is too large for the disk"),
    (
        ErrorKind::CrossesDevices,
        "它与输出文件夹不在同一个磁盘上",
        "it is on another disk than the output folder",
    ),
    (ErrorKind::InvalidFilename, "文件名太长，或磁盘存不下这样的名称", "the disk cannot store such a name"),
    (ErrorKind::ResourceBusy, "别的程序正在使用它", "another program is using it"),
    (ErrorKind::ExecutableFileBusy, "别的程序正在使用它", "another program is using it"),
    (ErrorKind::OutOfMemory, "内存不足", "out of memory"),
    (ErrorKind::TimedOut, "等了太久没有回应", "it took too long to answer"),
    (ErrorKind::InvalidData, "其中不全是文字", "it is not all text"),
];

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::Path;

    use super::{Error, REASONS, in_use};

    #[test]
    fn a_known_reason_is_told_in_chinese_and_names_no_other() {
        for (kind, ..) in REASONS {
            let message = Error::write(Path::new("甲"))((*kind).into()).message();
            assert!(!message.zh.contains(|c: char| c.is_ascii_alphabetic()), "{}", message.zh);
            assert!(message.zh.starts_with("无法写入“甲”：") && !message.en.contains("Excel"), "{message:?}");
        }
    }

    /// 32 and 33 are `EPIPE` and `EDOM` where Windows has its sharing violations.
    #[test]
    fn a_file_is_said_to_be_open_in_excel_only_where_another_program_holds_a_workbook() {
        for number in [32, 33] {
            let message =
                |path| Error::write(Path::new(path))(io::Error::from_raw_os_error(number)).message();
            let asked = message("甲.XLSX").zh.contains("是否正在 Excel 或 WPS 中打开？");
            assert_eq!(asked, cfg!(windows), "{}", message("甲.XLSX").zh);
            assert!(!message("甲.html").zh.contains("Excel"));
        }
        let zh = |path| in_use(Path::new(path)).zh;
        assert_eq!(zh("output/甲.xlsx"), "别的程序正在使用它。是否正在 Excel 或 WPS 中打开？");
        assert_eq!(zh("甲.docx"), "别的程序正在使用它。是否正在 Word 或 WPS 中打开？");
        for other in ["index.html", "xlsx", "notice.md", "output"] {
            assert_eq!(zh(other), "别的程序正在使用它", "{other}");
        }
    }
}
