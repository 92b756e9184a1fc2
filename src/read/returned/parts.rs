//! Returned files going in, notes and findings coming out.

use crate::diagnostic::Report;
use crate::source::Sources;
use crate::text::message::Message;

/// A file as it came back.
#[derive(Debug)]
pub struct Returned {
    /// Its path as people gave it.
    pub path: String,
    /// Its bytes, or the reason why there are none.
    pub bytes: Result<Vec<u8>, Unread>,
}

/// The reason why a file was not read.
#[derive(Debug)]
pub enum Unread {
    /// The disk refused it.
    Refused(Message),
    /// It is no workbook, by its name.
    NoWorkbook,
}

/// A progress note that should be written.
#[derive(Debug, PartialEq, Eq)]
pub struct NewNote {
    /// Its path below `content/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The new notes, and the findings.
#[derive(Debug)]
pub struct Collected {
    /// Notes to write, by path.
    pub notes: Vec<NewNote>,
    /// Paths below `content/` of notes that are there already and say the same.
    pub kept: Vec<String>,
    /// The places of the findings: files, sheets and cells by their names.
    pub sources: Sources,
    /// The findings; with an error among them nothing may be written.
    pub report: Report,
}
