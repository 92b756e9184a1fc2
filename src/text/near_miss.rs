//! Phrases that are probably mistyped: one character away from a phrase that official texts use often.
//!
//! A character is reported when none of the three-character sequences around it stands in 18.6 million characters of laws
//! and regulations, no word of a dictionary covers it, and one similar character in its place makes a sequence of four
//! characters that stands there often and leads all other candidates by far. Real words in a
//! wrong place (权利 for 权力) are not found: this is no proofreader.
//!
//! The table is made by `tools/near_miss.py`, which describes its format. It is read where it lies, nothing is unpacked.

mod table;

use std::ops::Range;

use crate::text::han::is_han;
use crate::text::near_miss::table::{LENGTH, Table};

/// The fewest times that a phrase stands in official texts to be offered.
pub const LEAST: u32 = 30;

/// How often a phrase stands there that is certain enough for a warning.
pub const OFTEN: u32 = 100;

/// How many times more often the best phrase stands there than the second.
const LEAD: u32 = 9;

/// Stands for a run of characters that are no Han characters.
const OTHER: char = '#';

/// A phrase that is probably mistyped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The phrase as written.
    pub words: Range<usize>,
    /// The character in it that is probably wrong.
    pub wrong: Range<usize>,
    /// The phrase as official texts have it.
    pub right: String,
    /// How often it stands there. The phrase as written never does.
    pub count: u32,
}

/// The phrases of a text that are probably mistyped.
#[must_use]
pub fn near_misses(text: &str) -> Vec<NearMiss> {
    let Some(table) = Table::embedded() else { return Vec::new() };
    let signs = signs(text);
    let is_known = |start: usize| {
        signs.get(start..start + 3).is_some_and(|three| table.threes.has(three.iter().map(|sign| sign.0)))
    };
    let mut suspects = Vec::new();
    let mut at = 1;
    while at < signs.len() {
        // A sequence that is known covers three characters, so that most of them need no look of their own.
        at += if is_known(at) {
            3
        } else if is_known(at - 1) {
            2
        } else {
            let is_covered = at >= 2 && is_known(at - 2);
            suspects.extend((!is_covered && table.is_judged(signs[at].0)).then_some(at));
            1
        };
    }
    suspects.into_iter().filter_map(|at| near_miss(&table, &signs, at)).collect()
}

/// The Han characters of a text with their places, and [`OTHER`] for what stands before, between and behind them.
fn signs(text: &str) -> Vec<(char, usize)> {
    let mut signs = Vec::with_capacity(text.len() / 3 + 2);
    signs.push((OTHER, 0));
    for (at, c) in text.char_indices() {
        if is_han(c) {
            signs.push((c, at));
        } else if signs.last().is_some_and(|(last, _)| *last != OTHER) {
            signs.push((OTHER, at));
        }
    }
    if signs.last().is_some_and(|(last, _)| *last != OTHER) {
        signs.push((OTHER, text.len()));
    }
    signs
}

/// The phrase around a character that no sequence of three knows, if it is probably mistyped.
fn near_miss(table: &Table, signs: &[(char, usize)], at: usize) -> Option<NearMiss> {
    if table.is_in_a_word(signs, at) {
        return None;
    }
    // The neighbours are the same for all candidates: their letters are looked up once.
    let first = (at + 1).saturating_sub(LENGTH);
    let around = &signs[first..(at + LENGTH).min(signs.len())];
    let letters: Vec<Option<u64>> = around.iter().map(|(c, _)| table.letter(*c)).collect();
    let mut best: Option<(u32, usize, char)> = None;
    let mut second = 0;
    for x in table.similar_to(signs[at].0) {
        let found = table.most_frequent(&letters, at - first, x);
        let Some((count, start)) = found.map(|(count, start)| (count, first + start)) else { continue };
        // At an end of the phrase nothing says that the character fits the word beside it.
        let joins = |sign: Option<&(char, usize)>| sign.is_some_and(|(c, _)| *c != OTHER);
        let is_open =
            start == at && joins(signs.get(at - 1)) || start + LENGTH == at + 1 && joins(signs.get(at + 1));
        if is_open && count < OFTEN {
            continue;
        }
        match best {
            Some((most, ..)) if most >= count => second = second.max(count),
            _ => {
                second = best.map_or(second, |(most, ..)| second.max(most));
                best = Some((count, start, x));
            }
        }
    }
    let (count, start, x) =
        best.filter(|(count, ..)| *count >= LEAST && *count >= LEAD.saturating_mul(second))?;
    let phrase = &signs[start..start + LENGTH];
    let right = phrase.iter().enumerate().map(|(i, (c, _))| if start + i == at { x } else { *c }).collect();
    let end = |at: usize| signs[at].1 + signs[at].0.len_utf8();
    Some(NearMiss { words: phrase[0].1..end(start + LENGTH - 1), wrong: signs[at].1..end(at), right, count })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String, u32)> {
        let found = near_misses(text).into_iter();
        found.map(|miss| (text[miss.words].to_owned(), miss.right, miss.count)).collect()
    }

    #[test]
    fn a_mistyped_phrase_is_found_with_its_count() {
        assert_eq!(
            found("完善应急予案，加强监督捡查。"),
            [
                ("应急予案".to_owned(), "应急预案".to_owned(), 1577),
                ("监督捡查".to_owned(), "监督检查".to_owned(), 3781)
            ]
        );
        for text in ["", "予", "，予，", "予案", "\u{20000}予案"] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
