//! The offices of an imported sheet that the register of a project does not have.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::office::{Collective, Party, Register};
use crate::read::import::{Imported, ImportedPaper};
use crate::source::{FileId, Located, Span};

impl Imported {
    /// The names of offices that are not in a register, each once, in the order of the sheet.
    #[must_use]
    pub fn unknown_offices(&self, register: &Register) -> Vec<String> {
        unknown(&self.offices, register)
    }
}

impl ImportedPaper {
    /// The names of a register made for this paper: offices, and collective names such as 局各股室、二级机构.
    #[must_use]
    pub fn own_offices(&self) -> (Vec<String>, Vec<String>) {
        /// The longest collective name, in characters; longer ones are sentences.
        const LONGEST: usize = 20;
        let is_collective = |name: &String| name.contains('各') && name.chars().count() <= LONGEST;
        let names = self.offices.iter().flat_map(|line| parties(line));
        let collectives: BTreeSet<String> = names.filter(is_collective).collect();
        let nowhere = Span::head(FileId(0));
        let collective =
            |name: &String| Collective { name: Located::new(name.clone(), nowhere), members: None };
        let register = Register::new(Vec::new(), collectives.iter().map(collective).collect(), Vec::new());
        (self.unknown_offices(&register), collectives.into_iter().collect())
    }

    /// The names of offices that are not in a register, each once, in the order of the tables.
    #[must_use]
    pub fn unknown_offices(&self, register: &Register) -> Vec<String> {
        unknown(&self.offices, register)
    }
}

/// The names in a sentence that says who does what, 固管股牵头，各乡镇配合, or in a list with a collective name behind others;
/// another line is one name.
fn parties(line: &str) -> Vec<String> {
    const ROLES: [&str; 6] = ["牵头", "配合", "负责", "协助", "参与", "落实"];
    let is_list = line.split(['、', '，', ',']).skip(1).any(|part| part.trim().starts_with('各'));
    if !is_list && !ROLES.iter().any(|role| line.contains(role)) {
        return vec![line.to_owned()];
    }
    let name = |part: &str| {
        let part = part.rsplit(['：', ':']).next().unwrap_or(part).trim();
        let end = ROLES.iter().filter_map(|role| part.find(role)).filter(|at| *at > 0).min();
        part[..end.unwrap_or(part.len())].trim().to_owned()
    };
    line.split(['，', ',', '；', ';', '。', '、']).map(name).filter(|name| !name.is_empty()).collect()
}

/// The names in lines of offices that a register does not have.
fn unknown(lines: &[String], register: &Register) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut unknown = Vec::new();
    for line in lines {
        let nowhere = Span::new(FileId(0), 0, line.len());
        for party in register.owner(Located::new(line.clone(), nowhere)).parties {
            if let Party::Unknown(name) = party.value
                && seen.insert(name.clone())
            {
                unknown.push(name);
            }
        }
    }
    unknown
}

/// Names as entries of 股室, to be pasted into `offices.yaml`.
#[must_use]
pub fn register_block(names: &[String]) -> String {
    let mut block = "股室:\n".to_owned();
    for name in names {
        // A text cannot fail to be written.
        let entry = serde_yaml::to_string(name).unwrap_or_default();
        let _ = writeln!(block, "  - {}", entry.trim_end());
    }
    block
}
