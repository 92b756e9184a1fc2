//! The calls that read one file of the disk.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};
use std::path::Path;

use walkdir::DirEntry;

use crate::error::Error;
use crate::model::stored::StoredFile;
use crate::read::workbook::Limits;

/// The bytes of a file.
#[expect(clippy::disallowed_methods, reason = "this is the door through which content enters")]
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(Error::read(path))
}

/// The bytes of a text of the project, by its path below the project's root.
pub fn text_bytes(root: &Path, path: &str) -> Result<Vec<u8>, Error> {
    read(&root.join(path))
}

/// Length, time and place of a file, without its content.
pub fn stored(entry: &DirEntry) -> Result<StoredFile, Error> {
    let about = fs::symlink_metadata(entry.path()).map_err(Error::read(entry.path()))?;
    Ok(StoredFile { path: entry.path().to_owned(), length: about.len(), modified: about.modified().ok() })
}

/// Length, time and place of a named file.
pub fn stored_file(path: &Path) -> Result<StoredFile, Error> {
    let about = fs::metadata(path).map_err(Error::read(path))?;
    Ok(StoredFile { path: path.to_owned(), length: about.len(), modified: about.modified().ok() })
}

/// Hashes every byte of a file, however large, in a little memory.
pub fn hash(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    let mut file = File::open(path)?;
    let mut buffer = [0; 1 << 14];
    let mut length = 0;
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            n => {
                hasher.write(&buffer[..n]);
                length += n;
            }
        }
    }
    hasher.write_usize(length);
    Ok(())
}

/// The bytes of a file of the content, for those who look inside: `None` of one that is longer than `most`, or that
/// went away since it was found.
pub fn bytes_up_to(file: &StoredFile, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(&file.path).ok()?.take(most.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= most).then_some(bytes)
}

/// The bytes of a named workbook. Of a workbook too large for `limits` only the beginning is read: the door to
/// workbooks refuses it.
pub fn workbook_bytes(path: &Path, limits: Limits) -> Result<Vec<u8>, Error> {
    paper_bytes(path, limits.bytes)
}

/// The bytes of a named file, up to the first one too many.
pub fn paper_bytes(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let file = File::open(path).map_err(Error::read(path))?;
    beginning(file, most).map_err(Error::read(path))
}

/// The bytes of standard input, up to the first one too many.
pub fn standard_input(most: usize) -> Result<Vec<u8>, Error> {
    beginning(io::stdin().lock(), most).map_err(Error::read(Path::new("-")))
}

fn beginning(from: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
