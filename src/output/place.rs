//! An output folder and our bookkeeping in it, `.gongkai/`.
//!
//! `manifest` lists the files of the last build and marks the folder as ours. `staging/` holds new files until all are
//! made, `aside/` the files that gave way to them until all are in place. `journal` is there while files are being put
//! in place ([`journal`](crate::output::journal)). `seal` tells what the last build was made from
//! ([`seal`](crate::output::seal)). `lock` is held while a build is at work; the file stays, for a lock on a file that
//! somebody removed is none.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::door::{self, unless_missing};

/// The folder with our bookkeeping.
const OWN: &str = ".gongkai";
/// The file in it that tells what the last build was made from.
const SEAL: &str = "seal";
/// The file in it that is there while files are being put in place.
const JOURNAL: &str = "journal";

/// Marks at the beginning of a journal's lines that are no paths of files. No file's name can contain one of these.
pub const MARKS: [char; 3] = ['<', '|', '>'];

/// Files that may lie in a folder that we have not written into yet: they keep an empty folder in Git.
const HARMLESS: [&str; 5] = [".gitignore", ".gitkeep", ".DS_Store", "desktop.ini", "Thumbs.db"];

/// An output folder that is ours, locked while this value lives.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    /// Folders that did not exist before, from the top down: removed again when nothing is committed.
    made: Vec<PathBuf>,
    /// `None` where there is no lock yet, and nothing will be written.
    lock: Option<File>,
}

impl Drop for Place {
    /// Lets go of the lock at once: a process that was just being started could hold the file a little longer.
    fn drop(&mut self) {
        let _ = self.lock.as_ref().map(File::unlock);
    }
}

impl Place {
    /// Takes possession of a folder: it must be new, empty, or ours.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        refuse_foreign(folder)?;
        let own = folder.join(OWN);
        let made = missing_ancestors(&own);
        door::create_dir_all(&own).map_err(Error::write(&own))?;
        let path = own.join("lock");
        let lock = File::options().create(true).append(true).open(&path).map_err(Error::write(&path))?;
        take(&lock, folder)?;
        Ok(Self { folder: folder.to_owned(), made, lock: Some(lock) })
    }

    /// Looks at a folder into which nothing will be written. Nobody else writes meanwhile.
    pub fn look(folder: &Path) -> Result<Self, Error> {
        refuse_foreign(folder)?;
        let lock = File::options().append(true).open(folder.join(OWN).join("lock")).ok();
        if let Some(lock) = &lock {
            take(lock, folder)?;
        }
        if is_interrupted(folder) {
            return Err(Error::Interrupted(folder.to_owned()));
        }
        Ok(Self { folder: folder.to_owned(), made: Vec::new(), lock })
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a file will be.
    pub fn target(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Where a file waits until all are made.
    pub fn staged(&self, path: &str) -> PathBuf {
        self.own("staging").join(path)
    }

    /// The folder of the files that gave way.
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

    /// The files of the last build; none where there was none.
    pub fn files(&self) -> Result<BTreeSet<String>, Error> {
        let path = self.manifest();
        match door::read_to_string(&path) {
            Ok(text) => Ok(text.lines().filter(|line| !line.starts_with(MARKS)).map(str::to_owned).collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
            Err(error) => Err(Error::Read(path, error)),
        }
    }

    /// Whether something was ever committed here.
    pub fn has_manifest(&self) -> bool {
        self.manifest().is_file()
    }

    /// Puts the seal on what lies here, if that can be done.
    pub fn put_seal(&self, text: &str) {
        let _ = door::replace(&self.own(SEAL), text, false);
    }

    /// Takes the seal away: what lies here is about to change.
    pub fn break_seal(&self) -> Result<(), Error> {
        let path = self.own(SEAL);
        unless_missing(door::remove_file(&path)).map_err(Error::write(&path))
    }

    /// Throws away what is staged and what gave way.
    pub fn clear(&self) -> Result<(), Error> {
        [self.own("staging"), self.aside()]
            .iter()
            .try_for_each(|folder| unless_missing(door::remove_dir_all(folder)).map_err(Error::write(folder)))
    }

    /// Leaves everything as it was before: what was staged goes, and so does a folder that we made. What a journal needs
    /// stays.
    ///
    /// Failing here is not told: the build has failed already, and the next one clears up.
    pub fn give_up(&self) {
        if is_interrupted(&self.folder) {
            return;
        }
        let _ = self.clear();
        if self.made.contains(&self.bookkeeping()) {
            let _ = door::remove_dir_all(&self.bookkeeping());
        }
        for folder in self.made.iter().rev() {
            let _ = door::remove_dir(folder);
        }
    }

    fn own(&self, name: &str) -> PathBuf {
        self.folder.join(OWN).join(name)
    }
}

/// The seal on a folder; `None` where there is none that can be read.
pub fn seal(folder: &Path) -> Option<String> {
    door::read_to_string(&folder.join(OWN).join(SEAL)).ok()
}

/// Whether files are being put in place there, or were when the program was killed.
pub fn is_interrupted(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(OWN).join(JOURNAL)).is_ok()
}

/// Takes the lock of a folder, which nobody else may hold.
pub fn take(lock: &File, folder: &Path) -> Result<(), Error> {
    match lock.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Error::Locked(folder.to_owned())),
        Err(TryLockError::Error(cause)) => Err(Error::Write(folder.to_owned(), cause)),
    }
}

/// Refuses a folder with files in it that we did not make, and anything that is no folder.
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

/// The folders on the way to a path that do not exist yet, from the top down, itself included.
pub fn missing_ancestors(path: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<PathBuf> =
        path.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    missing.retain(|folder| !folder.as_os_str().is_empty());
    missing.reverse();
    missing
}
