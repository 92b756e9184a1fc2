//! `gongkai check`: prints all findings.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::stages::Stages;
use crate::cli::{Deny, Session, print_line, stopping, stops};
use crate::diagnostic::print::{Findings, Form, print};
use crate::error::Error;
use crate::pipeline;

/// Options of `gongkai check`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The form of the findings: human, json, github or sarif
    #[arg(long, value_name = "FORM", default_value = "human")]
    format: Printed,
    /// Treats warnings as errors
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
}

/// The value of `--format`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Printed {
    Human,
    Json,
    Github,
    Sarif,
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let checked = Stages::of(session).check(session)?;
    let form = match options.format {
        Printed::Human => Form::Human,
        Printed::Json => Form::Json,
        Printed::Github => Form::Github,
        Printed::Sarif => Form::Sarif,
    };
    let text = print(
        form,
        &Findings {
            report: &checked.report,
            sources: &checked.sources,
            lang: session.lang,
            whole: stopping(options.deny),
            codes: &pipeline::codes(),
            prefix: &way_to(&session.root)?,
        },
    );
    // Without findings nothing is printed, not even an empty line.
    if !text.is_empty() {
        print_line(&text);
    }
    Ok(if stops(&checked.report, options.deny) { ExitCode::from(1) } else { ExitCode::SUCCESS })
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
