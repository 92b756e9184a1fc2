//! The code of a number format as sections of tokens.

use std::iter::Peekable;
use std::str::Chars;

use crate::read::workbook::format::section::{Condition, Numerals, Part, Section, Token};

/// The sections of a format; an empty code has none.
pub fn sections(code: &str) -> Vec<Section> {
    if code.trim().is_empty() {
        return Vec::new();
    }
    let mut reader =
        Reader { rest: code.chars().peekable(), section: Section::default(), sections: Vec::new() };
    while reader.token() {}
    reader.end();
    reader.sections
}

struct Reader<'c> {
    rest: Peekable<Chars<'c>>,
    section: Section,
    sections: Vec<Section>,
}

impl Reader<'_> {
    /// Reads one token; false at the end of the code.
    fn token(&mut self) -> bool {
        if self.word() {
            return true;
        }
        let Some(c) = self.rest.next() else { return false };
        match c {
            ';' => self.end(),
            '"' => {
                let mut text = String::new();
                text.extend(self.rest.by_ref().take_while(|c| *c != '"'));
                self.put(Token::Text(text));
            }
            '\\' | '!' => {
                let text = self.rest.next().map(String::from).unwrap_or_default();
                self.put(Token::Text(text));
            }
            // The width of a character, and a character that fills the cell: nothing that a text has.
            '_' | '*' => {
                self.rest.next();
            }
            '[' => {
                let inside: String = self.rest.by_ref().take_while(|c| *c != ']').collect();
                self.bracket(&inside);
            }
            '0' | '#' | '?' => self.put(Token::Digit(c)),
            '.' => self.put(Token::Point),
            ',' => self.put(Token::Comma),
            '%' => self.put(Token::Percent),
            '/' => self.put(Token::Slash),
            '@' => self.put(Token::Words),
            'E' | 'e' if matches!(self.rest.peek(), Some('+' | '-')) => {
                let plus = self.rest.next() == Some('+');
                self.put(Token::Exponent(plus));
            }
            c => match part(c) {
                Some(part) => {
                    let count = 1 + self.run(c);
                    self.put(Token::Day(part, count));
                }
                // Eras, which Chinese days do not have.
                None if c.eq_ignore_ascii_case(&'g') => {
                    self.run(c);
                }
                None => self.put(Token::Text(c.into())),
            },
        }
        true
    }

    /// Reads a word that is a token.
    fn word(&mut self) -> bool {
        let half = |part| Token::Day(part, 1);
        let words = [
            ("General", Token::General),
            ("G/通用格式", Token::General),
            ("AM/PM", half(Part::Half)),
            ("A/P", half(Part::Half)),
            ("上午/下午", half(Part::ChineseHalf)),
        ];
        for (word, token) in words {
            let mut ahead = self.rest.clone();
            if word.chars().all(|c| ahead.next().is_some_and(|other| other.eq_ignore_ascii_case(&c))) {
                self.rest = ahead;
                self.put(token);
                return true;
            }
        }
        false
    }

    /// Skips repetitions of a letter and counts them.
    fn run(&mut self, letter: char) -> usize {
        let mut count = 0;
        while self.rest.next_if(|c| c.eq_ignore_ascii_case(&letter)).is_some() {
            count += 1;
        }
        count
    }

    /// Reads the content of brackets: a condition, a currency with a language, elapsed time, numerals. Colours are nothing
    /// that a text has.
    fn bracket(&mut self, inside: &str) {
        let lower = inside.to_ascii_lowercase();
        match lower.as_str() {
            "dbnum1" => self.section.numerals = Numerals::Chinese,
            "dbnum2" => self.section.numerals = Numerals::Formal,
            // The long day and the time of the system, as a Chinese one has them.
            "$-f800" | "$-x-sysdate" => self.replace("yyyy\"年\"m\"月\"d\"日\""),
            "$-f400" | "$-x-systime" => self.replace("h:mm:ss"),
            _ => {}
        }
        if let Some(currency) = lower.strip_prefix('$') {
            let (symbol, language) = currency.split_once('-').unwrap_or((currency, ""));
            self.section.is_chinese |= language.ends_with("804") || language.starts_with("zh");
            if !symbol.is_empty() {
                let symbol = inside[1..=symbol.len()].to_owned();
                self.put(Token::Text(symbol));
            }
        }
        let elapsed = [('h', Part::Hours), ('m', Part::Minutes), ('s', Part::Seconds)];
        let part =
            elapsed.iter().find(|(letter, _)| !lower.is_empty() && lower.chars().all(|c| c == *letter));
        if let Some((_, part)) = part {
            self.put(Token::Day(*part, lower.len()));
        }
        if let Some(condition) = Condition::new(inside) {
            self.section.condition = Some(condition);
        }
    }

    /// Takes the tokens of another code for the rest of the section.
    fn replace(&mut self, code: &str) {
        if let Some(section) = sections(code).into_iter().next() {
            self.section.tokens = section.tokens;
        }
        while self.rest.next_if(|c| *c != ';').is_some() {}
    }

    fn put(&mut self, token: Token) {
        self.section.tokens.push(token);
    }

    /// Ends the section.
    fn end(&mut self) {
        let mut section = std::mem::take(&mut self.section);
        if section.is_day() {
            to_day(&mut section.tokens);
        }
        self.sections.push(section);
    }
}

/// The part of a day that a letter stands for.
fn part(letter: char) -> Option<Part> {
    Some(match letter.to_ascii_lowercase() {
        'y' | 'e' => Part::Year,
        'm' => Part::Month,
        'd' => Part::Day,
        'h' => Part::Hour,
        's' => Part::Second,
        'a' => Part::Weekday,
        'q' => Part::Quarter,
        _ => return None,
    })
}

/// Tells minutes from months, and digits of seconds from texts.
fn to_day(tokens: &mut [Token]) {
    let mut before: Option<Part> = None;
    for i in 0..tokens.len() {
        // Looked for at months only: at every token it would take quadratic time.
        let after = match tokens[i] {
            Token::Day(Part::Month, _) => tokens[i + 1..].iter().find_map(|token| match token {
                Token::Day(part, _) => Some(*part),
                _ => None,
            }),
            _ => None,
        };
        let is_pointed = i > 0 && matches!(tokens[i - 1], Token::Point | Token::Day(Part::Fraction, _));
        match &mut tokens[i] {
            Token::Day(part @ Part::Month, _)
                if matches!(before, Some(Part::Hour | Part::Hours))
                    || matches!(after, Some(Part::Second | Part::Seconds)) =>
            {
                *part = Part::Minute;
            }
            token @ Token::Digit('0') if is_pointed && before.is_some_and(has_fraction) => {
                *token = Token::Day(Part::Fraction, 1);
            }
            token @ Token::Digit(_) => *token = Token::Text("0".to_owned()),
            _ => {}
        }
        if let Token::Day(part, _) = &tokens[i] {
            before = Some(*part);
        }
    }
}

fn has_fraction(part: Part) -> bool {
    matches!(part, Part::Second | Part::Seconds | Part::Fraction)
}
