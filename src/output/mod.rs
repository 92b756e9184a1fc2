//! Files leave through here, and nowhere else: all of them, or none.

mod add;
mod commit;
mod create;
mod journal;

pub use add::add;
pub use commit::{Summary, commit};
pub use create::create;
