//! The only reader of content from the disk: every file once, in parallel, with results in a fixed order.
//!
//! Texts are kept. Of other files, which may be larger than the memory, only path and length are kept; their content
//! comes from [`bytes_up_to`](crate::read::disk::file::bytes_up_to).

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter;
use std::path::Path;
use std::sync::Arc;

use rayon::iter::{ParallelBridge, ParallelIterator};
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::Report;
use crate::error::Error;
use crate::model::stored::StoredFile;
use crate::read::disk::file::{hash, read, stored};
use crate::read::disk::memory::{Forms, Memory};
use crate::read::fault::files;
use crate::source::{FileId, Located, Sources, Span};
use crate::text::encoding::{Decoded, Fault, decode};
use crate::text::filename::{BadName, bad_name};

/// The folder with the content, below the project's root.
const CONTENT: &str = "content";
/// The folder with the project's own templates.
const TEMPLATES: &str = "templates";
/// The project's own holidays.
const HOLIDAYS: &str = "holidays.csv";
/// The register of offices.
const OFFICES: &str = "offices.yaml";
/// The bureau's own laws.
const LAWS: &str = "laws.csv";
/// The lists that judge texts of whatever project.
const OWN_LISTS: [&str; 2] = ["wording.yaml", LAWS];
/// The folder of a notice whose files are published as they are, whatever their names.
const FILES: &str = "files";

/// Number of files that a thread takes at once: taking one file at a time costs as much as reading it.
const BLOCK: usize = 64;

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

/// Reads `root/content` and `root/templates`.
pub fn discover(root: &Path) -> Result<Content, Error> {
    look(root, None)
}

/// Reads `root/content/offices.yaml` alone; without the file the content is empty.
pub fn discover_offices(root: &Path) -> Result<Content, Error> {
    let path = root.join(CONTENT).join(OFFICES);
    if !path.is_file() {
        return Ok(Content::empty());
    }
    Ok(Content::of_texts(&[(OFFICES, read(&path)?)]))
}

/// Reads the bureau's own lists of words and laws below `root/content`, each by its path there; of files that are missing,
/// nothing.
pub fn own_lists(root: &Path) -> Result<Vec<(&'static str, Vec<u8>)>, Error> {
    let folder = root.join(CONTENT);
    let there = OWN_LISTS.into_iter().filter(|name| folder.join(name).is_file());
    there.map(|name| Ok((name, read(&folder.join(name))?))).collect()
}

/// Reads `root/content` and `root/templates` with a cache: texts that nobody touched since are not read again.
pub fn discover_again(root: &Path, memory: &Memory) -> Result<Content, Error> {
    look(root, Some(memory))
}

fn look(root: &Path, memory: Option<&Memory>) -> Result<Content, Error> {
    let folder = root.join(CONTENT);
    if !folder.is_dir() {
        return Err(Error::NoProject(root.to_owned()));
    }
    // Files are read while the walk goes on; their blocks are sorted afterwards.
    let mut entries = walk(&folder);
    let blocks =
        iter::from_fn(|| Some(entries.by_ref().take(BLOCK).collect())).take_while(|b: &Vec<_>| !b.is_empty());
    let read = blocks.enumerate().par_bridge().map(|(i, block)| {
        let found = block.into_iter().map(|entry| entry.and_then(|entry| Found::of(&folder, &entry, memory)));
        (i, found.collect::<Vec<_>>())
    });
    let mut found: Vec<_> = read.collect();
    found.sort_unstable_by_key(|(i, _)| *i);
    let mut content = Content::empty();
    let mut all = DefaultHasher::new();
    for found in found.into_iter().flat_map(|(_, block)| block) {
        let (found, fingerprint) = found?;
        content.take(found);
        all.write_u64(fingerprint);
    }
    content.take_templates(&root.join(TEMPLATES), &mut all)?;
    let all = Some(all.finish());
    (content.fingerprint, content.glance) = if memory.is_none() { (all, None) } else { (None, all) };
    content.forms = memory.map(|memory| Arc::clone(&memory.forms));
    Ok(content)
}

/// Everything below a folder, sorted by name, without hidden files and without following links.
fn walk(folder: &Path) -> impl Iterator<Item = Result<DirEntry, Error>> + Send {
    let folder = folder.to_owned();
    let walk = WalkDir::new(&folder).min_depth(1).sort_by_file_name().into_iter();
    let visible = walk.filter_entry(|entry| !entry.file_name().to_string_lossy().starts_with(['.', '~']));
    visible.map(move |entry| {
        entry.map_err(|error| {
            let path = error.path().map_or_else(|| folder.clone(), Path::to_owned);
            Error::Read(path, error.into())
        })
    })
}

/// An entry of the folder, read and decoded; paths are below `content/`.
enum Found {
    Folder(String),
    Text(String, Decoded),
    File(String, StoredFile),
    /// A link, a pipe.
    Other(String),
    /// Something with a name that cannot be used: its path as far as it can be shown, the name, and why.
    Unnameable(String, String, BadName),
}

impl Found {
    /// An entry, and a hash over its path, its kind and its bytes.
    fn of(folder: &Path, entry: &DirEntry, memory: Option<&Memory>) -> Result<(Self, u64), Error> {
        let mut hasher = DefaultHasher::new();
        entry.path().strip_prefix(folder).unwrap_or(entry.path()).hash(&mut hasher);
        (entry.file_type().is_dir(), entry.file_type().is_file()).hash(&mut hasher);
        let found = Self::read(folder, entry, memory, &mut hasher)?;
        Ok((found, hasher.finish()))
    }

    fn read(
        folder: &Path,
        entry: &DirEntry,
        memory: Option<&Memory>,
        hasher: &mut DefaultHasher,
    ) -> Result<Self, Error> {
        let name = entry.file_name().to_str().unwrap_or_default();
        let bad = bad_name(name, entry.file_type().is_dir());
        let Some(path) = portable(folder, entry.path()).filter(|_| bad.is_none()) else {
            let parts = entry.path().components().rev().take(entry.depth());
            let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
            let printable: Vec<&str> = parts.iter().rev().map(AsRef::as_ref).collect();
            let name = entry.file_name().to_string_lossy().into_owned();
            return Ok(Self::Unnameable(printable.join("/"), name, bad.unwrap_or(BadName::Characters)));
        };
        let kind = entry.file_type();
        Ok(if kind.is_dir() {
            Self::Folder(path)
        } else if !kind.is_file() {
            Self::Other(path)
        } else {
            match memory {
                Some(memory) if is_text(&path) => {
                    let decoded = memory.read(entry)?;
                    decoded.hash(hasher);
                    Self::Text(path, decoded)
                }
                Some(_) => {
                    let file = stored(entry)?;
                    (file.length, file.modified).hash(hasher);
                    Self::File(path, file)
                }
                None if is_text(&path) => {
                    let bytes = read(entry.path())?;
                    bytes.hash(hasher);
                    Self::Text(path, decode(bytes))
                }
                None => {
                    // Before the bytes, so that a later change of the file is noticed.
                    let file = stored(entry)?;
                    hash(&file.path, hasher).map_err(Error::read(&file.path))?;
                    Self::File(path, file)
                }
            }
        })
    }
}

impl Content {
    /// Content that holds nothing but its own folder.
    fn empty() -> Self {
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

    fn take(&mut self, found: Found) {
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
    fn text(&mut self, printable: String, decoded: Decoded) -> Option<FileId> {
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

    fn take_templates(&mut self, folder: &Path, hasher: &mut DefaultHasher) -> Result<(), Error> {
        if !folder.is_dir() {
            return Ok(());
        }
        for entry in walk(folder) {
            let entry = entry?;
            let Some(path) = portable(folder, entry.path()).filter(|_| entry.file_type().is_file()) else {
                continue;
            };
            let printable = format!("{TEMPLATES}/{path}");
            let bytes = read(entry.path())?;
            (&path, &bytes).hash(hasher);
            if let Some(file) = self.text(printable, decode(bytes)) {
                let text = self.sources.file(file).text.clone();
                let span = Span::new(file, 0, text.len());
                self.templates.insert(path, Located::new(text, span));
            }
        }
        Ok(())
    }

    fn take_folder(&mut self, path: String) {
        let slash = if path.is_empty() { "" } else { "/" };
        let file = self.sources.add(format!("{CONTENT}/{path}{slash}"), String::new());
        self.folders.insert(path, file);
    }
}

/// Whether a file is read as a text. Files in a `files` folder are published unchanged instead.
pub fn is_text(path: &str) -> bool {
    let in_files = path.split('/').rev().skip(1).any(|folder| folder == FILES);
    let ends = |ending: &str| Path::new(path).extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
    path == HOLIDAYS || path == LAWS || !in_files && ["yaml", "yml", "md"].into_iter().any(ends)
}

/// A path below `folder` with `/`; `None` if a part of it is not Unicode.
fn portable(folder: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(folder).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
