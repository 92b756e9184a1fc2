//! A file to be: where it goes, and how it is made.

use std::fmt;

use crate::error::Error;
use crate::text::filename::is_storable;

/// A path below `output/`, with `/`, that cannot lead out of it and that every system can store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OutputPath(String);

impl OutputPath {
    /// Checks a path.
    pub fn new(path: &str) -> Result<Self, Error> {
        let good = path.split('/').all(is_storable);
        if good { Ok(Self(path.to_owned())) } else { Err(Error::BadPath(path.to_owned())) }
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a file's bytes are made.
type Recipe<'e> = Box<dyn Fn() -> Result<Vec<u8>, Error> + Send + Sync + 'e>;

/// A file to be.
pub struct Artifact<'e> {
    /// Where it goes.
    pub path: OutputPath,
    recipe: Recipe<'e>,
}

impl<'e> Artifact<'e> {
    /// Binds a recipe to a path.
    pub fn new(path: OutputPath, recipe: impl Fn() -> Result<Vec<u8>, Error> + Send + Sync + 'e) -> Self {
        Self { path, recipe: Box::new(recipe) }
    }

    /// Makes the file's bytes: the same ones every time.
    pub fn make(&self) -> Result<Vec<u8>, Error> {
        (self.recipe)()
    }
}

impl fmt::Debug for Artifact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Artifact").field(&self.path).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::OutputPath;

    #[test]
    fn a_path_cannot_leave_the_output() {
        for path in
            ["", "/etc/x", "a//b", "../a", "a/../b", "a/./b", "a\\b", "C:/x", "a/nul", "a/COM1.txt", "a/b."]
        {
            assert!(OutputPath::new(path).is_err(), "{path:?}");
        }
        for path in ["site/index.html", "site/公开领域/a-b_c.html", "site/console/x", "site/com10"] {
            assert!(OutputPath::new(path).is_ok(), "{path:?}");
        }
    }
}
