//! The interface of a rule.

use crate::check::prose::Prose;
use crate::diagnostic::{Code, Report};
use crate::model::Project;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Code, name, level and documentation.
    pub code: &'static Code,
    /// The function that checks.
    pub check: Check,
}

/// The function of a rule, by what it looks at.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The whole project, once.
    Project(fn(&Project, &mut Report)),
    /// The public texts, notice by notice; they are collected once for all such rules.
    Prose(fn(&Prose<'_>, &mut Report)),
}
