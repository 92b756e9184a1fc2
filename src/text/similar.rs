//! The most similar known word, for suggestions.

use crate::text::han::is_numeral;

/// Maximum length of a word to compare, because comparing takes quadratic time.
const LONGEST: usize = 100;
/// Maximum number of candidates.
const MOST: usize = 5_000;

/// Minimum length of two words that differ by one character and are certainly the same word: of two shorter ones that
/// share all but one, such as 备注 and 附注, both may be words.
const CERTAIN: usize = 4;

/// A known word that a person most likely meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near<'c> {
    /// The word.
    pub word: &'c str,
    /// Whether no other word can have been meant, so that it may be put in place without asking.
    pub is_certain: bool,
}

/// The candidate that a person most likely meant, and whether that is certain; `None` if none is similar.
#[must_use]
pub fn near<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<Near<'c>> {
    let candidates: Vec<&str> = candidates.into_iter().take(MOST).collect();
    let nearest = nearest(word, candidates.iter().copied())?;
    let plain = plain(word);
    let is_equal = |candidate: &str| self::plain(candidate) == plain;
    let is_slip = |candidate: &str| is_slip(&plain, candidate);
    let mut others = candidates.into_iter().filter(|candidate| *candidate != nearest);
    let is_certain = if is_equal(nearest) {
        !others.any(is_equal)
    } else {
        is_slip(nearest) && !others.any(|other| is_equal(other) || is_slip(other))
    };
    Some(Near { word: nearest, is_certain })
}

/// A word without spaces, in half width and small letters.
fn plain(word: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    };
    word.chars().filter(|c| !c.is_whitespace()).map(narrow).flat_map(char::to_lowercase).collect()
}

/// Whether one word is the other with one character typed wrongly. A numeral is never a slip: 一股 is not 二股.
fn is_slip(word: &str, other: &str) -> bool {
    let [length, others] = [word, other].map(|word| word.chars().count());
    let is_far = length.abs_diff(others) > 1 || word.chars().filter(|c| !other.contains(*c)).count() > 1;
    if length.max(others) < CERTAIN || is_far {
        return false;
    }
    let numerals = |word: &str| word.chars().filter(|c| c.is_numeric() || is_numeral(*c)).collect::<String>();
    strsim::damerau_levenshtein(word, other) == 1 && numerals(word) == numerals(other)
}

/// The candidate that a person most likely meant, or `None` if none is similar.
///
/// Chinese words are short: two words of three characters are similar if they share two.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    // Distances from this on are too far, or not better than the best so far.
    let mut limit = (length / 2).max(1) + 1;
    let mut nearest = None;
    for candidate in candidates.into_iter().take(MOST) {
        let others = candidate.chars().count();
        // Lower bounds of the distance, ten times cheaper than the distance itself.
        if others.abs_diff(length) >= limit
            || word.chars().filter(|c| !candidate.contains(*c)).count() >= limit
        {
            continue;
        }
        let distance = strsim::damerau_levenshtein(word, candidate);
        if distance < limit && distance < others.max(length) {
            (limit, nearest) = (distance, Some(candidate));
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::{near, nearest};

    #[test]
    fn only_one_answer_is_certain() {
        let certain = |word: &str, candidates: &[&'static str]| {
            near(word, candidates.iter().copied()).filter(|near| near.is_certain).map(|near| near.word)
        };
        let keys = ["标题", "成文日期", "发布日期", "发文机关", "公开主体", "附注"];
        assert_eq!(certain("发文机光", &keys), Some("发文机关"));
        assert_eq!(certain("文发机关", &keys), Some("发文机关"), "two characters in the wrong order");
        assert_eq!(certain("发文日期", &keys), None, "成文日期 or 发布日期");
        assert_eq!(certain("备注", &keys), None, "a word of its own");
        assert_eq!(certain("标 题", &keys), Some("标题"));
        assert_eq!(certain("t002", &["T001", "T002", "N002"]), Some("T002"), "in another case");
        assert_eq!(certain("流水号４", &["流水号4", "流水号5"]), Some("流水号4"), "in another width");
        assert_eq!(certain("危险化学品一股", &["危险化学品二股"]), None, "another number");
        assert_eq!(near("备注", keys).map(|near| near.word), Some("附注"), "worth asking");
        assert_eq!(near("股室", keys), None);
    }

    #[test]
    fn finds_the_office_that_was_meant() {
        let offices = ["非煤矿山股", "危化股", "工贸股", "法规股"];
        assert_eq!(nearest("危化古", offices), Some("危化股"));
        assert_eq!(nearest("非煤矿山", offices), Some("非煤矿山股"));
        assert_eq!(nearest("办公室", offices), None);
        assert_eq!(nearest("", offices), None);
        assert_eq!(
            nearest("甲乙丙丁", ["甲乙己庚", "甲乙丙戊", "甲乙丙辛"]),
            Some("甲乙丙戊"),
            "the first of the nearest"
        );
        let long = "长".repeat(1_000_000);
        assert_eq!(nearest(&long, [long.as_str()]), None);
    }
}
