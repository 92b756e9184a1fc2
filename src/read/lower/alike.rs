//! Names of files and folders that differ in case only.

use std::collections::BTreeMap;

use crate::read::disk::content::Content;
use crate::read::fault::files;
use crate::read::lower::paths::parent_folder;
use crate::source::Span;

/// Reports files and folders whose names differ in case only: on Windows and macOS, and on their web servers, they are
/// one. What lies in two such folders is not compared.
pub fn report_names_that_differ_in_case_only(content: &mut Content) {
    let folders = content.folders.iter().map(|(path, file)| (path.as_str(), Some(*file)));
    let texts = content.texts.iter().map(|(path, file)| (path.as_str(), *file));
    let others = content.files.keys().map(|path| (path.as_str(), None));
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut same = Vec::new();
    for (path, file) in folders.chain(texts).chain(others) {
        let parent = parent_folder(path);
        let name = path[parent.len()..].to_lowercase();
        if let Some(other) = first.insert(format!("{parent}{name}"), path) {
            same.push((path.to_owned(), file, other.to_owned()));
        }
    }
    for (path, file, other) in same {
        let file = file.unwrap_or_else(|| content.sources.add(format!("content/{path}"), String::new()));
        content.report.push(files::same_address(Span::head(file), &path, &other));
    }
}
