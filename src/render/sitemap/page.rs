//! Pages of the sitemap.

use jiff::civil::Date;

use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::section::Section;
use crate::model::summary::YearSummary;
use crate::render::{Edition, routes};

/// A page of the sitemap.
pub(super) enum Page<'p> {
    List(String),
    Section(&'p Section),
    Notice(&'p Notice),
    Ledger(&'p Notice, Date),
    Note(&'p Notice, &'p Note),
    Summary(&'p Notice, &'p YearSummary),
}

/// Every page of the sitemap; of a list over several pages, the first one.
pub(super) fn pages<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = Page<'e>> {
    let project = edition.project;
    let notices = project.notices.iter().flat_map(|notice| of_notice(notice, project.today));
    let all = lists(edition)
        .into_iter()
        .map(Page::List)
        .chain(project.sections.iter().map(Page::Section))
        .chain(notices);
    all.filter(|_| !project.site.example)
}

/// The pages that belong to no section and no notice.
fn lists(edition: &Edition<'_>) -> Vec<String> {
    let project = edition.project;
    let mut lists = vec![routes::HOME.to_owned(), routes::MAP.to_owned(), routes::CATALOGUE.to_owned()];
    lists.extend(edition.has_overview().then(|| routes::SITE_OVERVIEW.to_owned()));
    let standards = project.standards.iter();
    lists.extend(standards.map(|standard| routes::standard(project.section(standard.section), "html")));
    lists.extend(finding(edition));
    lists.extend(project.site.pages().filter(|page| !page.example).map(routes::site_page));
    lists
}

/// The pages of 查找: the lists of offices, years and deadlines, each followed by its pages.
fn finding(edition: &Edition<'_>) -> impl Iterator<Item = String> {
    let browse_index = &edition.browse_index;
    let offices = browse_index.by_office.keys().map(|office| edition.office_page(*office));
    let ways = [
        (routes::OFFICES, offices.collect::<Vec<_>>()),
        (routes::YEARS, browse_index.by_year.keys().map(|year| routes::year(*year)).collect()),
        (routes::DEADLINES, browse_index.by_due.keys().map(|due| routes::due(*due)).collect()),
    ];
    let listed = ways.into_iter().filter(|(_, pages)| !pages.is_empty());
    listed.flat_map(|(way, pages)| std::iter::once(way.to_owned()).chain(pages))
}

/// The pages of a notice: its own, its ledger, its notes and summaries, without examples, which search engines leave out.
fn of_notice(notice: &Notice, today: Date) -> impl Iterator<Item = Page<'_>> {
    let own = (!notice.example).then_some(Page::Notice(notice));
    let has_ledger = notice.has_ledger(today) && !notice.example && !notice.has_example_progress(today);
    let ledger = has_ledger.then(|| Page::Ledger(notice, notice.ledger_changed(today)));
    let notes = notice.published_notes(today).filter(|note| !note.example);
    let summaries = notice.published_summaries(today).filter(|summary| !summary.example);
    let summaries = summaries.map(|summary| Page::Summary(notice, summary));
    own.into_iter().chain(ledger).chain(notes.map(|note| Page::Note(notice, note))).chain(summaries)
}

impl Page<'_> {
    pub(super) fn path(&self) -> String {
        match self {
            Self::List(path) => path.clone(),
            Self::Section(section) => routes::section(section),
            Self::Notice(notice) => routes::notice(notice),
            Self::Ledger(notice, _) => routes::ledger(notice),
            Self::Note(notice, note) => routes::note(notice, note),
            Self::Summary(notice, summary) => routes::summary(notice, summary),
        }
    }

    /// The day of the last change, if known.
    pub(super) fn changed(&self) -> Option<Date> {
        match self {
            Self::List(_) | Self::Section(_) => None,
            Self::Notice(notice) => Some(notice.published.value.day),
            Self::Ledger(_, today) => Some(*today),
            Self::Note(_, note) => Some(note.moment().day),
            Self::Summary(_, summary) => {
                let published = summary.published.as_ref().map(|moment| moment.value.day);
                published.or_else(|| summary.signing.day.as_ref().map(|day| day.value))
            }
        }
    }
}
