//! Tables of duties in the body, which nothing labels.

use snapbox::str;

use super::of_text;
use crate::testing::assert_snapshot;

/// A table in the body that nothing names has the heading above it for its name, never the title of the paper, which would
/// be read as a second one.
#[test]
fn a_table_in_the_body_has_a_name_of_its_own() {
    let paper = |above: &str| {
        of_text(&format!(
            "关于做好工作的通知\n各股室：\n通知如下。\n{above}\n工作任务\t责任单位\t完成时限\n排查\t执法股\t6月底前\n演练\t办公室\t9月底前\n请抓好落实。\n某县应急局\n2024年3月1日\n"
        ))
    };
    let name = |above: &str| {
        let printed = paper(above);
        printed.lines().find(|line| line.starts_with("表名")).unwrap_or("没有").to_owned()
    };
    assert_snapshot!(
        ["一、任务分工", "一、任务安排。", "任务清单", "具体安排见下表：", "一、"].map(name).join("\n"),
        str![[r#"
表名: 任务分工
表名: 任务安排
表名: 任务清单
表名: 责任分解表
表名: 责任分解表
"#]]
    );
}

/// The printed name of a table below the signature is no second title of the paper.
#[test]
fn an_equal_title_behind_the_body() {
    let paper = "\
关于做好工作的通知
各股室：
　　通知如下。
　　一、重点任务
　　抓好落实。
某县应急局
2024年3月1日
关于做好工作的通知
工作任务\t责任单位\t完成时限
排查\t执法股\t6月底前
演练\t办公室\t9月底前
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
完整标题: 关于做好工作的通知
发文机关: 某县应急局
主送: 各股室
成文日期: 2024-03-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 表: tasks.yaml
  名称: 关于做好工作的通知
  附件标识: false
---

通知如下。

## 重点任务

抓好落实。
==== tasks.yaml
表名: 关于做好工作的通知
列:
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查
  责任单位: 执法股
  完成时限: 6月底前
- 名称: 演练
  责任单位: 办公室
  完成时限: 9月底前
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I086 4 认作“一、”一级的标题，编号由程序生成
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 这里认作表名
I095 9 这张表认作责任分解表，写进了 tasks.yaml，表名用“关于做好工作的通知”，印在原来的文字后面，单独成页

"#]]
    );
}
