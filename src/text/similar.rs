//! The nearest known word, for mends.

/// The most characters of a word for which one is looked: comparing takes time with the square of it, and nobody
/// mistypes a page of text.
const LONGEST: usize = 100;

/// The candidate that a person most likely meant, or `None` when nothing is near.
///
/// Chinese words are short: two words of three characters that share two are near enough to ask about.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let allowed = (length / 2).max(1);
    // Whatever the candidate lacks has to be changed. That is told ten times as fast as how much is to be changed.
    let may_be_near = |candidate: &&str| {
        candidate.chars().count().abs_diff(length) <= allowed
            && word.chars().filter(|c| !candidate.contains(*c)).count() <= allowed
    };
    candidates
        .into_iter()
        .filter(may_be_near)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= allowed && *distance < candidate.chars().count().max(length)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
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
    }
}
