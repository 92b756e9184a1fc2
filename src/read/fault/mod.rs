//! The findings of reading: a constructor for each, so that every message stands in one place.

pub mod fields;
pub mod files;
pub mod markup;
