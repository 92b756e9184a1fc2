//! Content comes in here, and nowhere else: files become a typed [`Project`](crate::model::Project), mistakes become findings.
//!
//! [`discover()`] touches the disk; the rest is pure. YAML is known below this folder only; [`yaml`]
//! is public for `benches/parts.rs`, which times it.

mod attached;
mod disk;
pub mod document;
mod fault;
mod form;
pub mod import;
pub mod joined;
mod lower;
mod package;
pub mod returned;
mod workbook;
pub mod yaml;

pub use attached::printed;
pub use disk::content::Content;
pub use disk::discover::{discover, discover_again, discover_offices, own_lists};
pub use disk::file::{paper_bytes, standard_input, stored_file, text_bytes, workbook_bytes};
pub use disk::memory::Memory;
pub use fault::codes::CODES;
pub use form::schema::{FileKind, KINDS};
pub use lower::{hold_back, hold_drafts, paper_of_text, project, register, take_down};
pub use workbook::{Limits as WorkbookLimits, is_by_content as is_workbook};
pub use yaml::{NewField, add_acceptance, add_office, fill_field, front_matter, set_fields};
