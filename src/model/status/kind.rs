//! Meanings of statuses, and their colours.

/// Meaning of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusKind {
    /// 未启动: not begun.
    NotStarted,
    /// 正在推进: in progress, as planned.
    Underway,
    /// 滞后: in progress, behind the plan.
    Behind,
    /// 已完成: done; the deadline is met and no more reports are due.
    Done,
    /// 长期坚持: permanent.
    Ongoing,
}

/// The colour of a status. Meanings differ between places (红 is good in one and bad in the next), so a project
/// chooses; the theme defines the shades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// 灰.
    Grey,
    /// 蓝.
    Blue,
    /// 绿.
    Green,
    /// 黄.
    Yellow,
    /// 红.
    Red,
    /// 紫.
    Purple,
}

impl StatusKind {
    /// The words for 类别.
    pub const WORDS: [(&str, Self); 5] = [
        ("未启动", Self::NotStarted),
        ("正在推进", Self::Underway),
        ("滞后", Self::Behind),
        ("已完成", Self::Done),
        ("长期坚持", Self::Ongoing),
    ];

    /// The kind of that word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
    }

    /// The default colour of a status of this kind.
    #[must_use]
    pub fn colour(self) -> Colour {
        match self {
            Self::NotStarted => Colour::Grey,
            Self::Underway => Colour::Blue,
            Self::Ongoing => Colour::Purple,
            Self::Behind => Colour::Yellow,
            Self::Done => Colour::Green,
        }
    }
}

impl Colour {
    /// The words for 颜色.
    pub const WORDS: [(&str, Self); 6] = [
        ("灰", Self::Grey),
        ("蓝", Self::Blue),
        ("绿", Self::Green),
        ("黄", Self::Yellow),
        ("红", Self::Red),
        ("紫", Self::Purple),
    ];

    /// The English name in lower case, for stylesheets.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Grey => "grey",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Purple => "purple",
        }
    }
}
