//! Files with their corrections, and files that stay as they are.

use std::collections::BTreeMap;

use crate::pipeline::Checked;
use crate::text::message::Message;

/// A file with its corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedFile {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The bytes before.
    pub before: Vec<u8>,
    /// The bytes after, in the same encoding unless that was corrected.
    pub after: Vec<u8>,
    /// Number of applied corrections by kind.
    pub applied: BTreeMap<&'static str, usize>,
}

/// A file that stays as it is although there are corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The reason.
    pub reason: Message,
}

/// The corrections of a project.
#[derive(Debug)]
pub struct Corrections {
    /// The project with the corrections; `None` without any.
    pub mended: Option<Checked>,
    /// The files with corrections, by path.
    pub files: Vec<MendedFile>,
    /// The files that stay as they are, by path.
    pub refused: Vec<Refused>,
}

/// A file with the corrections of one round.
pub(super) struct Draft {
    pub(super) file: MendedFile,
    /// First byte of the first correction of YAML that could not be read.
    pub(super) unread: Option<u32>,
}
