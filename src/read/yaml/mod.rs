//! YAML with places: text → tree (`parse.rs`) → structs filled by serde that go on after a mistake (`decode.rs`).
//!
//! Public for `benches/parts.rs`, which times it.

mod access;
mod at;
mod decode;
pub(super) mod field;
pub(super) mod frontmatter;
mod loss;
mod parse;
mod places;
mod set;
mod tree;

pub(super) use decode::decode;
pub use frontmatter::front_matter;
pub use parse::parse;
pub use set::{NewField, set_fields};
pub use tree::{Kind, Node};
