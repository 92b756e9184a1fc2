//! Kinds of findings: their codes, names and levels.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 提示: good to know; also an error or a warning that was accepted (放行).
    Note,
    /// 警告: should be mended; the build goes on.
    Warning,
    /// 错误: must be mended; nothing is built.
    Error,
}

/// One kind of finding. The codes are never reused: letter of the family, and a number.
///
/// R reading · T table · S schedule · N progress notes · D disclosure · P privacy · W wording.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `T002`.
    pub id: &'static str,
    /// `unknown-office`: reads well after "allow".
    pub name: &'static str,
    /// The level when nobody changed it.
    pub severity: Severity,
}

impl Code {
    /// A kind of finding that stops the build.
    #[must_use]
    pub const fn error(id: &'static str, name: &'static str) -> Self {
        Self { id, name, severity: Severity::Error }
    }

    /// A kind of finding that does not stop the build.
    #[must_use]
    pub const fn warning(id: &'static str, name: &'static str) -> Self {
        Self { id, name, severity: Severity::Warning }
    }
}
