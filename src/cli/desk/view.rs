//! The content of the pages of the desk other than the findings, as values for their templates.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::desk::address::{Tab, of_site, query as value_of};
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::cli::publish::{described, waiting_for};
use crate::cli::status::Status;
use crate::cli::{OUTPUT, surroundings};
use crate::error::Error;
use crate::model::notice::Notice;
use crate::output::{Changes, compare};
use crate::pipeline::publish::{Act, Choice, Chosen, choose};
use crate::render::{Edition, plan};
use crate::text::date::Moment;

/// Number of notices with downloads, the newest.
const NEWEST: usize = 30;
/// Number of changed files that are listed.
const LISTED: usize = 100;

/// Reports that can be published, by notice, and those that wait.
#[derive(Serialize)]
pub struct ReportsView {
    error: Option<Outcome>,
    notices: Vec<NoticeReports>,
    waiting: Vec<Report>,
    count: usize,
}

#[derive(Serialize)]
struct NoticeReports {
    title: String,
    reports: Vec<Report>,
}

#[derive(Serialize)]
struct Report {
    path: String,
    words: String,
}

/// Duties of offices, and notices with their downloads.
#[derive(Serialize)]
pub struct OfficesView {
    error: Option<Outcome>,
    status: Option<Status>,
    notices: Vec<Downloads>,
    more: usize,
}

#[derive(Serialize)]
struct Downloads {
    title: String,
    page: String,
    word: String,
    book: Option<String>,
    pdf: String,
}

/// Sections for a new notice.
#[derive(Serialize)]
pub struct ImportView {
    sections: Vec<SectionChoice>,
    folder: String,
    notices: Vec<String>,
}

#[derive(Serialize)]
struct SectionChoice {
    path: String,
    name: String,
}

/// Changes that a build would make.
#[derive(Serialize)]
pub struct BuildView {
    error: Option<Outcome>,
    changes: Option<Vec<(&'static str, usize, Vec<String>)>>,
    count: usize,
}

impl Desk {
    /// Sections, a free folder for a new notice, and the folders of notices.
    pub fn import_view(&self, round: &Round<'_>) -> ImportView {
        let project = &round.checked.project;
        let sections = project.sections_with_ids().map(|(_, section)| SectionChoice {
            path: section.path.clone(),
            name: section.name.value.clone(),
        });
        let year = self.session.today.year();
        let is_free =
            |name: &String| !project.notices.iter().any(|n| n.path.rsplit('/').next() == Some(name));
        let folder = (1..10_000).map(|n| format!("{year}-{n}")).find(is_free).unwrap_or_default();
        let folders = project.newest().into_iter().map(|notice| notice.path.clone());
        ImportView { sections: sections.collect(), folder, notices: folders.take(NEWEST).collect() }
    }

    /// Reports that can be published.
    pub fn reports_view(&self, round: &Round<'_>) -> ReportsView {
        let mut view = ReportsView { error: None, notices: Vec::new(), waiting: Vec::new(), count: 0 };
        let checked = match round.sound(self, Tab::Reports) {
            Ok(checked) => checked,
            Err(outcome) => return ReportsView { error: Some(outcome), ..view },
        };
        let papers =
            choose(checked, &Choice::default(), Act::Publish(Moment { day: self.session.today, time: None }));
        let path = |chosen: &Chosen<'_>| checked.sources.file(chosen.paper.file()).path.clone();
        for chosen in &papers.changing {
            let title = &chosen.notice.title.value;
            if view.notices.last().is_none_or(|last| last.title != *title) {
                view.notices.push(NoticeReports { title: title.clone(), reports: Vec::new() });
            }
            let report = Report { path: path(chosen), words: described(&checked.project, chosen) };
            if let Some(last) = view.notices.last_mut() {
                last.reports.push(report);
            }
        }
        view.count = papers.changing.len();
        let waiting = papers.waiting.iter();
        view.waiting = waiting
            .map(|chosen| Report {
                path: path(chosen),
                words: waiting_for(chosen, self.session.lang).to_owned(),
            })
            .collect();
        view
    }

    /// Duties of offices.
    pub fn offices_view(&self, round: &Round<'_>) -> OfficesView {
        let project = &round.checked.project;
        let newest = project.newest();
        let notices = newest.iter().take(NEWEST).map(|notice| downloads(round, notice)).collect();
        let more = newest.len().saturating_sub(NEWEST);
        match round.sound(self, Tab::Offices) {
            Ok(checked) => {
                OfficesView { error: None, status: Some(Status::of(&checked.project)), notices, more }
            }
            Err(outcome) => OfficesView { error: Some(outcome), status: None, notices, more },
        }
    }

    /// Changes that a build would make, if they are asked for: every file has to be made for it.
    pub fn build_view(&self, round: &Round<'_>, query: &str) -> BuildView {
        let mut view = BuildView { error: None, changes: None, count: 0 };
        let checked = match round.sound(self, Tab::Build) {
            Ok(checked) => checked,
            Err(outcome) => return BuildView { error: Some(outcome), ..view },
        };
        if value_of(query, "compare").is_none() {
            return view;
        }
        let edition = Edition::new(&checked.project, &checked.theme);
        let compared =
            plan(&edition).and_then(|files| compare(&files, &self.session.root.join(OUTPUT), &|| ()));
        match compared {
            Ok(Changes { added, changed, removed }) => {
                view.count = added.len() + changed.len() + removed.len();
                let lists = [("added", added), ("changed", changed), ("removed", removed)];
                let first = |paths: Vec<String>| paths.into_iter().take(LISTED).collect();
                view.changes =
                    Some(lists.into_iter().map(|(kind, paths)| (kind, paths.len(), first(paths))).collect());
            }
            Err(error) => view.error = Some(Outcome::failed(Tab::Build, &error, self.session.lang)),
        }
        view
    }

    /// The time of a publication.
    pub fn moment(&self) -> Result<Moment, Error> {
        Ok(Moment { day: self.session.today, time: Some(surroundings::moment()?.time()) })
    }
}

fn downloads(round: &Round<'_>, notice: &Notice) -> Downloads {
    let path = &notice.path;
    let name = path.rsplit('/').next().unwrap_or_default();
    let book = format!("site/{path}/zeren-fenjie-biao.xlsx");
    Downloads {
        title: notice.title.value.clone(),
        page: of_site(&format!("site/{path}/index.html")),
        word: of_site(&format!("site/{path}/{name}.docx")),
        book: round.pages.has(&book).then(|| of_site(&book)),
        pdf: format!("paper.pdf?notice={}", of_site(path)),
    }
}
