//! HTML, XML and SVG: their texts, their programs, and references to files elsewhere.
//!
//! One lenient scanner reads all of them, because browsers run a document that is not well-formed up to its fault.
//! Comments are searched, too.

mod declaration;
mod elements;
mod language;
mod references;
mod style;
pub(in crate::read) mod tags;
mod words;

use crate::read::attached::found::Found;
use crate::read::attached::markup::declaration::declared;
use crate::read::attached::markup::elements::check;
use crate::read::attached::markup::language::{Language, language};
use crate::read::attached::markup::tags::{Piece, pieces};
use crate::read::attached::markup::words::Words;
use crate::read::attached::text;

/// Elements within a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "code", "del", "em", "font", "i", "ins", "label", "mark", "s", "small",
    "span", "strong", "sub", "sup", "tspan", "u", "wbr",
];

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
