//! `gongkai new`: a new project with a complete example that checks without findings and builds.
//!
//! The example has the date of its creation and reports all its items as done, so nothing in it becomes overdue. After
//! six months L003 reports its column as stale, as it should.

mod files;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::new::files::files;
use crate::cli::{Session, print_line};
use crate::error::Error;
use crate::message;
use crate::output::fill;

/// Options of `gongkai new`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The folder to make; it must not be there yet, or be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
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
