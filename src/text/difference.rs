//! The difference between two texts that should be equal.

use std::ops::Range;

/// The ranges in which two texts differ: everything between their common beginning and their common end. The range of
/// a text is empty if the other text only adds something.
#[must_use]
pub fn difference(a: &str, b: &str) -> (Range<usize>, Range<usize>) {
    let same = |(x, y): &(char, char)| x == y;
    let bytes = |(c, _): (char, char)| c.len_utf8();
    let start: usize = a.chars().zip(b.chars()).take_while(same).map(bytes).sum();
    let (rest_a, rest_b) = (&a[start..], &b[start..]);
    let end: usize = rest_a.chars().rev().zip(rest_b.chars().rev()).take_while(same).map(bytes).sum();
    (start..a.len() - end, start..b.len() - end)
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn finds_what_lies_between() {
        let parts = |a: &'static str, b: &'static str| {
            let (from, to) = difference(a, b);
            (&a[from], &b[to])
        };
        assert_eq!(parts("应急处置组织体系", "应急组织体系"), ("处置", ""));
        assert_eq!(parts("实施清单", "措施清单"), ("实", "措"));
        assert_eq!(parts("aa", "aaa"), ("", "a"));
        assert_eq!(parts("甲", "乙"), ("甲", "乙"));
    }
}
