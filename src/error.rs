//! What the world refused: a disk, a permission, a folder that is not ours. Never what people wrote wrongly.

use std::io;
use std::path::{Path, PathBuf};

use crate::say;
use crate::text::message::Message;

/// A refusal, with the path that it is about.
#[derive(Debug)]
pub enum Error {
    /// There is no project here: `content/` is missing below this folder.
    NoProject(PathBuf),
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file of the content was written or went away while the build was at work.
    Changed(PathBuf),
    /// A file or folder could not be written, moved or removed.
    Write(PathBuf, io::Error),
    /// The output folder holds files that this tool did not make.
    ForeignOutput(PathBuf),
    /// A file of the output stands where this tool did not put it.
    ForeignFile(PathBuf),
    /// A file that was to be made is there already.
    Exists(PathBuf),
    /// A folder for a new project holds something already.
    NotEmpty(PathBuf),
    /// The output folder lies where the build would destroy or read its own input.
    OutputInContent(PathBuf),
    /// Another build is at work in the output folder, or one was killed so hard that its lock stayed.
    Locked(PathBuf),
    /// A template is wrong or cannot be filled in; the text shows the place.
    Template(String),
    /// A workbook could not be made.
    Workbook(String),
    /// A path below the output is not one that every system can store.
    BadPath(String),
    /// Two things want to be the same file of the output.
    Collision(String),
    /// A word on the command line, or in the environment, is not what it should be.
    Usage(Message),
}

impl Error {
    /// The refusal of writing at `path`, for `map_err`.
    pub fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Write(path, cause)
    }

    /// The refusal of reading at `path`, for `map_err`.
    pub fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Read(path, cause)
    }

    /// What happened, and what can be done.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoProject(path) => {
                let path = path.display();
                say!(
                    "“{path}”下没有 content 文件夹。请在项目文件夹里运行，或用 --root 指明项目文件夹",
                    "there is no folder content in {path}; run this in the project's folder, or name it with --root"
                )
            }
            Self::Read(path, cause) => {
                let path = path.display();
                say!("无法读取“{path}”：{cause}", "cannot read {path}: {cause}")
            }
            Self::Changed(path) => {
                let path = path.display();
                say!(
                    "“{path}”在生成期间有改动，或已不在原处，没有写入任何文件。请重新运行",
                    "{path} was changed or taken away during the build; nothing was written. Run it again"
                )
            }
            Self::Write(path, cause) => {
                let path = path.display();
                say!(
                    "无法写入“{path}”：{cause}。文件是否正在 Excel 或 WPS 中打开？",
                    "cannot write {path}: {cause}; is it open in Excel or WPS?"
                )
            }
            Self::ForeignOutput(path) => {
                let path = path.display();
                say!(
                    "“{path}”里有不是本工具生成的文件，为免误删，未写入。请换一个文件夹，或先清空它",
                    "{path} holds files that this tool did not make; nothing was written. Choose another folder, or empty it first"
                )
            }
            Self::ForeignFile(path) => {
                let path = path.display();
                say!(
                    "“{path}”不是本工具生成的，为免覆盖，未写入。请把它移到别处",
                    "{path} was not made by this tool; nothing was written over it. Move it elsewhere"
                )
            }
            Self::Exists(path) => {
                let path = path.display();
                say!(
                    "“{path}”已经存在，为免覆盖，未写入。请换一个文件名，或先把它移到别处",
                    "{path} is there already; nothing was written over it. Choose another name, or move it elsewhere"
                )
            }
            Self::NotEmpty(path) => {
                let path = path.display();
                say!(
                    "“{path}”里已有内容，为免混在一起，没有新建。请换一个文件夹名，或先清空它",
                    "{path} is not empty; nothing was made there. Choose another folder, or empty it first"
                )
            }
            Self::OutputInContent(path) => {
                let path = path.display();
                say!(
                    "输出文件夹“{path}”不能是项目文件夹本身，也不能放在 content 或 templates 里",
                    "the output folder {path} cannot be the project's folder itself, nor lie in content or templates"
                )
            }
            Self::Locked(path) => {
                let path = path.display();
                say!(
                    "另一个 gongkai 正在向“{path}”写入，请等它结束后再试",
                    "another gongkai is writing into {path}; wait until it has ended"
                )
            }
            Self::Template(cause) => say!("模板有误：{cause}", "a template is wrong: {cause}"),
            Self::Workbook(cause) => say!("无法生成工作簿：{cause}", "cannot make the workbook: {cause}"),
            Self::BadPath(path) => say!(
                "“{path}”不能用作文件名：有的系统存不下它",
                "{path:?} cannot be a file's name: some systems cannot store it"
            ),
            Self::Collision(path) => {
                say!("有两项内容都要生成文件“{path}”", "two things want to be the file {path:?}")
            }
            Self::Usage(message) => message.clone(),
        }
    }
}
