//! `--deny`: which findings stop the work.

use clap::ValueEnum;

use crate::diagnostic::{Report, Severity};

/// The value of `--deny`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    Warnings,
}

/// The lowest level that stops the work.
pub(super) fn stopping(deny: Option<Deny>) -> Severity {
    match deny {
        Some(Deny::Warnings) => Severity::Warning,
        None => Severity::Error,
    }
}

/// Whether a report stops the work.
pub(super) fn stops(report: &Report, deny: Option<Deny>) -> bool {
    report.stops(stopping(deny))
}
