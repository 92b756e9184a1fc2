//! What a rule is.

use crate::check::prose::Prose;
use crate::diagnostic::{Code, Report};
use crate::model::Project;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its code, name and level.
    pub code: &'static Code,
    /// What it looks at.
    pub check: Check,
}

/// What a rule looks at, and how it looks; it reports what it finds.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The whole project, once.
    Project(fn(&Project, &mut Report)),
    /// What the public will read, notice by notice: read once for all such rules.
    Prose(fn(&Prose<'_>, &mut Report)),
}
