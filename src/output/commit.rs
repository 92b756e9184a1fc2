//! Writes all files of a build into the output folder, atomically.
//!
//! Every file is made and compared with the existing one; files that differ are written into a staging folder inside the
//! output folder. When *every* file has been made, the changes are known, and the moves are checked
//! ([`moves`](crate::output::moves)). Until then nothing outside the staging folder has changed; later failures are
//! undone ([`journal`](crate::output::journal)). Unchanged files keep their modification times. Creating and deleting
//! files is the largest cost; a rebuild without changes only reads and compares.

use std::path::Path;

use crate::error::Error;
use crate::output::changes::{Changes, Summary};
use crate::output::journal::{finish, recover};
use crate::output::make::{Staging, make_all};
use crate::output::moves::plan;
use crate::output::place::Place;
use crate::output::seal::{self, Seal, Stamp};
use crate::render::Artifact;

/// A build whose files are made and staged, but not in place. Dropping it changes nothing.
#[derive(Debug)]
pub struct Staged {
    place: Place,
    /// Every file with its stamp, sorted by path.
    files: Vec<(String, Option<Stamp>)>,
    changes: Changes,
    fsync: bool,
    committed: bool,
}

/// Makes every artifact and puts all of them below `folder`, or changes nothing.
pub fn commit(artifacts: &[Artifact<'_>], folder: &Path) -> Result<Summary, Error> {
    stage(artifacts, folder, false, &|| ())?.commit(None)
}

/// Makes every artifact and compares it with the file below `folder`, without writing. Calls `on_made` after each.
pub fn compare(
    artifacts: &[Artifact<'_>],
    folder: &Path,
    on_made: &(dyn Fn() + Sync),
) -> Result<Changes, Error> {
    let place = Place::look(folder)?;
    make_all(artifacts, &place, None, on_made).map(|(_, changes)| changes)
}

/// Makes every artifact and stages those that differ from the files below `folder`. Calls `on_made` after each. With
/// `fsync`, staged files are flushed before they are put in place, and the moves before the build is done.
pub fn stage(
    artifacts: &[Artifact<'_>],
    folder: &Path,
    fsync: bool,
    on_made: &(dyn Fn() + Sync),
) -> Result<Staged, Error> {
    let place = Place::open(folder)?;
    recover(&place)?;
    let mut staged =
        Staged { place, files: Vec::new(), changes: Changes::default(), fsync, committed: false };
    (staged.files, staged.changes) = make_all(artifacts, &staged.place, Some(Staging { fsync }), on_made)?;
    Ok(staged)
}

impl Staged {
    /// The changes of the commit.
    #[must_use]
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Puts everything in place and writes the seal, if given, so that an equal build can be skipped.
    pub fn commit(mut self, seal: Option<&Seal>) -> Result<Summary, Error> {
        let (files, stamps): (Vec<String>, Vec<Option<Stamp>>) =
            std::mem::take(&mut self.files).into_iter().unzip();
        let changes = &self.changes;
        let (written, removed) = (changes.added.len() + changes.changed.len(), changes.removed.len());
        let summary = Summary { files: files.len(), written, removed };
        let journal = plan(&self.place, changes, files)?;
        if written > 0 || removed > 0 || !self.place.has_manifest() {
            self.place.break_seal()?;
            finish(&self.place, &journal, self.fsync)?;
        }
        self.committed = true;
        if let Some(wanted) = seal {
            seal::seal(&self.place, &journal.files, stamps, wanted);
        }
        Ok(summary)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.committed {
            self.place.give_up();
        }
    }
}
