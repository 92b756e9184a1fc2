//! Binary formats of workbooks (xls, xlsb) as streams of records.

use crate::read::workbook::{Fault, Problem};

/// A record of a stream.
pub struct Record<'s> {
    /// Kind of its content.
    pub kind: u16,
    /// Its content.
    pub body: &'s [u8],
    /// All of its bytes, its kind and length included.
    pub whole: &'s [u8],
}

/// Reads the record with which some bytes begin; `None` if it is longer than they are.
type First = for<'s> fn(&'s [u8]) -> Option<Record<'s>>;

/// The records of a stream; the last is a fault if the stream ends within it.
pub struct Records<'s> {
    rest: &'s [u8],
    first: First,
}

impl<'s> Records<'s> {
    /// The records of a stream; `first` reads the first record of some bytes.
    pub fn new(stream: &'s [u8], first: First) -> Self {
        Self { rest: stream, first }
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Result<Record<'s>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let record = (self.first)(self.rest);
        self.rest = record.as_ref().map_or(&[], |record| &self.rest[record.whole.len()..]);
        Some(record.ok_or_else(|| Problem::Damaged.into()))
    }
}
