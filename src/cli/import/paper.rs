//! A paper becomes the folder of a notice.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::import::{Options, tell_unknown};
use crate::cli::{Session, print_error_line, print_line, surroundings};
use crate::diagnostic::Severity;
use crate::diagnostic::print::folded;
use crate::error::Error;
use crate::message;
use crate::model::office::Register;
use crate::output::{Occasion, create};
use crate::read;
use crate::read::document::Limits;
use crate::read::import::{ImportedPaper, Proposal, import_paper};
use crate::text::message::Lang;

/// Runs the command on a paper.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let lang = session.lang;
    let register = read::register(&read::discover_offices(&session.root)?);
    let (imported, proposal) = import(&options.file, options.size.factor(), lang, &register)?;
    if imported.report.has_errors() {
        return Ok(ExitCode::from(1));
    }
    let block = options.unknown_offices.clone().filter(|_| !proposal.is_empty());
    let target = options.output.as_deref();
    let files = target
        .iter()
        .flat_map(|folder| imported.files.iter().map(|(path, bytes)| (folder.join(path), bytes.clone())));
    let block_file = block.iter().map(|path| (path.clone(), proposal.block().into_bytes()));
    let files: Vec<(PathBuf, Vec<u8>)> = files.chain(block_file).collect();
    let occasion = Occasion { command: "import", time: surroundings::moment()? };
    let can_be_undone = create(&session.root, &files, &occasion)?;
    match target {
        Some(folder) => tell_files(folder, &imported, can_be_undone, lang),
        None => print_files(&imported, lang),
    }
    if !proposal.is_empty() {
        tell_unknown(&proposal, block.as_deref(), lang);
    }
    Ok(ExitCode::SUCCESS)
}

/// Imports the paper of a file, and prints the findings. Names that a register does not have are proposed for it.
pub fn import(
    file: &Path,
    factor: u32,
    lang: Lang,
    register: &Register,
) -> Result<(ImportedPaper, Proposal), Error> {
    let limits = Limits::default().times(factor);
    let (name, bytes) = if file.as_os_str() == "-" {
        (lang.pick("标准输入", "standard input").to_owned(), read::standard_input(limits.bytes)?)
    } else {
        (file.to_string_lossy().into_owned(), read::paper_bytes(file, limits.bytes)?)
    };
    let mut imported = import_paper(&name, &bytes, limits);
    let proposal = imported.propose(register);
    if !imported.report.findings().is_empty() {
        print_error_line(&folded(&imported.report, &imported.sources, lang, Severity::Error));
    }
    Ok((imported, proposal))
}

/// Says which files were written, and what comes next.
fn tell_files(folder: &Path, imported: &ImportedPaper, can_be_undone: bool, lang: Lang) {
    let paths: Vec<&str> = imported.files.iter().map(|(path, _)| path.as_str()).collect();
    let (folder, count, all) = (folder.display(), paths.len(), paths.join(lang.pick("、", ", ")));
    let (zh, en) = if can_be_undone {
        ("；要全部撤回，用 gongkai undo", "; gongkai undo takes all of it back")
    } else {
        // Files outside of a project's content are nobody's change.
        ("；不要了，删去这个文件夹就行", "; if it is not wanted, delete the folder")
    };
    let done = message!(
        "已在“{folder}”中写入 {count} 个文件：{all}\n接下来：对照原件看一遍 notice.md，补上写着“请填写”的各项，再用 gongkai check 检查{zh}",
        "Written into {folder}: {all} ({count})\nNext: read notice.md beside the original, fill in what is marked 请填写, then run gongkai check{en}"
    );
    print_line(done.get(lang));
}

/// Prints the texts, each below its name; of other files their names and sizes.
fn print_files(imported: &ImportedPaper, lang: Lang) {
    let is_one = imported.files.len() == 1;
    for (path, bytes) in &imported.files {
        match std::str::from_utf8(bytes) {
            Ok(text) if is_one => print_line(text.trim_end()),
            Ok(text) => print_line(&format!("# ===== {path} =====\n{}\n", text.trim_end())),
            Err(_) => {
                let size = bytes.len();
                let line =
                    message!("# ===== {path}（{size} 字节）=====", "# ===== {path} ({size} bytes) =====");
                print_line(line.get(lang));
            }
        }
    }
}
