//! Judges a project: every rule is one file, and one line in [`RULES`].
//!
//! Rules see the model only; they never read files and never change anything. To add one: write its file,
//! add it to the table, done.

mod acceptance;
mod disclosure;
mod levels;
mod privacy;
mod rule;
mod schedule;
mod table;
mod wording;

pub use rule::Rule;

use crate::diagnostic::{Code, Report};
use crate::model::Project;

/// Every rule, by family.
pub const RULES: &[Rule] = &[
    table::measure_without_office::RULE,
    table::unknown_office::RULE,
    table::office_alias::RULE,
    table::title_differs::RULE,
    table::task_without_measures::RULE,
    table::numbering::RULE,
    table::mixed_numbering::RULE,
    table::scores_do_not_sum::RULE,
    table::value_twice::RULE,
    table::register::RULE,
    table::requirement_unprinted::RULE,
    schedule::deadline_before_paper::RULE,
    privacy::identity_number::RULE,
    privacy::old_identity_number::RULE,
    privacy::mobile_number::RULE,
    privacy::bank_card::RULE,
    disclosure::not_proactive::RULE,
    wording::attachment_name_differs::RULE,
];

/// What judging itself can find: about 放行 and 规则级别.
pub const CODES: &[&[&Code]] = &[acceptance::CODES, levels::CODES];

/// Judges a project by every rule, then lets the notices accept what they accept.
#[must_use]
pub fn run(project: &Project) -> Report {
    let mut report = Report::default();
    for rule in RULES {
        (rule.check)(project, &mut report);
    }
    levels::apply(project, &mut report);
    acceptance::apply(project, &mut report);
    report
}
