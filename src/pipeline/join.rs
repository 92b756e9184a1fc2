//! The published sites of many bureaus, joined into one.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Report};
use crate::error::Error;
use crate::model::Project;
use crate::model::joined::Joined;
use crate::read::joined::{Found, sites};
use crate::read::{self, Content};
use crate::render::Theme;
use crate::source::{Sources, Span};

/// The name of the joined site, unless a `site.yaml` names it.
const NAME: &str = "名称: 政务公开汇总\n";
/// The project that has nothing but the parts of every page around its content.
const SITE: &str = "site.yaml";
const OFFICES: (&str, &[u8]) = ("offices.yaml", "股室: []\n".as_bytes());
/// Maximum length of the `site.yaml`.
const LONGEST: usize = 1 << 20;

/// Joined sites, and the findings about them.
#[derive(Debug)]
pub struct Checked {
    /// The sites; complete if the report has no errors.
    pub joined: Joined,
    /// The site's name, its foot, and the day.
    pub project: Project,
    /// The templates.
    pub theme: Theme,
    /// The texts in which something was found.
    pub sources: Sources,
    /// All findings.
    pub report: Report,
}

/// Reads the sites in the named folders, and the `site.yaml` of the joined site if there is one. `output` is the real
/// path of the output folder.
pub fn join(folders: &[PathBuf], site: Option<&Path>, output: &Path, today: Date) -> Result<Checked, Error> {
    let Found { joined, mut sources, mut report } = sites(folders, output)?;
    let text = match site {
        Some(path) => read::paper_bytes(path, LONGEST)?,
        None => NAME.as_bytes().to_vec(),
    };
    let content = Content::of_texts(&[(SITE, text.as_slice()), OFFICES]);
    let (project, own, found) = read::project(content, today);
    // Only what is said of the file itself: the rest of the project is not the user's.
    if let (Some(path), Some(id)) = (site, own.id(SITE)) {
        let file = sources.add(path.to_string_lossy().into_owned(), own.file(id).text.clone());
        for finding in found.findings().iter().filter(|finding| finding.span.file == id) {
            let span = Span { file, ..finding.span };
            report.push(Diagnostic { span, labels: Vec::new(), fix: None, ..finding.clone() });
        }
    }
    report.sort();
    let theme = Theme::joined(&project)?;
    Ok(Checked { joined, project, theme, sources, report })
}
