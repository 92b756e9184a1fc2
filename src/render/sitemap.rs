//! `sitemap.xml` (sitemaps.org 0.9), if 域名 is set, and `robots.txt`.
//!
//! A file holds at most 50,000 pages; with more pages, `sitemap.xml` is an index of further files.

use std::fmt::Write;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::section::Section;
use crate::model::summary::YearSummary;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::address::Address;

/// Maximum number of pages in one file (sitemaps.org).
const MOST: usize = 50_000;

/// All files; without an address, `robots.txt` alone.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let address = edition.project.site.address.as_ref();
    let rules = robots(address);
    let mut artifacts =
        vec![Artifact::new(OutputPath::new(routes::ROBOTS)?, move || Ok(rules.clone().into_bytes()))];
    let Some(address) = address else { return Ok(artifacts) };
    let own = OutputPath::new(routes::SITEMAP)?;
    let parts = pages(edition).count().div_ceil(MOST).max(1);
    if parts == 1 {
        artifacts.push(Artifact::new(own, move || Ok(part(edition, address, 0, MOST).into_bytes())));
        return Ok(artifacts);
    }
    for at in 0..parts {
        let path = OutputPath::new(&routes::sitemap_part(at))?;
        artifacts.push(Artifact::new(path, move || Ok(part(edition, address, at, MOST).into_bytes())));
    }
    artifacts.push(Artifact::new(own, move || Ok(index(address, parts).into_bytes())));
    Ok(artifacts)
}

/// `robots.txt`, which allows every page.
fn robots(address: Option<&Address>) -> String {
    let mut rules = "User-agent: *\nDisallow:\n".to_owned();
    if let Some(address) = address {
        // Writing into a String cannot fail.
        let _ = writeln!(rules, "\nSitemap: {}", address.of(routes::below_site(routes::SITEMAP)));
    }
    rules
}

/// A page of the sitemap.
enum Page<'p> {
    List(String),
    Section(&'p Section),
    Notice(&'p Notice),
    Ledger(&'p Notice, Date),
    Note(&'p Notice, &'p Note),
    Summary(&'p Notice, &'p YearSummary),
}

/// Every page of the sitemap; of a list over several pages, the first one.
fn pages<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = Page<'e>> {
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
    fn path(&self) -> String {
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
    fn changed(&self) -> Option<Date> {
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

/// The file of that number, from 0, of files with `most` pages each.
fn part(edition: &Edition<'_>, address: &Address, at: usize, most: usize) -> String {
    let mut xml = head("urlset");
    for page in pages(edition).skip(at * most).take(most) {
        let url = address.of(routes::below_site(&page.path()));
        let changed = page.changed().map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        // Writing into a String cannot fail.
        let _ = writeln!(xml, "<url><loc>{url}</loc>{changed}</url>");
    }
    xml + "</urlset>\n"
}

/// The list of all such files.
fn index(address: &Address, parts: usize) -> String {
    let mut xml = head("sitemapindex");
    for at in 0..parts {
        let url = address.of(routes::below_site(&routes::sitemap_part(at)));
        let _ = writeln!(xml, "<sitemap><loc>{url}</loc></sitemap>");
    }
    xml + "</sitemapindex>\n"
}

fn head(root: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::read;
    use crate::render::Theme;

    #[test]
    fn several_files_list_every_page_once() {
        let content = read::Content::of_texts(&[
            ("site.yaml", "名称: 某局政务公开\n"),
            ("offices.yaml", "股室: [危化股]\n"),
            ("甲/column.yaml", "名称: 甲\n"),
            ("乙/column.yaml", "名称: 乙\n"),
            ("丙/column.yaml", "名称: 丙\n"),
        ]);
        let (project, ..) = read::project(content, date(2024, 9, 1));
        let theme = Theme::new(&project).expect("the built-in templates are right");
        let edition = Edition::new(&project, &theme);
        let address = Address::parse("www.example.gov.cn").expect("an address");
        let listed = |at, most| -> Vec<String> {
            let file = part(&edition, &address, at, most);
            file.lines().filter(|line| line.starts_with("<url>")).map(str::to_owned).collect()
        };
        let all = listed(0, MOST);
        assert_eq!(all.len(), 6);
        assert_eq!([listed(0, 2), listed(1, 2), listed(2, 2)].concat(), all);
        let index = index(&address, 2);
        assert!(index.contains("<sitemap><loc>https://www.example.gov.cn/sitemap-2.xml</loc></sitemap>"));
        assert!(index.ends_with("</sitemapindex>\n") && !index.contains("sitemap-3.xml"), "{index}");
    }
}
