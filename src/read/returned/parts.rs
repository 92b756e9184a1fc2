//! Returned files going in, notes and findings coming out.

use crate::diagnostic::{Report, Severity};
use crate::read::workbook::Limits;
use crate::source::Sources;
use crate::text::date::Moment;
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

/// The manner of a collection.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// The time as of which the notes are public; `None` if they are not, until a person has read them.
    pub published: Option<Moment>,
    /// Whether a report replaces another one of the same office, item and day, which is kept as a record.
    pub replaces: bool,
    /// The limits of each file.
    pub limits: Limits,
}

/// A progress note that should be written.
#[derive(Debug, PartialEq, Eq)]
pub struct NewNote {
    /// Its path below `content/`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The note that was there, if it is replaced.
    pub replaces: Option<Replaced>,
}

/// A progress note that a corrected one replaces.
#[derive(Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The path below `content/` under which it is kept.
    pub path: String,
    /// Its text, marked 作废.
    pub text: String,
    /// Whether it was marked 公开.
    pub was_public: bool,
}

/// The new notes, and the findings.
#[derive(Debug)]
pub struct Collected {
    /// Notes to write, by path.
    pub notes: Vec<NewNote>,
    /// Paths below `content/` of notes that are there already and say the same.
    pub kept: Vec<String>,
    /// Files of which nothing can be read, each with one error. They hold nothing that could contradict the others.
    pub left: Vec<String>,
    /// The places of the findings: files, sheets and cells by their names.
    pub sources: Sources,
    /// The findings.
    pub report: Report,
}

impl Collected {
    /// Whether nothing may be written: a file that was read has an error. Two reports may contradict each other, so that
    /// the notes of all files that were read are written, or none.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.report.count(Severity::Error) > self.left.len()
    }
}
