//! The moves of a commit, and whether each is possible: all that can be known is checked before the first file moves.
//!
//! A file replaces a file of the last build, stands where nothing was, or where a folder was in which there were only
//! files of the last build. Nothing that others put there is moved, and no link is followed out of the folder. Every
//! folder in which names change lies on the disk of the output folder and can be written in; on Windows, no file that
//! moves is open in another program. What cannot be known (a disk that is full or breaks) is undone by
//! [`journal`](crate::output::journal).

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::output::commit::Changes;
use crate::output::journal::Journal;
use crate::output::place::Place;

/// The moves that put staged files in place of those of the last build.
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
        moves.give_way(path)?;
    }
    if fs::symlink_metadata(place.staged("")).is_ok() {
        moves.put_below("")?;
    }
    Ok(moves.journal)
}

/// State of a path at which a folder should be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folder {
    /// A folder on our disk.
    Ours,
    /// A folder on our disk in which we can write.
    Writable,
    /// None, or a link that leads to one.
    None,
}

struct Moves<'p> {
    place: &'p Place,
    /// The disk of the output folder.
    device: u64,
    changed: BTreeSet<&'p str>,
    /// Files that will give way.
    stale: BTreeSet<&'p str>,
    /// Findings about folders, by their paths.
    folders: BTreeMap<String, Folder>,
    journal: Journal,
}

impl<'p> Moves<'p> {
    /// A file of the last build goes, if it is still there.
    fn give_way(&mut self, path: &'p str) -> Result<(), Error> {
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

    /// Moves the staged content of a folder into the existing folder of the same path: whole folders where there is
    /// none of that name.
    fn put_below(&mut self, folder: &str) -> Result<(), Error> {
        for (name, is_folder) in entries(&self.place.staged(folder))? {
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let target = self.place.target(&path);
            match fs::symlink_metadata(&target) {
                Ok(about) if about.is_dir() && is_folder => {
                    self.folder(&path)?;
                    self.put_below(&path)?;
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

    /// Whether only files that give way are in a folder, and in those below it.
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
        // One that is empty already is somebody else's: ours go with their last file.
        Ok(!entries.is_empty())
    }

    /// The state of a path where a folder should be. A folder on another disk is an error: no file can be moved there
    /// at once.
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

    /// Refuses a folder in which names cannot be changed.
    fn can_write(&mut self, path: &str) -> Result<(), Error> {
        if self.folders.get(path) != Some(&Folder::Writable) {
            let target = self.place.target(path);
            can_change(&target).map_err(Error::write(&target))?;
            self.folders.insert(path.to_owned(), Folder::Writable);
        }
        Ok(())
    }
}

/// The names in a folder, in order, and which of them are folders.
fn entries(folder: &Path) -> Result<Vec<(String, bool)>, Error> {
    let named = |entry: fs::DirEntry| {
        Ok((entry.file_name().to_string_lossy().into_owned(), entry.file_type()?.is_dir()))
    };
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| named(entry?)).collect());
    let mut entries: Vec<(String, bool)> = entries.map_err(Error::read(folder))?;
    entries.sort_unstable();
    Ok(entries)
}

/// The folder in which a path lies; an empty path for the output folder itself.
fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// The disk on which something lies.
#[cfg(unix)]
fn device(about: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    about.dev()
}

/// Not told: all are taken for one.
#[cfg(not(unix))]
fn device(_: &Metadata) -> u64 {
    0
}

/// Whether names in a folder can be changed, as the system would answer to a change.
#[cfg(unix)]
fn can_change(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Not known before it is tried.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can be known")]
fn can_change(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a file can be moved: no other program holds it open so that it cannot. Opened as a rename opens it.
#[cfg(windows)]
fn can_move(file: &Path) -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;
    /// `DELETE`, which a rename asks for.
    const DELETE: u32 = 0x0001_0000;
    /// `FILE_FLAG_OPEN_REPARSE_POINT`: a link itself, not the file that it leads to.
    const LINK_ITSELF: u32 = 0x0020_0000;
    /// `FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE`.
    const SHARED: u32 = 7;
    let mut options = fs::OpenOptions::new();
    options.access_mode(DELETE).share_mode(SHARED).custom_flags(LINK_ITSELF).open(file).map(drop)
}

/// Elsewhere an open file can be moved.
#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "on Windows it cannot always")]
fn can_move(_: &Path) -> io::Result<()> {
    Ok(())
}
