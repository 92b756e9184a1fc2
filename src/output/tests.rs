//! Fault injection: each call that changes the disk fails, alone or with all later calls. Afterwards the disk holds
//! either the old state or the new state, never a mixture.

#![expect(clippy::disallowed_methods, reason = "tests work on real files")]

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::error::Error;
use crate::output::door::faults::{self, Fault};
use crate::output::{add, commit, complete, create, fill, restore, stage};
use crate::render::{Artifact, OutputPath};

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

/// New notes to be added.
fn notes() -> Vec<(String, String)> {
    ["notice/progress/a.md", "notice/progress/b.md", "other/progress/c.md"]
        .map(|path| (path.to_owned(), format!("# {path}")))
        .to_vec()
}

fn content() -> (TempDir, Tree) {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("notice")).unwrap();
    fs::write(folder.path().join("notice/notice.md"), "text").unwrap();
    let before = tree(folder.path());
    (folder, before)
}

fn with_notes() -> Tree {
    let (folder, _) = content();
    add(folder.path(), &notes()).unwrap();
    tree(folder.path())
}

#[test]
fn notes_are_added_all_or_none_whatever_call_fails() {
    let after = with_notes();
    for number in 0.. {
        let (folder, before) = content();
        faults::set(Some((number, Fault::Once)));
        let done = add(folder.path(), &notes());
        let struck = faults::set(None);
        let mut there = tree(folder.path());
        there.retain(|(path, _)| !path.starts_with(".gongkai-new/"));
        assert_eq!(&there, if done.is_ok() { &after } else { &before }, "call {number} failed");
        complete(folder.path()).unwrap();
        assert_eq!(&tree(folder.path()), if done.is_ok() { &after } else { &before }, "call {number} failed");
        if !struck {
            assert!(done.is_ok() && number > 8);
            return;
        }
    }
}

#[test]
fn notes_whose_adding_was_killed_are_completed_or_forgotten() {
    let after = with_notes();
    let mut completed = 0;
    for number in 0.. {
        let (folder, before) = content();
        faults::set(Some((number, Fault::Killed)));
        let done = add(folder.path(), &notes());
        let struck = faults::set(None);
        completed += usize::from(complete(folder.path()).unwrap());
        let there = tree(folder.path());
        assert!(there == before || there == after, "{number}: {there:#?}");
        if !struck {
            assert!(done.is_ok() && completed > 3);
            return;
        }
    }
}

#[test]
fn what_was_edited_before_a_killed_run_is_completed_stays_as_it_was_edited() {
    let (folder, _) = content();
    let first = folder.path().join(&notes()[0].0);
    let number = (0..1000).find(|number| {
        let (other, _) = content();
        faults::set(Some((*number, Fault::Killed)));
        let _ = add(other.path(), &notes());
        faults::set(None);
        other.path().join(&notes()[0].0).exists()
    });
    faults::set(Some((number.unwrap(), Fault::Killed)));
    let _ = add(folder.path(), &notes());
    faults::set(None);
    fs::write(&first, "edited").unwrap();
    assert!(complete(folder.path()).unwrap());
    assert_eq!(fs::read_to_string(first).unwrap(), "edited");
    assert!(folder.path().join(&notes()[2].0).exists());
}

#[test]
fn a_new_project_is_whole_or_can_be_made_again() {
    for number in 0.. {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("new");
        faults::set(Some((number, Fault::Killed)));
        let _ = fill(&folder, &notes());
        let struck = faults::set(None);
        match fill(&folder, &notes()) {
            Ok(()) => {}
            Err(error) => assert!(matches!(error, Error::NotEmpty(_)), "{number}: {error:?}"),
        }
        assert_eq!(files(&tree(&folder)).len(), notes().len(), "{number}");
        if !struck {
            return;
        }
    }
}

#[test]
fn one_new_file_is_whole_or_not_there() {
    for number in 0.. {
        for fault in [Fault::Once, Fault::Killed] {
            let folder = TempDir::new().unwrap();
            let path = folder.path().join("tasks.yaml");
            faults::set(Some((number, fault)));
            let done = create(&path, b"whole");
            let struck = faults::set(None);
            let there = fs::read_to_string(&path).ok();
            assert!(there.is_none() || there.as_deref() == Some("whole"), "{number}");
            assert!(done.is_err() || there.is_some(), "{number}");
            if fault == Fault::Once && done.is_err() {
                assert!(
                    fs::read_dir(folder.path()).unwrap().count() <= usize::from(there.is_some()),
                    "{number}"
                );
            }
            if !struck {
                return;
            }
        }
    }
}
