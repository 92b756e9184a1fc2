//! Typefaces: those that tell the parts of a paper apart, and those whose letters are pictures.

use crate::read::document::Typeface;

/// A typeface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// As a typeface of a paper.
    pub typeface: Typeface,
    /// As one of symbols.
    pub symbols: Option<Symbols>,
}

/// A typeface of symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbols {
    /// Wingdings.
    Wingdings,
    /// Wingdings 2.
    Wingdings2,
    /// Any other.
    Unknown,
}

/// Symbols that papers use, by their number in Wingdings.
const WINGDINGS: [(u32, char); 20] = [
    (0x6C, '●'),
    (0x6D, '❍'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x70, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA1, '○'),
    (0xA7, '▪'),
    (0xA8, '□'),
    (0xD8, '➢'),
    (0xFB, '✘'),
    (0xFC, '✔'),
    (0xFE, '☑'),
];

/// Symbols that papers use, by their number in Wingdings 2.
const WINGDINGS_2: [(u32, char); 7] =
    [(0x4F, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x53, '☒'), (0x54, '☒'), (0xA3, '□')];

impl Face {
    /// The typeface of a name.
    pub fn of(name: &str) -> Self {
        let lower = name.to_lowercase().replace([' ', '_', '-'], "");
        let has = |names: &[&str]| names.iter().any(|name| lower.contains(name));
        let symbols = if has(&["wingdings2"]) {
            Some(Symbols::Wingdings2)
        } else if has(&["wingdings3", "webdings", "mtextra"]) || lower == "symbol" {
            Some(Symbols::Unknown)
        } else if has(&["wingdings"]) {
            Some(Symbols::Wingdings)
        } else {
            None
        };
        // 华文中宋 stands in for 小标宋, which no machine has by itself. 仿宋 before 宋, 雅黑 is no 黑体.
        let typeface = if has(&["小标宋", "xiaobiaosong", "xbs", "大标宋", "中宋", "zhongsong"]) {
            Typeface::TitleSong
        } else if has(&["仿宋", "fangsong", "fzfs"]) {
            Typeface::FangSong
        } else if has(&["楷", "kaiti", "fzkt"]) {
            Typeface::Kai
        } else if has(&["黑", "simhei", "stheiti", "fzhei", "fzht"]) && !has(&["雅黑"]) {
            Typeface::Hei
        } else {
            Typeface::Other
        };
        Self { typeface, symbols }
    }
}

impl Symbols {
    /// The character that looks like the symbol of a number.
    pub fn character(self, number: u32) -> Option<char> {
        // Word writes them in the private area, from U+F000.
        let number = if (0xF000..=0xF0FF).contains(&number) { number - 0xF000 } else { number };
        let known: &[(u32, char)] = match self {
            Self::Wingdings => &WINGDINGS,
            Self::Wingdings2 => &WINGDINGS_2,
            Self::Unknown if number == 0xB7 => return Some('•'),
            Self::Unknown => &[],
        };
        // The box with a cross, in both.
        let cross = (self == Self::Wingdings && number == 0xFD).then_some('☒');
        cross.or_else(|| known.iter().find(|(known, _)| *known == number).map(|(_, character)| *character))
    }
}

#[cfg(test)]
mod tests {
    use super::{Face, Symbols};
    use crate::read::document::Typeface::{self, FangSong, Hei, Kai, Other, TitleSong};

    #[test]
    fn typefaces_have_many_names() {
        let cases: [(&str, Typeface); 14] = [
            ("方正小标宋简体", TitleSong),
            ("方正小标宋_GBK", TitleSong),
            ("华文中宋", TitleSong),
            ("黑体", Hei),
            ("方正黑体_GBK", Hei),
            ("SimHei", Hei),
            ("微软雅黑", Other),
            ("楷体_GB2312", Kai),
            ("KaiTi", Kai),
            ("仿宋_GB2312", FangSong),
            ("方正仿宋_GBK", FangSong),
            ("FangSong", FangSong),
            ("宋体", Other),
            ("Times New Roman", Other),
        ];
        for (name, typeface) in cases {
            assert_eq!(Face::of(name).typeface, typeface, "{name}");
        }
    }

    #[test]
    fn symbols_are_the_characters_that_look_like_them() {
        let symbol = |font: &str, number| Face::of(font).symbols.and_then(|s| s.character(number));
        assert_eq!(symbol("Wingdings", 0xF0FE), Some('☑'));
        assert_eq!(symbol("Wingdings", 0xA8), Some('□'));
        assert_eq!(symbol("Wingdings 2", 0xF052), Some('☑'));
        assert_eq!(symbol("Symbol", 0xF0B7), Some('•'));
        assert_eq!(symbol("Webdings", 0xF041), None);
        assert_eq!(Face::of("宋体").symbols, None::<Symbols>);
    }
}
