//! A draft for people to go on with: written once, never over anything.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use crate::error::Error;

/// Writes a new file; one that is there stays as it is and is the world's refusal.
pub fn write_draft(path: &Path, text: &str) -> Result<(), Error> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|cause| {
        if cause.kind() == std::io::ErrorKind::AlreadyExists {
            Error::AlreadyThere(path.to_owned())
        } else {
            Error::Write(path.to_owned(), cause)
        }
    })
}
