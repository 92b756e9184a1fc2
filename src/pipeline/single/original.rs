//! The text of a paper, in which places of its imported form are found again.

use std::ops::Range;

use crate::read::document::{Block, BlockKind, Document, Paragraph, Place};
use crate::source::offset;

/// The most places of the same words that are compared.
const MOST_PLACES: usize = 1_000;

/// The most characters before and behind some words that are compared.
const MOST_CONTEXT: usize = 400;

/// The most empty lines between two lines of a text.
const MOST_LINES: u32 = 2_000_000;

/// The fewest characters that have to be equal for a place, unless the line has fewer.
const LEAST: usize = 4;

/// The text of a document with a line for each paragraph, so that a line's number is the number of the paragraph; those of
/// a table stand where they are counted.
pub fn text_of(document: &Document) -> String {
    let (mut text, mut line) = (String::new(), 1);
    for (i, Block { place, kind }) in document.blocks.iter().enumerate() {
        let begin = number(*place).min(MOST_LINES);
        let next = document.blocks.get(i + 1).map_or(MOST_LINES, |block| number(block.place));
        while line < begin {
            text.push('\n');
            line += 1;
        }
        match kind {
            BlockKind::Paragraph(paragraph) => text.push_str(&words(paragraph)),
            BlockKind::Table(table) => {
                let paragraphs = table.cells.iter().flat_map(|cell| &cell.paragraphs);
                for (i, paragraph) in paragraphs.enumerate() {
                    if i > 0 && line + 1 < next {
                        text.push('\n');
                        line += 1;
                    } else if i > 0 {
                        text.push(' ');
                    }
                    text.push_str(&words(paragraph));
                }
            }
        }
    }
    text
}

fn number(place: Place) -> u32 {
    match place {
        Place::Paragraph(number) | Place::Line(number) => number,
    }
}

/// The words of a paragraph with its number, in one line.
fn words(paragraph: &Paragraph) -> String {
    let mark = paragraph.number.as_ref().map_or("", |(number, _)| number);
    format!("{mark}{}", paragraph.text()).replace(['\n', '\r'], " ")
}

/// The text of a paper as findings show it, a line for each line or paragraph of the file.
#[derive(Debug)]
pub struct Original<'t> {
    text: &'t str,
}

impl<'t> Original<'t> {
    /// The original of this text.
    pub fn new(text: &'t str) -> Self {
        Self { text }
    }

    /// The place of a range of an imported file. Import changes marks and divides paragraphs, but no words: the place is
    /// where the same words stand between the most words that are equal on both sides. Of equal lines it is the one
    /// that is as many equal lines from the beginning.
    pub fn place(&self, imported: &str, range: Range<usize>) -> Range<usize> {
        let (start, end) = (range.start.min(imported.len()), range.end.min(imported.len()));
        let line = line_around(imported, start);
        let flagged = imported.get(start..end.min(line.end)).unwrap_or_default();
        let Some(words) = longest_plain(flagged).filter(|words| !words.is_empty()) else {
            return self.first_line();
        };
        let at = start + offset(flagged, words);
        let before = plain(&imported[line.start..at]);
        let behind = plain(&imported[at + words.len()..line.end]);
        let all = self.text.match_indices(words).take(MOST_PLACES);
        let scored: Vec<(usize, usize)> = all
            .map(|(place, _)| {
                let line = line_around(self.text, place);
                let left = self.text[line.start..place].chars().rev().filter(|c| !is_mark(*c));
                let left = left.zip(before.chars().rev());
                let right = self.text[place + words.len()..line.end].chars().filter(|c| !is_mark(*c));
                let right = right.zip(behind.chars());
                let same = |pair: &(char, char)| pair.0 == pair.1;
                let score = left.take(MOST_CONTEXT).take_while(same).count();
                (place, score + right.take(MOST_CONTEXT).take_while(same).count())
            })
            .collect();
        // A mark alone stands everywhere.
        let all = words.chars().count() + before.chars().count() + behind.chars().count();
        let least = LEAST.min(all).saturating_sub(words.chars().count());
        let best = scored.iter().map(|(_, score)| *score).max().filter(|best| *best >= least);
        let Some(best) = best else { return self.first_line() };
        let whole = &imported[line.clone()];
        let earlier = imported[..line.start].lines().filter(|other| *other == whole).count();
        let places: Vec<usize> =
            scored.iter().filter(|(_, score)| *score == best).map(|(place, _)| *place).collect();
        let place = places.get(earlier).or(places.last()).copied().unwrap_or_default();
        place..place + words.len()
    }

    /// The first line with words: the place of what stands nowhere as it is.
    fn first_line(&self) -> Range<usize> {
        let line = self.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let start = offset(self.text, line.trim());
        start..start + line.trim().len()
    }
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let end = text[at..].find('\n').map_or(text.len(), |line| at + line);
    start..end
}

/// The longest part of some words between marks of Markdown and YAML.
fn longest_plain(words: &str) -> Option<&str> {
    words.split(['\\', '*', '`', '\n']).map(str::trim).max_by_key(|part| part.len())
}

/// Words without the marks that Markdown and YAML add to them.
fn plain(words: &str) -> String {
    words.chars().filter(|c| !is_mark(*c)).collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\\' | '*' | '`')
}

#[cfg(test)]
mod tests {
    use super::Original;

    fn found(original: &str, imported: &str, words: &str) -> (usize, String) {
        let start = imported.find(words).unwrap();
        let place = Original::new(original).place(imported, start..start + words.len());
        let line = original[..place.start].matches('\n').count() + 1;
        (line, original[place].to_owned())
    }

    #[test]
    fn words_are_found_between_equal_words() {
        let original = "关于甲的通知\n各股室：\n一、甲。乙甲丙\n甲丁*戊\n";
        let imported = "---\n标题: 关于甲的通知\n---\n## 甲。\n\n乙甲丙\n\n甲丁\\*戊\n";
        assert_eq!(found(original, imported, "甲丙"), (3, "甲丙".to_owned()));
        assert_eq!(found(original, imported, "甲丁\\*戊"), (4, "甲丁".to_owned()));
        assert_eq!(found(original, imported, "甲的"), (1, "甲的".to_owned()));
        assert_eq!(found(original, imported, "---"), (1, "关于甲的通知".to_owned()));
    }

    #[test]
    fn a_mark_is_found_with_the_words_around_it_or_not_at_all() {
        let original = "关于甲的通知\n甲，乙，丙丁\n";
        assert_eq!(found(original, "乙，丙丁", "，"), (2, "，".to_owned()));
        assert_eq!(found(original, "子丑寅卯，辰巳", "，"), (1, "关于甲的通知".to_owned()));
    }

    #[test]
    fn of_equal_lines_the_one_that_is_as_far() {
        let original = "甲乙\n丙\n甲乙\n";
        let place = |at: usize| Original::new(original).place("甲乙\n\n丙\n\n甲乙\n", at..at + 3);
        assert_eq!((place(0), place(13)), (0..3, 11..14));
    }

    #[test]
    fn text_that_is_empty() {
        assert_eq!(Original::new("").place("甲", 0..3), 0..0);
    }
}
