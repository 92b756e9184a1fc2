//! 汇总: the files of the joined sites of many bureaus.

use crate::error::Error;
use crate::model::Project;
use crate::model::joined::Joined;
use crate::render::{Artifact, Theme, data, html, in_order, search};

/// Joined sites, with the surroundings of their pages.
#[derive(Debug)]
pub struct JoinedEdition<'p> {
    /// The bureaus and their notices.
    pub joined: &'p Joined,
    /// The site's name, its foot, and the day.
    pub project: &'p Project,
    /// The templates.
    pub theme: &'p Theme,
    /// The name of each bureau's folder.
    pub folders: Vec<String>,
}

impl<'p> JoinedEdition<'p> {
    /// An edition of joined sites.
    #[must_use]
    pub fn new(joined: &'p Joined, project: &'p Project, theme: &'p Theme) -> Self {
        Self { joined, project, theme, folders: joined.folders() }
    }
}

/// Every file, in order of its path.
pub fn plan_joined<'e>(edition: &'e JoinedEdition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut files = html::joined::plan(edition)?;
    files.extend(data::joined::plan(edition)?);
    files.extend(search::joined::plan(edition)?);
    in_order(files)
}
