//! Words of the paragraph that is being read, as browsers show them.

use crate::read::document::fault::Fault;
use crate::read::document::gather::{Tally, push};
use crate::read::document::page::blocks::Walk;
use crate::read::document::page::look::State;
use crate::read::document::{Block, BlockKind, LeftOut, LeftOutKind, Look, Paragraph, Place, Words};

/// The paragraph that is being read.
#[derive(Default)]
pub struct Draft {
    pub words: Vec<Words>,
    pub tally: Tally,
    pub first: Option<State>,
    pub number: Option<(String, u8)>,
    pub begins_page: bool,
    /// Whether a line ends before the next words.
    pub ends_line: bool,
}

impl Walk<'_> {
    /// Adds a text as browsers show it.
    pub fn text(&mut self, text: &str, state: &State, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        let shown = if state.is_pre { text.to_owned() } else { collapsed(text) };
        // Old editors write paragraphs as lines that begin with two wide spaces.
        let is_indented = shown.starts_with("\u{3000}\u{3000}") || shown.starts_with("\u{A0}\u{A0}");
        if is_indented && self.draft.words.last() == Some(&Words::LineBreak) {
            self.flush(blocks)?;
        }
        let mut lines = shown.split('\n').peekable();
        while let Some(line) = lines.next() {
            self.line(line, state)?;
            if lines.peek().is_some() {
                self.end_line(state, blocks)?;
            }
        }
        Ok(())
    }

    fn line(&mut self, line: &str, state: &State) -> Result<(), Fault> {
        let place = Place::Paragraph(self.count + 1);
        let begins = matches!(self.draft.words.last(), None | Some(Words::LineBreak)) || self.draft.ends_line;
        let ends_in_space = match self.draft.words.last() {
            Some(Words::Text { text, .. } | Words::Link { text, .. }) => text.ends_with(' '),
            _ => false,
        };
        let line = if begins || ends_in_space { line.strip_prefix(' ').unwrap_or(line) } else { line };
        if line.is_empty() {
            return Ok(());
        }
        let line = line.replace('\u{A0}', " ");
        let letters = state.raised.map(|raised| raised.write(&line));
        let is_flat = letters == Some(None);
        let line = letters.flatten().unwrap_or(line);
        let is_new_line = std::mem::take(&mut self.draft.ends_line) && !self.draft.is_blank();
        if is_new_line && self.draft.words.last() != Some(&Words::LineBreak) {
            self.draft.words.push(Words::LineBreak);
        }
        let href = state.link.and_then(|link| self.page.nodes[link].get("href")).map(str::trim);
        let url = href.filter(|href| leads_somewhere(href));
        self.budget.text(line.len()).map_err(|fault| fault.at(place))?;
        if push(&mut self.draft.words, &line, state.is_bold, url) {
            self.budget.piece().map_err(|fault| fault.at(place))?;
            self.budget.text(url.map_or(0, str::len)).map_err(|fault| fault.at(place))?;
        }
        self.draft.tally.add(&line, (state.typeface, state.half_points, state.is_red));
        self.draft.first.get_or_insert(*state);
        if state.is_struck {
            self.tell(LeftOutKind::Struck, &line)?;
        }
        if is_flat {
            self.tell(LeftOutKind::Raised, &line)?;
        }
        Ok(())
    }

    /// Ends a line; the second end without words between ends the paragraph.
    pub fn end_line(&mut self, state: &State, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        self.draft.ends_line = false;
        if self.draft.words.is_empty() {
            return Ok(());
        }
        if self.draft.words.last() == Some(&Words::LineBreak) {
            return self.flush(blocks);
        }
        self.draft.first.get_or_insert(*state);
        self.put(Words::LineBreak)
    }

    /// Adds words that are no text.
    pub fn put(&mut self, words: Words) -> Result<(), Fault> {
        let place = Place::Paragraph(self.count + 1);
        self.draft.words.push(words);
        self.budget.piece().map_err(|fault| fault.at(place))
    }

    /// Ends the paragraph, if it has words.
    pub fn flush(&mut self, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        if self.draft.is_blank() {
            let Draft { number, begins_page, .. } = std::mem::take(&mut self.draft);
            self.draft = Draft { number, begins_page, ..Draft::default() };
            return Ok(());
        }
        let Draft { mut words, tally, first, number, begins_page, .. } = std::mem::take(&mut self.draft);
        while let Some(last) = words.last_mut() {
            match last {
                Words::LineBreak => drop(words.pop()),
                Words::Text { text, .. } if text.trim().is_empty() => drop(words.pop()),
                Words::Text { text, .. } => {
                    text.truncate(text.trim_end().len());
                    break;
                }
                Words::Link { .. } | Words::Picture(_) => break,
            }
        }
        let state = first.unwrap_or_default();
        let (typeface, half_points, is_red) = tally.most().unwrap_or_default();
        let (align, heading) = (state.align, state.heading);
        let look = Look { typeface, half_points, align, begins_page, heading, is_red, is_indented: false };
        self.push(blocks, Paragraph { number, words, look })
    }

    /// Adds a paragraph.
    pub fn push(&mut self, blocks: &mut Vec<Block>, paragraph: Paragraph) -> Result<(), Fault> {
        self.count = self.count.saturating_add(1);
        let place = Place::Paragraph(self.count);
        self.budget.paragraph().map_err(|fault| fault.at(place))?;
        blocks.push(Block { place, kind: BlockKind::Paragraph(paragraph) });
        Ok(())
    }

    /// Tells content that is left out.
    pub fn tell(&mut self, kind: LeftOutKind, text: &str) -> Result<(), Fault> {
        self.budget.piece()?;
        self.budget.text(text.len())?;
        let open = u32::from(!self.draft.is_blank());
        let place = Place::Paragraph((self.count + open).max(1));
        self.document.left_out.push(LeftOut { kind, text: text.to_owned(), place });
        Ok(())
    }
}

impl Draft {
    /// Whether it has no words to show.
    pub fn is_blank(&self) -> bool {
        self.words.iter().all(|words| match words {
            Words::Text { text, .. } | Words::Link { text, .. } => text.trim().is_empty(),
            Words::LineBreak => true,
            Words::Picture(_) => false,
        })
    }
}

/// Whether an address leads to another page or file.
pub fn leads_somewhere(href: &str) -> bool {
    let lower = href.to_ascii_lowercase();
    !href.is_empty() && href.len() <= 4_000 && !lower.starts_with('#') && !lower.starts_with("javascript:")
}

/// A text with its spaces and line ends as one space each; between Han characters a line end is none.
fn collapsed(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([' ', '\t', '\n', '\r', '\u{C}']) {
        let (before, gap) = rest.split_at(at);
        shown.push_str(before);
        rest = gap.trim_start_matches([' ', '\t', '\n', '\r', '\u{C}']);
        let has_end = gap[..gap.len() - rest.len()].contains('\n');
        let is_wide =
            |c: Option<char>| c.is_some_and(|c| c >= '\u{2E80}' && c != '\u{3000}' || "“”‘’—…".contains(c));
        if !(has_end && is_wide(shown.chars().last()) && is_wide(rest.chars().next())) {
            shown.push(' ');
        }
    }
    shown + rest
}

#[cfg(test)]
mod tests {
    use super::collapsed;

    #[test]
    fn spaces_as_browsers_show_them() {
        assert_eq!(collapsed("一\n  二 三\r\n\tfour five"), "一二 三 four five");
        assert_eq!(collapsed("\n　　为\u{A0}\u{A0}"), " 　　为\u{A0}\u{A0}");
    }
}
