//! The records of a stream, and the numbers in them.

use crate::read::workbook::records::{Record, Records};
use crate::read::workbook::{Fault, Place, Problem};

/// The beginning of a workbook, a sheet or a chart.
pub const START: u16 = 0x0809;
/// The end of a workbook's head, a sheet or a chart.
pub const END: u16 = 0x000A;

/// The records of a stream.
pub fn records(stream: &[u8]) -> Records<'_> {
    Records::new(stream, record)
}

/// The first record of some bytes: its kind and its length in two bytes each, and so many bytes.
fn record(bytes: &[u8]) -> Option<Record<'_>> {
    let (kind, length) = (number(bytes, 0)?, number(bytes, 2)?);
    let whole = bytes.get(..4 + usize::from(length))?;
    Some(Record { kind, body: &whole[4..], whole })
}

/// The number of two bytes at a place.
pub fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// The number of four bytes at a place.
pub fn long_number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Writes a record.
pub fn put(out: &mut Vec<u8>, kind: u16, body: &[u8]) {
    out.extend(kind.to_le_bytes());
    out.extend(u16::try_from(body.len()).unwrap_or_default().to_le_bytes());
    out.extend_from_slice(body);
}

/// Row and column with which a cell begins.
pub fn place(body: &[u8]) -> Result<Place, Fault> {
    let place = number(body, 0).zip(number(body, 2)).ok_or(Problem::Damaged)?;
    Ok((place.0.into(), place.1.into()))
}
