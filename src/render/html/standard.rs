//! 基层政务公开标准目录 of a field: its page.

use serde::Serialize;

use crate::error::Error;
use crate::model::standard::Standard;
use crate::render::columns::Columns;
use crate::render::html::page::Page;
use crate::render::html::subject::Subject;
use crate::render::html::table::{self, TableView};
use crate::render::html::view::Download;
use crate::render::{Artifact, Edition, OutputPath, routes};

/// The legend of the marks, for eyes and for screen readers.
const LEGEND: &str = "“■”为采用的公开渠道，“□”为未采用的；“√”为适用。";

/// A page for each section that has a catalogue.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let page = |standard: &'e Standard| {
        let path = routes::standard(edition.project.section(standard.section), "html");
        Ok(Artifact::new(OutputPath::new(&path)?, move || page(edition, standard)))
    };
    edition.project.standards.iter().map(page).collect()
}

/// `standard.html`.
#[derive(Debug, Serialize)]
struct StandardView<'p> {
    /// The legend of the marks in the table.
    legend: &'static str,
    /// The catalogue.
    table: TableView<'p>,
    /// The workbook and the data.
    downloads: Vec<Download>,
}

fn page(edition: &Edition<'_>, standard: &Standard) -> Result<Vec<u8>, Error> {
    let section = edition.project.section(standard.section);
    let here = routes::standard(section, "html");
    let name = &standard.table.name.value;
    let file = |ending| Download::new(&here, &routes::standard(section, ending), name, None);
    let page = Page::new(edition.project, &here, name, &Subject::Section(standard.section));
    let columns = Columns::new(&standard.table);
    let view = StandardView {
        legend: LEGEND,
        table: table::view(&standard.table, &columns, &|_| None),
        downloads: ["xlsx", "csv", "json"].map(file).into(),
    };
    edition.theme.page("standard.html", &page, &view)
}
