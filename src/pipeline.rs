//! The stages in order: read, understand, judge, plan. Making and placing is [`output`](crate::output)'s.

use std::path::Path;

use jiff::civil::Date;

use crate::check;
use crate::diagnostic::{Code, FAMILIES, Report};
use crate::error::Error;
use crate::model::Project;
use crate::read::{self, Content};
use crate::render::Theme;
use crate::source::Sources;
use crate::text::message::Words;

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

/// Every kind of finding there is, by family and number: what `explain`, the rule reference and SARIF list.
#[must_use]
pub fn codes() -> Vec<&'static Code> {
    let judging = check::CODES.iter().copied().flatten().copied();
    let rules = check::RULES.iter().map(|rule| rule.code);
    let mut codes: Vec<&Code> = read::CODES
        .iter()
        .chain(read::returned::CODES)
        .chain(read::import::CODES)
        .copied()
        .chain(rules)
        .chain(judging)
        .collect();
    let family = |code: &Code| FAMILIES.iter().position(|(letter, _)| code.id.starts_with(*letter));
    codes.sort_by_key(|code| (family(code), code.id));
    codes
}

/// Reads the project below `root` as of a day and judges it.
pub fn check(root: &Path, today: Date) -> Result<Checked, Error> {
    judge(read::discover(root)?, today, &mut |_| ())
}

/// Understands and judges what was read; tells the name of each stage when it is done.
pub fn judge(content: Content, today: Date, told: &mut dyn FnMut(Words)) -> Result<Checked, Error> {
    let (project, sources, mut report) = read::project(content, today);
    told(Words::new("理解内容", "understand them"));
    let (found, theme) = rayon::join(|| check::run(&project), || Theme::new(&project));
    let theme = theme?;
    report.append(found);
    report.sort();
    told(Words::new("检查内容，备好模板", "judge them, prepare the templates"));
    Ok(Checked { project, theme, sources, report })
}
