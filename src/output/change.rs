//! Changes of a project's own files: all or none, never over what others wrote meanwhile, and kept so that they can be
//! undone. Every command that changes content goes through here.
//!
//! 1. `.gongkai/pending/plan.json` lists the files; what they replace is copied beside it, and the new files are written
//!    beside their targets under hidden names.
//! 2. The list is renamed to `change.json`. From here on a killed run is completed by the next one that writes, not
//!    undone, because files in place may have been edited since; those are left alone.
//! 3. Each file is renamed into place. If one cannot be, the list is renamed to `back.json`, and all are put back.
//! 4. The folder moves to `.gongkai/history/`; see [`history`](crate::output::history).

use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::DateTime;

use crate::error::Error;
use crate::output::door;
use crate::output::draft::{bytes, draft, put, write_draft};
use crate::output::entry::{Change, Entry, Occasion};
use crate::output::history::{BACK, COMMIT, OWN, PLAN, Store};
use crate::output::place::missing_ancestors;
use crate::output::settle::{clear, put_back, recover, settle};

/// Changes files of the project at `root`, all or none, and keeps what they replace.
pub fn change(root: &Path, changes: &[Change], occasion: &Occasion<'_>) -> Result<(), Error> {
    if changes.is_empty() {
        return Ok(());
    }
    let store = Store::open(root)?;
    settle(&store)?;
    apply(&store, changes, Entry::of(changes, occasion))?;
    store.forget_oldest();
    Ok(())
}

/// Fills a new or empty folder with files, all or none, without a history.
pub fn fill<B: AsRef<[u8]>>(folder: &Path, files: &[(String, B)]) -> Result<(), Error> {
    recover(folder)?;
    let is_ours = |entry: &io::Result<fs::DirEntry>| entry.as_ref().is_ok_and(|e| e.file_name() == OWN);
    match fs::read_dir(folder).map(|entries| entries.filter(|entry| !is_ours(entry)).count()) {
        Ok(0) => {}
        Ok(_) => return Err(Error::NotEmpty(folder.to_owned())),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => {
            return Err(Error::Exists(folder.to_owned()));
        }
        Err(cause) => return Err(Error::Read(folder.to_owned(), cause)),
    }
    let above = missing_ancestors(folder);
    let store = Store::open(folder)?;
    let changes: Vec<Change> =
        files.iter().map(|(path, bytes)| Change::new_file(path.clone(), bytes.as_ref())).collect();
    let occasion = Occasion { command: "new", time: DateTime::default() };
    let done = apply(&store, &changes, Entry::of(&changes, &occasion));
    // A project that cannot be put back needs the list for the next run.
    if !matches!(done, Err(Error::Unfinished(..))) {
        store.remove();
    }
    if done.is_err() {
        above.iter().rev().for_each(|folder| drop(door::remove_dir(folder)));
    }
    done
}

pub(super) fn apply(store: &Store, changes: &[Change], mut entry: Entry) -> Result<(), Error> {
    changes.iter().try_for_each(|change| refuse_foreign(&store.root, change))?;
    entry.folders = new_folders(&store.root, changes);
    let prepared = prepare(store, changes, &entry).and_then(|()| store.rename_list(PLAN, COMMIT));
    if let Err(cause) = prepared {
        clear(store, &entry);
        return Err(cause.with(store.remove_pending()));
    }
    let placed = changes.iter().try_for_each(|change| {
        let target = store.root.join(&change.path);
        put(&draft(&store.root, &change.path), &target, change.after.is_some())
    });
    placed
        .and_then(|()| store.finish(&entry))
        .map_err(|cause| cause.with(store.rename_list(COMMIT, BACK).and_then(|()| put_back(store, &entry))))
}

/// Refuses a file that is not as the change expects it, or that may not be written.
fn refuse_foreign(root: &Path, change: &Change) -> Result<(), Error> {
    let target = root.join(&change.path);
    match fs::symlink_metadata(&target) {
        Ok(_) if change.before.is_none() => return Err(Error::Exists(target)),
        Ok(about) if about.permissions().readonly() => {
            return Err(Error::Write(target, io::ErrorKind::PermissionDenied.into()));
        }
        _ => {}
    }
    let is_same = bytes(&target)? == change.before;
    if is_same { Ok(()) } else { Err(Error::Edited(target)) }
}

/// Writes the list, the old files and the new ones.
fn prepare(store: &Store, changes: &[Change], entry: &Entry) -> Result<(), Error> {
    store.begin(entry)?;
    for change in changes {
        let target = store.root.join(&change.path);
        if let Some(before) = &change.before {
            let copy = store.pending().join(&change.path);
            let folder = copy.parent().unwrap_or(&copy);
            door::create_dir_all(folder).map_err(Error::write(folder))?;
            door::write(&copy, before).map_err(Error::write(&copy))?;
        }
        if let Some(after) = &change.after {
            write_draft(&target, &draft(&store.root, &change.path), after)?;
        }
    }
    Ok(())
}

/// The folders below the root that the changes will make, from the top down.
fn new_folders(root: &Path, changes: &[Change]) -> Vec<String> {
    let mut folders = Vec::new();
    for change in changes.iter().filter(|change| change.after.is_some()) {
        let slashes = change.path.match_indices('/').map(|(slash, _)| &change.path[..slash]);
        let missing = missing_ancestors(&root.join(&change.path)).len().saturating_sub(1);
        let all: Vec<&str> = slashes.collect();
        folders.extend(all[all.len().saturating_sub(missing)..].iter().map(|folder| (*folder).to_owned()));
    }
    folders.sort_unstable();
    folders.dedup();
    folders
}
