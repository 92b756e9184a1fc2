//! New files at paths given by the user: written completely or not at all, never over an existing file.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::change::change;
use crate::output::door;
use crate::output::entry::{Change, Occasion};
use crate::output::place::missing_ancestors;

/// Writes new files, all or none. Those within the content of the project at `root` are one change that can be undone;
/// returns whether all are.
pub fn create<B: AsRef<[u8]>>(
    root: &Path,
    files: &[(PathBuf, B)],
    occasion: &Occasion<'_>,
) -> Result<bool, Error> {
    if let Some((path, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(Error::Exists(path.clone()));
    }
    let (mut changes, mut outside) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        match within_content(root, path) {
            Some(path) => changes.push(Change::new_file(path, bytes.as_ref())),
            None => outside.push((path, bytes.as_ref())),
        }
    }
    let folders: Vec<PathBuf> =
        outside.iter().filter_map(|(path, _)| path.parent()).flat_map(missing_ancestors).collect();
    let mut written = Vec::new();
    let result = outside.iter().try_for_each(|(path, bytes)| {
        written.push(*path);
        create_file(path, bytes)
    });
    let result = result.and_then(|()| change(root, &changes, occasion));
    if result.is_err() {
        // Ignored: the run has failed already. The last one may not be there.
        for path in &written {
            drop(door::remove_file(path));
        }
        for folder in folders.iter().rev() {
            drop(door::remove_dir(folder));
        }
    }
    result.map(|()| outside.is_empty())
}

/// The path of a new file below the project's root, if its place is in the content of the project.
fn within_content(root: &Path, path: &Path) -> Option<String> {
    let content = root.join("content").canonicalize().ok()?;
    let path = std::path::absolute(path).ok()?;
    let folder = path.parent()?;
    // Folders that are yet to be made have no canonical path.
    let whole = folder.ancestors().find_map(|above| {
        let below = folder.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(below))
    })?;
    let whole = whole.join(path.file_name()?);
    let parts = whole.strip_prefix(&content).ok()?.iter();
    let parts: Option<Vec<&str>> = parts.map(|part| part.to_str()).collect();
    Some(format!("content/{}", parts?.join("/")))
}

/// Writes a new file, and the folders above it where they are missing. It is written under a hidden name first, so that
/// the file with the given name is always complete.
pub fn create_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    let draft = draft_of(path);
    let result = door::write(&draft, bytes).and_then(|()| rename_draft(&draft, path));
    if result.is_err() {
        // Ignored: the run has failed already.
        let _ = door::remove_file(&draft);
    }
    result.map_err(Error::write(path))
}

/// Makes a folder and those above it where they are missing. A file of that name is no folder.
pub fn make_folder(folder: &Path) -> Result<(), Error> {
    let is_file = |cause: &io::Error| cause.kind() == io::ErrorKind::AlreadyExists;
    door::create_dir_all(folder).map_err(|cause| {
        let cause = if is_file(&cause) { io::ErrorKind::NotADirectory.into() } else { cause };
        Error::write(folder)(cause)
    })
}

/// Writes several new files into a folder: all of them, or none. The names must be names of files, without folders.
pub fn create_all(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    let paths = || files.iter().map(|(name, bytes)| (folder.join(name), bytes));
    // Known before the first is written: an earlier run wrote some of them.
    if let Some((path, _)) = paths().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(Error::Exists(path));
    }
    for (done, (path, bytes)) in paths().enumerate() {
        if let Err(error) = create_file(&path, bytes) {
            for (path, _) in paths().take(done) {
                // Ignored: the run has failed already.
                let _ = door::remove_file(&path);
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Gives the draft its final name, unless a file with that name exists. Disks without hard links can only rename, which
/// would replace it.
pub fn rename_draft(draft: &Path, path: &Path) -> io::Result<()> {
    match door::hard_link(draft, path) {
        Ok(()) => door::remove_file(draft),
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Err(cause),
        Err(_) => door::rename(draft, path),
    }
}

/// Writes a file that takes the place of an older one of that name, and the folders above it where they are missing.
/// It is always complete: the old one or the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    let draft = draft_of(path);
    let result = door::write(&draft, bytes).and_then(|()| door::rename(&draft, path));
    if result.is_err() {
        // Ignored: the run has failed already.
        let _ = door::remove_file(&draft);
    }
    result.map_err(Error::write(path))
}

/// The hidden name under which a file is written first.
pub fn draft_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(".gongkai-");
    name.push(path.file_name().unwrap_or_default());
    path.with_file_name(name)
}
