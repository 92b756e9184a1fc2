//! Personal numbers in a normalised text, each searched for from the digit at which it may begin.

use std::cell::OnceCell;
use std::ops::Range;

use crate::text::personal::groups::Groups;
use crate::text::personal::hit::{Hit, Kind};
use crate::text::personal::scan::{Digit, Gap, Join};
use crate::text::personal::{check, guard, link, pretest, scan};

/// Maximum number of digits, country code included.
const LONGEST: usize = 19;

/// All personal numbers in `text`, in order and not overlapping.
#[must_use]
pub fn find(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    let links = OnceCell::new();
    for part in pretest::parts(text) {
        let digits = scan::digits(text, part);
        let mut from = 0;
        while from < digits.len() {
            let search = Search { text, digits: &digits, from, links: &links };
            match search.number() {
                Some((hit, used)) => {
                    hits.push(hit);
                    from += used;
                }
                None => from += 1,
            }
        }
    }
    hits
}

/// The search for a number that begins at a certain digit.
#[derive(Debug)]
struct Search<'t> {
    text: &'t str,
    digits: &'t [Digit],
    from: usize,
    /// Cache of the web addresses in the text.
    links: &'t OnceCell<Vec<Range<usize>>>,
}

impl Search<'_> {
    /// The number, and its count of digits.
    fn number(&self) -> Option<(Hit, usize)> {
        if !self.is_edge(self.from) {
            return None;
        }
        let rest = &self.digits[self.from..];
        let joined = |(at, digit): &(usize, &Digit)| *at == 0 || digit.join != Join::Break;
        let plain: Vec<u8> =
            rest.iter().enumerate().take(LONGEST).take_while(joined).map(|(_, digit)| digit.plain).collect();
        self.identity18(&plain).or_else(|| {
            let weak =
                self.identity15(&plain).or_else(|| self.mobile(&plain)).or_else(|| self.card(&plain))?;
            (!self.delays_identity18()).then_some(weak)
        })
    }

    /// Whether an identity number begins one or two digits later, because the first ones end a name: 王五一一〇….
    fn delays_identity18(&self) -> bool {
        let later = |by: usize| {
            let from = self.from + by;
            let loose = self.digits[self.from..].iter().take(by).all(|digit| digit.loose);
            let plain: Vec<u8> = self.digits.iter().skip(from).take(18).map(|digit| digit.plain).collect();
            loose && check::is_identity18(&plain)
        };
        later(1) || later(2)
    }

    fn identity18(&self, plain: &[u8]) -> Option<(Hit, usize)> {
        let plain = plain.get(..18).filter(|plain| check::is_identity18(plain))?;
        let whole = self.groups(18)?.is_whole() && !self.is_in_link();
        (whole || check::is_of_our_time(plain)).then(|| self.hit(Kind::Identity18, 18))
    }

    fn identity15(&self, plain: &[u8]) -> Option<(Hit, usize)> {
        plain.get(..15).filter(|plain| check::is_identity15(plain))?;
        self.weak(Kind::Identity15, 0..15, |groups, has_word| {
            groups.is_identity15(&|| has_word(guard::IDENTITY))
        })
    }

    /// A mobile number, with or without 86 or 0086, which may be a separate word.
    fn mobile(&self, plain: &[u8]) -> Option<(Hit, usize)> {
        let code = [b"0086".as_slice(), b"86"].into_iter().find(|code| plain.starts_with(code));
        let code = code.map_or(0, <[u8]>::len);
        plain.get(code..code + 11).filter(|number| check::is_mobile(number))?;
        let joins: Vec<Join> =
            self.digits[self.from..].iter().take(code + 1).map(|digit| digit.join).collect();
        let of_one_word = joins.iter().take(code).skip(1).all(|join| *join == Join::Same);
        let parted = |join: Join| matches!(join, Join::Gap(gap) if !matches!(gap, Gap::Blank | Gap::Hyphen));
        if code > 0 && (!of_one_word || parted(joins[code])) {
            return None;
        }
        let first = self.digits[self.from].range.start;
        let is_abroad = code > 2 || guard::with_plus(self.text, first) < first;
        self.weak(Kind::Mobile, code..code + 11, |groups, has_word| {
            groups.is_mobile(&|| is_abroad || has_word(guard::PHONE))
        })
    }

    /// The longest possible bank card.
    fn card(&self, plain: &[u8]) -> Option<(Hit, usize)> {
        (16..=plain.len()).rev().find_map(|length| {
            check::is_card(&plain[..length]).then_some(())?;
            self.weak(Kind::BankCard, 0..length, |groups, has_word| groups.is_card(&|| has_word(guard::CARD)))
        })
    }

    /// A number without strong proof, accepted if context and groups allow it; `part` is the number without its country
    /// code. In a web address only as the value of a named parameter.
    fn weak(
        &self,
        kind: Kind,
        part: Range<usize>,
        is_grouped: impl Fn(&Groups<'_>, &dyn Fn(&[&str]) -> bool) -> bool,
    ) -> Option<(Hit, usize)> {
        let groups = self.groups(part.end)?;
        let number = groups.without(part.start);
        let (hit, used) = self.hit(kind, part.end);
        let has_word = |words: &[&str]| guard::has_word_near(self.text, &hit.range, words);
        let good = number.is_all_number(self.text)
            && is_grouped(&number, &has_word)
            && (link::is_named(self.text, hit.range.start) || !self.is_in_link())
            && !guard::is_part_of_code(self.text, &hit.range)
            && !guard::is_money(self.text, &hit.range)
            && (number.is_usual() || !guard::is_counted(self.text, &hit.range));
        good.then_some((hit, used))
    }

    /// The groups of the first `length` digits, if a number can end behind them.
    fn groups(&self, length: usize) -> Option<Groups<'_>> {
        let to = self.from + length;
        self.is_edge(to).then(|| Groups::new(self.digits, self.from, to))
    }

    /// Whether a number can begin at a digit, or end before it.
    fn is_edge(&self, at: usize) -> bool {
        let (Some(next), Some(last)) = (self.digits.get(at), at.checked_sub(1)) else { return true };
        next.join != Join::Same || next.loose || self.digits[last].loose
    }

    /// Whether the digit is part of a web address.
    fn is_in_link(&self) -> bool {
        let links = self.links.get_or_init(|| link::find(self.text));
        let start = self.digits[self.from].range.start;
        let next = links.partition_point(|link| link.end <= start);
        links.get(next).is_some_and(|link| link.contains(&start))
    }

    fn hit(&self, kind: Kind, length: usize) -> (Hit, usize) {
        let last = &self.digits[self.from + length - 1];
        let start = self.digits[self.from].range.start;
        let start = if kind == Kind::Mobile { guard::with_plus(self.text, start) } else { start };
        (Hit { kind, range: start..last.range.end }, length)
    }
}
