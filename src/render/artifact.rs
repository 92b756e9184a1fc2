//! A planned file: its path, and how its bytes are made.

use std::fmt;

use crate::error::Error;
use crate::model::stored::StoredFile;
use crate::text::filename::is_storable;

/// A path below `output/`, with `/`, that stays inside it and can be stored by every system.
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

/// A deterministic function that makes a file's bytes.
type Recipe<'e> = Box<dyn Fn() -> Result<Vec<u8>, Error> + Send + Sync + 'e>;

/// A deterministic function that makes a file's bytes, given those of stored files.
type FileRecipe<'e> = Box<dyn Fn(&[Vec<u8>]) -> Result<Vec<u8>, Error> + Send + Sync + 'e>;

/// Origin of a file's bytes.
pub enum Origin<'e> {
    /// Made by a recipe.
    Recipe(Recipe<'e>),
    /// Made by a recipe with the bytes of stored files in it, which `output` reads.
    WithFiles(Vec<&'e StoredFile>, FileRecipe<'e>),
    /// Copied from the disk.
    Copy(&'e StoredFile),
}

/// A planned file.
pub struct Artifact<'e> {
    /// The path.
    pub path: OutputPath,
    origin: Origin<'e>,
}

impl<'e> Artifact<'e> {
    /// Binds a recipe to a path.
    pub fn new(path: OutputPath, recipe: impl Fn() -> Result<Vec<u8>, Error> + Send + Sync + 'e) -> Self {
        Self { path, origin: Origin::Recipe(Box::new(recipe)) }
    }

    /// Binds a recipe to a path and to the stored files whose bytes it takes, in order.
    pub fn with_files(
        path: OutputPath,
        files: Vec<&'e StoredFile>,
        recipe: impl Fn(&[Vec<u8>]) -> Result<Vec<u8>, Error> + Send + Sync + 'e,
    ) -> Self {
        Self { path, origin: Origin::WithFiles(files, Box::new(recipe)) }
    }

    /// Binds a path to a file that is copied there.
    #[must_use]
    pub fn copy(path: OutputPath, file: &'e StoredFile) -> Self {
        Self { path, origin: Origin::Copy(file) }
    }

    /// The origin of the bytes.
    #[must_use]
    pub fn origin(&self) -> &Origin<'e> {
        &self.origin
    }
}

impl fmt::Debug for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Recipe(_) => f.write_str("Recipe"),
            Self::WithFiles(files, _) => f.debug_tuple("WithFiles").field(files).finish(),
            Self::Copy(file) => f.debug_tuple("Copy").field(&file.path).finish(),
        }
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
