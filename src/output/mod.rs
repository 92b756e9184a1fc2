//! Files leave through here, and nowhere else: all of them, or none.

mod commit;
mod create;
mod journal;

pub use commit::{Summary, commit};
pub use create::create;
