//! The pages of the desk: templates of its own, which no project replaces.

use serde::Serialize;

use crate::cli::desk::address::Tab;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::cli::desk::{Desk, words};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::output::{self, Answer};
use crate::read;
use crate::text::message::Words;

/// The parts of every page around its own.
#[derive(Serialize)]
struct Frame<'r> {
    /// 网站名称.
    site: &'r str,
    /// The project's folder.
    folder: String,
    stamp: &'r str,
    tabs: Vec<Link>,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Whether a build would not stop.
    is_publishable: bool,
    /// The change that can be taken back.
    undo: Option<String>,
    outcome: Option<&'r Outcome>,
    /// The address of the site's page.
    shown: &'r str,
}

/// A link to a page of the desk.
#[derive(Serialize)]
struct Link {
    address: &'static str,
    name: &'static str,
    is_current: bool,
}

/// The names of the pages.
fn name(tab: Tab) -> Words {
    match tab {
        Tab::Findings => Words::new("问题", "Findings"),
        Tab::Import => Words::new("导入", "Import"),
        Tab::Reports => Words::new("进展", "Reports"),
        Tab::Offices => Words::new("股室", "Offices"),
        Tab::Build => Words::new("生成、上传", "Build"),
    }
}

impl Desk {
    /// A page of the desk.
    pub fn page(&self, round: &Round<'_>, tab: Tab, query: &str) -> Answer {
        let view = match tab {
            Tab::Findings => self.render(round, tab, &self.findings_view(round)),
            Tab::Import => self.render(round, tab, &self.import_view(round)),
            Tab::Reports => self.render(round, tab, &self.reports_view(round)),
            Tab::Offices => self.render(round, tab, &self.offices_view(round)),
            Tab::Build => self.render(round, tab, &self.build_view(round, query)),
        };
        // Templates are ours, and tests render each of them.
        view.map_or_else(|error| Answer::page(error.message().get(self.session.lang)), Answer::page)
    }

    fn render(&self, round: &Round<'_>, tab: Tab, view: &impl Serialize) -> Result<Vec<u8>, Error> {
        let (checked, lang) = (round.checked, self.session.lang);
        let mut report = checked.report.clone();
        read::hold_drafts(&checked.project, &checked.sources, &mut report);
        let outcome = self.outcome.as_ref().filter(|outcome| outcome.tab == tab);
        // Another process that is writing has the history: what can be taken back is known when it is done.
        let undoable = output::undoable(&self.session.root).unwrap_or_default();
        let frame = Frame {
            site: &checked.project.site.name.value,
            folder: self.session.root.display().to_string(),
            stamp: &round.stamp,
            tabs: Tab::ALL
                .iter()
                .map(|(other, _)| Link {
                    address: other.address(),
                    name: name(*other).get(lang),
                    is_current: *other == tab,
                })
                .collect(),
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            notes: report.count(Severity::Note),
            is_publishable: !report.has_errors(),
            undo: undoable.last().map(|entry| words::change(entry, lang)),
            outcome,
            shown: outcome.and_then(|outcome| outcome.show.as_deref()).unwrap_or("site/index.html"),
        };
        self.pager.render(tab.template(), &frame, view)
    }
}
