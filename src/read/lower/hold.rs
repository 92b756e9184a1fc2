//! Notices that are held back or withdrawn, with the files that only they name.

use crate::diagnostic::Report;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::paper::Target;
use crate::read::fault::markup;
use crate::read::lower::published::named_files;
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
