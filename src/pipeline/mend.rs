//! Automatic corrections of a project's findings: chosen, tried in memory, and checked until nothing more changes.
//!
//! Nothing is written here. A correction may uncover the next finding, and of overlapping ones only the first is applied,
//! so the project is checked again after each round. Files whose corrections would add an error stay as they are.

mod added_error;
mod choice;
mod files;
mod trial;

use std::path::Path;

use jiff::civil::Date;

use crate::error::Error;
use crate::pipeline::Checked;
use crate::pipeline::mend::trial::Trial;
use crate::read::Memory;

pub use choice::{Choice, OneFinding};
pub use files::{Corrections, MendedFile, Refused};

/// The corrections of a project, with the project before.
#[derive(Debug)]
pub struct Mends {
    /// The project before.
    pub before: Checked,
    /// The corrections.
    pub corrections: Corrections,
}

impl Mends {
    /// The project after the corrections.
    #[must_use]
    pub fn after(&self) -> &Checked {
        self.corrections.mended.as_ref().unwrap_or(&self.before)
    }
}

/// Reads and checks the project below `root`, and tries the chosen corrections.
pub fn mends(root: &Path, today: Date, choice: &Choice) -> Result<Mends, Error> {
    let memory = Memory::default();
    let mut trial = Trial::new(root, today, &memory);
    let before = trial.check()?;
    let corrections = trial.run(&before, choice)?;
    Ok(Mends { before, corrections })
}

/// Tries the chosen corrections of a project that was read with its drafts by means of `memory`.
pub fn corrections_of(
    before: &Checked,
    root: &Path,
    choice: &Choice,
    memory: &Memory,
) -> Result<Corrections, Error> {
    let mut trial = Trial::new(root, before.project.today, memory);
    trial.shows_drafts = true;
    let corrections = trial.run(before, choice);
    memory.forget_drafts();
    corrections
}
