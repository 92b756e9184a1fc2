//! The only reader of content from the disk: every file once, in parallel, with results in a fixed order.
//!
//! Texts are kept. Of other files, which may be larger than the memory, only path and length are kept; their content
//! comes from [`bytes_up_to`](crate::read::disk::file::bytes_up_to).

use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter;
use std::path::Path;
use std::sync::Arc;

use rayon::iter::{ParallelBridge, ParallelIterator};
use walkdir::{DirEntry, WalkDir};

use crate::error::Error;
use crate::read::disk::content::{CONTENT, Content, Found};
use crate::read::disk::file::{hash, read, stored};
use crate::read::disk::memory::Memory;
use crate::source::{Located, Span};
use crate::text::encoding::decode;
use crate::text::filename::{BadName, bad_name};

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
