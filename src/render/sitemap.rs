//! `sitemap.xml` (sitemaps.org 0.9), where 域名 says under which address the pages stand, and `robots.txt`.
//!
//! One file takes 50,000 pages; a bureau's section stays far below.

use std::fmt::Write;

use crate::error::Error;
use crate::model::Project;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::address::Address;

/// Both files; without an address, `robots.txt` alone.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let address = edition.project.site.address();
    let rules = robots(address.as_ref());
    let mut artifacts =
        vec![Artifact::new(OutputPath::new(routes::ROBOTS)?, move || Ok(rules.clone().into_bytes()))];
    if let Some(address) = address {
        let path = OutputPath::new(routes::SITEMAP)?;
        artifacts.push(Artifact::new(path, move || Ok(sitemap(edition.project, &address).into_bytes())));
    }
    Ok(artifacts)
}

/// Everything may be found.
fn robots(address: Option<&Address>) -> String {
    let mut rules = "User-agent: *\nDisallow:\n".to_owned();
    if let Some(address) = address {
        // Writing into a String cannot fail.
        let _ = writeln!(rules, "\nSitemap: {}", address.of(routes::below_site(routes::SITEMAP)));
    }
    rules
}

fn sitemap(project: &Project, address: &Address) -> String {
    let url = |path: &str| format!("<loc>{}</loc>", address.of(routes::below_site(path)));
    let mut lines = vec![
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>".to_owned(),
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">".to_owned(),
    ];
    let pages = [routes::HOME, routes::MAP].into_iter().map(str::to_owned);
    let catalogue = (0..routes::catalogue_pages(project.notices.len())).map(routes::catalogue);
    let pages = pages.chain(catalogue).chain(project.columns.iter().map(routes::column));
    let standards = project.standards.iter();
    let standards = standards.map(|standard| routes::standard(project.column(standard.column), "html"));
    lines.extend(pages.chain(standards).map(|page| format!("<url>{}</url>", url(&page))));
    lines.extend(project.notices.iter().map(|notice| {
        let day = notice.published.value.day;
        format!("<url>{}<lastmod>{day}</lastmod></url>", url(&routes::notice(notice)))
    }));
    lines.push("</urlset>\n".to_owned());
    lines.join("\n")
}
