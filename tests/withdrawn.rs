//! 撤下: a short page takes a notice's place; nothing else is left of it.

use std::fs;

use crate::support::{Project, copy, files, repository};

const DAY: &str = "2025-03-06";
const HOME: &str = "content/gongwen/lianhe/notice.md";
const OTHER: &str = "content/gongwen/yinfa/notice.md";
const RECORD: &str = "撤下: {日期: 2025-03-06, 原因: 内容有误，已重新印发。, 见: ../yinfa}\n发文字号:";

/// The papers of the golden folder, one of them withdrawn, with a file, and another that links to both.
fn project() -> Project {
    let project = Project::empty();
    copy(&repository().join("tests/site/papers/content"), &project.path("content"));
    project.write("content/gongwen/lianhe/files/暗记.txt", "暗记");
    let site = fs::read_to_string(project.path("content/site.yaml")).unwrap();
    if !site.contains("域名:") {
        project.write("content/site.yaml", site + "域名: www.example.gov.cn\n");
    }
    let body = fs::read_to_string(project.path(HOME)).unwrap() + "\n暗记文字，见[附表](files/暗记.txt)。\n";
    project.write(HOME, body);
    let links = "请认真贯彻执行。见[通知](../lianhe/notice.md)、[附表](../lianhe/files/暗记.txt)。";
    project.change(OTHER, "请认真贯彻执行。", links);
    project
}

/// The files of the output that hold some words, in their name or their text.
fn holding(project: &Project, words: &str) -> Vec<String> {
    let all = files(&project.path("output")).into_iter();
    let holds = |(path, bytes): &(String, Vec<u8>)| {
        path.contains(words) || String::from_utf8_lossy(bytes).contains(words)
    };
    all.filter(holds).map(|(path, _)| path).collect()
}

fn build(project: &Project) {
    let run = project.run_on(DAY, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
}

fn page(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(&format!("output/site/{path}"))).unwrap()
}

#[test]
fn a_short_page_takes_the_place_of_a_notice() {
    let project = project();
    build(&project);
    assert!(holding(&project, "暗记文字").len() > 2 && holding(&project, "学生资助工作").len() > 5);
    let before = project.files("output/site/gongwen/lianhe").len();
    project.change(HOME, "发文字号:", RECORD);
    build(&project);
    assert_eq!(holding(&project, "暗记文字"), [""; 0]);
    assert!(before > 3);
    let left = project.files("output/site/gongwen/lianhe");
    assert_eq!(left.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["index.html"]);
    // Its title stands on its own page and, once, in the feed.
    assert_eq!(holding(&project, "学生资助工作"), ["site/feed.xml", "site/gongwen/lianhe/index.html"]);
    let own = page(&project, "gongwen/lianhe/index.html");
    for words in [
        "<meta name=\"robots\" content=\"noindex\">",
        "本文件已于2025年3月6日撤下。",
        "撤下原因：内容有误，已重新印发。",
        "请见：<a href=\"../yinfa/index.html\">",
    ] {
        assert!(own.contains(words), "{words}: {own}");
    }
    let feed = page(&project, "feed.xml");
    assert_eq!(feed.matches("gongwen/lianhe").count(), 2, "id and link of one entry: {feed}");
    assert!(feed.contains("<title>已撤下："), "{feed}");
    assert!(feed.contains("本文件已于2025年3月6日撤下。内容有误，已重新印发。"), "{feed}");
    assert!(!page(&project, "sitemap.xml").contains("lianhe"));
    // Links to the notice and to its file lead to the page that says so.
    let other = page(&project, "gongwen/yinfa/index.html");
    assert_eq!(other.matches("href=\"../lianhe/index.html\"").count(), 2, "{other}");
}

/// Errors elsewhere in a withdrawn notice stop nothing; in what its page shows they do.
#[test]
fn only_errors_in_what_is_shown_stop_the_build() {
    let project = project();
    project.change(HOME, "发文字号:", &format!("没有的项目: 甲\n{RECORD}"));
    project.change(HOME, "暗记文字", "电话15912345678，见[没有](没有.md)");
    build(&project);
    let stopped = |from: &str, to: &str| {
        project.change(HOME, from, to);
        let run = project.run_on(DAY, &["build"]);
        project.change(HOME, to, from);
        assert_eq!(run.code(), 1, "{to}");
        run.stderr()
    };
    assert!(stopped("已重新印发。", "电话15912345678。").contains("[P"));
    assert!(stopped("原因: 内容有误，已重新印发。", "原因: ").contains("[D030]"));
    assert!(stopped("日期: 2025-03-06, 原", "日期: 2025-03-07, 原").contains("[D030]"));
    assert!(stopped("见: ../yinfa", "见: ../lianhe").contains("[D030]"));
    build(&project);
}
