//! New files among those that people wrote: all of them, or none, and nothing written over.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Begins the name of a file that is not in place yet; reading content passes over names that begin with a point.
const DRAFT: &str = ".gongkai-";

/// Adds files below a folder, each by its path with `/`. When one cannot be written, those before it are taken back.
///
/// All are written under other names first, so that a full disk or a missing permission shows before the first is
/// in place. A run that is killed between two of them leaves whole files only, and the same run completes it: what is
/// there already says the same.
pub fn add(folder: &Path, files: &[(String, String)]) -> Result<(), Error> {
    let mut done = Undo::default();
    let written = write_all(folder, files, &mut done);
    if written.is_err() {
        done.undo();
    }
    written
}

/// Fills a folder that is not there yet, or empty, with files, as [`add`] does.
pub fn fill(folder: &Path, files: &[(String, String)]) -> Result<(), Error> {
    match fs::read_dir(folder).map(|mut entries| entries.next()) {
        Ok(None) => add(folder, files),
        Ok(Some(_)) => Err(Error::NotEmpty(folder.to_owned())),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => add(folder, files),
        Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => Err(Error::Exists(folder.to_owned())),
        Err(cause) => Err(Error::Read(folder.to_owned(), cause)),
    }
}

fn write_all(folder: &Path, files: &[(String, String)], done: &mut Undo) -> Result<(), Error> {
    let mut drafts = Vec::new();
    for (path, text) in files {
        let target = folder.join(path);
        let (home, name) = (target.parent().unwrap_or(folder), target.file_name().unwrap_or_default());
        done.create(home)?;
        let draft = home.join(format!("{DRAFT}{}", name.to_string_lossy()));
        done.files.push(draft.clone());
        write(&draft, text).map_err(Error::write(&draft))?;
        drafts.push((draft, target));
    }
    for (draft, target) in drafts {
        if target.symlink_metadata().is_ok() {
            return Err(Error::Write(target, io::ErrorKind::AlreadyExists.into()));
        }
        rename(&draft, &target).map_err(Error::write(&target))?;
        done.files.push(target);
    }
    Ok(())
}

/// What has to go again if it does not end well.
#[derive(Default)]
struct Undo {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Undo {
    /// Makes a folder, and those on the way to it that are missing.
    fn create(&mut self, folder: &Path) -> Result<(), Error> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        self.folders.extend(missing.into_iter().rev().map(Path::to_owned));
        create_dir_all(folder).map_err(Error::write(folder))
    }

    /// Failing here is not told: the run has failed already.
    fn undo(self) {
        for file in self.files {
            let _ = remove_file(&file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn create_dir_all(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn remove_file(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}
