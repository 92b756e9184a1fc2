//! Content comes in here, and nowhere else: files become a typed [`Project`](crate::model::Project), mistakes become findings.
//!
//! [`discover()`] touches the disk; the rest is pure. YAML is known below this folder only; [`yaml`]
//! is public for `benches/parts.rs`, which times it.

mod attached;
mod cell;
mod codes;
mod decode;
mod discover;
mod encoding;
mod fault;
mod field;
mod followup;
mod format;
mod frontmatter;
mod guard;
pub mod import;
mod lower;
mod memory;
mod package;
pub mod returned;
mod schema;
mod slip;
mod standard;
mod workbook;
pub mod yaml;

pub use codes::CODES;
pub use discover::{Content, discover, discover_again, workbook_bytes};
pub use lower::project;
pub use memory::Memory;
pub use schema::{FileKind, KINDS};
pub use workbook::Limits as WorkbookLimits;
