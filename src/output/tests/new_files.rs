//! New projects and new files.

use std::fs;

use tempfile::TempDir;

use super::{files, tree};
use crate::error::Error;
use crate::output::door::faults::{self, Fault};
use crate::output::{Occasion, create, fill};

/// Files of a new project.
fn notes() -> Vec<(String, String)> {
    ["notice/progress/a.md", "notice/progress/b.md", "other/progress/c.md"]
        .map(|path| (path.to_owned(), format!("# {path}")))
        .to_vec()
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
            let files = [(path.clone(), "whole".to_owned())];
            let done = create(
                folder.path(),
                &files,
                &Occasion { command: "import", time: jiff::civil::DateTime::default() },
            );
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
