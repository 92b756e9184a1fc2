//! Errors of the environment: disks, permissions, foreign folders. Mistakes in the content are
//! [`Diagnostic`](crate::diagnostic::Diagnostic)s.

mod message;

use std::io;
use std::path::{Path, PathBuf};

use crate::text::message::Message;

/// An error, with its path.
#[derive(Debug)]
pub enum Error {
    /// `content/` is missing below this folder.
    NoProject(PathBuf),
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file of the content was changed or removed during the build.
    Changed(PathBuf),
    /// A file of the content was changed by others since it was checked.
    Edited(PathBuf),
    /// Files were changed by others since the change that is to be undone; the folder with the old ones.
    EditedSince(Vec<PathBuf>, PathBuf),
    /// A file or folder could not be written, moved or removed.
    Write(PathBuf, io::Error),
    /// Files could not be put in place, and undoing failed, too.
    Unfinished(Box<Error>, Box<Error>),
    /// A build into this folder was killed while it put files in place.
    Interrupted(PathBuf),
    /// The output folder holds files that this tool did not make.
    ForeignOutput(PathBuf),
    /// The path of an output file is taken by a file that this tool did not make.
    ForeignFile(PathBuf),
    /// The path of an output file is taken by a folder with foreign files.
    ForeignFolder(PathBuf),
    /// A new file exists already.
    Exists(PathBuf),
    /// The folder for a new project is not empty.
    NotEmpty(PathBuf),
    /// The output folder would overlap with the input.
    OutputInContent(PathBuf),
    /// Another process holds the lock of the output folder.
    Locked(PathBuf),
    /// A template is wrong or cannot be rendered; the text shows the place.
    Template(String),
    /// A workbook could not be made.
    Workbook(String),
    /// A Word document could not be made.
    Document(String),
    /// A path of the output that some systems cannot store.
    BadPath(String),
    /// Two parts of the content have the same output path.
    Collision(String),
    /// No other program could print a paper.
    Printing(Message),
    /// A wrong value on the command line or in the environment.
    Usage(Message),
}

impl Error {
    /// An error of writing at `path`, for `map_err`.
    pub fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Write(path, cause)
    }

    /// An error of reading at `path`, for `map_err`.
    pub fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Read(path, cause)
    }

    /// This error, combined with the result of undoing.
    #[must_use]
    pub fn with(self, undone: Result<(), Self>) -> Self {
        match undone {
            Ok(()) => self,
            Err(second) => Self::Unfinished(Box::new(self), Box::new(second)),
        }
    }
}
