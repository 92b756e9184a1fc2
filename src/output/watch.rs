//! File watcher: waits for changes of the input, and until a save is complete.
//!
//! The project's folder is watched non-recursively, because input folders may be removed and created again; each input
//! folder is watched recursively. So the output and other files do not trigger the preview.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::Error;

/// Pause after which a save counts as complete. Editors write a file, or a new file and rename it, within a few
/// milliseconds; a slower save triggers a second time.
const QUIET: Duration = Duration::from_millis(10);

/// Maximum delay if events do not stop.
const LONGEST: Duration = Duration::from_millis(100);

/// A watch over some folders of a project.
#[derive(Debug)]
pub struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: PathBuf,
    folders: Vec<PathBuf>,
}

impl Watch {
    /// Starts watching the folders with these names below `root`, which need not exist.
    pub fn begin(root: &Path, names: &[&str]) -> Result<Self, Error> {
        // Some systems report the real path of a file.
        let root = root.canonicalize().map_err(Error::read(root))?;
        let (sender, events) = channel();
        let tell = move |event| {
            let _ = sender.send(event);
        };
        let mut watcher = notify::recommended_watcher(tell).map_err(refused(&root))?;
        watcher.watch(&root, RecursiveMode::NonRecursive).map_err(refused(&root))?;
        let folders: Vec<PathBuf> = names.iter().map(|name| root.join(name)).collect();
        let mut watch = Self { watcher, events, root, folders: folders.clone() };
        for folder in &folders {
            watch.attach(folder)?;
        }
        Ok(watch)
    }

    /// Waits until a file was saved, created, renamed or removed, and the save is complete.
    pub fn wait(&mut self) -> Result<(), Error> {
        let mut come_or_gone = Vec::new();
        let mut first = None;
        loop {
            let event = match first {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(first) => self.events.recv_timeout(time_left(first)),
            };
            match event {
                Ok(event) if self.matters(&event) => {
                    first.get_or_insert_with(Instant::now);
                    let paths = event.map(|event| event.paths).unwrap_or_default();
                    come_or_gone.extend(paths.into_iter().filter(|path| self.folders.contains(path)));
                }
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Err(Error::Read(self.root.clone(), gone())),
            }
        }
        come_or_gone.dedup();
        come_or_gone.iter().try_for_each(|folder| self.attach(folder))
    }

    /// Watches a folder recursively, if it exists.
    fn attach(&mut self, folder: &Path) -> Result<(), Error> {
        // The name may belong to a new folder now. Fails if the folder was never watched.
        let _ = self.watcher.unwatch(folder);
        match self.watcher.watch(folder, RecursiveMode::Recursive) {
            Err(_) if !folder.is_dir() => Ok(()),
            done => done.map_err(refused(folder)),
        }
    }

    /// Whether an event can change the input. Reading files and editors' temporary files cause events, too.
    fn matters(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
            EventKind::Access(_) => return false,
            _ => {}
        }
        event.need_rescan() || event.paths.iter().any(|path| self.is_input(path))
    }

    /// Whether a path lies in a watched folder and is not hidden.
    fn is_input(&self, path: &Path) -> bool {
        let hidden = |path: &Path| path.iter().any(|name| name.to_string_lossy().starts_with(['.', '~']));
        self.folders.iter().any(|folder| path.strip_prefix(folder).is_ok_and(|rest| !hidden(rest)))
    }
}

/// Time to wait for the next event of a save.
fn time_left(first: Instant) -> Duration {
    LONGEST.saturating_sub(first.elapsed()).min(QUIET)
}

fn refused(path: &Path) -> impl FnOnce(notify::Error) -> Error {
    let path = path.to_owned();
    move |cause| Error::Read(path, std::io::Error::other(cause))
}

fn gone() -> std::io::Error {
    std::io::Error::other("the watch has ended")
}
