//! Returned handouts come in here: what offices filled in becomes progress notes, and mistakes become findings that
//! name file, sheet and cell.
//!
//! Excel, WPS and `LibreOffice` save differently, and people sort, hide, widen and add: a row is recognised by its
//! hidden identity, a column by its head, a sheet by both. [`discover`] touches the disk; the rest is pure.

mod book;
mod codes;
mod desk;
mod fault;
mod form;
mod note;
mod parts;
mod row;
mod sheets;

pub use codes::CODES;
pub use parts::{Collected, NewNote, Returned};

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::Error;
use crate::model::Project;
use crate::read::disk::file::workbook_bytes;
use crate::read::returned::desk::Desk;
use crate::read::workbook::Limits;
use crate::source::Sources;

/// Endings of the workbooks in a folder that are read. `et` is a format of WPS that cannot be read and is reported.
const ENDINGS: [&str; 6] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "et"];

/// Reads files, and every workbook below a folder: not every shell expands `*.xlsx`.
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
            let entry = entry.map_err(|error| Error::Read(path.clone(), error.into()))?;
            let ending = entry.path().extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if entry.file_type().is_file() && ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)) {
                // A file of a folder that is locked or gone is told with the others.
                let bytes = workbook_bytes(entry.path(), limits).map_err(|error| error.message());
                files.push(Returned { path: slashed(entry.path()), bytes });
            }
        }
    }
    Ok(files)
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Turns returned files into notes. `content` are the texts of the project: a note that is among them is not
/// written again. `public` marks the notes 公开; without it a person does so after reading them. `limits` bounds
/// the size of each file.
#[must_use]
pub fn collect(
    project: &Project,
    content: &Sources,
    files: &[Returned],
    public: bool,
    limits: Limits,
) -> Collected {
    let mut desk = Desk::new(project, content, public, limits);
    for (i, file) in files.iter().enumerate() {
        let bytes = match &file.bytes {
            Ok(bytes) => bytes,
            Err(reason) => {
                desk.find(&file.path, |span| fault::unread(span, reason.clone()));
                continue;
            }
        };
        let before = files[..i].iter().find(|before| before.bytes.as_ref() == Ok(bytes));
        match before {
            Some(before) => desk.find(&file.path, |span| fault::same_file(span, &before.path)),
            None => sheets::judge(&mut desk, &file.path, bytes),
        }
    }
    desk.done()
}
