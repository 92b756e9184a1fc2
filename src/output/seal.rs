//! 封条: tells without making anything that a build would make what lies there already.
//!
//! Same content, same day: same bytes. So a build whose basis (everything read, the day, the options, the program)
//! is that of the last one need make nothing, as long as nobody touched its files. `.gongkai/seal` holds the basis,
//! length and modification time of every file as they were after the commit, and the findings, which are told again.
//! What differs in anything, or cannot be read, is built as if there were no seal: it saves time and decides nothing.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::error::Error;
use crate::output::Summary;
use crate::output::journal::{self, Place};

/// What is to be remembered of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// What it was made from, in one line.
    pub basis: String,
    /// What it told: the findings as they were printed.
    pub told: String,
}

/// A build that need not be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchanged {
    /// What a commit would have done: nothing.
    pub summary: Summary,
    /// What the build told that made the files.
    pub told: String,
}

/// The last build into `folder`, if it was made from the same and nobody touched its files since.
pub fn unchanged(folder: &Path, basis: &str) -> Result<Option<Unchanged>, Error> {
    let same_basis = |text: &String| text.strip_prefix(basis).is_some_and(|rest| rest.starts_with('\n'));
    if !journal::seal(folder).as_ref().is_some_and(same_basis) {
        return Ok(None);
    }
    // Looked at again once nobody else can be at work: a build that was killed may have to be finished first.
    let place = Place::open(folder)?;
    journal::recover(&place)?;
    let files = place.manifest()?;
    let Some(text) = journal::seal(folder).filter(same_basis) else { return Ok(None) };
    let Some(head) = head(&place, basis, &files) else { return Ok(None) };
    let summary = Summary { files: files.len(), ..Summary::default() };
    Ok(text.strip_prefix(&head).and_then(whole).map(|told| Unchanged { summary, told: told.to_owned() }))
}

/// What was told, if none of it is missing: its length stands before it.
fn whole(rest: &str) -> Option<&str> {
    let (length, told) = rest.split_once('\n')?;
    (length.parse() == Ok(told.len())).then_some(told)
}

/// Seals what lies in a folder now. A folder that cannot be sealed is built anew the next time.
pub fn seal(place: &Place, files: &BTreeSet<String>, seal: &Seal) -> Result<(), Error> {
    let Some(head) = head(place, &seal.basis, files) else { return Ok(()) };
    let text = format!("{head}{}\n{}", seal.told.len(), seal.told);
    if journal::seal(place.folder()).is_some_and(|there| there == text) {
        return Ok(());
    }
    place.put_seal(&text)
}

/// The basis and the state of every file; `None` where one is missing or tells no time.
fn head(place: &Place, basis: &str, files: &BTreeSet<String>) -> Option<String> {
    let lines = files.par_iter().map(|path| {
        let about = fs::symlink_metadata(place.target(path)).ok().filter(fs::Metadata::is_file)?;
        let modified = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some((about.len(), modified.as_nanos(), path))
    });
    let lines: Vec<_> = lines.collect::<Option<_>>()?;
    let mut head = format!("{basis}\n");
    for (length, modified, path) in lines {
        writeln!(head, "{length} {modified} {path}").ok()?;
    }
    Some(head)
}
