//! Hears of saved files, and waits until a save is over.
//!
//! The folder of the project is watched for the input folders themselves, which may go and come back; each of
//! them is watched with all that is in it. So neither the output nor anything else beside them wakes the preview.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::Error;

/// A save is over when nothing has happened for so long. Editors write a file, or a new one and rename it, within
/// a few milliseconds; a save that takes longer is looked at once more when it goes on.
const QUIET: Duration = Duration::from_millis(10);

/// Something that goes on and on is looked at after so long.
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
    /// Begins to watch the folders of these names below `root`, which need not exist.
    pub fn begin(root: &Path, names: &[&str]) -> Result<Self, Error> {
        // Some systems tell of a file by its real path.
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

    /// Waits until something has been saved, created, renamed or removed, and the save is over.
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

    /// Watches a folder with all that is in it, if it is there.
    fn attach(&mut self, folder: &Path) -> Result<(), Error> {
        // What was of that name may be another folder now; one that was never watched is no mistake.
        let _ = self.watcher.unwatch(folder);
        match self.watcher.watch(folder, RecursiveMode::Recursive) {
            Err(_) if !folder.is_dir() => Ok(()),
            done => done.map_err(refused(folder)),
        }
    }

    /// Whether an event can change what is read: reading itself makes events, and so do editors' own files.
    fn matters(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
            EventKind::Access(_) => return false,
            _ => {}
        }
        event.need_rescan() || event.paths.iter().any(|path| self.is_input(path))
    }

    /// Whether a path lies in a watched folder and is read: hidden files are not.
    fn is_input(&self, path: &Path) -> bool {
        let hidden = |path: &Path| path.iter().any(|name| name.to_string_lossy().starts_with(['.', '~']));
        self.folders.iter().any(|folder| path.strip_prefix(folder).is_ok_and(|rest| !hidden(rest)))
    }
}

/// How long to wait for the next event of a save.
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
