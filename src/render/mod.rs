//! Turns a project into files: plans every file by name, then makes each one purely from the model.
//!
//! A recipe opens no file, reads no clock and uses no other format; only the rows of large sheets of workbooks pass
//! through a temporary file. Files that are published as they are, `output`
//! copies. To add a format: write its file, add a line to [`FORMATS`].

mod artifact;
mod columns;
pub mod data;
mod docx;
mod edition;
mod feed;
mod files;
mod html;
mod joined;
mod joined_edition;
mod print;
mod printed_paper;
mod publication;
mod routes;
mod search;
mod sitemap;
mod theme;
mod xlsx;

pub use artifact::{Artifact, Origin, OutputPath};
pub use docx::internal::reminders as reminder_documents;
pub use docx::report;
pub use edition::Edition;
pub use joined::plan_joined;
pub use joined_edition::JoinedEdition;
pub use printed_paper::{PrintedPaper, printed_paper};
pub use theme::{TEMPLATES, Theme};
pub use xlsx::internal::reminders;

/// The part of the model that [`Origin`] shows.
pub use crate::model::stored::StoredFile;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

use crate::error::Error;

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
    Format { name: "files", public: true, plan: files::plan },
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
