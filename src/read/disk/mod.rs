//! The disk: the folders and files of a project, found and read once.

pub mod content;
pub mod discover;
pub mod file;
pub mod memory;
