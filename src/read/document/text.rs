//! Plain text: a paragraph for each line that has words.

use crate::read::document::fault::{Fault, Problem};
use crate::read::document::{Block, BlockKind, Document, Paragraph, Place, Words};
use crate::text::encoding::{self, decode};

/// Reads a text.
pub fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let decoded = decode(bytes.to_vec());
    if matches!(decoded.fault, Some(encoding::Fault::Unknown(_))) {
        return Err(Problem::Encoding.into());
    }
    let line = |(number, line): (u32, &str)| {
        let words = vec![Words::Text { text: line.trim_end().to_owned(), is_bold: false }];
        let paragraph = Paragraph { words, ..Paragraph::default() };
        Block { place: Place::Line(number), kind: BlockKind::Paragraph(paragraph) }
    };
    let lines = (1..).zip(decoded.text.lines()).filter(|(_, line)| !line.trim().is_empty());
    Ok(Document { blocks: lines.map(line).collect(), ..Document::default() })
}
