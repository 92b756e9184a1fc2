//! A private folder for other programs: papers go in, prints come out, and nothing of it stays.

use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::commit::commit;
use crate::output::door;
use crate::render::Artifact;

/// A private folder, removed with its content when it is dropped.
#[derive(Debug)]
pub struct Workshop {
    folder: PathBuf,
}

impl Workshop {
    /// A new folder in the system's folder for temporary files, which only the user can enter.
    pub fn new() -> Result<Self, Error> {
        let place = std::env::temp_dir();
        let mut number = 0;
        loop {
            let folder = place.join(format!("gongkai-{}-{number}", std::process::id()));
            match create_private(&folder) {
                Ok(()) => return Ok(Self { folder }),
                // Left by an earlier process of that number, or laid there by somebody else.
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
                Err(cause) => return Err(Error::Write(folder, cause)),
            }
        }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts files into the folder below `name`; its path.
    pub fn put(&self, name: &str, files: &[Artifact<'_>]) -> Result<PathBuf, Error> {
        let folder = self.folder.join(name);
        commit(files, &folder)?;
        Ok(folder)
    }

    /// The bytes of a file that a program made, if it did.
    #[must_use]
    pub fn take(&self, path: &Path) -> Option<Vec<u8>> {
        door::read(path).ok()
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // A browser may still hold a file of its profile: what cannot be removed is left to the system.
        let _ = door::remove_dir_all(&self.folder);
    }
}

/// Creates a folder that only the user can enter; fails if the name exists.
fn create_private(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        DirBuilder::new().mode(0o700).create(folder)
    }
    // A user's folder for temporary files is that user's own there.
    #[cfg(not(unix))]
    DirBuilder::new().create(folder)
}
