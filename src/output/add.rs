//! New files among those that people wrote: all of them, or none, and nothing written over.
//!
//! All are written into a folder of their own first, which reading content passes over, then a list of them, and then
//! each is put in place. A failure takes back those before it. A run that was killed once the list was there is completed
//! by the next one that writes: what stands there already may have been edited since, and is never taken away.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::door::{self, unless_missing};
use crate::output::place::{missing_ancestors, take};

/// The folder of files that are not in place yet; reading content passes over names that begin with a point.
const PENDING: &str = ".gongkai-new";
/// The list of them in it, there once all are whole.
const LIST: &str = "list";

/// Adds files below a folder, each by its path with `/`. When one cannot be written, those before it are taken back.
pub fn add(folder: &Path, files: &[(String, String)]) -> Result<(), Error> {
    if files.is_empty() {
        return Ok(());
    }
    let mut pending = Pending::open(folder)?;
    pending.complete()?;
    let written = refuse_existing(folder, files)
        .and_then(|()| pending.write(files))
        .and_then(|()| pending.put_in_place(files));
    match written {
        Ok(()) => {
            // Nothing in it is awaited any more: what cannot be cleared away now, the next run clears away.
            let _ = pending.remove();
            Ok(())
        }
        Err(cause) => Err(cause.with(pending.undo())),
    }
}

/// Fills a folder that is not there yet, or empty, with files, as [`add`] does.
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

/// Puts in place what a killed run had begun to add below a folder; tells whether there was anything. A run that is
/// still at work is no killed one.
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

/// Files on their way into a folder; locked while this value lives.
struct Pending {
    folder: PathBuf,
    home: PathBuf,
    /// Files that were put in place.
    files: Vec<PathBuf>,
    /// Folders that were made, from the top down.
    folders: Vec<PathBuf>,
    lock: File,
}

impl Drop for Pending {
    /// As the lock of an output folder is.
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

    /// Completes what a killed run had listed; without a list, it had not come so far.
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

    /// Takes back what was put in place in this run.
    fn undo(&self) -> Result<(), Error> {
        // The list goes first: without it, the next run completes nothing of what is taken back here.
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

    /// Takes away the folder of what was on its way.
    fn remove(&self) -> Result<(), Error> {
        unless_missing(door::remove_dir_all(&self.home)).map_err(Error::write(&self.home))
    }
}
