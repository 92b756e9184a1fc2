//! The bookkeeping that makes a commit all or nothing, in `.gongkai/` inside the output folder.
//!
//! `.gongkai/manifest` lists the files of the last build and marks the folder as ours. `.gongkai/staging/` holds
//! what differs. `.gongkai/journal` exists from the moment when everything has been staged until everything
//! is in place: a run that finds one finishes that commit first. `.gongkai/seal` is gone by then; it is put there once
//! everything is in place ([`seal`](crate::output::seal)). Staged files without a journal are leftovers
//! of a build that never got so far, and are thrown away. `.gongkai/lock` is held while a build is at work; the file
//! stays, for a lock on a file that somebody removed is none.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// The folder with our bookkeeping.
const OWN: &str = ".gongkai";
/// The file in it that tells what the last build was made from.
const SEAL: &str = "seal";

/// Files that may lie in a folder that we have not written into yet: they keep an empty folder in Git.
const HARMLESS: [&str; 5] = [".gitignore", ".gitkeep", ".DS_Store", "desktop.ini", "Thumbs.db"];

/// An output folder that is ours, locked while this value lives.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    /// What did not exist before we came, from the top down: removed again when nothing is committed.
    made: Vec<PathBuf>,
    lock: File,
}

/// What remains to be done once everything is staged.
#[derive(Debug, PartialEq, Eq)]
pub struct Journal {
    /// Files to remove.
    pub stale: Vec<String>,
    /// Every file of the new build, in order.
    pub files: Vec<String>,
}

impl Drop for Place {
    /// Lets go of the lock at once: a process that was just being started could hold the file a little longer.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

impl Place {
    /// Takes possession of a folder: it must be new, empty, or ours.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        refuse_foreign(folder)?;
        let own = folder.join(OWN);
        let made = missing_ancestors(&own);
        create_dir_all(&own).map_err(Error::write(&own))?;
        let path = own.join("lock");
        let lock = File::options().create(true).append(true).open(&path).map_err(Error::write(&path))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { folder: folder.to_owned(), made, lock }),
            Err(TryLockError::WouldBlock) => Err(Error::Locked(folder.to_owned())),
            Err(TryLockError::Error(cause)) => Err(Error::Write(path, cause)),
        }
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
        self.staging().join(path)
    }

    /// The files of the last build; none where there was none.
    pub fn manifest(&self) -> Result<BTreeSet<String>, Error> {
        let path = self.own("manifest");
        match read_to_string(&path) {
            Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
            Err(error) => Err(Error::Read(path, error)),
        }
    }

    /// Whether something was ever committed here.
    pub fn has_manifest(&self) -> bool {
        self.own("manifest").is_file()
    }

    /// Puts the seal on what lies here.
    pub fn put_seal(&self, text: &str) -> Result<(), Error> {
        replace(&self.own(SEAL), text)
    }

    /// Takes the seal away: what lies here is about to change.
    pub fn break_seal(&self) -> Result<(), Error> {
        let path = self.own(SEAL);
        match remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::Write(path, error)),
            _ => Ok(()),
        }
    }

    /// Leaves everything as it was before: what was staged goes, and so does a folder that we made.
    ///
    /// Failing here is not told: the build has failed already, and the next one clears up.
    pub fn give_up(&self) {
        let _ = remove_dir_all(&self.staging());
        if self.made.is_empty() {
            return;
        }
        let _ = remove_file(&self.own("lock"));
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }

    fn own(&self, name: &str) -> PathBuf {
        self.folder.join(OWN).join(name)
    }

    fn staging(&self) -> PathBuf {
        self.own("staging")
    }
}

/// The seal on a folder; `None` where there is none that can be read.
pub fn seal(folder: &Path) -> Option<String> {
    read_to_string(&folder.join(OWN).join(SEAL)).ok()
}

/// Finishes the commit of a run that was killed, or throws away what it had only staged.
pub fn recover(place: &Place) -> Result<(), Error> {
    let path = place.own("journal");
    match read_to_string(&path) {
        Ok(text) => complete(place, &Journal::parse(&text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => clear_staging(place),
        Err(error) => Err(Error::Read(path, error)),
    }
}

/// Writes the journal, from which there is no way back, and completes the commit.
pub fn finish(place: &Place, journal: &Journal) -> Result<(), Error> {
    replace(&place.own("journal"), &journal.text())?;
    complete(place, journal)
}

/// Every step of this can be done again after it was done: a killed run is completed by the next.
fn complete(place: &Place, journal: &Journal) -> Result<(), Error> {
    for path in &journal.stale {
        remove_stale(place, path)?;
    }
    let staging = place.staging();
    if staging.is_dir() {
        move_into(&staging, &place.folder)?;
    }
    clear_staging(place)?;
    replace(&place.own("manifest"), &journal.files.join("\n"))?;
    let path = place.own("journal");
    remove_file(&path).map_err(Error::write(&path))
}

impl Journal {
    fn text(&self) -> String {
        let stale = self.stale.iter().map(|path| format!("-{path}\n"));
        let files = self.files.iter().map(|path| format!("={path}\n"));
        stale.chain(files).collect()
    }

    fn parse(text: &str) -> Self {
        let starting =
            |mark: char| text.lines().filter_map(move |line| line.strip_prefix(mark)).map(str::to_owned);
        Self { stale: starting('-').collect(), files: starting('=').collect() }
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
fn missing_ancestors(path: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<PathBuf> =
        path.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    missing.retain(|folder| !folder.as_os_str().is_empty());
    missing.reverse();
    missing
}

/// Moves everything from one folder into another, whole folders at once where there is none of that name.
fn move_into(from: &Path, to: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(from).map_err(Error::read(from))? {
        let source = entry.map_err(Error::read(from))?.path();
        let target = to.join(source.file_name().unwrap_or_default());
        if source.is_dir() && target.is_dir() {
            move_into(&source, &target)?;
        } else {
            rename(&source, &target).map_err(Error::write(&target))?;
        }
    }
    Ok(())
}

/// Removes a file of the last build, and the folders that are empty then.
fn remove_stale(place: &Place, path: &str) -> Result<(), Error> {
    let target = place.target(path);
    match remove_file(&target) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Err(Error::Write(target, error));
        }
        _ => {}
    }
    for folder in target.ancestors().skip(1).take_while(|folder| *folder != place.folder) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

fn clear_staging(place: &Place) -> Result<(), Error> {
    let staging = place.staging();
    match remove_dir_all(&staging) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::Write(staging, error)),
        _ => Ok(()),
    }
}

/// Writes a small file so that nobody ever sees half of it.
fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let draft = path.with_extension("new");
    write(&draft, text).map_err(Error::write(&draft))?;
    rename(&draft, path).map_err(Error::write(path))
}

/// The calls that change the disk, each allowed here only.
macro_rules! door {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty = $call:path;)*) => {$(
        #[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
        fn $name($($argument: $type),*) -> io::Result<$result> {
            $call($($argument),*)
        }
    )*};
}

door! {
    create_dir_all(path: &Path) -> () = fs::create_dir_all;
    read_to_string(path: &Path) -> String = fs::read_to_string;
    remove_dir_all(path: &Path) -> () = fs::remove_dir_all;
    remove_file(path: &Path) -> () = fs::remove_file;
    rename(from: &Path, to: &Path) -> () = fs::rename;
    write(path: &Path, text: &str) -> () = fs::write;
}

#[cfg(test)]
mod tests {
    use super::Journal;

    #[test]
    fn a_journal_survives_being_written() {
        let journal = Journal {
            stale: vec!["site/旧.html".into()],
            files: ["site/=a.html".into(), "site/-b.html".into()].into(),
        };
        assert_eq!(Journal::parse(&journal.text()), journal);
    }
}
