//! The first words of a paper, in one line, for lists and feeds.

use crate::model::paper::{Block, BlockKind, Inline, InlineKind, Paper};

/// The words with which a paper begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Beginning {
    /// The words of paragraphs and lists, in one line.
    pub words: String,
    /// Whether something was left out: further words, a heading, a table, an image.
    pub more: bool,
}

impl Paper {
    /// The words with which the paper begins, `most` characters of them at the most.
    #[must_use]
    pub fn beginning(&self, most: usize) -> Beginning {
        let mut start = Start { beginning: Beginning { words: String::new(), more: false }, room: most };
        // Words that do not fit end the walk.
        let _ = start.blocks(&self.blocks);
        start.beginning
    }
}

struct Start {
    beginning: Beginning,
    /// Number of further characters that fit.
    room: usize,
}

impl Start {
    fn blocks(&mut self, blocks: &[Block]) -> Option<()> {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) | BlockKind::ItemWords(inlines) => self.inlines(inlines)?,
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.blocks(&item.blocks)?;
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks)?,
                BlockKind::Heading(_)
                | BlockKind::Table(_)
                | BlockKind::Image(_)
                | BlockKind::Code { .. }
                | BlockKind::Html(_)
                | BlockKind::Tasks(_)
                | BlockKind::PlacedTable(_) => self.beginning.more = true,
                BlockKind::Rule => {}
            }
        }
        Some(())
    }

    /// `None` once the words do not fit.
    fn inlines(&mut self, inlines: &[Inline]) -> Option<()> {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(words) | InlineKind::Code(words) => self.words(words)?,
                // Lines of Chinese are joined as they are; a Latin word needs a space before the next one.
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    if self.beginning.words.ends_with(|c: char| c.is_ascii_graphic()) {
                        self.beginning.words.push(' ');
                    }
                }
                InlineKind::Image(_) => self.beginning.more = true,
                InlineKind::Html(_) => {}
                InlineKind::Strong(_) | InlineKind::Emphasis(_) | InlineKind::Link(_) => {
                    self.inlines(inline.kind.inlines())?;
                }
            }
        }
        Some(())
    }

    fn words(&mut self, words: &str) -> Option<()> {
        for c in words.chars() {
            let Some(room) = self.room.checked_sub(1) else {
                self.beginning.more = true;
                return None;
            };
            self.room = room;
            self.beginning.words.push(c);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::Beginning;
    use crate::testing::paper;

    #[test]
    fn a_beginning_is_words_in_one_line() {
        let begun = |text: &str, most: usize| {
            let Beginning { words, more } = paper(text).beginning(most);
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
}
