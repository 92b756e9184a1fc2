//! Labels of attachments, however they are written and in whatever order they stand.

use super::{changes, document, of_page, of_text, printed, table, words};
use crate::read::import::paper::import_document;
use crate::testing::assert_snapshot;
use snapbox::str;

const ROWS: [&[&str]; 2] = [&["工作任务", "责任股室", "完成时限"], &["落实面积", "粮油股", "3月"]];

/// The files and findings of a letter with lines of text, a table behind the date below a label.
fn labelled(text: &[&str], label: &[&str]) -> String {
    let mut kinds = vec![words("某局关于做好春耕的通知"), words("各股室："), words("现通知如下。")];
    kinds.extend(text.iter().map(|line| words(line)));
    kinds.extend([words("某局"), words("2026年3月2日")]);
    kinds.extend(label.iter().map(|line| words(line)));
    kinds.push(table(&ROWS));
    printed(&import_document("通知.docx", &document(kinds)))
}

/// The list of attachments in the head, the body, the names of tables and the findings about attachments.
pub fn about_attachments(printed: &str) -> String {
    let head = printed.split_once("\n附件:\n").map_or("", |(_, rest)| rest);
    let is_kept = |line: &&str| {
        !line.starts_with("I085") && !line.starts_with("I102") && !line.starts_with("I086")
            || line.contains("附件")
    };
    head.lines().filter(is_kept).collect::<Vec<_>>().join("\n")
}

/// 附件 and its title on one line directly above a table, in a paper without 附件说明.
#[test]
fn a_label_with_its_title_above_a_table() {
    for label in
        ["附件：春耕任务分解表", "附件 春耕任务分解表", "附　件：春耕任务分解表", "附件　春耕任务分解表"]
    {
        assert_snapshot!(
            about_attachments(&labelled(&[], &[label])),
            str![[r#"
- 表: tasks.yaml
  名称: 春耕任务分解表
---

现通知如下。
==== tasks.yaml
表名: 春耕任务分解表
列:
- 工作任务
- 责任股室
- 完成时限
任务:
- 名称: 落实面积
  责任股室: 粮油股
  完成时限: 3月
====
I085 6 原件没有附件说明，这里的附件会列在正文下面的“附件：……”里
I085 6 从这里起认作第1个附件
"#]]
        );
    }
    let page = of_page(
        "<p>某局关于做好春耕的通知</p><p>各股室：</p><p>现通知如下。</p><p>某局</p><p>2026年3月2日</p>\
         <p>附件1：检查方案</p><p>一、检查范围</p><p>全县所有加油站。</p><p>附件2：登记表</p>\
         <table><tr><td>单位</td><td>场次</td></tr><tr><td></td><td></td></tr></table>",
    );
    assert_snapshot!(
        about_attachments(&page),
        str![[r#"
- 文: fujian-1.md
  名称: 检查方案
- 文: fujian-2.md
  名称: 登记表
---

现通知如下。
==== fujian-1.md
## 检查范围

全县所有加油站。
==== fujian-2.md
| 单位 | 场次 |
| --- | --- |
|  |  |
====
I085 6 原件没有附件说明，这里的附件会列在正文下面的“附件：……”里
I085 6 从这里起认作第1个附件
I085 9 从这里起认作第2个附件
"#]]
    );
}

/// A table below 附件 and its title, as 附件说明 names it; and what is otherwise where the label has another title, where
/// spaces stand within 附件, and where it is 附表1, which is printed as 附件.
#[test]
fn a_label_that_differs_from_the_list() {
    let print = |listed, label: &[&str]| about_attachments(&labelled(&[listed], label));
    let usual = print("附件：春耕任务分解表", &["附件", "春耕任务分解表"]);
    assert_snapshot!(
        usual.clone(),
        str![[r#"
- 表: tasks.yaml
  名称: 春耕任务分解表
---

现通知如下。
==== tasks.yaml
表名: 春耕任务分解表
列:
- 工作任务
- 责任股室
- 完成时限
任务:
- 名称: 落实面积
  责任股室: 粮油股
  完成时限: 3月
====
I085 4 这里认作附件说明
I085 7 从这里起认作第1个附件
"#]]
    );
    assert_snapshot!(
        changes(&usual, &print("附件：任务分解表", &["附件：春耕任务分解表"])),
        str![[r#"
-  名称: 春耕任务分解表
+  名称: 任务分解表
+I094 附件说明里是“任务分解表”，附件自己的标题是“春耕任务分解表”

"#]]
    );
    assert_eq!(changes(&usual, &print("附　件：春耕任务分解表", &["附  件", "春耕任务分解表"])), "");
    assert_snapshot!(
        changes(&usual, &print("附件：春耕任务分解表", &["附表1", "春耕任务分解表"])),
        str![[r#"
-I085 从这里起认作第1个附件
+I085 从这里起认作第1个附件，“附表1”印作“附件”

"#]]
    );
}

const LETTER: &str = "某局关于做好春耕的通知\n各股室：\n现通知如下。\n附件：1.活动安排\n2.统计表\n3.口号\n某局\n2026年3月2日\n";

/// Attachments are known by their number, wherever they stand, and by their title where they have none.
#[test]
fn attachments_in_another_order() {
    let behind = "附件3\n口号\n人人参与。\n附件1\n活动安排\n9月启动。\n附件2\n统计表\n填写场次。\n";
    assert_snapshot!(
        about_attachments(&of_text(&format!("{LETTER}{behind}"))),
        str![[r#"
- 文: fujian-1.md
  名称: 活动安排
- 文: fujian-2.md
  名称: 统计表
- 文: fujian-3.md
  名称: 口号
---

现通知如下。
==== fujian-1.md
9月启动。
==== fujian-2.md
填写场次。
==== fujian-3.md
人人参与。
====
I085 4 这里认作附件说明
I085 9 从这里起认作第3个附件
I085 12 从这里起认作第1个附件
I085 15 从这里起认作第2个附件
"#]]
    );
    let behind = "附件\n口号\n人人参与。\n附件\n活动安排\n9月启动。\n";
    assert_snapshot!(
        about_attachments(&of_text(&format!("{LETTER}{behind}"))),
        str![[r#"
- 文: fujian-1.md
  名称: 活动安排
- 文件: files/统计表
  名称: 统计表
- 文: fujian-3.md
  名称: 口号
---

现通知如下。
==== fujian-1.md
9月启动。
==== fujian-3.md
人人参与。
====
I085 4 这里认作附件说明
I093 5 附件“统计表”的内容不在这个文件里
I085 9 从这里起认作第3个附件，“附件”印作“附件3”
I085 12 从这里起认作第1个附件，“附件”印作“附件1”
"#]]
    );
}

/// Number and title contradict each other: the label stays what it is, and both names are printed. Without 附件说明,
/// numbers that two labels have or that leave a gap are told.
#[test]
fn numbers_that_contradict() {
    let behind = "附件2\n活动安排\n9月启动。\n附件1\n统计表\n填写场次。\n";
    assert_snapshot!(
        about_attachments(&of_text(&format!("{LETTER}{behind}"))),
        str![[r#"
- 文: fujian-1.md
  名称: 活动安排
  标题: 统计表
- 文: fujian-2.md
  名称: 统计表
  标题: 活动安排
- 文件: files/口号
  名称: 口号
---

现通知如下。
==== fujian-1.md
填写场次。
==== fujian-2.md
9月启动。
====
I085 4 这里认作附件说明
I093 6 附件“口号”的内容不在这个文件里
I085 9 从这里起认作第2个附件
I094 9 附件说明里是“统计表”，附件自己的标题是“活动安排”
I085 12 从这里起认作第1个附件
I094 12 附件说明里是“活动安排”，附件自己的标题是“统计表”
"#]]
    );
    let (letter, rest) = LETTER.split_once("附件：1").unwrap();
    let letter = format!("{letter}{}", rest.split_once("口号\n").unwrap().1);
    let behind =
        "附件2\n统计表\n填写场次。\n附件1\n活动安排\n9月启动。\n附件1\n口号\n人人参与。\n附件9\n范文\n略。\n";
    assert_snapshot!(
        about_attachments(&of_text(&format!("{letter}{behind}"))),
        str![[r#"
- 文: fujian-1.md
  名称: 活动安排
- 文: fujian-2.md
  名称: 统计表
- 文: fujian-3.md
  名称: 口号
- 文: fujian-4.md
  名称: 范文
---

现通知如下。
==== fujian-1.md
9月启动。
==== fujian-2.md
填写场次。
==== fujian-3.md
人人参与。
==== fujian-4.md
略。
====
I085 6 原件没有附件说明，这里的附件会列在正文下面的“附件：……”里
I085 6 从这里起认作第2个附件
I085 9 从这里起认作第1个附件
I085 12 从这里起认作第3个附件，“附件1”印作“附件3”
I085 15 从这里起认作第4个附件，“附件9”印作“附件4”
"#]]
    );
}
