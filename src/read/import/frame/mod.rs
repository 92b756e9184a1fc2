//! The frame of a table's body: the lines above it and the head with its tiers.

mod any_sheet;
mod head;
mod own;
mod parts;
mod tiers;

pub use any_sheet::frame;
pub use head::is_head;
pub use own::own;
pub use parts::{Frame, is_number_name, is_numbered, says_the_head};
