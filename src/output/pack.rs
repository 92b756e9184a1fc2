//! 上传包: an archive of the published files that changed since the last one, and the list of those to be removed.
//!
//! `.gongkai/packed.json` holds the hash of every file as of the last package. It is written last: a package that was
//! not completed is made again by the next run.

mod archive;
mod record;

use std::fs::File;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::error::Error;
use crate::output::create::{create_file, draft_of, make_folder, rename_draft};
use crate::output::door;
use crate::output::history::OWN;
use crate::output::journal::recover;
use crate::output::pack::archive::{SITE, fill};
use crate::output::pack::record::{Record, hash, keep, read};
use crate::output::place::Place;

/// The record of the last package, in the project's own folder.
const RECORD: &str = "packed.json";

pub use archive::archive_of;

/// A package that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The archive; `None` if nothing is to be uploaded.
    pub archive: Option<PathBuf>,
    /// The list of files to be removed; `None` if there are none.
    pub list: Option<PathBuf>,
    /// Paths of the files in the archive, below the site.
    pub packed: Vec<String>,
    /// Paths of the files to be removed, below the site.
    pub removed: Vec<String>,
}

/// Names of the files of a package.
#[derive(Clone, Copy, Debug)]
pub struct Names<'n> {
    /// The archive, without its ending.
    pub archive: &'n str,
    /// The list, without its ending.
    pub list: &'n str,
}

/// Packs what the last build into `output` published and the last package did not have, or with `all` everything. The
/// package goes into `folder` under names that get a number; all of it, or nothing. `None` if nothing has changed.
pub fn pack(
    root: &Path,
    output: &Path,
    folder: &Path,
    names: Names<'_>,
    all: bool,
) -> Result<Option<Package>, Error> {
    // Locked: no build may change the files meanwhile.
    let place = Place::open(output)?;
    recover(&place)?;
    let published: Vec<String> = place.files()?.into_iter().filter(|path| path.starts_with(SITE)).collect();
    let hashed = published.into_par_iter().map(|path| {
        let target = place.target(&path);
        let hash = hash(&target).map_err(Error::read(&target))?;
        Ok((path[SITE.len()..].to_owned(), hash))
    });
    let now: Record = hashed.collect::<Result<_, Error>>()?;
    let record = root.join(OWN).join(RECORD);
    let before = read(&record)?;
    let packed: Vec<String> = now
        .iter()
        .filter(|(path, hash)| all || before.get(path.as_str()) != Some(hash))
        .map(|(path, _)| path.clone())
        .collect();
    let removed: Vec<String> = before.keys().filter(|path| !now.contains_key(*path)).cloned().collect();
    if packed.is_empty() && removed.is_empty() {
        return Ok(None);
    }
    let (archive, list) = free(folder, names);
    let mut written = Vec::new();
    let done = write(&place, &packed, &archive, &mut written)
        .and_then(|()| write_list(&removed, &list, &mut written))
        .and_then(|()| keep(root, &record, &now));
    if let Err(error) = done {
        // Ignored: the run has failed already.
        for path in &written {
            drop(door::remove_file(path));
        }
        return Err(error);
    }
    let is_written = |path: PathBuf| written.contains(&path).then_some(path);
    Ok(Some(Package { archive: is_written(archive), list: is_written(list), packed, removed }))
}

/// The first number under which neither file exists.
fn free(folder: &Path, names: Names<'_>) -> (PathBuf, PathBuf) {
    let paths = |number: usize| {
        let archive = folder.join(format!("{}-{number}.zip", names.archive));
        (archive, folder.join(format!("{}-{number}.txt", names.list)))
    };
    let mut number = 1;
    while [paths(number).0, paths(number).1].iter().any(|path| path.symlink_metadata().is_ok()) {
        number += 1;
    }
    paths(number)
}

fn write(place: &Place, packed: &[String], path: &Path, written: &mut Vec<PathBuf>) -> Result<(), Error> {
    if packed.is_empty() {
        return Ok(());
    }
    make_folder(path.parent().unwrap_or(path))?;
    let draft = draft_of(path);
    let filled = File::create(&draft)
        .and_then(|file| fill(file, place, packed))
        .and_then(|()| rename_draft(&draft, path))
        .map_err(Error::write(path));
    if filled.is_ok() {
        written.push(path.to_owned());
    } else {
        // Ignored: the run has failed already.
        let _ = door::remove_file(&draft);
    }
    filled
}

fn write_list(removed: &[String], path: &Path, written: &mut Vec<PathBuf>) -> Result<(), Error> {
    if removed.is_empty() {
        return Ok(());
    }
    create_file(path, (removed.join("\r\n") + "\r\n").as_bytes())?;
    written.push(path.to_owned());
    Ok(())
}
