//! Word documents (docx, ECMA-376 and ISO 29500): the text as Word shows it.

mod aside;
mod counter;
mod drawing;
mod face;
mod field;
mod flow;
mod format;
mod numbering;
mod paragraph;
mod properties;
mod relations;
mod styles;
mod table;
mod walk;
mod words;
mod xml;

pub use drawing::named;
pub use face::Face;

use std::collections::{BTreeMap, BTreeSet};

use crate::read::document::fault::{Fault, Problem};
use crate::read::document::limits::{Budget, Limits};
use crate::read::document::word::aside::{edge, texts};
use crate::read::document::word::counter::Counters;
use crate::read::document::word::numbering::Numbering;
use crate::read::document::word::relations::{Relations, relations};
use crate::read::document::word::styles::{RunLook, Styles};
use crate::read::document::word::walk::Walk;
use crate::read::document::word::xml::{Space, Xml};
use crate::read::document::{Document, LeftOut, LeftOutKind, Place};
use crate::read::package::{self, Package};
use crate::text::message::Words as Name;

/// The longest address that is kept, in bytes. Browsers take no longer ones.
const ADDRESS: usize = 4_000;

/// The parts of a document that the text refers to.
#[derive(Debug, Default)]
pub struct Parts {
    /// Relationships of the text.
    relations: Relations,
    /// Styles.
    styles: Styles,
    /// Automatic numbers.
    numbering: Numbering,
}

impl Parts {
    /// The address outside of the document to which a relationship leads.
    fn address(&self, id: &str) -> Option<String> {
        let relation = self.relations.get(id).filter(|relation| relation.is_external)?;
        Some(&relation.target).filter(|url| !url.is_empty() && url.len() <= ADDRESS).cloned()
    }
}

/// Reads a document.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Document, Fault> {
    let mut package = Package::open(bytes, limits.package)?;
    let main = main_part(&mut package)?;
    let text = package.read_text(&main)?;
    check(&text)?;
    let relations = relations(&mut package, &main)?;
    let mut part = |kind: &str| -> Result<Option<String>, Fault> {
        let Some(relation) = relations.values().find(|it| it.kind == kind && !it.is_external) else {
            return Ok(None);
        };
        match package.read_text(&relation.target) {
            Err(package::Fault::Missing(_)) => Ok(None),
            text => Ok(Some(text?)),
        }
    };
    let styles = part("styles")?.map_or_else(|| Ok(Styles::default()), |text| Styles::read(&text))?;
    let numbering =
        part("numbering")?.map_or_else(|| Ok(Numbering::default()), |text| Numbering::read(&text))?;
    let mut asides = [const { BTreeMap::new() }; 3];
    for (aside, kind) in asides.iter_mut().zip(["footnotes", "endnotes", "comments"]) {
        if let Some(text) = part(kind)? {
            *aside = texts(&text)?;
        }
    }
    let parts = Parts { relations, styles, numbering };
    let mut walk = Walk {
        package: &mut package,
        parts: &parts,
        budget: Budget::new(limits),
        document: Document::default(),
        counters: Counters::default(),
        flows: Vec::new(),
        frames: Vec::new(),
        tables: Vec::new(),
        drawings: Vec::new(),
        run: RunLook::default(),
        links: Vec::new(),
        deleted: 0,
        inserted: 0,
        hidden: 0,
        boxes: 0,
        count: 0,
        told: Vec::new(),
        section: 0,
        edges: BTreeMap::new(),
        asides,
        pictures: BTreeMap::new(),
    };
    walk.run(&mut Xml::new(&text))?;
    let (mut document, edges) = (walk.document, walk.edges);
    page_edges(&mut package, &parts, edges, &mut document)?;
    Ok(document)
}

/// Adds the words of heads and feet of pages, each once, to what was left out.
fn page_edges(
    package: &mut Package<'_>,
    parts: &Parts,
    edges: BTreeMap<String, Place>,
    document: &mut Document,
) -> Result<(), Fault> {
    let mut told = BTreeSet::new();
    for (id, place) in edges {
        let Some(relation) = parts.relations.get(&id).filter(|it| !it.is_external) else { continue };
        let text = match package.read_text(&relation.target) {
            Err(package::Fault::Missing(_)) => continue,
            text => edge(&text?)?,
        };
        if !text.is_empty() && told.insert(text.clone()) {
            document.left_out.push(LeftOut { kind: LeftOutKind::PageEdge, text, place });
        }
    }
    document.left_out.sort_by_key(|left_out| left_out.place);
    Ok(())
}

/// The part with the text.
fn main_part(package: &mut Package<'_>) -> Result<String, Fault> {
    let root = relations(package, "")?;
    let main = root.into_values().find(|relation| relation.kind == "officeDocument");
    let main = main.map(|relation| relation.target);
    // Word opens documents whose relationships are lost.
    let main = main.or_else(|| package.find("word/document.xml").map(str::to_owned));
    let lower = main.as_deref().unwrap_or_default().to_ascii_lowercase();
    let has = |name: &str| package.find(name).is_some();
    let other = if lower.starts_with("xl/") || has("xl/workbook.xml") {
        Name::new("Excel 工作簿", "an Excel workbook")
    } else if lower.starts_with("ppt/") || has("ppt/presentation.xml") {
        Name::new("PowerPoint 演示文稿", "a PowerPoint presentation")
    } else if has("OFD.xml") {
        Name::new("OFD 版式文件", "an OFD document")
    } else if has("META-INF/manifest.xml") && has("content.xml") {
        Name::new("OpenDocument 文件（odt、ods）", "an OpenDocument file (odt, ods)")
    } else if let Some(main) = main {
        return Ok(main);
    } else {
        Name::new("压缩包", "a zip archive")
    };
    Err(Problem::Other(other).into())
}

/// Whether a part is the text of a document.
fn check(text: &str) -> Result<(), Fault> {
    let root = Xml::new(text).child()?.ok_or(Problem::Damaged)?;
    match (root.space, root.name()) {
        (Space::Word, "document") => Ok(()),
        _ => Err(Problem::Other(Name::new("另一种 Office 文件", "another kind of Office file")).into()),
    }
}
