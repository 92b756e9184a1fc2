//! Personal numbers in any text (个人信息): identity numbers, mobile numbers, bank cards.
//!
//! Publishing them takes separate consent (个人信息保护法第二十五条), and leaking identity numbers is
//! punishable (居民身份证法第十九条), so every text and attachment is searched before publication.
//!
//! A text is normalised first (`scan`): digits of every script and style (１ 一 ① 𝟏) become ASCII, HTML references and
//! escapes are decoded, invisible characters are dropped, and groups have one separator each. Positions are kept, so
//! that a hit has its range in the original text.
//!
//! A number is a whole word, never part of a longer run of digits and letters. Mobile numbers, cards and old identity
//! numbers have weak proof or none, so they are ignored as part of a decimal, of a hyphenated code, of an index number
//! (索引号) or of a web address, as a sum of money, and in unusual groups without evidence nearby. The date and check
//! digit of an 18-digit identity number are proof enough.
//!
//! [`NOT_FOUND`] lists the known limits. A project code of area, date and serial number has a right check digit one time
//! in eleven, and then counts as an identity number, because nothing distinguishes the two.
//!
//! Time is linear in the length of the text: each digit is visited a bounded number of times.

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
    /// Byte range in the text, with separators and country code (+86).
    pub range: Range<usize>,
}

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

/// A number, the text in a [`Hit`]'s range, masked for messages.
///
/// The first 3 and last 2 digits of identity and mobile numbers and the first 4 and last 2 of cards
/// stay, in ASCII without separators or country code; each other digit becomes `*`. That is enough to
/// recognise the number. The common masks (first 6 and last 4 of an identity number, first 3 and
/// last 4 of a mobile number) show more, and the rest could be guessed from birth dates and places
/// in the same list.
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
    // Drop the country code.
    digits.drain(..digits.len().saturating_sub(longest));
    let tail = digits.len().saturating_sub(2);
    // A text shorter than any hit: mask all of it.
    let whole = digits.len() >= 11;
    let is_visible = |at: usize| whole && (at < head || at >= tail);
    let masked = digits.iter().enumerate();
    masked.map(|(at, digit)| if is_visible(at) { *digit } else { '*' }).collect()
}

/// A text with the digits of all found numbers replaced by stars, of equal byte length.
#[must_use]
pub fn hidden(text: &str) -> String {
    starred(text, find(text).into_iter().map(|hit| hit.range))
}

/// A text with digits and letters in some ranges (in order, not overlapping) replaced by stars, of equal byte length.
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

/// Whether a character can be a digit of a personal number.
#[must_use]
pub fn is_digit(character: char) -> bool {
    matches!(read(character), Reading::Digit(_) | Reading::Loose(..))
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

#[cfg(test)]
mod tests;
