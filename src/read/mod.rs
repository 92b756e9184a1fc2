//! Content comes in here, and nowhere else: files become a typed [`Project`](crate::model::Project), mistakes become findings.
//!
//! [`discover()`] touches the disk; the rest is pure. YAML is known below this folder only.

mod codes;
mod decode;
mod discover;
mod fault;
mod format;
mod frontmatter;
mod lower;
mod yaml;

pub use codes::CODES;
pub use discover::{Content, discover};
pub use lower::project;
