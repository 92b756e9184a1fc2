//! Whole outputs, file by file, against `tests/site/<case>/expected`. `SNAPSHOTS=overwrite` renews them.
//!
//! A workbook or Word document is kept as text, with the look of everything in it, not as the bytes of an archive.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::dump::{document, workbook};
use crate::support::{LATER, Project, YEAR_OVER, assert_snapshot, copy, files, repository};

/// The published original: the content that ships.
#[test]
fn published() {
    let project = Project::shipped();
    compare("published", project.build());
}

/// The content that ships, with half a year of reports.
#[test]
fn year() {
    let project = Project::year();
    let run = project.run_on(YEAR_OVER, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    compare("year", &project);
    compare_folder("year", &project, "output/internal", "internal");
}

/// A paper with a number, attachments of all kinds, free columns and a custom template.
#[test]
fn attachments() {
    let project = Project::empty();
    copy(&repository().join("tests/site/attachments"), &project.path(""));
    fs::remove_dir_all(project.path("expected")).unwrap_or_default();
    compare("attachments", project.build_later());
}

/// A site with an address and everything in its footer: feed, sitemap, every meta tag, links that leave.
#[test]
fn portal() {
    let project = Project::empty();
    copy(&repository().join("tests/site/portal/content"), &project.path("content"));
    compare("portal", project.build_later());
}

/// Papers of other forms: a joint one with 附注 and 版记 and tasks in its body, one that issues a plan with the tasks in it,
/// a page that is only a table.
#[test]
fn papers() {
    let project = Project::empty();
    copy(&repository().join("tests/site/papers/content"), &project.path("content"));
    compare("papers", project.build_later());
}

/// Tables within texts: two in a body, one in an issued plan, one at the beginning of a page that is only a table.
#[test]
fn placed() {
    let project = Project::empty();
    copy(&repository().join("tests/site/placed/content"), &project.path("content"));
    compare("placed", project.build_later());
}

/// Tables of nine shapes: groups, rows across, tiers in the head, two of them, points, ticks, none at all, sentences,
/// numbers of their own.
#[test]
fn tables() {
    let project = Project::empty();
    copy(&repository().join("tests/site/tables/content"), &project.path("content"));
    compare("tables", project.build());
    compare_folder("tables", &project, "output/handout", "handout");
}

/// Tables of 5, 8, 12 and 15 columns with values over several rows, and reports on two of their rows.
#[test]
fn widths() {
    let project = Project::empty();
    copy(&repository().join("tests/site/widths/content"), &project.path("content"));
    compare("widths", project.build_later());
}

/// The sites of two bureaus, one with an address and one without, joined under a third name.
#[test]
fn joined() {
    let project = Project::empty();
    copy(&repository().join("tests/site/joined"), &project.path(""));
    fs::remove_dir_all(project.path("expected")).unwrap_or_default();
    for bureau in ["jia", "yi"] {
        let run = project.run_on(LATER, &["--root", bureau, "build"]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
    }
    let sites = ["jia/output/site", "yi/output/site"];
    let joined = ["join", sites[0], sites[1], "--site", "site.yaml", "--output", "output"];
    let run = project.run_on(LATER, &joined);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    compare("joined", &project);
}

#[test]
fn every_case_is_run() {
    let here = fs::read_to_string(repository().join("tests/golden.rs")).unwrap();
    for entry in fs::read_dir(repository().join("tests/site")).unwrap() {
        let case = entry.unwrap().file_name().into_string().unwrap();
        assert!(here.contains(&format!("compare(\"{case}\"")), "tests/site/{case} is run by no test");
    }
}

fn compare(case: &str, project: &Project) {
    compare_folder(case, project, "output/site", "expected");
}

/// Compares a folder of the project with the one that is kept of it.
fn compare_folder(case: &str, project: &Project, folder: &str, kept: &str) {
    let made = readable(project.files(folder));
    let expected = repository().join("tests/site").join(case).join(kept);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        overwrite(&expected, &made);
    }
    let kept: BTreeMap<String, Vec<u8>> = files(&expected).into_iter().collect();
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&made), names(&kept), "{case}: which files there are");
    let differs = |(path, bytes): &(&String, &Vec<u8>)| kept[*path] != **bytes;
    if let Some((path, bytes)) = made.iter().find(differs) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\r', "␍");
        assert_snapshot!(text(bytes), snapbox::Data::text(text(&kept[path])));
        panic!("{case}: {path} is not what is kept");
    }
}

fn readable(files: Vec<(String, Vec<u8>)>) -> BTreeMap<String, Vec<u8>> {
    let readable = |(path, bytes): (String, Vec<u8>)| {
        let text = match Path::new(&path).extension().and_then(|ending| ending.to_str()) {
            Some("xlsx") => workbook(&bytes),
            Some("docx") => document(&bytes),
            Some("js" | "css") if is_template(&path, &bytes) => "the template, byte for byte\n".to_owned(),
            _ => return (path, bytes),
        };
        (format!("{path}.txt"), text.into_bytes())
    };
    files.into_iter().map(readable).collect()
}

/// Whether a file of `assets/` is the template of its name, which is not kept once more for each case.
fn is_template(path: &str, bytes: &[u8]) -> bool {
    let name = path.strip_prefix("assets/").unwrap_or_default();
    fs::read(repository().join("templates").join(name)).is_ok_and(|template| template == bytes)
}

fn overwrite(expected: &Path, made: &BTreeMap<String, Vec<u8>>) {
    if expected.exists() {
        fs::remove_dir_all(expected).unwrap();
    }
    for (path, bytes) in made {
        let path = expected.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
