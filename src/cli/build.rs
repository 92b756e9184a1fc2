//! `gongkai build`: checks, makes every file, puts all of them in place at once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;

use crate::cli::{Deny, Session, complain, say, stops};
use crate::diagnostic::Report;
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::output::{Summary, commit};
use crate::pipeline;
use crate::render::{Edition, FORMATS, plan_only};
use crate::text::message::{Lang, Words};

/// Its options.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The folder to write into; `output` in the project when not given
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Treats warnings as errors
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
    /// Makes these kinds of files only, such as html: for a quick look, not for publishing
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = formats())]
    only: Vec<String>,
}

/// The names of all formats.
fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))
}

/// Runs it.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let output = options.output.clone().unwrap_or_else(|| session.root.join("output"));
    refuse_input(&session.root, &output)?;
    let checked = pipeline::check(&session.root, session.today)?;
    if !checked.report.findings().is_empty() {
        complain(&human(&checked.report, &checked.sources, session.lang));
    }
    if stops(&checked.report, options.deny) {
        complain(stopped(&checked.report, session.lang));
        return Ok(ExitCode::from(1));
    }
    let edition = Edition { project: &checked.project, theme: &checked.theme };
    let summary = commit(&plan_only(&edition, &options.only)?, &output)?;
    say(&done(summary, &output, session.lang));
    Ok(ExitCode::SUCCESS)
}

/// Why nothing was written. A report without errors got here because its warnings count as errors.
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

/// An output folder that holds the content, or lies in it, would be taken for content or destroyed.
fn refuse_input(root: &Path, output: &Path) -> Result<(), Error> {
    let real =
        |path: &Path| std::path::absolute(path).map_err(Error::read(path)).map(|path| existing_part(&path));
    let (root, output_real) = (real(root)?, real(output)?);
    let in_input = ["content", "templates"].iter().any(|name| output_real.starts_with(root.join(name)));
    if in_input || root.starts_with(&output_real) {
        return Err(Error::OutputInContent(output.to_owned()));
    }
    Ok(())
}

/// The path with links followed as far as it exists.
fn existing_part(path: &Path) -> PathBuf {
    for folder in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (folder.canonicalize(), path.strip_prefix(folder)) {
            return if rest.as_os_str().is_empty() { real } else { real.join(rest) };
        }
    }
    path.to_owned()
}

fn done(summary: Summary, output: &Path, lang: Lang) -> String {
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
