//! New files at a path given by the user: written completely or not at all, never over an existing file.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::output::door;

/// Writes a new file, and the folders above it where they are missing. It is written under a hidden name first, so that the file with the given name is always complete.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists(path.to_owned()));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        door::create_dir_all(folder).map_err(Error::write(folder))?;
    }
    let mut name = OsString::from(".gongkai-");
    name.push(path.file_name().unwrap_or_default());
    let draft = path.with_file_name(name);
    let result = door::write(&draft, bytes).and_then(|()| rename_draft(&draft, path));
    if result.is_err() {
        // Ignored: the run has failed already.
        let _ = door::remove_file(&draft);
    }
    result.map_err(Error::write(path))
}

/// Writes several new files into a folder: all of them, or none. The names must be names of files, without folders.
pub fn create_all(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    let paths = || files.iter().map(|(name, bytes)| (folder.join(name), bytes));
    // Known before the first is written: an earlier run wrote some of them.
    if let Some((path, _)) = paths().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(Error::Exists(path));
    }
    for (done, (path, bytes)) in paths().enumerate() {
        if let Err(error) = create(&path, bytes) {
            for (path, _) in paths().take(done) {
                // Ignored: the run has failed already.
                let _ = door::remove_file(&path);
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Gives the draft its final name, unless a file with that name exists. Disks without hard links can only rename, which
/// would replace it.
fn rename_draft(draft: &Path, path: &Path) -> io::Result<()> {
    match door::hard_link(draft, path) {
        Ok(()) => door::remove_file(draft),
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Err(cause),
        Err(_) => door::rename(draft, path),
    }
}
