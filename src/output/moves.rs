//! The moves of a commit. Everything that can be checked is checked before the first file moves.
//!
//! A new file replaces a file of the last build, or a folder that holds only files of the last build, or is added. Files
//! that others put there are never moved, and no link is followed out of the folder. Every changed folder must be
//! writable and on the disk of the output folder; on Windows, no moved file may be open in another program. Failures
//! that cannot be foreseen (a full or broken disk) are undone by [`journal`](crate::output::journal).

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::output::changes::Changes;
use crate::output::journal::Journal;
use crate::output::place::Place;

/// Plans the moves that replace files of the last build by the staged files.
pub fn plan(place: &Place, changes: &Changes, files: Vec<String>) -> Result<Journal, Error> {
    let root = place.folder();
    let about = fs::metadata(root).map_err(Error::read(root))?;
    let mut moves = Moves {
        place,
        device: device(&about),
        changed: changes.changed.iter().map(String::as_str).collect(),
        stale: BTreeSet::new(),
        folders: BTreeMap::new(),
        journal: Journal { files, ..Journal::default() },
    };
    moves.folders.insert(String::new(), Folder::Ours);
    for path in &changes.removed {
        moves.plan_removal(path)?;
    }
    if fs::symlink_metadata(place.staged("")).is_ok() {
        moves.plan_moves("")?;
    }
    Ok(moves.journal)
}

/// State of a path that should be a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folder {
    /// A folder on the disk of the output folder.
    Ours,
    /// A writable folder on the disk of the output folder.
    Writable,
    /// No folder, or a link to a folder.
    None,
}

struct Moves<'p> {
    place: &'p Place,
    /// The disk of the output folder.
    device: u64,
    changed: BTreeSet<&'p str>,
    /// Files of the last build that will be moved away.
    stale: BTreeSet<&'p str>,
    /// Cache of the states of folders, by path.
    folders: BTreeMap<String, Folder>,
    journal: Journal,
}

impl<'p> Moves<'p> {
    /// Plans to move a file of the last build away, if it still exists.
    fn plan_removal(&mut self, path: &'p str) -> Result<(), Error> {
        let home = parent(path);
        let target = self.place.target(path);
        let is_file = fs::symlink_metadata(&target).is_ok_and(|about| !about.is_dir());
        if is_file && self.folder(home)? != Folder::None {
            self.can_write(home)?;
            can_move(&target).map_err(Error::write(&target))?;
            self.stale.insert(path);
            self.journal.stale.push(path.to_owned());
        }
        Ok(())
    }

    /// Plans to move the staged content of a folder into the existing folder of the same path. A subfolder that does not
    /// exist there is moved as a whole.
    fn plan_moves(&mut self, folder: &str) -> Result<(), Error> {
        for (name, is_folder) in entries(&self.place.staged(folder))? {
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let target = self.place.target(&path);
            match fs::symlink_metadata(&target) {
                Ok(about) if about.is_dir() && is_folder => {
                    self.folder(&path)?;
                    self.plan_moves(&path)?;
                    continue;
                }
                Ok(about) if about.is_dir() && !self.will_be_empty(&path)? => {
                    return Err(Error::ForeignFolder(target));
                }
                Ok(about) if about.is_dir() => self.journal.added.push(path),
                Ok(_) if !is_folder && self.changed.contains(path.as_str()) => {
                    can_move(&target).map_err(Error::write(&target))?;
                    self.journal.changed.push(path);
                }
                Ok(_) if !self.stale.contains(path.as_str()) => return Err(Error::ForeignFile(target)),
                Ok(_) => self.journal.added.push(path),
                Err(error) if error.kind() == io::ErrorKind::NotFound => self.journal.added.push(path),
                Err(error) => return Err(Error::Read(target, error)),
            }
            self.can_write(folder)?;
        }
        Ok(())
    }

    /// Whether a folder, with its subfolders, holds only files that will be moved away.
    fn will_be_empty(&self, folder: &str) -> Result<bool, Error> {
        let entries = entries(&self.place.target(folder))?;
        for (name, is_folder) in &entries {
            let path = format!("{folder}/{name}");
            let goes =
                if *is_folder { self.will_be_empty(&path)? } else { self.stale.contains(path.as_str()) };
            if !goes {
                return Ok(false);
            }
        }
        // An empty folder was made by others: ours are removed with their last file.
        Ok(!entries.is_empty())
    }

    /// The state of a path that should be a folder. A folder on another disk is an error, because no rename reaches it.
    fn folder(&mut self, path: &str) -> Result<Folder, Error> {
        if let Some(known) = self.folders.get(path) {
            return Ok(*known);
        }
        let target = self.place.target(path);
        let found = match self.folder(parent(path))? {
            Folder::None => Folder::None,
            _ => match fs::symlink_metadata(&target) {
                Ok(about) if about.is_dir() && device(&about) != self.device => {
                    return Err(Error::Write(target, io::ErrorKind::CrossesDevices.into()));
                }
                Ok(about) if about.is_dir() => Folder::Ours,
                _ => Folder::None,
            },
        };
        self.folders.insert(path.to_owned(), found);
        Ok(found)
    }

    /// Fails if names in the folder cannot be changed.
    fn can_write(&mut self, path: &str) -> Result<(), Error> {
        if self.folders.get(path) != Some(&Folder::Writable) {
            let target = self.place.target(path);
            can_change(&target).map_err(Error::write(&target))?;
            self.folders.insert(path.to_owned(), Folder::Writable);
        }
        Ok(())
    }
}

/// The names in a folder, sorted, and whether each is a folder.
fn entries(folder: &Path) -> Result<Vec<(String, bool)>, Error> {
    let named = |entry: fs::DirEntry| {
        Ok((entry.file_name().to_string_lossy().into_owned(), entry.file_type()?.is_dir()))
    };
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| named(entry?)).collect());
    let mut entries: Vec<(String, bool)> = entries.map_err(Error::read(folder))?;
    entries.sort_unstable();
    Ok(entries)
}

/// The parent folder of a path; empty for the output folder itself.
fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// Id of the disk of a file.
#[cfg(unix)]
fn device(about: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    about.dev()
}

/// The system does not tell the disk: all files count as on one disk.
#[cfg(not(unix))]
fn device(_: &Metadata) -> u64 {
    0
}

/// Asks the system whether names in a folder can be changed.
#[cfg(unix)]
fn can_change(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Cannot be asked on this system.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can be known")]
fn can_change(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a file can be moved, or is held open by another program. Tests by opening the file as a rename does.
#[cfg(windows)]
fn can_move(file: &Path) -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;
    /// The access right `DELETE`, which a rename needs.
    const DELETE: u32 = 0x0001_0000;
    /// `FILE_FLAG_OPEN_REPARSE_POINT`: opens a link itself, not its target.
    const LINK_ITSELF: u32 = 0x0020_0000;
    /// `FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE`.
    const SHARED: u32 = 7;
    let mut options = fs::OpenOptions::new();
    options.access_mode(DELETE).share_mode(SHARED).custom_flags(LINK_ITSELF).open(file).map(drop)
}

/// Other systems can move open files.
#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "on Windows it cannot always")]
fn can_move(_: &Path) -> io::Result<()> {
    Ok(())
}
