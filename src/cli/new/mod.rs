//! `gongkai new`: a new project with a complete example that checks without findings and builds.
//!
//! The example has the date of its creation and reports all its items as done, so nothing in it becomes overdue. After
//! six months L003 reports its column as stale, as it should.

pub mod files;
mod from;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::import::paper::import;
use crate::cli::new::files::files;
use crate::cli::{Session, print_line};
use crate::error::Error;
use crate::message;
use crate::model::office::Register;
use crate::output::fill;

/// Options of `gongkai new`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The folder to make; it must not be there yet, or be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// A paper (docx, html, txt) that becomes the first notice, in the place of the example
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    if let Some(paper) = &options.from {
        return run_from(session, &options.folder, paper);
    }
    let files = files(session.today);
    fill(&options.folder, &files)?;
    let (folder, count) = (options.folder.display(), files.len());
    let done = message!(
        "已在“{folder}”中建好项目，共 {count} 个文件。接下来：\n\n  \
         cd {folder}\n  \
         gongkai check           检查内容\n  \
         gongkai serve --open    在浏览器里预览，保存后自动刷新\n  \
         gongkai build           生成网站和工作簿\n\n\
         怎样改成自己的，见其中的 README.md",
        "A project of {count} files is in {folder}. Next:\n\n  \
         cd {folder}\n  \
         gongkai check           finds mistakes\n  \
         gongkai serve --open    shows the site while it is written\n  \
         gongkai build           writes the site and the workbooks\n\n\
         README.md there tells, in Chinese, how to make it your own"
    );
    print_line(done.get(session.lang));
    Ok(ExitCode::SUCCESS)
}

/// Makes a project around a paper.
fn run_from(session: &Session, folder: &Path, paper: &Path) -> Result<ExitCode, Error> {
    let (imported, proposal) = import(paper, 1, session.lang, &Register::default())?;
    if imported.report.has_errors() {
        return Ok(ExitCode::from(1));
    }
    let files = from::files(&imported, &proposal, session.today);
    fill(folder, &files)?;
    let (folder, count) = (folder.display(), files.len());
    let done = message!(
        "已在“{folder}”中建好项目，共 {count} 个文件，其中的通知由原来的文件转成。接下来：\n\n  \
         cd {folder}\n  \
         gongkai check           检查内容，指出还要填写的各项\n  \
         gongkai serve --open    在浏览器里预览，保存后自动刷新\n\n\
         先对照原件看一遍 notice.md；从哪里改起，见其中的 README.md",
        "A project of {count} files is in {folder}; its notice was made of the paper. Next:\n\n  \
         cd {folder}\n  \
         gongkai check           finds mistakes, and what is left to fill in\n  \
         gongkai serve --open    shows the site while it is written\n\n\
         Read notice.md beside the original first; README.md there tells, in Chinese, where to begin"
    );
    print_line(done.get(session.lang));
    Ok(ExitCode::SUCCESS)
}
