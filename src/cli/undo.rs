//! `gongkai undo`: takes the last change of the project's files back.

use std::process::ExitCode;

use crate::cli::{Session, print_line};
use crate::error::Error;
use crate::message;
use crate::output::{self, Entry};
use crate::text::message::{Lang, Words};

/// Options of `gongkai undo`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Lists the changes that can be taken back, the last one first, and takes none back
    #[arg(long)]
    list: bool,
}

impl Options {
    /// Whether the command may write.
    pub fn writes(&self) -> bool {
        !self.list
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let lang = session.lang;
    if options.list {
        let lines: Vec<String> =
            output::undoable(&session.root)?.iter().rev().map(|entry| heading(entry, lang)).collect();
        print_line(&if lines.is_empty() { nothing(lang).to_owned() } else { lines.join("\n") });
        return Ok(ExitCode::SUCCESS);
    }
    match output::undo(&session.root)? {
        Some(entry) => print_line(&undone(&entry, lang)),
        None => print_line(nothing(lang)),
    }
    Ok(ExitCode::SUCCESS)
}

pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("没有可以撤销的改动", "there is no change to take back")
}

/// Time, command and number of files of a change.
fn heading(entry: &Entry, lang: Lang) -> String {
    let (time, command, files) = (entry.time.replace('T', " "), &entry.command, entry.files.len());
    let heading =
        message!("{time}  gongkai {command}（{files}个文件）", "{time}  gongkai {command} ({files} files)");
    heading.get(lang).to_owned()
}

/// The files that were restored and removed.
fn undone(entry: &Entry, lang: Lang) -> String {
    let mut lines = vec![format!("{}{}", lang.pick("已撤销：", "Taken back: "), heading(entry, lang))];
    for file in &entry.files {
        let done = match file.before {
            Some(_) => Words::new("恢复", "restored"),
            None => Words::new("删去", "removed"),
        };
        lines.push(format!("  {}  {}", done.get(lang), file.path));
    }
    lines.join("\n")
}
