//! Tables in several parts, and the words beside them.

use super::{FRONT, attached, document, of_text, printed, table, words};
use crate::read::document::BlockKind;
use crate::read::import::paper::import_document;
use crate::testing::assert_snapshot;
use snapbox::str;

const HEAD: [&str; 4] = ["序号", "工作任务", "责任单位", "完成时限"];

/// 续表 with the head again, then a part without a head.
#[test]
fn parts_of_one_table() {
    let parts = vec![
        table(&[&HEAD, &["1", "排查隐患", "各乡镇", "6月底前"], &["2", "夜间执法", "执法股", "9月底前"]]),
        words("续表"),
        table(&[&HEAD, &["3", "宣传教育", "宣传科", "长期坚持"]]),
        table(&[&["4", "应急演练", "执法股", "12月底前"], &["5", "总结", "局办公室", "12月底前"]]),
    ];
    assert_snapshot!(
        attached(parts),
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 责任分解表
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查隐患
  责任单位: 各乡镇
  完成时限: 6月底前
- 名称: 夜间执法
  责任单位: 执法股
  完成时限: 9月底前
- 名称: 宣传教育
  责任单位: 宣传科
  完成时限: 长期坚持
- 名称: 应急演练
  责任单位: 执法股
  完成时限: 12月底前
- 名称: 总结
  责任单位: 局办公室
  完成时限: 12月底前
====
I102 9 这张表认作责任分解表，5项任务写进了 tasks.yaml
I100 11 这张表认作上面的表的后一部分，接成了一张，“续表”没有导入
I100 12 这张表认作上面的表的后一部分，接成了一张

"#]]
    );
}

/// Words between two parts whose numbers go on are a row across the table.
#[test]
fn parts_below_words() {
    let parts = vec![
        table(&[&HEAD, &["一、预防", "<", "<", "<"], &["1", "排查隐患", "各乡镇", "6月底前"]]),
        words("二、处置"),
        table(&[&HEAD, &["2", "夜间执法", "执法股", "9月底前"], &["3", "应急演练", "执法股", "长期坚持"]]),
    ];
    assert_snapshot!(
        attached(parts),
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 责任分解表
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
分组:
- 通栏: 一、预防
  任务:
  - 名称: 排查隐患
    责任单位: 各乡镇
    完成时限: 6月底前
- 通栏: 二、处置
  任务:
  - 名称: 夜间执法
    责任单位: 执法股
    完成时限: 9月底前
  - 名称: 应急演练
    责任单位: 执法股
    完成时限: 长期坚持
====
I102 9 这张表认作责任分解表，3项任务写进了 tasks.yaml
I100 11 这张表认作上面的表的后一部分，接成了一张

"#]]
    );
}

/// Numbers that begin again may be those of another table.
#[test]
fn two_tables_of_one_head() {
    let parts = vec![
        table(&[&HEAD, &["1", "排查隐患", "各乡镇", "6月底前"]]),
        words("乡镇部分"),
        table(&[&HEAD, &["1", "夜间执法", "执法股", "9月底前"]]),
    ];
    assert_snapshot!(
        attached(parts),
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== fujian-1.md
| 序号 | 工作任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 排查隐患 | 各乡镇 | 6月底前 |

乡镇部分

| 序号 | 工作任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 夜间执法 | 执法股 | 9月底前 |
====
I095 9 这个附件里有责任分解表，但不止一张表，或者另有图片，照写成了文稿，没有写成 tasks.yaml
I100 11 这张表的表头与上面的表相同，序号没有相接，不能确定是不是同一张，没有接起来

"#]]
    );
}

/// Tables of a text that follow one another are tables of their own, whatever their heads, but for a 续表.
#[test]
fn tables_of_a_text_with_one_head() {
    let head = ["学校", "人数"];
    let first = || table(&[&head, &["一中", "12"]]);
    let second = || table(&[&head, &["二中", "8"]]);
    let body = |parts: Vec<BlockKind>| {
        let mut all: Vec<BlockKind> = FRONT[..3].iter().map(|line| words(line)).collect();
        all.extend(parts);
        all.extend(FRONT[4..6].iter().map(|line| words(line)));
        printed(&import_document("通知.docx", &document(all)))
    };
    assert_eq!(body(vec![first(), second()]).matches("| 学校 | 人数 |").count(), 2);
    assert_eq!(body(vec![first(), words("续表"), second()]).matches("| 学校 | 人数 |").count(), 1);
}

/// Words above and below a table are its notes.
#[test]
fn words_beside_a_table() {
    let paper = "\
某县应急管理局关于开展检查的通知
各乡镇人民政府：
    现将有关事项通知如下，请认真贯彻落实。
    附件：责任分解表
                              某县应急管理局
                              2024年3月5日
附件
责任分解表
填表时间：2024年3月
本表由各乡镇逐月填报。
序号\t工作任务\t责任单位\t完成时限
1\t排查隐患\t各乡镇\t6月底前
2\t夜间执法\t执法股\t9月底前
排在前面的为牵头单位
填表人：张某某　　　电话：3720055
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
标题: 关于开展检查的通知
发文机关: 某县应急管理局
主送: 各乡镇人民政府
成文日期: 2024-03-05
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 表: tasks.yaml
  名称: 责任分解表
---

现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 责任分解表
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查隐患
  责任单位: 各乡镇
  完成时限: 6月底前
- 名称: 夜间执法
  责任单位: 执法股
  完成时限: 9月底前
表注:
- 填表时间：2024年3月
- 本表由各乡镇逐月填报。
- 排在前面的为牵头单位
- 填表人：张某某　　　电话：3720055
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I085 5 这里认作署名
I085 6 这里认作成文日期
I085 7 从这里起认作第1个附件
I089 9 表上面的这一处写进了“表注”，印在表的下面
I089 10 表上面的这一处写进了“表注”，印在表的下面
I102 11 这张表认作责任分解表，2项任务写进了 tasks.yaml
I085 14 这里认作表注
I065 15 表注“填表人：张某某　　　电话：3720055”里有联系人或电话，会公开
I085 15 这里认作表注

"#]]
    );
}

/// A paper of three hundred pages with a table of two thousand rows, which is divided over its pages.
#[test]
fn a_long_paper_with_a_long_table() {
    const ROWS: usize = 2_000;
    let rows: Vec<[String; 4]> = (1..=ROWS)
        .map(|number| {
            [number.to_string(), format!("任务{number}"), "各乡镇".to_owned(), "6月底前".to_owned()]
        })
        .collect();
    let mut parts: Vec<BlockKind> = Vec::new();
    for rows in rows.chunks(20) {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows = std::iter::once(HEAD.as_slice()).chain(rows.iter().map(Vec::as_slice));
        parts.push(table(&rows.collect::<Vec<_>>()));
    }
    let mut all: Vec<BlockKind> = FRONT.map(words).into();
    let body = (0..4_400).map(|_| words("　　各单位要加强组织领导，落实责任，按时完成各项任务。"));
    all.splice(3..3, body);
    all.extend(parts);
    let imported = import_document("通知.docx", &document(all));
    let text = |path: &str| {
        let file = imported.files.iter().find(|(known, _)| known == path);
        String::from_utf8(file.unwrap().1.clone()).unwrap()
    };
    let tasks = text("tasks.yaml");
    assert_eq!(tasks.matches("- 名称: 任务").count(), ROWS);
    assert!(tasks.contains("- 名称: 任务2000\n"));
    assert_eq!(text("notice.md").matches("落实责任").count(), 4_400);
}
