//! Shares of a whole in tenths of a percent, rounded: 2 of 3 are 667.

/// A share, rounded half up, but never up to the whole: 1,999 of 2,000 are 999. Zero of zero is zero.
#[must_use]
pub fn permille(part: usize, whole: usize) -> usize {
    let rounded = (part * 2000 + whole).checked_div(whole * 2).unwrap_or_default();
    if part < whole { rounded.min(999) } else { rounded }
}

/// Shares that add up to 1,000, by the largest remainder method: each is rounded down, then those with the largest
/// remainders are raised by one, the first ones among equals.
#[must_use]
pub fn permilles(parts: &[usize]) -> Vec<usize> {
    let whole: usize = parts.iter().sum();
    if whole == 0 {
        return vec![0; parts.len()];
    }
    let mut shares: Vec<usize> = parts.iter().map(|part| part * 1000 / whole).collect();
    let lacking = 1000 - shares.iter().sum::<usize>();
    let mut by_loss: Vec<usize> = (0..parts.len()).collect();
    by_loss.sort_by_key(|i| std::cmp::Reverse(parts[*i] * 1000 % whole));
    for i in by_loss.into_iter().take(lacking) {
        shares[i] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{permille, permilles};

    #[test]
    fn a_share_is_rounded_half_up_and_only_the_whole_is_whole() {
        for (part, whole, share) in [
            (2, 3, 667),
            (1, 3, 333),
            (1, 2000, 1),
            (1, 2001, 0),
            (336, 366, 918),
            (1999, 2000, 999),
            (2000, 2000, 1000),
            (0, 7, 0),
            (0, 0, 0),
        ] {
            assert_eq!(permille(part, whole), share, "{part} of {whole}");
        }
    }

    #[test]
    fn shares_that_are_shown_together_add_up() {
        for (parts, shares) in [
            (&[2, 1][..], &[667, 333][..]),
            (&[1, 1, 1], &[334, 333, 333]),
            (&[2, 2, 1, 9], &[143, 143, 71, 643]),
            (&[1, 1, 1, 1, 1, 1, 1], &[143, 143, 143, 143, 143, 143, 142]),
            (&[5], &[1000]),
            (&[0, 4], &[0, 1000]),
            (&[0, 0], &[0, 0]),
            (&[], &[]),
        ] {
            assert_eq!(permilles(parts), shares, "{parts:?}");
        }
    }

    proptest! {
        #[test]
        fn no_share_is_off_by_a_tenth_of_a_percent(parts in proptest::collection::vec(0_usize..5_000, 1..12)) {
            let (whole, shares) = (parts.iter().sum::<usize>(), permilles(&parts));
            prop_assert_eq!(shares.iter().sum::<usize>(), if whole == 0 { 0 } else { 1000 });
            for (part, share) in parts.iter().zip(&shares) {
                prop_assert!((share * whole).abs_diff(part * 1000) < whole.max(1), "{parts:?}: {shares:?}");
            }
        }
    }
}
