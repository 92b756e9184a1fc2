//! Hidden drafts of a project's own files, written beside their targets and renamed into place.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::door::{self, unless_missing};

/// Writes a new file beside its target, with the permissions of the old one.
pub(super) fn write_draft(target: &Path, draft: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = target.parent().unwrap_or(target);
    door::create_dir_all(folder).map_err(Error::write(folder))?;
    door::write(draft, bytes).map_err(Error::write(target))?;
    match fs::metadata(target) {
        Ok(about) => door::set_permissions(draft, about.permissions()).map_err(Error::write(target)),
        Err(_) => Ok(()),
    }
}

/// Renames a draft into place, or removes the file.
pub(super) fn put(draft: &Path, target: &Path, is_kept: bool) -> Result<(), Error> {
    let done = if is_kept { door::rename(draft, target) } else { unless_missing(door::remove_file(target)) };
    done.map_err(Error::write(target))
}

/// The hidden name under which a new file is written beside its target, on the same disk.
pub(super) fn draft(root: &Path, path: &str) -> PathBuf {
    let target = root.join(path);
    let mut name = OsString::from(".gongkai-");
    name.push(target.file_name().unwrap_or_default());
    target.with_file_name(name)
}

/// The bytes of a file; `None` if it does not exist.
pub(super) fn bytes(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match door::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(Error::Read(path.to_owned(), cause)),
    }
}
