//! Cache of texts and decoded forms for those who read the same content again and again: the preview, and corrections
//! that are tried before they are written.

use std::any::Any;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use serde::de::DeserializeOwned;
use walkdir::DirEntry;

use crate::diagnostic::Report;
use crate::error::Error;
use crate::read::disk::file::read;
use crate::source::FileId;
use crate::text::encoding::{Decoded, decode};

/// How long before it was read a file has to have been written to be kept: the clocks of some disks go by two seconds
/// (FAT), and within them it could be written again unnoticed.
const SETTLED: Duration = Duration::from_secs(3);

/// Cache of texts and decoded forms; an entry holds as long as its file's length and time, or its text, are the same.
#[derive(Debug, Default)]
pub struct Memory {
    texts: Mutex<HashMap<PathBuf, Kept>>,
    /// Texts that are read instead of those on the disk.
    drafts: Mutex<HashMap<PathBuf, Decoded>>,
    pub(super) forms: Arc<Forms>,
}

/// A file's length, when it was written, and its text.
type Kept = (u64, SystemTime, Decoded);

impl Memory {
    /// Lets a file be read as if it had these bytes; `None` lets it be read from the disk again.
    pub fn draft(&self, root: &Path, path: &str, bytes: Option<Vec<u8>>) {
        let (path, mut drafts) = (root.join(path), locked(&self.drafts));
        match bytes {
            Some(bytes) => drafts.insert(path, decode(bytes)),
            None => drafts.remove(&path),
        };
    }

    /// Lets all files be read from the disk again.
    pub fn forget_drafts(&self) {
        locked(&self.drafts).clear();
    }

    /// The text of a file: of one that is as long and as old as it was, what was read then. On a disk across a network a
    /// look then costs a list of its folders.
    pub(super) fn read(&self, entry: &DirEntry) -> Result<Decoded, Error> {
        let path = entry.path();
        if let Some(draft) = locked(&self.drafts).get(path) {
            return Ok(draft.clone());
        }
        let about = entry.metadata().ok().and_then(|about| Some((about.len(), about.modified().ok()?)));
        let Some((length, written)) = about else { return Ok(decode(read(path)?)) };
        let is_same = |kept: &&Kept| (kept.0, kept.1) == (length, written);
        if let Some((_, _, kept)) = locked(&self.texts).get(path).filter(is_same) {
            return Ok(kept.clone());
        }
        let read = decode(read(path)?);
        if now().duration_since(written).is_ok_and(|ago| ago > SETTLED) {
            locked(&self.texts).insert(path.to_owned(), (length, written, read.clone()));
        }
        Ok(read)
    }
}

/// Cache of decoded forms, by file.
#[derive(Debug, Default)]
pub struct Forms(Mutex<HashMap<FileId, Arc<Understood>>>);

/// The fields of one text, where in its file they begin, what they were understood as and what was found in them.
#[derive(Debug)]
struct Understood {
    fields: String,
    base: usize,
    form: Box<dyn Any + Send + Sync>,
    report: Report,
}

/// Fields of a file in the form that we read.
pub trait Form: DeserializeOwned + Clone + Send + Sync + 'static {}

impl<T: DeserializeOwned + Clone + Send + Sync + 'static> Form for T {}

impl Forms {
    /// The form that `understand` makes of fields, which depends on them and their place only; for fields that are what they
    /// were, what it made of them then.
    pub(in crate::read) fn understood<T: Form>(
        &self,
        file: FileId,
        fields: &str,
        base: usize,
        understand: impl FnOnce() -> (Option<T>, Report),
    ) -> (Option<T>, Report) {
        let known = locked(&self.0).get(&file).cloned();
        let known = known.filter(|known| known.base == base && known.fields == fields);
        if let Some(known) = known
            && let Some(form) = known.form.downcast_ref::<Option<T>>()
        {
            return (form.clone(), known.report.clone());
        }
        let (form, report) = understand();
        let kept = Box::new(form.clone());
        let kept = Understood { fields: fields.to_owned(), base, form: kept, report: report.clone() };
        locked(&self.0).insert(file, Arc::new(kept));
        (form, report)
    }
}

/// Nothing can break while something is put there or taken.
fn locked<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(clippy::disallowed_methods, reason = "decides only whether a file is read once more")]
fn now() -> SystemTime {
    SystemTime::now()
}
