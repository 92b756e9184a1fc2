//! The result of a commit.

/// The result of a commit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Number of files in the output.
    pub files: usize,
    /// Number of new or changed files.
    pub written: usize,
    /// Number of removed files of the last build.
    pub removed: usize,
}

/// Changes of a commit, as sorted paths below the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// New files.
    pub added: Vec<String>,
    /// Existing files with different bytes.
    pub changed: Vec<String>,
    /// Files of the last build that are no longer made.
    pub removed: Vec<String>,
}
