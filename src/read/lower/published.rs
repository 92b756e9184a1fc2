//! The files that are published, and their contents.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::diagnostic::Report;
use crate::model::attachment::{AttachmentKind, PublishedFile};
use crate::model::notice::Notice;
use crate::model::paper::{Paper, Target};
use crate::model::progress::EvidenceKind;
use crate::model::site::Site;
use crate::model::stored::StoredFile;
use crate::read::attached;
use crate::read::disk::file::bytes_up_to;
use crate::read::fault::files;
use crate::source::Span;

/// The files that the public can reach on a day, each with the first place where one is named. Files
/// that only internal notes and summaries name are not among them, nor are those to which only links lead in the
/// folders of `withdrawn` notices. A place in a notice that is held back is the last
/// choice: findings inside a published file stop the build, and those in a draft's files do not.
pub(super) fn named_files(
    site: &Site,
    notices: &[Notice],
    today: Date,
    withdrawn: &[Notice],
) -> BTreeMap<String, Span> {
    let mut named = BTreeMap::new();
    for link in site.pages().flat_map(|page| page.body.links()) {
        if let Some(Target::File(path)) = &link.target {
            named.entry(path.clone()).or_insert(link.place);
        }
    }
    let (held, kept): (Vec<&Notice>, Vec<&Notice>) =
        notices.iter().partition(|notice| notice.is_held_back(today));
    for notice in kept.into_iter().chain(held) {
        for attachment in &notice.attachments {
            if let AttachmentKind::File(path) = &attachment.kind {
                named.entry(path.clone()).or_insert(attachment.name.span);
            }
        }
        let notes = || notice.notes.iter().filter(|note| note.is_published(today));
        for evidence in notes().flat_map(|note| &note.evidence) {
            if let EvidenceKind::File(path) = &evidence.kind {
                named.entry(path.clone()).or_insert(evidence.text.span);
            }
        }
        let summaries = notice.summaries.iter().filter(|summary| summary.is_published(today));
        let papers = notes().map(|note| &note.body).chain(summaries.map(|summary| &summary.body));
        for link in notice.links().chain(papers.flat_map(Paper::links)) {
            if let Some(Target::File(path)) = &link.target
                && !withdrawn.iter().any(|notice| notice.has_in_its_folder(path))
            {
                named.entry(path.clone()).or_insert(link.place);
            }
        }
    }
    named
}

/// Takes the named files out of the files found on the disk; all others stay unpublished.
pub(super) fn publish(
    named: BTreeMap<String, Span>,
    found: &mut BTreeMap<String, StoredFile>,
    strips: bool,
    report: &mut Report,
) -> BTreeMap<String, PublishedFile> {
    let named: Vec<(String, Span, StoredFile)> = named
        .into_iter()
        .filter_map(|(path, named)| found.remove(&path).map(|stored| (path, named, stored)))
        .collect();
    for (path, named, _) in named.iter().filter(|(.., stored)| stored.length == 0) {
        report.push(files::empty_file(*named, path));
    }
    let published = named.into_par_iter().map(|(path, named, stored)| {
        let is_read = stored.length <= attached::MOST;
        let bytes = is_read.then(|| bytes_up_to(&stored, attached::MOST)).flatten();
        let stripped = bytes.as_deref().filter(|_| strips).and_then(attached::strip);
        let inside = attached::inspect(&path, stripped.as_deref().or(bytes.as_deref()));
        (path, PublishedFile { stored, named, inside, stripped })
    });
    published.collect()
}
