//! 用词: the bureau's own list of wrong words, renamed bodies, and phrases that are right here.

use jiff::civil::Date;

use crate::source::Located;

/// A word of `wording.yaml` that is not to be used.
#[derive(Clone, Debug)]
pub struct HouseWord {
    /// 错: the word.
    pub wrong: Located<String>,
    /// 对: the word in its place.
    pub right: Located<String>,
    /// 自: the day from which the word is wrong: the name of a body that was renamed then.
    pub from: Option<Located<Date>>,
    /// 依据: who says so.
    pub basis: Option<Located<String>>,
}

/// The content of `wording.yaml`.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    /// The words, in order.
    pub words: Vec<HouseWord>,
    /// 不提示: phrases that are right here, although a rule would report them.
    pub silenced: Vec<Located<String>>,
}
