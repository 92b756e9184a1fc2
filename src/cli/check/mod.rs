//! `gongkai check`: prints all findings, or corrects them ([`mend`]); of named files: [`files`].

mod files;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::explain::find;
use crate::cli::mend::{self, Request};
use crate::cli::stages::Stages;
use crate::cli::{Deny, Session, print_line, stopping, stops};
use crate::diagnostic::print::{Findings, Form, print};
use crate::diagnostic::{Code, Report, Severity};
use crate::error::Error;
use crate::message;
use crate::pipeline::{self, Checked};
use crate::source::Sources;
use crate::text::message::Lang;

/// Options of `gongkai check`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Judges these texts only: a paper (docx, html, txt), Markdown, - for standard input, or a file of the project
    #[arg(id = "texts", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The form of the findings: human, json, github or sarif
    #[arg(long, value_name = "FORM", default_value = "human")]
    format: Printed,
    /// Treats warnings as errors
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
    /// Shows these kinds only, such as T002 or unknown-office
    #[arg(long = "only", value_name = "CODE", value_delimiter = ',')]
    codes: Vec<String>,
    /// Shows findings of this level and above: error, warning or note
    #[arg(long, value_name = "LEVEL", default_value = "note")]
    severity: Level,
    /// Hides what is only custom or the bureau's own choice, and shows what laws, standards and the form of files ask for
    #[arg(long = "only-binding")]
    binding: bool,
    /// The order of the findings: file, or kind
    #[arg(long, value_name = "ORDER", default_value = "file")]
    by: Order,
    /// Corrects what has one answer and changes no words; named kinds only, also words, when codes are given
    #[arg(long, value_name = "CODE", num_args = 0.., value_delimiter = ',', conflicts_with_all = ["texts", "codes", "severity", "binding", "by"])]
    fix: Option<Vec<String>>,
    /// Shows the corrections line by line and writes nothing
    #[arg(id = "preview", long = "diff", conflicts_with_all = ["texts", "codes", "severity", "binding", "by"])]
    preview: bool,
}

impl Options {
    /// Whether the command may write corrections.
    pub fn writes(&self) -> bool {
        self.fix.is_some() && !self.preview
    }

    fn form(&self) -> Form {
        match self.format {
            Printed::Human => Form::Human,
            Printed::Json => Form::Json,
            Printed::Github => Form::Github,
            Printed::Sarif => Form::Sarif,
        }
    }
}

/// The value of `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Printed {
    Human,
    Json,
    Github,
    Sarif,
}

/// The value of `--severity`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Level {
    Error,
    Warning,
    Note,
}

/// The value of `--by`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Order {
    File,
    Kind,
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    if !options.files.is_empty() {
        return files::run(session, options);
    }
    let prefix = way_to(&session.root)?;
    if options.fix.is_some() || options.preview {
        let request = Request {
            kinds: options.fix.as_deref().unwrap_or_default(),
            is_preview: options.preview,
            form: options.form(),
            prefix: &prefix,
            deny: options.deny,
        };
        return mend::run(session, &request);
    }
    let Checked { sources, mut report, .. } = Stages::of(session).check(session)?;
    let stops = stops(&report, options.deny);
    let next = next_step(&report, stops, session.lang);
    let text = options.printed(&mut report, &sources, &prefix, session.lang)?;
    let next = if options.format == Printed::Human { next } else { "" };
    print_found(&format!("{text}{next}"));
    Ok(if stops { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Prints findings. Without any nothing is printed, not even an empty line.
fn print_found(text: &str) {
    if !text.is_empty() {
        print_line(text);
    }
}

impl Options {
    /// The findings that are asked for, in the form and order that are asked for.
    fn printed(
        &self,
        report: &mut Report,
        sources: &Sources,
        prefix: &str,
        lang: Lang,
    ) -> Result<String, Error> {
        let known = pipeline::codes();
        let only = self.codes.iter().map(|word| find(word, &known).map(|code| code.id));
        let only: Vec<&str> = only.collect::<Result<_, Error>>()?;
        let all = count(report);
        let least = match self.severity {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
        };
        let is_asked_for = |code: &Code| {
            (only.is_empty() || only.contains(&code.id)) && (!self.binding || code.basis().is_binding())
        };
        report.keep(is_asked_for, least);
        if self.format == Printed::Human {
            report.sort_for_work(self.by == Order::Kind);
        }
        let whole = stopping(self.deny);
        let mut text = print(self.form(), &Findings { report, sources, lang, whole, codes: &known, prefix });
        let left = all - count(report);
        if self.format == Printed::Human && left > 0 {
            let message = message!("（另有{left}处没有列出）", " ({left} more not shown)");
            text.push_str(message.get(lang));
        }
        Ok(text)
    }
}

/// Number of findings of every level.
fn count(report: &Report) -> usize {
    [Severity::Error, Severity::Warning, Severity::Note].map(|severity| report.count(severity)).iter().sum()
}

/// The line that says how to go on.
fn next_step(report: &Report, stops: bool, lang: Lang) -> &'static str {
    let found = count(report) > 0;
    if !stops && report.count(Severity::Error) > 0 {
        return lang.pick(
            "\n下一步：错误都在还没有公开的内容里，可以运行 gongkai build；公开以前要改正，到那时有错误就不能生成",
            "\nNext: all errors are in what is not public yet, so gongkai build can run; mend them first, for they stop it then",
        );
    }
    match (stops, found) {
        (true, _) => lang.pick(
            "\n下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成",
            "\nNext: mend the first error, save, and run gongkai check again; nothing is built while there are errors",
        ),
        (false, true) => lang.pick(
            "\n下一步：没有错误，可以运行 gongkai build；警告和提示请逐处核对，不必改的可以放行",
            "\nNext: there are no errors, so gongkai build can run; look at the warnings and notes, accept what is right",
        ),
        (false, false) => "",
    }
}

/// The path from the current folder to the project, with `/`, because readers of the log resolve paths from there.
/// Empty if the project does not lie below, because an absolute path is useless on other machines.
fn way_to(root: &Path) -> Result<String, Error> {
    let real = |path: &Path| path.canonicalize().map_err(Error::read(path));
    let (here, root) = (real(Path::new("."))?, real(root)?);
    let Ok(way) = root.strip_prefix(here) else { return Ok(String::new()) };
    let folders = way.iter().map(|folder| folder.to_string_lossy() + "/");
    Ok(folders.collect())
}
