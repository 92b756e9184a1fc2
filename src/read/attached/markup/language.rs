//! The language of a document, which decides which references are allowed.

use crate::model::attached::{FileKind, ending, kind};

/// Language of the markup, which decides which references are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Svg,
    Html,
    Xml,
    /// Markup in a file published as plain text: a browser shows it and runs nothing.
    Text,
}

pub(super) fn language(path: &str, source: &str) -> Language {
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
