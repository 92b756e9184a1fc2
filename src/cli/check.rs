//! `gongkai check`: every mistake, at its place.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::stages::Stages;
use crate::cli::{Deny, Session, say, stopping, stops};
use crate::diagnostic::print::{Findings, Form, print};
use crate::error::Error;
use crate::pipeline;

/// Its options.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The form of the findings: human, json, github or sarif
    #[arg(long, value_name = "FORM", default_value = "human")]
    format: Printed,
    /// Treats warnings as errors
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
}

/// A form of printing, as typed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Printed {
    Human,
    Json,
    Github,
    Sarif,
}

/// Runs it.
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
    // A log without findings has no lines, not an empty one.
    if !text.is_empty() {
        say(&text);
    }
    Ok(if stops(&checked.report, options.deny) { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// How the project is reached from the current folder, with `/`: readers of the log look for its files from
/// there. Nothing when the project does not lie below: a path of this machine would not help them.
fn way_to(root: &Path) -> Result<String, Error> {
    let real = |path: &Path| path.canonicalize().map_err(Error::read(path));
    let (here, root) = (real(Path::new("."))?, real(root)?);
    let Ok(way) = root.strip_prefix(here) else { return Ok(String::new()) };
    let folders = way.iter().map(|folder| folder.to_string_lossy() + "/");
    Ok(folders.collect())
}
