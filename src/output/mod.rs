//! The only exit for files: all or none into a folder, or one by one to a browser.

mod add;
mod changes;
mod commit;
mod copy;
mod create;
mod door;
mod journal;
mod make;
mod moves;
mod place;
mod seal;
mod serve;
mod watch;

#[cfg(test)]
mod tests;

pub use add::{add, complete, fill};
pub use changes::{Changes, Summary};
pub use commit::{Staged, commit, compare, stage};
pub use create::create;
pub use journal::restore;
pub use seal::{Seal, Unchanged, unchanged};
pub use serve::{Remote, Server, Stylesheet, View};
pub use watch::Watch;
