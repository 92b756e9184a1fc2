//! Drafts, and notices of a day to come: checked, previewed, and nowhere in what is built.

use std::fs;

use crate::support::{Project, copy, files, repository};

const HOME: &str = "content/gongwen/lianhe/notice.md";

/// The papers of the golden folder, with changes to one of them.
fn project(changes: &[(&str, &str)]) -> Project {
    let project = Project::empty();
    copy(&repository().join("tests/site/papers/content"), &project.path("content"));
    for (old, new) in changes {
        project.change(HOME, old, new);
    }
    project
}

/// The files of the whole output that hold some words, in their name or their text.
fn holding(project: &Project, words: &str) -> Vec<String> {
    let all = files(&project.path("output")).into_iter();
    let holds = |(path, bytes): &(String, Vec<u8>)| {
        path.contains(words) || String::from_utf8_lossy(bytes).contains(words)
    };
    all.filter(holds).map(|(path, _)| path).collect()
}

#[test]
fn a_draft_is_nowhere_in_what_is_built() {
    let draft = [("发文字号:", "公开: false\n发文字号:")];
    let shown = project(&[]);
    assert_eq!(shown.run_on("2025-03-06", &["build"]).code(), 0);
    assert!(holding(&shown, "lianhe").len() > 5 && !holding(&shown, "学生资助工作").is_empty());
    let held = project(&draft);
    let run = held.run_on("2025-03-06", &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_eq!(holding(&held, "lianhe"), [""; 0]);
    assert_eq!(holding(&held, "学生资助工作"), [""; 0]);
    let found = held.run_on("2025-03-06", &["check"]).stdout();
    assert!(found.contains("提示[D010]: 这份通知是草稿，不公开"), "{found}");
}

#[test]
fn errors_of_a_draft_are_told_and_stop_nothing() {
    let wrong = project(&[("发文字号:", "公开: false\n没有的项目: 甲\n发文字号:")]);
    let run = wrong.run_on("2025-03-06", &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let found = wrong.run_on("2025-03-06", &["check"]).stdout();
    assert!(found.contains("错误[R004]: 没有“没有的项目”这一项"), "{found}");
    assert!(found.contains("\n下一步：错误都在还没有公开的内容里，可以运行 gongkai build；"), "{found}");
    assert!(fs::exists(wrong.path("output/site/gongwen/yinfa/index.html")).unwrap());
}

#[test]
fn a_notice_of_a_day_to_come_waits_for_it() {
    let early = project(&[("发布日期: 2025-03-05 09:00", "发布日期: 2025-03-10 09:00")]);
    assert_eq!(early.run_on("2025-03-06", &["build"]).code(), 0);
    assert_eq!(holding(&early, "lianhe"), [""; 0]);
    assert!(early.run_on("2025-03-06", &["check"]).stdout().contains("发布日期2025-03-10还没有到"));
    assert_eq!(early.run_on("2025-03-10", &["build"]).code(), 0);
    assert!(fs::exists(early.path("output/site/gongwen/lianhe/index.html")).unwrap());
}

#[test]
fn a_link_to_a_draft_is_an_error() {
    let project = project(&[("发文字号:", "公开: false\n发文字号:")]);
    let other = "content/gongwen/yinfa/notice.md";
    project.change(other, "请认真贯彻执行。", "请认真贯彻执行。见[通知](../lianhe/notice.md)。");
    let run = project.run_on("2025-03-06", &["build"]);
    assert_eq!(run.code(), 1);
    assert!(run.stderr().contains("[R009]"), "{}", run.stderr());
}

/// A file of a draft that cannot be read belongs to the draft all the same.
#[test]
fn errors_in_the_files_of_a_draft_stop_nothing() {
    let draft = (
        "发文字号:",
        "公开: false\n附件:\n  - {表: biao.yaml, 名称: 任务表}\n  - {文: shuoming.md, 名称: 说明}\n  - {文件: files/dengji.txt, 名称: 登记表}\n发文字号:",
    );
    let project = project(&[draft]);
    let home = HOME.trim_end_matches("notice.md");
    project.write(&format!("{home}biao.yaml"), "表名: [没有写完\n");
    project.write(&format!("{home}shuoming.md"), b"\xff\xfe\xff");
    project.write(&format!("{home}files/dengji.txt"), "联系人：王某，15912345678\n");
    project.write(&format!("{home}progress/a.md"), "没有开头的报告\n");
    project.write(&format!("{home}summary/b.md"), "---\n股室: 没有这个股室\n---\n");
    let run = project.run_on("2025-03-06", &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let found = project.run_on("2025-03-06", &["check"]).stdout();
    for file in ["biao.yaml", "shuoming.md", "progress/a.md", "summary/b.md", "notice.md"] {
        assert!(found.contains(&format!("--> {home}{file}")), "{file}: {found}");
    }
    assert!(found.contains("错误[P003]"), "{found}");
    assert_eq!(holding(&project, "15912345678"), [""; 0]);
}

/// The number in a file that a published notice names, too, is the published notice's.
#[test]
fn a_file_that_is_published_elsewhere_is_not_only_the_draft_s() {
    let named = "附件:\n  - {文件: ../yinfa/files/dengji.txt, 名称: 登记表}\n发文字号:";
    for (path, stops) in [("content/gongwen/yinfa/notice.md", true), (HOME, false)] {
        let project = project(&[("发文字号:", &format!("公开: false\n{named}"))]);
        project.write("content/gongwen/yinfa/files/dengji.txt", "联系人：王某，15912345678\n");
        if path != HOME {
            let text = fs::read_to_string(project.path(path)).unwrap();
            project.write(
                path,
                text.replacen("请认真贯彻执行。", "请认真贯彻执行，见[登记表](files/dengji.txt)。", 1),
            );
        }
        let run = project.run_on("2025-03-06", &["build"]);
        assert_eq!(run.code(), i32::from(stops), "{}", run.stderr());
    }
}
