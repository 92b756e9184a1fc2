//! The offices of an imported sheet that the register of a project does not have.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::office::{Party, Register};
use crate::read::import::Imported;
use crate::source::{FileId, Located, Span};

impl Imported {
    /// The names of offices that are not in a register, each once, in the order of the sheet.
    #[must_use]
    pub fn unknown_offices(&self, register: &Register) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut unknown = Vec::new();
        for line in &self.offices {
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
