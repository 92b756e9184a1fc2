//! Changes of a project's own files: all or none, never over what others wrote meanwhile, and kept so that they can be
//! undone. Every command that changes content goes through here.
//!
//! 1. `.gongkai/pending/plan.json` lists the files; what they replace is copied beside it, and the new files are written
//!    beside their targets under hidden names.
//! 2. The list is renamed to `change.json`. From here on a killed run is completed by the next one that writes, not
//!    undone, because files in place may have been edited since; those are left alone.
//! 3. Each file is renamed into place. If one cannot be, the list is renamed to `back.json`, and all are put back.
//! 4. The folder moves to `.gongkai/history/`; see [`history`](crate::output::history).

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::error::Error;
use crate::output::door::{self, unless_missing};
use crate::output::history::{BACK, COMMIT, Entry, File, OWN, Occasion, PLAN, Store, hash};
use crate::output::place::missing_ancestors;

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

/// Takes the last change back; `None` if there is none.
pub fn undo(root: &Path) -> Result<Option<Entry>, Error> {
    if !Store::is_there(root) {
        return Ok(None);
    }
    let store = Store::open(root)?;
    settle(&store)?;
    let Some((name, entry)) = store.entries()?.pop() else { return Ok(None) };
    let kept = store.history().join(&name);
    let mut changes = Vec::new();
    let mut edited = Vec::new();
    for file in &entry.files {
        let there = bytes(&root.join(&file.path))?;
        let now = there.as_deref().map(hash);
        if now == file.before {
            continue;
        }
        if now != file.after {
            edited.push(PathBuf::from(&file.path));
            continue;
        }
        let old = kept.join(&file.path);
        let after = match file.before {
            Some(_) => Some(door::read(&old).map_err(Error::read(&old))?),
            None => None,
        };
        changes.push(Change { path: file.path.clone(), before: there, after });
    }
    if !edited.is_empty() {
        return Err(Error::EditedSince(edited, kept));
    }
    let mut back = Entry { undoes: Some(name), ..entry.clone() };
    back.files = changes.iter().map(File::of).collect();
    apply(&store, &changes, back)?;
    for folder in entry.folders.iter().rev() {
        let _ = door::remove_dir(&root.join(folder));
    }
    Ok(Some(entry))
}

/// The changes that can be taken back, from the first to the last.
pub fn undoable(root: &Path) -> Result<Vec<Entry>, Error> {
    if !Store::is_there(root) {
        return Ok(Vec::new());
    }
    let entries = Store::open(root)?.entries()?;
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

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

fn settle(store: &Store) -> Result<Option<Settled>, Error> {
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

fn apply(store: &Store, changes: &[Change], mut entry: Entry) -> Result<(), Error> {
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

/// Writes a new file beside its target, with the permissions of the old one.
fn write_draft(target: &Path, draft: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = target.parent().unwrap_or(target);
    door::create_dir_all(folder).map_err(Error::write(folder))?;
    door::write(draft, bytes).map_err(Error::write(target))?;
    match fs::metadata(target) {
        Ok(about) => door::set_permissions(draft, about.permissions()).map_err(Error::write(target)),
        Err(_) => Ok(()),
    }
}

/// Renames a draft into place, or removes the file.
fn put(draft: &Path, target: &Path, is_kept: bool) -> Result<(), Error> {
    let done = if is_kept { door::rename(draft, target) } else { unless_missing(door::remove_file(target)) };
    done.map_err(Error::write(target))
}

/// Puts the old files back, except over files that were edited since. Idempotent.
fn put_back(store: &Store, entry: &Entry) -> Result<(), Error> {
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
fn clear(store: &Store, entry: &Entry) {
    for file in &entry.files {
        let _ = door::remove_file(&draft(&store.root, &file.path));
    }
    for folder in entry.folders.iter().rev() {
        let _ = door::remove_dir(&store.root.join(folder));
    }
}

/// The hidden name under which a new file is written beside its target, on the same disk.
fn draft(root: &Path, path: &str) -> PathBuf {
    let target = root.join(path);
    let mut name = OsString::from(".gongkai-");
    name.push(target.file_name().unwrap_or_default());
    target.with_file_name(name)
}

/// The bytes of a file; `None` if it does not exist.
fn bytes(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match door::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(Error::Read(path.to_owned(), cause)),
    }
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
