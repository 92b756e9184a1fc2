//! A personal number found in a text.

use std::ops::Range;

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
