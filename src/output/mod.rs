//! The only exit for files: all or none into a folder, or one by one to a browser.

mod change;
mod changes;
mod commit;
mod copy;
mod create;
mod door;
mod draft;
mod entry;
mod hash;
mod history;
mod journal;
mod make;
mod moves;
mod pack;
mod place;
mod seal;
mod serve;
mod settle;
mod undo;
mod watch;
mod workshop;

#[cfg(test)]
mod tests;

pub use change::{change, fill};
pub use changes::{Changes, Summary};
pub use commit::{Staged, commit, compare, stage};
pub use create::{create, create_all, replace};
pub use entry::{Change, Entry, Occasion};
pub use history::KEPT;
pub use journal::restore;
pub use pack::{Names, Package, archive_of, pack};
pub use seal::{Seal, Unchanged, unchanged};
pub use serve::{Answer, Done, Field, Pages, Remote, Request, Server, Stylesheet, View};
pub use settle::{Settled, recover};
pub use undo::{undo, undoable};
pub use watch::Watch;
pub use workshop::Workshop;
