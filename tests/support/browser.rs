//! Headless Chromium on a built project, by `tests/browser/look.mjs`; on a running preview, by
//! `tests/browser/preview.mjs`; and the Nu HTML checker.

use std::path::Path;
use std::process::Command;

use crate::support::{Project, repository};

/// Where a built project is published: under the path that its 域名 gives, or anywhere.
fn under(project: &Project) -> &'static str {
    let site = std::fs::read_to_string(project.path("content/site.yaml")).unwrap();
    if site.contains("域名: www.example.gov.cn/zwgk\n") { "/zwgk/" } else { "/a/b/c/" }
}

/// Output of a scenario about pages of a built project.
pub fn look(project: &Project, scenario: &str, pages: &[&str]) -> String {
    let site = project.path("output/site");
    let arguments = [scenario, site.to_str().unwrap(), under(project)];
    node("look.mjs", &[&arguments, pages].concat())
}

/// Output of a scenario about a running preview at an address such as `http://127.0.0.1:8000/`.
pub fn look_at_preview(address: &str, scenario: &str, arguments: &[&str]) -> String {
    node("preview.mjs", &[&[scenario, address], arguments].concat())
}

fn node(script: &str, arguments: &[&str]) -> String {
    let mut command = Command::new("node");
    let output = command.arg(repository().join("tests/browser").join(script)).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("node: {error}"));
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The errors that the Nu HTML checker finds in pages of a folder.
pub fn nu(folder: &Path, pages: &[String]) -> String {
    let checker = repository().join("tests/browser/node_modules/vnu-jar/build/dist/vnu.jar");
    assert!(checker.exists(), "npm ci --prefix tests/browser");
    let output = Command::new("java")
        .current_dir(folder)
        .arg("-Dfile.encoding=UTF-8")
        .arg("-jar")
        .arg(checker)
        .args(["--errors-only", "--stdout", "--exit-zero-always", "--format", "gnu"])
        .args(pages)
        .output()
        .unwrap_or_else(|error| panic!("java: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
