//! Headless Chromium on a built project, by `tests/browser/look.mjs`; on a running preview, by
//! `tests/browser/preview.mjs`; on the desk, by `tests/browser/desk.mjs`; rich-text editors; and the Nu HTML checker.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use serde_json::{Value, json};

use crate::support::{Project, repository};

/// The path under which a built project is published: that of its 域名, or any.
fn under(project: &Project) -> &'static str {
    let site = std::fs::read_to_string(project.path("content/site.yaml")).unwrap();
    if site.contains("域名: www.example.gov.cn/zwgk\n") { "/zwgk/" } else { "/a/b/c/" }
}

/// Output of a scenario about pages of a built project.
pub fn look(project: &Project, scenario: &str, pages: &[&str]) -> String {
    let site = project.path("output/site");
    let arguments = ["look", scenario, site.to_str().unwrap(), under(project)];
    ask(&[&arguments, pages].concat())
}

/// Output of a scenario about a running preview at an address such as `http://127.0.0.1:8000/`.
pub fn look_at_preview(address: &str, scenario: &str, arguments: &[&str]) -> String {
    ask(&[&["preview", scenario, address], arguments].concat())
}

/// Output of steps on the desk at an address; each is a JSON array such as `["press", "改好"]`.
pub fn use_desk(address: &str, steps: &[Value]) -> String {
    let steps: Vec<String> = steps.iter().map(Value::to_string).collect();
    let words: Vec<&str> = ["desk", address].into_iter().chain(steps.iter().map(String::as_str)).collect();
    ask(&words)
}

/// The difference that rich-text editors make to a file that is opened, selected, copied and pasted into them, by
/// `tests/browser/paste.mjs`.
pub fn paste(file: &Path) -> String {
    ask(&["paste", file.to_str().unwrap()])
}

/// Node with a browser. They end when this process closes their input by its end.
struct Browser {
    node: Child,
    answers: BufReader<ChildStdout>,
}

/// The browsers that no test is using: as many as tests run at a time are started, for a page keeps one core busy.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

impl Browser {
    fn start() -> Self {
        let mut node = Command::new("node");
        node.arg(repository().join("tests/browser/browser.mjs")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut node = node.spawn().unwrap_or_else(|error| panic!("node: {error}"));
        let answers = BufReader::new(node.stdout.take().unwrap());
        Self { node, answers }
    }
}

fn ask(words: &[&str]) -> String {
    let mut line = String::new();
    let idle = IDLE.lock().unwrap().pop();
    let mut browser = idle.unwrap_or_else(Browser::start);
    writeln!(browser.node.stdin.as_mut().unwrap(), "{}", json!(words)).unwrap();
    browser.answers.read_line(&mut line).unwrap();
    IDLE.lock().unwrap().push(browser);
    let answer: Value = serde_json::from_str(&line).expect("an answer; npm ci --prefix tests/browser");
    assert_eq!(answer["error"], Value::Null, "{words:?}");
    answer["said"].as_str().unwrap().to_owned()
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
