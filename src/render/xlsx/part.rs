//! Parts of a workbook's archive.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter};

use crate::render::xlsx::frame::{Cause, packing};

/// Size in bytes below which a part is not compressed: setting up the compressor costs more than it saves.
pub const FEW: usize = 12 << 10;

/// The archive of a workbook, in memory.
pub type Archive = ZipWriter<Cursor<Vec<u8>>>;

/// Adds a part, compressed if it is long.
pub fn put(zip: &mut Archive, part: &str, pieces: &[&str]) -> Result<(), Cause> {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    begin(zip, part, length >= FEW)?;
    for piece in pieces {
        zip.write_all(piece.as_bytes())?;
    }
    Ok(())
}

/// Begins a part. The fastest level of compression takes a third less time for a fifth more bytes.
pub fn begin(zip: &mut Archive, part: &str, is_packed: bool) -> Result<(), Cause> {
    zip.start_file(
        part,
        if is_packed {
            packing().compression_method(CompressionMethod::Deflated).compression_level(Some(1))
        } else {
            packing().compression_method(CompressionMethod::Stored)
        },
    )?;
    Ok(())
}
