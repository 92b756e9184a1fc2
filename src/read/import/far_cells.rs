//! Cells far away from a table, such as a stray space at the end of a sheet, which are left out.

use std::collections::{BTreeMap, BTreeSet};

/// Blank rows and columns behind which cells do not belong to the table.
pub const FAR: (usize, usize) = (1_000, 100);

/// Cells that were taken out: the number of those with a text, and the first with its text.
pub type Far = Option<(usize, (usize, usize), String)>;

/// Takes out cells that are separated from most others by many blank rows or columns. Returns them, and the first row
/// and column behind the other cells.
pub fn take_far(texts: &mut BTreeMap<(usize, usize), String>) -> (Far, (usize, usize)) {
    let all = texts.len();
    let rows: BTreeSet<usize> = texts.keys().map(|(row, _)| *row).collect();
    let columns: BTreeSet<usize> = texts.keys().map(|(_, column)| *column).collect();
    let (bottom, right) = (behind(&rows, FAR.0), behind(&columns, FAR.1));
    let is_near = |(row, column): &(usize, usize)| *row < bottom && *column < right;
    let near = texts.keys().filter(|place| is_near(place)).count();
    // With more cells behind the gap than before it, either part may be the table.
    if near == all || near * 2 < all {
        return (None, (usize::MAX, usize::MAX));
    }
    let mut far =
        texts.extract_if(.., |place, _| !is_near(place)).filter(|(_, text)| !text.trim().is_empty());
    let first = far.next();
    let count = 1 + far.count();
    (first.map(|(place, text)| (count, place, text)), (bottom, right))
}

/// The first number behind a gap of so many; all are before it where there is none.
fn behind(numbers: &BTreeSet<usize>, gap: usize) -> usize {
    let pairs = numbers.iter().zip(numbers.iter().skip(1));
    let mut gaps = pairs.filter(|(before, next)| *next - *before > gap);
    gaps.next().map_or(usize::MAX, |(before, _)| before + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::take_far;

    fn texts(places: &[(usize, usize)]) -> BTreeMap<(usize, usize), String> {
        places.iter().map(|place| (*place, format!("{place:?}"))).collect()
    }

    #[test]
    fn cells_far_from_most_others_are_taken_out() {
        let table = [(0, 0), (1, 0), (1, 1)];
        let mut stray = texts(&[&table[..], &[(1_048_575, 16_383)]].concat());
        let (far, ends) = take_far(&mut stray);
        assert_eq!(far, Some((1, (1_048_575, 16_383), "(1048575, 16383)".to_owned())));
        assert_eq!(ends, (2, 2));
        assert_eq!(stray, texts(&table));
        // A gap of exactly so many is none, and a table far down is the table.
        for places in [[(0, 0), (1, 0), (1_001, 100)], [(0, 0), (5_000, 0), (5_001, 1)]] {
            let mut kept = texts(&places);
            assert_eq!(take_far(&mut kept).0, None, "{places:?}");
            assert_eq!(kept, texts(&places));
        }
        // White space is left out and not worth a word.
        let mut blank = texts(&table);
        blank.insert((9_999, 0), " ".to_owned());
        assert_eq!(take_far(&mut blank).0, None);
        assert_eq!(blank, texts(&table));
    }
}
