//! A workbook that is being written.

use std::borrow::Cow;

use jiff::civil::{DateTime, date};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::sheet::Sheet;
use crate::render::xlsx::style::Formats;
use crate::text::placeholder::EXAMPLE_LINE;

/// Number of rows above which a sheet is written in constant-memory mode: its rows go to a temporary file without a
/// name, which the system removes even if the program is killed. Smaller sheets are faster without a file.
const MANY: usize = 10_000;

/// The first day that Excel knows.
const FIRST: DateTime = date(1900, 1, 1).at(0, 0, 0, 0);

/// Signature of an entry in an archive's list of parts (APPNOTE 4.3.12).
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// Length of the end of that list, without a comment (APPNOTE 4.3.16).
const END: usize = 22;
/// The system Unix, in the upper byte of "version made by" (APPNOTE 4.4.2).
const UNIX: u8 = 3;

/// Properties of a workbook.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// The author.
    pub author: Cow<'a, str>,
    /// 示例: whether its sheets say that they are an example.
    pub example: bool,
    /// The time of the content, so that equal content makes equal bytes on any day.
    pub written: DateTime,
}

/// A workbook that is being written.
pub struct Book<'f> {
    workbook: Workbook,
    formats: &'f Formats,
    is_example: bool,
}

impl<'f> Book<'f> {
    /// An empty workbook for cells in those formats.
    pub fn new(formats: &'f Formats, about: &About<'_>) -> Result<Self, Cause> {
        let written = ExcelDateTime::parse_from_str(&about.written.max(FIRST).to_string())?;
        let properties = DocProperties::new().set_title(about.title).set_author(&*about.author);
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties.set_creation_datetime(&written));
        // The fastest level of compression takes a third less time for a fifth more bytes.
        workbook.set_zip_compression_level(1);
        Ok(Self { workbook, formats, is_example: about.example })
    }

    /// Has the sheets that are added from now on say that they are an example.
    pub fn mark_examples(&mut self) {
        self.is_example = true;
    }

    /// Adds a sheet for about that number of rows, to be written from the top down.
    pub fn sheet(&mut self, name: &str, rows: usize) -> Result<Sheet<'_>, Cause> {
        #[expect(clippy::disallowed_methods, reason = "the only sheets whose rows are not kept in memory")]
        let sheet = if rows > MANY {
            self.workbook.add_worksheet_with_constant_memory()?
        } else {
            self.workbook.add_worksheet()
        };
        if self.is_example {
            sheet.set_header(format!("&C&\"宋体\"&12{EXAMPLE_LINE}"));
        }
        Ok(Sheet::new(sheet.set_name(name)?, self.formats))
    }

    /// The whole workbook.
    pub fn finish(mut self) -> Result<Vec<u8>, Cause> {
        let mut bytes = self.workbook.save_to_buffer()?;
        name_unix(&mut bytes).ok_or("an archive of another form")?;
        Ok(bytes)
    }
}

/// Enters Unix as the system that made each part of an archive, so that equal content makes equal bytes on every system:
/// the library enters the system that it runs on.
fn name_unix(archive: &mut [u8]) -> Option<()> {
    let end = archive.len().checked_sub(END)?;
    let number = |archive: &[u8], at: usize| {
        Some(usize::from(u16::from_le_bytes(archive.get(at..at + 2)?.try_into().ok()?)))
    };
    let start = archive.get(end + 16..end + 20)?.try_into().ok()?;
    let mut at = usize::try_from(u32::from_le_bytes(start)).ok()?;
    while at < end {
        if archive.get(at..at + 4)? != ENTRY {
            return None;
        }
        archive[at + 5] = UNIX;
        // The name, the extra fields and the comment follow the entry.
        let more: Option<usize> = [28, 30, 32].into_iter().map(|field| number(archive, at + field)).sum();
        at += 46 + more?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::SimpleFileOptions;
    use zip::{System, ZipWriter};

    use jiff::civil::date;

    use super::{About, Book, name_unix};
    use crate::render::xlsx::style::Formats;

    #[test]
    fn a_name_of_a_sheet_has_up_to_31_characters() {
        let formats = Formats::new([]);
        let about =
            About { title: "", author: "".into(), example: false, written: date(2024, 8, 1).at(0, 0, 0, 0) };
        let made = |name: &str| Book::new(&formats, &about).unwrap().sheet(name, 1).map(drop);
        assert!(made(&"表".repeat(31)).is_ok());
        assert!(made(&"表".repeat(32)).is_err(), "refused, not cut");
        // Our own longest name, of as many tables as nobody has.
        assert!(made("责任分解表18446744073709551615").is_ok());
    }

    #[test]
    fn an_archive_made_on_windows_is_one_made_on_unix() {
        let made_on = |system| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            for part in ["a.xml", "目录/b.xml"] {
                let options = SimpleFileOptions::default().system(system).unix_permissions(0o600);
                zip.start_file(part, options.last_modified_time(zip::DateTime::default())).unwrap();
                zip.write_all("PK\x01\x02".as_bytes()).unwrap();
            }
            zip.finish().unwrap().into_inner()
        };
        let (mut windows, unix) = (made_on(System::Dos), made_on(System::Unix));
        assert_ne!(windows, unix);
        assert_eq!(name_unix(&mut windows), Some(()));
        assert_eq!(windows, unix);
        assert_eq!(name_unix(&mut windows[1..]), None);
    }
}
