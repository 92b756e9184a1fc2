//! A range of bytes in a file.

/// Index of a file in [`Sources`](crate::source::Sources), in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Bytes `start..end` of a file's text, always on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A place for people: 1-based line and column, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

impl Span {
    /// The span of `start..end` in `file`. Files are far below 4 GiB; a larger offset is cut to the largest.
    #[must_use]
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: cut(start), end: cut(end) }
    }

    /// The empty span at the beginning of a file, for findings about the whole file.
    #[must_use]
    pub fn head(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The bytes as a range.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part `start..end` of this span, relative to its start and clipped to its end.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        let from = self.start as usize;
        let last = self.end as usize;
        Self::new(self.file, (from + start).min(last), (from + end).min(last))
    }
}

/// The byte position of `part`, a slice of `whole`, in `whole`.
#[must_use]
pub fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}
