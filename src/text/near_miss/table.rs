//! The table of sequences of characters in official texts, and of characters that are similar.

/// The length of the sequences of the table.
pub(super) const LENGTH: usize = 4;

/// The parts of the table, little-endian numbers as they lie in the program.
pub(super) struct Table {
    letters: &'static [u8],
    sequences: &'static [u8],
    judged: &'static [u8],
    rows: &'static [u8],
    similar: &'static [u8],
    pub(super) threes: Set,
    words: Set,
}

/// A set that answers "there" for all its elements and for a few others: a Bloom filter in blocks of 64 bytes.
pub(super) struct Set(&'static [u8]);

impl Table {
    pub(super) fn embedded() -> Option<Self> {
        static BYTES: &[u8] = include_bytes!("../near_miss.bin");
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

    pub(super) fn is_judged(&self, c: char) -> bool {
        let code = c as usize;
        self.judged.get(code / 8).is_some_and(|bits| (bits >> (code % 8)) & 1 == 1)
    }

    /// Whether a character makes a word of the dictionary with one of its neighbours. Longer words are among the sequences
    /// of three.
    pub(super) fn is_in_a_word(&self, signs: &[(char, usize)], at: usize) -> bool {
        let pairs = (at.saturating_sub(1)..=at).filter_map(|start| signs.get(start..start + 2));
        pairs.into_iter().any(|pair| self.words.has(pair.iter().map(|sign| sign.0)))
    }

    pub(super) fn similar_to(&self, c: char) -> impl Iterator<Item = char> {
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
    pub(super) fn most_frequent(&self, letters: &[Option<u64>], at: usize, x: char) -> Option<(u32, usize)> {
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

    pub(super) fn letter(&self, c: char) -> Option<u64> {
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
    pub(super) fn has(&self, word: impl Iterator<Item = char>) -> bool {
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
    use super::Table;

    #[test]
    fn the_table_is_whole() {
        let table = Table::embedded().unwrap();
        let end = |part: &[u8]| part.as_ptr() as usize + part.len();
        let size = include_bytes!("../near_miss.bin").len();
        assert_eq!(end(table.words.0) - table.letters.as_ptr() as usize, size - 4 - 24);
        assert!(size <= 2_000_000, "{size}");
        assert!(table.threes.has("应急预".chars()) && table.words.has("预案".chars()));
    }
}
