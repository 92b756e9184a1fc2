//! `gongkai import` of papers: a paper of any kind becomes the notice, and nothing of it is lost.

use std::collections::BTreeMap;
use std::fs;

use gongkai::read::document::Limits;
use gongkai::read::import::{ImportedPaper, import_paper};
use serde_yaml::Value;
use snapbox::str;

use crate::support::{NOTICE, Project, assert_snapshot, repository};

/// Marks as the text of the published page has them: whoever gathered it made them half-width.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            '，' => ',',
            '：' => ':',
            '；' => ';',
            c => c,
        })
        .collect()
}

/// YAML in one form, whatever its comments and quotation marks.
fn canonical(yaml: &str) -> String {
    serde_yaml::to_string(&serde_yaml::from_str::<Value>(yaml).unwrap()).unwrap()
}

/// Head and body of a notice, both in one form.
fn notice(text: &str) -> String {
    let (head, body) = text.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
    format!("{}---\n{body}", canonical(head))
}

fn file(imported: &ImportedPaper, path: &str) -> String {
    let found = imported.files.iter().find(|(known, _)| known == path);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {path}")).1.clone()).unwrap()
}

/// The lines that one text has and the other does not, in order: `-` of the first, `+` of the second.
fn difference(a: &str, b: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && common[i + 1][j] >= common[i][j + 1] {
            out.push_str(&format!("- {}\n", a[i]));
            i += 1;
        } else {
            out.push_str(&format!("+ {}\n", b[j]));
            j += 1;
        }
    }
    out
}

/// The notice that ships, beside the notice that was imported: the lines in which they differ.
fn beside_the_shipped(imported: &ImportedPaper, form: fn(&str) -> String) -> String {
    let shipped =
        |path: &str| form(&fs::read_to_string(repository().join("content").join(NOTICE).join(path)).unwrap());
    let ours = |path: &str| form(&file(imported, path));
    let paths: Vec<&str> = imported.files.iter().map(|(path, _)| path.as_str()).collect();
    let notices = difference(&notice(&shipped("notice.md")), &notice(&ours("notice.md")));
    let tables = difference(&canonical(&shipped("tasks.yaml")), &canonical(&ours("tasks.yaml")));
    format!("{paths:?}\n{notices}---\n{tables}")
}

/// The text of the published page, and what ships. A text does not say when it was published; the days on which names and
/// summaries are due, 放行 and 办结 were set by the bureau, not by the paper.
#[test]
fn the_text_of_the_page_is_the_notice_that_ships() {
    let text = fs::read(repository().join("tests/original.txt")).unwrap();
    let imported = import_paper("页面.txt", &text, Limits::default());
    assert_snapshot!(beside_the_shipped(&imported, narrow), str![]);
}

/// Our own Word file of the notice. 基本信息 stands on the page only.
#[test]
fn our_word_file_is_the_notice_that_ships() {
    let project = Project::year();
    project.build();
    let files: BTreeMap<String, Vec<u8>> =
        project.files(&format!("output/site/{NOTICE}")).into_iter().collect();
    let (name, bytes) = files.iter().find(|(path, _)| path.ends_with(".docx")).unwrap();
    let imported = import_paper(name, bytes, Limits::default());
    assert_snapshot!(beside_the_shipped(&imported, str::to_owned), str![]);
}

const PAPER: &str = "某县教育局\n关于做好开学工作的通知\n各学校：\n请按时开学。\n附件：任务分工表\n某县教育局\n2024年8月20日\n附件\n任务分工表\n序号\t工作任务\t责任股室\t完成时限\n1\t检查校舍\t安全股\t8月底前\n2\t公布校历\t办公室、教育股\t长期坚持\n";

/// The files are written all at once and taken back all at once; a second import writes over nothing.
#[test]
fn a_notice_is_imported_into_a_project() {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [安全股]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n").write("通知.txt", PAPER);
    let import = || project.run(&["import", "通知.txt", "--output", "content/lan/kaixue"]);
    let run = import();
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_snapshot!(run.stdout(), str![]);
    assert_snapshot!(run.stderr(), str![]);
    let again = import();
    assert_eq!(again.code(), 2);
    assert_snapshot!(again.stderr().lines().last().unwrap_or_default(), str![]);
    assert_eq!(project.files("content/lan/kaixue").len(), 2);
    assert_eq!(project.run(&["undo"]).code(), 0);
    assert!(!project.path("content/lan/kaixue").exists());
}

/// Without --output the files are shown.
#[test]
fn a_notice_is_shown() {
    let project = Project::empty();
    project.write("通知.txt", PAPER);
    assert_snapshot!(project.run(&["import", "通知.txt"]).stdout(), str![]);
}

/// The project around a paper lacks nothing but what the paper does not say.
#[test]
fn a_project_is_made_around_a_paper() {
    let project = Project::empty();
    project.write("通知.txt", PAPER);
    let run = project.run(&["new", "zwgk", "--from", "通知.txt"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let heads = |text: String| -> String {
        let is_head = |line: &&str| ["错误[", "警告["].iter().any(|kind| line.starts_with(kind));
        text.lines().filter(is_head).map(|line| format!("{line}\n")).collect()
    };
    assert_snapshot!(heads(project.run(&["--root", "zwgk", "check"]).stdout()), str![]);
    let text = |path: &str| fs::read_to_string(project.path(&format!("zwgk/content/{path}"))).unwrap();
    assert_snapshot!(text("offices.yaml"), str![]);
    let notice = "zwgk/content/tongzhi-gonggao/2024-tongzhi/notice.md";
    project.change(
        notice,
        "# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写",
        "发布日期: 2024-08-21 09:00",
    );
    let run = project.run(&["--root", "zwgk", "build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let all: Vec<(String, Vec<u8>)> = project.files("zwgk/content");
    assert!(all.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("示例县")));
}

/// A file that cannot be read says what to do.
#[test]
fn old_formats_are_named() {
    let project = Project::empty();
    project.write("通知.rtf", "{\\rtf1 text}");
    let run = project.run(&["import", "通知.rtf", "--output", "x"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(run.stderr(), str![]);
    assert!(!project.path("x").exists());
}
