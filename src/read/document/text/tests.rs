//! Plain texts as documents, printed one block to a line.

use std::fmt::Write as _;

use snapbox::str;

use crate::read::document::text::of_text;
use crate::read::document::{BlockKind, Document};
use crate::testing::assert_snapshot;

fn printed(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        let _ = write!(out, "{:?} ", block.place);
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                let _ = writeln!(out, "{:?} {}", paragraph.look.align, paragraph.text());
            }
            BlockKind::Table(table) => {
                let _ = writeln!(out, "{}×{}", table.rows, table.columns);
                for cell in &table.cells {
                    let lines: Vec<String> =
                        cell.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
                    let _ =
                        writeln!(out, "  {},{} ×{} {}", cell.row, cell.column, cell.rows, lines.join("/"));
                }
            }
        }
    }
    for field in &document.fields {
        let _ = writeln!(out, "{:?} {}={}", field.place, field.label, field.value);
    }
    out
}
