//! Kinds of findings: their codes, names, levels and explanations.

use crate::text::message::Words;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 提示: good to know; also an error or a warning that was accepted (放行).
    Note,
    /// 警告: should be mended; the build goes on.
    Warning,
    /// 错误: must be mended; nothing is built.
    Error,
}

impl Severity {
    /// Its name for people.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Note => Words::new("提示", "note"),
            Self::Warning => Words::new("警告", "warning"),
            Self::Error => Words::new("错误", "error"),
        }
    }
}

/// One kind of finding. The codes are never reused: letter of the family, and a number.
///
/// R reading · T table · S schedule · N progress notes · D disclosure · P privacy · W wording · L site · A 放行.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `T002`.
    pub id: &'static str,
    /// `unknown-office`: reads well after "allow".
    pub name: &'static str,
    /// The level when nobody changed it.
    pub severity: Severity,
    /// What `gongkai explain` says.
    pub about: About,
}

/// A kind of finding, explained to the person who has to mend it.
#[derive(Debug, PartialEq, Eq)]
pub struct About {
    /// What is found, a sentence.
    pub what: Words,
    /// Why it matters: the law or standard by its article, or what goes wrong otherwise.
    pub why: Words,
    /// Text in which it is found, as it stands in a file.
    pub example: &'static str,
    /// How to mend it, and the example mended where that helps.
    pub mend: Words,
}
