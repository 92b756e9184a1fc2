//! The one place that configures pulldown-cmark, and the words of a Markdown text with their places.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text::character::is_barred;

/// What our Markdown knows beyond `CommonMark`: tables, as papers have them.
const OPTIONS: Options = Options::ENABLE_TABLES;

/// Stands for what is shown but is no text of the paper: code and raw HTML.
const OBJECT: &str = "\u{fffc}";

/// The events of a Markdown text, each with its byte range in that text.
#[must_use]
pub fn events(text: &str) -> pulldown_cmark::OffsetIter<'_, pulldown_cmark::DefaultBrokenLinkCallback> {
    Parser::new_ext(text, OPTIONS).into_offset_iter()
}

/// What a block of words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, with the number of its `#`.
    Heading(usize),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
}

/// Words that are read in one go, as a reader sees them: without markup, link targets and code.
#[derive(Debug)]
pub struct Block {
    /// What they are.
    pub kind: BlockKind,
    /// The words; a line feed where the line ends in the file.
    pub text: String,
    /// The bytes of the Markdown from the block's first to its last.
    pub range: Range<usize>,
    pieces: Vec<Piece>,
}

/// A part of the words that stands in one stretch in the Markdown.
#[derive(Debug)]
struct Piece {
    words: Range<usize>,
    source: Range<usize>,
}

impl Block {
    /// The bytes of the Markdown in which some of the words stand; they are as many as those of the words,
    /// unless there is markup between or an escaped character among them.
    #[must_use]
    pub fn source(&self, words: Range<usize>) -> Range<usize> {
        let holds = |at: usize| {
            let piece = self.pieces.get(self.pieces.partition_point(|piece| piece.words.end <= at));
            piece.filter(|piece| piece.words.contains(&at))
        };
        let start = holds(words.start).map_or(self.range.end, |piece| piece.place(words.start).start);
        let end = words.end.checked_sub(1).filter(|last| *last >= words.start).and_then(holds);
        start..end.map_or(start, |piece| piece.place(words.end).end)
    }

    fn push(&mut self, words: &str, source: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push(Piece { words: start..self.text.len(), source });
    }
}

impl Piece {
    /// The bytes of the Markdown up to and from a byte of the words: one place, or all of an escape.
    fn place(&self, at: usize) -> Range<usize> {
        if self.words.len() != self.source.len() {
            return self.source.clone();
        }
        let place = self.source.start + at - self.words.start;
        place..place
    }
}

/// Character references of a Markdown text that stand for characters no output can hold, such as `&#11;`.
#[must_use]
pub fn barred_references(text: &str) -> Vec<(Range<usize>, char)> {
    let references = text.match_indices("&#").filter_map(|(at, _)| {
        let rest = text[at + 2..].get(..9).unwrap_or(&text[at + 2..]);
        let (number, _) = rest.split_once(';')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = char::from_u32(code).filter(|c| *c != '\0' && is_barred(*c))?;
        Some((at..at + 2 + number.len() + 1, c))
    });
    let mut references: Vec<_> = references.collect();
    if !references.is_empty() {
        let literal: BTreeSet<usize> = literal(text, references.iter().map(|(range, _)| range.start));
        references.retain(|(range, _)| !literal.contains(&range.start));
    }
    references
}

/// Which of some places of a Markdown text stand in code, in HTML or behind a backslash, where a reference is none.
fn literal(text: &str, places: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let places: BTreeSet<usize> = places.collect();
    let mut literal = BTreeSet::new();
    let mut code = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => literal.extend(places.range(range)),
            Event::Text(_) if code => literal.extend(places.range(range)),
            // Behind a backslash a text begins with the mark itself.
            Event::Text(words) if words.starts_with("&#") => literal.extend(places.get(&range.start)),
            _ => {}
        }
    }
    literal
}

/// The blocks of a Markdown text, in order.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // Whether the last block is still being written, in how many items of lists, and in code or HTML.
    let (mut open, mut items, mut hidden) = (false, 0_usize, false);
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Item) => items += 1,
            Event::End(TagEnd::Item) => items = items.saturating_sub(1),
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => hidden = true,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => hidden = false,
            _ => {}
        }
        if let Some(kind) = begun(&event, items > 0) {
            blocks.push(Block { kind, text: String::new(), range: range.clone(), pieces: Vec::new() });
            open = true;
        }
        if matches!(
            event,
            Event::End(TagEnd::Item | TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell)
        ) {
            open = false;
        }
        if let (true, Some(words), Some(block)) = (open && !hidden, shown(&event), blocks.last_mut()) {
            block.push(words, range);
        }
    }
    blocks.retain(|block| !block.text.is_empty());
    blocks
}

/// The kind of block that an event begins.
fn begun(event: &Event<'_>, in_item: bool) -> Option<BlockKind> {
    match event {
        Event::Start(Tag::Item) => Some(BlockKind::Item),
        Event::Start(Tag::Heading { level, .. }) => Some(BlockKind::Heading(*level as usize)),
        Event::Start(Tag::Paragraph) if in_item => Some(BlockKind::Item),
        Event::Start(Tag::Paragraph) => Some(BlockKind::Paragraph),
        Event::Start(Tag::TableCell) => Some(BlockKind::Cell),
        _ => None,
    }
}

/// The words that an event shows.
fn shown<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(words) => Some(words),
        Event::Code(_) | Event::InlineHtml(_) => Some(OBJECT),
        Event::SoftBreak | Event::HardBreak => Some("\n"),
        _ => None,
    }
}

/// The words with which a text begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Those of its paragraphs and lists, in one line.
    pub words: String,
    /// Whether the text says more: further words, a heading, a table, an image.
    pub more: bool,
}

/// The words with which a text begins, `most` characters of them at the most.
#[must_use]
pub fn beginning(text: &str, most: usize) -> Beginning {
    let mut start = Beginning { words: String::new(), more: false };
    let (mut length, mut hidden) = (0_usize, 0_usize);
    for (event, _) in events(text) {
        match &event {
            Event::Start(
                Tag::Heading { .. } | Tag::Table(_) | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock,
            ) => {
                hidden += 1;
                start.more = true;
            }
            Event::End(
                TagEnd::Heading(_) | TagEnd::Table | TagEnd::Image | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => hidden -= 1,
            // Lines of Chinese are joined as they are; a Latin word needs a space before the next one.
            Event::SoftBreak | Event::HardBreak if start.words.ends_with(|c: char| c.is_ascii_graphic()) => {
                start.words.push(' ');
            }
            Event::Text(words) | Event::Code(words) if hidden == 0 => {
                for c in words.chars() {
                    if length == most {
                        return Beginning { more: true, ..start };
                    }
                    start.words.push(c);
                    length += 1;
                }
            }
            _ => {}
        }
    }
    start
}

/// A line of words as a paragraph that shows these words and nothing else.
#[must_use]
pub fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '{') {
            out.push('\\');
        }
        out.push(c);
    }
    // What begins a heading, a quotation, a list, a line across or code, where it stands first.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => Some(digits),
        Some('#' | '>' | '-' | '+' | '=' | '~' | '|' | ':') if digits == 0 => Some(0),
        _ => None,
    };
    if let Some(at) = mark {
        out.insert(at, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn escaped_words_are_read_as_they_are(
            line in r"[-+=#>~|:0-9.)*_`\\\[\](){}<>&!; \ta-z甲。　]{0,3}[ -~甲乙，。“（\u{3000}\u{a0}]{0,12}",
        ) {
            let line = line.trim();
            let blocks = blocks(&escaped(line));
            let shown: Vec<_> = blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
            let expected = if line.is_empty() { vec![] } else { vec![(BlockKind::Paragraph, line)] };
            prop_assert_eq!(shown, expected);
        }
    }

    #[test]
    fn words_keep_their_places() {
        use BlockKind::{Cell, Heading, Item, Paragraph};
        let text = "# 总体\n\n甲**乙**丙[丁](a,b)`x`&amp;戊\n己\n\n- 庚\n- 辛\n\n| 壬 |\n|---|\n| 癸 |\n\n```\nx\n```\n\n<!-- 子 -->\n";
        let blocks = blocks(text);
        let seen: Vec<_> = blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(
            seen,
            [
                (Heading(1), "总体"),
                (Paragraph, "甲乙丙丁\u{fffc}&戊\n己"),
                (Item, "庚"),
                (Item, "辛"),
                (Cell, "壬"),
                (Cell, "癸")
            ]
        );
        let paragraph = &blocks[1];
        let written = |words: Range<usize>| &text[paragraph.source(words)];
        assert_eq!(written(0..3), "甲");
        assert_eq!(written(3..6), "乙");
        assert_eq!(written(0..9), "甲**乙**丙");
        assert_eq!(written(9..12), "丁");
        assert_eq!(written(15..16), "&amp;");
        assert_eq!(written(16..19), "戊");
        assert_eq!(written(16..23), "戊\n己");
        assert_eq!(written(23..23), "");
    }

    #[test]
    fn references_to_what_no_output_can_hold() {
        let found = |text: &str| -> Vec<String> {
            barred_references(text).into_iter().map(|(range, _)| text[range].to_owned()).collect()
        };
        let text = "甲&#11;乙&#xFFFE;&#x1b;[丙](<d&#12;> \"e&#127;\") &#39;&#x;&#;&#99999999;&#65;&#0;";
        assert_eq!(found(text), ["&#11;", "&#xFFFE;", "&#x1b;", "&#12;", "&#127;"]);
        assert_eq!(found("`&#11;` \\&#11; <b a=\"&#11;\">\n\n    &#11;\n\n```\n&#11;\n```\n"), [""; 0]);
        assert_eq!(found("\\\\&#11;"), ["&#11;"]);
    }

    #[test]
    fn a_beginning_is_words_in_one_line() {
        let begun = |text: &str, most: usize| {
            let Beginning { words, more } = beginning(text, most);
            format!("{words}{}", if more { "…" } else { "" })
        };
        assert_eq!(
            begun("检查**12家**，\n整改`3`处。\n\n- 一是复查；\n- 二是通报。\n", 99),
            "检查12家，整改3处。一是复查；二是通报。"
        );
        assert_eq!(begun("检查12家。", 6), "检查12家。");
        assert_eq!(begun("检查12家。", 5), "检查12家…");
        assert_eq!(begun("one\ntwo", 99), "one two");
        for more in
            ["# 一\n\n甲", "甲\n\n| 表 |\n|---|\n| 乙 |\n", "甲\n\n![图](a.png)\n", "甲\n\n```\nx\n```\n"]
        {
            assert_eq!(begun(more, 99), "甲…", "{more}");
        }
        assert_eq!(begun("", 99), "");
    }

    #[test]
    fn lists_within_lists() {
        let blocks = blocks("- 甲\n  - 乙\n\n    丙\n- 丁\n\n戊\n");
        let seen: Vec<_> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(seen, ["甲", "乙", "丙", "丁", "戊"]);
        assert_eq!(blocks[2].kind, BlockKind::Item);
        assert_eq!(blocks[4].kind, BlockKind::Paragraph);
    }
}
