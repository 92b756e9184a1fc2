//! The files that are published, and their contents.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::diagnostic::Report;
use crate::model::Project;
use crate::model::attachment::{AttachmentKind, PublishedFile};
use crate::model::notice::Notice;
use crate::model::paper::{Paper, Target};
use crate::model::progress::EvidenceKind;
use crate::model::site::Site;
use crate::model::stored::StoredFile;
use crate::read::attached;
use crate::read::disk::file::bytes_up_to;
use crate::read::fault::{files, markup};
use crate::source::{FileId, Sources, Span};

/// Takes drafts and notices of a day to come out of a project that was checked, with the files that only they name.
/// Links that lead to them from other papers are reported.
pub fn hold_back(project: &mut Project, sources: &Sources, report: &mut Report) {
    project.hold_back();
    if project.held.is_empty() {
        return;
    }
    let named = named_files(&project.site, &project.notices, project.today, &[]);
    project.files.retain(|path, _| named.contains_key(path));
    let held = |path: &str| project.held.iter().any(|notice| notice.path == path);
    let pages = project.site.pages().flat_map(|page| page.body.links());
    for link in project.notices.iter().flat_map(Notice::links).chain(pages) {
        if let Some(Target::Page(path)) = &link.target
            && held(path)
        {
            report.push(markup::internal_link(link.place, &link.url));
        }
    }
    hold(&project.held, sources, report);
}

/// Lets errors in drafts and notices of a day to come stop nothing, while these stay in the project and are shown.
pub fn hold_drafts(project: &Project, sources: &Sources, report: &mut Report) {
    let held = project.notices.iter().filter(|notice| notice.is_held_back(project.today));
    hold(held, sources, report);
}

/// Holds the findings in the files of notices of which nothing is built.
fn hold<'n>(notices: impl IntoIterator<Item = &'n Notice>, sources: &Sources, report: &mut Report) {
    // A file that could not be read belongs to no part of its notice, but lies in its folder.
    for notice in notices {
        let folder = format!("content/{}/", notice.path);
        let below = sources.below(&folder);
        report.hold(notice.sources.iter().copied().chain(below).map(|file| (file, Vec::new())));
    }
}

/// Takes withdrawn notices out of a project that was checked, with the files that only they name. Their errors stop
/// nothing, but for those in what the short pages show.
pub fn take_down(project: &mut Project, report: &mut Report) {
    project.take_down();
    if project.withdrawn.is_empty() {
        return;
    }
    let named = named_files(&project.site, &project.notices, project.today, &project.withdrawn);
    project.files.retain(|path, _| named.contains_key(path));
    report.hold(project.withdrawn.iter().flat_map(held_files));
}

/// The files of a withdrawn notice, each with the places of which something is shown.
fn held_files(notice: &Notice) -> impl Iterator<Item = (FileId, Vec<Span>)> {
    let record = notice.withdrawal.iter().map(|withdrawal| withdrawal.span);
    let texts = notice.texts().into_iter().map(|public| public.text.span);
    let shown: Vec<Span> = record.chain(texts).collect();
    notice
        .sources
        .iter()
        .map(move |file| (*file, shown.iter().copied().filter(|span| span.file == *file).collect()))
}

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
