//! The body of a paper, or of an attached one: headings by their typed or counted numbers, and everything else as it is.
//!
//! Our headings number themselves. A number that is typed is removed where the same one would be printed; the rest of a
//! sequence that does not go on so keeps its numbers, as words of paragraphs.

use crate::read::document::{Typeface, Words};
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::line::{Content, sentence, split, text_of, trim};
use crate::read::import::paper::sequence::Numbered;
use crate::read::import::paper::signs::{columns_of_spaces, normal};
use crate::read::import::paper::typed::foreign_number;
use crate::read::lower::Numbers;
use crate::text::han::is_han;
use crate::text::marker::{Marker, items as items_of};

/// The longest first sentence of a heading, in characters: of the levels 一、 and （一）, which have a typeface of their
/// own, and of the others, which look like text.
const LONGEST: [usize; 4] = [60, 60, 40, 40];

/// A part of a body.
#[derive(Debug)]
pub struct Part {
    /// Its line.
    pub line: usize,
    /// Its kind.
    pub kind: PartKind,
}

/// The kinds of parts.
#[derive(Debug)]
pub enum PartKind {
    /// A heading of a level from 0, without its number, and the words that run on behind it.
    Heading { level: usize, words: Vec<Words>, rest: Vec<Words> },
    /// A paragraph, with its number if it has one.
    Paragraph(Vec<Words>),
    /// An item of a list, with its number if the list is numbered.
    Item(Option<usize>, Vec<Words>),
    /// A table.
    Table,
}

impl Reading<'_> {
    /// The parts of some lines.
    pub fn parts(&mut self, lines: &[usize]) -> Vec<Part> {
        let items = self.items(lines);
        let (numbered, sequences) = self.sequences(lines, &items);
        for sequence in &sequences {
            if let Some(why) = sequence.typed() {
                self.say(sequence.line, |span| fault::number_typed(span, why));
            }
        }
        let mut numbers = Numbers::default();
        let mut told: Vec<usize> = Vec::new();
        let mut parts = Vec::new();
        for (at, ((line, number), item)) in lines.iter().zip(numbered).zip(items).enumerate() {
            let words = match &self.lines[*line].content {
                Content::Table(_) => {
                    parts.push(Part { line: *line, kind: PartKind::Table });
                    continue;
                }
                Content::Words { words, is_bulleted: true, .. } => {
                    parts.push(Part { line: *line, kind: PartKind::Item(None, words.clone()) });
                    continue;
                }
                Content::Words { words, .. } => words.clone(),
            };
            if let Some(mark) = item {
                let (_, mut behind) = split(&words, mark.length);
                trim(&mut behind);
                parts.push(Part { line: *line, kind: PartKind::Item(mark.number, behind) });
                continue;
            }
            let next = lines.get(at + 1).copied();
            let kind = match number {
                Some(number) if sequences[number.sequence].fits() => {
                    let text = self.lines[*line].text.clone();
                    let typed = text[..number.marker.length].to_owned();
                    let expected = numbers.clone().next(number.level);
                    if normal(&typed) == expected {
                        numbers.heading(number.level);
                        let level = number.level;
                        let runs_on = text.ends_with('。')
                            && sentence(text[number.marker.length..].trim())
                                == text[number.marker.length..].trim().len()
                            && next.is_some_and(|next| self.is_text(next));
                        self.say(*line, |span| fault::heading(span, level, typed != expected, runs_on));
                        heading(number, &text, &words)
                    } else {
                        if !told.contains(&number.sequence) {
                            told.push(number.sequence);
                            let goes_on = sequences[number.sequence].continues.is_some();
                            self.say(*line, |span| fault::number_kept(span, &typed, &expected, goes_on));
                        }
                        PartKind::Paragraph(words)
                    }
                }
                _ => self.unnumbered(*line, next, words),
            };
            parts.push(Part { line: *line, kind });
        }
        parts
    }

    /// A paragraph without a number of ours, bold where it looks like a heading.
    fn unnumbered(&mut self, line: usize, next: Option<usize>, mut words: Vec<Words>) -> PartKind {
        trim(&mut words);
        let looks = self.is_unnumbered_heading(line, next);
        let is_followed = next.is_some_and(|next| self.lines[next].is_words());
        let below = next.map(|next| self.lines[next].text.as_str());
        let is_set_out = columns_of_spaces(&self.lines[line].text) > 2;
        if is_set_out && next.is_some_and(|next| self.begins_columns(line, next)) {
            self.say(line, fault::columns_of_spaces);
        } else if !is_set_out && is_followed && foreign_number(&self.lines[line].text, below) {
            self.say(line, fault::number_foreign);
        } else if looks {
            self.say(line, fault::unnumbered_heading);
        }
        if looks {
            words = vec![Words::Text { text: text_of(&words), is_bold: true }];
        }
        PartKind::Paragraph(words)
    }

    /// Whether a line that is set out with spaces and the next one are the first rows of a table. Names in rows are a list.
    fn begins_columns(&self, line: usize, next: usize) -> bool {
        let text = |line: usize| self.lines[line].text.as_str();
        let is_name = |word: &str| word.chars().count() < 5 && word.chars().all(is_han);
        let is_of_names = |line: usize| text(line).split_whitespace().all(is_name);
        let columns = |line: usize| columns_of_spaces(text(line));
        let is_first = line == 0 || columns(line - 1) != columns(line);
        is_first && columns(next) == columns(line) && !(is_of_names(line) && is_of_names(next))
    }

    /// Whether a numbered line may be a heading: a short one, or a short sentence and words behind it. Several items on
    /// one line, （一）甲；（二）乙。, are a sentence of the text.
    pub(super) fn is_heading(&self, line: usize, level: usize, marker: Marker) -> bool {
        let line = &self.lines[line];
        let text = line.text[marker.length..].trim();
        let first = sentence(text);
        let has_rest = first < text.len();
        let gap = line.text[marker.length..].len() - line.text[marker.length..].trim_start().len();
        let (own, _) = split(line.words(), marker.length + gap + first);
        let is_plain = own.iter().all(|words| matches!(words, Words::Text { .. }));
        let is_set = matches!(line.look().typeface, Typeface::Hei | Typeface::Kai | Typeface::TitleSong);
        let is_short = text[..first].chars().count() <= LONGEST[level] || is_set && level < 2;
        let ends = text.ends_with(['；', ';', '，', ',', '、', '：', ':']);
        let is_list = text[..first].contains(['；', ';'])
            || items_of(&text[..first]).iter().any(|(_, item)| item.style == marker.style);
        // Of the lower levels, several sentences are a paragraph: nothing tells the first of them apart.
        let is_one = level < 2 || !has_rest && !text.ends_with('。') || has_rest && first <= 3 * 16;
        !text.is_empty() && is_plain && is_short && !ends && !is_list && is_one
    }

    /// Whether a line has the style or the typeface of a heading and no number, and a text of another look follows.
    fn is_unnumbered_heading(&self, line: usize, next: Option<usize>) -> bool {
        let Some(next) = next.map(|next| &self.lines[next]).filter(|next| next.is_words()) else {
            return false;
        };
        let line = &self.lines[line];
        let (look, text) = (line.look(), line.text.trim());
        let is_set =
            matches!(look.typeface, Typeface::Hei | Typeface::Kai) && look.typeface != next.look().typeface;
        let is_plain = line.words().iter().all(|words| matches!(words, Words::Text { .. }));
        let is_short = !text.is_empty() && text.chars().count() <= LONGEST[3];
        let is_sentence = text.contains('。')
            || text.ends_with(['；', ';', '，', ',', '、', '：', ':', '！', '？', '）', ')']);
        (is_set || look.heading.is_some())
            && is_plain
            && is_short
            && !is_sentence
            && Marker::at_start(text).is_none()
    }
}

fn heading(number: Numbered, text: &str, words: &[Words]) -> PartKind {
    let (_, mut behind) = split(words, number.marker.length);
    trim(&mut behind);
    let first = sentence(text[number.marker.length..].trim());
    let (mut words, mut rest) = split(&behind, first);
    trim(&mut words);
    trim(&mut rest);
    PartKind::Heading { level: number.level, words: plain(&words), rest }
}

/// Words without bold type: headings have their own.
fn plain(words: &[Words]) -> Vec<Words> {
    vec![Words::Text { text: text_of(words), is_bold: false }]
}
