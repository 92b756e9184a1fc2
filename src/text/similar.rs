//! The most similar known word, for suggestions.

/// Maximum length of a word to compare, because comparing takes quadratic time.
const LONGEST: usize = 100;
/// Maximum number of candidates.
const MOST: usize = 5_000;

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
    use super::nearest;

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
