//! A Markdown text as its reader sees it, with the places of its words, for what must not be missed because of markup.
//!
//! Tags of HTML are left out, though our pages show them as text: elsewhere, and in a hurry, they are not seen.

use std::ops::Range;

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::text::markdown::events;

/// A text without its markup.
#[derive(Debug, Default)]
pub struct Resolved {
    /// The words; blocks are apart by a blank line.
    pub text: String,
    /// Where links and images lead that were written with escapes, without these, and the links' places.
    pub targets: Vec<(String, Range<usize>)>,
    /// Where each piece begins in the words, and its place in the Markdown, in order.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Resolved {
    /// Takes a Markdown text apart.
    #[must_use]
    pub fn new(markdown: &str) -> Self {
        let mut resolved = Self::default();
        for (event, range) in events(markdown) {
            match event {
                Event::Text(words) | Event::Code(words) => resolved.push(&words, range),
                Event::SoftBreak | Event::HardBreak => resolved.push("\n", range),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    let target = percent_decode_str(&dest_url).decode_utf8_lossy().into_owned();
                    if !markdown[range.clone()].contains(&target) {
                        resolved.targets.push((target, range));
                    }
                }
                Event::End(TagEnd::TableCell) => resolved.push(" | ", range.end..range.end),
                Event::Start(Tag::Item | Tag::BlockQuote(_))
                | Event::End(
                    TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::CodeBlock
                    | TagEnd::HtmlBlock
                    | TagEnd::TableHead
                    | TagEnd::TableRow,
                ) => resolved.push("\n\n", range.end..range.end),
                _ => {}
            }
        }
        resolved
    }

    /// The bytes of the Markdown in which some of the words stand, the markup between them included.
    #[must_use]
    pub fn source(&self, words: Range<usize>) -> Range<usize> {
        let (first, last) = (self.place(words.start), self.place(words.end.saturating_sub(1)));
        first.start..last.end.max(first.start)
    }

    fn push(&mut self, words: &str, source: Range<usize>) {
        self.pieces.push((self.text.len(), source));
        self.text.push_str(words);
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

#[cfg(test)]
mod tests {
    use super::Resolved;

    #[test]
    fn words_keep_their_places() {
        let text = "甲[13`8`](a)0<b>0</b>&amp;1\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 戊 |\n";
        let resolved = Resolved::new(text);
        assert_eq!(resolved.text, "甲13800&1\n\n乙 | 丙 | \n\n丁 | 戊 | \n\n");
        assert_eq!(&text[resolved.source(3..8)], "13`8`](a)0<b>0");
        assert_eq!(&text[resolved.source(8..9)], "&amp;");
        assert_eq!(&text[resolved.source(9..10)], "1");
    }

    #[test]
    fn targets_are_read_without_their_escapes() {
        let resolved = Resolved::new("[甲](tel:1%33) [乙](tel:13) [丙][a]\n\n[a]: tel&#58;13\n");
        let targets: Vec<&str> = resolved.targets.iter().map(|(target, _)| target.as_str()).collect();
        assert_eq!(targets, ["tel:13", "tel:13"]);
    }
}
