//! Declarations that change how a browser reads a document: style sheets, document types, entities, encodings.

use crate::message;
use crate::read::attached::found::Found;

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

/// Reports declarations of style sheets, document types, entities and encodings that change how a browser reads the file.
pub(super) fn declared(declaration: &str, found: &mut Found) {
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

pub(super) fn encoding(name: &str, found: &mut Found) {
    let name = name.trim().to_lowercase();
    if !name.is_empty() && !ENCODINGS.contains(&name.as_str()) {
        found
            .active("", message!("看不懂的文字编码“{name}”", "an encoding that cannot be checked: {name:?}"));
    }
}
