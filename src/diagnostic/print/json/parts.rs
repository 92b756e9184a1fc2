//! Parts of a finding for programs: texts, other places, corrections, severities.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::Severity;
use crate::diagnostic::print::region::Region;
use crate::source::{Sources, Span};
use crate::text::message::Message;

/// A text in both languages.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Both<'r> {
    /// Chinese.
    zh: &'r str,
    /// English.
    en: &'r str,
}

/// Another place, with a few words about it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Label<'r> {
    /// The file, relative to the project's root, with `/`.
    file: Cow<'r, str>,
    /// Line of the first character.
    #[schemars(range(min = 1))]
    line: usize,
    /// Column of the first character.
    #[schemars(range(min = 1))]
    column: usize,
    /// Line of the end.
    #[schemars(range(min = 1))]
    end_line: usize,
    /// Column of the end.
    #[schemars(range(min = 1))]
    end_column: usize,
    /// The meaning of the place.
    message: Both<'r>,
}

/// An edit of the finding's file: what stands from the start to the end is replaced by the text as it is.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Fix<'r> {
    /// Line of the first character to be replaced.
    #[schemars(range(min = 1))]
    start_line: usize,
    /// Column of the first character to be replaced.
    #[schemars(range(min = 1))]
    start_column: usize,
    /// Line of the end.
    #[schemars(range(min = 1))]
    end_line: usize,
    /// Column of the end, just past the last character to be replaced.
    #[schemars(range(min = 1))]
    end_column: usize,
    /// The text that should stand there.
    text: &'r str,
}

/// A severity by its English name.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Severity")]
pub(super) enum Level {
    Error,
    Warning,
    Note,
}

impl<'r> Label<'r> {
    pub(super) fn of((span, message): &'r (Span, Message), sources: &'r Sources) -> Self {
        let Region { file, start, end } = Region::of(*span, sources);
        Self {
            file,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: message.into(),
        }
    }
}

impl<'r> Fix<'r> {
    pub(super) fn of((span, text): (Span, &'r str), sources: &Sources) -> Self {
        let Region { start, end, .. } = Region::of(span, sources);
        Self {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            text,
        }
    }
}

impl<'r> From<&'r Message> for Both<'r> {
    fn from(message: &'r Message) -> Self {
        Self { zh: &message.zh, en: &message.en }
    }
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}
