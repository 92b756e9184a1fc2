//! Progress notes, the roster and summaries: how they are read, and what of them becomes public.

use std::path::Path;

use crate::support::sheet::{Sheet, sheets};
use crate::support::{NOTICE, Project, YEAR_OVER, repository};

const NOTE: &str =
    "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.2\"\n状态: 正在推进\n公开: true\n---\n进展正常。\n";

/// A project with one more note.
fn with_note(note: &str) -> Project {
    let project = Project::clean();
    project.write(&format!("content/{NOTICE}/progress/2024-08-31-weihua.md"), note);
    project
}

fn found(project: &Project) -> String {
    let run = project.run(&["check"]);
    run.stdout()
}

#[test]
fn yes_and_no_are_read_as_written_and_nothing_else_is() {
    for yes in ["true", "false", "是", "否", "True", "\"true\""] {
        let project = with_note(&NOTE.replace("公开: true", &format!("公开: {yes}")));
        assert_eq!(project.run(&["check"]).code(), 0, "{yes}");
    }
    for wrong in ["yes", "公开", "1", "", "[true]"] {
        let found = found(&with_note(&NOTE.replace("公开: true", &format!("公开: {wrong}"))));
        assert!(found.contains("错误[R006]"), "{wrong}: {found}");
    }
}

#[test]
fn what_nobody_would_read_is_found() {
    let project = with_note(NOTE);
    for (path, words) in [
        ("progress/2024-09.md.txt", "不是 .md 文件，不会被读取"),
        ("progress/a.yaml", "不是 .md 文件，不会被读取"),
        ("summary/总结.docx", "不是 .md 文件，不会被读取"),
        ("progress/index.md", "与总览页同名"),
        ("progress/2024-08-31-WEIHUA.md", "只有大小写不同"),
    ] {
        let path = format!("content/{NOTICE}/{path}");
        project.write(&path, NOTE);
        assert!(found(&project).contains(words), "{path}: {}", found(&project));
        std::fs::remove_file(project.path(&path)).unwrap();
    }
}

#[test]
fn a_note_without_its_head_is_found() {
    let found = found(&with_note("进展正常。\n"));
    assert!(found.contains("R003") && found.contains("接着写日期、股室、事项、状态等"), "{found}");
}

/// Links count from the note's own folder, as editors show them, or from the notice, as 佐证材料 do.
#[test]
fn links_of_notes_are_followed() {
    let file = "jiancha.csv";
    let project =
        with_note(&format!("{NOTE}\n[一](../files/{file})、[二](files/{file})、[三](files/无.csv)\n"));
    project.write(&format!("content/{NOTICE}/files/{file}"), "甲\n");
    let found = found(&project);
    assert_eq!(found.matches("R009").count(), 1, "{found}");
    assert!(found.contains("链接“files/无.csv”打不开"), "{found}");
}

/// What only internal notes and unsigned summaries name is not published; what public ones name is.
#[test]
fn files_follow_their_notes() {
    let link = "\n[附](../files/内部.csv)\n";
    let evidence = "佐证材料: files/内部.csv\n公开: true";
    let note = NOTE.replace("公开: true", evidence);
    for (note, public) in [
        (note.clone(), true),
        (note.replace("公开: true", "公开: false"), false),
        (note.replace("公开: true\n", ""), false),
        (format!("{}{link}", NOTE.replace("公开: true", "公开: 否")), false),
        (format!("{NOTE}{link}"), true),
        // Its day has not come.
        (note.replace("2024-08-30", "2024-09-02"), false),
    ] {
        let project = with_note(&note);
        project.write(&format!("content/{NOTICE}/files/内部.csv"), "甲\n");
        project.build();
        let there = project.path(&format!("output/site/{NOTICE}/files/内部.csv")).exists();
        assert_eq!(there, public, "{note}");
    }
    let project = Project::clean();
    let unsigned = format!(
        "---\n股室: 危化股\n年度: 2024\n公开: true\n签字: {{股室负责人: 示例甲, 分管领导: , 日期: 2024-08-30}}\n---\n{link}"
    );
    project.write(&format!("content/{NOTICE}/files/内部.csv"), "甲\n");
    for (summary, public) in [(unsigned.clone(), false), (unsigned.replace("领导: ", "领导: 示例乙"), true)]
    {
        project.write(&format!("content/{NOTICE}/summary/2024-weihua.md"), summary).build();
        assert_eq!(project.path(&format!("output/site/{NOTICE}/files/内部.csv")).exists(), public);
    }
}

/// Rules about words and personal data read what is public, and only that.
#[test]
fn rules_read_public_notes_only() {
    let spoken = NOTE.replace("进展正常。", "联系电话13800138000。");
    let public = found(&with_note(&spoken));
    assert!(public.contains("P003"), "{public}");
    let private = found(&with_note(&spoken.replace("公开: true", "公开: false")));
    assert!(!private.contains("P003"), "{private}");
}

#[test]
fn a_site_has_its_own_words_for_progress() {
    let project = with_note(&NOTE.replace("正在推进", "正在办理"));
    let words = |words: &str| {
        let site = "content/site.yaml";
        let text = std::fs::read_to_string(project.path(site)).unwrap();
        let text = text.split("进展状态:").next().unwrap().to_owned();
        project.write(site, format!("{text}进展状态:\n{words}"));
        found(&project)
    };
    let fine = "  - {状态: 正在办理, 类别: 正在推进, 颜色: 黄}\n  - {状态: 已办结, 类别: 已完成}\n  - 滞后\n  - 正在推进\n";
    assert!(words(fine).contains("共 0 处错误"), "{}", words(fine));
    for (wrong, words_of_it) in [
        ("  - 正在办理\n", "缺少“类别”"),
        ("  - {状态: 正在办理, 类别: 推进}\n", "不认识“推进”"),
        ("  - {状态: 正在办理, 类别: 正在推进, 颜色: 粉}\n", "可用：灰、蓝、绿、黄、红"),
        ("  - 滞后\n  - 滞后\n", "“滞后”写了两次"),
        ("  - {类别: 滞后}\n", "缺少“状态”"),
    ] {
        let found = words(wrong);
        assert!(found.contains(words_of_it), "{wrong}: {found}");
    }
}

/// A word of its own in every internal field there is: none of them is anywhere in what is published.
#[test]
fn nothing_internal_is_published() {
    let project = Project::year();
    let mut planted: Vec<String> = Vec::new();
    let mut word = || {
        let word = format!("暗记{}号", planted.len() + 1);
        planted.push(word.clone());
        word
    };
    let private = format!(
        "---\n日期: 2024-12-02\n股室: 危化股\n事项: \"1.2\"\n状态: 滞后\n标题: {}\n填报人: {}\n佐证材料: [files/{}.csv, {}]\n公开: false\n---\n{}\n",
        word(),
        word(),
        "暗记文件",
        word(),
        word(),
    );
    let write = |path: &str, text: String| {
        project.write(&format!("content/{NOTICE}/{path}"), text);
    };
    write("progress/an.md", private.clone());
    write("progress/暗记名.md", private.replace("公开: false\n", ""));
    write("files/暗记文件.csv", format!("{}\n", word()));
    let future = private.replace("2024-12-02", "2025-01-16").replace("false", "true");
    write("progress/ci.md", future.replace("暗记文件.csv", "暗记次日.csv"));
    write("files/暗记次日.csv", format!("{}\n", word()));
    write(
        "roster.yaml",
        format!("名单: [{{股室: 危化股, 责任人: {}, 联络人: {}, 电话: {}}}]\n", word(), word(), word()),
    );
    let head = "---\n股室: 危化股\n年度: 2024\n";
    let signed = |head: String, leader: String| {
        format!("签字: {{股室负责人: {head}, 分管领导: {leader}, 日期: 2024-12-09}}\n---\n")
    };
    write("summary/an.md", format!("{head}公开: true\n---\n{}\n", word()));
    write("summary/an2.md", format!("{head}公开: false\n{}{}\n", signed(word(), word()), word()));
    write("summary/gong.md", format!("{head}公开: true\n{}总结。\n", signed(word(), word())));
    let run = project.run_on(YEAR_OVER, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    planted.extend(["暗记文件".to_owned(), "暗记次日".to_owned(), "暗记名".to_owned()]);
    for (path, bytes) in project.files("output/site") {
        let is_workbook = Path::new(&path).extension().is_some_and(|ending| ending == "xlsx");
        let text = if is_workbook {
            sheets(&bytes).iter().map(Sheet::dump).collect()
        } else {
            String::from_utf8_lossy(&bytes).into_owned()
        };
        for word in &planted {
            assert!(!path.contains(word) && !text.contains(word), "{word} is in {path}");
        }
    }
}

/// What the READMEs say of the content that ships.
#[test]
fn the_content_that_ships_has_the_findings_that_are_told() {
    let run = Project::year().run_on(YEAR_OVER, &["check"]);
    let last = run.stdout().trim_end().lines().last().unwrap().to_owned();
    assert_eq!(last, "共 0 处错误，20 处警告，5 处提示");
    let read = |name: &str| std::fs::read_to_string(repository().join(name)).unwrap();
    assert!(read("README.zh-CN.md").contains("（`--today 2025-01-15`），共 0 处错误、20 处警告、5 处提示"));
    assert!(read("README.md").contains("(`--today 2025-01-15`) there are 0 errors, 20 warnings and 5 notes"));
}
