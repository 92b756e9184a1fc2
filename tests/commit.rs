//! All or nothing: what a build does to the folder that it writes into.

use std::fs;
use std::path::Path;

use gongkai::error::Error;
use gongkai::output::{Summary, commit};
use gongkai::render::{Artifact, OutputPath};

use crate::support::{NOTICE, Project, TODAY, files, program};

type Snapshot = Vec<(String, Vec<u8>)>;

fn artifact<'a>(path: &str, text: &'a str) -> Artifact<'a> {
    Artifact::new(OutputPath::new(path).unwrap(), move || Ok(text.as_bytes().to_vec()))
}

fn failing<'a>(path: &str) -> Artifact<'a> {
    Artifact::new(OutputPath::new(path).unwrap(), || Err(Error::Workbook("no".into())))
}

/// The files of a folder without our own bookkeeping.
fn seen(folder: &Path) -> Snapshot {
    if !folder.exists() {
        return Snapshot::new();
    }
    files(folder).into_iter().filter(|(path, _)| !path.starts_with(".gongkai/")).collect()
}

fn committed(folder: &Path) -> Summary {
    commit(&[artifact("site/a.html", "甲"), artifact("site/b/c.html", "乙")], folder).unwrap()
}

#[test]
fn two_builds_of_the_same_content_are_the_same_bytes() {
    let (first, second) = (Project::shipped(), Project::shipped());
    assert_eq!(seen(&first.build().path("output")), seen(&second.build().path("output")));
    assert!(!first.files("output/site").is_empty());
}

#[test]
fn a_rebuild_touches_only_what_differs() {
    let project = Project::shipped();
    project.build();
    let time =
        |path: &str| fs::metadata(project.path(&format!("output/site/{path}"))).unwrap().modified().unwrap();
    let before = (time("index.html"), time(&format!("{NOTICE}/index.html")));
    project.change(
        &format!("content/{NOTICE}/notice.md"),
        "现将有关事项通知如下。",
        "现将有关事项通知如下：",
    );
    let run = project.run(&["build"]);
    assert!(run.stdout().contains("更新 5 个，删去 0 个"), "{}", run.stdout());
    assert_eq!(time("index.html"), before.0);
    assert_ne!(time(&format!("{NOTICE}/index.html")), before.1);
}

#[test]
fn a_recipe_that_fails_leaves_everything_as_it_was() {
    let project = Project::empty();
    let folder = project.path("output");
    committed(&folder);
    let before = files(&folder);
    let failed = commit(
        &[artifact("site/a.html", "丙"), artifact("site/new/d.html", "丁"), failing("site/e.html")],
        &folder,
    );
    assert!(failed.is_err());
    assert_eq!(files(&folder), before);
}

#[test]
fn a_first_build_that_fails_leaves_no_folder_behind() {
    let project = Project::empty();
    let failed = commit(&[artifact("site/a.html", "甲"), failing("site/e.html")], &project.path("out/deep"));
    assert!(failed.is_err());
    assert!(!project.path("out").exists());
}

#[test]
fn what_is_no_longer_made_goes_and_what_others_put_there_stays() {
    let project = Project::empty();
    let folder = project.path("output");
    committed(&folder);
    project.write("output/site/CNAME", "x");
    let summary = commit(&[artifact("site/a.html", "甲")], &folder).unwrap();
    assert_eq!(summary, Summary { files: 1, written: 0, removed: 1 });
    assert_eq!(seen(&folder).iter().map(|f| f.0.as_str()).collect::<Vec<_>>(), ["site/CNAME", "site/a.html"]);
    assert!(!folder.join("site/b").exists());
}

#[test]
fn a_file_that_others_put_there_is_not_written_over() {
    let project = Project::empty();
    let folder = project.path("output");
    committed(&folder);
    project.write("output/site/d.html", "mine");
    let before = files(&folder);
    let refused = commit(&[artifact("site/a.html", "新"), artifact("site/d.html", "丁")], &folder);
    assert!(matches!(refused, Err(Error::ForeignFile(path)) if path.ends_with("d.html")));
    assert_eq!(files(&folder), before);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let project = Project::empty();
    let folder = project.path("output");
    commit(&[artifact("site/a", "甲"), artifact("site/b/c", "乙")], &folder).unwrap();
    commit(&[artifact("site/a/x", "丙"), artifact("site/b", "丁")], &folder).unwrap();
    assert_eq!(seen(&folder), [("site/a/x".into(), "丙".into()), ("site/b".into(), "丁".into())]);
}

#[test]
fn a_build_that_was_killed_before_its_end_is_forgotten() {
    let project = Project::empty();
    let folder = project.path("output");
    committed(&folder);
    project.write("output/.gongkai/staging/site/a.html", "half");
    committed(&folder);
    assert_eq!(seen(&folder), [("site/a.html".into(), "甲".into()), ("site/b/c.html".into(), "乙".into())]);
    assert!(!folder.join(".gongkai/staging").exists());
}

#[test]
fn killing_the_program_at_any_moment_does_no_harm() {
    let project = Project::shipped();
    let other = Project::shipped();
    let whole = seen(&other.build().path("output"));
    for delay in [0, 1, 2, 4, 6, 8, 12, 16, 24, 40] {
        let mut child =
            program().current_dir(project.path(".")).args(["build", "--today", TODAY]).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(delay));
        let _ = child.kill();
        child.wait().unwrap();
        for (path, bytes) in seen(&project.path("output")) {
            let there = whole.iter().find(|file| file.0 == path);
            assert_eq!(there.map(|file| &file.1), Some(&bytes), "{path} is whole after {delay} ms");
        }
    }
    assert_eq!(seen(&project.build().path("output")), whole);
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let project = Project::shipped();
    project.write("output/论文.docx", "mine");
    let run = project.run(&["build"]);
    assert_eq!(run.code(), 2);
    crate::support::assert_snapshot!(
        run.stderr().lines().last().unwrap_or_default(),
        snapbox::str![
            "错误: “./output”里有不是本工具生成的文件，为免误删，未写入。请换一个文件夹，或先清空它"
        ]
    );
    assert_eq!(project.files("output"), [("论文.docx".into(), b"mine".to_vec())]);
}

#[test]
fn an_empty_folder_kept_by_git_is_taken() {
    let project = Project::shipped();
    project.write("output/.gitignore", "*\n");
    project.build();
    assert_eq!(fs::read_to_string(project.path("output/.gitignore")).unwrap(), "*\n");
}

#[test]
fn the_input_is_never_the_output() {
    let project = Project::shipped();
    for folder in ["content", "content/x", ".", "content/../content", "templates"] {
        let before = project.files(".");
        let run = project.run(&["build", "--output", folder]);
        assert_eq!(run.code(), 2, "{folder}");
        assert_eq!(project.files("."), before, "{folder}");
    }
}
