//! The content shown to browsers.

use std::fmt;

use crate::error::Error;
use crate::render::Artifact;

/// The content shown to browsers: the site, or findings in its place.
pub enum View<'e> {
    /// The site: its files, and the error page for a file that cannot be made.
    Site(&'e [Artifact<'e>], &'e dyn Fn(&Error) -> String),
    /// One page for every request.
    Page(&'e str),
}

/// The stylesheet of pages that replace the site.
#[derive(Clone, Copy, Debug)]
pub struct Stylesheet {
    /// Address such as `/.gongkai/findings.css`; content cannot have a name that begins with a dot.
    pub address: &'static str,
    /// CSS.
    pub text: &'static str,
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("View")
    }
}
