//! Limits of what is taken from one document, and the count of what was taken.

use crate::read::document::fault::{Fault, Problem};
use crate::read::package;

/// The most that is taken from one document.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Unpacked bytes.
    pub(in crate::read) package: package::Limits,
    /// Bytes of the file itself.
    pub bytes: usize,
    /// Paragraphs and cells.
    pub paragraphs: usize,
    /// Parts of paragraphs that look different, breaks, pictures, and what was left out.
    pub pieces: usize,
    /// Bytes of text. An address that is stored once may stand in thousands of places.
    pub text: usize,
}

impl Limits {
    /// Limits for documents `factor` times as large, which take as many times the memory.
    #[must_use]
    pub fn times(self, factor: u32) -> Self {
        let many = factor as usize;
        Self {
            package: self.package.times(factor),
            bytes: self.bytes.saturating_mul(many),
            paragraphs: self.paragraphs.saturating_mul(many),
            pieces: self.pieces.saturating_mul(many),
            text: self.text.saturating_mul(many),
        }
    }
}

impl Default for Limits {
    /// Fifty times a paper of three hundred pages, and less than 512 MiB of memory for the worst file.
    fn default() -> Self {
        Self {
            package: package::Limits { file: 128 << 20, ..package::Limits::default() },
            bytes: 128 << 20,
            paragraphs: 500_000,
            pieces: 1_000_000,
            text: 64 << 20,
        }
    }
}

/// Counts what is stored.
#[derive(Debug)]
pub struct Budget {
    limits: Limits,
    paragraphs: usize,
    pieces: usize,
    text: usize,
}

impl Budget {
    /// A budget of which nothing is used.
    pub fn new(limits: Limits) -> Self {
        Self { limits, paragraphs: 0, pieces: 0, text: 0 }
    }

    /// Counts a paragraph or cell that is to be stored.
    pub fn paragraph(&mut self) -> Result<(), Fault> {
        self.paragraphs += 1;
        let most = self.limits.paragraphs;
        if self.paragraphs > most { Err(Problem::Paragraphs(most).into()) } else { Ok(()) }
    }

    /// Counts a part of a paragraph.
    pub fn piece(&mut self) -> Result<(), Fault> {
        self.pieces += 1;
        let most = self.limits.pieces;
        if self.pieces > most { Err(Problem::Pieces(most).into()) } else { Ok(()) }
    }

    /// Counts a text of so many bytes that is to be stored.
    pub fn text(&mut self, bytes: usize) -> Result<(), Fault> {
        self.text = self.text.saturating_add(bytes);
        let most = self.limits.text;
        if self.text > most { Err(Problem::Text(most).into()) } else { Ok(()) }
    }
}
