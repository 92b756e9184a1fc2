//! A file that is published as it is: known by where it lies, never held in memory.

use std::path::PathBuf;
use std::time::SystemTime;

/// A file on the disk, as it was when the content was read.
///
/// Its length and time tell whether somebody wrote it since: a copy made later must be of the bytes that were judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// Where it lies on the disk.
    pub path: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// When it was last written; `None` on a disk that does not say.
    pub modified: Option<SystemTime>,
}
