//! The parts of a document: what each is, and which sheet, slide or text it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::attached::ending;
use crate::read::attached::found::Found;
use crate::read::attached::ooxml::relationships::is_external;
use crate::read::attached::part::part;
use crate::read::attached::xml::{self, Event};
use crate::read::attached::xml_part::xml_text;
use crate::read::package::Package;

/// The kind of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sheet of a workbook.
    Sheet,
    /// Comments on cells.
    Comments,
    /// Running text of Word, a slide, a drawing.
    Words,
    /// Properties of the document.
    Properties,
    /// Targets of hyperlinks and references to other parts.
    Relationships,
    /// An embedded file.
    Embedded,
    /// The code of macros, packed in a way of its own.
    Macros,
    /// Anything else.
    Other,
}

/// Places as Office shows them, by a piece of the name of a part. The first piece that the name contains counts.
const PLACES: &[(&str, &str)] = &[
    ("docProps/", "属性"),
    ("customXml/", "自定义数据"),
    ("word/document", ""),
    ("word/header", "页眉"),
    ("word/footer", "页脚"),
    ("word/footnotes", "脚注"),
    ("word/endnotes", "尾注"),
    ("word/comments", "批注"),
    ("word/glossary", "文档部件"),
    ("word/settings", "文档设置"),
    ("word/styles", "样式"),
    ("word/numbering", "编号"),
    ("xl/workbook", "工作簿"),
    ("xl/styles", "单元格格式"),
    ("xl/externalLinks", "外部链接"),
    ("xl/connections", "数据连接"),
    ("xl/persons", "批注作者"),
    ("pivotCache", "数据透视表"),
    ("pivotTable", "数据透视表"),
    ("ppt/commentAuthors", "批注作者"),
    ("ppt/authors", "批注作者"),
    ("ppt/notesSlide", "备注"),
    ("ppt/slideMaster", "母版"),
    ("ppt/slideLayout", "版式"),
    ("ppt/presentation", "演示文稿"),
    ("omments", "批注"),
    ("/chart", "图表"),
    ("rawing", "图形"),
    ("/diagrams/", "图形"),
    ("/tables/", "表格"),
];

/// Owners of the parts: the sheet or slide to which each part belongs.
#[derive(Debug)]
pub struct Parts {
    /// Sheets and slides, and what belongs to them, by their parts: `Sheet1`, `第2张幻灯片`.
    owners: BTreeMap<String, String>,
    /// The sheets of a workbook, wherever their parts lie.
    sheets: BTreeSet<String>,
}

impl Kind {
    /// The kind of a part, by its name.
    fn of(name: &str) -> Self {
        let lower = name.to_lowercase();
        let file = lower.rsplit('/').next().unwrap_or_default();
        let is = |ending: &str| lower.ends_with(ending);
        if is(".rels") {
            Self::Relationships
        } else if lower.starts_with("docprops/") && is(".xml") {
            Self::Properties
        } else if lower.contains("/embeddings/") {
            Self::Embedded
        } else if file.starts_with("vbaproject") {
            Self::Macros
        } else if !is(".xml") && !is(".vml") {
            Self::Other
        } else if ["xl/worksheets/", "xl/chartsheets/", "xl/dialogsheets/", "xl/macrosheets/"]
            .iter()
            .any(|folder| lower.starts_with(folder))
        {
            Self::Sheet
        } else if lower.starts_with("xl/") && lower.contains("comment") {
            Self::Comments
        } else {
            Self::Words
        }
    }
}

impl Parts {
    /// Reads which sheet or slide every part belongs to.
    pub fn of(package: &mut Package<'_>, found: &mut Found) -> Self {
        let (mut owners, mut sheets) = (BTreeMap::new(), BTreeSet::new());
        let relationships = relationships(package, found);
        if let Some(bytes) = package
            .find("xl/workbook.xml")
            .is_some()
            .then(|| part(package, "xl/workbook.xml", found))
            .flatten()
        {
            let names = sheet_names(&xml_text(&bytes));
            for (source, id, target) in &relationships {
                if source == "xl/workbook.xml"
                    && let Some(name) = names.get(id)
                {
                    owners.insert(target.clone(), name.clone());
                    sheets.insert(target.clone());
                }
            }
        }
        for name in package.names() {
            let number = name.strip_prefix("ppt/slides/slide").and_then(|rest| rest.strip_suffix(".xml"));
            if let Some(number) = number {
                owners.insert(name.to_owned(), format!("第{number}张幻灯片"));
            }
        }
        // Drawings belong to sheets, charts to drawings: no chain of relationships is longer than four.
        for _ in 0..4 {
            for (source, _, target) in &relationships {
                if let Some(owner) = owners.get(source).cloned() {
                    owners.entry(target.clone()).or_insert(owner);
                }
            }
        }
        Self { owners, sheets }
    }

    /// The kind of a part.
    pub fn kind(&self, name: &str) -> Kind {
        if self.sheets.contains(name) { Kind::Sheet } else { Kind::of(name) }
    }

    /// The place of a part, as Office shows it.
    pub fn place(&self, name: &str) -> String {
        let source = source_of(name);
        let part = source.as_deref().unwrap_or(name);
        let known = PLACES.iter().find(|(piece, _)| part.contains(piece)).map(|(_, place)| *place);
        match (self.owners.get(part), known) {
            (Some(owner), Some(known)) => format!("{owner} {known}"),
            (Some(owner), None) => owner.clone(),
            (None, Some(known)) => known.to_owned(),
            (None, None) => part.to_owned(),
        }
    }
}

/// All relationships between parts: source, id and target.
fn relationships(package: &mut Package<'_>, found: &mut Found) -> Vec<(String, String, String)> {
    let names: Vec<String> =
        package.names().filter(|name| ending(name) == "rels").map(str::to_owned).collect();
    let mut relationships = Vec::new();
    for name in names {
        let (Some(source), Some(bytes)) = (source_of(&name), part(package, &name, found)) else { continue };
        xml::read(&xml_text(&bytes), |event| {
            if let Event::Open(tag) = event
                && let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target"))
                && !is_external(tag)
            {
                relationships.push((source.clone(), id, joined(&source, &target)));
            }
        });
    }
    relationships
}

/// The part whose relationships a part named `_rels/….rels` lists.
fn source_of(name: &str) -> Option<String> {
    let (folder, file) = name.split_once("_rels/")?;
    Some(format!("{folder}{}", file.strip_suffix(".rels")?))
}

/// A target as seen from its source.
fn joined(source: &str, target: &str) -> String {
    if let Some(from_root) = target.strip_prefix('/') {
        return from_root.to_owned();
    }
    let mut folders: Vec<&str> = source.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => {
                folders.pop();
            }
            "." => {}
            step => folders.push(step),
        }
    }
    folders.join("/")
}

/// The names of the sheets by the ids of their relationships.
fn sheet_names(text: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    xml::read(text, |event| {
        if let Event::Open(tag) = event
            && tag.name() == "sheet"
            && let (Some(name), Some(id)) = (tag.get("name"), tag.get("id"))
        {
            names.insert(id, name);
        }
    });
    names
}
