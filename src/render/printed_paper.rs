//! A paper for the programs that print it.

use crate::error::Error;
use crate::model::notice::Notice;
use crate::render::files::published_file;
use crate::render::{Artifact, Edition, OutputPath, docx, html, routes, theme};

/// A paper for the programs that print it.
#[derive(Debug)]
pub struct PrintedPaper<'e> {
    /// The path of its page for browsers.
    pub page: String,
    /// The path of its Word document.
    pub document: String,
    /// These files, and those that the page shows.
    pub files: Vec<Artifact<'e>>,
}

/// The files of a paper that is to be printed.
pub fn printed_paper<'e>(edition: &'e Edition<'e>, notice: &'e Notice) -> Result<PrintedPaper<'e>, Error> {
    let (page, document) = (routes::notice(notice), routes::document(notice));
    let style = || Ok(edition.theme.asset(theme::STYLE).as_bytes().to_vec());
    let mut files = vec![
        Artifact::new(OutputPath::new(routes::STYLE)?, style),
        docx::artifact(edition.project, notice, &document, &docx::fixed()?)?,
    ];
    for path in docx::pictures(notice) {
        if let Some(file) = edition.project.files.get(path) {
            files.push(published_file(path, file)?);
        }
    }
    let publication = edition.publications.iter().find(|publication| publication.notice.path == notice.path);
    if let Some(publication) = publication {
        let path = OutputPath::new(&page)?;
        files.push(Artifact::new(path, || html::printed::page(edition, publication)));
    }
    Ok(PrintedPaper { page, document, files })
}
