//! 有效性: whether a paper is still in force, as its bureau says.

use jiff::civil::Date;

use crate::source::Located;
use crate::text::date::chinese;

/// 有效性 of a paper.
#[derive(Debug)]
pub struct Validity {
    /// 状态.
    pub state: ValidityState,
    /// 日期: the day since which it holds.
    pub day: Option<Located<Date>>,
}

/// 状态 of a paper in the register of papers of a bureau.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValidityState {
    /// 有效.
    #[default]
    InForce,
    /// 失效: its term has ended.
    Expired,
    /// 废止: it was repealed.
    Repealed,
}

impl ValidityState {
    /// Every state with its word.
    pub const WORDS: [(&str, Self); 3] =
        [("有效", Self::InForce), ("失效", Self::Expired), ("废止", Self::Repealed)];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, state)| *state == self).map_or("", |(word, _)| word)
    }
}

impl Validity {
    /// The state with its day: `废止（2025年1月1日）`.
    #[must_use]
    pub fn statement(&self) -> String {
        let day = self.day.as_ref().map(|day| format!("（{}）", chinese(day.value)));
        format!("{}{}", self.state.word(), day.unwrap_or_default())
    }
}
