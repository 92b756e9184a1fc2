//! A notice as a paper in Word, in the form of GB/T 9704-2012: the upright paper, its attachments, each table on landscape
//! pages.

mod content;
mod foot;
mod head;
pub mod internal;
mod list;
mod look;
pub mod measure;
pub mod notice;
mod package;
mod paper;
mod paragraph;
mod parts;
mod picture;
mod report;
mod section;
mod styles;
pub mod table;
mod words;
mod writer;
mod xml;

pub use report::report;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::paper::{InlineKind, Paper, Target};
use crate::model::stored::StoredFile;
use crate::render::docx::package::Fixed;
use crate::render::{Artifact, Edition, OutputPath, routes};

/// A document for each notice.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let fixed = fixed()?;
    let notices = edition.project.notices.iter();
    notices.map(|notice| artifact(edition.project, notice, &routes::document(notice), &fixed)).collect()
}

/// The parts that are equal in every document.
pub fn fixed() -> Result<Arc<Fixed>, Error> {
    Fixed::new().map(Arc::new).map_err(|cause| Error::Document(cause.to_string()))
}

/// The document of a notice, at that path.
pub fn artifact<'e>(
    project: &'e Project,
    notice: &'e Notice,
    path: &str,
    fixed: &Arc<Fixed>,
) -> Result<Artifact<'e>, Error> {
    let path = OutputPath::new(path)?;
    let fixed = Arc::clone(fixed);
    // Pictures stay on the disk, but for those that were freed from their metadata.
    let (mut stored, mut held) = (Vec::new(), Vec::new());
    for path in pictures(notice) {
        match project.files.get(path).map(|file| (&file.stored, file.stripped.as_deref())) {
            Some((_, Some(bytes))) => held.push((path, bytes)),
            Some((file, None)) => stored.push((path, file)),
            None => {}
        }
    }
    let (paths, files): (Vec<&str>, Vec<&StoredFile>) = stored.into_iter().unzip();
    let recipe = move |read: &[Vec<u8>]| {
        let read = paths.iter().copied().zip(read.iter().map(Vec::as_slice));
        let all = read.chain(held.iter().copied());
        let files = all.map(|(path, bytes)| (path, Cow::Borrowed(bytes))).collect();
        let made = notice::document(project, notice, &files).pack(&fixed);
        made.map_err(|cause| Error::Document(format!("{}: {cause}", notice.path)))
    };
    Ok(Artifact::with_files(path, files, recipe))
}

/// The pictures of a notice's papers, by path below `content/`.
pub fn pictures(notice: &Notice) -> BTreeSet<&str> {
    let is_picture = |paper: &&Paper| paper.source.value.contains("![");
    let inlines = notice.papers().filter(is_picture).flat_map(Paper::inlines);
    let mut paths = BTreeSet::new();
    for inline in inlines {
        if let InlineKind::Image(image) = &inline.kind
            && let Some(Target::File(path)) = &image.target
        {
            paths.insert(path.as_str());
        }
    }
    paths
}
