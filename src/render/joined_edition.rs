//! Joined sites of many bureaus, with the surroundings of their pages.

use crate::model::Project;
use crate::model::joined::Joined;
use crate::render::Theme;

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
