//! Files leave through here, and nowhere else: all of them into a folder, or none; or one by one to a browser.

mod add;
mod commit;
mod copy;
mod create;
mod journal;
mod news;
mod seal;
mod serve;
mod watch;

pub use add::{add, fill};
pub use commit::{Changes, Staged, Summary, commit, stage};
pub use create::create;
pub use seal::{Seal, Unchanged, unchanged};
pub use serve::{Server, View};
pub use watch::Watch;
