//! Findings for readers: one file per form.

mod human;

pub use human::human;
