//! A build of what was built already makes nothing; anything that differs is built.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::support::{NOTICE, Project, Run, files};

/// Output of `-v` for a skipped build.
const SAME: &str = "与上次生成时相同";

fn made_nothing(run: &Run) -> bool {
    assert_eq!(run.code(), 0, "{}", run.stderr());
    run.stderr().contains(SAME)
}

/// The lines beside the result, without those of `-v`, which tell times.
fn findings(run: &Run) -> String {
    let text = run.stderr();
    text.lines().filter(|line| !line.ends_with(" 毫秒")).collect::<Vec<_>>().join("\n")
}

/// The files of a folder, with their times of modification.
fn seen(folder: &Path) -> Vec<(String, Vec<u8>, SystemTime)> {
    let all = files(folder).into_iter().filter(|(path, _)| !path.starts_with(".gongkai/"));
    let timed = all.map(|(path, bytes)| {
        let modified = fs::metadata(folder.join(&path)).unwrap().modified().unwrap();
        (path, bytes, modified)
    });
    timed.collect()
}

/// Asserts that the output has the bytes of a first build of the project.
fn is_as_built_anew(project: &Project) {
    let bytes = |project: &Project, folder: &str| {
        let all = project.files(folder).into_iter();
        all.filter(|(path, _)| !path.starts_with(".gongkai/")).collect::<Vec<_>>()
    };
    assert_eq!(project.run(&["build", "--output", "anew"]).code(), 0);
    assert!(bytes(project, "output") == bytes(project, "anew"), "the output is not that of a first build");
    fs::remove_dir_all(project.path("anew")).unwrap();
}

#[test]
fn a_second_build_makes_nothing_and_tells_the_same() {
    let project = Project::shipped();
    let first = project.run(&["-v", "build"]);
    assert!(!made_nothing(&first));
    let before = seen(&project.path("output"));
    let second = project.run(&["-v", "build"]);
    assert!(made_nothing(&second));
    assert!(
        findings(&first).contains("warning[") || findings(&first).contains("警告["),
        "{}",
        first.stderr()
    );
    assert_eq!(findings(&second), findings(&first));
    assert!(second.stdout().contains("更新 0 个，删去 0 个"), "{}", second.stdout());
    assert!(seen(&project.path("output")) == before);
}

#[test]
fn whatever_changes_in_what_is_read_is_built() {
    let project = Project::shipped();
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    let steps: [(&str, &dyn Fn()); 6] = [
        ("a character", &|| {
            project.change(&tasks, "防汛抗行", "防汛抗旱");
        }),
        ("back again", &|| {
            project.change(&tasks, "防汛抗旱", "防汛抗行");
        }),
        ("another encoding of the same text", &|| {
            let text = fs::read_to_string(project.path("content/site.yaml")).unwrap();
            project.write("content/site.yaml", format!("\u{FEFF}{text}"));
        }),
        ("a new file", &|| {
            project.write("content/gongkai-lingyu/xin/column.yaml", "名称: 新栏目\n");
        }),
        ("a file under another name", &|| {
            let column = |name: &str| project.path(&format!("content/gongkai-lingyu/{name}"));
            fs::rename(column("xin"), column("gai")).unwrap();
        }),
        ("a template", &|| {
            project.write("templates/style.css", "/* 本局 */\n");
        }),
    ];
    project.build();
    for (what, change) in steps {
        change();
        assert!(!made_nothing(&project.run(&["-v", "build"])), "{what}");
        is_as_built_anew(&project);
        assert!(made_nothing(&project.run(&["-v", "build"])), "{what}, once built");
    }
}

#[test]
fn another_day_another_option_another_language_is_built() {
    let project = Project::shipped();
    project.build();
    assert!(!made_nothing(&project.run_on("2024-09-02", &["-v", "build"])));
    assert!(!made_nothing(&project.run(&["-v", "build"])), "a day back");
    assert!(!made_nothing(&project.run(&["-v", "build", "--only", "html"])));
    assert!(!made_nothing(&project.run(&["-v", "build"])));
    let english = project.run(&["-v", "--lang", "en", "build"]);
    assert!(english.stderr().contains("make them: "), "{}", english.stderr());
    let denied = project.run(&["-v", "--lang", "en", "build", "--deny", "warnings"]);
    assert_eq!(denied.code(), 1, "warnings that were told before still stop a build that denies them");
}

#[test]
fn whatever_others_did_to_the_files_is_mended() {
    let project = Project::shipped();
    let before = project.build().files("output/site");
    let page = project.path("output/site/index.html");
    let deeds: [&dyn Fn(); 4] = [
        &|| fs::write(&page, "改").unwrap(),
        &|| fs::remove_file(&page).unwrap(),
        &|| fs::remove_dir_all(project.path("output/site/assets")).unwrap(),
        // As long as before, and other bytes.
        &|| fs::write(&page, vec![b'x'; fs::metadata(&page).unwrap().len().try_into().unwrap()]).unwrap(),
    ];
    for deed in deeds {
        deed();
        // A removed file is made again; a file that is there although the last build knew it is one of ours.
        assert!(!made_nothing(&project.run(&["-v", "build"])));
        assert!(project.files("output/site") == before);
    }
}

#[test]
fn a_seal_hides_no_error() {
    let project = Project::shipped();
    project.build();
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    let whole = fs::read_to_string(project.path(&tasks)).unwrap();
    project.write(&tasks, format!("{whole}\n  坏: [\n"));
    assert_eq!(project.run(&["build"]).code(), 1);
    project.write(&tasks, &whole);
    assert!(made_nothing(&project.run(&["-v", "build"])), "what lies there is of this very content");
}

#[test]
fn a_seal_that_is_broken_is_none() {
    let project = Project::shipped();
    let before = project.build().files("output/site");
    let seal = project.path("output/.gongkai/seal");
    let whole = fs::read(&seal).unwrap();
    for broken in [&b""[..], b"\xff\xfe", &whole[..whole.len() / 2], b"0.1.0\n---\n"] {
        fs::write(&seal, broken).unwrap();
        assert!(!made_nothing(&project.run(&["-v", "build"])));
        assert!(project.files("output/site") == before);
        assert_eq!(fs::read(&seal).unwrap(), whole, "and the folder is sealed again");
    }
}

#[test]
fn comparing_makes_every_file_and_leaves_the_seal() {
    let project = Project::shipped();
    project.build();
    let run = project.run(&["build", "--dry-run"]);
    assert!(run.stdout().contains("与上次生成的没有差别"), "{}", run.stdout());
    assert!(made_nothing(&project.run(&["-v", "build"])));
}
