//! Puts made files into the output folder, all at once.
//!
//! Every file is made and compared with the one that is there; only what differs is written, into a staging
//! folder inside the output folder. When *every* file has been made, what would change can be told, and whether it can
//! be put in place ([`moves`](crate::output::moves)). Until then nothing outside the staging folder has changed, and
//! whatever fails from then on is undone ([`journal`](crate::output::journal)). Unchanged files keep their modification
//! times. Creating and deleting files is what costs: a rebuild that changes nothing reads and compares only.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::output::copy::{copy, is_copy};
use crate::output::journal::{finish, recover};
use crate::output::moves::plan;
use crate::output::place::Place;
use crate::output::seal::{self, Seal, Stamp};
use crate::render::{Artifact, Origin, StoredFile};

/// The most files in a row that one thread makes. Large pages stand beside each other: in longer rows all of them
/// would fall to one thread, and the others would wait for it.
const SHARE: usize = 2;

/// The result of a commit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files in the output now.
    pub files: usize,
    /// Of these, new or changed.
    pub written: usize,
    /// Files of the last build that are gone.
    pub removed: usize,
}

/// The changes that a commit would make, by paths below the output folder, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are not there yet.
    pub added: Vec<String>,
    /// Files that are there with other bytes.
    pub changed: Vec<String>,
    /// Files of the last build that are no longer made.
    pub removed: Vec<String>,
}

/// Every file made, what differs waiting to be put in place; dropped, it changes nothing.
#[derive(Debug)]
pub struct Staged {
    place: Place,
    /// Every file, with what it is stamped with, in order of their paths.
    files: Vec<(String, Option<Stamp>)>,
    changes: Changes,
    fsync: bool,
    committed: bool,
}

/// How a made file compares with the one in place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Added,
    Changed,
}

/// Makes every artifact and puts all of them below `folder`, or changes nothing there.
pub fn commit(artifacts: &[Artifact<'_>], folder: &Path) -> Result<Summary, Error> {
    stage(artifacts, folder, false, &|| ())?.commit(None)
}

/// Makes every artifact and compares it with what lies below `folder`, without writing anything; tells of each one that
/// is made.
pub fn compare(
    artifacts: &[Artifact<'_>],
    folder: &Path,
    told: &(dyn Fn() + Sync),
) -> Result<Changes, Error> {
    let place = Place::look(folder)?;
    make_all(artifacts, &place, None, told).map(|(_, changes)| changes)
}

/// Makes every artifact and stages what differs from what lies below `folder`; tells of each one that is made. With
/// `fsync` it is on the disk itself before anything is put in place, and so is that before it is called done.
pub fn stage(
    artifacts: &[Artifact<'_>],
    folder: &Path,
    fsync: bool,
    told: &(dyn Fn() + Sync),
) -> Result<Staged, Error> {
    let place = Place::open(folder)?;
    recover(&place)?;
    let mut staged =
        Staged { place, files: Vec::new(), changes: Changes::default(), fsync, committed: false };
    (staged.files, staged.changes) = make_all(artifacts, &staged.place, Some(Staging { fsync }), told)?;
    Ok(staged)
}

/// That what differs is staged, and how.
#[derive(Clone, Copy)]
struct Staging {
    fsync: bool,
}

/// Every file in order of the paths, and how they differ from those in place.
type Made = (Vec<(String, Option<Stamp>)>, Changes);

fn make_all(
    artifacts: &[Artifact<'_>],
    place: &Place,
    staging: Option<Staging>,
    told: &(dyn Fn() + Sync),
) -> Result<Made, Error> {
    let ours = place.files()?;
    let mut made: Vec<(&str, Kind, Option<Stamp>)> = artifacts
        .par_iter()
        .with_max_len(SHARE)
        .map(|artifact| make(artifact, place, staging, &ours).inspect(|_| told()))
        .collect::<Result<_, Error>>()?;
    made.sort_unstable_by_key(|(path, ..)| *path);
    let paths = |kind: Kind| {
        let found = made.iter().filter(|(_, made, _)| *made == kind);
        found.map(|(path, ..)| (*path).to_owned()).collect()
    };
    let is_made = |path: &str| made.binary_search_by_key(&path, |(path, ..)| path).is_ok();
    let changes = Changes {
        added: paths(Kind::Added),
        changed: paths(Kind::Changed),
        removed: ours.into_iter().filter(|path| !is_made(path)).collect(),
    };
    Ok((made.into_iter().map(|(path, _, stamp)| (path.to_owned(), stamp)).collect(), changes))
}

impl Staged {
    /// The changes that putting it in place will make.
    #[must_use]
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Puts everything in place, and seals it if a seal is given: then the same build need not be made again.
    pub fn commit(mut self, seal: Option<&Seal>) -> Result<Summary, Error> {
        let (files, stamps): (Vec<String>, Vec<Option<Stamp>>) =
            std::mem::take(&mut self.files).into_iter().unzip();
        let changes = &self.changes;
        let (written, removed) = (changes.added.len() + changes.changed.len(), changes.removed.len());
        let summary = Summary { files: files.len(), written, removed };
        let journal = plan(&self.place, changes, files)?;
        if written > 0 || removed > 0 || !self.place.has_manifest() {
            self.place.break_seal()?;
            finish(&self.place, &journal, self.fsync)?;
        }
        self.committed = true;
        if let Some(wanted) = seal {
            seal::seal(&self.place, &journal.files, stamps, wanted);
        }
        Ok(summary)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.committed {
            self.place.give_up();
        }
    }
}

/// Makes one file and stages it if it differs from the one in place; tells its path, how it compares, and its stamp.
///
/// A file or link that is there but not one of `ours` is somebody's own: it is left alone and the build refused.
fn make<'a>(
    artifact: &'a Artifact<'_>,
    place: &Place,
    staging: Option<Staging>,
    ours: &BTreeSet<String>,
) -> Result<(&'a str, Kind, Option<Stamp>), Error> {
    // A page is made before it is known whether it is there already; a copy is not.
    let bytes = match artifact.origin() {
        Origin::Recipe(recipe) => Bytes::Made(recipe()?),
        Origin::Copy(file) => Bytes::Stored(file),
    };
    let path = artifact.path.as_str();
    let target = place.target(path);
    let there = match fs::symlink_metadata(&target) {
        Ok(about) if bytes.are_in(&target, &about)? => {
            return Ok((path, Kind::Same, Stamp::of(&about)));
        }
        // A folder may be one of ours: that is looked into once all files are known.
        Ok(about) => !about.is_dir(),
        Err(error) if is_absence(&error) => false,
        Err(error) => return Err(Error::Read(target, error)),
    };
    if there && !ours.contains(path) {
        return Err(Error::ForeignFile(target));
    }
    let stamp = match staging {
        Some(Staging { fsync }) => Stamp::of(&write(&place.staged(path), &bytes, fsync)?),
        None => None,
    };
    Ok((path, if there { Kind::Changed } else { Kind::Added }, stamp))
}

/// The bytes of a file to be.
enum Bytes<'a> {
    Made(Vec<u8>),
    Stored(&'a StoredFile),
}

impl Bytes<'_> {
    /// Whether a file holds exactly these bytes; the lengths are compared first.
    fn are_in(&self, path: &Path, about: &Metadata) -> Result<bool, Error> {
        match self {
            Self::Made(bytes) => Ok(about.is_file()
                && about.len() == bytes.len() as u64
                && read(path).map_err(Error::read(path))? == *bytes),
            Self::Stored(file) => is_copy(file, about, path),
        }
    }
}

/// Nothing there, or a file where a folder on the way should be.
fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Writes a file, and the folders on its way if they are missing; tells what the system says of it then.
fn write(path: &Path, bytes: &Bytes<'_>, fsync: bool) -> Result<Metadata, Error> {
    let mut file = create(path).map_err(Error::write(path))?;
    match bytes {
        Bytes::Made(bytes) => file.write_all(bytes).map_err(Error::write(path))?,
        Bytes::Stored(stored) => copy(stored, &mut file, path)?,
    }
    if fsync {
        file.sync_all().map_err(Error::write(path))?;
    }
    let about = if cfg!(windows) {
        // Only a file that was closed tells when it was written.
        drop(file);
        fs::symlink_metadata(path)
    } else {
        // The open file need not be looked for.
        file.metadata()
    };
    about.map_err(Error::write(path))
}

/// A new file, in a folder that may have to be made first.
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
