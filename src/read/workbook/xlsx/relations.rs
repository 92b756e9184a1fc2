//! References from one part of a package to another.

use std::collections::HashMap;

use crate::read::package::{self, Package};
use crate::read::workbook::markup::{attribute, each};
use crate::read::workbook::{Fault, Problem};

/// A reference from one part to another.
#[derive(Debug)]
pub struct Relation {
    /// The kind of what is referred to: an address that ends in `/worksheet`, `/table` and so on.
    pub kind: String,
    /// The name of the part, relative to the folder of the one that refers to it.
    pub target: String,
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
