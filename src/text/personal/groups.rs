//! Grouping of digits, and whether it is plausible for a kind of number.
//!
//! Three or four figures in a row have as many digits as a mobile number or a card. Usual groups with usual separators
//! are accepted as they are; other groups need evidence, a word such as 电话 nearby.

use crate::text::personal::scan::{Digit, Gap, Join};

/// Usual groups of mobile numbers besides 3-4-4.
const FAMILIAR: [&[usize]; 10] =
    [&[3, 8], &[8, 3], &[3, 3, 5], &[3, 5, 3], &[4, 4, 3], &[4, 3, 4], &[7, 4], &[4, 7], &[5, 6], &[6, 5]];

/// The groups of a number, and its neighbours.
#[derive(Debug)]
pub(super) struct Groups<'d> {
    digits: &'d [Digit],
    lengths: Vec<usize>,
    gaps: Vec<Gap>,
    /// The separator before the number, and the length of the word before the separator.
    before: Option<(Gap, usize)>,
    /// The separator behind the number, and the length of the word behind the separator.
    after: Option<(Gap, usize)>,
}

impl<'d> Groups<'d> {
    /// The groups of the digits `from..to` of a text.
    pub(super) fn new(all: &'d [Digit], from: usize, to: usize) -> Self {
        let digits = &all[from..to];
        let (lengths, gaps) = grouped(digits);
        let gap = |digit: &Digit| match digit.join {
            Join::Gap(gap) => Some(gap),
            Join::Same | Join::Break => None,
        };
        let same = |digit: &&Digit| digit.join == Join::Same;
        let before = gap(&all[from]).map(|gap| {
            // The first digit of a word is joined to the digit before by a separator.
            (gap, all[..from].iter().rev().take(5).take_while(same).count() + 1)
        });
        let after = all
            .get(to)
            .and_then(|next| Some((gap(next)?, 1 + all[to + 1..].iter().take(5).take_while(same).count())));
        Self { digits, lengths, gaps, before, after }
    }

    /// The groups without a country code of `code` digits. The neighbour before stays the same.
    pub(super) fn without(&self, code: usize) -> Self {
        let digits = &self.digits[code..];
        let (lengths, gaps) = grouped(digits);
        Self { digits, lengths, gaps, before: self.before, after: self.after }
    }

    /// Whether the number has no separators.
    pub(super) fn is_whole(&self) -> bool {
        self.gaps.is_empty()
    }

    /// Whether only spaces and hyphens separate the groups, and the lengths are usual.
    pub(super) fn is_usual(&self) -> bool {
        let usual = matches!(self.lengths[..], [_] | [3, 4, 4] | [4, 4, 4, 4] | [4, 4, 4, 4, _]);
        usual && self.all(&[Gap::Blank, Gap::Hyphen])
    }

    /// Whether the groups are plausible for a mobile number; `has_evidence` looks for a word nearby that says so.
    pub(super) fn is_mobile(&self, has_evidence: &dyn Fn() -> bool) -> bool {
        match self.lengths[..] {
            [_] => true,
            [3, 4, 4] if self.all(&[Gap::Hyphen]) => true,
            [3, 4, 4] if self.all(&[Gap::Blank]) => !self.ends_in_years() || has_evidence(),
            [3, 4, 4] if !self.any(&[Gap::List, Gap::Line]) => {
                self.is_alone() && !self.is_dated() || has_evidence()
            }
            _ if self.lengths.iter().all(|length| *length == 1) => {
                let figures = self.any(&[Gap::List, Gap::Line]);
                self.is_uniform() && self.is_alone() && (!figures || has_evidence())
            }
            _ if !self.is_alone() => false,
            [3, 4, 4] => has_evidence(),
            _ if FAMILIAR.contains(&&self.lengths[..]) => {
                let decimal = self.gaps[..] == [Gap::Point];
                let figures = self.any(&[Gap::Blank, Gap::List, Gap::Line]);
                self.is_uniform() && !decimal && !figures && !self.is_dated() || has_evidence()
            }
            _ => {
                self.is_uniform() && !self.any(&[Gap::List, Gap::Line]) && !self.is_dated() && has_evidence()
            }
        }
    }

    /// Whether the groups are plausible for a bank card.
    pub(super) fn is_card(&self, has_evidence: &dyn Fn() -> bool) -> bool {
        match self.lengths[..] {
            [_] => true,
            [4, 4, 4, 4] | [4, 4, 4, 4, 1..=3] => {
                // A neighbouring group of four digits means a row of figures, not a card.
                let row = [self.before, self.after].into_iter().flatten().any(|(_, length)| length == 4);
                !row && (!self.any(&[Gap::List, Gap::Line]) || has_evidence())
            }
            _ => self.is_uniform() && self.is_alone() && has_evidence(),
        }
    }

    /// Whether the groups are plausible for an old identity number, which has no check digit.
    pub(super) fn is_identity15(&self, has_evidence: &dyn Fn() -> bool) -> bool {
        self.is_whole() || self.is_uniform() && self.is_alone() && has_evidence()
    }

    /// Whether all digits belong to the number: loose digits only at its ends are neighbours (附件一 or ① before it, a note
    /// reference behind it), and hollow circles between digits mask a number.
    pub(super) fn is_all_number(&self, text: &str) -> bool {
        let loose = |digits: &[Digit]| digits.iter().filter(|digit| digit.loose).count();
        let all = loose(self.digits);
        if all == 0 || all == self.digits.len() {
            return true;
        }
        let hollow = self.digits.iter().any(|digit| matches!(&text[digit.range.clone()], "○" | "◯"));
        !hollow && loose(&self.digits[1..self.digits.len() - 1]) > 0
    }

    fn all(&self, gaps: &[Gap]) -> bool {
        self.gaps.iter().all(|gap| gaps.contains(gap))
    }

    fn any(&self, gaps: &[Gap]) -> bool {
        self.gaps.iter().any(|gap| gaps.contains(gap))
    }

    fn is_uniform(&self) -> bool {
        self.gaps.windows(2).all(|pair| pair[0] == pair[1])
    }

    /// Whether no further group follows or precedes with such a separator.
    fn is_alone(&self) -> bool {
        let mut around = [self.before, self.after].into_iter().flatten();
        around.all(|(gap, _)| {
            !matches!(gap, Gap::Hyphen | Gap::Point | Gap::Tight) && !self.gaps.contains(&gap)
        })
    }

    /// Whether the last two groups are years of this century or the last: `150 2023 2024`.
    fn ends_in_years(&self) -> bool {
        let mut years = self.digits.iter().skip(3).step_by(4).zip(self.digits.iter().skip(4).step_by(4));
        years.all(|(first, second)| matches!((first.plain, second.plain), (b'1', b'9') | (b'2', b'0')))
    }

    /// Whether a group is a year or a day of this century or the last: `1978-2003-123`, `156-20240801`.
    fn is_dated(&self) -> bool {
        let mut start = 0;
        self.lengths.iter().any(|length| {
            let group: Vec<u8> = self.digits[start..start + length].iter().map(|digit| digit.plain).collect();
            start += length;
            matches!(group[..], [b'1', b'9', _, _] | [b'2', b'0', _, _])
                || matches!(group[..], [b'1', b'9', _, _, b'0' | b'1', _, b'0'..=b'3', _])
                || matches!(group[..], [b'2', b'0', _, _, b'0' | b'1', _, b'0'..=b'3', _])
        })
    }
}

/// The lengths of the groups, and the separators between them.
fn grouped(digits: &[Digit]) -> (Vec<usize>, Vec<Gap>) {
    let (mut lengths, mut gaps) = (vec![1], Vec::new());
    for digit in digits.iter().skip(1) {
        match (digit.join, lengths.last_mut()) {
            (Join::Gap(gap), _) => {
                gaps.push(gap);
                lengths.push(1);
            }
            (_, Some(last)) => *last += 1,
            (_, None) => {}
        }
    }
    (lengths, gaps)
}
