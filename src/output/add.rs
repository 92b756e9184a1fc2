//! New files in the content: all or none, never over an existing file.
//!
//! All files are written into a hidden folder first, then their list, and then each is put in place. A failure removes
//! the files that were put in place before it. A run killed after the list was written is completed by the next run that
//! writes, not undone, because the files in place may have been edited since.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::door::{self, unless_missing};
use crate::output::place::{missing_ancestors, take};

/// The folder of files that are not in place yet; names that begin with a dot are not read as content.
const PENDING: &str = ".gongkai-new";
/// The list of the files, written once all of them are complete.
const LIST: &str = "list";

/// Adds files below a folder, by paths with `/`. If a file cannot be written, the files before it are removed.
pub fn add(folder: &Path, files: &[(String, String)]) -> Result<(), Error> {
    if files.is_empty() {
        return Ok(());
    }
    let mut pending = Pending::open(folder)?;
    pending.complete()?;
    let result = refuse_existing(folder, files)
        .and_then(|()| pending.write(files))
        .and_then(|()| pending.put_in_place(files));
    match result {
        Ok(()) => {
            // All files are in place. The next run clears what cannot be cleared now.
            let _ = pending.remove();
            Ok(())
        }
        Err(cause) => Err(cause.with(pending.undo())),
    }
}

/// Fills a new or empty folder with files, as [`add`] does.
pub fn fill(folder: &Path, files: &[(String, String)]) -> Result<(), Error> {
    complete(folder)?;
    match fs::read_dir(folder).map(|mut entries| entries.next()) {
        Ok(None) => add(folder, files),
        Ok(Some(_)) => Err(Error::NotEmpty(folder.to_owned())),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => add(folder, files),
        Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => Err(Error::Exists(folder.to_owned())),
        Err(cause) => Err(Error::Read(folder.to_owned(), cause)),
    }
}

/// Completes a killed run below a folder; returns whether there was one. A run that holds the lock is still running.
pub fn complete(folder: &Path) -> Result<bool, Error> {
    if fs::symlink_metadata(folder.join(PENDING)).is_err() {
        return Ok(false);
    }
    match Pending::open(folder) {
        Ok(pending) => pending.complete().and_then(|done| pending.remove().map(|()| done)),
        Err(Error::Locked(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

fn refuse_existing(folder: &Path, files: &[(String, String)]) -> Result<(), Error> {
    let mut targets = files.iter().map(|(path, _)| folder.join(path));
    targets
        .find(|target| target.symlink_metadata().is_ok())
        .map_or(Ok(()), |target| Err(Error::Exists(target)))
}

/// Files that are not in place yet; the folder is locked while this value lives.
struct Pending {
    folder: PathBuf,
    home: PathBuf,
    /// Files that were put in place.
    files: Vec<PathBuf>,
    /// Folders that were created, from the top down.
    folders: Vec<PathBuf>,
    lock: File,
}

impl Drop for Pending {
    /// Unlocks explicitly, for the reason given at `Place`.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

impl Pending {
    fn open(folder: &Path) -> Result<Self, Error> {
        let home = folder.join(PENDING);
        let folders = missing_ancestors(folder);
        door::create_dir_all(&home).map_err(Error::write(&home))?;
        let path = home.join("lock");
        let lock = File::options().create(true).append(true).open(&path).map_err(Error::write(&path))?;
        take(&lock, folder)?;
        Ok(Self { folder: folder.to_owned(), home, files: Vec::new(), folders, lock })
    }

    fn draft(&self, number: usize) -> PathBuf {
        self.home.join(number.to_string())
    }

    /// Puts the listed files in place; returns `false` without a list, when nothing was put in place yet.
    fn complete(&self) -> Result<bool, Error> {
        let list = self.home.join(LIST);
        let text = match door::read_to_string(&list) {
            Ok(text) => text,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(cause) => return Err(Error::Read(list, cause)),
        };
        for (n, path) in text.lines().enumerate() {
            let (draft, target) = (self.draft(n), self.folder.join(path));
            if draft.is_file() && target.symlink_metadata().is_err() {
                let home = target.parent().unwrap_or(&self.folder);
                let moved = door::create_dir_all(home).and_then(|()| door::rename(&draft, &target));
                moved.map_err(Error::write(&target))?;
            }
        }
        unless_missing(door::remove_file(&list)).map_err(Error::write(&list)).map(|()| true)
    }

    fn write(&self, files: &[(String, String)]) -> Result<(), Error> {
        for (n, (_, text)) in files.iter().enumerate() {
            let draft = self.draft(n);
            door::write(&draft, text.as_bytes()).map_err(Error::write(&draft))?;
        }
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let list = self.home.join(LIST);
        door::replace(&list, &paths.join("\n"), false).map_err(Error::write(&list))
    }

    fn put_in_place(&mut self, files: &[(String, String)]) -> Result<(), Error> {
        for (n, (path, _)) in files.iter().enumerate() {
            let target = self.folder.join(path);
            let home = target.parent().unwrap_or(&self.folder);
            self.folders.extend(missing_ancestors(home));
            door::create_dir_all(home).map_err(Error::write(home))?;
            door::rename(&self.draft(n), &target).map_err(Error::write(&target))?;
            self.files.push(target);
        }
        Ok(())
    }

    /// Removes the files that this run put in place.
    fn undo(&self) -> Result<(), Error> {
        // The list goes first, so that the next run does not complete the files removed here.
        let list = self.home.join(LIST);
        let mut all = unless_missing(door::remove_file(&list)).map_err(Error::write(&list));
        for file in &self.files {
            all = all.and(unless_missing(door::remove_file(file)).map_err(Error::write(file)));
        }
        all = all.and(self.remove());
        for folder in self.folders.iter().rev() {
            let _ = door::remove_dir(folder);
        }
        all
    }

    /// Removes the hidden folder.
    fn remove(&self) -> Result<(), Error> {
        unless_missing(door::remove_dir_all(&self.home)).map_err(Error::write(&self.home))
    }
}
