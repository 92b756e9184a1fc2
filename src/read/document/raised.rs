//! Superscript and subscript as characters of their own: 10⁵, m², CO₂. Markdown and YAML have no other way to write them.

/// A height of letters beside the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raised {
    /// 上标.
    Superscript,
    /// 下标.
    Subscript,
    /// Neither, said of words whose style raises them.
    Baseline,
}

const PLAIN: &str = "0123456789+-−=()";
const SUPERSCRIPT: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";
const SUBSCRIPT: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

impl Raised {
    /// A text in these letters; `None` where one of them has no such form.
    pub fn write(self, text: &str) -> Option<String> {
        let letters = match self {
            Self::Superscript => SUPERSCRIPT,
            Self::Subscript => SUBSCRIPT,
            Self::Baseline => return Some(text.to_owned()),
        };
        let letter = |c: char| {
            if c.is_whitespace() {
                return Some(c);
            }
            letters.chars().nth(PLAIN.chars().position(|plain| plain == c)?)
        };
        text.chars().map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_signs_have_such_letters() {
        assert_eq!(Raised::Superscript.write("-10 (5)").as_deref(), Some("⁻¹⁰ ⁽⁵⁾"));
        assert_eq!(Raised::Subscript.write("2").as_deref(), Some("₂"));
        assert_eq!(Raised::Superscript.write("注1"), None);
    }
}
