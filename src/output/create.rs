//! One new file where somebody asked for it: whole, and never over another.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::output::door;

/// Writes a file that is not there yet. It is written under a hidden name first: whatever happens, a file of the name
/// that was asked for is whole.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists(path.to_owned()));
    }
    let mut name = OsString::from(".gongkai-");
    name.push(path.file_name().unwrap_or_default());
    let draft = path.with_file_name(name);
    let written = door::write(&draft, bytes).and_then(|()| name_it(&draft, path));
    if written.is_err() {
        // Not told: the run has failed already.
        let _ = door::remove_file(&draft);
    }
    written.map_err(Error::write(path))
}

/// Gives the draft its name, unless another file has it by now; some disks can only rename, which does not ask.
fn name_it(draft: &Path, path: &Path) -> io::Result<()> {
    match door::hard_link(draft, path) {
        Ok(()) => door::remove_file(draft),
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Err(cause),
        Err(_) => door::rename(draft, path),
    }
}
