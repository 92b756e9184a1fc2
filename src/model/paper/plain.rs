//! A paper as plain lines, for outputs without markup, such as the cells of a workbook.

use crate::model::paper::{Block, BlockKind, Inline, InlineKind, Paper};

impl Paper {
    /// The words as a reader sees them, a line for each paragraph, item and row of a table. Of an image its words stay,
    /// as （图：…）.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut lines = Lines(String::new());
        lines.blocks(&self.blocks);
        lines.0.trim().to_owned()
    }
}

/// The text so far.
struct Lines(String);

impl Lines {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::List(list) => {
                    for (number, item) in (list.first.unwrap_or(0)..).zip(&list.items) {
                        self.begin_line();
                        match list.first {
                            Some(_) => self.0.extend([number.to_string().as_str(), ". "]),
                            None => self.0.push_str("· "),
                        }
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Quote(blocks) | BlockKind::Tasks(blocks) => self.blocks(blocks),
                BlockKind::Table(table) => {
                    for row in table.all_rows() {
                        self.begin_line();
                        for (i, cell) in row.iter().enumerate() {
                            self.0.push_str(if i > 0 { " | " } else { "" });
                            self.inlines(&cell.inlines);
                        }
                    }
                }
                BlockKind::Rule | BlockKind::PlacedTable(_) => self.begin_line(),
                BlockKind::ItemWords(inlines) => self.inlines(inlines),
                BlockKind::Paragraph(_) | BlockKind::Image(_) => {
                    // The first paragraph of an item goes on behind its mark.
                    if !self.0.ends_with(". ") && !self.0.ends_with("· ") {
                        self.begin_line();
                    }
                    self.inlines(block.kind.inlines());
                }
                BlockKind::Heading(_) | BlockKind::Code { .. } | BlockKind::Html(_) => {
                    self.begin_line();
                    self.inlines(block.kind.inlines());
                }
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(words) | InlineKind::Code(words) | InlineKind::Html(words) => {
                    self.0.push_str(words);
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => self.0.push('\n'),
                InlineKind::Image(image) => {
                    self.0.push_str("（图：");
                    self.inlines(&image.inlines);
                    self.0.push('）');
                }
                InlineKind::Strong(_) | InlineKind::Emphasis(_) | InlineKind::Link(_) => {
                    self.inlines(inline.kind.inlines());
                }
            }
        }
    }

    fn begin_line(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with('\n') {
            self.0.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::paper;

    fn plain(markdown: &str) -> String {
        paper(markdown).plain()
    }

    #[test]
    fn paragraphs_lists_and_tables_become_lines() {
        let markdown = "检查**12家**，见[办法](a.md)。\n\n1. 一\n2. 二\n   - 内\n\n后文\n续行\n\n| 月 | 次 |\n|---|---|\n|  | 3 |\n";
        assert_eq!(plain(markdown), "检查12家，见办法。\n1. 一\n2. 二\n· 内\n后文\n续行\n月 | 次\n | 3");
    }

    #[test]
    fn what_was_escaped_is_as_it_was() {
        assert_eq!(plain("1\\. 整改\\*3\\*处"), "1. 整改*3*处");
    }

    #[test]
    fn images_and_code_keep_their_words() {
        assert_eq!(plain("# 题\n\n![步骤](a.svg)\n\n```\n=1+1\n```\n"), "题\n（图：步骤）\n=1+1");
        assert_eq!(plain(""), "");
    }
}
