//! One new file where somebody asked for it: whole, and never over another.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use crate::error::Error;

/// Writes a file that is not there yet. One that could not be written whole is taken away again.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists(path.to_owned()));
    }
    let mut file: File =
        OpenOptions::new().write(true).create_new(true).open(path).map_err(Error::write(path))?;
    let written = file.write_all(bytes);
    if written.is_err() {
        drop(file);
        remove(path);
    }
    written.map_err(Error::write(path))
}

/// Failing here is not told: the run has failed already.
#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn remove(path: &Path) {
    let _ = std::fs::remove_file(path);
}
