//! The content of each page of the desk, as values for its template.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::desk::address::{Tab, of_site, page_of, query as value_of};
use crate::cli::desk::asking::{Ask, accepting, ask};
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::cli::publish::{described, waiting_for};
use crate::cli::status::Status;
use crate::cli::{OUTPUT, surroundings};
use crate::diagnostic::print::{Shower, Shown};
use crate::diagnostic::{Class, Code, Diagnostic, Severity};
use crate::error::Error;
use crate::model::notice::Notice;
use crate::output::{Changes, compare};
use crate::pipeline::mend::{OneFinding, class};
use crate::pipeline::publish::{Act, Choice, Chosen, choose};
use crate::render::{Edition, plan};
use crate::source::Sources;
use crate::text::date::Moment;

/// Number of findings of one kind that are shown; the next come when these are corrected.
const SHOWN: usize = 20;
/// Number of notices with downloads, the newest.
const NEWEST: usize = 30;
/// Number of changed files that are listed.
const LISTED: usize = 100;

/// Findings by kind and level.
#[derive(Serialize)]
pub struct FindingsView {
    groups: Vec<Group>,
    /// Whether any correction changes the form only.
    has_form_corrections: bool,
}

/// Findings of one kind and level.
#[derive(Serialize)]
struct Group {
    code: &'static str,
    level: &'static str,
    what: &'static str,
    count: usize,
    /// Whether all of them can be corrected at once, and whether that changes words.
    can_mend: bool,
    is_words: bool,
    findings: Vec<Entry>,
    more: usize,
}

/// A finding with its buttons.
#[derive(Serialize)]
struct Entry {
    finding: Shown,
    /// The name by which forms ask for it.
    key: String,
    /// Whether it has an automatic correction.
    can_mend: bool,
    /// The one thing that mends it.
    ask: Option<Ask>,
    /// Whether its notice can accept it with a reason.
    can_accept: bool,
    /// The page of the site on which it is seen.
    page: Option<String>,
}

/// The name of a finding on a page: the same as long as its place and its correction are the same.
pub fn key(finding: &Diagnostic, sources: &Sources) -> String {
    let mut hasher = DefaultHasher::new();
    let fix = finding.fix_here().map(|(_, new)| new);
    (finding.code.id, &sources.file(finding.span.file).path, finding.span.range(), fix).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

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
    /// Findings by kind, the gravest first.
    pub fn findings_view(&self, round: &Round<'_>) -> FindingsView {
        let checked = round.checked;
        let (report, lang) = (&checked.report, self.session.lang);
        let shower = Shower::new(report, &checked.sources, lang);
        let mut groups: Vec<Group> = Vec::new();
        let mut places: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
        let mut group_of = |groups: &mut Vec<Group>, severity: Severity, code: &'static Code| {
            *places.entry((severity, code.id)).or_insert_with(|| {
                groups.push(Group {
                    code: code.id,
                    level: severity.words().en,
                    what: code.about.what.get(lang),
                    count: 0,
                    can_mend: false,
                    is_words: class(code) == Some(Class::Words),
                    findings: Vec::new(),
                    more: 0,
                });
                groups.len() - 1
            })
        };
        for finding in report.findings() {
            let at = group_of(&mut groups, finding.severity, finding.code);
            let group = &mut groups[at];
            group.count += 1;
            let one = OneFinding::of(finding, &checked.sources);
            group.can_mend |= one.is_some();
            if group.findings.len() < SHOWN {
                let file = &checked.sources.file(finding.span.file).path;
                let page = page_of(&checked.project, file);
                group.findings.push(Entry {
                    finding: shower.show(finding),
                    key: key(finding, &checked.sources),
                    can_mend: one.is_some(),
                    ask: ask(finding, checked),
                    can_accept: accepting(finding, checked).is_some(),
                    page,
                });
            }
        }
        for more in report.surplus() {
            let at = group_of(&mut groups, more.severity, more.code);
            groups[at].count += more.count;
        }
        for group in &mut groups {
            group.more = group.count - group.findings.len();
        }
        let rank =
            |group: &Group| ["error", "warning", "note"].iter().position(|level| *level == group.level);
        groups.sort_by_key(|group| (rank(group), !group.can_mend, group.code));
        let has_form_corrections = groups.iter().any(|group| group.can_mend && !group.is_words);
        FindingsView { groups, has_form_corrections }
    }

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
