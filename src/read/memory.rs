//! What was read before, for one who looks at the same content again and again: the preview.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use walkdir::DirEntry;

use crate::error::Error;
use crate::read::discover::bytes;

/// How long before it was read a file has to have been written to be kept: the clocks of some disks go by two seconds
/// (FAT), and within them it could be written again unnoticed.
const SETTLED: Duration = Duration::from_secs(3);

/// Texts as they were read, as good as read again while their files stay as long and as old. On a disk across a
/// network a look then costs a list of its folders.
#[derive(Debug, Default)]
pub struct Memory(Mutex<HashMap<PathBuf, Kept>>);

/// A file's length, when it was written, and its bytes.
type Kept = (u64, SystemTime, Vec<u8>);

impl Memory {
    /// The bytes of a file.
    pub(super) fn read(&self, entry: &DirEntry) -> Result<Vec<u8>, Error> {
        let path = entry.path();
        let about = entry.metadata().ok().and_then(|about| Some((about.len(), about.modified().ok()?)));
        let Some((length, written)) = about else { return bytes(path) };
        let is_same = |kept: &&Kept| (kept.0, kept.1) == (length, written);
        if let Some((_, _, kept)) = self.files().get(path).filter(is_same) {
            return Ok(kept.clone());
        }
        let read = bytes(path)?;
        if now().duration_since(written).is_ok_and(|ago| ago > SETTLED) {
            self.files().insert(path.to_owned(), (length, written, read.clone()));
        }
        Ok(read)
    }

    /// Nothing can break while a file is put there or taken.
    fn files(&self) -> MutexGuard<'_, HashMap<PathBuf, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[expect(clippy::disallowed_methods, reason = "decides only whether a file is read once more")]
fn now() -> SystemTime {
    SystemTime::now()
}
