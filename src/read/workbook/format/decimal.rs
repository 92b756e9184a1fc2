//! Numbers as decimal digits: workbooks keep fifteen of them, and Excel rounds them half away from zero.

/// The digits that a workbook keeps of a number.
const KEPT: usize = 15;

/// A number that is not negative: 0.d₁d₂d₃… × 10^`point`.
#[derive(Clone, Debug)]
pub struct Decimal {
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// The digits of a number that is not negative.
    pub fn new(value: f64) -> Self {
        let text = format!("{value:.*e}", KEPT - 1);
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits = digits.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        let mut decimal = Self { digits, point: exponent.parse::<i32>().unwrap_or(0) + 1 };
        decimal.tidy();
        decimal
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Its exponent in scientific notation with one digit before the point.
    pub fn exponent(&self) -> i32 {
        if self.is_zero() { 0 } else { self.point - 1 }
    }

    /// It times a power of ten.
    pub fn times_ten(mut self, power: i32) -> Self {
        self.point += if self.is_zero() { 0 } else { power };
        self
    }

    /// It with so many decimals, rounded half away from zero.
    pub fn round(mut self, decimals: usize) -> Self {
        let decimals = i32::try_from(decimals).unwrap_or(i32::MAX);
        let kept = self.point.saturating_add(decimals);
        if kept < 0 {
            return Self { digits: Vec::new(), point: 0 };
        }
        let kept = usize::try_from(kept).unwrap_or_default();
        if kept < self.digits.len() {
            let up = self.digits[kept] >= 5;
            self.digits.truncate(kept);
            if up {
                self.increase();
            }
        }
        self.tidy();
        self
    }

    /// Adds one to the last digit.
    fn increase(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    /// Takes zeros off both ends.
    fn tidy(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point -= i32::try_from(zeros).unwrap_or_default();
        if self.digits.is_empty() {
            self.point = 0;
        }
    }

    /// The digits before the point, without leading zeros; empty for less than one.
    pub fn whole(&self) -> String {
        let count = usize::try_from(self.point).unwrap_or(0);
        (0..count).map(|i| self.digit(i)).collect()
    }

    /// The digits behind the point, as many as asked for.
    pub fn decimals(&self, count: usize) -> String {
        let at = |i: usize| {
            let place = i64::from(self.point) + i64::try_from(i).unwrap_or(i64::MAX);
            usize::try_from(place).map_or('0', |place| self.digit(place))
        };
        (0..count).map(at).collect()
    }

    fn digit(&self, at: usize) -> char {
        char::from(b'0' + self.digits.get(at).copied().unwrap_or(0))
    }

    /// The number as Excel shows it without a format.
    pub fn general(&self) -> String {
        const DIGITS: i32 = 10;
        let kept = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        let is_whole = self.point >= kept;
        if is_whole && self.point <= 15 || self.is_zero() {
            let whole = self.whole();
            return if whole.is_empty() { "0".to_owned() } else { whole };
        }
        // Nine decimals, as long as they keep the number or most of its digits.
        let is_small = self.point < -3 && kept - self.point > DIGITS - 1;
        if self.point > 15 || is_small {
            return self.scientific();
        }
        let room = DIGITS - self.point.max(1);
        let rounded = self.clone().round(usize::try_from(room).unwrap_or(0));
        let whole = rounded.whole();
        let decimals = rounded.decimals(usize::try_from(room).unwrap_or(0));
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{}{point}{decimals}", if whole.is_empty() { "0" } else { &whole })
    }

    fn scientific(&self) -> String {
        let exponent = self.exponent();
        let rounded = self.clone().times_ten(-exponent).round(5);
        let carried = i32::from(rounded.point > 1);
        let (exponent, rounded) = (exponent + carried, rounded.times_ten(-carried));
        let decimals = rounded.decimals(5);
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        let sign = if exponent < 0 { '-' } else { '+' };
        format!("{}{point}{decimals}E{sign}{:02}", rounded.whole(), exponent.abs())
    }
}
