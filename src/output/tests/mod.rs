//! Fault injection: each call that changes the disk fails, alone or with all later calls. Afterwards the disk holds
//! either the old state or the new state, never a mixture.

#![expect(clippy::disallowed_methods, reason = "tests work on real files")]

mod builds;
mod changes;
mod new_files;

use std::fs;
use std::path::Path;

/// Files and folders by path, without our bookkeeping; the path of a folder ends with `/`.
type Tree = Vec<(String, String)>;

fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    let visible = entries.filter_entry(|entry| entry.file_name() != ".gongkai").map(Result::unwrap);
    let shown = visible.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
        if entry.file_type().is_dir() {
            (path + "/", String::new())
        } else {
            (path, fs::read_to_string(entry.path()).unwrap())
        }
    });
    shown.collect()
}

fn files(tree: &Tree) -> Vec<&(String, String)> {
    tree.iter().filter(|(path, _)| !path.ends_with('/')).collect()
}
