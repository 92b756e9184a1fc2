//! `gongkai summary`: a draft of an office's yearly summary, made from its progress notes.

mod draft;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::folders::refuse_published;
use crate::cli::summary::draft::draft;
use crate::cli::{Session, named, print_error_line, print_line, surroundings};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::message;
use crate::model::Project;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::summary::YearSummary;
use crate::output::{Occasion, create, create_all};
use crate::pipeline;
use crate::read::paper_of_text;
use crate::render::report;

/// Options of `gongkai summary`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The office, by any of its names
    #[arg(value_name = "OFFICE")]
    office: String,
    /// The notice's folder below content/; needed where several concern the office
    #[arg(long, value_name = "DIR")]
    notice: Option<String>,
    /// The year; that of which the notice asks for summaries when not given
    #[arg(long, value_name = "YEAR")]
    year: Option<i16>,
    /// The form: markdown, to be edited; or docx, by GB/T 9704, of the summary that the project has, else of the draft
    #[arg(id = "summary_form", long = "format", value_name = "FORM", default_value = "markdown")]
    form: Form,
    /// A new file to write into; without it the draft is shown
    #[arg(long = "output", value_name = "FILE")]
    draft: Option<PathBuf>,
}

/// The value of `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Markdown,
    Docx,
}

impl Options {
    /// Whether the command writes a file.
    pub fn writes(&self) -> bool {
        self.draft.is_some()
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let checked = pipeline::check(&session.root, session.today)?;
    if checked.report.has_errors() {
        print_error_line(&human(&checked.report, &checked.sources, session.lang));
        return Ok(ExitCode::from(1));
    }
    let project = &checked.project;
    let office = named::office(project, &options.office)?;
    let notice = find_notice(project, office, options.notice.as_deref())?;
    let year = options.year.or_else(|| notice.summary_year()).unwrap_or(session.today.year());
    if options.form == Form::Docx {
        return write_document(session, options, project, notice, office, year);
    }
    let text = draft(project, notice, office, year);
    match &options.draft {
        None => print_line(text.trim_end()),
        Some(path) => {
            let occasion = Occasion { command: "summary", time: surroundings::moment()? };
            create(&session.root, &[(path.clone(), text)], &occasion)?;
            let path = path.display();
            let done = message!(
                "草稿已写入 {path}。请修改、签字后，填写“签字”",
                "the draft is in {path}; edit it, have it signed, then fill in 签字"
            );
            print_error_line(done.get(session.lang));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the summary in Word: the words that the project has, or else those of a draft.
fn write_document(
    session: &Session,
    options: &Options,
    project: &Project,
    notice: &Notice,
    office: OfficeId,
    year: i16,
) -> Result<ExitCode, Error> {
    let Some(path) = &options.draft else {
        return Err(Error::Usage(message!(
            "Word 文件不能显示在屏幕上，请用 --output 写明文件",
            "a Word document cannot be shown; name a file with --output"
        )));
    };
    let is_own = |summary: &&YearSummary| {
        let years = summary.year.as_ref().map(|year| year.value);
        years == Some(year) && project.register.offices_of(&summary.office).contains(&office)
    };
    let written = notice.summaries.iter().find(is_own);
    let draft = written.is_none().then(|| paper_of_text(body(&draft(project, notice, office, year))));
    let words = written.map(|summary| &summary.body).or(draft.as_ref());
    let Some(words) = words else { return Ok(ExitCode::SUCCESS) };
    let day = written.and_then(|summary| summary.written.as_ref()).map_or(session.today, |day| day.value);
    let name = &project.register.office(office).name.value;
    let bytes = report(project, &format!("{name}{year}年度工作总结"), words, name, day)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    refuse_published(&session.root, place)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    create_all(folder, &[(file, bytes)])?;
    let path = path.display();
    let done = message!("已写入 {path}", "{path} was written");
    print_error_line(done.get(session.lang));
    Ok(ExitCode::SUCCESS)
}

/// The words of a draft, behind its fields.
fn body(draft: &str) -> &str {
    draft.split_once("\n---\n").map_or(draft, |(_, body)| body)
}

/// The notice that was named, else the only one that gives the office something to do.
fn find_notice<'p>(project: &'p Project, office: OfficeId, path: Option<&str>) -> Result<&'p Notice, Error> {
    let concerned =
        |notice: &&Notice| Ledger::new(project, notice, Audience::Internal).rows_of(office).count() > 0;
    let list = |notices: &[&Notice]| {
        let paths: Vec<&str> = notices.iter().map(|notice| notice.path.as_str()).collect();
        paths.join("\n")
    };
    let name = &project.register.office(office).name.value;
    if let Some(path) = path {
        return named::notice(project, path);
    }
    let notices: Vec<&Notice> = project.notices.iter().filter(concerned).collect();
    match notices.as_slice() {
        [notice] => Ok(notice),
        [] => Err(Error::Usage(message!(
            "没有一份通知给“{name}”布置了任务",
            "no notice gives {name} anything to do"
        ))),
        several => {
            let list = list(several);
            Err(Error::Usage(message!(
                "给“{name}”布置了任务的通知不止一份，请用 --notice 指明：\n{list}",
                "several notices concern {name}; name one with --notice:\n{list}"
            )))
        }
    }
}
