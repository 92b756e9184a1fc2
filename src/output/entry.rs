//! A change of a project's own files, and its record in the history.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::output::hash::hash;

/// A change of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The bytes that are there now; `None` for a new file.
    pub before: Option<Vec<u8>>,
    /// The bytes that replace them; `None` to remove the file.
    pub after: Option<Vec<u8>>,
}

impl Change {
    /// A new file.
    #[must_use]
    pub fn new_file(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), before: None, after: Some(bytes.into()) }
    }
}

/// The reason and time of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'o> {
    /// The command, such as `check --fix W006`.
    pub command: &'o str,
    /// Local time.
    pub time: DateTime,
}

/// A change of some files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The command that made it.
    pub command: String,
    /// Local time, such as `2024-09-01T09:30:00`.
    pub time: String,
    /// The files, by their paths below the project's root.
    pub files: Vec<File>,
    /// Folders that were made for the files, from the top down.
    pub folders: Vec<String>,
    /// The change that this one undoes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub undoes: Option<String>,
}

/// A file in a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// SHA-256 of the bytes before; `None` if the file is new.
    pub before: Option<String>,
    /// SHA-256 of the bytes after; `None` if the file was removed.
    pub after: Option<String>,
}

impl File {
    /// The hashes of a change.
    pub fn of(change: &Change) -> Self {
        let hashed = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(hash);
        Self { path: change.path.clone(), before: hashed(&change.before), after: hashed(&change.after) }
    }
}

impl Entry {
    /// The entry of some changes.
    pub fn of(changes: &[Change], occasion: &Occasion<'_>) -> Self {
        Self {
            command: occasion.command.to_owned(),
            time: occasion.time.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
            files: changes.iter().map(File::of).collect(),
            folders: Vec::new(),
            undoes: None,
        }
    }
}
