//! XML inside of workbooks: shared by reading and writing.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use calamine::Dimensions;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::read::workbook::{Fault, LAST, Place, Problem};

/// A reader that forgives what programs that read workbooks forgive.
pub fn reader(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    reader
}

/// Looks at every opening tag of a document, as far as it can be read.
pub fn each<E>(xml: &str, mut look: impl FnMut(&BytesStart<'_>) -> Result<(), E>) -> Result<(), E> {
    let mut reader = reader(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => look(&tag)?,
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// The attributes of a tag.
pub fn attributes<'t>(tag: &'t BytesStart<'_>) -> impl Iterator<Item = Attribute<'t>> {
    let mut attributes = tag.attributes();
    // The checks compare each attribute with all before it, and a tag may have a million.
    attributes.with_checks(false);
    attributes.flatten()
}

/// The value of an attribute as it is written, with its entities.
pub fn raw<'t>(tag: &'t BytesStart<'_>, name: &str) -> Option<Cow<'t, str>> {
    attributes(tag).find(|attribute| attribute.key.as_ref() == name).map(|attribute| attribute.value)
}

/// The value of an attribute.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    value(&attributes(tag).find(|attribute| attribute.key.as_ref() == name)?)
}

/// The value of an attribute by its name without a prefix: `id` for `r:id`.
pub fn local_attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    value(&attributes(tag).find(|attribute| attribute.key.local_name().as_ref() == name)?)
}

fn value(attribute: &Attribute<'_>) -> Option<String> {
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The document without its declaration: the text is UTF-8 by now, whatever it declares.
pub fn without_declaration(xml: &str) -> &str {
    let xml = xml.trim_start();
    let end = xml.strip_prefix("<?xml").and_then(|_| xml.find("?>"));
    end.map_or(xml, |end| &xml[end + 2..])
}

/// The place of a cell named as in a workbook, such as `C5`.
pub fn place(name: &str) -> Option<Place> {
    let split = name.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, digits) = name.split_at(split);
    if letters.is_empty() || letters.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let letter = |column: u32, letter: u8| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().fold(0, letter) - 1;
    let row: u32 = digits.parse::<u32>().ok()?.checked_sub(1)?;
    (row <= LAST.0 && column <= LAST.1).then_some((row, column))
}

/// A range named as in a workbook, such as `A1:B2`, or a cell.
pub fn range(name: &str) -> Option<Dimensions> {
    let (start, end) = name.split_once(':').unwrap_or((name, name));
    Some(Dimensions { start: place(start)?, end: place(end)? })
}

/// An archive in memory, written for the library that reads workbooks.
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    /// An empty archive.
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a part. Large ones are packed: together they may be larger than the memory that a workbook is worth.
    pub fn add(&mut self, name: &str, content: &[&[u8]]) -> Result<(), Fault> {
        let size: usize = content.iter().map(|bytes| bytes.len()).sum();
        let options = if size < 1 << 20 {
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
        } else {
            SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(1))
        };
        self.0.start_file(name, options).map_err(|_| Problem::Damaged)?;
        for bytes in content {
            self.0.write_all(bytes).map_err(|_| Problem::Damaged)?;
        }
        Ok(())
    }

    /// Its bytes.
    pub fn finish(self) -> Result<Cursor<Vec<u8>>, Fault> {
        let bytes = self.0.finish().map_err(|_| Problem::Damaged)?.into_inner();
        Ok(Cursor::new(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{place, range, without_declaration};

    #[test]
    fn places_are_read_and_nothing_else() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("xfd1048576"), Some((1_048_575, 16_383)));
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "A-1", "A99999999999", "甲1"] {
            assert_eq!(place(name), None, "{name}");
        }
        assert_eq!(range("B2:C3").map(|range| (range.start, range.end)), Some(((1, 1), (2, 2))));
        assert_eq!(range("B2").map(|range| (range.start, range.end)), Some(((1, 1), (1, 1))));
        assert!(range("B2:").is_none());
    }

    #[test]
    fn declarations_are_left_out() {
        assert_eq!(without_declaration(" <?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"), "<a/>");
        assert_eq!(without_declaration("<a/>"), "<a/>");
    }
}
