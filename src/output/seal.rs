//! 封条: tells without making anything that a build would make what lies there already.
//!
//! Same content, same day: same bytes. So a build whose basis (everything read, the day, the options, the program)
//! is that of the last one need make nothing, as long as nobody touched its files. `.gongkai/seal` holds the basis,
//! the stamp of every file as it was made or found, and the findings, which are told again.
//! Where anything differs or cannot be read, the build runs as if there were no seal: it saves time and decides nothing.

use std::fmt::Write;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::output::Summary;
use crate::output::journal::recover;
use crate::output::place::{self, Place};

/// The memory of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its inputs, in one line.
    pub basis: String,
    /// Its findings as they were printed.
    pub told: String,
}

/// The properties of a file that change when somebody writes it: its length in bytes, and the time when it was last
/// written, in nanoseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: u128,
}

impl Stamp {
    /// That of a file; `None` where it is none or tells no time.
    pub fn of(about: &Metadata) -> Option<Self> {
        let modified = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        about.is_file().then_some(Self { length: about.len(), modified })
    }
}

/// A build that need not be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchanged {
    /// The result of the commit, which had nothing to do.
    pub summary: Summary,
    /// The output of the build that made the files.
    pub told: String,
}

/// The last build into `folder`, if it was made from the same and nobody touched its files since.
pub fn unchanged(folder: &Path, basis: &str) -> Result<Option<Unchanged>, Error> {
    let same_basis = |text: &String| text.strip_prefix(basis).is_some_and(|rest| rest.starts_with('\n'));
    if !place::seal(folder).as_ref().is_some_and(same_basis) {
        return Ok(None);
    }
    // Looked at again once nobody else can be at work: a build that was killed may have to be finished first.
    let place = Place::open(folder)?;
    recover(&place)?;
    let files: Vec<String> = place.files()?.into_iter().collect();
    let stamp =
        |path: &String| fs::symlink_metadata(place.target(path)).ok().and_then(|about| Stamp::of(&about));
    let Some(text) = place::seal(folder).filter(same_basis) else { return Ok(None) };
    let Some(head) = head(basis, &files, files.par_iter().map(stamp).collect()) else { return Ok(None) };
    let summary = Summary { files: files.len(), ..Summary::default() };
    Ok(text.strip_prefix(&head).and_then(whole).map(|told| Unchanged { summary, told: told.to_owned() }))
}

/// The printed findings, if none of them is missing: their length stands before them.
fn whole(rest: &str) -> Option<&str> {
    let (length, told) = rest.split_once('\n')?;
    (length.parse() == Ok(told.len())).then_some(told)
}

/// Seals what lies in a folder now: files, and their stamps. A folder that cannot be sealed is built anew the next time:
/// the build itself has succeeded.
pub fn seal(place: &Place, files: &[String], stamps: Vec<Option<Stamp>>, seal: &Seal) {
    let Some(head) = head(&seal.basis, files, stamps) else { return };
    let text = format!("{head}{}\n{}", seal.told.len(), seal.told);
    if place::seal(place.folder()).is_none_or(|there| there != text) {
        place.put_seal(&text);
    }
}

/// The basis and the stamp of every file; `None` where one has none.
fn head(basis: &str, files: &[String], stamps: Vec<Option<Stamp>>) -> Option<String> {
    let mut head = format!("{basis}\n");
    for (path, stamp) in files.iter().zip(stamps) {
        let Stamp { length, modified } = stamp?;
        writeln!(head, "{length} {modified} {path}").ok()?;
    }
    Some(head)
}
