//! 封条: a record of the last build, by which an equal build is skipped.
//!
//! Equal content on the same day gives equal bytes. So a build is skipped if its basis (all input, the day, the options,
//! the program) equals that of the last build and nobody touched its files. `.gongkai/seal` holds the basis, the stamp
//! of every file, and the printed findings, which are printed again. If anything differs or cannot be read, the build
//! runs as if there were no seal.

use std::fmt::Write;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::output::changes::Summary;
use crate::output::journal::recover;
use crate::output::place::{self, Place};

/// The record of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// All inputs of the build, in one line.
    pub basis: String,
    /// The findings as they were printed.
    pub told: String,
}

/// Length of a file in bytes, and time of its last modification in nanoseconds since 1970; they change when somebody
/// writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: u128,
}

impl Stamp {
    /// The stamp of a file; `None` for a folder, or without a modification time.
    pub fn of(about: &Metadata) -> Option<Self> {
        let modified = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        about.is_file().then_some(Self { length: about.len(), modified })
    }
}

/// A build that can be skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchanged {
    /// The summary, without changes.
    pub summary: Summary,
    /// The findings that the last build printed.
    pub told: String,
}

/// The last build into `folder`, if it has the same basis and nobody touched its files since.
pub fn unchanged(folder: &Path, basis: &str) -> Result<Option<Unchanged>, Error> {
    let same_basis = |text: &String| text.strip_prefix(basis).is_some_and(|rest| rest.starts_with('\n'));
    if !place::seal(folder).as_ref().is_some_and(same_basis) {
        return Ok(None);
    }
    // Checked again under the lock: another build may have changed the folder, or was killed in it.
    let place = Place::open(folder)?;
    recover(&place)?;
    let files: Vec<String> = place.files()?.into_iter().collect();
    let stamp =
        |path: &String| fs::symlink_metadata(place.target(path)).ok().and_then(|about| Stamp::of(&about));
    let Some(text) = place::seal(folder).filter(same_basis) else { return Ok(None) };
    let Some(head) = head(basis, &files, files.par_iter().map(stamp).collect()) else { return Ok(None) };
    let summary = Summary { files: files.len(), ..Summary::default() };
    Ok(text
        .strip_prefix(&head)
        .and_then(complete_findings)
        .map(|told| Unchanged { summary, told: told.to_owned() }))
}

/// The printed findings, if they are complete: their length is written before them.
fn complete_findings(rest: &str) -> Option<&str> {
    let (length, told) = rest.split_once('\n')?;
    (length.parse() == Ok(told.len())).then_some(told)
}

/// Writes the seal of a folder. Failures are ignored: the build has succeeded, and the next one is not skipped.
pub fn seal(place: &Place, files: &[String], stamps: Vec<Option<Stamp>>, seal: &Seal) {
    let Some(head) = head(&seal.basis, files, stamps) else { return };
    let text = format!("{head}{}\n{}", seal.told.len(), seal.told);
    if place::seal(place.folder()).is_none_or(|there| there != text) {
        place.put_seal(&text);
    }
}

/// The basis and the stamps of all files; `None` if a file has no stamp.
fn head(basis: &str, files: &[String], stamps: Vec<Option<Stamp>>) -> Option<String> {
    let mut head = format!("{basis}\n");
    for (path, stamp) in files.iter().zip(stamps) {
        let Stamp { length, modified } = stamp?;
        writeln!(head, "{length} {modified} {path}").ok()?;
    }
    Some(head)
}
