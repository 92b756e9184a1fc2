//! Places in the source: files, byte spans, and values with a place.
//!
//! Floor 1: independent of YAML, notices and findings. A span is two numbers and a file's number, cheap to copy; lines
//! and columns are counted only for printing, once for each file.

mod lines;
mod located;
mod sources;
mod span;

pub use located::{LOCATED, Located, Margin};
pub use sources::{SourceFile, Sources};
pub use span::{FileId, LineColumn, Span, offset};
