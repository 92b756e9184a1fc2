//! The files and folders of a project, as they were found.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Report;
use crate::model::stored::StoredFile;
use crate::read::disk::memory::Forms;
use crate::read::fault::files;
use crate::source::{FileId, Located, Sources, Span};
use crate::text::encoding::{Decoded, Fault, decode};
use crate::text::filename::BadName;

/// The folder with the content, below the project's root.
pub(super) const CONTENT: &str = "content";

/// The files and folders of a project.
#[derive(Debug, Default)]
pub struct Content {
    /// Every text, and a place for findings about each folder.
    pub sources: Sources,
    /// Text files by their path below `content/`; `None` for one in no known encoding.
    pub texts: BTreeMap<String, Option<FileId>>,
    /// Other files by their path below `content/`; they may be larger than the memory, and stay on the disk.
    pub files: BTreeMap<String, StoredFile>,
    /// Folders by their path below `content/` (itself: an empty path), each with a place for findings about it.
    pub folders: BTreeMap<String, FileId>,
    /// The project's own templates by their path below `templates/`.
    pub templates: BTreeMap<String, Located<String>>,
    /// The findings so far.
    pub report: Report,
    /// Whether files are published without the names and places that stand in their metadata.
    pub strips_metadata: bool,
    /// Whether drafts are shown, as in the preview.
    pub shows_drafts: bool,
    /// A hash over every path and every byte of it: the same for the same content, read by the same program. `None` of
    /// what is looked at again and again.
    pub fingerprint: Option<u64>,
    /// A hash like it of what is looked at again and again; files that are no texts count by their length and time.
    pub glance: Option<u64>,
    /// Cache of decoded forms, in the preview.
    pub(in crate::read) forms: Option<Arc<Forms>>,
}

/// An entry of the folder, read and decoded; paths are below `content/`.
pub(super) enum Found {
    Folder(String),
    Text(String, Decoded),
    File(String, StoredFile),
    /// A link, a pipe.
    Other(String),
    /// Something with a name that cannot be used: its path as far as it can be shown, the name, and why.
    Unnameable(String, String, BadName),
}

impl Content {
    /// Content that holds nothing but its own folder.
    pub(super) fn empty() -> Self {
        let mut content = Self::default();
        content.take_folder(String::new());
        content
    }

    /// Content made of texts in memory, each with its path below `content/`.
    #[must_use]
    pub fn of_texts(files: &[(&str, impl AsRef<[u8]>)]) -> Self {
        let mut content = Self::empty();
        for (path, bytes) in files {
            for (slash, _) in path.match_indices('/') {
                if !content.folders.contains_key(&path[..slash]) {
                    content.take_folder(path[..slash].to_owned());
                }
            }
            content.take(Found::Text((*path).to_owned(), decode(bytes.as_ref().to_vec())));
        }
        content
    }

    pub(super) fn take(&mut self, found: Found) {
        match found {
            Found::Folder(path) => self.take_folder(path),
            Found::Text(path, decoded) => {
                let text = self.text(format!("{CONTENT}/{path}"), decoded);
                self.texts.insert(path, text);
            }
            Found::File(path, file) => {
                self.files.insert(path, file);
            }
            Found::Other(path) => {
                let file = self.sources.add(format!("{CONTENT}/{path}"), String::new());
                self.report.push(files::not_a_file(Span::head(file), &path));
            }
            Found::Unnameable(path, name, why) => {
                let file = self.sources.add(format!("{CONTENT}/{path}"), String::new());
                self.report.push(files::bad_name(Span::head(file), &name, why));
            }
        }
    }

    /// Keeps a text; a text of unknown encoding is kept as far as it can be decoded.
    pub(super) fn text(&mut self, printable: String, decoded: Decoded) -> Option<FileId> {
        let Decoded { text, fault, barred } = decoded;
        let first = text.find(|c: char| !c.is_ascii()).unwrap_or(0);
        let character = text[first..].chars().next().map_or(0, char::len_utf8);
        let beginning = text[first..first + character].to_owned();
        let file = self.sources.add(printable, text);
        for (at, c) in barred {
            self.report.push(files::barred_character(Span::new(file, at, at + c.len_utf8()), c));
        }
        match fault {
            None => Some(file),
            Some(Fault::Foreign(name)) => {
                let span = Span::new(file, first, first + character);
                self.report.push(files::foreign_encoding(span, name, &beginning));
                Some(file)
            }
            Some(Fault::Unknown(at)) => {
                self.report.push(files::encoding(Span::new(file, at, at + '\u{FFFD}'.len_utf8())));
                None
            }
        }
    }

    fn take_folder(&mut self, path: String) {
        let slash = if path.is_empty() { "" } else { "/" };
        let file = self.sources.add(format!("{CONTENT}/{path}{slash}"), String::new());
        self.folders.insert(path, file);
    }
}
