//! `.gongkai/history/`: the last changes of a project's files, and what they replaced.
//!
//! Each change has a folder `<time>-<number>` with `change.json` and the replaced files under their paths. The numbers
//! count up, so that their order does not depend on the clock. `.gongkai/` has a `.gitignore` of its own; its name begins
//! with a dot, so that nothing below it is read as content.

use std::fs::{self, File as LockFile};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::door::{self, unless_missing};
use crate::output::entry::Entry;
use crate::output::place::take;

/// The folder of a project with its history.
pub const OWN: &str = ".gongkai";
/// The list of an unfinished change whose files are still being written.
pub const PLAN: &str = "plan.json";
/// The list of a change whose files are all written, and of a finished one.
pub const COMMIT: &str = "change.json";
/// The list of a change that is being put back.
pub const BACK: &str = "back.json";
/// Number of changes that are kept.
pub const KEPT: usize = 100;

/// The history of a project, locked while this value lives.
pub struct Store {
    /// The project's folder.
    pub root: PathBuf,
    lock: LockFile,
}

impl Drop for Store {
    /// Unlocks explicitly, for the reason given at `Place`.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

impl Store {
    /// Whether a project has a history.
    pub fn is_there(root: &Path) -> bool {
        root.join(OWN).is_dir()
    }

    /// The folder of a change that is not finished, in a project.
    pub fn pending_of(root: &Path) -> PathBuf {
        root.join(OWN).join("pending")
    }

    /// Opens and locks the history of a project.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let own = root.join(OWN);
        door::create_dir_all(&own).map_err(Error::write(&own))?;
        let ignored = own.join(".gitignore");
        if fs::symlink_metadata(&ignored).is_err() {
            door::write(&ignored, b"*\n").map_err(Error::write(&ignored))?;
        }
        let path = own.join("lock");
        let lock = LockFile::options().create(true).append(true).open(&path).map_err(Error::write(&path))?;
        take(&lock, root)?;
        Ok(Self { root: root.to_owned(), lock })
    }

    /// The folder of a change that is not finished.
    pub fn pending(&self) -> PathBuf {
        Self::pending_of(&self.root)
    }

    /// The folder of the finished changes.
    pub fn history(&self) -> PathBuf {
        self.root.join(OWN).join("history")
    }

    /// Removes the whole folder, of a project that has just been made and has no history.
    pub fn remove(&self) {
        let _ = door::remove_dir_all(&self.root.join(OWN));
    }

    /// Begins a change: writes its list.
    pub fn begin(&self, entry: &Entry) -> Result<(), Error> {
        let pending = self.pending();
        door::create_dir_all(&pending).map_err(Error::write(&pending))?;
        let path = pending.join(PLAN);
        // Strings cannot fail to be written.
        let text = serde_json::to_string_pretty(entry).unwrap_or_default();
        door::replace(&path, &text, false).map_err(Error::write(&path))
    }

    /// Renames the list of an unfinished change.
    pub fn rename_list(&self, from: &str, to: &str) -> Result<(), Error> {
        let (from, to) = (self.pending().join(from), self.pending().join(to));
        door::rename(&from, &to).map_err(Error::write(&to))
    }

    /// The list of an unfinished change under a name.
    pub fn pending_entry(&self, name: &str) -> Result<Option<Entry>, Error> {
        read_list(&self.pending().join(name))
    }

    /// Removes what an unfinished change has left: its list first, which is all that counts.
    pub fn remove_pending(&self) -> Result<(), Error> {
        let pending = self.pending();
        for name in [PLAN, COMMIT, BACK] {
            let list = pending.join(name);
            unless_missing(door::remove_file(&list)).map_err(Error::write(&list))?;
        }
        let _ = door::remove_dir_all(&pending);
        Ok(())
    }

    /// Ends a change: it moves to the history, or takes the change that it undoes out of it.
    pub fn finish(&self, entry: &Entry) -> Result<(), Error> {
        if let Some(undone) = &entry.undoes {
            self.remove_pending()?;
            // An entry that cannot be removed is undone already, and goes with the next undo.
            let kept = self.history().join(undone);
            let _ = door::remove_file(&kept.join(COMMIT));
            let _ = door::remove_dir_all(&kept);
            return Ok(());
        }
        let history = self.history();
        door::create_dir_all(&history).map_err(Error::write(&history))?;
        let number = self.names()?.last().map_or(1, |(number, _)| number + 1);
        let time: String = entry.time.chars().filter(|c| !matches!(c, '-' | ':')).collect();
        let home = history.join(format!("{}-{number}", time.replace('T', "-")));
        door::rename(&self.pending(), &home).map_err(Error::write(&home))
    }

    /// The finished changes, from the first to the last, each with the name of its folder.
    pub fn entries(&self) -> Result<Vec<(String, Entry)>, Error> {
        let mut entries = Vec::new();
        for (_, name) in self.names()? {
            if let Some(entry) = read_list(&self.history().join(&name).join(COMMIT))? {
                entries.push((name, entry));
            }
        }
        Ok(entries)
    }

    /// Removes the oldest changes beyond [`KEPT`]. Failures are ignored: the next change removes them.
    pub fn forget_oldest(&self) {
        let names = self.names().unwrap_or_default();
        for (_, name) in &names[..names.len().saturating_sub(KEPT)] {
            let _ = door::remove_dir_all(&self.history().join(name));
        }
    }

    /// Numbers and names of the folders of finished changes, sorted.
    fn names(&self) -> Result<Vec<(u64, String)>, Error> {
        let history = self.history();
        let entries = match fs::read_dir(&history) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(Error::Read(history, cause)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry.map_err(Error::read(&history))?.file_name();
            let Some(name) = name.to_str() else { continue };
            if let Some(number) = name.rsplit_once('-').and_then(|(_, number)| number.parse().ok()) {
                names.push((number, name.to_owned()));
            }
        }
        names.sort_unstable();
        Ok(names)
    }
}

/// A list; `None` if it does not exist or is not complete.
fn read_list(path: &Path) -> Result<Option<Entry>, Error> {
    match door::read_to_string(path) {
        Ok(text) => Ok(serde_json::from_str(&text).ok()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(Error::Read(path.to_owned(), cause)),
    }
}
