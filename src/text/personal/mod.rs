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
mod hit;
mod limits;
mod link;
mod mask;
mod pretest;
mod scan;
mod search;

use self::character::{Reading, read};
pub use self::hit::{Hit, Kind};
pub use self::limits::{Limit, NOT_FOUND};
pub use self::mask::{hidden, mask, starred};
pub use self::search::find;

/// Whether a character can be a digit of a personal number.
#[must_use]
pub fn is_digit(character: char) -> bool {
    matches!(read(character), Reading::Digit(_) | Reading::Loose(..))
}

#[cfg(test)]
mod tests;
