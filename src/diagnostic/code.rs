//! Kinds of findings: their codes, names, levels and explanations.

use crate::text::message::Words;

/// Level of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 提示: good to know; also an error or a warning that was accepted (放行).
    Note,
    /// 警告: should be corrected; the build continues.
    Warning,
    /// 错误: must be corrected; nothing is built.
    Error,
}

impl Severity {
    /// The name of the level.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Note => Words::new("提示", "note"),
            Self::Warning => Words::new("警告", "warning"),
            Self::Error => Words::new("错误", "error"),
        }
    }
}

/// 规则级别: the words for levels in `site.yaml`; the last one switches a rule off.
pub const LEVELS: [(&str, Option<Severity>); 4] = [
    ("错误", Some(Severity::Error)),
    ("警告", Some(Severity::Warning)),
    ("提示", Some(Severity::Note)),
    ("关闭", None),
];

/// The families of findings, in the order in which they are listed; a code begins with its family's letter.
pub const FAMILIES: &[(char, Words)] = &[
    ('R', Words::new("读取文件", "Reading")),
    ('T', Words::new("责任分解表", "Table")),
    ('S', Words::new("时限", "Schedule")),
    ('N', Words::new("进展", "Progress notes")),
    ('D', Words::new("公开属性", "Disclosure")),
    ('P', Words::new("个人信息", "Privacy")),
    ('W', Words::new("文字", "Wording")),
    ('L', Words::new("网站", "Site")),
    ('C', Words::new("收表", "Collecting")),
    ('I', Words::new("导入", "Import")),
    ('J', Words::new("汇总", "Joining")),
    ('A', Words::new("放行与规则级别", "Acceptance and levels")),
];

/// A kind of finding. Codes consist of the family's letter ([`FAMILIES`]) and a number, and are never reused.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `T002`.
    pub id: &'static str,
    /// `unknown-office`: reads well after "allow".
    pub name: &'static str,
    /// The default level.
    pub severity: Severity,
    /// The text of `gongkai explain`.
    pub about: About,
}

/// The explanation of a kind of finding, for the person who has to correct it.
#[derive(Debug, PartialEq, Eq)]
pub struct About {
    /// The mistake, in a sentence.
    pub what: Words,
    /// The reason: the article of a law or standard, or the consequence.
    pub why: Words,
    /// A text with the mistake, as in a file.
    pub example: &'static str,
    /// The correction, with the corrected example where that helps.
    pub mend: Words,
}

impl About {
    /// The parts in the order of reading, each with its heading.
    #[must_use]
    pub const fn parts(&self) -> [(Words, Words); 4] {
        [
            (Words::new("发现什么", "What is found"), self.what),
            (Words::new("为什么", "Why"), self.why),
            (Words::new("写错的样子", "Example"), Words::new(self.example, self.example)),
            (Words::new("怎样改正", "How to mend it"), self.mend),
        ]
    }
}
