//! A file that is published unchanged: referred to by its path, never held in memory.

use std::path::PathBuf;
use std::time::SystemTime;

/// A file on disk, as it was when the content was read.
///
/// Length and time reveal later changes, because only the checked bytes may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// The path on disk.
    pub path: PathBuf,
    /// The length in bytes.
    pub length: u64,
    /// The time of the last modification; `None` if the file system has none.
    pub modified: Option<SystemTime>,
}
