//! Bodies that tell of the tasks of a table, and differ from it.

use super::{changes, of_text};
use crate::testing::assert_snapshot;
use snapbox::str;

fn paper(body: &str, rows: &str) -> String {
    let text = format!(
        "某县应急管理局关于开展检查的通知\n各乡镇人民政府：\n    现将有关事项通知如下，请认真贯彻落实。\n{body}\n    附件：责任分解表\n                              某县应急管理局\n                              2024年3月5日\n附件\n责任分解表\n序号\t工作任务\t责任单位\t完成时限\n{rows}"
    );
    let printed = of_text(&text);
    // The head is that of other tests.
    printed.split_once("\n---\n\n").map(|(_, rest)| rest.to_owned()).unwrap_or(printed)
}

const ROWS: &str =
    "1\t排查隐患\t各乡镇\t6月底前\n2\t夜间执法\t执法股\t9月底前\n3\t宣传教育\t宣传科\t长期坚持\n";

/// A body in which one name of three is another.
const OTHER_NAME: &str =
    "一、排查隐患。全面排查。\n二、加强应急演练。每季度演练一次。\n三、宣传教育。广泛宣传。";

/// The difference that another body makes.
fn instead(body: &str) -> String {
    changes(&paper(OTHER_NAME, ROWS), &paper(body, ROWS))
}

/// One name of three is another: the paragraph between two that are told of is the task between them.
#[test]
fn a_name_that_is_another() {
    assert_snapshot!(
        paper(OTHER_NAME, ROWS),
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。

{{任务要求}}
==== tasks.yaml
表名: 责任分解表
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查隐患
  要求: 全面排查。
  责任单位: 各乡镇
  完成时限: 6月底前
- 名称: 夜间执法
  正文标题: 加强应急演练。
  要求: 每季度演练一次。
  责任单位: 执法股
  完成时限: 9月底前
- 名称: 宣传教育
  要求: 广泛宣传。
  责任单位: 宣传科
  完成时限: 长期坚持
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I086 4 认作“一、”一级的标题，编号由程序生成
I096 4 从这里起的3段的任务名称与表对得上，写进了各项任务的“要求”，正文里用“{{任务要求}}”代替
I086 5 认作“一、”一级的标题，编号由程序生成
I097 5 任务在正文里是“加强应急演练”，在表里是“夜间执法”
I086 6 认作“一、”一级的标题，编号由程序生成
I085 7 这里认作附件说明
I085 8 这里认作署名
I085 9 这里认作成文日期
I085 10 从这里起认作第1个附件
I102 12 这张表认作责任分解表，3项任务写进了 tasks.yaml

"#]]
    );
}

/// A paragraph without a task, and a task without a paragraph: nothing is moved in the first case.
#[test]
fn a_paragraph_or_a_task_too_many() {
    let body = "一、排查隐患。全面排查。\n二、加强应急演练。每季度演练一次。\n三、夜间执法。每周两次。\n四、宣传教育。广泛宣传。";
    assert_snapshot!(
        instead(body),
        str![[r#"
-{{任务要求}}
+## 排查隐患。
+
+全面排查。
+
+## 加强应急演练。
+
+每季度演练一次。
+
+## 夜间执法。
+
+每周两次。
+
+## 宣传教育。
+
+广泛宣传。
-  要求: 全面排查。
-  正文标题: 加强应急演练。
-  要求: 每季度演练一次。
-  要求: 广泛宣传。
-I096 从这里起的3段的任务名称与表对得上，写进了各项任务的“要求”，正文里用“{{任务要求}}”代替
+I097 从这里起的4段说的是表中的任务，但与表不能逐项对上，照写留在正文里，没有换成“{{任务要求}}”
+I086 认作“一、”一级的标题，编号由程序生成
+I097 正文里的任务“加强应急演练”在表里没有找到
-I097 任务在正文里是“加强应急演练”，在表里是“夜间执法”

"#]]
    );
    let body = "一、排查隐患。全面排查。\n二、宣传教育。广泛宣传。";
    assert_snapshot!(
        instead(body),
        str![[r#"
-  正文标题: 加强应急演练。
-  要求: 每季度演练一次。
-I086 认作“一、”一级的标题，编号由程序生成
-I096 从这里起的3段的任务名称与表对得上，写进了各项任务的“要求”，正文里用“{{任务要求}}”代替
-I097 任务在正文里是“加强应急演练”，在表里是“夜间执法”
+I096 从这里起的2段的任务名称与表对得上，写进了各项任务的“要求”，正文里用“{{任务要求}}”代替
+I097 表里的任务“夜间执法”在正文逐项写的任务里没有找到

"#]]
    );
}

/// Another order: both stay as they are written.
#[test]
fn another_order() {
    let body = "一、宣传教育。广泛宣传。\n二、夜间执法。每周两次。\n三、排查隐患。全面排查。";
    assert_snapshot!(
        instead(body),
        str![[r#"
-{{任务要求}}
+## 宣传教育。
+
+广泛宣传。
+
+## 夜间执法。
+
+每周两次。
+
+## 排查隐患。
+
+全面排查。
-  要求: 全面排查。
-  正文标题: 加强应急演练。
-  要求: 每季度演练一次。
-  要求: 广泛宣传。
-I096 从这里起的3段的任务名称与表对得上，写进了各项任务的“要求”，正文里用“{{任务要求}}”代替
+I097 从这里起的3段说的是表中的任务，但与表不能逐项对上，照写留在正文里，没有换成“{{任务要求}}”
-I097 任务在正文里是“加强应急演练”，在表里是“夜间执法”

"#]]
    );
}
