//! Builds over an earlier build.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Tree, files, tree};
use crate::error::Error;
use crate::output::door::faults::{self, Fault};
use crate::output::{commit, restore, stage};
use crate::render::{Artifact, OutputPath};

fn artifacts(files: &'static [(&str, &str)]) -> Vec<Artifact<'static>> {
    let file = |(path, text): &'static (&str, &str)| {
        Artifact::new(OutputPath::new(path).unwrap(), || Ok(text.as_bytes().to_vec()))
    };
    files.iter().map(file).collect()
}

/// The first build. Compared with [`NEW`], files stay, change, go and come, alone and with their folders; a file becomes
/// a folder, and a folder becomes a file.
const OLD: &[(&str, &str)] = &[
    ("handout/a.xlsx", "same"),
    ("handout/b.xlsx", "old"),
    ("internal/gone.xlsx", "the only one in its folder"),
    ("site/a.html", "old"),
    ("site/file", "was a file"),
    ("site/folder/deep/x.html", "was in a folder"),
    ("site/folder/y.html", "was in a folder"),
    ("site/gone.html", "old"),
    ("site/lost/deep/gone.html", "old"),
    ("site/shared/gone.html", "old"),
];

const NEW: &[(&str, &str)] = &[
    ("handout/a.xlsx", "same"),
    ("handout/b.xlsx", "new"),
    ("internal/c.xlsx", "new"),
    ("site/a.html", "new"),
    ("site/added.html", "new"),
    ("site/file/inside.html", "is in a folder"),
    ("site/folder", "is a file"),
    ("site/new-a/x.html", "new"),
    ("site/new/deep/x.html", "new"),
    ("site/new/y.html", "new"),
    ("site/shared/added.html", "new"),
];

/// A folder after the first build, with a file and an empty folder of others.
fn built() -> (TempDir, Tree) {
    let folder = TempDir::new().unwrap();
    commit(&artifacts(OLD), folder.path()).unwrap();
    fs::write(folder.path().join("site/shared/own.txt"), "mine").unwrap();
    fs::create_dir(folder.path().join("site/empty")).unwrap();
    let old = tree(folder.path());
    (folder, old)
}

/// The folder after the second build, without faults.
fn rebuilt() -> Tree {
    let (folder, _) = built();
    commit(&artifacts(NEW), folder.path()).unwrap();
    tree(folder.path())
}

/// Runs the second build with a fault; returns the result, and whether the fault struck.
fn faulty(folder: &Path, number: usize, fault: Fault) -> (Result<(), Error>, bool) {
    let staged = stage(&artifacts(NEW), folder, false, &|| ()).unwrap();
    faults::set(Some((number, fault)));
    let done = staged.commit(None).map(drop);
    (done, faults::set(None))
}

#[test]
fn a_call_that_fails_leaves_the_old_build_or_the_new_one() {
    let new = rebuilt();
    let mut failures = 0;
    for number in 0.. {
        let (folder, old) = built();
        let (done, struck) = faulty(folder.path(), number, Fault::Once);
        let there = tree(folder.path());
        match done {
            Err(_) => assert_eq!(there, old, "call {number} failed"),
            // Only a folder that could not be removed may be left.
            Ok(()) => assert_eq!(files(&there), files(&new), "call {number} failed"),
        }
        failures += usize::from(done.is_err());
        assert!(!folder.path().join(".gongkai/journal").exists(), "call {number} failed");
        commit(&artifacts(NEW), folder.path()).unwrap();
        assert_eq!(files(&tree(folder.path())), files(&new), "the next build after call {number} failed");
        if !struck {
            assert!(done.is_ok() && failures > 20, "{failures} of {number} calls made the build fail");
            return;
        }
    }
}

#[test]
fn a_first_build_that_fails_leaves_nothing() {
    for number in 0.. {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("new/output");
        let (done, struck) = faulty(&folder, number, Fault::Once);
        if done.is_err() {
            assert_eq!(tree(root.path()), Tree::new(), "call {number} failed");
        }
        if !struck {
            return;
        }
    }
}

/// Killed at every call, and again at every fifth call of the recovery.
#[test]
fn a_killed_build_is_undone_by_the_next_run_even_if_that_is_killed_as_well() {
    let new = rebuilt();
    let mut mixed = 0;
    for number in 0.. {
        let (folder, old) = built();
        let (_, struck) = faulty(folder.path(), number, Fault::Killed);
        let there = tree(folder.path());
        mixed += usize::from(there != old && files(&there) != files(&new));
        restore(folder.path()).unwrap();
        let there = tree(folder.path());
        assert!(there == old || files(&there) == files(&new), "{number}: {there:#?}");
        commit(&artifacts(NEW), folder.path()).unwrap();
        assert_eq!(files(&tree(folder.path())), files(&new), "{number}");
        for second in (number % 5..).step_by(5) {
            let (folder, old) = built();
            let _ = faulty(folder.path(), number, Fault::Killed);
            faults::set(Some((second, Fault::Killed)));
            let _ = restore(folder.path());
            let struck_again = faults::set(None);
            restore(folder.path()).unwrap();
            let there = tree(folder.path());
            assert!(there == old || files(&there) == files(&new), "{number}, {second}: {there:#?}");
            if !struck_again {
                break;
            }
        }
        if !struck {
            assert!(mixed > 20, "{mixed} of {number} kills left files of both builds");
            return;
        }
    }
}

#[test]
fn what_others_put_into_a_new_folder_survives_that_it_is_undone() {
    let (folder, _) = built();
    // The last call before the build is complete: everything is in place.
    let number = (0..1000).find(|number| folder_is_complete(*number)).unwrap() - 1;
    let (done, struck) = faulty(folder.path(), number, Fault::Killed);
    assert!(done.is_err() && struck);
    fs::write(folder.path().join("site/new/deep/own.txt"), "mine").unwrap();
    restore(folder.path()).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("site/new/deep/own.txt")).unwrap(), "mine");
    assert!(!folder.path().join("site/new/deep/x.html").exists());
}

/// Whether the build is complete when it is killed at a call.
fn folder_is_complete(number: usize) -> bool {
    let (folder, _) = built();
    let _ = faulty(folder.path(), number, Fault::Killed);
    tree(folder.path()) == rebuilt() && !folder.path().join(".gongkai/journal").exists()
}
