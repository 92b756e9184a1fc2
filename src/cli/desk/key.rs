//! Names of findings in the forms of a page.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// The name of a finding on a page: the same as long as its place and its correction are the same.
pub fn key(finding: &Diagnostic, sources: &Sources) -> String {
    let mut hasher = DefaultHasher::new();
    let fix = finding.fix_here().map(|(_, new)| new);
    (finding.code.id, &sources.file(finding.span.file).path, finding.span.range(), fix).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
