//! Makes files and compares them with those in place.

mod bytes;

use std::collections::BTreeSet;
use std::fs;
use std::io;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::output::changes::Changes;
use crate::output::copy::stored;
use crate::output::make::bytes::{Bytes, write};
use crate::output::place::Place;
use crate::output::seal::Stamp;
use crate::render::{Artifact, Origin};

/// Maximum number of adjacent files that one thread makes. Large pages are adjacent: longer runs would give all of them
/// to one thread, and the others would idle.
const SHARE: usize = 2;

/// Options of staging.
#[derive(Clone, Copy)]
pub struct Staging {
    /// Flush staged files.
    pub fsync: bool,
}

/// Every file sorted by path, and the changes.
pub type Made = (Vec<(String, Option<Stamp>)>, Changes);

/// Result of comparing a made file with the existing one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Added,
    Changed,
}

/// Makes every artifact and compares it with the file in place; with `staging`, stages it if it differs. Calls `on_made`
/// after each.
pub fn make_all(
    artifacts: &[Artifact<'_>],
    place: &Place,
    staging: Option<Staging>,
    on_made: &(dyn Fn() + Sync),
) -> Result<Made, Error> {
    let ours = place.files()?;
    let mut made: Vec<(&str, Kind, Option<Stamp>)> = artifacts
        .par_iter()
        .with_max_len(SHARE)
        .map(|artifact| make(artifact, place, staging, &ours).inspect(|_| on_made()))
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

/// Makes one file and stages it if it differs from the one in place; tells its path, how it compares, and its stamp.
///
/// An existing file or link that is not in `ours` was made by others: it is kept, and the build fails.
fn make<'a>(
    artifact: &'a Artifact<'_>,
    place: &Place,
    staging: Option<Staging>,
    ours: &BTreeSet<String>,
) -> Result<(&'a str, Kind, Option<Stamp>), Error> {
    // A page has to be made for the comparison; a copy does not.
    let bytes = match artifact.origin() {
        Origin::Recipe(recipe) => Bytes::Made(recipe()?),
        Origin::WithFiles(files, recipe) => Bytes::Made(recipe(&stored(files)?)?),
        Origin::Copy(file) => Bytes::Stored(file),
    };
    let path = artifact.path.as_str();
    let target = place.target(path);
    let there = match fs::symlink_metadata(&target) {
        Ok(about) if bytes.are_in(&target, &about)? => {
            return Ok((path, Kind::Same, Stamp::of(&about)));
        }
        // Whether a folder holds only files of ours is checked once all files are known.
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

/// Whether an error means that nothing exists at the path, or that a parent is a file.
fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
