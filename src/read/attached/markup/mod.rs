//! HTML, XML and SVG: their texts, their programs, and references to files elsewhere.
//!
//! One lenient scanner reads all of them, because browsers run a document that is not well-formed up to its fault.
//! Comments are searched, too.

mod style;
pub(in crate::read) mod tags;

use crate::message;
use crate::model::attached::{FileKind, ending, kind};
use crate::read::attached::found::Found;
use crate::read::attached::markup::tags::{Piece, Tag, pieces};
use crate::read::attached::text;
use crate::text::message::Message;

/// Elements that run something or bring in another document.
const RUNNING: &[&str] = &[
    "applet",
    "base",
    "embed",
    "foreignobject",
    "form",
    "frame",
    "frameset",
    "handler",
    "iframe",
    "import",
    "listener",
    "object",
    "portal",
    "script",
];
/// Elements within a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "code", "del", "em", "font", "i", "ins", "label", "mark", "s", "small",
    "span", "strong", "sub", "sup", "tspan", "u", "wbr",
];
/// Attributes from which a page loads something by itself.
const LOADING: &[&str] =
    &["src", "srcset", "poster", "background", "data", "code", "archive", "lowsrc", "dynsrc"];
/// Encodings in which the scanner sees the same tags as a browser.
const ENCODINGS: &[&str] = &[
    "utf-8",
    "utf8",
    "utf-16",
    "utf-16le",
    "utf-16be",
    "gbk",
    "gb2312",
    "gb18030",
    "gb_2312-80",
    "us-ascii",
    "ascii",
    "iso-8859-1",
    "windows-1252",
];

/// Language of the markup, which decides which references are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    Svg,
    Html,
    Xml,
    /// Markup in a file published as plain text: a browser shows it and runs nothing.
    Text,
}

/// Searches a document.
pub fn read(path: &str, bytes: &[u8], found: &mut Found) {
    let source = text::checked(bytes, found);
    let language = language(path, &source);
    let mut words = Words::default();
    let mut in_style = false;
    for piece in pieces(&source) {
        match piece {
            Piece::Text(at, text) => {
                let line = tags::line_of(&source, at, &mut words.at);
                words.push(&text, line);
                if in_style && language != Language::Text {
                    style::check(&text, found);
                }
            }
            Piece::Tag(at, tag) => {
                in_style = tag.name == "style" && !tag.is_closing;
                let line = tags::line_of(&source, at, &mut words.at);
                if !INLINE.contains(&tag.name.as_str()) {
                    words.break_line(line);
                }
                for (_, value) in &tag.attributes {
                    found.text(|| text::line(line), value);
                }
                if language != Language::Text {
                    check(language, &tag, found);
                }
            }
            Piece::Declaration(at, declaration) => {
                let line = tags::line_of(&source, at, &mut words.at);
                found.text(|| text::line(line), declaration);
                if language != Language::Text {
                    declared(declaration, found);
                }
            }
        }
    }
    found.lines(|line| text::line(words.lines.get(line - 1).copied().unwrap_or(1)), &words.text);
}

/// Text of a document without tags, and the source line of each of its lines.
#[derive(Debug)]
struct Words {
    text: String,
    lines: Vec<usize>,
    /// Byte up to which source lines were counted, and the number of its line.
    at: (usize, usize),
}

impl Default for Words {
    fn default() -> Self {
        Self { text: String::new(), lines: vec![1], at: (0, 1) }
    }
}

impl Words {
    fn push(&mut self, text: &str, line: usize) {
        self.lines.extend((line + 1..).take(text.matches('\n').count()));
        self.text.push_str(text);
    }

    /// Begins a new line behind an element that is not inline.
    fn break_line(&mut self, line: usize) {
        self.lines.push(line);
        self.text.push('\n');
    }
}

fn language(path: &str, source: &str) -> Language {
    let head = source.get(..source.floor_char_boundary(4096)).unwrap_or_default().to_lowercase();
    match (kind(path), ending(path).as_str()) {
        (Some(FileKind::Prose | FileKind::Rows), _) => Language::Text,
        (_, "svg") => Language::Svg,
        (_, "html" | "htm") => Language::Html,
        _ if head.contains("<svg") || head.contains(":svg") => Language::Svg,
        _ if head.contains("<html") || head.contains("<!doctype html") => Language::Html,
        _ => Language::Xml,
    }
}

/// Reports a tag that runs a program or loads a file from elsewhere.
fn check(language: Language, tag: &Tag, found: &mut Found) {
    if tag.is_closing {
        return;
    }
    let name = tag.name.as_str();
    if RUNNING.contains(&name) {
        found.active("", message!("“{name}”元素", "an element {name:?}"));
    }
    let refreshes = |(key, value): &(String, String)| {
        key == "http-equiv" && !value.to_lowercase().starts_with("content-")
    };
    if name == "meta" && tag.attributes.iter().any(refreshes) {
        found.active(
            "",
            message!("自动跳转或改变设置的 meta 元素", "a meta element that redirects or changes settings"),
        );
    }
    for (key, value) in &tag.attributes {
        attribute(language, name, key, value, found);
    }
}

fn attribute(language: Language, name: &str, key: &str, value: &str, found: &mut Found) {
    if key.len() > 2 && key.starts_with("on") {
        found.active("", message!("事件属性“{key}”", "an event attribute {key:?}"));
    }
    if key == "srcdoc" {
        found.active("", message!("嵌入的网页", "an embedded page"));
    }
    if key == "style" || value.contains('\\') || value.to_lowercase().contains("url") {
        style::check(value, found);
    }
    if key == "charset" {
        encoding(value, found);
    }
    // Browsers pass over white space and control characters in an address.
    let address: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let address = address.to_lowercase();
    if ["javascript:", "vbscript:", "livescript:"].iter().any(|scheme| address.contains(scheme)) {
        found.active("", message!("以程序作为链接", "a link that is a program"));
    } else if address.contains("data:")
        && !style::is_image(&address)
        && address.split(';').any(|part| part.starts_with("data:"))
    {
        found.active("", message!("以数据作为链接（data:）", "a link that is data (data:)"));
    } else if is_outside(language, name, key, &address) {
        found.active("", outside());
    }
}

/// Remark about a reference to a file elsewhere.
fn outside() -> Message {
    message!("引用外部内容", "a reference to something outside of the file")
}

/// Whether an attribute loads a file from elsewhere.
fn is_outside(language: Language, name: &str, key: &str, address: &str) -> bool {
    if address.is_empty() || address.starts_with('#') || style::is_image(address) {
        return false;
    }
    match language {
        Language::Svg => key == "href" || LOADING.contains(&key) || key == "base",
        Language::Html => {
            (LOADING.contains(&key) || name == "link" && key == "href") && is_elsewhere(address)
        }
        Language::Xml | Language::Text => false,
    }
}

fn is_elsewhere(address: &str) -> bool {
    address.contains("//")
}

/// Reports declarations of style sheets, document types, entities and encodings that change how a browser reads the file.
fn declared(declaration: &str, found: &mut Found) {
    let lower = declaration.to_lowercase();
    if lower.starts_with("?xml-stylesheet") {
        found.active("", message!("外部样式（xml-stylesheet）", "a style sheet elsewhere (xml-stylesheet)"));
    }
    // Drawing programs refer to the DTD of the standard, which no browser loads.
    let has_entities = lower.contains('[');
    let is_elsewhere = lower.contains("system") || lower.contains("public") && !lower.contains("-//w3c//dtd");
    if lower.starts_with("!doctype") && (has_entities || is_elsewhere) {
        found.active(
            "",
            message!("外部或自定义的文档类型（DTD、实体）", "a document type of its own (DTD, entities)"),
        );
    }
    if lower.starts_with("!entity") {
        found.active(
            "",
            message!("外部或自定义的文档类型（DTD、实体）", "a document type of its own (DTD, entities)"),
        );
    }
    if let Some((_, rest)) = lower.split_once("encoding").filter(|_| lower.starts_with("?xml")) {
        let name = rest.trim_start_matches([' ', '=', '"', '\'']);
        encoding(name.split(['"', '\'', ' ', '?']).next().unwrap_or_default(), found);
    }
}

fn encoding(name: &str, found: &mut Found) {
    let name = name.trim().to_lowercase();
    if !name.is_empty() && !ENCODINGS.contains(&name.as_str()) {
        found
            .active("", message!("看不懂的文字编码“{name}”", "an encoding that cannot be checked: {name:?}"));
    }
}
