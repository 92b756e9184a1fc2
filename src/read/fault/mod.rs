//! The findings of reading: a constructor for each, so that every message stands in one place.

pub mod codes;
pub mod csv;
pub mod fields;
pub mod files;
pub mod layout;
pub mod markup;
pub mod slip;
pub mod slip_finding;
mod slip_mend;
pub mod syntax;
