//! Returned handouts come in here: what offices filled in becomes progress notes, and mistakes become findings that
//! name file, sheet and cell.
//!
//! Excel, WPS and `LibreOffice` save differently, and people sort, hide, widen and add: a row is recognised by its
//! hidden identity, a column by its head, a sheet by both. [`discover`] touches the disk; the rest is pure.

mod book;
mod codes;
mod collection;
mod fault;
mod form;
mod note;
mod parts;
mod row;
mod sheets;

pub use codes::CODES;
pub use parts::{Collected, Manner, NewNote, Replaced, Returned, Unread};

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::error::Error;
use crate::model::Project;
use crate::read::disk::file::workbook_bytes;
use crate::read::returned::collection::Collection;
use crate::read::workbook::{self, Limits};
use crate::source::Sources;

/// Files that Windows makes in folders with pictures or icons.
const OF_THE_SYSTEM: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// Endings of the workbooks in a folder that are read; other files are named in a note. `et` is a format of WPS that
/// cannot be read and is reported.
const ENDINGS: [&str; 6] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "et"];

/// Reads files, and every workbook below a folder, beside which other files are listed: not every shell expands `*.xlsx`.
pub fn discover(paths: &[PathBuf], limits: Limits) -> Result<Vec<Returned>, Error> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            let bytes = workbook_bytes(path, limits)?;
            files.push(Returned { path: slashed(path), bytes: Ok(bytes) });
            continue;
        }
        let entries = WalkDir::new(path).sort_by_file_name().into_iter();
        let open = entries.filter_entry(|entry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with(['.', '~'])
        });
        for entry in open {
            match entry {
                Ok(entry) => files.extend(returned(&entry, limits)),
                // A folder within that is locked or gone is told with the others.
                Err(error) if error.depth() > 0 => files.push(refused(path, error)),
                Err(error) => return Err(Error::Read(path.clone(), error.into())),
            }
        }
    }
    Ok(files)
}

/// A file of a folder; nothing for folders, and for files that a system makes of its own accord.
fn returned(entry: &DirEntry, limits: Limits) -> Option<Returned> {
    let name = entry.file_name().to_string_lossy();
    if entry.file_type().is_dir() || OF_THE_SYSTEM.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
        return None;
    }
    let ending = entry.path().extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_workbook = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
    let bytes = if entry.file_type().is_file() && (is_workbook || fault::is_document(&name)) {
        let bytes = workbook_bytes(entry.path(), limits).map_err(|error| Unread::Refused(error.message()));
        bytes.and_then(|bytes| {
            let is_read = is_workbook || workbook::is_by_content(&bytes);
            if is_read { Ok(bytes) } else { Err(Unread::NoWorkbook) }
        })
    } else {
        Err(Unread::NoWorkbook)
    };
    Some(Returned { path: slashed(entry.path()), bytes })
}

fn refused(folder: &Path, error: walkdir::Error) -> Returned {
    let path = error.path().unwrap_or(folder).to_owned();
    let reason = Error::Read(path.clone(), error.into()).message();
    Returned { path: slashed(&path), bytes: Err(Unread::Refused(reason)) }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Turns returned files into notes. `content` are the texts of the project: a note that is among them is not
/// written again.
#[must_use]
pub fn collect(project: &Project, content: &Sources, files: &[Returned], manner: Manner) -> Collected {
    let mut collection = Collection::new(project, content, manner);
    for (i, file) in files.iter().enumerate() {
        let bytes = match &file.bytes {
            Ok(bytes) => bytes,
            Err(Unread::Refused(reason)) => {
                collection.leave(&file.path, &file.path, |span| fault::unread(span, reason.clone()));
                continue;
            }
            Err(Unread::NoWorkbook) => {
                collection.find(&file.path, |span| fault::no_workbook(span, &file.path));
                continue;
            }
        };
        let before =
            files[..i].iter().find(|before| before.bytes.as_ref().is_ok_and(|before| before == bytes));
        match before {
            Some(before) => collection.find(&file.path, |span| fault::same_file(span, &before.path)),
            None => sheets::judge(&mut collection, &file.path, bytes),
        }
    }
    collection.done()
}
