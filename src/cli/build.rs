//! `gongkai build`: checks the content, makes every file, and puts all of them in place atomically.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;

use crate::cli::folders::refuse_input;
use crate::cli::progress::Progress;
use crate::cli::stages::Stages;
use crate::cli::{Deny, OUTPUT, Session, print_error_line, print_line, stopping, stops, surroundings};
use crate::diagnostic::Report;
use crate::diagnostic::print::brief;
use crate::error::Error;
use crate::output::{Changes, Seal, Summary, Unchanged, compare, stage, unchanged};
use crate::pipeline::Checked;
use crate::read::Content;
use crate::render::{Edition, FORMATS, plan};
use crate::text::message::{Lang, Words};
use crate::text::width::{columns, padded};

/// Options of `gongkai build`.
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line by itself")]
#[derive(Debug, Default, clap::Args)]
pub struct Options {
    /// The folder to write into; `output` in the project when not given
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Treats warnings as errors
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
    /// Lists what is added, changed and removed before it is written
    #[arg(long)]
    diff: bool,
    /// Only lists it, and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Waits until everything is on the disk itself: safe when power fails, and slower
    #[arg(long)]
    fsync: bool,
    /// Makes these kinds of files only, such as html: for a quick look, not for publishing
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = formats())]
    only: Vec<String>,
    /// Publishes copies of files without names, places and devices in their metadata
    #[arg(long)]
    strip_metadata: bool,
}

/// The names of all formats.
fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))
}

impl Options {
    /// The folder to be written; `None` if nothing is written.
    pub fn output_folder(&self, root: &Path) -> Option<PathBuf> {
        (!self.dry_run).then(|| self.folder(root))
    }

    fn folder(&self, root: &Path) -> PathBuf {
        self.output.clone().unwrap_or_else(|| root.join(OUTPUT))
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    Ok(if build(session, options)? { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Builds, and prints how; `false` if findings stopped it.
pub fn build(session: &Session, options: &Options) -> Result<bool, Error> {
    let output = options.folder(&session.root);
    refuse_input(&session.root, &output)?;
    let mut stages = Stages::of(session);
    let mut content = stages.read(session)?;
    content.strips_metadata = options.strip_metadata;
    let basis = basis(session, options, &content);
    if let Some(basis) = basis.as_ref().filter(|_| !options.diff && !options.dry_run)
        && let Some(Unchanged { summary, told }) = unchanged(&output, basis)?
    {
        print_findings(&told);
        stages.done(Words::new("与上次生成时相同", "the same as last time"));
        print_line(&done(summary, &output, session.lang));
        return Ok(true);
    }
    let Checked { project, theme, sources, report, .. } = stages.judge(session, content)?;
    let told = brief(&report, &sources, session.lang, stopping(options.deny));
    if !told.is_empty() {
        print_findings(&told);
        stages.done(Words::new("列出问题", "list the findings"));
    }
    if stops(&report, options.deny) {
        print_error_line(stopped(&report, session.lang));
        return Ok(false);
    }
    // Files are made from the model alone; dropping the texts frees their memory for the pages.
    drop(sources);
    let edition = Edition::only(&project, &theme, &options.only);
    let files = plan(&edition)?;
    stages.done(Words::new("排定文件", "plan the files"));
    let progress = Progress::of(files.len(), session.lang.pick("生成文件", "making files"));
    if options.dry_run {
        let changes = compare(&files, &output, &|| progress.step())?;
        drop(progress);
        print_line(&listed(&changes, session.lang));
        print_line(session.lang.pick("只作比较，没有写入", "compared only; nothing was written"));
        return Ok(true);
    }
    let ready = stage(&files, &output, options.fsync, &|| progress.step())?;
    drop(progress);
    stages.done(Words::new("生成文件", "make them"));
    if options.diff {
        print_line(&listed(ready.changes(), session.lang));
    }
    let summary = ready.commit(basis.map(|basis| Seal { basis, told }).as_ref())?;
    stages.done(Words::new("写入文件", "put them in place"));
    print_line(&done(summary, &output, session.lang));
    Ok(true)
}

/// Prints the findings, if there are any.
fn print_findings(findings: &str) {
    if !findings.is_empty() {
        print_error_line(findings);
    }
}

/// All inputs of files and findings, in one line; `None` if the executable cannot be identified.
fn basis(session: &Session, options: &Options, content: &Content) -> Option<String> {
    let (program, fingerprint) = (surroundings::program()?, content.fingerprint?);
    let Session { lang, today, .. } = session;
    let Options { deny, strip_metadata: strip, .. } = options;
    let only = options.only.join(",");
    Some(format!("{program} {fingerprint:016x} {today} {lang:?} {deny:?} {only:?} {strip}"))
}

/// The reason why nothing was written. A report without errors has warnings that count as errors.
fn stopped(report: &Report, lang: Lang) -> &'static str {
    let words = if report.has_errors() {
        Words::new(
            "有错误，未生成任何文件；改正后请重新运行",
            "nothing was written because of these errors; mend them and run again",
        )
    } else {
        Words::new(
            "没有错误，但按 --deny warnings 的要求，警告也当作错误，未生成任何文件；改正后请重新运行",
            "there are no errors, but --deny warnings treats warnings as errors: nothing was written; mend them and run again",
        )
    };
    words.get(lang)
}

/// The changes since the last build, one path a line, sorted.
fn listed(changes: &Changes, lang: Lang) -> String {
    let kinds = [
        (&changes.added, "+", Words::new("新增", "added")),
        (&changes.changed, "~", Words::new("更改", "changed")),
        (&changes.removed, "-", Words::new("删除", "removed")),
    ];
    let width = kinds.iter().map(|(_, _, word)| columns(word.get(lang))).max().unwrap_or_default();
    let mut lines: Vec<(&str, String)> = kinds
        .iter()
        .flat_map(|(paths, sign, word)| {
            let line = move |path: &String| format!("{sign} {} {path}", padded(word.get(lang), width));
            paths.iter().map(move |path| (path.as_str(), line(path)))
        })
        .collect();
    if lines.is_empty() {
        return lang.pick("与上次生成的没有差别", "nothing differs from the last build").to_owned();
    }
    lines.sort_unstable();
    lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// The number of files, and how to look at them.
pub fn done(summary: Summary, output: &Path, lang: Lang) -> String {
    let Summary { files, written, removed } = summary;
    let home = output.join("site").join("index.html");
    let home = home.display();
    match lang {
        Lang::Zh => {
            format!("已生成 {files} 个文件：更新 {written} 个，删去 {removed} 个。用浏览器打开 {home} 查看")
        }
        Lang::En => format!("{files} files: {written} written, {removed} removed. Open {home} in a browser"),
    }
}
