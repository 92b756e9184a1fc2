//! `gongkai pdf`: papers as PDF, printed by a browser or an office program of this computer.

mod findings;
pub mod program;
mod run;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::folders::refuse_input;
use crate::cli::pdf::findings::findings;
use crate::cli::pdf::program::Program;
use crate::cli::progress::Progress;
use crate::cli::stages::Stages;
use crate::cli::{Session, named, print_error_line, print_line};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::message;
use crate::model::imprint::{self, Head, Seal};
use crate::model::notice::Notice;
use crate::output::{Workshop, replace};
use crate::pipeline::Checked;
use crate::read::printed;
use crate::render::{Edition, PrintedPaper, printed_paper};
use crate::text::filename::free;
use crate::text::message::{Lang, Message};

/// Options of `gongkai pdf`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Folders of notices below content/, drafts too; every published notice when not given
    #[arg(id = "papers", value_name = "NOTICE")]
    papers: Vec<String>,
    /// The folder to write into; `pdf` in the project when not given. A file of the same name is replaced
    #[arg(id = "prints", long = "output", value_name = "DIR")]
    prints: Option<PathBuf>,
    /// The form: pdf; or docx, the Word document, which needs no program and of a draft is nowhere else
    #[arg(id = "paper_form", long = "format", value_name = "FORM", default_value = "pdf")]
    form: Form,
}

/// The value of `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Pdf,
    Docx,
}

/// A paper that was printed.
struct Print {
    bytes: Vec<u8>,
    program: Program,
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let folder = options.prints.clone().unwrap_or_else(|| session.root.join("pdf"));
    refuse_input(&session.root, &folder)?;
    let mut stages = Stages::of(session);
    let mut content = stages.read(session)?;
    // A draft goes to the leader's desk, too, but only when it is asked for.
    content.shows_drafts = !options.papers.is_empty();
    let Checked { project, theme, sources, report, .. } = stages.judge(session, content)?;
    if report.has_errors() {
        print_error_line(&human(&report, &sources, session.lang));
        return Ok(ExitCode::from(1));
    }
    let notices: Vec<&Notice> = match options.papers.as_slice() {
        [] => project.notices.iter().collect(),
        named => named.iter().map(|path| named::notice(&project, path)).collect::<Result<_, Error>>()?,
    };
    let programs = if options.form == Form::Pdf { program::installed() } else { Vec::new() };
    if programs.is_empty() && options.form == Form::Pdf {
        return Err(Error::Printing(program::missing()));
    }
    run::stop_on_interrupt()?;
    let edition = Edition::new(&project, &theme);
    let progress = Progress::of(notices.len(), session.lang.pick("生成文件", "making files"));
    let (mut told, mut used) = (Vec::new(), BTreeSet::new());
    for notice in notices {
        let paper = printed_paper(&edition, notice)?;
        let name = notice.path.rsplit('/').next().unwrap_or(&notice.path);
        let path = folder.join(free(name, &mut used));
        told.push(match options.form {
            Form::Docx => {
                let path = path.with_added_extension("docx");
                replace(&path, &document(&paper)?)?;
                path.display().to_string()
            }
            Form::Pdf => {
                let path = path.with_added_extension("pdf");
                let print = print(notice, &paper, &programs)?;
                replace(&path, &print.bytes)?;
                tell(session.lang, notice, &path, &print)
            }
        });
        progress.step();
    }
    drop(progress);
    print_line(&told.join("\n"));
    Ok(ExitCode::SUCCESS)
}

/// The Word document of a paper.
fn document(paper: &PrintedPaper<'_>) -> Result<Vec<u8>, Error> {
    let workshop = Workshop::new()?;
    let folder = workshop.put("papers", &paper.files)?;
    Ok(workshop.take(&folder.join(&paper.document)).unwrap_or_default())
}

/// A notice as PDF, by the first program of this computer that can print it.
pub fn print_notice(edition: &Edition<'_>, notice: &Notice) -> Result<Vec<u8>, Error> {
    let programs = program::installed();
    if programs.is_empty() {
        return Err(Error::Printing(program::missing()));
    }
    print(notice, &printed_paper(edition, notice)?, &programs).map(|print| print.bytes)
}

/// Prints a paper by the first program that can.
fn print(notice: &Notice, paper: &PrintedPaper<'_>, programs: &[Program]) -> Result<Print, Error> {
    let workshop = Workshop::new()?;
    let folder = workshop.put("papers", &paper.files)?;
    let mut programs: Vec<&Program> = programs.iter().collect();
    if is_only_in_word(notice) {
        programs.sort_by_key(|program| program.is_browser());
    }
    let mut failed = Vec::new();
    for (number, program) in programs.into_iter().enumerate() {
        let source = folder.join(if program.is_browser() { &paper.page } else { &paper.document });
        let scratch = workshop.folder().join(number.to_string());
        match run::print(program, &source, &scratch, &workshop) {
            Ok(bytes) => return Ok(Print { bytes, program: program.clone() }),
            Err(Message { zh, en }) => {
                let path = program.path.display();
                failed.push(message!("{path}：{zh}", "{path}: {en}"));
            }
        }
        run::stopped()?;
    }
    let zh = failed.iter().map(|failed| failed.zh.as_str()).collect::<Vec<_>>().join("\n");
    let en = failed.iter().map(|failed| failed.en.as_str()).collect::<Vec<_>>().join("\n");
    let path = &notice.path;
    Err(Error::Printing(message!(
        "“{path}”没有能生成 PDF，没有写入它：\n{zh}\n请在浏览器中打开网页，用“打印”存为 PDF，或者用 Word、WPS 打开网页旁边的 Word 文件另存",
        "{path} could not be printed, and no PDF of it was written:\n{en}\nOpen its page in a browser and print it into a PDF, or save the Word document beside the page as PDF"
    )))
}

/// Whether the notice has parts that only its Word document shows: 版头, 信函, room for a seal.
fn is_only_in_word(notice: &Notice) -> bool {
    let own = &notice.imprint;
    own.head != Head::None || own.form == imprint::Form::Letter || own.seal == Seal::Room
}

/// The lines about a print.
fn tell(lang: Lang, notice: &Notice, path: &Path, print: &Print) -> String {
    let (path, program) = (path.display(), print.program.name);
    let Some((pages, fonts)) = printed(&print.bytes) else { return path.to_string() };
    let count = pages.len();
    let mut lines = vec![match lang {
        Lang::Zh => format!("{path}：{count} 页，由 {program} 打印"),
        Lang::En => format!("{path}: {count} pages, printed by {program}"),
    }];
    if !fonts.is_empty() {
        let names = fonts.iter().map(String::as_str).collect::<Vec<_>>().join(lang.pick("、", ", "));
        lines.push(format!("  {}{names}", lang.pick("字体：", "fonts: ")));
    }
    let mut notes = findings(notice, &pages, &fonts, print.program.is_browser());
    if print.program.is_browser() && is_only_in_word(notice) {
        notes.push(message!(
            "版头、信函的格式、盖章的位置只在 Word 文件里有：安装 LibreOffice 后再生成，或者用 Word、WPS 另存为 PDF",
            "版头, the form of 信函 and room for a seal are in the Word document only: install LibreOffice and run this again, or save that document as PDF"
        ));
    }
    lines.extend(notes.iter().map(|note| format!("  {}", note.get(lang))));
    lines.join("\n")
}
