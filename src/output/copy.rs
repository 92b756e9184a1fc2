//! Files that are published as they are: copied by the system, compared in pieces, never whole in memory.
//!
//! Only files that were judged are published: a file that was written, or went away, since the content was read stops the
//! build.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use crate::error::Error;
use crate::render::{Artifact, Origin, StoredFile};

/// How much of each of two files is compared at once.
const PIECE: usize = 1 << 15;

impl Artifact<'_> {
    /// The bytes of the file, the same ones every time. A build does not ask for those of a copy; the preview does.
    pub fn make(&self) -> Result<Vec<u8>, Error> {
        match self.origin() {
            Origin::Recipe(recipe) => recipe(),
            Origin::Copy(file) => read(&file.path).map_err(refusal(file)),
        }
    }
}

/// Whether the file at `target` holds what the stored one holds.
pub fn is_copy(file: &StoredFile, about: &Metadata, target: &Path) -> Result<bool, Error> {
    if !about.is_file() || about.len() != file.length {
        return Ok(false);
    }
    let mut original = open(file)?;
    let mut copy = File::open(target).map_err(Error::read(target))?;
    let (mut wanted, mut there) = (Vec::with_capacity(PIECE), Vec::with_capacity(PIECE));
    loop {
        fill(&mut original, &mut wanted).map_err(refusal(file))?;
        fill(&mut copy, &mut there).map_err(Error::read(target))?;
        if wanted != there {
            return Ok(false);
        }
        if wanted.is_empty() {
            return still_the_same(file, &original).map(|()| true);
        }
    }
}

/// Copies a stored file into an empty one. The system does it where it can: on some disks without a byte being moved.
///
/// Not `fs::copy`, which copies permissions as well: a file that only its author may read would be published so.
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

/// Refuses a file that is not the one that was read.
fn still_the_same(file: &StoredFile, original: &File) -> Result<(), Error> {
    // By its name: another one may have taken its place.
    let about = fs::symlink_metadata(&file.path).map_err(refusal(file))?;
    let is_same = |about: &Metadata| (about.len(), about.modified().ok()) == (file.length, file.modified);
    let opened = original.metadata().map_err(refusal(file))?;
    if is_same(&about) && is_same(&opened) { Ok(()) } else { Err(Error::Changed(file.path.clone())) }
}

/// The refusal of a stored file: one that is gone was there when the content was read.
fn refusal(file: &StoredFile) -> impl FnOnce(io::Error) -> Error {
    let path = file.path.clone();
    move |cause| match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::Changed(path),
        _ => Error::Read(path, cause),
    }
}

/// The next piece of a file; empty at its end.
fn fill(file: &mut File, piece: &mut Vec<u8>) -> io::Result<()> {
    piece.clear();
    file.take(PIECE as u64).read_to_end(piece).map(drop)
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}
