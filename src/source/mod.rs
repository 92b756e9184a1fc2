//! Where words stand: files, byte spans, and values that know their place.
//!
//! Floor 1: knows nothing of YAML, notices or findings. A span is two numbers and a file's number, so that
//! carrying it costs nothing; lines and columns are counted only when something is printed, once for each file.

mod lines;
mod located;
mod sources;
mod span;

pub use located::{LOCATED, Located};
pub use sources::{SourceFile, Sources};
pub use span::{FileId, LineColumn, Span, offset};
