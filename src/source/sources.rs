//! The texts that were read, kept so that findings can show their lines.

use std::ops::Range;
use std::sync::OnceLock;

use crate::source::lines::Lines;
use crate::source::{FileId, LineColumn, Span};

/// One text file, or a folder about which something has to be said (then without text).
#[derive(Debug)]
pub struct SourceFile {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The whole text, without byte order mark; places count from its first byte.
    pub text: String,
    /// Where its lines begin, counted when a place in it is first asked for.
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
    /// Takes a text in and gives it its number.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { path, text, lines: OnceLock::new() });
        id
    }

    /// The file of that number.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file of that path, whatever its case: some systems keep one file for both.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&SourceFile> {
        let path = path.to_lowercase();
        self.files.iter().find(|file| file.path.to_lowercase() == path)
    }

    /// The bytes of a span; empty if the span does not lie in the text.
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

    /// The bytes of the line in which a span begins, without its end.
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
