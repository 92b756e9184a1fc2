//! Puts a build in place so that it can be undone until its last step.
//!
//! `.gongkai/journal` is written before the first file moves. It lists what gives way, what is put in place, and every
//! file of the new build. A file that gives way is not deleted but set aside, under its number, so that whatever has
//! happened can be seen on the disk: it was moved if it lies in `aside/`, and a new file or folder was put in place if it
//! is no longer in `staging/`. The last step gives the journal the manifest's name: until then a failure undoes
//! everything at once, and a killed run is undone by the next one that writes; after it, there is nothing to undo.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::Error;
use crate::output::door::{self, unless_missing};
use crate::output::place::{Place, is_interrupted};

/// The changes of a build, and every file that it consists of.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Files of the last build that go.
    pub stale: Vec<String>,
    /// Files of the last build that others replace.
    pub changed: Vec<String>,
    /// Files and whole folders that stand where nothing was.
    pub added: Vec<String>,
    /// Every file of the new build, in order.
    pub files: Vec<String>,
}

/// Puts what is staged in place, or leaves everything as it was.
pub fn finish(place: &Place, journal: &Journal, fsync: bool) -> Result<(), Error> {
    let path = place.journal();
    if fsync {
        sync_below(&place.staged(""))?;
    }
    door::replace(&path, &journal.text(), fsync).map_err(Error::write(&path))?;
    match put_in_place(place, journal, fsync) {
        Ok(()) => {
            // What cannot be cleared away now, the next run clears away.
            let _ = place.clear();
            Ok(())
        }
        Err(cause) => Err(cause.with(undo(place, journal))),
    }
}

/// Undoes what a killed build had begun to put in place, and throws away what it had only staged. Tells whether there
/// was anything to undo.
pub fn recover(place: &Place) -> Result<bool, Error> {
    let path = place.journal();
    let text = match door::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return place.clear().map(|()| false),
        Err(error) => return Err(Error::Read(path, error)),
    };
    // One that is not whole was never on the disk as a whole: then power failed, and what it says is not known.
    let journal = Journal::parse(&text).unwrap_or_default();
    undo(place, &journal)?;
    place.clear().map(|()| true)
}

/// Undoes a build into a folder that was killed; tells whether there was one. A build that is still at work there is no
/// killed one.
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
        // The journal's name, and that of the folder.
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
    // A folder that is empty for a moment only keeps its owner and its permissions.
    let put_later = journal.changed.iter().chain(&journal.added).filter(|_| !journal.stale.is_empty());
    let filled: BTreeSet<&str> = put_later.flat_map(|path| folders_of(path)).collect();
    for path in &journal.stale {
        set_aside(path)?;
        remove_empty_folders(place, path, |folder| filled.contains(folder));
    }
    // One after the other, so that no page is missing for longer than that takes.
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
    // The build is complete: what fails now is no reason to undo it.
    if fsync {
        let _ = door::sync_folder(&place.bookkeeping());
    }
    Ok(())
}

/// Takes away what was put in place and puts back what was set aside, as far as either has happened. Can be done again
/// after it was done in part. One step that fails keeps no other from being done; then the journal stays.
fn undo(place: &Place, journal: &Journal) -> Result<(), Error> {
    let moved = |path: &&String| fs::symlink_metadata(place.staged(path)).is_err();
    let added = journal.added.iter().rev().filter(moved).map(|path| take_away(place, journal, path));
    let all = added.fold(Ok(()), Result::and);
    let gave_way = journal.stale.iter().chain(&journal.changed).enumerate();
    let all = gave_way.map(|(n, path)| put_back(place, n, path)).fold(all, Result::and);
    all?;
    // Before anything is cleared away: without it, what lies there is no longer taken for what has happened.
    let path = place.journal();
    door::remove_file(&path).map_err(Error::write(&path))
}

/// Takes away a new file, or the new files of a new folder; what others put into it stays.
fn take_away(place: &Place, journal: &Journal, added: &str) -> Result<(), Error> {
    let below = format!("{added}/");
    let from = journal.files.partition_point(|path| *path < below);
    let inside = journal.files[from..].iter().take_while(|path| path.starts_with(&below));
    // Where a folder was new, a file of its name is the one that had given way to it, and is back.
    let is_file = journal.files.binary_search_by(|path| path.as_str().cmp(added)).is_ok();
    let mut all = if is_file { remove_new(&place.target(added)) } else { Ok(()) };
    for path in inside {
        all = all.and(remove_new(&place.target(path)));
        remove_empty_folders(place, path, |folder| folder.len() < added.len());
    }
    all
}

/// Removes a new file. A folder of its name is the one that had given way to it, and is back.
fn remove_new(target: &Path) -> Result<(), Error> {
    match fs::symlink_metadata(target) {
        Ok(about) if !about.is_dir() => {
            unless_missing(door::remove_file(target)).map_err(Error::write(target))
        }
        _ => Ok(()),
    }
}

/// Puts back the file of that number among those that gave way.
fn put_back(place: &Place, number: usize, path: &str) -> Result<(), Error> {
    let (from, to) = (place.aside().join(number.to_string()), place.target(path));
    if fs::symlink_metadata(&from).is_err() {
        return Ok(());
    }
    let home = to.parent().unwrap_or(&to);
    let put = door::create_dir_all(home).and_then(|()| door::rename(&from, &to));
    put.map_err(Error::write(&to))
}

/// The folders in which a path lies.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(slash, _)| &path[..slash])
}

/// Removes the folders on the way to a file that are empty now, up to the first that `stays`.
fn remove_empty_folders(place: &Place, mut path: &str, stays: impl Fn(&str) -> bool) {
    while let Some((folder, _)) = path.rsplit_once('/') {
        if stays(folder) || door::remove_dir(&place.target(folder)).is_err() {
            return;
        }
        path = folder;
    }
}

/// Waits until everything that was moved is where it is on the disk itself.
fn sync_folders(place: &Place, journal: &Journal) -> Result<(), Error> {
    let moved = journal.stale.iter().chain(&journal.changed).chain(&journal.added);
    let homes = moved
        .filter_map(|path| place.target(path).ancestors().skip(1).find(|f| f.is_dir()).map(Path::to_owned));
    let own = [place.aside(), place.bookkeeping()];
    let folders: BTreeSet<PathBuf> = homes.chain(own).collect();
    folders.iter().try_for_each(|folder| door::sync_folder(folder).map_err(Error::write(folder)))
}

/// Waits until the names of all staged files are on the disk itself; their bytes are since they were written.
fn sync_below(folder: &Path) -> Result<(), Error> {
    // Nothing is staged where files only go: then there is no such folder.
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let mut folders = entries.filter(|entry| entry.file_type().is_dir());
    folders.try_for_each(|entry| door::sync_folder(entry.path()).map_err(Error::write(entry.path())))
}

/// The last line of a journal that is whole.
const END: &str = ">";

impl Journal {
    fn text(&self) -> String {
        let marked = [("<", &self.stale), ("|", &self.changed), (">", &self.added), ("", &self.files)];
        let lines = marked
            .into_iter()
            .flat_map(|(mark, paths)| paths.iter().map(move |path| format!("{mark}{path}\n")));
        lines.chain([format!("{END}\n")]).collect()
    }

    /// `None` of one that is not whole.
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
