//! Links and images in a paper: where they lead, and which files are published because of them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Tag};

use crate::diagnostic::Report;
use crate::model::notice::{Notice, Target};
use crate::model::progress::Note;
use crate::model::summary::YearSummary;
use crate::read::fault::{files, markup};
use crate::read::lower::Lower;
use crate::read::lower::followup::{PROGRESS, SUMMARY};
use crate::source::{Located, Span};
use crate::text::link;
use crate::text::markdown::{barred_references, events};

impl Lower<'_> {
    /// Looks at every link of a Markdown text, and at tags and references that would not be drawn. Addresses count from
    /// the first of `folders`, else from the next; `anchors` are those of the page.
    pub(super) fn links(
        &self,
        text: &Located<String>,
        folders: &[&str],
        anchors: &[String],
        links: &mut BTreeMap<String, Located<Target>>,
    ) {
        for (reference, c) in barred_references(&text.value) {
            let span = text.span.part(reference.start, reference.end);
            self.report.borrow_mut().push(files::barred_character(span, c));
        }
        // Most texts have neither, and need not be taken apart for that.
        if !text.value.bytes().any(|byte| matches!(byte, b'[' | b'<')) {
            return;
        }
        for (event, range) in events(&text.value) {
            let span = text.span.part(range.start, range.end);
            match event {
                // A closing tag says nothing that the opening one did not say.
                Event::InlineHtml(tag) if tag.starts_with("</") => {}
                Event::Html(_) | Event::InlineHtml(_) => {
                    self.report.borrow_mut().push(markup::raw_html(span));
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    let place = place_of(text, range.start..range.end, &dest_url);
                    if let Some(target) = self.target(&dest_url, place, folders, anchors) {
                        links.entry(dest_url.to_string()).or_insert(Located::new(target, place));
                    }
                }
                _ => {}
            }
        }
    }

    /// Where a link leads within the site; `None` for one that stays as it is, or that was reported.
    fn target(&self, url: &str, place: Span, folders: &[&str], anchors: &[String]) -> Option<Target> {
        let report = |finding| {
            self.report.borrow_mut().push(finding);
            None
        };
        if let Some(anchor) = url.strip_prefix('#') {
            let known = anchors.iter().any(|known| known == anchor);
            return if known { None } else { report(markup::dead_link(place, url)) };
        }
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if let Some(scheme) = link::scheme(url) {
            return if link::is_harmless(url) { None } else { report(markup::unknown_scheme(place, scheme)) };
        }
        if path.is_empty() || path.starts_with('/') {
            return report(markup::absolute_link(place, url));
        }
        let written = percent_decode_str(path).decode_utf8_lossy();
        let paths: Vec<String> = folders.iter().filter_map(|folder| resolved(folder, &written)).collect();
        if paths.is_empty() {
            return report(markup::outside_content(place, url));
        }
        let target = paths.iter().find_map(|path| self.published(path));
        target.or_else(|| report(markup::dead_link(place, url)))
    }

    /// Whether a file is there, in a folder `files`: only there can its address not be that of a page or workbook.
    pub(super) fn is_publishable(&self, path: &str) -> bool {
        self.content.files.contains_key(path) && path.split('/').rev().skip(1).any(|folder| folder == "files")
    }

    /// What a path below `content/` is on the site.
    fn published(&self, path: &str) -> Option<Target> {
        if self.is_publishable(path) {
            return Some(Target::File(path.to_owned()));
        }
        if let Some(paper) = path.strip_suffix(".md").filter(|paper| self.follows_a_notice(paper)) {
            return self.content.texts.contains_key(path).then(|| Target::Paper(paper.to_owned()));
        }
        let page =
            path.strip_suffix("/notice.md").or_else(|| path.strip_suffix("/column.yaml")).unwrap_or(path);
        let is_page = ["notice.md", "column.yaml"]
            .iter()
            .any(|file| self.content.texts.contains_key(&format!("{page}/{file}")));
        is_page.then(|| Target::Page(page.to_owned()))
    }

    /// Whether a path lies in the folder of a notice's notes or summaries.
    fn follows_a_notice(&self, path: &str) -> bool {
        [PROGRESS, SUMMARY].iter().any(|folder| {
            path.match_indices(&format!("/{folder}/"))
                .any(|(at, _)| self.content.texts.contains_key(&format!("{}/notice.md", &path[..at])))
        })
    }
}

/// Links to notes and summaries that the public does not read on a day lose their target. Where the public would find
/// such a link to a paper that is not marked 公开, that is reported.
pub(super) fn close_internal(notices: &mut [Notice], today: Date, report: &mut Report) {
    let mut papers: BTreeMap<String, Access> = BTreeMap::new();
    for (links, _) in notices.iter_mut().flat_map(linking) {
        for target in links.values() {
            if let Target::Paper(path) = &target.value {
                papers.insert(path.clone(), Access::Internal);
            }
        }
    }
    if papers.is_empty() {
        return;
    }
    for notice in notices.iter() {
        let note = |note: &Note| {
            let path = format!("{}/{PROGRESS}/{}", notice.path, note.name);
            (path, Access::of(note.public, note.is_published(today)))
        };
        let summary = |summary: &YearSummary| {
            let path = format!("{}/{SUMMARY}/{}", notice.path, summary.name);
            (path, Access::of(summary.public, summary.is_published(today)))
        };
        for (path, access) in notice.notes.iter().map(note).chain(notice.summaries.iter().map(summary)) {
            papers.entry(path).and_modify(|known| *known = access);
        }
    }
    for (links, is_public) in notices.iter_mut().flat_map(linking) {
        for (url, target) in links {
            let Target::Paper(path) = &target.value else { continue };
            let access = papers[path];
            if access == Access::Internal && is_public {
                report.push(markup::internal_link(target.span, url));
            }
            if access != Access::Published {
                target.value = Target::Unpublished;
            }
        }
    }
}

/// Who reads a paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    /// The bureau.
    Internal,
    /// The public, once its day has come or it is signed.
    Later,
    /// The public.
    Published,
}

impl Access {
    fn of(public: bool, published: bool) -> Self {
        match (public, published) {
            (_, true) => Self::Published,
            (true, false) => Self::Later,
            (false, false) => Self::Internal,
        }
    }
}

/// The links of a notice and of what follows it, each paper's with whether it is meant for the public.
fn linking(notice: &mut Notice) -> impl Iterator<Item = (&mut BTreeMap<String, Located<Target>>, bool)> {
    let notes = notice.notes.iter_mut().map(|note| (&mut note.links, note.public));
    let summaries = notice.summaries.iter_mut().map(|summary| (&mut summary.links, summary.public));
    std::iter::once((&mut notice.links, true)).chain(notes).chain(summaries)
}

/// The place of the address itself inside the link; the whole link where it cannot be told.
fn place_of(text: &Located<String>, link: std::ops::Range<usize>, url: &str) -> Span {
    let written = &text.value[link.clone()];
    match written.rfind(url).filter(|_| !url.is_empty()) {
        Some(at) => text.span.part(link.start + at, link.start + at + url.len()),
        None => text.span.part(link.start, link.end),
    }
}

/// A relative path from a folder, both below `content/`; `None` if it leaves `content/`.
pub(super) fn resolved(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn paths_stay_below_content() {
        assert_eq!(resolved("a/b", "c.pdf").as_deref(), Some("a/b/c.pdf"));
        assert_eq!(resolved("a/b", "./../c//d").as_deref(), Some("a/c/d"));
        assert_eq!(resolved("a/b", "../../../c"), None);
    }
}
