//! Puts made files into the output folder, all at once.
//!
//! Every file is made and compared with the one that is there; only what differs is written, into a staging
//! folder inside the output folder. When *every* file has been made, a journal is written; from then on the
//! commit is finished, now or by the next run. Until then nothing outside the staging folder has changed.
//! Unchanged files keep their modification times. Creating and deleting files is what costs: a rebuild that
//! changes nothing reads and compares only.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::output::journal::{self, Journal, Place};
use crate::render::Artifact;

/// What a commit did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files in the output now.
    pub files: usize,
    /// Of these, new or changed.
    pub written: usize,
    /// Files of the last build that are gone.
    pub removed: usize,
}

/// Makes every artifact and puts all of them below `folder`, or changes nothing there.
pub fn commit(artifacts: &[Artifact<'_>], folder: &Path) -> Result<Summary, Error> {
    let place = Place::open(folder)?;
    journal::recover(&place)?;
    let ours = place.manifest()?;
    let made: Result<Vec<bool>, Error> =
        artifacts.par_iter().map(|artifact| stage(artifact, &place, &ours)).collect();
    let made = match made {
        Ok(made) => made,
        Err(error) => {
            place.give_up();
            return Err(error);
        }
    };
    let written = made.iter().filter(|written| **written).count();
    let now: BTreeSet<String> = artifacts.iter().map(|artifact| artifact.path.to_string()).collect();
    let stale: Vec<String> = ours.difference(&now).cloned().collect();
    let summary = Summary { files: now.len(), written, removed: stale.len() };
    if written > 0 || !stale.is_empty() || !place.has_manifest() {
        journal::finish(&place, &Journal { stale, files: now })?;
    }
    Ok(summary)
}

/// Makes one file and stages it if it differs from the one in place; tells whether it does.
///
/// A file that is there but not one of `ours` is somebody's own: it is left alone and the build refused.
fn stage(artifact: &Artifact<'_>, place: &Place, ours: &BTreeSet<String>) -> Result<bool, Error> {
    let bytes = artifact.make()?;
    let target = place.target(artifact.path.as_str());
    if is_same(&target, &bytes).map_err(Error::read(&target))? {
        return Ok(false);
    }
    if target.is_file() && !ours.contains(artifact.path.as_str()) {
        return Err(Error::ForeignFile(target));
    }
    let staged = place.staged(artifact.path.as_str());
    write(&staged, &bytes).map_err(Error::write(&staged))?;
    Ok(true)
}

/// Whether a file holds exactly these bytes; the lengths are compared first.
fn is_same(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_file() && about.len() == bytes.len() as u64 => Ok(read(path)? == bytes),
        Ok(_) => Ok(false),
        Err(error) if is_absence(&error) => Ok(false),
        Err(error) => Err(error),
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

/// Writes a file, and the folders on its way if they are missing.
#[expect(clippy::disallowed_methods, reason = "this is the door through which files leave")]
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(path, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().map_or_else(PathBuf::new, Path::to_owned))?;
            fs::write(path, bytes)
        }
        done => done,
    }
}
