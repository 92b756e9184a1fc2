//! Names of attachments in 附件说明.

use super::labels::about_attachments;
use super::of_text;
use crate::testing::assert_snapshot;
use snapbox::str;

/// Names without numbers on lines of their own are names of their own where attachments behind the paper have them as
/// titles, or where each has the form of a name.
#[test]
fn names_without_numbers() {
    let letter = |names: &str, behind: &str| {
        about_attachments(&of_text(&format!(
            "某局关于开展创建的通知\n各股室：\n现通知如下。\n附件：{names}\n某局\n2026年3月2日\n{behind}"
        )))
    };
    let behind = "附件1\n创建要求\n组织健全。\n附件2\n申报书\n一式三份。\n附件3\n责任分工\n略。\n";
    assert_snapshot!(
        letter("创建要求\n《申报书》（一式三份）\n责任分工", behind),
        str![[r#"
- 文: fujian-1.md
  名称: 创建要求
- 文: fujian-2.md
  名称: 《申报书》（一式三份）
  标题: 申报书
- 文: fujian-3.md
  名称: 责任分工
---

现通知如下。
==== fujian-1.md
组织健全。
==== fujian-2.md
一式三份。
==== fujian-3.md
略。
====
I085 4 这里认作附件说明
I085 5 这一行认作另一个附件的名称，印出来按顺序编号
I085 6 这一行认作另一个附件的名称，印出来按顺序编号
I085 9 从这里起认作第1个附件
I085 12 从这里起认作第2个附件
I094 12 附件说明里是“《申报书》（一式三份）”，附件自己的标题是“申报书”
I085 15 从这里起认作第3个附件
"#]]
    );
    assert_snapshot!(
        letter("《创建标准》；\n《申报表》（一式三份）。", ""),
        str![[r#"
- 文件: files/《创建标准》
  名称: 《创建标准》
- 文件: files/《申报表》（一式三份）
  名称: 《申报表》（一式三份）
---

现通知如下。
====
I085 4 这里认作附件说明，名称后面的“；”“。”没有保留
I093 4 附件“《创建标准》”的内容不在这个文件里
I085 5 这一行认作另一个附件的名称，印出来按顺序编号
I093 5 附件“《申报表》（一式三份）”的内容不在这个文件里
"#]]
    );
    // The rest of a name, which is the title of the only attachment.
    let behind = "附件\n创建工作方案任务分解表\n略。\n";
    assert_snapshot!(
        letter("创建工作方案\n任务分解表", behind),
        str![[r#"
- 文: fujian-1.md
  名称: 创建工作方案任务分解表
---

现通知如下。
==== fujian-1.md
略。
====
I085 4 这里认作附件说明
I085 5 这一行认作上一行附件名称的后半，合成“创建工作方案任务分解表”
I085 8 从这里起认作第1个附件
"#]]
    );
    assert_snapshot!(
        letter("2026年全县文明单位创建工作重点任务\n责任分解表", ""),
        str![[r#"
- 文件: files/2026年全县文明单位创建工作重点任务责任分解表
  名称: 2026年全县文明单位创建工作重点任务责任分解表
---

现通知如下。
====
I085 4 这里认作附件说明
I093 4 附件“2026年全县文明单位创建工作重点任务责任分解表”的内容不在这个文件里
I085 5 这一行认作上一行附件名称的后半，合成“2026年全县文明单位创建工作重点任务责任分解表”
"#]]
    );
    assert_snapshot!(
        letter("创建工作方案\n及任务分解表", ""),
        str![[r#"
- 文件: files/创建工作方案及任务分解表
  名称: 创建工作方案及任务分解表
---

现通知如下。
====
I085 4 这里认作附件说明
I093 4 附件“创建工作方案及任务分解表”的内容不在这个文件里
I085 5 这一行认作上一行附件名称的后半，合成“创建工作方案及任务分解表”
"#]]
    );
}
