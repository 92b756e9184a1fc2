//! Lists whose marks are typed: neighbouring lines behind `•` or `- `, or `1. `, `2. ` … of one sentence each.
//!
//! A single line is no list, nor is one behind `※` or `□`, which say something. Numbers without a space behind their
//! point are headings, as GB/T 9704-2012 (7.3.3) writes them.

use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::line::{Line, sentence};
use crate::text::marker::{Marker, Style};

/// Marks that are nothing else, and those that are one only before a space.
const MARKS: (&[char], &[char]) = (&['•', '●', '▪', '■', '◆', '➢'], &['·', '-', '–']);

/// The lines behind a list in which its numbers may go on.
const MOST: usize = 30;

/// A mark at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemMark {
    /// Its number in a numbered list.
    pub number: Option<usize>,
    /// Its length in bytes, without spaces behind it.
    pub length: usize,
    /// Its first character: items of one list have the same.
    first: Option<char>,
}

impl ItemMark {
    /// The mark of a line, and whether words stand behind it.
    fn of(line: &Line) -> Option<Self> {
        let text = line.text.as_str();
        let first = text.chars().next().filter(|_| line.is_words())?;
        let behind = &text[first.len_utf8()..];
        let is_spaced = |rest: &str| rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
        if MARKS.0.contains(&first) && !behind.trim().is_empty()
            || MARKS.1.contains(&first) && is_spaced(behind)
        {
            return Some(Self { number: None, length: first.len_utf8(), first: Some(first) });
        }
        let marker = Marker::at_start(text).filter(|marker| marker.style == Style::Point)?;
        let rest = text[marker.length..].trim();
        let is_item = text[..marker.length].ends_with('.') && is_spaced(&text[marker.length..]);
        (is_item && sentence(rest) == rest.len()).then_some(Self {
            number: Some(marker.number),
            length: marker.length,
            first: None,
        })
    }

    /// Whether an item with this mark follows one with that.
    fn follows(self, other: Self) -> bool {
        match (self.number, other.number) {
            (Some(number), Some(last)) => number == last + 1,
            (None, None) => self.first == other.first,
            _ => false,
        }
    }
}

impl Reading<'_> {
    /// The marks of those lines that are items of a list.
    pub fn items(&mut self, lines: &[usize]) -> Vec<Option<ItemMark>> {
        let marks: Vec<Option<ItemMark>> =
            lines.iter().map(|line| ItemMark::of(&self.lines[*line])).collect();
        let mut items = vec![None; lines.len()];
        let mut at = 0;
        while at < marks.len() {
            let length = self.run(lines, &marks, at);
            // Markdown would count on through two numbered lists without words between them.
            let is_behind_list =
                marks[at].is_some_and(|mark| mark.number.is_some()) && at > 0 && items[at - 1].is_some();
            if length > 1 && !is_behind_list {
                items[at..at + length].copy_from_slice(&marks[at..at + length]);
                self.say(lines[at], fault::list);
            }
            at += length.max(1);
        }
        items
    }

    /// The number of items of the list that begins at a place; 0 where there is none. A sequence of numbers that goes on
    /// behind other words is no list.
    fn run(&self, lines: &[usize], marks: &[Option<ItemMark>], at: usize) -> usize {
        let Some(first) = marks[at].filter(|mark| mark.number.is_none_or(|number| number == 1)) else {
            return 0;
        };
        let mut last = first;
        let mut length = 1;
        while let Some(Some(mark)) =
            marks.get(at + length).filter(|mark| mark.is_some_and(|m| m.follows(last)))
        {
            (last, length) = (*mark, length + 1);
        }
        let number = |line: &usize| {
            let marker = Marker::at_start(&self.lines[*line].text)?;
            (marker.style == Style::Point).then_some(marker.number)
        };
        let next = lines[at + length..].iter().take(MOST).find_map(number);
        if next.is_some_and(|next| Some(next) == last.number.map(|last| last + 1)) { 0 } else { length }
    }
}
