//! What a rule is.

use crate::diagnostic::{Code, Report};
use crate::model::Project;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its code, name and level.
    pub code: &'static Code,
    /// Looks at the whole project and reports what it finds.
    pub check: fn(&Project, &mut Report),
}
