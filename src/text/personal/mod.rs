//! Personal numbers in any text (个人信息): identity numbers, mobile numbers, bank cards.
//!
//! Publishing them takes separate consent (个人信息保护法第二十五条), and leaking identity numbers is
//! punishable (居民身份证法第十九条), so every text and attachment is searched before publication.
//!
//! A text is brought into one normal form first (`scan`): digits of every script and style (１ 一 ① 𝟏), HTML's
//! references and escapes as the characters for which they stand, without what no reader sees, and with one separator
//! of any kind between groups. Places are kept, so that a hit has its range in the text as it was given.
//!
//! A number is a whole word: never part of a longer run of digits and letters. Mobile numbers, cards and old
//! identity numbers have weak proof or none, so they are also passed over as part of a decimal, of a hyphenated code,
//! of an index number (索引号), of a web address or as a sum of money, and in unusual groups unless a word nearby tells
//! what they are. A valid 18-digit identity number is proof enough by its date and check digit.
//!
//! [`NOT_FOUND`] lists what is knowingly not found. A project code of area, date and serial number has a right check
//! digit one time in eleven and is then taken for an identity number: it cannot be told from one.
//!
//! Time is linear in the text: each digit is looked at from at most a fixed number of places.

mod character;
mod check;
mod escape;
mod groups;
mod guard;
mod limits;
mod link;
mod pretest;
mod scan;

use std::cell::OnceCell;
use std::ops::Range;

use self::character::{Reading, read};
use self::groups::Groups;
pub use self::limits::{Limit, NOT_FOUND};
use self::scan::{Digit, Gap, Join};

/// The kind of a number found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// 公民身份号码 (GB 11643-1999): 17 digits with a birth date, and a check digit or X.
    Identity18,
    /// 15 位旧身份证号 (GB 11643-1989): province, two-digit birth year, no check digit.
    Identity15,
    /// 手机号码: 11 digits, 13… to 19…, with or without 86.
    Mobile,
    /// 银行卡号: 16 to 19 digits with a Luhn check digit.
    BankCard,
}

/// A number found in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Where it is in the text, in bytes, gaps and country code (+86) included.
    pub range: Range<usize>,
}

/// The most digits of a number, its country code included.
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

/// The number `text` (what a [`Hit`]'s range covers) in the form messages may show it in.
///
/// Kept are the first 3 and last 2 digits of identity and mobile numbers and the first 4 and last
/// 2 of cards, in plain digits without gaps or country code; each other digit is a `*`. That tells
/// the clerk which number is meant and no more: the common masks (first 6 and last 4 of an identity
/// number, first 3 and last 4 of a mobile number) leave little enough to be guessed from the rest
/// of a list, where birth dates and places stand beside it.
#[must_use]
pub fn mask(kind: Kind, text: &str) -> String {
    let mut digits: Vec<char> =
        scan::digits(text, 0..text.len()).iter().map(|digit| char::from(digit.plain)).collect();
    let (head, longest) = match kind {
        Kind::Identity18 => (3, 18),
        Kind::Identity15 => (3, 15),
        Kind::Mobile => (3, 11),
        Kind::BankCard => (4, 19),
    };
    // A country code stands before the number proper.
    digits.drain(..digits.len().saturating_sub(longest));
    let tail = digits.len().saturating_sub(2);
    // Half a number is not a hit; should one come in, nothing of it is shown.
    let whole = digits.len() >= 11;
    let shown = |at: usize| whole && (at < head || at >= tail);
    let masked = digits.iter().enumerate();
    masked.map(|(at, digit)| if shown(at) { *digit } else { '*' }).collect()
}

/// A text in which every digit of every number that is found is a star as wide as the digit was, byte for byte.
#[must_use]
pub fn hidden(text: &str) -> String {
    starred(text, find(text).into_iter().map(|hit| hit.range))
}

/// A text in which every digit and letter within some ranges, which are in order and apart, is a star as wide as it
/// was, byte for byte.
#[must_use]
pub fn starred(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        shown.push_str(&text[from..range.start]);
        for character in text[range.clone()].chars() {
            if character.is_alphanumeric() || matches!(read(character), Reading::Cross | Reading::Loose(..)) {
                shown.push_str(["", "*", "**", "＊", "＊*"][character.len_utf8()]);
            } else {
                shown.push(character);
            }
        }
        from = range.end;
    }
    shown.push_str(&text[from..]);
    shown
}

/// Whether a character can be a digit of a number.
#[must_use]
pub fn is_digit(character: char) -> bool {
    matches!(read(character), Reading::Digit(_) | Reading::Loose(..))
}

/// The search for a number that begins with one digit of a text.
#[derive(Debug)]
struct Search<'t> {
    text: &'t str,
    digits: &'t [Digit],
    from: usize,
    /// The web addresses in the text, once a number may be part of one.
    links: &'t OnceCell<Vec<Range<usize>>>,
}

impl Search<'_> {
    /// The number, and how many digits it takes.
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

    /// Whether an identity number begins behind one or two digits that are the end of a name: 王五一一〇….
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
        self.weak(Kind::Identity15, 0..15, |groups, told| groups.is_identity15(&|| told(guard::IDENTITY)))
    }

    /// A mobile number, after 86, 0086 or neither, which may be a word of its own.
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
        self.weak(Kind::Mobile, code..code + 11, |groups, told| {
            groups.is_mobile(&|| is_abroad || told(guard::PHONE))
        })
    }

    /// A bank card: the longest that it can be.
    fn card(&self, plain: &[u8]) -> Option<(Hit, usize)> {
        (16..=plain.len()).rev().find_map(|length| {
            check::is_card(&plain[..length]).then_some(())?;
            self.weak(Kind::BankCard, 0..length, |groups, told| groups.is_card(&|| told(guard::CARD)))
        })
    }

    /// A number without strong proof, if it stands alone and is grouped as such numbers are; `part` is the number
    /// without its country code. A web address holds one only under a name that says so.
    fn weak(
        &self,
        kind: Kind,
        part: Range<usize>,
        is_grouped: impl Fn(&Groups<'_>, &dyn Fn(&[&str]) -> bool) -> bool,
    ) -> Option<(Hit, usize)> {
        let groups = self.groups(part.end)?;
        let number = groups.without(part.start);
        let (hit, used) = self.hit(kind, part.end);
        let told = |words: &[&str]| guard::is_told(self.text, &hit.range, words);
        let good = number.is_of_one_hand(self.text)
            && is_grouped(&number, &told)
            && (link::is_named(self.text, hit.range.start) || !self.is_in_link())
            && !guard::is_part_of_code(self.text, &hit.range)
            && !guard::is_money(self.text, &hit.range)
            && (number.is_usual() || !guard::is_counted(self.text, &hit.range));
        good.then_some((hit, used))
    }

    /// The groups of the first digits, if a number can end there.
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

#[cfg(test)]
mod tests;
