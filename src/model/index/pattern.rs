//! The pattern of 索引号: fixed text and placeholders in braces.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::Date;

/// The pattern of a site's 索引号: fixed text and placeholders in braces.
#[derive(Debug, PartialEq, Eq)]
pub struct Pattern<'t>(Vec<Piece<'t>>);

/// A piece of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Fixed(&'t str),
    Year,
    Month,
    Day,
    Section,
    /// 流水号, padded with zeros to a number of digits.
    Running(usize),
}

/// A mistake in a pattern.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// Byte range in the pattern.
    pub range: Range<usize>,
    /// The kind of mistake.
    pub kind: SlipKind,
}

/// Kind of mistake in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// An unpaired brace.
    Brace,
    /// An unknown placeholder.
    Word,
}

/// The missing part of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// 流水号 of the notice.
    Running,
    /// 代码 of its section.
    Code,
}

impl<'t> Pattern<'t> {
    /// All placeholders; 流水号 may be followed by its minimum number of digits, 1 to 9.
    pub const WORDS: [&'static str; 5] = ["年", "月", "日", "栏目", "流水号"];

    /// Parses a pattern.
    ///
    /// # Errors
    ///
    /// All mistakes in the pattern.
    pub fn parse(text: &'t str) -> Result<Self, Vec<Slip>> {
        let (mut pieces, mut slips) = (Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(found) = text[at..].find(['{', '}']) {
            let open = at + found;
            pieces.push(Piece::Fixed(&text[at..open]));
            let Some(inner) = braced(&text[open..]) else {
                slips.push(Slip { range: open..open + 1, kind: SlipKind::Brace });
                at = open + 1;
                continue;
            };
            at = open + inner.len() + 2;
            match piece(inner.trim()) {
                Some(piece) => pieces.push(piece),
                None => slips.push(Slip { range: open..at, kind: SlipKind::Word }),
            }
        }
        pieces.push(Piece::Fixed(&text[at..]));
        if slips.is_empty() { Ok(Self(pieces)) } else { Err(slips) }
    }

    /// Fills the pattern with the date of a notice, the 代码 of its section, and its 流水号.
    ///
    /// # Errors
    ///
    /// The first missing part that the pattern needs.
    pub fn fill(&self, dated: Date, code: Option<&str>, running: Option<&str>) -> Result<String, Lack> {
        let piece = |piece: &Piece<'t>| -> Result<Cow<'t, str>, Lack> {
            Ok(match *piece {
                Piece::Fixed(text) => text.into(),
                Piece::Year => format!("{:04}", dated.year()).into(),
                Piece::Month => format!("{:02}", dated.month()).into(),
                Piece::Day => format!("{:02}", dated.day()).into(),
                Piece::Section => code.ok_or(Lack::Code)?.to_owned().into(),
                Piece::Running(digits) => format!("{:0>digits$}", running.ok_or(Lack::Running)?).into(),
            })
        };
        self.0.iter().map(piece).collect()
    }
}

/// The text in the braces at the beginning of a text.
fn braced(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?;
    let end = inner.find(['{', '}'])?;
    inner[end..].starts_with('}').then(|| &inner[..end])
}

fn piece(word: &str) -> Option<Piece<'static>> {
    let simple = [Piece::Year, Piece::Month, Piece::Day, Piece::Section, Piece::Running(1)];
    if let Some(at) = Pattern::WORDS.iter().position(|known| *known == word) {
        return Some(simple[at]);
    }
    let digits = word.strip_prefix("流水号")?.parse().ok()?;
    (1..=9).contains(&digits).then_some(Piece::Running(digits))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Lack, Pattern, Slip, SlipKind};

    #[test]
    fn patterns_of_portals_are_filled_in() {
        let day = date(2024, 8, 1);
        let fill = |pattern| Pattern::parse(pattern).unwrap().fill(day, Some("02"), Some("7"));
        assert_eq!(
            fill("11341729003257952H/{年}{月}-{流水号5}").as_deref(),
            Ok("11341729003257952H/202408-00007")
        );
        assert_eq!(fill("330200-{栏目}-{年}{月}{日}-{ 流水号 }").as_deref(), Ok("330200-02-20240801-7"));
        assert_eq!(fill("").as_deref(), Ok(""));
        let long = Pattern::parse("{流水号2}").unwrap();
        assert_eq!(long.fill(day, None, Some("1234")).as_deref(), Ok("1234"), "never cut");
        assert_eq!(long.fill(day, None, None), Err(Lack::Running));
        assert_eq!(Pattern::parse("{栏目}").unwrap().fill(day, None, None), Err(Lack::Code));
    }

    #[test]
    fn every_slip_has_its_place() {
        let slips = |text| Pattern::parse(text).unwrap_err();
        let slip = |range, kind| Slip { range, kind };
        assert_eq!(slips("a{年份}b{流水号0}"), [slip(1..9, SlipKind::Word), slip(10..22, SlipKind::Word)]);
        assert_eq!(slips("{年"), [slip(0..1, SlipKind::Brace)]);
        assert_eq!(slips("{{年}}"), [slip(0..1, SlipKind::Brace), slip(6..7, SlipKind::Brace)]);
        assert_eq!(slips("{}"), [slip(0..2, SlipKind::Word)]);
    }
}
