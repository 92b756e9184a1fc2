//! Files that are published unchanged: copied by the system, compared in chunks, never whole in memory.
//!
//! Only checked files are published: a file that was changed or removed since the content was read stops the build.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use crate::error::Error;
use crate::render::{Artifact, Origin, StoredFile};

/// Size of a chunk in bytes.
const PIECE: usize = 1 << 15;

impl Artifact<'_> {
    /// The bytes of the file. Only the preview needs the bytes of a copy; a build copies the file.
    pub fn make(&self) -> Result<Vec<u8>, Error> {
        match self.origin() {
            Origin::Recipe(recipe) => recipe(),
            Origin::WithFiles(files, recipe) => recipe(&stored(files)?),
            Origin::Copy(file) => read(&file.path).map_err(refusal(file)),
        }
    }
}

/// The bytes of stored files that become parts of another one.
pub fn stored(files: &[&StoredFile]) -> Result<Vec<Vec<u8>>, Error> {
    let bytes = |file: &&StoredFile| {
        let (mut original, mut bytes) = (open(file)?, Vec::new());
        original.read_to_end(&mut bytes).map_err(refusal(file))?;
        still_the_same(file, &original).map(|()| bytes)
    };
    files.iter().map(bytes).collect()
}

/// Whether the file at `target` has the same bytes as the stored file.
pub fn is_copy(file: &StoredFile, about: &Metadata, target: &Path) -> Result<bool, Error> {
    if !about.is_file() || about.len() != file.length {
        return Ok(false);
    }
    let mut original = open(file)?;
    let mut copy = File::open(target).map_err(Error::read(target))?;
    let (mut wanted, mut there) = (Vec::with_capacity(PIECE), Vec::with_capacity(PIECE));
    loop {
        read_chunk(&mut original, &mut wanted).map_err(refusal(file))?;
        read_chunk(&mut copy, &mut there).map_err(Error::read(target))?;
        if wanted != there {
            return Ok(false);
        }
        if wanted.is_empty() {
            return still_the_same(file, &original).map(|()| true);
        }
    }
}

/// Copies a stored file into an empty file, by the system if possible; some file systems share the blocks.
///
/// Not `fs::copy`, because it copies permissions, too: a file readable only by its author would stay unreadable.
pub fn copy(file: &StoredFile, target: &mut File, path: &Path) -> Result<(), Error> {
    let mut original = open(file)?;
    io::copy(&mut original, target).map_err(Error::write(path))?;
    still_the_same(file, &original)
}

fn open(file: &StoredFile) -> Result<File, Error> {
    let original = File::open(&file.path).map_err(refusal(file))?;
    still_the_same(file, &original)?;
    Ok(original)
}

/// Fails if the file was changed since it was read.
fn still_the_same(file: &StoredFile, original: &File) -> Result<(), Error> {
    // By path, because another file may have replaced it.
    let about = fs::symlink_metadata(&file.path).map_err(refusal(file))?;
    let is_same = |about: &Metadata| (about.len(), about.modified().ok()) == (file.length, file.modified);
    let opened = original.metadata().map_err(refusal(file))?;
    if is_same(&about) && is_same(&opened) { Ok(()) } else { Err(Error::Changed(file.path.clone())) }
}

/// The error for a stored file: a missing file was removed since the content was read.
fn refusal(file: &StoredFile) -> impl FnOnce(io::Error) -> Error {
    let path = file.path.clone();
    move |cause| match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::Changed(path),
        _ => Error::Read(path, cause),
    }
}

/// Reads the next chunk of a file; empty at the end.
fn read_chunk(file: &mut File, piece: &mut Vec<u8>) -> io::Result<()> {
    piece.clear();
    file.take(PIECE as u64).read_to_end(piece).map(drop)
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}
