//! Changes of the project's own files, and their undoing.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Tree, files, tree};
use crate::error::Error;
use crate::output::door::faults::{self, Fault};
use crate::output::{Change, KEPT, Occasion, Settled, change, recover, undo, undoable};

const WHEN: Occasion<'static> =
    Occasion { command: "collect", time: jiff::civil::datetime(2024, 9, 1, 9, 30, 0, 0) };

/// A project: a file that a change replaces, one that it removes, and one that it leaves alone.
fn content() -> (TempDir, Tree) {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("notice")).unwrap();
    for (name, text) in [("notice.md", "old"), ("gone.md", "gone"), ("tasks.yaml", "same")] {
        fs::write(folder.path().join("notice").join(name), text).unwrap();
    }
    let before = tree(folder.path());
    (folder, before)
}

/// A file is replaced, one is removed, and new ones come in folders of their own.
fn edits() -> Vec<Change> {
    let bytes = |text: &str| Some(text.as_bytes().to_vec());
    vec![
        Change { path: "notice/notice.md".into(), before: bytes("old"), after: bytes("new") },
        Change::new_file("notice/progress/a.md", "# a"),
        Change { path: "notice/gone.md".into(), before: bytes("gone"), after: None },
        Change::new_file("other/progress/c.md", "# c"),
    ]
}

fn edited() -> Tree {
    let (folder, _) = content();
    change(folder.path(), &edits(), &WHEN).unwrap();
    tree(folder.path())
}

/// Runs the change with a fault; returns whether it succeeded, and whether the fault struck.
fn faulty_change(folder: &Path, number: usize, fault: Fault) -> (bool, bool) {
    faults::set(Some((number, fault)));
    let done = change(folder, &edits(), &WHEN).is_ok();
    (done, faults::set(None))
}

#[test]
fn files_are_changed_all_or_none_whatever_call_fails() {
    let after = edited();
    for number in 0.. {
        let (folder, before) = content();
        let (done, struck) = faulty_change(folder.path(), number, Fault::Once);
        let mut there = tree(folder.path());
        // A draft that could not be removed is hidden, and goes with the next change.
        there.retain(|(path, _)| !path.contains(".gongkai-"));
        let is_folder_left = |(path, _): &(String, String)| path.ends_with("progress/") || path == "other/";
        if !done {
            there.retain(|entry| !is_folder_left(entry));
        }
        assert_eq!(&there, if done { &after } else { &before }, "call {number} failed");
        recover(folder.path()).unwrap();
        change(folder.path(), &[Change::new_file("x.md", "x")], &WHEN).unwrap();
        if !struck {
            assert!(done && number > 20, "{number}");
            return;
        }
    }
}

/// Killed at every call, and again at every fifth call of the recovery.
#[test]
fn a_killed_change_is_completed_or_forgotten_by_the_next_run() {
    let after = edited();
    let mut completed = 0;
    for number in 0.. {
        let mut struck = false;
        for second in (number % 5..).step_by(5) {
            let (folder, before) = content();
            struck = faulty_change(folder.path(), number, Fault::Killed).1;
            for (path, _) in tree(folder.path()).iter().filter(|(path, _)| !path.ends_with('/')) {
                let text = fs::read_to_string(folder.path().join(path)).unwrap();
                let is_whole = path.contains(".gongkai-")
                    || ["old", "new", "gone", "same", "# a", "# c"].contains(&text.as_str());
                assert!(is_whole, "{number}: {path} is {text:?}");
            }
            faults::set(Some((second, Fault::Killed)));
            let _ = recover(folder.path());
            let struck_again = faults::set(None);
            completed += usize::from(recover(folder.path()).unwrap() == Some(Settled::Completed));
            let there = tree(folder.path());
            assert!(files(&there) == files(&before) || there == after, "{number}, {second}: {there:#?}");
            if there == after {
                let undone = undo(folder.path()).unwrap().map(|entry| entry.command);
                assert_eq!(undone.as_deref(), Some("collect"), "{number}, {second}");
                assert_eq!(tree(folder.path()), before);
            }
            if !struck_again {
                break;
            }
        }
        if !struck {
            assert!(completed > 3, "{completed}");
            return;
        }
    }
}

#[test]
fn an_undo_that_fails_or_is_killed_leaves_the_change_or_takes_it_back() {
    let after = edited();
    for fault in [Fault::Once, Fault::Killed] {
        for number in 0.. {
            let (folder, before) = content();
            change(folder.path(), &edits(), &WHEN).unwrap();
            faults::set(Some((number, fault)));
            let done = undo(folder.path());
            let struck = faults::set(None);
            recover(folder.path()).unwrap();
            let there = tree(folder.path());
            assert!(files(&there) == files(&before) || there == after, "{fault:?} {number}: {there:#?}");
            assert!(done.is_err() || files(&there) == files(&before), "{fault:?} {number}");
            // Whatever happened, undoing once more ends at the beginning.
            undo(folder.path()).unwrap();
            assert_eq!(files(&tree(folder.path())), files(&before), "{fault:?} {number}");
            if !struck {
                break;
            }
        }
    }
}

#[test]
fn what_was_edited_before_a_killed_run_is_completed_stays_as_it_was_edited() {
    let first = "notice/notice.md";
    let is_in_place = |number: &usize| {
        let (folder, _) = content();
        let _ = faulty_change(folder.path(), *number, Fault::Killed);
        fs::read_to_string(folder.path().join(first)).unwrap() == "new"
    };
    let number = (0..1000).find(is_in_place).unwrap();
    let (folder, _) = content();
    let _ = faulty_change(folder.path(), number, Fault::Killed);
    fs::write(folder.path().join(first), "edited").unwrap();
    assert_eq!(recover(folder.path()).unwrap(), Some(Settled::Completed));
    assert_eq!(fs::read_to_string(folder.path().join(first)).unwrap(), "edited");
    assert!(folder.path().join("other/progress/c.md").exists());
}

#[test]
fn a_change_never_writes_over_what_others_wrote() {
    let (folder, before) = content();
    fs::write(folder.path().join("notice/notice.md"), "edited").unwrap();
    assert!(matches!(change(folder.path(), &edits(), &WHEN), Err(Error::Edited(_))));
    fs::write(folder.path().join("notice/notice.md"), "old").unwrap();
    let mut permissions = fs::metadata(folder.path().join("notice/gone.md")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.path().join("notice/gone.md"), permissions).unwrap();
    assert!(matches!(change(folder.path(), &edits(), &WHEN), Err(Error::Write(..))));
    assert_eq!(tree(folder.path()), before);
    let there = [Change::new_file("notice/tasks.yaml", "new")];
    assert!(matches!(change(folder.path(), &there, &WHEN), Err(Error::Exists(_))));
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn an_undo_never_writes_over_what_others_wrote_since() {
    let (folder, _) = content();
    change(folder.path(), &edits(), &WHEN).unwrap();
    for path in ["notice/notice.md", "other/progress/c.md"] {
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        fs::write(folder.path().join(path), "edited").unwrap();
        let there = tree(folder.path());
        assert!(matches!(undo(folder.path()), Err(Error::EditedSince(..))));
        assert_eq!(tree(folder.path()), there);
        fs::write(folder.path().join(path), text).unwrap();
    }
    // A new note that somebody has deleted need not be removed.
    fs::remove_file(folder.path().join("other/progress/c.md")).unwrap();
    assert!(undo(folder.path()).unwrap().is_some());
    assert_eq!(tree(folder.path()), content().1);
    assert!(undo(folder.path()).unwrap().is_none());
}

#[test]
fn the_history_is_bounded_and_counts_on() {
    let (folder, _) = content();
    for number in 0..KEPT + 5 {
        let path = format!("notice/progress/{number}.md");
        change(folder.path(), &[Change::new_file(path, "x")], &WHEN).unwrap();
    }
    let history = folder.path().join(".gongkai/history");
    let mut names: Vec<String> = fs::read_dir(&history)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_by_key(|name| (name.len(), name.clone()));
    assert_eq!(names.len(), KEPT);
    assert_eq!(names.last().unwrap(), "20240901-093000-105");
    assert_eq!(fs::read_to_string(folder.path().join(".gongkai/.gitignore")).unwrap(), "*\n");
    assert_eq!(undoable(folder.path()).unwrap().len(), KEPT);
    for left in (0..KEPT).rev() {
        undo(folder.path()).unwrap().unwrap();
        assert_eq!(fs::read_dir(folder.path().join("notice/progress")).unwrap().count(), left + 5);
    }
    assert!(undo(folder.path()).unwrap().is_none());
}

#[test]
fn two_processes_do_not_change_files_at_once() {
    let (folder, before) = content();
    change(folder.path(), &[Change::new_file("x.md", "x")], &WHEN).unwrap();
    undo(folder.path()).unwrap();
    let lock = fs::File::options().append(true).open(folder.path().join(".gongkai/lock")).unwrap();
    lock.try_lock().unwrap();
    assert!(matches!(change(folder.path(), &edits(), &WHEN), Err(Error::Locked(_))));
    assert!(matches!(undo(folder.path()), Err(Error::Locked(_))));
    assert_eq!(tree(folder.path()), before);
}
