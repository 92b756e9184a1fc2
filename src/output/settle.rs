//! A killed run that changed a project's own files: completed if all its files were written, undone if not.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::output::door;
use crate::output::draft::{bytes, draft, put, write_draft};
use crate::output::entry::Entry;
use crate::output::hash::hash;
use crate::output::history::{BACK, COMMIT, PLAN, Store};

/// Outcome of a killed run that was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// All its files are in place.
    Completed,
    /// None of them is.
    Undone,
}

/// Completes or undoes a killed run in a project. A run that holds the lock is still running.
pub fn recover(root: &Path) -> Result<Option<Settled>, Error> {
    if !Store::is_there(root) || fs::symlink_metadata(Store::pending_of(root)).is_err() {
        return Ok(None);
    }
    match Store::open(root) {
        Ok(store) => settle(&store),
        Err(Error::Locked(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) fn settle(store: &Store) -> Result<Option<Settled>, Error> {
    if let Some(entry) = store.pending_entry(COMMIT)? {
        for file in &entry.files {
            // A file that was put in place, or edited since, has no draft any more or is not the old one.
            let (draft, target) = (draft(&store.root, &file.path), store.root.join(&file.path));
            let there = bytes(&target)?.as_deref().map(hash);
            let is_ready = file.after.is_none() || draft.is_file();
            if there == file.before && there != file.after && is_ready {
                put(&draft, &target, file.after.is_some())?;
            }
        }
        store.finish(&entry)?;
        return Ok(Some(Settled::Completed));
    }
    if let Some(entry) = store.pending_entry(BACK)? {
        put_back(store, &entry)?;
        return Ok(Some(Settled::Undone));
    }
    if let Some(entry) = store.pending_entry(PLAN)? {
        clear(store, &entry);
    }
    store.remove_pending().map(|()| None)
}

/// Puts the old files back, except over files that were edited since. Idempotent.
pub(super) fn put_back(store: &Store, entry: &Entry) -> Result<(), Error> {
    for file in &entry.files {
        let target = store.root.join(&file.path);
        if bytes(&target)?.as_deref().map(hash) != file.after || file.after == file.before {
            continue;
        }
        let draft = draft(&store.root, &file.path);
        if file.before.is_some() {
            let copy = store.pending().join(&file.path);
            let old = door::read(&copy).map_err(Error::read(&copy))?;
            write_draft(&target, &draft, &old)?;
        }
        put(&draft, &target, file.before.is_some())?;
    }
    clear(store, entry);
    store.remove_pending()
}

/// Removes drafts and the folders that were made for them. Failures are ignored: hidden files are never read.
pub(super) fn clear(store: &Store, entry: &Entry) {
    for file in &entry.files {
        let _ = door::remove_file(&draft(&store.root, &file.path));
    }
    for folder in entry.folders.iter().rev() {
        let _ = door::remove_dir(&store.root.join(folder));
    }
}
