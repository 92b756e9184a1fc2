//! Checks a project: every rule is one file, and one line in [`RULES`].
//!
//! Rules see the model only; they never read files and never change anything. To add a rule, write its file and
//! add it to the table.

mod acceptance;
mod disclosure;
mod levels;
mod numbers;
mod passage;
mod pasted;
mod privacy;
mod progress;
mod prose;
mod rule;
mod schedule;
mod site;
mod table;
mod wording;

pub use rule::{Check, Rule};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::check::prose::Prose;
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
    table::duplicate_id::RULE,
    table::not_shown::RULE,
    table::too_long::RULE,
    table::not_a_tick::RULE,
    table::column_without_kind::RULE,
    table::unclear_office::RULE,
    table::body_differs::RULE,
    table::total_differs::RULE,
    schedule::deadline_before_paper::RULE,
    schedule::date_before_paper::RULE,
    schedule::overdue::RULE,
    schedule::due_soon::RULE,
    schedule::deadline_not_understood::RULE,
    schedule::no_such_day::RULE,
    schedule::range_backwards::RULE,
    schedule::weekday_differs::RULE,
    progress::unknown_item::RULE,
    progress::moved_item::LOST,
    progress::moved_item::MOVED,
    progress::moved_item::UNCONFIRMED,
    progress::status_went_back::RULE,
    progress::publication_unsaid::RULE,
    progress::future_note::RULE,
    progress::contradicting_notes::RULE,
    progress::unknown_status::RULE,
    progress::missing_evidence::RULE,
    progress::reporter_not_owner::RULE,
    progress::unknown_reporter::RULE,
    progress::office_without_contact::RULE,
    progress::roster_late::RULE,
    progress::summary_late::RULE,
    progress::signed_before_written::RULE,
    progress::note_before_paper::RULE,
    progress::silent_office::RULE,
    progress::unsigned_public::RULE,
    privacy::identity_number::RULE,
    privacy::old_identity_number::RULE,
    privacy::mobile_number::RULE,
    privacy::bank_card::RULE,
    privacy::not_searched::RULE,
    privacy::pictures::RULE,
    privacy::file_metadata::CAMERA,
    privacy::file_metadata::AUTHOR,
    disclosure::missing_field::RULE,
    disclosure::not_proactive::RULE,
    disclosure::secret_paper::RULE,
    disclosure::held_back::RULE,
    disclosure::withdrawal::RULE,
    disclosure::published_late::RULE,
    disclosure::late_soon::RULE,
    disclosure::unknown_year::RULE,
    disclosure::unknown_term::RULE,
    disclosure::incomplete_catalogue::RULE,
    disclosure::published_before_dated::RULE,
    disclosure::ending_not_allowed::RULE,
    disclosure::active_file::RULE,
    disclosure::content_differs::RULE,
    site::empty_column::RULE,
    site::stale_column::RULE,
    site::site_id_code::RULE,
    site::missing_meta::RULE,
    site::site_address::RULE,
    site::filing_number::RULE,
    site::publication_minute::RULE,
    site::reserved_name::RULE,
    site::duplicate_index::RULE,
    site::index_not_made::RULE,
    site::unlisted_item::RULE,
    site::blank_field::RULE,
    site::missing_place::RULE,
    site::words_of_site::RULE,
    wording::attachment_name_differs::RULE,
    wording::document_number::RULE,
    wording::typed_heading_number::RULE,
    wording::half_width_mark::RULE,
    wording::date_name_point::RULE,
    wording::double_hyphen::RULE,
    wording::nested_title::RULE,
    wording::missing_full_stop::RULE,
    wording::mark_after_attachment_name::RULE,
    wording::date_form::RULE,
    wording::heading_level::RULE,
    wording::stray_comma::RULE,
    wording::confused_word::RULE,
    wording::broken_emphasis::RULE,
    wording::deceptive_character::RULE,
    wording::placeholder_left::RULE,
    wording::example_text::RULE,
    wording::declared_count::RULE,
    wording::attachment_reference::RULE,
    wording::attachment_reference::SINGLE,
    wording::unpaired_mark::RULE,
    wording::unfilled_gap::RULE,
    wording::abbreviation::RULE,
    wording::law_title_differs::RULE,
    wording::citation_order::RULE,
    wording::document_kind::RULE,
    wording::closing_differs::RULE,
    wording::place_chain::RULE,
    wording::enumeration_jump::RULE,
    wording::range_unit::RULE,
    wording::unit_symbol::RULE,
    wording::cut_off_word::RULE,
    wording::approximation_twice::RULE,
    wording::doubled_word::RULE,
    wording::paragraph_twice::RULE,
    wording::digit_form::RULE,
    wording::ellipsis_form::RULE,
    wording::year_dash::RULE,
    wording::renamed_body::RULE,
    wording::mistyped_phrase::RULE,
    wording::law_changed::RULE,
    pasted::indented_code::RULE,
    pasted::typed_indent::RULE,
    pasted::joined_paragraphs::RULE,
    pasted::line_over_rule::RULE,
    pasted::swallowed_asterisk::RULE,
    pasted::typed_level::RULE,
    pasted::typed_again::RULE,
];

/// Findings about the settings of rules themselves: 放行 and 规则级别.
pub const CODES: &[&[&Code]] = &[acceptance::CODES, levels::CODES];

/// Whether a kind of finding is about words, so that a single text can be judged by it without a project.
#[must_use]
pub fn judges_words(id: &str) -> bool {
    let is_of_prose = |rule: &&Rule| matches!(rule.check, Check::Prose(_)) || rule.code.id.starts_with('W');
    RULES.iter().filter(is_of_prose).any(|rule| rule.code.id == id)
}

/// Runs every rule on a project, then applies the project's levels and the notices' acceptances.
#[must_use]
pub fn run(project: &Project) -> Report {
    let by_project = RULES.par_iter().filter_map(|rule| match rule.check {
        Check::Project(check) => Some(collect_report(|report| check(project, report))),
        Check::Prose(_) => None,
    });
    let by_prose = rayon::iter::once(None).chain(project.notices.par_iter().map(Some)).map(|notice| {
        let prose = Prose::new(project, notice);
        collect_report(|report| {
            for rule in RULES {
                if let Check::Prose(check) = rule.check {
                    check(&prose, report);
                }
            }
        })
    });
    let mut report = Report::default();
    let reports: Vec<Report> = by_project.chain(by_prose).collect();
    for found in reports {
        report.append(found);
    }
    levels::apply(project, &mut report);
    acceptance::apply(project, &mut report);
    report
}

fn collect_report(check: impl FnOnce(&mut Report)) -> Report {
    let mut report = Report::default();
    check(&mut report);
    report
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    #[test]
    fn nothing_is_wrong_with_the_project_of_the_tests() {
        let codes: Vec<&str> = super::RULES.iter().map(|rule| rule.code.id).collect();
        assert_eq!(printed(&codes, &[]), "");
    }
}
