//! Relationships of a part to other parts and to addresses.

use std::collections::BTreeMap;

use crate::read::document::fault::Fault;
use crate::read::document::word::xml::Xml;
use crate::read::package::{self, Package};
use crate::read::workbook::resolve;

/// The most relationships of a part that are kept.
const RELATIONS: usize = 50_000;

/// A relationship.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its kind: the last part of the name of its type.
    pub kind: String,
    /// The name of a part, or an address outside of the document.
    pub target: String,
    /// Whether it leads out of the document.
    pub is_external: bool,
}

/// Relationships by their ids.
pub type Relations = BTreeMap<String, Relation>;

/// The relationships of a part; of the whole document for the empty name.
pub fn relations(package: &mut Package<'_>, part: &str) -> Result<Relations, Fault> {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    let text = match package.read_text(&format!("{folder}{slash}_rels/{file}.rels")) {
        Err(package::Fault::Missing(_)) => return Ok(Relations::new()),
        text => text?,
    };
    let (mut xml, mut relations) = (Xml::new(&text), Relations::new());
    if xml.child()?.is_none() {
        return Ok(relations);
    }
    while let Some(tag) = xml.child()? {
        if let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target"))
            && relations.len() < RELATIONS
        {
            let is_external = tag.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = if is_external { target.into_owned() } else { resolve(part, &target) };
            relations.insert(id.into_owned(), Relation { kind, target, is_external });
        }
        xml.skip()?;
    }
    Ok(relations)
}
