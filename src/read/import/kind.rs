//! The kinds of sheets that are imported.

/// Kind of sheet that is imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A table, which becomes `tasks.yaml`.
    #[default]
    Table,
    /// A sheet of names, which becomes `roster.yaml`.
    Roster,
    /// A sheet of offices, which becomes `offices.yaml`.
    Register,
}
