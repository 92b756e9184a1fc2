//! The parts of a workbook and how they refer to each other.

use std::collections::HashMap;
use std::fmt::Write;

use crate::read::package::{self, Package};
use crate::read::workbook::markup::{Archive, attribute, each, local_attribute};
use crate::read::workbook::{Fault, Problem};

/// A reference from one part to another.
#[derive(Debug)]
pub struct Relation {
    /// The kind of what is referred to: an address that ends in `/worksheet`, `/table` and so on.
    pub kind: String,
    /// The name of the part, relative to the folder of the one that refers to it.
    pub target: String,
}

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

/// The name of the main part of an OOXML document.
pub fn main_part(package: &mut Package<'_>) -> Result<String, Fault> {
    let root = match relations(package, "") {
        Ok(relations) => relations,
        Err(Fault { problem: Problem::Package(package::Fault::Missing(_)), .. }) => HashMap::new(),
        Err(fault) => return Err(fault),
    };
    let main = root.into_values().find(|relation| relation.kind.ends_with("/relationships/officeDocument"));
    let main = main.map(|relation| resolve("", &relation.target)).ok_or(Problem::NotAWorkbook)?;
    if main.starts_with("word/") {
        return Err(Problem::Document.into());
    }
    Ok(main)
}

/// Targets of a part's references, by their ids; empty where it has none. The empty name stands for
/// the whole package.
pub fn relations(package: &mut Package<'_>, part: &str) -> Result<HashMap<String, Relation>, Fault> {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    let xml = match package.read_text(&name) {
        Err(package::Fault::Missing(_)) => return Ok(HashMap::new()),
        read => read?,
    };
    let mut relations = HashMap::new();
    each(&xml, |tag| {
        if tag.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let kind = attribute(tag, "Type").unwrap_or_default();
            relations.insert(id, Relation { kind, target });
        }
        Ok::<(), Fault>(())
    })?;
    Ok(relations)
}

/// The name of a part to which another refers.
pub fn resolve(from: &str, target: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (folder, target) = match target.strip_prefix('/') {
        Some(absolute) => ("", absolute),
        None => (folder, target),
    };
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
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

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_relative_to_the_part_that_names_them() {
        assert_eq!(resolve("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/worksheets/sheet1.xml", "../tables/table1.xml"), "xl/tables/table1.xml");
        assert_eq!(resolve("xl/workbook.xml", "/xl/a.xml"), "xl/a.xml");
        assert_eq!(resolve("workbook.xml", "s.xml"), "s.xml");
        assert_eq!(resolve("a/b.xml", "../../../c.xml"), "c.xml");
    }
}
