//! A summary of the characters of a text, so that a rule which looks for a rare sign or word need not read the text.

/// The characters of a text, a bit for each remainder of their codes: a character that the text has is always there, and
/// few others are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Characters([u64; REMAINDERS / 64]);

/// The number of remainders: a paragraph of 100 characters sets every tenth bit.
const REMAINDERS: usize = 1024;

impl Characters {
    /// The summary of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut bits = [0; REMAINDERS / 64];
        for c in text.chars() {
            let (word, bit) = place(c);
            bits[word] |= bit;
        }
        Self(bits)
    }

    /// Whether the text may have a character; if not, it has none.
    #[must_use]
    pub fn may_have(&self, c: char) -> bool {
        let (word, bit) = place(c);
        self.0[word] & bit != 0
    }

    /// Whether the text may hold a word; if not, it does not.
    #[must_use]
    pub fn may_hold(&self, word: &str) -> bool {
        word.chars().all(|c| self.may_have(c))
    }
}

/// The bit of a character: the index of its word, and the bit in it.
fn place(c: char) -> (usize, u64) {
    let remainder = c as usize % REMAINDERS;
    (remainder / 64, 1 << (remainder % 64))
}

#[cfg(test)]
mod tests {
    use super::Characters;

    #[test]
    fn what_a_text_has_is_always_found() {
        let text = "《临湘市》2024年，a–z，😀\u{10FFFF}\0";
        let characters = Characters::of(text);
        assert!(text.chars().all(|c| characters.may_have(c)) && characters.may_hold("临湘市"));
        assert!(characters.may_hold(""));
    }

    #[test]
    fn most_of_the_rest_is_not() {
        let characters = Characters::of("现将有关事项通知如下。");
        assert!(!['《', '，', '0', '示'].into_iter().any(|c| characters.may_have(c)));
        assert!(!characters.may_hold("通过") && !Characters::of("").may_have('\0'));
    }
}
