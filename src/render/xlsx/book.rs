//! A workbook: the packed parts of its frame, and its own rows.
//!
//! Styles, theme, page layout and packing are the largest cost of a small workbook, and equal in all workbooks of a kind:
//! they are copied from the frame, and only the rows are written anew.

use std::io::Cursor;

use jiff::civil::DateTime;
use zip::ZipWriter;

use crate::render::xlsx::frame::{Cause, Frame, PROPERTIES};
use crate::render::xlsx::part::{Archive, FEW, put};
use crate::render::xlsx::sheet::Sheet;
use crate::render::xlsx::xml::escaped;

/// Properties of a workbook.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// The author.
    pub author: &'a str,
    /// The time of the content, so that equal content makes equal bytes on any day.
    pub written: DateTime,
}

/// A workbook that is being written.
pub struct Book<'f> {
    frame: &'f Frame,
    zip: Archive,
    properties: String,
    /// The last row of each sheet so far, from 1.
    last: Vec<u32>,
}

impl<'f> Book<'f> {
    /// Begins a workbook with that frame.
    pub fn new(frame: &'f Frame, about: About<'_>) -> Result<Self, Cause> {
        // Enough for most workbooks: growing would copy the buffer several times.
        let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(2 * FEW)));
        zip.merge_archive(frame.same.clone())?;
        let written = format!("{}Z", about.written);
        let [title, author] = [about.title, about.author].map(escaped);
        let [title, author]: [&str; 2] = [&title, &author];
        let said = [title, author, author, &written, &written, ""];
        let properties =
            frame.properties.iter().zip(said).flat_map(|(before, said)| [before, said]).collect();
        Ok(Self { frame, zip, properties, last: Vec::new() })
    }

    /// Writes the next open sheet; its columns get those widths, in Excel's units, where the frame has not given them.
    pub fn sheet(
        &mut self,
        widths: Option<&[f64]>,
        write: impl FnOnce(&mut Sheet<'_>) -> Result<(), Cause>,
    ) -> Result<(), Cause> {
        let open = self.frame.sheets.get(self.last.len()).ok_or("more sheets than the frame has")?;
        let mut sheet = Sheet::new(open, &mut self.zip, widths);
        write(&mut sheet)?;
        self.last.push(sheet.finish()?);
        Ok(())
    }

    /// The whole workbook.
    pub fn finish(mut self) -> Result<Vec<u8>, Cause> {
        for (part, [before, said, behind]) in &self.frame.ends {
            let sheets = self.frame.sheets.iter().zip(&self.last);
            let said =
                sheets.fold(said.clone(), |said, (open, last)| said.replace(&open.last, &last.to_string()));
            put(&mut self.zip, part, &[before, &said, behind])?;
        }
        put(&mut self.zip, PROPERTIES, &[&self.properties])?;
        Ok(self.zip.finish()?.into_inner())
    }
}
