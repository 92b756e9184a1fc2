//! The index of the search: for each pair of characters the hits that have it, divided into files by the pair, so that a
//! query loads a few small ones.

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::render::search::fold::Folding;
use crate::render::search::hits::{Count, Hits};

/// About as many entries are in a file: some 20 KiB.
const ENTRIES: usize = 12_000;

/// The most files.
const MOST_FILES: usize = 1_024;

/// The numbers of a notice's hits begin at a multiple of this, so that one hit more seldom moves those of all others.
pub const STEP: usize = 16;

/// The digit 0 at the end of a number, and before another digit. From each on 32 characters need no escape in a script.
const LAST: u8 = b']';
const GOES_ON: u8 = b'#';

/// Bits of a hit's number beside the two characters of a pair.
const HIT_BITS: u32 = 22;
const CHARACTER_BITS: u32 = 21;

/// So many papers are searched for pairs before these are divided: enough for several threads, and little to hold.
const AT_ONCE: usize = 256;

/// The index of all papers.
pub struct Index {
    /// The files: a line for each pair.
    pub files: Vec<String>,
    /// How many hits each paper has.
    pub counts: Vec<Count>,
}

impl Index {
    /// The index of papers in the order of the list; the numbers of a paper's hits begin at a multiple of `step`.
    pub fn new<P: Sync>(papers: &[P], step: usize, hits: impl Fn(&P) -> Hits + Sync) -> Self {
        let folding = Folding::new();
        let of_paper = |paper: &P| {
            let hits = hits(paper);
            (hits.count(), pairs(&hits, &folding))
        };
        let (mut counts, mut first) = (Vec::with_capacity(papers.len()), 0);
        let mut parts: Vec<Vec<u64>> = vec![Vec::new(); MOST_FILES];
        for some in papers.chunks(AT_ONCE) {
            let found: Vec<(Count, Vec<u64>)> = some.par_iter().map(of_paper).collect();
            for (count, pairs) in found {
                for pair in pairs {
                    let part = &mut parts[file_of(pair, MOST_FILES)];
                    if part.len() == part.capacity() {
                        // Doubled, they would have room for as many pairs again.
                        part.reserve_exact(part.len() / 4 + 4);
                    }
                    part.push(pair + first);
                }
                first += count.all.next_multiple_of(step) as u64;
                counts.push(count);
            }
        }
        Self { files: files(parts), counts }
    }
}

/// The files of pairs that are divided as if there were the most files.
fn files(parts: Vec<Vec<u64>>) -> Vec<String> {
    let count = (parts.iter().map(Vec::len).sum::<usize>() / ENTRIES).max(1);
    let count = count.next_power_of_two().min(MOST_FILES);
    let mut files: Vec<Vec<Vec<u64>>> = vec![Vec::new(); count];
    for (n, part) in parts.into_iter().enumerate() {
        files[n & (count - 1)].push(part);
    }
    let write = |parts: Vec<Vec<u64>>| {
        let mut pairs = parts.concat();
        drop(parts);
        pairs.sort_unstable();
        lines(&pairs)
    };
    files.into_par_iter().map(write).collect()
}

/// Each pair of characters of the hits with the number of its hit, from 0.
fn pairs(hits: &Hits, folding: &Folding) -> Vec<u64> {
    let mut pairs = Vec::new();
    for (number, hit) in (0..).zip(&hits.list) {
        for word in folding.fold(&hit.text).split_whitespace() {
            for (a, b) in word.chars().zip(word.chars().skip(1)) {
                let characters = u64::from(u32::from(a)) << CHARACTER_BITS | u64::from(u32::from(b));
                pairs.push(characters << HIT_BITS | number);
            }
        }
    }
    // Of equal pairs in one hit, one is enough.
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The two characters of a pair.
fn characters(pair: u64) -> [u64; 2] {
    let characters = pair >> HIT_BITS;
    [characters >> CHARACTER_BITS, characters & ((1 << CHARACTER_BITS) - 1)]
}

/// The file of a pair, of `count`; `search.js` counts alike.
fn file_of(pair: u64, count: usize) -> usize {
    let [a, b] = characters(pair);
    usize::try_from(a * 33 + b).unwrap_or(0) & (count - 1)
}

/// A line for each pair: the two characters, and the numbers of the hits, each as the difference to the one before.
fn lines(pairs: &[u64]) -> String {
    let mut text = String::new();
    let (mut last, mut hit) = (u64::MAX, 0);
    for pair in pairs {
        let of = pair >> HIT_BITS;
        if of != last {
            if last != u64::MAX {
                text.push('\n');
            }
            let both =
                characters(*pair).map(|c| u32::try_from(c).ok().and_then(char::from_u32).unwrap_or('?'));
            text.extend(both);
            (last, hit) = (of, 0);
        }
        let own = pair & ((1 << HIT_BITS) - 1);
        number(&mut text, own - hit);
        hit = own;
    }
    text
}

/// Writes a number in digits of five bits, the highest first.
fn number(text: &mut String, number: u64) {
    let digits = (64 - number.leading_zeros()).div_ceil(5).max(1);
    for place in (0..digits).rev() {
        let zero = if place > 0 { GOES_ON } else { LAST };
        text.push(char::from(zero + (number >> (place * 5) & 31) as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Index, STEP, number};
    use crate::render::search::hits::{Hit, Hits};

    #[test]
    fn numbers_need_a_digit_for_five_bits() {
        let written = |value| {
            let mut text = String::new();
            number(&mut text, value);
            text
        };
        assert_eq!([0, 31, 32, 1_023, 1_024].map(written), ["]", "|", "$]", "B|", "$#]"]);
    }

    #[test]
    fn a_pair_names_the_hits_that_have_it() {
        let one = |text: &str| Hit { label: String::new(), address: String::new(), text: text.to_owned() };
        let hits = |texts: &[&str]| Hits { list: texts.iter().map(|text| one(text)).collect(), items: 0 };
        let papers: [&[&str]; 2] = [&["甲乙", "乙甲\n甲乙甲乙"], &["甲 乙", "甲乙"]];
        let index = Index::new(&papers, STEP, |texts| hits(texts));
        // The second notice's hits begin at 16.
        assert_eq!(index.files, ["乙甲^\n甲乙]^m"]);
        // Papers that are not searched at once: each hit is 16 behind the one before.
        let index = Index::new(&vec![&["甲乙"][..]; 2 * AT_ONCE + 1], STEP, |texts| hits(texts));
        assert_eq!(index.files, [format!("甲乙]{}", "m".repeat(2 * AT_ONCE))]);
    }
}
