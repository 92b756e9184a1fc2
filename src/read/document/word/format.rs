//! Formats of automatic numbers (ECMA-376 part 1, 17.18.59). Those of other scripts are written in digits.

use crate::text::numeral::chinese;

/// The format of automatic numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 1 2 3, and every format that is not known.
    Decimal,
    /// 01 02 03.
    DecimalZero,
    /// １ ２ ３.
    FullWidth,
    /// A B C … Z AA BB.
    UpperLetter,
    /// a b c.
    LowerLetter,
    /// I II III.
    UpperRoman,
    /// i ii iii.
    LowerRoman,
    /// 一 二 … 十 … 九十九 一〇〇.
    Counting,
    /// 一 二 … 十 … 九十九 一百.
    CountingThousand,
    /// 一 二 … 一〇.
    Digital,
    /// 一 二 … 十 … 百 百一.
    Japanese,
    /// 壹 贰 叁.
    Legal,
    /// Characters of a row, and digits behind its end.
    Row(&'static str),
    /// - 1 -.
    Dashes,
    /// A symbol instead of a number.
    Bullet,
    /// Nothing.
    None,
}

const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const BRACKETED: &str = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";
const STOPPED: &str = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛";
const HAN_CIRCLED: &str = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

impl Format {
    /// The format of a name.
    pub fn of(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "chineseCounting" | "taiwaneseCounting" => Self::Counting,
            "chineseCountingThousand" | "taiwaneseCountingThousand" => Self::CountingThousand,
            "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => Self::Digital,
            "japaneseCounting" => Self::Japanese,
            "chineseLegalSimplified" => Self::Legal,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Row(CIRCLED),
            "decimalEnclosedParen" => Self::Row(BRACKETED),
            "decimalEnclosedFullstop" => Self::Row(STOPPED),
            "ideographEnclosedCircle" => Self::Row(HAN_CIRCLED),
            "ideographTraditional" => Self::Row(STEMS),
            "ideographZodiac" => Self::Row(BRANCHES),
            "numberInDash" => Self::Dashes,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// A number in this format.
    pub fn text(self, number: u32) -> String {
        let n = number as usize;
        if n == 0 && !matches!(self, Self::None | Self::Bullet | Self::DecimalZero | Self::Digital) {
            return "0".to_owned();
        }
        match self {
            Self::Decimal => n.to_string(),
            Self::DecimalZero => format!("{n:02}"),
            Self::FullWidth => digits(n, "０１２３４５６７８９"),
            Self::UpperLetter => letters(n, 'A'),
            Self::LowerLetter => letters(n, 'a'),
            Self::UpperRoman => roman(n),
            Self::LowerRoman => roman(n).to_lowercase(),
            Self::Counting if n < 100 => chinese(n),
            Self::Counting | Self::Digital => digits(n, "〇一二三四五六七八九"),
            Self::CountingThousand => chinese(n),
            Self::Japanese => japanese(n),
            Self::Legal => legal(n),
            Self::Row(row) => row.chars().nth(n - 1).map_or_else(|| n.to_string(), String::from),
            Self::Dashes => format!("- {n} -"),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

fn digits(n: usize, row: &str) -> String {
    let digit = |c: char| row.chars().nth(c.to_digit(10).unwrap_or_default() as usize);
    n.to_string().chars().filter_map(digit).collect()
}

/// Letters that are repeated behind the last; digits where that would be longer than a word.
fn letters(n: usize, first: char) -> String {
    let (repeats, letter) = ((n - 1) / 26 + 1, (n - 1) % 26);
    let letter = u32::try_from(letter).ok().and_then(|letter| char::from_u32(u32::from(first) + letter));
    match letter {
        Some(letter) if repeats <= 30 => std::iter::repeat_n(letter, repeats).collect(),
        _ => n.to_string(),
    }
}

fn roman(n: usize) -> String {
    const VALUES: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n >= 4_000 {
        return n.to_string();
    }
    let (mut rest, mut text) = (n, String::new());
    for (value, name) in VALUES {
        while rest >= value {
            text.push_str(name);
            rest -= value;
        }
    }
    text
}

/// As in Chinese, without 零, and without 一 before 百 and 千.
fn japanese(n: usize) -> String {
    let text = chinese(n).replace('零', "").replace("一十", "十");
    if n < 10_000 { text.replace("一百", "百").replace("一千", "千") } else { text }
}

fn legal(n: usize) -> String {
    let text = if (10..20).contains(&n) { format!("一{}", chinese(n)) } else { chinese(n) };
    let formal = |c| match "一二三四五六七八九十百千".chars().position(|plain| plain == c) {
        Some(at) => "壹贰叁肆伍陆柒捌玖拾佰仟".chars().nth(at).unwrap_or(c),
        None => c,
    };
    text.chars().map(formal).collect()
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn numbers_as_word_shows_them() {
        let cases = [
            ("decimal", "1 9 10 11 20 21 99 100 101 112"),
            ("decimalZero", "01 09 10 11 20 21 99 100 101 112"),
            ("decimalFullWidth", "１ ９ １０ １１ ２０ ２１ ９９ １００ １０１ １１２"),
            ("upperLetter", "A I J K T U UUUU VVVV WWWW HHHHH"),
            ("lowerRoman", "i ix x xi xx xxi xcix c ci cxii"),
            ("chineseCounting", "一 九 十 十一 二十 二十一 九十九 一〇〇 一〇一 一一二"),
            ("chineseCountingThousand", "一 九 十 十一 二十 二十一 九十九 一百 一百零一 一百一十二"),
            ("ideographDigital", "一 九 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一二"),
            ("japaneseCounting", "一 九 十 十一 二十 二十一 九十九 百 百一 百十二"),
            ("chineseLegalSimplified", "壹 玖 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾贰"),
            ("decimalEnclosedCircleChinese", "① ⑨ ⑩ ⑪ ⑳ 21 99 100 101 112"),
            ("decimalEnclosedParen", "⑴ ⑼ ⑽ ⑾ ⒇ 21 99 100 101 112"),
            ("ideographTraditional", "甲 壬 癸 11 20 21 99 100 101 112"),
            ("none", "         "),
            ("hebrew1", "1 9 10 11 20 21 99 100 101 112"),
        ];
        for (name, shown) in cases {
            let numbers = [1, 9, 10, 11, 20, 21, 99, 100, 101, 112];
            let made: Vec<String> = numbers.iter().map(|n| Format::of(name).text(*n)).collect();
            assert_eq!(made.join(" "), shown, "{name}");
        }
        for name in ["upperLetter", "lowerRoman", "chineseCounting", "decimalEnclosedCircle"] {
            assert_eq!(Format::of(name).text(0), "0", "{name}");
            assert!(Format::of(name).text(u32::MAX).chars().count() < 40, "{name}");
        }
    }
}
