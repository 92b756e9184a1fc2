//! D: what the law says about disclosing a paper.

pub mod active_file;
mod catalogue;
pub mod content_differs;
pub mod ending_not_allowed;
pub mod held_back;
pub mod incomplete_catalogue;
pub mod late_soon;
pub mod missing_field;
pub mod not_proactive;
pub mod published_before_dated;
pub mod published_late;
pub mod secret_paper;
mod time_limit;
pub mod unknown_term;
pub mod unknown_year;
pub mod withdrawal;
