//! Attached files for content in memory: they lie on the disk, as in a project.

use std::fs;
use std::path::{Path, PathBuf};

use gongkai::read::Content;
use gongkai::render::StoredFile;

/// A file on the disk as reading the content finds it.
pub fn stored(path: PathBuf) -> StoredFile {
    let about = fs::metadata(&path).unwrap();
    StoredFile { path, length: about.len(), modified: about.modified().ok() }
}

/// Writes a file into a folder and adds it to the content under its path there.
pub fn attach(content: &mut Content, folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let place = folder.join(path.replace('/', "-"));
    fs::write(&place, bytes).unwrap();
    content.files.insert(path.to_owned(), stored(place));
}
