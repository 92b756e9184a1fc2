//! The visible text of a paper with the places of its words, for searches that markup must not hide anything from.
//!
//! HTML tags are left out, although our pages show them as text, because other programs hide them.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use crate::model::paper::{Block, BlockKind, Inline, InlineKind, Link, Paper};
use crate::source::Span;

/// A text without its markup.
#[derive(Debug)]
pub struct Resolved {
    /// The words; blocks are apart by a blank line.
    pub text: String,
    /// The addresses of links and images that were written with escapes, without these, and the links' places in
    /// the source.
    pub targets: Vec<(String, Range<usize>)>,
    /// The start of each piece in the words, and its place in the source, in order.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Resolved {
    /// The words of a paper.
    #[must_use]
    pub fn new(paper: &Paper) -> Self {
        let resolved = Self { text: String::new(), targets: Vec::new(), pieces: Vec::new() };
        let mut writer = Writer { paper, resolved };
        writer.blocks(&paper.blocks);
        writer.resolved
    }

    /// The bytes of the source in which some of the words stand, the markup between them included.
    #[must_use]
    pub fn source(&self, words: Range<usize>) -> Range<usize> {
        let (first, last) = (self.place(words.start), self.place(words.end.saturating_sub(1)));
        first.start..last.end.max(first.start)
    }

    /// The place of a byte of the words: its own, or all of a piece that was written otherwise.
    fn place(&self, at: usize) -> Range<usize> {
        let next = self.pieces.partition_point(|(start, _)| *start <= at);
        let Some((start, source)) = next.checked_sub(1).and_then(|last| self.pieces.get(last)) else {
            return 0..0;
        };
        let end = self.pieces.get(next).map_or(self.text.len(), |(start, _)| *start);
        if source.len() == end - start {
            source.start + at - start..source.start + at - start + 1
        } else {
            source.clone()
        }
    }
}

struct Writer<'p> {
    paper: &'p Paper,
    resolved: Resolved,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.end(item.span);
                        self.blocks(&item.blocks);
                        self.end(item.span);
                    }
                }
                BlockKind::Quote(blocks) => {
                    self.end(block.span);
                    self.blocks(blocks);
                }
                BlockKind::Table(table) => {
                    for (row, end) in table.all_rows().zip(&table.row_ends) {
                        for cell in row {
                            self.inlines(&cell.inlines);
                            self.push(" | ", end_of(cell.span));
                        }
                        self.end(*end);
                    }
                }
                BlockKind::Rule | BlockKind::Tasks(_) | BlockKind::PlacedTable(_) => {}
                BlockKind::ItemWords(inlines) => self.inlines(inlines),
                BlockKind::Heading(_)
                | BlockKind::Paragraph(_)
                | BlockKind::Image(_)
                | BlockKind::Code { .. }
                | BlockKind::Html(_) => {
                    self.inlines(block.kind.inlines());
                    self.end(block.span);
                }
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(words) | InlineKind::Code(words) => self.push(words, inline.span),
                InlineKind::SoftBreak | InlineKind::HardBreak => self.push("\n", inline.span),
                InlineKind::Html(_) => {}
                InlineKind::Link(link) | InlineKind::Image(link) => self.link(link, inline.span),
                InlineKind::Strong(inlines) | InlineKind::Emphasis(inlines) => self.inlines(inlines),
            }
        }
    }

    fn link(&mut self, link: &Link, span: Span) {
        let target = percent_decode_str(&link.url).decode_utf8_lossy().into_owned();
        let range = self.paper.range(span);
        if !self.paper.source.value[range.clone()].contains(&target) {
            self.resolved.targets.push((target, range));
        }
        self.inlines(&link.inlines);
    }

    fn end(&mut self, span: Span) {
        self.push("\n\n", end_of(span));
    }

    fn push(&mut self, words: &str, span: Span) {
        self.resolved.pieces.push((self.resolved.text.len(), self.paper.range(span)));
        self.resolved.text.push_str(words);
    }
}

/// The empty place behind a span.
fn end_of(span: Span) -> Span {
    Span { start: span.end, ..span }
}

#[cfg(test)]
mod tests {
    use super::Resolved;
    use crate::testing::paper;

    #[test]
    fn words_keep_their_places() {
        let text = "甲[13`8`](a)0<b>0</b>&amp;1\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 戊 |\n";
        let resolved = Resolved::new(&paper(text));
        assert_eq!(resolved.text, "甲13800&1\n\n乙 | 丙 | \n\n丁 | 戊 | \n\n");
        assert_eq!(&text[resolved.source(3..8)], "13`8`](a)0<b>0");
        assert_eq!(&text[resolved.source(8..9)], "&amp;");
        assert_eq!(&text[resolved.source(9..10)], "1");
    }

    #[test]
    fn targets_are_read_without_their_escapes() {
        let resolved = Resolved::new(&paper("[甲](tel:1%33) [乙](tel:13) [丙][a]\n\n[a]: tel&#58;13\n"));
        let targets: Vec<&str> = resolved.targets.iter().map(|(target, _)| target.as_str()).collect();
        assert_eq!(targets, ["tel:13", "tel:13"]);
    }
}
