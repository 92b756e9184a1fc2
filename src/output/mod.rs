//! Files leave through here, and nowhere else: all of them, or none.

mod commit;
mod draft;
mod journal;

pub use commit::{Summary, commit};
pub use draft::write_draft;
