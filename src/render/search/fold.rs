//! Folding: how words are written does not matter to the search. Full and half width, capitals, shapes of quotation marks
//! and traditional characters become one. `search.js` folds queries alike.

use unicode_normalization::UnicodeNormalization;

/// Traditional characters, each before its simplified one, by code point: those pairs on which two published tables agree
/// (that of `OpenCC`, and the one behind the crates `simplet2s` and `fast2s`). Crates that have such a table bring
/// dependencies that nobody maintains any more.
const TRADITIONAL: &str = include_str!("traditional.txt");

/// The first and the last unified ideograph of the table.
const IDEOGRAPHS: (u32, u32) = (0x4e00, 0x9fff);

/// The table for queries, in one line.
pub fn pairs() -> String {
    TRADITIONAL.chars().filter(|c| *c != '\n').collect()
}

/// Folds texts.
#[derive(Debug)]
pub struct Folding {
    /// The simplified character of each unified ideograph, by code point.
    simplified: Vec<char>,
}

impl Folding {
    /// With the table of traditional characters.
    pub fn new() -> Self {
        let (first, last) = IDEOGRAPHS;
        let mut simplified: Vec<char> = (first..=last).filter_map(char::from_u32).collect();
        let pairs: Vec<char> = pairs().chars().collect();
        for pair in pairs.chunks_exact(2) {
            simplified[(u32::from(pair[0]) - first) as usize] = pair[1];
        }
        Self { simplified }
    }

    /// A text, folded character by character.
    pub fn fold(&self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        for c in text.chars() {
            if let Some(place) = u32::from(c).checked_sub(IDEOGRAPHS.0)
                && let Some(simplified) = self.simplified.get(place as usize)
            {
                folded.push(*simplified);
            } else {
                folded.extend(std::iter::once(c).nfkc().map(straight).flat_map(char::to_lowercase));
            }
        }
        folded
    }
}

/// The straight form of a quotation mark.
fn straight(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' => '"',
        '‘' | '’' | '‚' | '‛' => '\'',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folding, IDEOGRAPHS, pairs};

    #[test]
    fn forms_of_one_word_are_one() {
        let folding = Folding::new();
        for (written, folded) in [
            ("ＧＢ／Ｔ 9704", "gb/t 9704"),
            ("“一规划两方案”", "\"一规划两方案\""),
            ("安全生產監督", "安全生产监督"),
            ("㎡", "m2"),
            ("责任", "责任"),
        ] {
            assert_eq!(folding.fold(written), folded);
        }
    }

    #[test]
    fn the_table_has_pairs_of_unified_ideographs_in_order() {
        let pairs: Vec<char> = pairs().chars().collect();
        assert_eq!(pairs.len(), 2 * 2_514);
        assert!(pairs.iter().all(|c| (IDEOGRAPHS.0..=IDEOGRAPHS.1).contains(&u32::from(*c))));
        let traditional: Vec<char> = pairs.iter().step_by(2).copied().collect();
        assert!(traditional.is_sorted() && pairs.chunks(2).all(|pair| pair[0] != pair[1]));
    }
}
