//! `{{责任分解表}}`: a table that stands within a text, once, and comes back from Word at its place.

use std::fs;

use gongkai::read::document::Limits;
use gongkai::read::import::import_paper;
use snapbox::str;

use crate::support::{LATER, Project, assert_snapshot, copy, normalised, repository, visible_text};

const HEAD: &str =
    "---\n标题: 通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n";
const TABLE: &str = "表名: 表\n列: [工作任务, 责任股室]\n任务:\n  - {名称: 修路, 责任股室: 甲股}\n  - {名称: 架桥, 责任股室: 甲股}\n";

/// A project of one notice with these attachments and this body, and of another notice with a table.
fn project(attachments: &str, body: &str) -> Project {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲股]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n");
    project.write("content/lan/qita/tasks-9.yaml", TABLE);
    project
        .write(
            "content/lan/qita/notice.md",
            format!("{HEAD}  - {{表: tasks-9.yaml, 名称: 表}}\n---\n现通知如下。\n"),
        )
        .write("content/lan/tongzhi/notice.md", format!("{HEAD}{attachments}---\n{body}"));
    for name in ["tasks.yaml", "tasks-2.yaml"] {
        project.write(&format!("content/lan/tongzhi/{name}"), TABLE);
    }
    project
}

/// The findings about placeholders in the notice.
fn findings(attachments: &str, body: &str, language: &str) -> String {
    let project = project(attachments, body);
    let run = project.run_on("2024-09-01", &["--lang", language, "check"]);
    let text = run.stdout();
    let all = text.split("\n\n").filter(|finding| finding.contains("[R011]") || finding.contains("[R022]"));
    all.map(|finding| finding.replace("content/lan/tongzhi/", "") + "\n\n").collect()
}

const FREE: &str = "  - {表: tasks.yaml, 名称: 表, 附件标识: false}\n";
const SECOND: &str = "  - {表: tasks-2.yaml, 名称: 表, 附件标识: false}\n";

#[test]
fn what_cannot_be_placed_is_told() {
    let cases = [
        // There is no table at all, and one of that name stands in another notice.
        ("  []\n", "现通知如下。\n\n{{责任分解表}}\n"),
        (FREE, "现通知如下。\n\n{{责任分解表 ../qita/tasks-9.yaml}}\n\n{{责任分解表 task.yaml}}\n"),
        ("  - {表: tasks.yaml, 名称: 表}\n", "任务见附件。\n\n{{责任分解表}}\n"),
        (&format!("{FREE}{SECOND}"), "现通知如下。\n\n{{责任分解表}}\n"),
        (FREE, "现通知如下。\n\n{{责任分解表}}\n\n再看一遍。\n\n{{责任分解表 tasks.yaml}}\n"),
        (FREE, "现通知如下。\n{{责任分解表}}\n\n- 一项\n\n  {{责任分解表}}\n"),
    ];
    let all: String = cases.iter().map(|(head, body)| findings(head, body, "zh") + "========\n").collect();
    assert_snapshot!(
        all,
        str![[r#"
错误[R022]: “附件”里没有责任分解表，这里放不了
  --> notice.md:11:1
   |
11 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
建议: 在开头的“附件”里加上这张表，写明“附件标识: false”；或删去这一行

========
错误[R011]: 不认识的占位“{{责任分解表 ../qita/tasks-9.yaml}}”
  --> notice.md:11:1
   |
11 | {{责任分解表 ../qita/tasks-9.yaml}}
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 可用的占位是单独一行的“{{责任分解表 tasks.yaml}}”

错误[R011]: 不认识的占位“{{责任分解表 task.yaml}}”
  --> notice.md:13:1
   |
13 | {{责任分解表 task.yaml}}
   | ^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 可用的占位是单独一行的“{{责任分解表 tasks.yaml}}”

========
错误[R022]: 这张表列在附件说明里，单独成页，不能又放在正文中间
  --> notice.md:11:1
   |
11 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
建议: 放在这里的，在开头“附件”的这张表下写“附件标识: false”；作附件的，删去这一行

========
错误[R022]: 不止一张表，不知道放哪一张
  --> notice.md:12:1
   |
12 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
建议: 写明文件名：“{{责任分解表 tasks.yaml}}、{{责任分解表 tasks-2.yaml}}”

========
错误[R022]: 这张表前面已经放过
  --> notice.md:15:1
   |
15 | {{责任分解表 tasks.yaml}}
   | ^^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: “{{责任分解表 tasks.yaml}}”只留一处，另一处删去

========
错误[R022]: 这一行和上下文连着，表放不进来
  --> notice.md:10:1
   |
10 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
建议: 顶格单独写一行，上面和下面各空一行

错误[R022]: 这一行和上下文连着，表放不进来
  --> notice.md:14:3
   |
14 |   {{责任分解表}}
   |   ^^^^^^^^^^^^^^
   |
建议: 顶格单独写一行，上面和下面各空一行

========

"#]]
    );
    let all: String = cases.iter().map(|(head, body)| findings(head, body, "en") + "========\n").collect();
    assert_snapshot!(
        all,
        str![[r#"
error[R022]: no table is attached that could stand here
  --> notice.md:11:1
   |
11 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
help: add the table to 附件 in the head, with `附件标识: false`, or delete this line

========
error[R011]: unknown placeholder {{责任分解表 ../qita/tasks-9.yaml}}
  --> notice.md:11:1
   |
11 | {{责任分解表 ../qita/tasks-9.yaml}}
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
help: the placeholder that can be used is `{{责任分解表 tasks.yaml}}`, on a line of its own

error[R011]: unknown placeholder {{责任分解表 task.yaml}}
  --> notice.md:13:1
   |
13 | {{责任分解表 task.yaml}}
   | ^^^^^^^^^^^^^^^^^^^^^^^^
   |
help: the placeholder that can be used is `{{责任分解表 tasks.yaml}}`, on a line of its own

========
error[R022]: this table is listed as an attachment on pages of its own, and cannot stand within the text, too
  --> notice.md:11:1
   |
11 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
help: write `附件标识: false` below the table under 附件 in the head, or delete this line

========
error[R022]: there are several tables; it is not known which one stands here
  --> notice.md:12:1
   |
12 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
help: write the name of its file: `{{责任分解表 tasks.yaml}}、{{责任分解表 tasks-2.yaml}}`

========
error[R022]: this table stands further up already
  --> notice.md:15:1
   |
15 | {{责任分解表 tasks.yaml}}
   | ^^^^^^^^^^^^^^^^^^^^^^^^^
   |
help: keep {{责任分解表 tasks.yaml}} in one place and delete the other

========
error[R022]: this line is a part of a paragraph, list or quotation: no table can stand here
  --> notice.md:10:1
   |
10 | {{责任分解表}}
   | ^^^^^^^^^^^^^^
   |
help: write it at the beginning of a line of its own, with a blank line above and below

error[R022]: this line is a part of a paragraph, list or quotation: no table can stand here
  --> notice.md:14:3
   |
14 |   {{责任分解表}}
   |   ^^^^^^^^^^^^^^
   |
help: write it at the beginning of a line of its own, with a blank line above and below

========

"#]]
    );
}

/// A table that could not be read is no reason to say that there is none.
#[test]
fn a_table_that_cannot_be_read_is_told_once() {
    let project = project(FREE, "现通知如下。\n\n{{责任分解表}}\n");
    project.write("content/lan/tongzhi/tasks.yaml", "表名: [\n");
    let told = project.run_on("2024-09-01", &["check"]).stdout();
    assert!(told.contains("R002") && !told.contains("R011") && !told.contains("R022"), "{told}");
}

/// The Word documents of the notices, and their pages, become the notices again: each table at its place.
#[test]
fn tables_come_back_at_their_places() {
    let project = Project::empty();
    copy(&repository().join("tests/site/placed/content"), &project.path("content"));
    let run = project.run_on(LATER, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    for (notice, papers) in [("zhuanxiang", &["notice.md"][..]), ("yinfa", &["notice.md", "fangan.md"])] {
        for file in [format!("{notice}.docx"), "index.html".to_owned()] {
            let path = project.path(&format!("output/site/gongwen/{notice}/{file}"));
            let imported = import_paper(&file, &fs::read(path).unwrap(), Limits::default());
            for paper in papers {
                let folder = repository().join("tests/site/placed/content/gongwen").join(notice);
                let was = fs::read_to_string(folder.join(paper)).unwrap();
                let (_, is) = imported.files.iter().find(|(path, _)| path == paper).unwrap();
                let is = String::from_utf8_lossy(is);
                let body = |text: &str| text.rsplit("---\n").next().unwrap_or_default().trim().to_owned();
                assert_eq!(body(&is), body(&was), "{notice} {file} {paper}");
            }
            let told = imported.report.findings().iter().any(|finding| finding.code.id == "I095");
            assert!(!told, "{notice} {file}: a table moved");
        }
    }
}

/// A long table has its first part at its place, with the links to its further pages.
#[test]
fn a_long_table_is_divided() {
    let project = project(FREE, "前文。\n\n{{责任分解表}}\n\n后文。\n");
    let rows: String = (1..=3000).map(|n| format!("  - {{名称: 任务{n}, 责任股室: 甲股}}\n")).collect();
    project.write(
        "content/lan/tongzhi/tasks.yaml",
        format!("表名: 表\n列: [工作任务, 责任股室]\n任务:\n{rows}"),
    );
    let page = project.build_later().path("output/site/lan/tongzhi/index.html");
    let page = fs::read_to_string(page).unwrap();
    let seen = normalised(&visible_text(&page));
    let at = |words: &str| {
        assert_eq!(seen.matches(words).count(), 1, "{words}");
        seen.find(words).unwrap()
    };
    assert!(at("前文。") < at("任务1甲股") && at("任务1甲股") < at("本表共3000行"));
    assert!(at("本表共3000行") < at("后文。"));
    assert_eq!(page.matches("id=\"fujian-1\"").count(), 1);
    assert!(project.path("output/site/lan/tongzhi/table-1-2.html").exists());
}
