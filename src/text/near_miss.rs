//! Phrases that are probably mistyped: one character away from a phrase that official texts use often.
//!
//! A character is reported when none of the three-character sequences around it stands in 18.6 million characters of laws
//! and regulations, no word of a dictionary covers it, and one similar character in its place makes a sequence of four
//! characters that stands there often and leads all other candidates by far. Real words in a
//! wrong place (权利 for 权力) are not found: this is no proofreader.
//!
//! The table is made by `tools/near_miss.py`, which describes its format. It is read where it lies, nothing is unpacked.

use std::ops::Range;

use crate::text::han::is_han;

/// The fewest times that a phrase stands in official texts to be offered.
pub const LEAST: u32 = 30;

/// How often a phrase stands there that is certain enough for a warning.
pub const OFTEN: u32 = 100;

/// How many times more often the best phrase stands there than the second.
const LEAD: u32 = 9;

/// The length of the sequences of the table.
const LENGTH: usize = 4;

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
    suspects.into_iter().filter_map(|at| table.near_miss(&signs, at)).collect()
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

/// The parts of the table, little-endian numbers as they lie in the program.
struct Table {
    letters: &'static [u8],
    sequences: &'static [u8],
    judged: &'static [u8],
    rows: &'static [u8],
    similar: &'static [u8],
    threes: Set,
    words: Set,
}

/// A set that answers "there" for all its elements and for a few others: a Bloom filter in blocks of 64 bytes.
struct Set(&'static [u8]);

impl Table {
    fn embedded() -> Option<Self> {
        static BYTES: &[u8] = include_bytes!("near_miss.bin");
        let rest = BYTES.strip_prefix(b"NM1\0")?;
        let count = |index: usize| number(rest, index, 4).and_then(|n| usize::try_from(n).ok());
        let mut from = 6 * 4;
        let mut part = |length: usize| {
            let part = rest.get(from..from + length);
            from += length;
            part
        };
        let [sequences, letters, rows, similar] = [count(0)?, count(1)?, count(2)?, count(3)?];
        let letters = part(2 * letters)?;
        let sequences = part(8 * sequences)?;
        let judged = part(8192)?;
        let rows = part(6 * rows)?;
        let similar = part(2 * similar)?;
        let [threes, words] = [part(64 * count(4)?)?, part(64 * count(5)?)?].map(Set);
        Some(Self { letters, sequences, judged, rows, similar, threes, words })
    }

    fn is_judged(&self, c: char) -> bool {
        let code = c as usize;
        self.judged.get(code / 8).is_some_and(|bits| (bits >> (code % 8)) & 1 == 1)
    }

    /// The phrase around a character that no sequence of three knows, if it is probably mistyped.
    fn near_miss(&self, signs: &[(char, usize)], at: usize) -> Option<NearMiss> {
        if self.is_in_a_word(signs, at) {
            return None;
        }
        // The neighbours are the same for all candidates: their letters are looked up once.
        let first = (at + 1).saturating_sub(LENGTH);
        let around = &signs[first..(at + LENGTH).min(signs.len())];
        let letters: Vec<Option<u64>> = around.iter().map(|(c, _)| self.letter(*c)).collect();
        let mut best: Option<(u32, usize, char)> = None;
        let mut second = 0;
        for x in self.similar_to(signs[at].0) {
            let found = self.most_frequent(&letters, at - first, x);
            let Some((count, start)) = found.map(|(count, start)| (count, first + start)) else { continue };
            // At an end of the phrase nothing says that the character fits the word beside it.
            let joins = |sign: Option<&(char, usize)>| sign.is_some_and(|(c, _)| *c != OTHER);
            let is_open = start == at && joins(signs.get(at - 1))
                || start + LENGTH == at + 1 && joins(signs.get(at + 1));
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
        let right =
            phrase.iter().enumerate().map(|(i, (c, _))| if start + i == at { x } else { *c }).collect();
        let end = |at: usize| signs[at].1 + signs[at].0.len_utf8();
        Some(NearMiss {
            words: phrase[0].1..end(start + LENGTH - 1),
            wrong: signs[at].1..end(at),
            right,
            count,
        })
    }

    /// Whether a character makes a word of the dictionary with one of its neighbours. Longer words are among the sequences
    /// of three.
    fn is_in_a_word(&self, signs: &[(char, usize)], at: usize) -> bool {
        let pairs = (at.saturating_sub(1)..=at).filter_map(|start| signs.get(start..start + 2));
        pairs.into_iter().any(|pair| self.words.has(pair.iter().map(|sign| sign.0)))
    }

    fn similar_to(&self, c: char) -> impl Iterator<Item = char> {
        let row = |index: usize| {
            let row = self.rows.get(6 * index..6 * index + 6)?;
            Some((number(row, 0, 2)?, usize::try_from(number(&row[2..], 0, 4)?).ok()?))
        };
        let found =
            search(self.rows.len() / 6, |index| row(index).map_or(0, |(code, _)| code), u64::from(c as u32));
        let start = found.and_then(|index| index.checked_sub(1)).and_then(row).map_or(0, |(_, end)| end);
        let end = found.and_then(row).map_or(start, |(_, end)| end);
        (start..end).filter_map(|index| {
            let letter = usize::try_from(number(self.similar, index, 2)?).ok()?;
            char::from_u32(u32::try_from(number(self.letters, letter, 2)?).ok()?)
        })
    }

    /// The sequence of the table that stands around a place most often with another character there: its count and start.
    fn most_frequent(&self, letters: &[Option<u64>], at: usize, x: char) -> Option<(u32, usize)> {
        let x = self.letter(x)?;
        let starts = (at + 1).saturating_sub(LENGTH)..=at;
        let found = starts.filter_map(|start| {
            let window = letters.get(start..start + LENGTH)?;
            let mut key = 0;
            for (i, letter) in window.iter().enumerate() {
                key = (key << 11) | if start + i == at { x } else { (*letter)? };
            }
            Some((self.count(key)?, start))
        });
        found.max_by_key(|(count, _)| *count)
    }

    fn letter(&self, c: char) -> Option<u64> {
        let found = search(
            self.letters.len() / 2,
            |index| number(self.letters, index, 2).unwrap_or(0),
            u64::from(c as u32),
        );
        found.and_then(|index| u64::try_from(index).ok())
    }

    fn count(&self, key: u64) -> Option<u32> {
        let entry = |index: usize| number(self.sequences, index, 8).unwrap_or(0);
        let found = search(self.sequences.len() / 8, |index| entry(index) >> 20, key)?;
        u32::try_from(entry(found) & 0xF_FFFF).ok()
    }
}

impl Set {
    fn has(&self, word: impl Iterator<Item = char>) -> bool {
        let hash = hashed(word);
        let blocks = u64::try_from(self.0.len() / 64).unwrap_or(1).max(1);
        let block = usize::try_from((hash >> 36) % blocks).unwrap_or(0);
        let bits = (0..4).map(|i| usize::try_from((hash >> (9 * i)) & 511).unwrap_or(0));
        bits.into_iter()
            .all(|bit| self.0.get(64 * block + bit / 8).is_some_and(|byte| (byte >> (bit % 8)) & 1 == 1))
    }
}

/// FNV-1a over the code points, mixed as in `MurmurHash3`, as `tools/near_miss.py` has it.
fn hashed(word: impl Iterator<Item = char>) -> u64 {
    let mix = |hash: u64| hash ^ (hash >> 33);
    let hash = word.fold(0xCBF2_9CE4_8422_2325, |hash: u64, c| {
        (hash ^ u64::from(c as u32)).wrapping_mul(0x0100_0000_01B3)
    });
    let hash = mix(hash).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    mix(mix(hash).wrapping_mul(0xC4CE_B9FE_1A85_EC53))
}

/// The little-endian number of so many bytes at an index.
fn number(bytes: &[u8], index: usize, width: usize) -> Option<u64> {
    let mut whole = [0; 8];
    whole.get_mut(..width)?.copy_from_slice(bytes.get(width * index..width * (index + 1))?);
    Some(u64::from_le_bytes(whole))
}

/// The index of a key among ascending ones.
fn search(length: usize, key_of: impl Fn(usize) -> u64, key: u64) -> Option<usize> {
    let (mut low, mut high) = (0, length);
    while low < high {
        let middle = low.midpoint(high);
        if key_of(middle) < key { low = middle + 1 } else { high = middle }
    }
    (low < length && key_of(low) == key).then_some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String, u32)> {
        let found = near_misses(text).into_iter();
        found.map(|miss| (text[miss.words].to_owned(), miss.right, miss.count)).collect()
    }

    #[test]
    fn the_table_is_whole() {
        let table = Table::embedded().unwrap();
        let end = |part: &[u8]| part.as_ptr() as usize + part.len();
        let size = include_bytes!("near_miss.bin").len();
        assert_eq!(end(table.words.0) - table.letters.as_ptr() as usize, size - 4 - 24);
        assert!(size <= 2_000_000, "{size}");
        assert!(table.threes.has("应急预".chars()) && table.words.has("预案".chars()));
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
