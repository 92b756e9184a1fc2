//! The corrections to apply: all of form only, those of some kinds, or that of one finding.

use std::ops::Range;

use crate::diagnostic::{Class, Code, Diagnostic};
use crate::pipeline::corrections::class;
use crate::source::Sources;

/// Maximum number of rounds. YAML is read up to its first mistake, so that a file needs a round for each of them.
const ROUNDS: usize = 100;

/// The corrections to apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// All that change the form only.
    Form,
    /// Those of named kinds, whatever they change.
    Kinds(Vec<&'static Code>),
    /// That of one finding, whatever it changes.
    One(OneFinding),
}

/// A finding by its kind and place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneFinding {
    /// The kind.
    pub code: &'static Code,
    /// Path of the file below the project's root.
    pub path: String,
    /// First and last byte.
    pub range: Range<usize>,
    /// The new text, so that no other correction is applied when the file has changed meanwhile.
    pub new: String,
}

impl OneFinding {
    /// The name of a finding, if it has an automatic correction.
    #[must_use]
    pub fn of(finding: &Diagnostic, sources: &Sources) -> Option<Self> {
        let (_, new) = finding.fix_here().filter(|_| class(finding.code).is_some())?;
        let path = sources.file(finding.span.file).path.clone();
        Some(Self { code: finding.code, path, range: finding.span.range(), new: new.to_owned() })
    }
}

impl Choice {
    /// Whether the correction of a finding is to be applied.
    #[must_use]
    pub fn includes(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        match self {
            Self::One(one) => OneFinding::of(finding, sources).as_ref() == Some(one),
            Self::Form => class(finding.code) == Some(Class::Form),
            Self::Kinds(codes) => class(finding.code).is_some() && codes.contains(&finding.code),
        }
    }

    /// Maximum number of rounds: behind one finding that was meant, another one may look like it.
    pub(super) fn rounds(&self) -> usize {
        if let Self::One(_) = self { 1 } else { ROUNDS }
    }
}
