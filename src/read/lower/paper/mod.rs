//! A Markdown text becomes a paper: parsed, numbered, its placeholder expanded, its links resolved.

mod duties;
mod numbers;
mod placed;
mod references;
mod tasks;
mod tree;
mod words;

pub use duties::Pattern;
pub use numbers::Numbers;
pub use placed::{Unplaced, placed_table};
pub use tasks::{TaskTable, is_known, names};

use crate::model::paper::{Block, BlockKind, Inline, InlineKind, Paper};
use crate::read::fault::{files, markup};
use crate::read::lower::Lower;
use crate::source::{FileId, Located, Span};

/// The surroundings of a paper.
#[derive(Clone, Copy)]
pub struct Home<'p> {
    /// The folders from which addresses count: the first in which a file is found.
    pub folders: &'p [&'p str],
    /// The anchors of the page.
    pub anchors: &'p [String],
    /// The tables of `{{任务要求}}` and `{{责任分解表}}`, where these may be written.
    pub tables: Option<&'p [TaskTable<'p>]>,
}

impl Lower<'_> {
    /// The paper of a Markdown text. Links that lead nowhere, tags, and references to characters that no output can
    /// hold are reported.
    pub(super) fn parsed(&self, source: Located<String>, home: Home<'_>) -> Paper {
        for (reference, c) in references::barred(&source.value) {
            let span = source.span.part(reference.start, reference.end);
            self.report.borrow_mut().push(files::barred_character(span, c));
        }
        let mut blocks = tree::blocks(&source, home.tables);
        self.resolve_blocks(&mut blocks, home);
        Paper { source, blocks }
    }

    fn resolve_blocks(&self, blocks: &mut [Block], home: Home<'_>) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading(heading) => self.resolve(&mut heading.inlines, home),
                BlockKind::Paragraph(inlines) | BlockKind::ItemWords(inlines) => self.resolve(inlines, home),
                BlockKind::Html(lines) => {
                    let spans = lines.iter().map(|line| line.span);
                    spans.for_each(|span| self.report.borrow_mut().push(markup::raw_html(span)));
                }
                BlockKind::Image(image) => self.resolve(std::slice::from_mut(image), home),
                BlockKind::List(list) => {
                    for item in &mut list.items {
                        self.resolve_blocks(&mut item.blocks, home);
                    }
                }
                BlockKind::Table(table) => {
                    for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                        self.resolve(&mut cell.inlines, home);
                    }
                }
                BlockKind::Quote(blocks) => self.resolve_blocks(blocks, home),
                BlockKind::Code { .. }
                | BlockKind::Rule
                | BlockKind::Tasks(_)
                | BlockKind::PlacedTable(_) => {}
            }
        }
    }

    fn resolve(&self, inlines: &mut [Inline], home: Home<'_>) {
        for inline in inlines {
            match &mut inline.kind {
                // A closing tag needs no finding beside that of its opening tag.
                InlineKind::Html(tag) if tag.starts_with("</") => {}
                InlineKind::Html(_) => self.report.borrow_mut().push(markup::raw_html(inline.span)),
                InlineKind::Link(link) | InlineKind::Image(link) => {
                    link.target = self.target(&link.url, link.place, home);
                    self.resolve(&mut link.inlines, home);
                }
                InlineKind::Strong(inlines) | InlineKind::Emphasis(inlines) => self.resolve(inlines, home),
                InlineKind::Text(_) | InlineKind::SoftBreak | InlineKind::HardBreak | InlineKind::Code(_) => {
                }
            }
        }
    }
}

/// A paper that stands alone: its links are not resolved.
#[must_use]
pub fn of_text(markdown: &str) -> Paper {
    let source = Located::new(markdown.to_owned(), Span::new(FileId(0), 0, markdown.len()));
    let blocks = tree::blocks(&source, None);
    Paper { source, blocks }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::of_text;
    use crate::model::paper::block_text::Role;
    use crate::text::markdown::escaped;

    proptest! {
        #[test]
        fn escaped_words_are_read_as_they_are(
            line in r"[-+=#>~|:0-9.)*_`\\\[\](){}<>&!; \ta-z甲。　]{0,3}[ -~甲乙，。“（\u{3000}\u{a0}]{0,12}",
        ) {
            let line = line.trim();
            let texts = of_text(&escaped(line)).texts();
            let shown: Vec<_> = texts.iter().map(|block| (block.role, block.text.as_str())).collect();
            let expected = if line.is_empty() { vec![] } else { vec![(Role::Paragraph, line)] };
            prop_assert_eq!(shown, expected);
        }
    }

    /// Deeper markup than anybody writes keeps its words, and a walk over the tree its stack.
    #[test]
    fn deep_nesting_keeps_its_words() {
        for (open, close) in [("> ", ""), ("- ", ""), ("1. > - ", ""), ("*a **", "** b*"), ("![x", "](u)")] {
            let markdown = format!("{}甲{}\n", open.repeat(5_000), close.repeat(5_000));
            let words: String = of_text(&markdown).texts().into_iter().map(|block| block.text).collect();
            assert!(words.contains('甲'), "{open}");
        }
    }
}
