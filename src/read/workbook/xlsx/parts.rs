//! The parts of a workbook and how they refer to each other.

use std::fmt::Write;

use crate::read::package::Package;
use crate::read::workbook::markup::{Archive, attribute, each, local_attribute};
use crate::read::workbook::xlsx::relations::{relations, resolve};
use crate::read::workbook::{Fault, Problem};

/// The sheets that a workbook lists.
#[derive(Debug, Default)]
pub struct Book {
    /// Sheets in order.
    pub sheets: Vec<Listed>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
}

/// A sheet that a workbook lists.
#[derive(Debug)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// The name of its part.
    pub part: String,
    /// Whether it is a worksheet, not a chart or a dialog.
    pub is_worksheet: bool,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

impl Book {
    /// Reads the list of sheets.
    pub fn read(package: &mut Package<'_>, main: &str) -> Result<Self, Fault> {
        let xml = package.read_text(main)?;
        let mut relations = relations(package, main)?;
        let (mut book, mut is_workbook) = (Self::default(), false);
        each(&xml, |tag| {
            match tag.local_name().as_ref() {
                "workbook" => is_workbook = true,
                "workbookPr" => {
                    if let Some(value) = attribute(tag, "date1904") {
                        book.from_1904 = value == "1" || value == "true";
                    }
                }
                "sheet" => {
                    let name = attribute(tag, "name").unwrap_or_default();
                    let relation = local_attribute(tag, "id").and_then(|id| relations.remove(&id));
                    let relation = relation.ok_or_else(|| Fault::from(Problem::Damaged).on(&name))?;
                    let part = resolve(main, &relation.target);
                    let is_worksheet = relation.kind.ends_with("/worksheet");
                    let state = attribute(tag, "state").unwrap_or_default();
                    let is_hidden = state.to_ascii_lowercase().ends_with("hidden");
                    book.sheets.push(Listed { name, part, is_worksheet, is_hidden });
                }
                _ => {}
            }
            Ok::<(), Fault>(())
        })?;
        if is_workbook { Ok(book) } else { Err(Problem::NotAWorkbook.into()) }
    }

    /// Writes the list of sheets, each under its number as its name.
    pub fn write(&self, archive: &mut Archive) -> Result<(), Fault> {
        const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let root = format!(
            "<Relationships><Relationship Id=\"r\" Type=\"{KINDS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        archive.add("_rels/.rels", &[root.as_bytes()])?;
        let (mut sheets, mut relations) = (String::new(), String::new());
        for (i, _) in self.sheets.iter().enumerate().filter(|(_, sheet)| sheet.is_worksheet) {
            let _ = write!(sheets, "<sheet name=\"{i}\" r:id=\"r{i}\"/>");
            let (kind, target) = (format!("{KINDS}/worksheet"), format!("worksheets/{i}.xml"));
            let _ = write!(relations, "<Relationship Id=\"r{i}\" Type=\"{kind}\" Target=\"{target}\"/>");
        }
        let from_1904 = u8::from(self.from_1904);
        let book =
            format!("<workbook><workbookPr date1904=\"{from_1904}\"/><sheets>{sheets}</sheets></workbook>");
        archive.add("xl/workbook.xml", &[book.as_bytes()])?;
        let relations = format!("<Relationships>{relations}</Relationships>");
        archive.add("xl/_rels/workbook.xml.rels", &[relations.as_bytes()])
    }
}
