//! Puts a build in place, undoable until its last step.
//!
//! `.gongkai/journal` is written before the first file moves. It lists the files to be moved away, the files and folders
//! to be put in place, and every file of the new build. Old files are not deleted but moved to `aside/`, named by their
//! number, so that the disk shows how far a build came: an old file was moved if it lies in `aside/`, a new file or
//! folder was put in place if it is no longer in `staging/`. The last step renames the journal to the manifest. Until
//! then a failure undoes everything at once, and a killed run is undone by the next run that writes.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::Error;
use crate::output::door::{self, unless_missing};
use crate::output::place::{Place, is_interrupted};

/// The changes of a build, and all its files.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Files of the last build to be removed.
    pub stale: Vec<String>,
    /// Files of the last build to be replaced.
    pub changed: Vec<String>,
    /// New files and whole new folders.
    pub added: Vec<String>,
    /// Every file of the new build, sorted.
    pub files: Vec<String>,
}

/// Puts the staged files in place, or leaves everything as it was.
pub fn finish(place: &Place, journal: &Journal, fsync: bool) -> Result<(), Error> {
    let path = place.journal();
    if fsync {
        sync_below(&place.staged(""))?;
    }
    door::replace(&path, &journal.text(), fsync).map_err(Error::write(&path))?;
    match put_in_place(place, journal, fsync) {
        Ok(()) => {
            // The next run clears what cannot be cleared now.
            let _ = place.clear();
            Ok(())
        }
        Err(cause) => Err(cause.with(undo(place, journal))),
    }
}

/// Undoes the moves of a killed build and deletes its staged files. Returns whether there was anything to undo.
pub fn recover(place: &Place) -> Result<bool, Error> {
    let path = place.journal();
    let text = match door::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return place.clear().map(|()| false),
        Err(error) => return Err(Error::Read(path, error)),
    };
    // An incomplete journal was not flushed before a power failure: its moves are unknown and cannot be undone.
    let journal = Journal::parse(&text).unwrap_or_default();
    undo(place, &journal)?;
    place.clear().map(|()| true)
}

/// Undoes a killed build into a folder; returns whether there was one. A build that holds the lock is still running.
pub fn restore(folder: &Path) -> Result<bool, Error> {
    if !is_interrupted(folder) {
        return Ok(false);
    }
    match Place::open(folder) {
        Ok(place) => recover(&place),
        Err(Error::Locked(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

fn put_in_place(place: &Place, journal: &Journal, fsync: bool) -> Result<(), Error> {
    let aside = place.aside();
    door::create_dir_all(&aside).map_err(Error::write(&aside))?;
    if fsync {
        // Flushes the directory entries of the journal and of `aside/`.
        let own = place.bookkeeping();
        door::sync_folder(&own).map_err(Error::write(&own))?;
    }
    let mut number = 0..;
    let mut set_aside = |path: &str| {
        let (from, to) = (place.target(path), aside.join(number.next().unwrap_or_default().to_string()));
        door::rename(&from, &to).map_err(Error::write(&from))
    };
    let put = |path: &str| {
        let target = place.target(path);
        door::rename(&place.staged(path), &target).map_err(Error::write(&target))
    };
    // Folders that get new files are not removed in between, so that they keep their owner and permissions.
    let put_later = journal.changed.iter().chain(&journal.added).filter(|_| !journal.stale.is_empty());
    let to_fill: BTreeSet<&str> = put_later.flat_map(|path| folders_of(path)).collect();
    for path in &journal.stale {
        set_aside(path)?;
        remove_empty_folders(place, path, |folder| to_fill.contains(folder));
    }
    // Each file is replaced right after it was moved away, so that no page is missing for long.
    for path in &journal.changed {
        set_aside(path)?;
        put(path)?;
    }
    for path in &journal.added {
        put(path)?;
    }
    if fsync {
        sync_folders(place, journal)?;
    }
    let manifest = place.manifest();
    door::rename(&place.journal(), &manifest).map_err(Error::write(&manifest))?;
    // The build is complete; a failure to flush does not undo it.
    if fsync {
        let _ = door::sync_folder(&place.bookkeeping());
    }
    Ok(())
}

/// Removes the files that were put in place and restores the files in `aside/`. Idempotent. A step that fails does not
/// stop the others; the journal then stays for the next run.
fn undo(place: &Place, journal: &Journal) -> Result<(), Error> {
    let moved = |path: &&String| fs::symlink_metadata(place.staged(path)).is_err();
    let added = journal.added.iter().rev().filter(moved).map(|path| remove_added(place, journal, path));
    let all = added.fold(Ok(()), Result::and);
    let moved_away = journal.stale.iter().chain(&journal.changed).enumerate();
    let all = moved_away.map(|(n, path)| restore_file(place, n, path)).fold(all, Result::and);
    all?;
    // The journal goes first: with it, a half-cleared folder would be misread as the state of a build.
    let path = place.journal();
    door::remove_file(&path).map_err(Error::write(&path))
}

/// Removes a new file, or the new files of a new folder; files that others put there stay.
fn remove_added(place: &Place, journal: &Journal, added: &str) -> Result<(), Error> {
    let below = format!("{added}/");
    let from = journal.files.partition_point(|path| *path < below);
    let inside = journal.files[from..].iter().take_while(|path| path.starts_with(&below));
    // A file with the name of a new folder is the old file, restored already.
    let is_file = journal.files.binary_search_by(|path| path.as_str().cmp(added)).is_ok();
    let mut all = if is_file { remove_new(&place.target(added)) } else { Ok(()) };
    for path in inside {
        all = all.and(remove_new(&place.target(path)));
        remove_empty_folders(place, path, |folder| folder.len() < added.len());
    }
    all
}

/// Removes a new file. A folder of its name is the old folder, restored already.
fn remove_new(target: &Path) -> Result<(), Error> {
    match fs::symlink_metadata(target) {
        Ok(about) if !about.is_dir() => {
            unless_missing(door::remove_file(target)).map_err(Error::write(target))
        }
        _ => Ok(()),
    }
}

/// Restores the file with this number in `aside/`.
fn restore_file(place: &Place, number: usize, path: &str) -> Result<(), Error> {
    let (from, to) = (place.aside().join(number.to_string()), place.target(path));
    if fs::symlink_metadata(&from).is_err() {
        return Ok(());
    }
    let home = to.parent().unwrap_or(&to);
    let put = door::create_dir_all(home).and_then(|()| door::rename(&from, &to));
    put.map_err(Error::write(&to))
}

/// The parent folders of a path.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(slash, _)| &path[..slash])
}

/// Removes the empty parent folders of a file, up to the first that `stays`.
fn remove_empty_folders(place: &Place, mut path: &str, stays: impl Fn(&str) -> bool) {
    while let Some((folder, _)) = path.rsplit_once('/') {
        if stays(folder) || door::remove_dir(&place.target(folder)).is_err() {
            return;
        }
        path = folder;
    }
}

/// Flushes all folders in which files were moved.
fn sync_folders(place: &Place, journal: &Journal) -> Result<(), Error> {
    let moved = journal.stale.iter().chain(&journal.changed).chain(&journal.added);
    let homes = moved
        .filter_map(|path| place.target(path).ancestors().skip(1).find(|f| f.is_dir()).map(Path::to_owned));
    let own = [place.aside(), place.bookkeeping()];
    let folders: BTreeSet<PathBuf> = homes.chain(own).collect();
    folders.iter().try_for_each(|folder| door::sync_folder(folder).map_err(Error::write(folder)))
}

/// Flushes the names of all staged files; their bytes were flushed as they were written.
fn sync_below(folder: &Path) -> Result<(), Error> {
    // Without staged files the folder does not exist.
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let mut folders = entries.filter(|entry| entry.file_type().is_dir());
    folders.try_for_each(|entry| door::sync_folder(entry.path()).map_err(Error::write(entry.path())))
}

/// The last line of a complete journal.
const END: &str = ">";

impl Journal {
    fn text(&self) -> String {
        let marked = [("<", &self.stale), ("|", &self.changed), (">", &self.added), ("", &self.files)];
        let lines = marked
            .into_iter()
            .flat_map(|(mark, paths)| paths.iter().map(move |path| format!("{mark}{path}\n")));
        lines.chain([format!("{END}\n")]).collect()
    }

    /// `None` if the journal is incomplete.
    fn parse(text: &str) -> Option<Self> {
        let mut journal = Self::default();
        for line in text.strip_suffix('\n')?.strip_suffix(END)?.lines() {
            let (list, path) = match line.split_at_checked(1) {
                Some(("<", path)) => (&mut journal.stale, path),
                Some(("|", path)) => (&mut journal.changed, path),
                Some((">", path)) => (&mut journal.added, path),
                _ => (&mut journal.files, line),
            };
            list.push(path.to_owned());
        }
        Some(journal)
    }
}

#[cfg(test)]
mod tests {
    use super::Journal;

    #[test]
    fn a_journal_survives_being_written() {
        let journal = Journal {
            stale: vec!["site/旧.html".into()],
            changed: vec!["site/=a.html".into()],
            added: vec!["handout".into()],
            files: vec!["handout/a.xlsx".into(), "site/=a.html".into(), "site/-b.html".into()],
        };
        let text = journal.text();
        assert_eq!(Journal::parse(&text), Some(journal));
        assert_eq!(Journal::parse(&text[..text.len() / 2]), None);
        assert_eq!(Journal::parse(""), None);
    }
}
