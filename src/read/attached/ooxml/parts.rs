//! The parts of a document: what each is, and which sheet, slide or text it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use crate::message;
use crate::model::attached::{TraceKind, ending};
use crate::read::attached::archive::{part, xml_text};
use crate::read::attached::found::Found;
use crate::read::attached::xml::{self, Event, Tag};
use crate::read::package::Package;
use crate::text::message::Words;

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
    /// Where hyperlinks and other parts lead.
    Relationships,
    /// An embedded file.
    Embedded,
    /// The code of macros, packed in a way of its own.
    Macros,
    /// Anything else.
    Other,
}

/// Names of parts that have a place people know. The first one that the name contains counts.
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

/// The ways between the parts.
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
        let ways = ways(package, found);
        if let Some(bytes) = package
            .find("xl/workbook.xml")
            .is_some()
            .then(|| part(package, "xl/workbook.xml", found))
            .flatten()
        {
            let names = sheet_names(&xml_text(&bytes));
            for (source, id, target) in &ways {
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
        // Drawings belong to sheets, charts to drawings: no way is longer than a few steps.
        for _ in 0..4 {
            for (source, _, target) in &ways {
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

    /// Where a part is, in words of people.
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

/// Every way from a part to another: its source, its id, its target.
fn ways(package: &mut Package<'_>, found: &mut Found) -> Vec<(String, String, String)> {
    let names: Vec<String> =
        package.names().filter(|name| ending(name) == "rels").map(str::to_owned).collect();
    let mut ways = Vec::new();
    for name in names {
        let (Some(source), Some(bytes)) = (source_of(&name), part(package, &name, found)) else { continue };
        xml::read(&xml_text(&bytes), |event| {
            if let Event::Open(tag) = event
                && let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target"))
                && !is_external(tag)
            {
                ways.push((source.clone(), id, joined(&source, &target)));
            }
        });
    }
    ways
}

/// The part of which a part of relationships tells.
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

/// The names of the sheets by the ids of their ways.
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

fn is_external(tag: &Tag<'_>) -> bool {
    tag.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"))
}

/// Reads where hyperlinks lead, and whether the document opens anything by itself.
pub fn relationships(text: &str, place: &str, found: &mut Found) {
    let place = if place.is_empty() { "超链接".to_owned() } else { format!("{place} 超链接") };
    let whole = xml::read(text, |event| {
        let Event::Open(tag) = event else { return };
        let Some(target) = tag.get("Target").filter(|_| is_external(tag)) else { return };
        found.text(|| place.clone(), &target);
        let kind = tag.get("Type").unwrap_or_default();
        if !kind.ends_with("/hyperlink") {
            opens(&kind, &target, found);
        }
    });
    if !whole {
        found.unsearched(&place, crate::read::attached::archive::broken());
    }
}

/// Files that a document loads when it is opened. From another machine they may be anything, also a program; a
/// path of this machine does nothing elsewhere, but names folders and people.
fn opens(kind: &str, target: &str, found: &mut Found) {
    let lower = target.to_lowercase();
    let path = lower.strip_prefix("file:").map(|path| path.trim_start_matches('/'));
    let is_drive = |path: &str| path.as_bytes().get(1) == Some(&b':');
    let is_share =
        lower.starts_with("\\\\") || path.is_some_and(|path| !is_drive(path)) && lower.starts_with("file:");
    let kind = kind.rsplit('/').next().unwrap_or_default();
    if is_share || lower.contains("://") && path.is_none() || lower.starts_with("mhtml:") {
        found.active(
            "",
            message!(
                "打开时要读取的外部文件（{kind}）",
                "a file elsewhere that is loaded on opening ({kind})"
            ),
        );
    } else if path.is_some() || is_drive(&lower) {
        found.trace(
            TraceKind::Author,
            Words::new("制作人电脑上的路径", "a path on the author's machine"),
            target,
        );
    }
}
