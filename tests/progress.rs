//! Progress notes, the roster and summaries: how they are read, and what of them becomes public.

use crate::support::{NOTICE, Project};

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
    let file = "shili-2024-08-jiancha.csv";
    let project =
        with_note(&format!("{NOTE}\n[一](../files/{file})、[二](files/{file})、[三](files/无.csv)\n"));
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
