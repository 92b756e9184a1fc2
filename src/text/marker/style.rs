//! Styles of item numbers.

/// The style of an item number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// 一、
    ChineseComma,
    /// （一）
    ChineseBrackets,
    /// 1.
    Point,
    /// 1、
    Comma,
    /// （1）
    Brackets,
    /// 1）
    HalfBracket,
    /// ①
    Circled,
    /// 一是
    Spoken,
    /// 1
    Digits,
    /// 一
    Chinese,
}

impl Style {
    /// Whether the marker begins an item anywhere in a text: brackets and circles do.
    pub(super) fn is_free(self) -> bool {
        matches!(self, Self::Brackets | Self::ChineseBrackets | Self::Circled)
    }

    /// The number 1 in this style.
    #[must_use]
    pub fn sample(self) -> &'static str {
        match self {
            Self::ChineseComma => "一、",
            Self::ChineseBrackets => "（一）",
            Self::Point => "1.",
            Self::Comma => "1、",
            Self::Brackets => "（1）",
            Self::HalfBracket => "1）",
            Self::Circled => "①",
            Self::Spoken => "一是",
            Self::Digits => "1",
            Self::Chinese => "一",
        }
    }
}
