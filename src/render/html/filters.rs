//! Filters of the search by Pagefind.

use std::collections::BTreeSet;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::section::Section;

/// Filters of a notice: its sections from the top down, the given offices, its year.
pub fn filters(
    project: &Project,
    notice: &Notice,
    offices: BTreeSet<OfficeId>,
) -> Vec<(&'static str, String)> {
    let trail = project.trail(notice.section);
    let sections = (1..=trail.len()).map(|n| ("栏目", Section::joined(&trail[..n])));
    let offices =
        offices.into_iter().map(|office| ("股室", project.register.office(office).name.value.clone()));
    let year = ("年份", notice.published.value.day.year().to_string());
    sections.chain(offices).chain([year]).collect()
}
