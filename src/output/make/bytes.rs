//! The content of a new file: compared with a file in place, or written.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::copy::{copy, is_copy};
use crate::render::StoredFile;

/// The content of a new file.
pub(super) enum Bytes<'a> {
    Made(Vec<u8>),
    Stored(&'a StoredFile),
}

impl Bytes<'_> {
    /// Whether a file holds exactly these bytes; the lengths are compared first.
    pub(super) fn are_in(&self, path: &Path, about: &Metadata) -> Result<bool, Error> {
        match self {
            Self::Made(bytes) => Ok(about.is_file()
                && about.len() == bytes.len() as u64
                && read(path).map_err(Error::read(path))? == *bytes),
            Self::Stored(file) => is_copy(file, about, path),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Writes a file, with missing parent folders; returns its metadata.
pub(super) fn write(path: &Path, bytes: &Bytes<'_>, fsync: bool) -> Result<Metadata, Error> {
    let mut file = create(path).map_err(Error::write(path))?;
    match bytes {
        Bytes::Made(bytes) => file.write_all(bytes).map_err(Error::write(path))?,
        Bytes::Stored(stored) => copy(stored, &mut file, path)?,
    }
    if fsync {
        file.sync_all().map_err(Error::write(path))?;
    }
    let about = if cfg!(windows) {
        // The modification time is final only after closing.
        drop(file);
        fs::symlink_metadata(path)
    } else {
        // Metadata of the open file saves a look-up by path.
        file.metadata()
    };
    about.map_err(Error::write(path))
}

/// Creates a file, with its parent folders if they are missing.
#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn create(path: &Path) -> io::Result<File> {
    match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().map_or_else(PathBuf::new, Path::to_owned))?;
            File::create(path)
        }
        file => file,
    }
}
