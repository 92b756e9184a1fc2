//! `gongkai collect`: converts returned handouts to progress notes, all or none.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::size::Size;
use crate::cli::{Session, print_error_line, print_line, surroundings};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::output::{Change, Occasion, change};
use crate::pipeline;
use crate::read::returned::{self, Collected, NewNote};
use crate::text::message::{Lang, Words};

/// Options of `gongkai collect`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Workbooks that came back, or folders with them
    #[arg(value_name = "FILES", required = true)]
    files: Vec<PathBuf>,
    /// Shows what would be written and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Marks the notes public; without it somebody does so who has read them
    #[arg(long)]
    public: bool,
    #[command(flatten)]
    size: Size,
}

impl Options {
    /// Whether the command may write notes.
    pub fn writes(&self) -> bool {
        !self.dry_run
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let lang = session.lang;
    let checked = pipeline::check(&session.root, session.today)?;
    if checked.report.has_errors() {
        print_error_line(&human(&checked.report, &checked.sources, lang));
        print_error_line(lang.pick(
            "项目本身有错误，未收表；改正后请重新运行",
            "nothing was collected because of the project's own errors; mend them and run again",
        ));
        return Ok(ExitCode::from(1));
    }
    let files = returned::discover(&options.files, options.size.limits())?;
    let collected =
        returned::collect(&checked.project, &checked.sources, &files, options.public, options.size.limits());
    if !collected.report.findings().is_empty() {
        print_error_line(&human(&collected.report, &collected.sources, lang));
    }
    if collected.report.has_errors() {
        print_error_line(lang.pick(
            "有错误，未写入任何文件；改正后请重新运行",
            "nothing was written because of these errors; mend them and run again",
        ));
        return Ok(ExitCode::from(1));
    }
    if !options.dry_run {
        let new = |note: &NewNote| Change::new_file(format!("content/{}", note.path), note.text.as_str());
        let notes: Vec<Change> = collected.notes.iter().map(new).collect();
        change(&session.root, &notes, &Occasion { command: "collect", time: surroundings::moment()? })?;
    }
    print_line(&list_notes(&collected, options, lang));
    Ok(ExitCode::SUCCESS)
}

/// The list of notes that were written, or would be.
fn list_notes(collected: &Collected, options: &Options, lang: Lang) -> String {
    let mut lines = Vec::new();
    for note in &collected.notes {
        lines.push(format!("content/{}", note.path));
        if options.dry_run {
            lines.extend(note.text.lines().map(|line| format!("    {line}").trim_end().to_owned()));
        }
    }
    let same = Words::new("（已有，内容相同）", " (there already, says the same)").get(lang);
    lines.extend(collected.kept.iter().map(|path| format!("{path}{same}")));
    let (new, kept) = (collected.notes.len(), collected.kept.len());
    lines.push(match (lang, options.dry_run) {
        (Lang::Zh, false) => format!("写入进展 {new} 份，已有 {kept} 份"),
        (Lang::Zh, true) => format!("试运行：会写入进展 {new} 份，已有 {kept} 份；未写任何文件"),
        (Lang::En, false) => format!("written: {new}; there already: {kept}"),
        (Lang::En, true) => {
            format!("dry run, nothing was written; would be written: {new}; there already: {kept}")
        }
    });
    if new > 0 && !options.public {
        lines.push(
            lang.pick(
                "都还不公开：核对之后，把可以公开的改为“公开: true”",
                "none is public yet: read them, then set `公开: true` where they may be",
            )
            .to_owned(),
        );
    }
    lines.join("\n")
}
