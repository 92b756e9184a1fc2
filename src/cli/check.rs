//! `gongkai check`: every mistake, at its place.

use std::process::ExitCode;

use crate::cli::{Deny, Session, say, stops};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::pipeline;

/// Its options.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Treats warnings as errors
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
}

/// Runs it.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let checked = pipeline::check(&session.root, session.today)?;
    say(&human(&checked.report, &checked.sources, session.lang));
    Ok(if stops(&checked.report, options.deny) { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
