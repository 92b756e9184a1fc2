//! Turns a project into files: plans every file by name, then makes each one purely from the model.
//!
//! A recipe opens no file, reads no clock and uses no other format; only the rows of large sheets of workbooks pass
//! through a temporary file. Files that are published as they are, `output`
//! copies. To add a format: write its file, add a line to [`FORMATS`].

mod artifact;
mod columns;
pub mod data;
mod docx;
mod feed;
mod html;
mod joined;
mod print;
mod publication;
mod routes;
mod search;
mod sitemap;
mod theme;
mod xlsx;

pub use artifact::{Artifact, Origin, OutputPath};
pub use docx::internal::reminders as reminder_documents;
pub use docx::report;
pub use joined::{JoinedEdition, plan_joined};
pub use theme::{TEMPLATES, Theme};
pub use xlsx::internal::reminders;

/// The part of the model that [`Origin`] shows.
pub use crate::model::stored::StoredFile;

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

use crate::error::Error;
use crate::model::Project;
use crate::model::attachment::PublishedFile;
use crate::model::browse::BrowseIndex;
use crate::model::catalogue::Catalogue;
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::site::Part;
use crate::render::publication::Publication;
use crate::text::filename::free;

/// Maximum number of notices for the site's own search script; larger sites are searched by Pagefind.
const MOST_SEARCHED: usize = 2000;

/// The project, its templates, and data shared by the formats, computed before files are planned.
#[derive(Debug)]
pub struct Edition<'p> {
    /// The project.
    pub project: &'p Project,
    /// The templates.
    pub theme: &'p Theme,
    /// Names of the formats to make; all if empty.
    formats: &'p [String],
    /// The notices, by path.
    publications: Vec<Publication<'p>>,
    /// 政府信息公开目录.
    catalogue: Catalogue<'p>,
    /// Lists for 查找.
    browse_index: BrowseIndex<'p>,
    /// The folder of each office's page.
    office_folders: BTreeMap<OfficeId, String>,
}

impl<'p> Edition<'p> {
    /// A project with its templates, of which all formats are made.
    #[must_use]
    pub fn new(project: &'p Project, theme: &'p Theme) -> Self {
        Self::only(project, theme, &[])
    }

    /// An edition with the named formats only; all if none is named.
    #[must_use]
    pub fn only(project: &'p Project, theme: &'p Theme, formats: &'p [String]) -> Self {
        let notices = project.notices.par_iter();
        Self {
            project,
            theme,
            formats,
            publications: notices.map(|notice| Publication::new(project, notice)).collect(),
            catalogue: Catalogue::new(project),
            browse_index: BrowseIndex::new(project),
            office_folders: office_folders(&project.register),
        }
    }

    /// Whether a format is made.
    fn makes(&self, format: &str) -> bool {
        self.formats.is_empty() || self.formats.iter().any(|name| name == format)
    }

    /// The address of the first page of an office's duties.
    fn office_page(&self, office: OfficeId) -> String {
        routes::office(&self.office_folders[&office])
    }

    /// Whether any open notice has a public ledger with items, so that there is 总览.
    fn has_overview(&self) -> bool {
        let mut open = self.open_publications();
        open.any(|publication| {
            publication.ledger.as_ref().is_some_and(|ledger| ledger.rows().next().is_some())
        })
    }

    /// Notices that are not closed. Those with invented progress are no part of any count, but for a site that is an
    /// example as a whole.
    fn open_publications(&self) -> impl Iterator<Item = &Publication<'p>> {
        let (today, site) = (self.project.today, &self.project.site);
        self.publications.iter().filter(move |publication| {
            let notice = publication.notice;
            let is_true = site.example || !notice.example && !notice.has_example_progress(today);
            is_true && !notice.is_closed(today)
        })
    }

    /// Whether the search page has data of its own.
    fn is_searched(&self) -> bool {
        self.project.site.shows(Part::Search) && self.project.notices.len() <= MOST_SEARCHED
    }
}

/// The names of the folders in which the offices have their pages.
fn office_folders(register: &Register) -> BTreeMap<OfficeId, String> {
    let mut used = BTreeSet::new();
    register.offices_with_ids().map(|(id, office)| (id, free(&office.name.value, &mut used))).collect()
}

/// One format: a name and the files that it wants to make.
#[derive(Debug)]
pub struct Format {
    /// `html`.
    pub name: &'static str,
    /// Whether its files are published.
    pub public: bool,
    /// Plans the files without making them.
    pub plan: for<'e> fn(&'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error>,
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format { name: "html", public: true, plan: html::plan },
    Format { name: "fragment", public: true, plan: html::fragments },
    Format { name: "xlsx", public: true, plan: xlsx::plan },
    Format { name: "docx", public: true, plan: docx::plan },
    Format { name: "handout", public: false, plan: handouts },
    Format { name: "internal", public: false, plan: internal },
    Format { name: "data", public: true, plan: data::plan },
    Format { name: "feed", public: true, plan: feed::plan },
    Format { name: "sitemap", public: true, plan: sitemap::plan },
    Format { name: "search", public: true, plan: search::plan },
    Format { name: "files", public: true, plan: published_files },
];

/// The workbooks that offices fill in, and their cover.
fn handouts<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    Ok([xlsx::handout::plan(edition)?, docx::internal::covers(edition)?].into_iter().flatten().collect())
}

/// Workbooks and documents that a bureau keeps for itself.
fn internal<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    Ok([xlsx::internal::plan(edition)?, docx::internal::plan(edition)?].into_iter().flatten().collect())
}

/// Every file of an edition, in order of its path.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let formats = FORMATS.par_iter().filter(|format| edition.makes(format.name));
    let planned = formats.map(|format| (format.plan)(edition));
    in_order(planned.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
}

/// Files in order of their path, of which no two are alike.
fn in_order<'e>(files: Vec<Artifact<'e>>) -> Result<Vec<Artifact<'e>>, Error> {
    // Windows and macOS keep one file for names that differ in case only.
    let keyed = |artifact: Artifact<'e>| (artifact.path.as_str().to_lowercase(), artifact);
    let mut files: Vec<_> = files.into_iter().map(keyed).collect();
    files.par_sort_by(|(a, _), (b, _)| a.cmp(b));
    if let Some(pair) = files.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(Error::Collision(pair[1].1.path.to_string()));
    }
    Ok(files.into_iter().map(|(_, artifact)| artifact).collect())
}

/// 文件: files that notices publish as they are.
fn published_files<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    edition.project.files.iter().map(|(path, file)| published_file(path, file)).collect()
}

fn published_file<'e>(path: &str, file: &'e PublishedFile) -> Result<Artifact<'e>, Error> {
    let path = OutputPath::new(&routes::file(path))?;
    Ok(match &file.stripped {
        Some(bytes) => Artifact::new(path, || Ok(bytes.clone())),
        None => Artifact::copy(path, &file.stored),
    })
}

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

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use jiff::civil::date;

    use super::{Edition, Theme, plan};
    use crate::read::{self, Content};
    use crate::testing::{NOTICE, TABLE};

    /// Every format reads the shared lists while others are planned. The limit of time reports a deadlock.
    /// Sixty notices are shared out among the threads many times over.
    #[test]
    fn files_can_be_planned_again_and_again() {
        let mut files = vec![
            ("site.yaml".to_owned(), "名称: 某局政务公开\n域名: www.example.gov.cn\n"),
            ("offices.yaml".to_owned(), "股室: [危化股]\n"),
            ("栏目/column.yaml".to_owned(), "名称: 栏目\n"),
        ];
        for i in 0..60 {
            files.push((format!("栏目/通知{i}/notice.md"), NOTICE));
            files.push((format!("栏目/通知{i}/tasks.yaml"), TABLE));
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        let (project, ..) = read::project(Content::of_texts(&files), date(2024, 9, 1));
        let (done, ready) = mpsc::channel();
        thread::spawn(move || {
            let theme = Theme::new(&project).expect("the built-in templates are right");
            // As in a small machine's build: more threads than processors.
            let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build().expect("four threads");
            pool.install(|| {
                for _ in 0..200 {
                    plan(&Edition::new(&project, &theme)).expect("no two files have the same path");
                }
            });
            done.send(())
        });
        assert_eq!(ready.recv_timeout(Duration::from_mins(10)), Ok(()));
    }
}
