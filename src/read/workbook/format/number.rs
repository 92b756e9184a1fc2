//! A number under a section of a format.

use crate::read::workbook::format::decimal::Decimal;
use crate::read::workbook::format::han;
use crate::read::workbook::format::section::{Numerals, Section, Token};

/// The text that a section shows for a number without its sign.
pub fn show(section: &Section, value: f64) -> String {
    let tokens = &section.tokens;
    let percents = tokens.iter().filter(|token| **token == Token::Percent).count();
    let value = Decimal::new(value).times_ten(2 * i32::try_from(percents).unwrap_or(0));
    let is_digit = |token: &Token| matches!(token, Token::Digit(_));
    let places = tokens.iter().filter(|token| is_digit(token)).count();
    let slash = tokens.iter().position(|token| *token == Token::Slash);
    if let Some(bar) = slash.filter(|bar| tokens[..*bar].iter().any(is_digit)) {
        return fraction(tokens, bar, &value);
    }
    if let Some(mark) = tokens.iter().position(|token| matches!(token, Token::Exponent(_))) {
        return scientific(tokens, mark, &value);
    }
    let shown = fixed(tokens, value.clone());
    match section.numerals {
        Numerals::Arabic => shown,
        // A single place shows the number as it is read aloud, several show its digits.
        numerals if places < 2 => {
            let whole = if tokens.contains(&Token::General) {
                let general = value.general();
                general.split_once('.').map_or(general.as_str(), |(whole, _)| whole).to_owned()
            } else {
                value.round(0).whole()
            };
            let plain = if whole.is_empty() { "0" } else { &whole };
            let spoken = han::spoken(whole.trim_start_matches('0'), numerals);
            let shown = shown.replacen(plain, &spoken, 1);
            han::digits(&shown, numerals)
        }
        numerals => han::digits(&shown, numerals),
    }
}

/// A number with a fixed number of decimals.
fn fixed(tokens: &[Token], value: Decimal) -> String {
    let point = tokens.iter().position(|token| *token == Token::Point).unwrap_or(tokens.len());
    let is_digit = |token: &Token| matches!(token, Token::Digit(_));
    let (first, last) = (tokens.iter().position(is_digit), tokens.iter().rposition(is_digit));
    let last_whole = tokens[..point].iter().rposition(is_digit);
    // Commas right behind the last digit before or behind the point divide by a thousand each.
    let scales = |from: Option<usize>| {
        let behind = tokens.iter().skip(from.map_or(tokens.len(), |at| at + 1));
        behind.take_while(|token| **token == Token::Comma).count()
    };
    let scale = scales(last) + if last == last_whole { 0 } else { scales(last_whole) };
    let between = |i: usize| first < Some(i) && Some(i) < last_whole;
    let is_grouped = tokens.iter().enumerate().any(|(i, token)| *token == Token::Comma && between(i));
    let decimals = tokens[point..].iter().filter(|token| is_digit(token)).count();
    let exact = value.times_ten(-3 * i32::try_from(scale).unwrap_or(0));
    let value = exact.clone().round(decimals);
    let mut whole = Whole::new(value.whole(), &tokens[..point], is_grouped);
    let fraction = value.decimals(decimals);
    let (mut text, mut behind) = (String::new(), 0);
    for (i, token) in tokens.iter().enumerate() {
        match token {
            Token::Digit(place) if i < point => whole.put(*place, &mut text),
            Token::Digit(place) => {
                let is_over = fraction[behind..].bytes().all(|digit| digit == b'0');
                text.push_str(match place {
                    '#' if is_over => "",
                    '?' if is_over => " ",
                    _ => &fraction[behind..=behind],
                });
                behind += 1;
            }
            Token::Point => {
                // `.00` has no place before its point.
                whole.rest(&mut text);
                text.push('.');
            }
            // Without places there is nothing to round to.
            Token::General => text.push_str(&exact.general()),
            token => literal(token, &mut text),
        }
    }
    text
}

/// The digits before the point, spread over their places from the right; the first place takes all that are left.
struct Whole {
    digits: String,
    places: usize,
    is_grouped: bool,
    has_begun: bool,
}

impl Whole {
    fn new(digits: String, tokens: &[Token], is_grouped: bool) -> Self {
        let places = tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
        Self { digits, places, is_grouped, has_begun: false }
    }

    fn put(&mut self, place: char, text: &mut String) {
        self.places -= 1;
        let behind = self.places;
        if self.digits.len() <= behind {
            match place {
                '0' => self.digit('0', behind, text),
                '?' => text.push(' '),
                _ => {}
            }
            return;
        }
        let count = self.digits.len() - behind;
        let taken: String = self.digits.drain(..count).collect();
        for (i, digit) in taken.chars().enumerate() {
            self.digit(digit, behind + count - 1 - i, text);
        }
    }

    fn digit(&mut self, digit: char, behind: usize, text: &mut String) {
        text.push(digit);
        self.has_begun = true;
        if self.is_grouped && behind > 0 && behind.is_multiple_of(3) {
            text.push(',');
        }
    }

    fn rest(&mut self, text: &mut String) {
        if !self.has_begun {
            text.push_str(&std::mem::take(&mut self.digits));
        }
    }
}

/// A number with an exponent: `0.00E+00`, or `##0.0E+0` with exponents that three divides.
fn scientific(tokens: &[Token], mark: usize, value: &Decimal) -> String {
    let point = tokens[..mark].iter().position(|token| *token == Token::Point).unwrap_or(mark);
    let digits = |tokens: &[Token]| tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
    let (places, decimals) = (digits(&tokens[..point]), digits(&tokens[point..mark]));
    let step = i32::try_from(places.max(1)).unwrap_or(1);
    let floor = |exponent: i32| exponent - exponent.rem_euclid(step);
    let mut exponent = floor(value.exponent());
    let rounded = value.clone().times_ten(-exponent).round(decimals);
    if rounded.exponent() >= step {
        exponent += step;
    }
    let mantissa = fixed(&tokens[..mark], value.clone().times_ten(-exponent));
    let width = digits(&tokens[mark..]);
    let is_signed = matches!(tokens[mark], Token::Exponent(true));
    let sign = if exponent < 0 {
        "-"
    } else if is_signed {
        "+"
    } else {
        ""
    };
    let mut text = format!("{mantissa}E{sign}{:0width$}", exponent.abs());
    for token in tokens[mark..].iter().filter(|token| !matches!(token, Token::Digit(_) | Token::Exponent(_)))
    {
        literal(token, &mut text);
    }
    text
}

/// A number with a fraction, such as 1 1/2: the nearest with as many digits as the format has places.
fn fraction(tokens: &[Token], bar: usize, value: &Decimal) -> String {
    const MOST: usize = 3;
    let digits = |tokens: &[Token]| tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
    let before = &tokens[..bar];
    // The numerator is the last run of places; what stands before it is the whole number.
    let end = before.iter().rposition(|token| matches!(token, Token::Digit(_))).map_or(0, |at| at + 1);
    let start =
        before[..end].iter().rposition(|token| !matches!(token, Token::Digit(_))).map_or(0, |at| at + 1);
    let has_whole = digits(&before[..start]) > 0;
    let text: String = tokens[bar + 1..]
        .iter()
        .filter_map(|token| match token {
            Token::Text(text) => Some(text.as_str()),
            Token::Digit('0') => Some("0"),
            _ => None,
        })
        .collect();
    let fixed: String = text.trim().chars().take_while(char::is_ascii_digit).take(MOST).collect();
    let fixed: u64 = fixed.parse().unwrap_or(0);
    let number: f64 = format!("{}.{}", plain(&value.whole()), value.decimals(15)).parse().unwrap_or(0.0);
    let part = if has_whole { number.fract() } else { number };
    let most = 10_u64.pow(u32::try_from(digits(&tokens[bar + 1..]).clamp(1, MOST)).unwrap_or(1)) - 1;
    let (top, bottom) = if fixed > 0 { (nearest(part, fixed), fixed) } else { best(part, most) };
    let whole = if has_whole { number - part } else { 0.0 };
    // 0.99 rounds to 1/1.
    let (whole, top) = if has_whole && top == bottom { (whole + 1.0, 0) } else { (whole, top) };
    match (whole > 0.0 || top == 0, top) {
        (true, 0) => format!("{whole:.0}"),
        (true, _) => format!("{whole:.0} {top}/{bottom}"),
        (false, _) => format!("{top}/{bottom}"),
    }
}

fn plain(whole: &str) -> &str {
    if whole.is_empty() { "0" } else { whole }
}

/// The numerator that is nearest to a number over a denominator.
#[expect(clippy::cast_precision_loss, reason = "denominators have three digits at most")]
fn nearest(number: f64, bottom: u64) -> u64 {
    let top = format!("{:.0}", number * bottom as f64);
    top.parse().unwrap_or(0)
}

/// The fraction nearest to a number with a denominator up to `most`; the smallest of equal ones.
#[expect(clippy::cast_precision_loss, reason = "denominators have three digits at most")]
fn best(number: f64, most: u64) -> (u64, u64) {
    let error = |(top, bottom): &(u64, u64)| (*top as f64 / *bottom as f64 - number).abs();
    let all = (1..=most).map(|bottom| (nearest(number, bottom), bottom));
    all.min_by(|a, b| error(a).total_cmp(&error(b))).unwrap_or((0, 1))
}

/// A token that is the same for every number.
fn literal(token: &Token, text: &mut String) {
    match token {
        Token::Text(words) => text.push_str(words),
        Token::Percent => text.push('%'),
        Token::Slash => text.push('/'),
        _ => {}
    }
}
