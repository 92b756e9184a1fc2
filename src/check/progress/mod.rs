//! N: progress notes, the roster, summaries.

pub mod contradicting_notes;
pub mod future_note;
pub mod missing_evidence;
pub mod moved_item;
pub mod note_before_paper;
pub mod office_without_contact;
pub mod publication_unsaid;
pub mod reporter_not_owner;
pub mod roster_late;
pub mod signed_before_written;
pub mod silent_office;
pub mod status_went_back;
pub mod summary_late;
pub mod unknown_item;
pub mod unknown_reporter;
pub mod unknown_status;
pub mod unsigned_public;
