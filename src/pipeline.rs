//! The stages in order: read, understand, judge, plan. Making and placing is [`output`](crate::output)'s.

use std::path::Path;

use jiff::civil::Date;

use crate::check;
use crate::diagnostic::Report;
use crate::error::Error;
use crate::model::Project;
use crate::read;
use crate::render::Theme;
use crate::source::Sources;

/// A project that was read and judged.
#[derive(Debug)]
pub struct Checked {
    /// The project, as far as it could be read; complete when the report has no errors.
    pub project: Project,
    /// Its templates, prepared.
    pub theme: Theme,
    /// The texts that it was read from.
    pub sources: Sources,
    /// Everything that was found, in reading order.
    pub report: Report,
}

/// Reads the project below `root` as of a day and judges it.
pub fn check(root: &Path, today: Date) -> Result<Checked, Error> {
    let content = read::discover(root)?;
    let (project, sources, mut report) = read::project(content, today);
    report.append(check::run(&project));
    report.sort();
    let theme = Theme::new(&project.templates)?;
    Ok(Checked { project, theme, sources, report })
}
