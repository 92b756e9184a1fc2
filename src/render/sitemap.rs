//! `sitemap.xml` (sitemaps.org 0.9), if 域名 is set, and `robots.txt`.
//!
//! A file holds at most 50,000 pages; with more pages, `sitemap.xml` is an index of further files.

mod page;

use std::fmt::Write;

use crate::error::Error;
use crate::render::sitemap::page::pages;
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
