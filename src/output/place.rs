//! An output folder with our bookkeeping in `.gongkai/`.
//!
//! `manifest` lists the files of the last build and marks the folder as ours. `staging/` holds new files until all are
//! made, `aside/` the old files until all new ones are in place. `journal` exists while files are put in place
//! ([`journal`](crate::output::journal)). `seal` records the inputs of the last build ([`seal`](crate::output::seal)).
//! `lock` is locked while a build runs; the file stays, because a lock on a removed file protects nothing.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::door::{self, unless_missing};

/// Name of the bookkeeping folder.
const OWN: &str = ".gongkai";
/// The file that records the inputs of the last build.
const SEAL: &str = "seal";
/// The file that exists while files are put in place.
const JOURNAL: &str = "journal";

/// Marks at the beginning of journal lines that are not plain paths; file names cannot contain them.
pub const MARKS: [char; 3] = ['<', '|', '>'];

/// Files that may exist in a folder before the first build, such as those that keep an empty folder in Git.
const HARMLESS: [&str; 5] = [".gitignore", ".gitkeep", ".DS_Store", "desktop.ini", "Thumbs.db"];

/// An output folder, locked while this value lives.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    /// Folders that were created, from the top down; removed again if nothing is committed.
    new_folders: Vec<PathBuf>,
    /// `None` if the folder has no lock yet and nothing will be written.
    lock: Option<File>,
}

impl Drop for Place {
    /// Unlocks explicitly: a child process that is being started may have inherited the file, and would keep the lock.
    fn drop(&mut self) {
        let _ = self.lock.as_ref().map(File::unlock);
    }
}

impl Place {
    /// Locks a folder for writing: it must be new, empty, or ours.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        refuse_foreign(folder)?;
        let own = folder.join(OWN);
        let new_folders = missing_ancestors(&own);
        door::create_dir_all(&own).map_err(Error::write(&own))?;
        let path = own.join("lock");
        let lock = File::options().create(true).append(true).open(&path).map_err(Error::write(&path))?;
        take(&lock, folder)?;
        Ok(Self { folder: folder.to_owned(), new_folders, lock: Some(lock) })
    }

    /// Locks a folder for reading, so that no other process writes meanwhile.
    pub fn look(folder: &Path) -> Result<Self, Error> {
        refuse_foreign(folder)?;
        let lock = File::options().append(true).open(folder.join(OWN).join("lock")).ok();
        if let Some(lock) = &lock {
            take(lock, folder)?;
        }
        if is_interrupted(folder) {
            return Err(Error::Interrupted(folder.to_owned()));
        }
        Ok(Self { folder: folder.to_owned(), new_folders: Vec::new(), lock })
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The final path of a file.
    pub fn target(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// The path of a file in `staging/`.
    pub fn staged(&self, path: &str) -> PathBuf {
        self.own("staging").join(path)
    }

    /// The folder of old files that were moved away.
    pub fn aside(&self) -> PathBuf {
        self.own("aside")
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.own(JOURNAL)
    }

    /// The manifest.
    pub fn manifest(&self) -> PathBuf {
        self.own("manifest")
    }

    /// The folder with our bookkeeping.
    pub fn bookkeeping(&self) -> PathBuf {
        self.folder.join(OWN)
    }

    /// The files of the last build; empty without one.
    pub fn files(&self) -> Result<BTreeSet<String>, Error> {
        let path = self.manifest();
        match door::read_to_string(&path) {
            Ok(text) => Ok(text.lines().filter(|line| !line.starts_with(MARKS)).map(str::to_owned).collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
            Err(error) => Err(Error::Read(path, error)),
        }
    }

    /// Whether there is a last build.
    pub fn has_manifest(&self) -> bool {
        self.manifest().is_file()
    }

    /// Writes the seal. A failure is ignored: the next build then makes everything.
    pub fn put_seal(&self, text: &str) {
        let _ = door::replace(&self.own(SEAL), text, false);
    }

    /// Removes the seal, before files change.
    pub fn break_seal(&self) -> Result<(), Error> {
        let path = self.own(SEAL);
        unless_missing(door::remove_file(&path)).map_err(Error::write(&path))
    }

    /// Deletes staged files and old files that were moved away.
    pub fn clear(&self) -> Result<(), Error> {
        [self.own("staging"), self.aside()]
            .iter()
            .try_for_each(|folder| unless_missing(door::remove_dir_all(folder)).map_err(Error::write(folder)))
    }

    /// Deletes staged files and the folders that were created, except files that a journal needs.
    ///
    /// Failures are ignored: the build has failed already, and the next build clears up.
    pub fn give_up(&self) {
        if is_interrupted(&self.folder) {
            return;
        }
        let _ = self.clear();
        if self.new_folders.contains(&self.bookkeeping()) {
            let _ = door::remove_dir_all(&self.bookkeeping());
        }
        for folder in self.new_folders.iter().rev() {
            let _ = door::remove_dir(folder);
        }
    }

    fn own(&self, name: &str) -> PathBuf {
        self.folder.join(OWN).join(name)
    }
}

/// The seal of a folder; `None` if it does not exist or cannot be read.
pub fn seal(folder: &Path) -> Option<String> {
    door::read_to_string(&folder.join(OWN).join(SEAL)).ok()
}

/// Whether files are being put in place, or were when the program was killed.
pub fn is_interrupted(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(OWN).join(JOURNAL)).is_ok()
}

/// Locks a folder; fails if another process holds the lock.
pub fn take(lock: &File, folder: &Path) -> Result<(), Error> {
    match lock.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Error::Locked(folder.to_owned())),
        Err(TryLockError::Error(cause)) => Err(Error::Write(folder.to_owned(), cause)),
    }
}

/// Refuses a folder with files that we did not make, and a path that is not a folder.
fn refuse_foreign(folder: &Path) -> Result<(), Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::Read(folder.to_owned(), error)),
    };
    if folder.join(OWN).is_dir() {
        return Ok(());
    }
    for entry in entries {
        let name = entry.map_err(Error::read(folder))?.file_name();
        if !HARMLESS.iter().any(|harmless| name == *harmless) {
            return Err(Error::ForeignOutput(folder.to_owned()));
        }
    }
    Ok(())
}

/// The parent folders of a path that do not exist yet, from the top down, including the path itself.
pub fn missing_ancestors(path: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<PathBuf> =
        path.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    missing.retain(|folder| !folder.as_os_str().is_empty());
    missing.reverse();
    missing
}
