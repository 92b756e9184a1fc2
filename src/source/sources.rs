//! All texts that were read, so that findings can print their lines.

use std::ops::Range;
use std::sync::OnceLock;

use crate::source::lines::Lines;
use crate::source::{FileId, LineColumn, Span};

/// A text file, or a folder with a finding (then without text).
#[derive(Debug)]
pub struct SourceFile {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The whole text, without byte order mark; places count from its first byte.
    pub text: String,
    /// Index of lines and columns, built on first use.
    lines: OnceLock<Lines>,
}

impl SourceFile {
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }
}

/// All texts of a project, by [`FileId`].
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a text and returns its id.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { path, text, lines: OnceLock::new() });
        id
    }

    /// The file with this id.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file with this path, ignoring case as Windows and macOS do.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&SourceFile> {
        let path = path.to_lowercase();
        self.files.iter().find(|file| file.path.to_lowercase() == path)
    }

    /// The id of the file with exactly this path.
    #[must_use]
    pub fn id(&self, path: &str) -> Option<FileId> {
        let place = self.files.iter().position(|file| file.path == path)?;
        u32::try_from(place).ok().map(FileId)
    }

    /// The ids of all files below a folder, whose path ends with `/`.
    pub fn below<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = FileId> + 's {
        let all = (0..).zip(&self.files).filter(move |(_, file)| file.path.starts_with(folder));
        all.map(|(place, _)| FileId(place))
    }

    /// The text of a span; empty if the span lies outside the file.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.range()).unwrap_or_default()
    }

    /// Line and column of a span's first character.
    #[must_use]
    pub fn start(&self, span: Span) -> LineColumn {
        self.line_column(span.file, span.start as usize)
    }

    /// Line and column just past a span's last character.
    #[must_use]
    pub fn end(&self, span: Span) -> LineColumn {
        self.line_column(span.file, span.end as usize)
    }

    /// The range of the line in which a span begins, without the line end.
    #[must_use]
    pub fn line(&self, span: Span) -> Range<usize> {
        let file = self.file(span.file);
        file.lines().around(&file.text, span.start as usize)
    }

    fn line_column(&self, file: FileId, byte: usize) -> LineColumn {
        let file = self.file(file);
        file.lines().place(&file.text, byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml".into(), "标题: 甲\n附件: 乙丙\n".into());
        let at = sources.file(id).text.find('丙').unwrap();
        assert_eq!(sources.start(Span::new(id, at, at + 3)), LineColumn { line: 2, column: 6 });
        assert_eq!(sources.end(Span::new(id, at, at + 3)), LineColumn { line: 2, column: 7 });
        assert_eq!(sources.text(Span::new(id, at, at + 3)), "丙");
        assert_eq!(sources.text(Span::new(id, at + 1, 9_999)), "");
    }
}
