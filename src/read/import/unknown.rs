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
        let is_collective = |line: &&String| line.contains('各') && line.chars().count() <= LONGEST;
        let collectives: BTreeSet<&String> = self.offices.iter().filter(is_collective).collect();
        let nowhere = Span::head(FileId(0));
        let collective =
            |name: &&String| Collective { name: Located::new((*name).clone(), nowhere), members: None };
        let register = Register::new(Vec::new(), collectives.iter().map(collective).collect(), Vec::new());
        (self.unknown_offices(&register), collectives.into_iter().cloned().collect())
    }

    /// The names of offices that are not in a register, each once, in the order of the tables.
    #[must_use]
    pub fn unknown_offices(&self, register: &Register) -> Vec<String> {
        unknown(&self.offices, register)
    }
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
