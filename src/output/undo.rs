//! Takes the last change of a project's own files back, unless they were edited since.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::change::apply;
use crate::output::door;
use crate::output::draft::bytes;
use crate::output::entry::{Change, Entry, File};
use crate::output::hash::hash;
use crate::output::history::Store;
use crate::output::settle::settle;

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
