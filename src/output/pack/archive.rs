//! Archives of files, in memory or on the disk.

use std::fs::File;
use std::io::{self, Cursor, Seek, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::error::Error;
use crate::output::place::Place;

/// The published folder of the output.
pub(super) const SITE: &str = "site/";

/// An archive of files in memory.
pub fn archive_of(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = || -> io::Result<()> {
        for (path, bytes) in files {
            zip.start_file(path.as_str(), SimpleFileOptions::default())?;
            zip.write_all(bytes)?;
        }
        Ok(())
    };
    add().map_err(Error::write(Path::new("zip")))?;
    let whole = zip.finish().map_err(|cause| Error::write(Path::new("zip"))(cause.into()))?;
    Ok(whole.into_inner())
}

/// Writes the archive, a file at a time: what is published may be larger than the memory.
pub(super) fn fill(to: impl Write + Seek, place: &Place, packed: &[String]) -> io::Result<()> {
    let mut zip = ZipWriter::new(to);
    for path in packed {
        let mut from = File::open(place.target(&format!("{SITE}{path}")))?;
        let is_large = from.metadata()?.len() >= u64::from(u32::MAX);
        zip.start_file(path.as_str(), SimpleFileOptions::default().large_file(is_large))?;
        io::copy(&mut from, &mut zip)?;
    }
    zip.finish()?.flush()
}
