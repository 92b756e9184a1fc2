//! The state of the import of a paper: findings at its lines.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::read::document::{BlockKind, Cell, Document, Place, Words};
use crate::read::import::Kind;
use crate::read::import::intake::Intake;
use crate::source::Span;

/// The most empty lines that are shown between two lines of a file.
const MOST_LINES: u32 = 2_000_000;

/// The characters of a line that a finding marks: a paragraph is long.
const MARKED: usize = 20;

/// The import of one paper.
pub struct PaperIntake<'n> {
    /// Findings, and the import of tables.
    pub intake: Intake<'n>,
    /// The part of the file's text at each place.
    parts: BTreeMap<u32, Range<usize>>,
}

impl<'n> PaperIntake<'n> {
    /// An import without findings yet. The text that findings show has a line for each line or paragraph of the file, so
    /// that its number is the number that people count.
    pub fn new(file: &'n str, document: &Document) -> Self {
        let (mut text, mut parts, mut line) = (String::new(), BTreeMap::new(), 1);
        for block in &document.blocks {
            let number = number(block.place).min(MOST_LINES);
            let words = match &block.kind {
                BlockKind::Paragraph(paragraph) => {
                    let mark = paragraph.number.as_ref().map_or("", |(number, _)| number);
                    let text = paragraph.text();
                    let picture = paragraph.words.iter().find_map(|words| match words {
                        Words::Picture(index) => document.pictures.get(*index),
                        _ => None,
                    });
                    match picture.filter(|_| text.trim().is_empty()) {
                        Some(picture) => format!("〔图片：{}〕", picture.name),
                        None => format!("{mark}{text}"),
                    }
                }
                BlockKind::Table(table) => {
                    let first = table.cells.iter().filter(|cell| cell.row == 0).map(Cell::text);
                    first.collect::<Vec<_>>().join(" | ")
                }
            };
            while line < number {
                text.push('\n');
                line += 1;
            }
            let start = text.len();
            text.push_str(&words.replace(['\n', '\r'], " "));
            let end = text[start..].char_indices().nth(MARKED).map_or(text.len(), |(at, _)| start + at);
            parts.entry(number).or_insert(start..end);
        }
        Self { intake: Intake::with_text(Kind::Table, file, text), parts }
    }

    /// Reports a finding about a line of the file.
    pub fn find(&mut self, place: Place, finding: impl FnOnce(Span) -> Diagnostic) {
        let part = self.parts.range(..=number(place).min(MOST_LINES)).next_back();
        let part = part.map_or(0..0, |(_, part)| part.clone());
        self.intake.find_in_text(part, finding);
    }
}

/// The number of a place.
pub fn number(place: Place) -> u32 {
    match place {
        Place::Paragraph(number) | Place::Line(number) => number,
    }
}

/// The name of a table for findings about its cells.
pub fn table_name(place: Place) -> String {
    match place {
        Place::Paragraph(number) => format!("第{number}段的表"),
        Place::Line(number) => format!("第{number}行的表"),
    }
}
