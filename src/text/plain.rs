//! A Markdown text as plain lines, for where there is no markup: the cells of a workbook.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::text::markdown::events;

/// The words as a reader sees them, a line for each paragraph, item and row of a table. Of an image its words stay,
/// as （图：…）.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut lines = Lines::default();
    for (event, _) in events(markdown) {
        lines.take(&event);
    }
    lines.text.trim().to_owned()
}

/// The text so far.
#[derive(Default)]
struct Lines {
    text: String,
    /// The lists that are open, each with the number of its next item where it has numbers.
    lists: Vec<Option<u64>>,
    /// The cells of the row so far.
    cells: usize,
}

impl Lines {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.text.push_str(words);
            }
            Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.begin_line(),
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(*tag),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(first) => self.lists.push(*first),
            Tag::Item => {
                self.begin_line();
                match self.lists.last_mut() {
                    Some(Some(number)) => {
                        self.text.push_str(&number.to_string());
                        self.text.push_str(". ");
                        *number += 1;
                    }
                    _ => self.text.push_str("· "),
                }
            }
            // The first paragraph of an item goes on behind its mark.
            Tag::Paragraph if self.text.ends_with(". ") || self.text.ends_with("· ") => {}
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock => self.begin_line(),
            Tag::TableHead | Tag::TableRow => {
                self.begin_line();
                self.cells = 0;
            }
            Tag::TableCell => {
                self.text.push_str(if self.cells > 0 { " | " } else { "" });
                self.cells += 1;
            }
            Tag::Image { .. } => self.text.push_str("（图："),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Image => self.text.push('）'),
            _ => {}
        }
    }

    fn begin_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

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
