//! Which rows and columns of a sheet are hidden: looked up in the XML of an xlsx workbook, because the library
//! that reads the cells does not tell.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::read::attached::letters;

/// The most that is taken from one part of the archive, in bytes.
const MOST: u64 = 512 << 20;

/// The hidden rows and columns of a sheet as they are named; `None` for a workbook of another kind.
pub fn hidden(bytes: &[u8], sheet: &str) -> Option<Vec<String>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut id = None;
    each(&part(&mut archive, "xl/workbook.xml")?, |tag| {
        if tag.local_name().as_ref() == "sheet" && attribute(tag, "name").as_deref() == Some(sheet) {
            id = attribute(tag, "r:id");
        }
    });
    let (id, mut target) = (id?, None);
    each(&part(&mut archive, "xl/_rels/workbook.xml.rels")?, |tag| {
        if attribute(tag, "Id").as_ref() == Some(&id) {
            target = attribute(tag, "Target");
        }
    });
    let target = target?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let mut found = Vec::new();
    each(&part(&mut archive, &path)?, |tag| {
        if !matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true")) {
            return;
        }
        let number = |name| attribute(tag, name)?.parse::<usize>().ok();
        match tag.local_name().as_ref() {
            "row" => found.extend(number("r").map(|row| row.to_string())),
            "col" => {
                let (min, max) = (number("min").unwrap_or(1), number("max").unwrap_or(1));
                // Whoever hides the rest of a sheet hides thousands.
                found.extend((min..=max.min(min + 25)).map(|column| letters(column.saturating_sub(1))));
            }
            _ => {}
        }
    });
    Some(found)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(MOST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Looks at every tag of a document, as far as it can be read.
fn each(xml: &str, mut look: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => look(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
