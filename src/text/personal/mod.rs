//! Personal numbers in any text (个人信息): identity numbers, mobile numbers, bank cards.
//!
//! Publishing them takes separate consent (个人信息保护法第二十五条), and leaking identity numbers is
//! punishable (居民身份证法第十九条), so every text and attachment is searched before publication.
//!
//! A number is a whole word: never part of a longer run of digits and letters, and never inside a
//! web address. Full-width digits and letters count as plain ones, since clerks type them. Mobile
//! numbers, cards and old identity numbers have weak proof or none, so they are also passed over
//! as part of a decimal, of a hyphenated code, of an index number (索引号) or as a sum of money;
//! a valid 18-digit identity number is proof enough by its date and check digit.
//!
//! Limits: identity numbers written with gaps, cards under 16 digits and names or addresses are
//! not found. A mistyped identity number fails its check and is not found either. A project code
//! of area, date and serial number has a right check digit one time in eleven and is then taken for
//! an identity number: it cannot be told from one.
//!
//! Time is linear in the text: each word is looked at from at most a fixed number of places.

mod check;
mod guard;
mod link;
mod word;

use std::ops::Range;

use self::word::Word;
use crate::text::han::others;

/// What a number found in a text is.
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
    /// What it is.
    pub kind: Kind,
    /// Where it is in the text, in bytes, gaps and country code (+86) included.
    pub range: Range<usize>,
}

/// All personal numbers in `text`, in order and not overlapping.
#[must_use]
pub fn find(text: &str) -> Vec<Hit> {
    if !may_hold_one(text) {
        return Vec::new();
    }
    let words = word::split(text);
    let links = link::find(text);
    let mut link = 0;
    let mut from = 0;
    let mut hits = Vec::new();
    while let Some(first) = words.get(from) {
        while links.get(link).is_some_and(|it| it.end <= first.range.start) {
            link += 1;
        }
        let inside = links.get(link).is_some_and(|it| it.contains(&first.range.start));
        match at(text, &words, from).filter(|_| !inside) {
            Some((hit, used)) => {
                hits.push(hit);
                from += used;
            }
            None => from += 1,
        }
    }
    hits
}

/// Whether eleven digits stand together, with nothing but separators between them: the shortest number has as
/// many. Nearly all text fails this, and it costs next to nothing.
fn may_hold_one(text: &str) -> bool {
    let (mut digits, mut end) = (0, 0);
    for (at, character) in others(text) {
        // What was passed over is no separator.
        if at > end || !word::is_digit(character) && !word::is_separator(character) {
            digits = 0;
        }
        if word::is_digit(character) {
            digits += 1;
            if digits == 11 {
                return true;
            }
        }
        end = at + character.len_utf8();
    }
    false
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
    let plain = text.chars().filter_map(word::plain);
    let mut digits: Vec<char> =
        plain.filter(|byte| byte.is_ascii_digit() || *byte == b'X').map(char::from).collect();
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
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for hit in find(text) {
        shown.push_str(&text[from..hit.range.start]);
        let star = |c: char| match c.len_utf8() {
            1 if c.is_ascii_alphanumeric() => '*',
            3 => '＊',
            _ => c,
        };
        shown.extend(text[hit.range.clone()].chars().map(star));
        from = hit.range.end;
    }
    shown.push_str(&text[from..]);
    shown
}

/// The number that begins with word `from`, and how many words it takes.
fn at(text: &str, words: &[Word], from: usize) -> Option<(Hit, usize)> {
    let rest = words.get(from..)?;
    let first = rest.first()?;
    if check::is_identity18(first.digits()) {
        return Some((hit(Kind::Identity18, first.range.clone()), 1));
    }
    let (kind, range, used) =
        identity15(first).or_else(|| mobile(text, rest)).or_else(|| card(text, words, from))?;
    let alone = !guard::is_part_of_code(text, &range) && !guard::is_money(text, &range);
    alone.then(|| (hit(kind, range), used))
}

fn hit(kind: Kind, range: Range<usize>) -> Hit {
    Hit { kind, range }
}

/// A number that still has to pass the guards: kind, place, words taken.
type Candidate = (Kind, Range<usize>, usize);

fn identity15(word: &Word) -> Option<Candidate> {
    check::is_identity15(word.digits()).then(|| (Kind::Identity15, word.range.clone(), 1))
}

/// A mobile number: whole or as 3-4-4, after 86, 0086 or neither, which may be a word of its own.
fn mobile(text: &str, words: &[Word]) -> Option<Candidate> {
    let first = words.first()?;
    let code = [b"0086".as_slice(), b"86"];
    let apart = code.contains(&first.digits()) && is_joined(text, words, 0);
    let number = words.get(usize::from(apart)..)?;
    let head = number.first()?.digits();
    let head = code.iter().find_map(|code| head.strip_prefix(*code).filter(|_| !apart)).unwrap_or(head);
    let used = match head.len() {
        11 => 1,
        3 if lengths(text, number, 3).get(1..) == Some(&[4, 4]) => 3,
        _ => return None,
    };
    if !check::is_mobile_head(head) {
        return None;
    }
    let start = guard::with_plus(text, first.range.start);
    let end = number.get(used - 1)?.range.end;
    Some((Kind::Mobile, start..end, usize::from(apart) + used))
}

/// A bank card: whole, or in groups of four with a last group of up to three more.
fn card(text: &str, words: &[Word], from: usize) -> Option<Candidate> {
    let rest = words.get(from..)?;
    let first = rest.first()?;
    if first.digits().len() != 4 {
        return check::is_card(first.digits()).then(|| (Kind::BankCard, first.range.clone(), 1));
    }
    let used = match lengths(text, rest, 5).as_slice() {
        // One more group of four makes it a row of figures, not a card.
        [4, 4, 4, 4, 4] => return None,
        [4, 4, 4, 4, 1..=3] if is_card(rest.get(..5)?) => 5,
        [4, 4, 4, 4, ..] if is_card(rest.get(..4)?) => 4,
        _ => return None,
    };
    if follows_group(text, words, from) {
        return None;
    }
    let end = rest.get(used - 1)?.range.end;
    Some((Kind::BankCard, first.range.start..end, used))
}

/// Whether a group of four stands right before word `at`.
fn follows_group(text: &str, words: &[Word], at: usize) -> bool {
    let Some(last) = at.checked_sub(1) else {
        return false;
    };
    let is_group = words.get(last).is_some_and(|word| word.digits().len() == 4);
    is_group && is_joined(text, words, last)
}

fn is_card(groups: &[Word]) -> bool {
    let digits: Vec<u8> = groups.iter().flat_map(Word::digits).copied().collect();
    check::is_card(&digits)
}

/// Lengths of the first words, at most `most`, as long as one separator stands between them.
fn lengths(text: &str, words: &[Word], most: usize) -> Vec<usize> {
    let gaps = (0..most).take_while(|at| *at == 0 || is_joined(text, words, at - 1));
    gaps.filter_map(|at| words.get(at)).map(|word| word.digits().len()).collect()
}

/// Whether just one space or hyphen stands between word `at` and the next.
fn is_joined(text: &str, words: &[Word], at: usize) -> bool {
    let (Some(left), Some(right)) = (words.get(at), words.get(at + 1)) else {
        return false;
    };
    let mut gap = text[left.range.end..right.range.start].chars();
    gap.next().is_some_and(word::is_separator) && gap.next().is_none()
}

#[cfg(test)]
mod tests;
