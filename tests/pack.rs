//! `gongkai pack`: the package that a clerk uploads, from one build to the next.

use std::fs;

use snapbox::str;

use crate::support::word::unpack;
use crate::support::{NOTICE, Project, assert_snapshot, normalised};

/// Names of the files in a package.
fn names(project: &Project, package: &str) -> Vec<String> {
    let bytes = fs::read(project.path(&format!("upload/{package}"))).unwrap();
    unpack(&bytes).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn a_package_has_what_changed_and_a_list_of_what_is_to_be_removed() {
    let project = Project::clean();
    let run = project.run(&["pack"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let all: Vec<String> = project.files("output/site").into_iter().map(|(path, _)| path).collect();
    let mut packed = names(&project, "上传包-2024-09-01-1.zip");
    packed.sort_unstable();
    assert_eq!(packed, all, "the first one has everything, and nothing but the site");
    let bytes = fs::read(project.path("upload/上传包-2024-09-01-1.zip")).unwrap();
    for (path, content) in unpack(&bytes) {
        assert!(fs::read(project.path(&format!("output/site/{path}"))).unwrap() == content, "{path}");
    }

    let again = project.run(&["pack"]);
    assert!(again.stdout().contains("没有变化"), "{}", again.stdout());
    assert_eq!(project.files("upload").len(), 1);

    project.change(
        &format!("content/{NOTICE}/notice.md"),
        "现将有关事项通知如下。",
        "现将下列事项通知如下。",
    );
    let folder = "gongkai-lingyu/anquan-shengchan/2025-xin";
    crate::support::copy(
        &project.path(&format!("content/{NOTICE}")),
        &project.path(&format!("content/{folder}")),
    );
    assert_eq!(project.run(&["pack"]).code(), 0);
    let second = names(&project, "上传包-2024-09-01-2.zip");
    assert!(
        second.contains(&format!("{NOTICE}/index.html")) && second.contains(&format!("{folder}/index.html"))
    );
    assert!(!second.contains(&"assets/style.css".to_owned()));

    fs::remove_dir_all(project.path(&format!("content/{folder}"))).unwrap();
    let run = project.run(&["pack"]);
    assert!(run.stdout().contains(&format!("  {folder}/data.csv")), "{}", run.stdout());
    let list = fs::read_to_string(project.path("upload/要删除的文件-2024-09-01-3.txt")).unwrap();
    let gone: Vec<&str> = list.lines().collect();
    assert!(gone.contains(&format!("{folder}/index.html").as_str()));
    assert!(gone.iter().all(|path| !project.path(&format!("output/site/{path}")).exists()));

    assert_eq!(project.run(&["pack", "--all"]).code(), 0);
    let mut packed = names(&project, "上传包-2024-09-01-4.zip");
    packed.sort_unstable();
    assert_eq!(packed, all);
}

#[test]
fn nothing_is_packed_while_there_are_errors() {
    let project = Project::clean();
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾股", "责任股室: 救灾古");
    let run = project.run(&["pack"]);
    assert_eq!(run.code(), 1);
    assert!(!project.path("upload").exists() && !project.path("output").exists());
    assert_eq!(project.run(&["pack", "--output", "content/upload"]).code(), 2);
}

#[test]
fn packages_lie_neither_in_the_content_nor_among_what_is_published() {
    let project = Project::clean();
    project.write("文件.txt", "of somebody");
    for language in ["zh", "en"] {
        let told = |folder: &str| {
            let run = project.run(&["pack", "--lang", language, "--output", folder]);
            assert_eq!(run.code(), 2, "{folder}");
            run.stderr().lines().last().unwrap_or_default().to_owned() + "\n"
        };
        let all: String = ["content/upload", "output/site", "文件.txt"].map(told).concat();
        if language == "zh" {
            assert_snapshot!(
                all,
                str![[r#"
错误: “content/upload”在 content 或 templates 里，那里只放网站的内容，请换一个文件夹
错误: “output/site”里的文件都会公开，不能放在那里，请换一个文件夹
错误: 无法写入“文件.txt”：路径中有一处不是文件夹

"#]]
            );
        } else {
            assert_snapshot!(
                all,
                str![[r#"
error: content/upload lies in content or templates, which hold the content of the site; choose another folder
error: everything in output/site is published; choose another folder
error: cannot write 文件.txt: a part of the path is not a folder

"#]]
            );
        }
    }
    assert!(project.files("output/site").iter().all(|(path, _)| !path.contains("上传包")));
}

#[test]
fn a_package_that_cannot_be_written_is_made_by_the_next_run() {
    let project = Project::clean();
    project.write("upload", "a file in the way");
    let run = project.run(&["pack"]);
    assert_snapshot!(normalised(&run.stderr()), str!["错误:无法写入“./upload”:路径中有一处不是文件夹"]);
    assert_eq!(run.code(), 2);
    fs::remove_file(project.path("upload")).unwrap();
    assert_eq!(project.run(&["pack"]).code(), 0);
    assert_eq!(project.files("upload").len(), 1);
}
