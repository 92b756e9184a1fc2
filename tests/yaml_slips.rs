//! Slips in YAML that lose words or make a file unreadable, as they are printed.

use snapbox::str;

use crate::support::{Project as Folder, assert_snapshot};

/// Findings of one kind about the table of a notice in a language, whole as they are printed.
fn checked(table: &str, language: &str) -> String {
    let folder = project(table);
    let run = folder.run(&["check", "--lang", language]);
    let all = format!("{}{}", run.stdout(), run.stderr());
    let about_table = |finding: &&str| finding.contains("tasks.yaml");
    all.split("\n\n").filter(about_table).collect::<Vec<_>>().join("\n\n") + "\n"
}

fn project(table: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲局]\n");
    folder.write("content/lan/column.yaml", "名称: 栏目\n");
    folder.write(
        "content/lan/tongzhi/notice.md",
        "---\n标题: 通知\n发文机关: 某局\n成文日期: 2020-01-01\n发布日期: 2020-01-02 09:00\n附件:\n  - {表: tasks.yaml, 名称: 表}\n---\n现通知如下。\n",
    );
    folder.write("content/lan/tongzhi/tasks.yaml", table);
    folder
}

#[test]
fn words_behind_a_number_sign_are_told() {
    let table = "表名: 表\n任务:\n  - 名称: 维修办公楼和 # 号楼之间的道路\n    举措:\n      - 工作举措: x\n";
    let table = table.replace(
        "      - 工作举措: x\n",
        "      - 责任股室: 甲局\n        内容: 检查全县的加油站 # 含农村的加油点\n",
    );
    assert_snapshot!(
        checked(&table, "zh"),
        str![[r#"
提示[R021]: “#”后面的文字是注释，不会公开
 --> content/lan/tongzhi/tasks.yaml:3:16
  |
3 |   - 名称: 维修办公楼和 # 号楼之间的道路
  |                        ^^^^^^^^^^^^^^^^
  |
建议: 是正文的，给整段文字加引号；确是注释的，移到单独一行，或者在“#”前多空一格
另有1处：
  content/lan/tongzhi/tasks.yaml:6:22

"#]]
    );
    assert_snapshot!(
        checked(&table, "en"),
        str![[r#"
note[R021]: the words behind `#` are a comment and are not published
 --> content/lan/tongzhi/tasks.yaml:3:16
  |
3 |   - 名称: 维修办公楼和 # 号楼之间的道路
  |                        ^^^^^^^^^^^^^^^^
  |
help: quote the whole text where they belong to it; put a comment on a line of its own, or two spaces before the `#`
and 1 more place:
  content/lan/tongzhi/tasks.yaml:6:22

"#]]
    );
    let quoted = table.replace("维修办公楼和 # 号楼之间的道路", "\"维修办公楼和 # 号楼之间的道路\"");
    assert_eq!(checked(&quoted.replace("站 # 含", "站  # 含"), "zh"), "\n");
}

#[test]
fn items_that_are_only_a_comment_are_told() {
    let of = |item: &str| {
        format!(
            "表名: 表\n任务:\n  - {{名称: 甲, 举措: [{{内容: 乙, 责任股室: 甲局}}]}}\n表注:\n  - 丙\n  {item}\n"
        )
    };
    assert_snapshot!(
        checked(&of("-  #丁"), "zh"),
        str![[r#"
错误[R002]: “#”后面的文字会被当作注释而丢掉
 --> content/lan/tongzhi/tasks.yaml:6:6
  |
6 |   -  #丁
  |      ^^^
  |
建议: 给整段文字加引号；确是注释的，写在单独一行

"#]]
    );
    assert_snapshot!(
        checked(&of("-  #丁"), "en"),
        str![[r#"
error[R002]: the text behind `#` counts as a comment and is lost
 --> content/lan/tongzhi/tasks.yaml:6:6
  |
6 |   -  #丁
  |      ^^^
  |
help: quote the text; a comment stands on a line of its own

"#]]
    );
    for item in ["- #丁", "- # 丁", "-\t#丁", "- [戊 # 己]", "- {戊: 己 # 庚}", "- 戊 #己"] {
        assert!(checked(&of(item), "zh").contains("“#”后面的文字会被当作注释而丢掉"), "{item}");
    }
    assert!(checked(&of("- 检查全县的加油站 # 含农村"), "zh").contains("R021"));
    for item in ["-   # 待补", "- ## 待补", "- 戊　# 己", "- 检查全县的加油站 #"] {
        let told = checked(&of(item), "zh");
        assert!(!told.contains("R002") && !told.contains("R021"), "{item}: {told}");
    }
}

#[test]
fn comments_behind_values_are_no_text() {
    for line in [
        "责任股室: 甲局 # 牵头单位待核",
        "完成时限: 2025年12月31日 # 按上级的要求",
        "名称: 修路 # 第一项",
        "名称: 维修办公楼之间的道路  # 待核",
        "名称: 维修办公楼之间的道路 # TODO",
    ] {
        let table = format!("表名: 表\n任务:\n  - {line}\n");
        assert!(!checked(&table, "zh").contains("R021"), "{line}");
    }
}

#[test]
fn spaces_of_another_width_are_corrected_where_there_is_one_answer() {
    let right = "表名: 表\n任务:\n  - 名称: 甲\n    责任股室: 甲局\n    举措:\n      - 内容: 乙\n        完成时限: 年底\n";
    let wrong = "　表名:　表\n任务:\n　- 名称: 甲\n\u{a0} \u{a0} 责任股室:\u{a0}甲局\n　　举措:\n　　  - 　内容: 乙\n        完成时限: 年底\n";
    let folder = project(wrong);
    folder.run(&["check", "--fix"]);
    assert_eq!(std::fs::read_to_string(folder.path("content/lan/tongzhi/tasks.yaml")).unwrap(), right);
    // Below a measure, a line may belong to it or to its task.
    let open = "表名: 表\n任务:\n  - 名称: 甲\n    举措:\n      - 内容: 乙\n　　责任股室: 甲局\n";
    let folder = project(open);
    folder.run(&["check", "--fix"]);
    assert_eq!(std::fs::read_to_string(folder.path("content/lan/tongzhi/tasks.yaml")).unwrap(), open);
}

#[test]
fn spaces_of_another_width_before_a_line_are_told() {
    let of = |indent: &str| {
        format!("表名: 表\n任务:\n  - 名称: 甲\n{indent}责任股室: 甲局\n{indent}完成时限: 年底\n")
    };
    assert_snapshot!(
        checked(&of("　　"), "zh"),
        str![[r#"
错误[R002]: 行首用了全角空格
 --> content/lan/tongzhi/tasks.yaml:4:1
  |
4 | 　　责任股室: 甲局
  | ^^^^
  |
建议: 改为半角空格，与同级的行对齐

错误[R002]: 行首用了全角空格
 --> content/lan/tongzhi/tasks.yaml:5:1
  |
5 | 　　完成时限: 年底
  | ^^^^
  |
建议: 改为半角空格，与同级的行对齐

"#]]
    );
    assert_snapshot!(
        checked(&of("\u{a0}\u{a0}\u{a0}\u{a0}"), "zh"),
        str![[r#"
错误[R002]: 行首用了不换行空格之类的特殊空格
 --> content/lan/tongzhi/tasks.yaml:4:1
  |
4 |     责任股室: 甲局
  | ^^^^
  |
建议: 改为半角空格，与同级的行对齐

错误[R002]: 行首用了不换行空格之类的特殊空格
 --> content/lan/tongzhi/tasks.yaml:5:1
  |
5 |     完成时限: 年底
  | ^^^^
  |
建议: 改为半角空格，与同级的行对齐

"#]]
    );
    assert_snapshot!(
        checked(&of("　　"), "en"),
        str![[r#"
error[R002]: full-width spaces stand at the beginning of a line
 --> content/lan/tongzhi/tasks.yaml:4:1
  |
4 | 　　责任股室: 甲局
  | ^^^^
  |
help: use ASCII spaces, aligned with the lines of its level

error[R002]: full-width spaces stand at the beginning of a line
 --> content/lan/tongzhi/tasks.yaml:5:1
  |
5 | 　　完成时限: 年底
  | ^^^^
  |
help: use ASCII spaces, aligned with the lines of its level

"#]]
    );
    // Before an item, behind its hyphen, before the first field, and before all fields of the file.
    assert_snapshot!(
        checked("表名: 表\n任务:\n　- 名称: 甲\n　　责任股室: 甲局\n", "zh"),
        str![[r#"
错误[R002]: 行首用了全角空格
 --> content/lan/tongzhi/tasks.yaml:3:1
  |
3 | 　- 名称: 甲
  | ^^
  |
建议: 改为半角空格，与同级的行对齐

错误[R002]: 行首用了全角空格
 --> content/lan/tongzhi/tasks.yaml:4:1
  |
4 | 　　责任股室: 甲局
  | ^^^^
  |
建议: 改为半角空格，与同级的行对齐

"#]]
    );
    assert_snapshot!(
        checked("表名: 表\n任务:\n  -　名称: 甲\n    责任股室: 甲局\n", "zh"),
        str![[r#"
错误[R002]: 列表项的横线后面没有空格
 --> content/lan/tongzhi/tasks.yaml:3:3
  |
3 |   -　名称: 甲
  |   ^
  |
建议: 横线后面加一个空格“- ”

"#]]
    );
    assert_snapshot!(
        checked("　表名: 表\n任务:\n  - 名称: 甲\n", "zh"),
        str![[r#"
错误[R002]: 行首用了全角空格
 --> content/lan/tongzhi/tasks.yaml:1:1
  |
1 | 　表名: 表
  | ^^
  |
建议: 改为半角空格，与同级的行对齐

"#]]
    );
    assert_snapshot!(
        checked("表名: 表\n任务:\n  - 名称: 甲\n    举措:\n　　　　- 内容: 乙\n", "zh"),
        str![[r#"
错误[R002]: 行首用了全角空格
 --> content/lan/tongzhi/tasks.yaml:5:1
  |
5 | 　　　　- 内容: 乙
  | ^^^^^^^^
  |
建议: 改为半角空格，与同级的行对齐

"#]]
    );
    assert_snapshot!(
        checked("\u{a0}\u{a0}表名: 表\n", "zh"),
        str![[r#"
错误[R002]: 行首用了不换行空格之类的特殊空格
 --> content/lan/tongzhi/tasks.yaml:1:1
  |
1 |   表名: 表
  | ^^
  |
建议: 改为半角空格，与同级的行对齐

"#]]
    );
    assert_snapshot!(
        checked("表名:　表\n任务:\n  - 名称:\u{a0}甲\n", "zh"),
        str![[r#"
错误[R002]: 项目名的冒号后面没有空格
 --> content/lan/tongzhi/tasks.yaml:3:7
  |
3 |   - 名称: 甲
  |         ^
  |
建议: 冒号后面加一个空格“: ”

"#]]
    );
}
