//! Turns a project into files: plans every file by name, then makes each one purely from the model.
//!
//! No recipe opens a file, looks at the clock or knows another format. To add a format: write its file, add a
//! line to [`FORMATS`].

mod artifact;
mod data;
mod feed;
mod html;
mod routes;
mod sitemap;
mod theme;
mod xlsx;

pub use artifact::{Artifact, OutputPath};
pub use theme::{TEMPLATES, Theme};

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::error::Error;
use crate::model::Project;

/// What every format draws from: the project and its prepared templates.
#[derive(Debug)]
pub struct Edition<'p> {
    /// The project.
    pub project: &'p Project,
    /// The templates.
    pub theme: &'p Theme,
    /// The notices' workbooks, each made when it is first asked for: as a file, or for its size on a page.
    workbooks: Vec<OnceLock<Result<Vec<u8>, String>>>,
}

impl<'p> Edition<'p> {
    /// A project with its templates; nothing is made yet.
    #[must_use]
    pub fn new(project: &'p Project, theme: &'p Theme) -> Self {
        let workbooks = project.notices.iter().map(|_| OnceLock::new()).collect();
        Self { project, theme, workbooks }
    }

    /// The workbook of the notice of that number.
    fn workbook(&self, notice: usize) -> Result<&[u8], Error> {
        let made = self.workbooks[notice].get_or_init(|| {
            let notice = &self.project.notices[notice];
            xlsx::workbook(notice).map_err(|error| format!("{}: {error}", notice.path))
        });
        made.as_deref().map_err(|error| Error::Workbook(error.clone()))
    }
}

/// One format: a name and the files that it wants to make.
#[derive(Debug)]
pub struct Format {
    /// `html`.
    pub name: &'static str,
    /// Names its files; cheap, makes none.
    pub plan: for<'e> fn(&'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error>,
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format { name: "html", plan: html::plan },
    Format { name: "xlsx", plan: xlsx::plan },
    Format { name: "handout", plan: xlsx::handout::plan },
    Format { name: "data", plan: data::plan },
    Format { name: "feed", plan: feed::plan },
    Format { name: "sitemap", plan: sitemap::plan },
    Format { name: "files", plan: published_files },
];

/// Every file of the output, in order of its path.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    plan_only(edition, &[])
}

/// Every file of some formats, by their names; of all formats when none is named.
pub fn plan_only<'e>(edition: &'e Edition<'e>, formats: &[String]) -> Result<Vec<Artifact<'e>>, Error> {
    let wanted = |format: &&Format| formats.is_empty() || formats.iter().any(|name| name == format.name);
    let mut files = BTreeMap::new();
    for format in FORMATS.iter().filter(wanted) {
        for artifact in (format.plan)(edition)? {
            let path = artifact.path.to_string();
            // Windows and macOS keep one file for names that differ in case only.
            if files.insert(path.to_lowercase(), artifact).is_some() {
                return Err(Error::Collision(path));
            }
        }
    }
    Ok(files.into_values().collect())
}

/// 文件: what notices publish as it is.
fn published_files<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = Vec::new();
    for (path, file) in &edition.project.files {
        artifacts.push(Artifact::new(OutputPath::new(&routes::file(path))?, || Ok(file.bytes.clone())));
    }
    Ok(artifacts)
}
