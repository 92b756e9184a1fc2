//! Targets of links and images in papers.

use percent_encoding::percent_decode_str;

use crate::diagnostic::Report;
use crate::model::paper::{Link, Paper, Target};
use crate::model::{PROGRESS, Project, SUMMARY};
use crate::read::fault::markup;
use crate::read::lower::Lower;
use crate::read::lower::paper::Home;
use crate::read::lower::paths::resolved;
use crate::source::Span;
use crate::text::link;

impl Lower<'_> {
    /// The target of a link within the site; `None` for a link to elsewhere, or a link that was reported.
    pub(super) fn target(&self, url: &str, place: Span, home: Home<'_>) -> Option<Target> {
        let report = |finding| {
            self.report.borrow_mut().push(finding);
            None
        };
        if let Some(anchor) = url.strip_prefix('#') {
            let known = home.anchors.iter().any(|known| known == anchor);
            return if known { None } else { report(markup::dead_link(place, url)) };
        }
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if let Some(scheme) = link::scheme(url) {
            return if link::is_harmless(url) { None } else { report(markup::unknown_scheme(place, scheme)) };
        }
        if path.is_empty() || path.starts_with('/') {
            return report(markup::absolute_link(place, url));
        }
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let paths: Vec<String> =
            home.folders.iter().filter_map(|folder| resolved(folder, &decoded)).collect();
        if paths.is_empty() {
            return report(markup::outside_content(place, url));
        }
        let target = paths.iter().find_map(|path| self.published(path));
        target.or_else(|| report(markup::dead_link(place, url)))
    }

    /// Whether a file exists in a folder `files`: elsewhere its address could be that of a page or workbook.
    pub(super) fn is_publishable(&self, path: &str) -> bool {
        self.content.files.contains_key(path) && path.split('/').rev().skip(1).any(|folder| folder == "files")
    }

    /// The target that a path below `content/` has on the site.
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

    /// Whether a path is below the folder of a notice's notes or summaries.
    fn follows_a_notice(&self, path: &str) -> bool {
        [PROGRESS, SUMMARY].iter().any(|folder| {
            path.match_indices(&format!("/{folder}/"))
                .any(|(at, _)| self.content.texts.contains_key(&format!("{}/notice.md", &path[..at])))
        })
    }
}

/// Reports links of papers meant for the public to notes and summaries that are not marked 公开. A target
/// marked 公开 that is not published yet needs no finding: the link works from its day on.
pub(super) fn report_internal(project: &Project, report: &mut Report) {
    let is_internal = |link: &Link| {
        matches!(&link.target, Some(Target::Paper(path)) if project
            .following(path)
            .is_none_or(|following| !following.is_public() && !following.is_published(project.today)))
    };
    let pages = project.site.pages().flat_map(|page| page.body.links());
    for link in pages.filter(|link| is_internal(link)) {
        report.push(markup::internal_link(link.place, &link.url));
    }
    for notice in &project.notices {
        let notes = notice.notes.iter().filter(|note| note.public).map(|note| &note.body);
        let summaries = notice.summaries.iter().filter(|own| own.public).map(|own| &own.body);
        let links = notice.links().chain(notes.chain(summaries).flat_map(Paper::links));
        for link in links.filter(|link| is_internal(link)) {
            report.push(markup::internal_link(link.place, &link.url));
        }
    }
}
