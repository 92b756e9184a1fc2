//! YAML with places: text → tree (`parse.rs`) → structs filled by serde that go on after a mistake (`decode.rs`).
//!
//! Public for `benches/parts.rs`, which times it.

mod access;
mod at;
mod comment;
mod decode;
pub(super) mod field;
mod fill;
pub(super) mod frontmatter;
mod loss;
mod parse;
mod places;
mod set;
mod swallowed_text;
mod tree;

pub(super) use decode::decode;
pub use fill::{add_acceptance, add_office, fill_field};
pub use frontmatter::front_matter;
pub use parse::parse;
pub use set::{NewField, set_fields};
pub use tree::{Kind, Node};
