//! The only exit for files: all or none into a folder, or one by one to a browser.

mod change;
mod changes;
mod commit;
mod copy;
mod create;
mod door;
mod history;
mod journal;
mod make;
mod moves;
mod pack;
mod place;
mod seal;
mod serve;
mod watch;
mod workshop;

#[cfg(test)]
mod tests;

pub use change::{Change, Settled, change, fill, recover, undo, undoable};
pub use changes::{Changes, Summary};
pub use commit::{Staged, commit, compare, stage};
pub use create::{create, create_all, replace};
pub use history::{Entry, KEPT, Occasion};
pub use journal::restore;
pub use pack::{Names, Package, archive_of, pack};
pub use seal::{Seal, Unchanged, unchanged};
pub use serve::{Answer, Done, Field, Pages, Remote, Request, Server, Stylesheet, View};
pub use watch::Watch;
pub use workshop::Workshop;
