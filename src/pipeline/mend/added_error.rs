//! The error that the corrections of a round have added.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::Checked;
use crate::pipeline::mend::files::Draft;

pub(super) fn is_syntax(finding: &Diagnostic) -> bool {
    finding.code.id == "R002"
}

/// An error that the corrections of a round have added.
///
/// When a file can be read at last, its further errors are found for the first time, and those of files that refer to
/// it; they were there before. But an error of syntax must lie behind the corrected one, else the correction was not the
/// right one.
pub(super) fn added_error(now: &Checked, next: &Checked, drafts: &[Draft]) -> Option<Diagnostic> {
    let unread: BTreeMap<&str, u32> =
        drafts.iter().filter_map(|draft| Some((draft.file.path.as_str(), draft.unread?))).collect();
    let key = |checked: &'_ Checked, finding: &Diagnostic| {
        let path = checked.sources.file(finding.span.file).path.clone();
        (path, finding.code.id, finding.message.zh.clone())
    };
    let errors = |checked: &'_ Checked| -> Vec<Diagnostic> {
        let findings = checked.report.findings().iter();
        findings.filter(|finding| finding.severity == Severity::Error).cloned().collect()
    };
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for error in errors(now) {
        *known.entry(key(now, &error)).or_default() += 1;
    }
    let mut added = errors(next).into_iter().filter(|error| {
        let key = key(next, error);
        let is_uncovered = match unread.get(key.0.as_str()) {
            Some(from) => !is_syntax(error) || error.span.start > *from,
            None => !unread.is_empty() && drafts.iter().all(|draft| draft.file.path != key.0),
        };
        match known.get_mut(&key) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => !is_uncovered,
        }
    });
    added.next()
}
