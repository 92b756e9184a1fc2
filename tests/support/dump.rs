//! A workbook or Word document as text, for golden files: everything in its parts that a reader sees or prints.
//!
//! Read from the XML itself: libraries for reading workbooks leave out what cells look like.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::io::{Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// An XML element with its text.
#[derive(Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    text: String,
}

/// The workbook as text: each worksheet with its cells, then the parts that belong to all of them.
pub fn workbook(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        parse(&text)
    };
    let strings: Vec<String> = if names.iter().any(|name| name == "xl/sharedStrings.xml") {
        shared(&part("xl/sharedStrings.xml"))
    } else {
        vec![]
    };
    let (mut text, mut used) = (String::new(), BTreeSet::new());
    // Content types and relationships only hold the file together; the theme is the same in every workbook.
    let skipped = ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/theme/theme1.xml"];
    let is_told = |name: &str| !skipped.contains(&name) && name != "xl/sharedStrings.xml";
    let is_sheet = |name: &str| name.starts_with("xl/worksheets/sheet");
    let (sheets, others): (Vec<&String>, Vec<_>) =
        names.iter().filter(|name| is_told(name)).partition(|name| is_sheet(name));
    for name in sheets.into_iter().chain(others) {
        let mut root = part(name);
        let children = std::mem::take(&mut root.children);
        writeln!(text, "== {name}: {} ==", flat(&root)).unwrap();
        for child in children {
            match (child.name.as_str(), name.as_str()) {
                ("sheetData", _) => rows(&child, &strings, &mut used, &mut text),
                // The others are told below, for each style that a cell has.
                (part, "xl/styles.xml") if part != "dxfs" => {}
                _ => writeln!(text, "{}", flat(&child)).unwrap(),
            }
        }
    }
    styles(&part("xl/styles.xml"), &used, &mut text);
    text
}

/// The parts that are equal in every document of ours.
const FIXED: [&str; 11] = [
    "[Content_Types].xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/theme/theme1.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/footer3.xml",
    "word/header1.xml",
    "word/header2.xml",
    "word/header3.xml",
];

/// A Word document as text: its paragraphs and the rows and cells of its tables, a line each, then the parts that it does
/// not share with every other document.
pub fn document(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (name, root) in parts(bytes).into_iter().filter(|(name, _)| !FIXED.contains(&name.as_str())) {
        writeln!(text, "== {name} ==").unwrap();
        match root.children.first().filter(|body| body.name == "w:body") {
            Some(body) => body.children.iter().for_each(|block| write_block(block, "", &mut text)),
            None => root.children.iter().for_each(|child| writeln!(text, "{}", flat(child)).unwrap()),
        }
    }
    text
}

/// The parts that are equal in every document, an element of each in a line.
pub fn fixed_parts(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (name, root) in parts(bytes).into_iter().filter(|(name, _)| FIXED.contains(&name.as_str())) {
        writeln!(text, "== {name} ==").unwrap();
        root.children.iter().for_each(|child| writeln!(text, "{}", flat(child)).unwrap());
    }
    text
}

/// The texts of a document's paragraphs, in order, those in its tables, too; empty ones are left out.
pub fn paragraphs(bytes: &[u8]) -> Vec<String> {
    fn collect(element: &Element, texts: &mut Vec<String>) {
        if element.name == "w:p" {
            texts.push(element.all_text());
        } else {
            element.children.iter().for_each(|child| collect(child, texts));
        }
    }
    let mut texts = Vec::new();
    for (_, root) in parts(bytes).iter().filter(|(name, _)| name == "word/document.xml") {
        collect(root, &mut texts);
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// The root elements of an archive's XML parts, by name; a picture is left out.
fn parts(bytes: &[u8]) -> Vec<(String, Element)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut part = |name: String| {
        let mut text = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, parse(&text))
    };
    names.into_iter().filter(|name| !name.contains("/media/")).map(&mut part).collect()
}

/// A paragraph, table or section of a document.
fn write_block(block: &Element, indent: &str, text: &mut String) {
    let look = |name: &str| {
        let look = block.children.iter().find(|child| child.name == name).map(flat).unwrap_or_default();
        look.replace("w:", "")
    };
    match block.name.as_str() {
        "w:p" => {
            let runs: String = block.children.iter().map(shown_run).collect();
            writeln!(text, "{indent}p {} {runs}", look("w:pPr")).unwrap();
        }
        "w:tbl" => {
            writeln!(text, "{indent}table {} {}", look("w:tblPr"), look("w:tblGrid")).unwrap();
            for row in block.children.iter().filter(|child| child.name == "w:tr") {
                let about = row.children.iter().find(|child| child.name == "w:trPr").map(flat);
                writeln!(text, "{indent} row {}", about.unwrap_or_default().replace("w:", "")).unwrap();
                for cell in row.children.iter().filter(|child| child.name == "w:tc") {
                    writeln!(text, "{indent}  cell {}", flat(&cell.children[0]).replace("w:", "")).unwrap();
                    for paragraph in &cell.children[1..] {
                        write_block(paragraph, &format!("{indent}   "), text);
                    }
                }
            }
        }
        _ => writeln!(text, "{indent}{}", flat(block).replace("w:", "")).unwrap(),
    }
}

/// A run: its look in braces, unless it is that of the paragraph's style, and its words.
fn shown_run(run: &Element) -> String {
    let inside = || run.children.iter().map(shown_run).collect::<String>();
    match run.name.as_str() {
        "w:pPr" => String::new(),
        "w:rPr" => {
            let look = flat(run).replace("w:", "");
            if look == "rPr(rFonts(hint=eastAsia))" { String::new() } else { format!("{{{look}}}") }
        }
        "w:r" => inside(),
        "w:t" => run.text.clone(),
        "w:br" => "⏎".to_owned(),
        "w:tab" => "⇥".to_owned(),
        "w:hyperlink" => format!("[{}]({})", inside(), run.attribute("r:id")),
        _ => flat(run),
    }
}

/// The rows of a worksheet, a cell in a line; neighbours without text share one.
fn rows(data: &Element, strings: &[String], used: &mut BTreeSet<usize>, text: &mut String) {
    for row in &data.children {
        let settings = row.attributes.iter().filter(|(name, _)| !["r", "spans"].contains(&name.as_str()));
        let settings: String = settings.map(|(name, value)| format!(" {name}={value}")).collect();
        writeln!(text, "row {}:{settings}", row.attribute("r")).unwrap();
        let mut blank: Vec<&Element> = Vec::new();
        for cell in &row.children {
            used.insert(cell.attribute("s").parse().unwrap_or(0));
            let same = blank.last().is_some_and(|last| last.attribute("s") == cell.attribute("s"));
            if !cell.children.is_empty() || !same {
                write_blank(&mut blank, text);
            }
            if cell.children.is_empty() {
                blank.push(cell);
            } else {
                let shown = shown(cell, strings);
                writeln!(text, "  {} {{{}}} {shown}", cell.attribute("r"), cell.attribute("s")).unwrap();
            }
        }
        write_blank(&mut blank, text);
    }
}

fn write_blank(blank: &mut Vec<&Element>, text: &mut String) {
    if let [first, .., last] = blank.as_slice() {
        let style = first.attribute("s");
        writeln!(text, "  {}:{} {{{style}}}", first.attribute("r"), last.attribute("r")).unwrap();
    } else if let [only] = blank.as_slice() {
        writeln!(text, "  {} {{{}}}", only.attribute("r"), only.attribute("s")).unwrap();
    }
    blank.clear();
}

/// The text of a cell, or its kind and value where that is no text.
fn shown(cell: &Element, strings: &[String]) -> String {
    let value = cell.children.iter().map(Element::all_text).collect::<String>();
    let value = match cell.attribute("t") {
        "s" => strings[value.parse::<usize>().unwrap()].clone(),
        "inlineStr" => value,
        kind => format!("{kind:?} {value}"),
    };
    value.replace('\r', "␍").replace('\n', "⏎")
}

/// The shared strings, in order.
fn shared(root: &Element) -> Vec<String> {
    root.children.iter().map(Element::all_text).collect()
}

/// Each style that a cell has: its number format, font, fill, border, alignment and protection.
fn styles(root: &Element, used: &BTreeSet<usize>, text: &mut String) {
    let list = |name: &str| {
        root.children.iter().find(|child| child.name == name).map_or(&[][..], |list| list.children.as_slice())
    };
    for style in used {
        let format = &list("cellXfs")[*style];
        write!(text, "{{{style}}}").unwrap();
        let id = format.attribute("numFmtId");
        match list("numFmts").iter().find(|own| own.attribute("numFmtId") == id) {
            Some(own) => write!(text, " numFmt={:?}", own.attribute("formatCode")).unwrap(),
            None => write!(text, " numFmt={id}").unwrap(),
        }
        for (list_name, id) in [("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId")] {
            let item = &list(list_name)[format.attribute(id).parse::<usize>().unwrap()];
            write!(text, " {}", flat(item)).unwrap();
        }
        let applied = format.attributes.iter().filter(|(name, _)| !name.ends_with("Id"));
        text.extend(applied.map(|(name, value)| format!(" {name}={value}")));
        text.extend(format.children.iter().map(|child| format!(" {}", flat(child))));
        text.push('\n');
    }
}

/// An element in one line: `name(attribute=value child(…) "text")`.
fn flat(element: &Element) -> String {
    let attributes = element.attributes.iter().map(|(name, value)| {
        let plain = !value.is_empty() && !value.contains([' ', '(', ')', '"', '\n', '\r']);
        if plain { format!("{name}={value}") } else { format!("{name}={value:?}") }
    });
    let children = element.children.iter().map(flat);
    let text = Some(&element.text).filter(|text| !text.trim().is_empty()).map(|text| format!("{text:?}"));
    let inside: Vec<String> = attributes.chain(children).chain(text).collect();
    if inside.is_empty() { element.name.clone() } else { format!("{}({})", element.name, inside.join(" ")) }
}

impl Element {
    fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn all_text(&self) -> String {
        self.text.clone() + &self.children.iter().map(Self::all_text).collect::<String>()
    }

    fn of(tag: &BytesStart<'_>) -> Self {
        let attributes = tag.attributes().map(Result::unwrap);
        let attributes = attributes.filter(|attribute| !attribute.key.as_ref().starts_with("xml"));
        let attributes = attributes.map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap();
            (attribute.key.as_ref().to_owned(), value.into_owned())
        });
        Self { name: tag.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }
}

/// The root element of a part.
fn parse(xml: &str) -> Element {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(Element::of(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(Element::of(&tag)),
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().children.push(closed);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(reference) => {
                let reference = format!("&{};", &*reference);
                let text = quick_xml::escape::unescape(&reference).unwrap();
                open.last_mut().unwrap().text.push_str(&text);
            }
            Event::Eof => return open.pop().unwrap().children.pop().unwrap(),
            _ => {}
        }
    }
}
