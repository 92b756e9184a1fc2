//! Strength of findings: where a rule comes from, and how strongly it binds.
//!
//! One table instead of a field of every kind: it is read as a whole, by people who argue about it.

use crate::diagnostic::Code;
use crate::text::message::Words;

/// Where a rule comes from, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// 法规规定: a law, a regulation, or a paper of the State Council.
    Law,
    /// 国标规定: a requirement of a national standard.
    Standard,
    /// 国标推荐: a recommendation of a national standard, or one that its sources give differently.
    Recommended,
    /// 行文惯例: custom in official writing.
    Practice,
    /// 本单位设定: a choice of the project itself: its register, its dates, its words.
    Own,
    /// 文件格式: the form of the project's files, without which they cannot be read or published.
    Form,
}

impl Basis {
    /// The name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Law => Words::new("法规规定", "law"),
            Self::Standard => Words::new("国标规定", "standard"),
            Self::Recommended => Words::new("国标推荐", "recommended by a standard"),
            Self::Practice => Words::new("行文惯例", "custom"),
            Self::Own => Words::new("本单位设定", "the project's own choice"),
            Self::Form => Words::new("文件格式", "form of the files"),
        }
    }

    /// Whether it is more than custom or the project's own choice.
    #[must_use]
    pub fn is_binding(self) -> bool {
        !matches!(self, Self::Practice | Self::Own)
    }
}

/// Kinds of findings by their basis; those that are not named have that of their family.
const NAMED: [(Basis, &[&str]); 6] = [
    (Basis::Law, &["L002", "L003", "L004", "L005", "L008", "L014", "W032", "W033", "W047"]),
    (
        Basis::Standard,
        &[
            "W001", "W002", "W003", "W007", "W009", "W010", "W011", "W025", "W026", "W027", "W036", "W037",
            "W042", "W043",
        ],
    ),
    (Basis::Recommended, &["W004", "W005", "W006", "W008", "W012", "W044", "T006", "T007"]),
    (Basis::Practice, &["L010"]),
    (Basis::Own, &["T002", "T003", "T010", "S003", "S004", "N008", "N009", "N010", "N013", "N014", "W045"]),
    (
        Basis::Form,
        &[
            "T012", "T013", "T014", "T015", "T016", "W014", "W015", "W016", "W017", "W018", "W019", "W020",
            "W021", "W023", "W060",
        ],
    ),
];

impl Code {
    /// Where the rule comes from.
    #[must_use]
    pub fn basis(&self) -> Basis {
        let named = NAMED.iter().find(|(_, ids)| ids.contains(&self.id));
        named.map_or_else(|| of_family(self.id), |(basis, _)| *basis)
    }
}

fn of_family(id: &str) -> Basis {
    match id.chars().next() {
        Some('D' | 'P') => Basis::Law,
        Some('R' | 'C' | 'I' | 'J' | 'A' | 'L') => Basis::Form,
        _ => Basis::Practice,
    }
}
