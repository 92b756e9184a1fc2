//! Plain text as a document: a line is a paragraph.
//!
//! Spaces before a line tell where it stood on the paper, and are left out. Rows with tabs or bars, rows
//! whose cells begin at the same columns, and columns whose cells stand one below the other, are tables; lines of labels
//! and values, as portals print them, are fields.

mod labels;
mod listed;
mod rows;

use crate::read::document::fault::{Fault, Problem};
use crate::read::document::text::labels::labels;
use crate::read::document::text::listed::listed;
use crate::read::document::text::rows::{rows, spaced};
use crate::read::document::{Align, Block, BlockKind, Document, Field, Look, Paragraph, Place, Table, Words};
use crate::text::encoding::{self, decode};
use crate::text::width::columns;

/// A line of a text.
#[derive(Clone, Copy, Debug)]
pub struct TextLine<'t> {
    /// Its number, from 1.
    pub number: u32,
    /// Its width in columns up to its first character.
    pub indent: usize,
    /// The line as it is.
    pub whole: &'t str,
    /// The line without the spaces at both ends.
    pub text: &'t str,
}

impl TextLine<'_> {
    fn place(&self) -> Place {
        Place::Line(self.number)
    }
}

/// Lines that are one table, and the number of lines.
type FoundTable = (Table, usize);

/// Reads a text in any encoding that is known.
pub fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let decoded = decode(bytes.to_vec());
    if matches!(decoded.fault, Some(encoding::Fault::Unknown(_))) {
        return Err(Problem::Encoding.into());
    }
    // Some programs end a line by a carriage return alone.
    Ok(of_text(&decoded.text.replace("\r\n", "\n").replace('\r', "\n")))
}

/// The document of a text.
fn of_text(text: &str) -> Document {
    let lines: Vec<TextLine<'_>> =
        (1..).zip(text.lines()).map(|(number, line)| line_of(number, line)).collect();
    let mut document = Document::default();
    let mut at = 0;
    let mut is_among_fields = false;
    while let Some(line) = lines.get(at) {
        let rest = &lines[at..];
        if let Some((table, length)) = rows(rest).or_else(|| spaced(rest)).or_else(|| listed(rest)) {
            document.blocks.push(Block { place: line.place(), kind: BlockKind::Table(table) });
            at += length;
            continue;
        }
        let fields = labels(line.text, is_among_fields);
        is_among_fields =
            line.text == labels::HEADING || is_among_fields && (line.text.is_empty() || !fields.is_empty());
        if fields.is_empty() && !line.text.is_empty() {
            document.blocks.push(Block { place: line.place(), kind: BlockKind::Paragraph(paragraph(line)) });
        }
        let place = line.place();
        document.fields.extend(fields.into_iter().map(|(label, value)| Field { label, value, place }));
        at += 1;
    }
    document
}

fn line_of(number: u32, whole: &str) -> TextLine<'_> {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let text = whole.trim_matches(is_blank);
    let start = whole.len() - whole.trim_start_matches(is_blank).len();
    let indent =
        whole[..start].chars().map(|c| if c == '\t' { 4 } else { columns(c.encode_utf8(&mut [0; 4])) }).sum();
    TextLine { number, indent, whole, text }
}

fn paragraph(line: &TextLine<'_>) -> Paragraph {
    let look = Look { align: align(line), is_indented: line.indent > 0, ..Look::default() };
    Paragraph { words: vec![plain(line.text)], look, ..Paragraph::default() }
}

/// Words without a look.
fn plain(text: &str) -> Words {
    Words::Text { text: text.to_owned(), is_bold: false }
}

/// The alignment that the spaces before a line make: two characters are the indent of a paragraph, more of them move a
/// short line to the middle or to the right of a line of 28 characters (GB/T 9704-2012, 5.2.3).
fn align(line: &TextLine<'_>) -> Align {
    const LINE: usize = 56;
    if line.indent < 6 || columns(line.text) > LINE {
        return Align::Start;
    }
    let middle = line.indent + columns(line.text) / 2;
    if middle > LINE * 5 / 8 { Align::End } else { Align::Center }
}

#[cfg(test)]
mod tests;
