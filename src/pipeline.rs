//! The stages in order: read, resolve, check. [`output`](crate::output) makes and places the files.

pub mod corrections;
pub mod join;
pub mod mend;
pub mod publish;
pub mod single;

use std::path::Path;

use jiff::civil::Date;

use crate::check;
use crate::diagnostic::{Code, FAMILIES, Report};
use crate::error::Error;
use crate::model::Project;
use crate::read::{self, Content, Memory};
use crate::render::Theme;
use crate::source::Sources;
use crate::text::message::Words;

/// A project that was read and checked.
#[derive(Debug)]
pub struct Checked {
    /// The project, as far as it could be read; complete if the report has no errors.
    pub project: Project,
    /// The project's templates, parsed.
    pub theme: Theme,
    /// The texts of the project's files.
    pub sources: Sources,
    /// All findings, in reading order.
    pub report: Report,
    /// Of a project that is looked at again and again: whether it has changed ([`Content::glance`]).
    pub glance: Option<u64>,
}

/// Every kind of finding, by family and number, as listed by `explain`, the rule reference and SARIF.
#[must_use]
pub fn codes() -> Vec<&'static Code> {
    let judging = check::CODES.iter().copied().flatten().copied();
    let rules = check::RULES.iter().map(|rule| rule.code);
    let mut codes: Vec<&Code> = read::CODES
        .iter()
        .chain(read::returned::CODES)
        .chain(read::import::CODES)
        .chain(read::joined::CODES)
        .copied()
        .chain(rules)
        .chain(judging)
        .collect();
    let family = |code: &Code| FAMILIES.iter().position(|(letter, _)| code.id.starts_with(*letter));
    codes.sort_by_key(|code| (family(code), code.id));
    codes
}

/// Reads and checks the project below `root` as of a day.
pub fn check(root: &Path, today: Date) -> Result<Checked, Error> {
    judge(read::discover(root)?, today, &mut |_| ())
}

/// Reads and checks the project below `root` as it would be with other bytes in some files, each by its path below the
/// root.
pub fn check_with<'c>(
    root: &Path,
    today: Date,
    changed: impl IntoIterator<Item = (&'c str, &'c [u8])>,
) -> Result<Checked, Error> {
    let memory = Memory::default();
    for (path, bytes) in changed {
        memory.draft(root, path, Some(bytes.to_vec()));
    }
    judge(read::discover_again(root, &memory)?, today, &mut |_| ())
}

/// Resolves and checks content that was read; reports the name of each stage when it is done.
pub fn judge(content: Content, today: Date, stage_done: &mut dyn FnMut(Words)) -> Result<Checked, Error> {
    let (shows_drafts, glance) = (content.shows_drafts, content.glance);
    let (mut project, sources, mut report) = read::project(content, today);
    stage_done(Words::new("理解内容", "understand them"));
    let (found, theme) = rayon::join(|| check::run(&project), || Theme::new(&project));
    let theme = theme?;
    report.append(found);
    if !shows_drafts {
        read::hold_back(&mut project, &sources, &mut report);
    }
    read::take_down(&mut project, &mut report);
    report.sort();
    stage_done(Words::new("检查内容，备好模板", "judge them, prepare the templates"));
    Ok(Checked { project, theme, sources, report, glance })
}
