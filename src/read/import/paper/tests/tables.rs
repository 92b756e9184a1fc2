//! Tables of a paper, and what becomes of their cells.

use snapbox::str;

use super::{FRONT, attached, document, printed, table, words};
use crate::read::document::BlockKind;
use crate::read::import::paper::import_document;
use crate::testing::assert_snapshot;

/// The title of a table that stands in its first row is written once.
#[test]
fn a_title_within_the_table() {
    let rows: [&[&str]; 3] =
        [&["责任分解表", "<", "<"], &["工作任务", "责任单位", "完成时限"], &["排查", "执法股", "6月底前"]];
    let mut all: Vec<BlockKind> = FRONT[..7].iter().copied().map(words).collect();
    all.push(table(&rows));
    let printed = printed(&import_document("通知.docx", &document(all)));
    assert_snapshot!(
        printed.split_once("\n---\n\n").unwrap().1,
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 责任分解表
列:
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查
  责任单位: 执法股
  完成时限: 6月底前
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I085 5 这里认作署名
I085 6 这里认作成文日期
I085 7 从这里起认作第1个附件
I102 8 这张表认作责任分解表，1项任务写进了 tasks.yaml

"#]]
    );
}

/// Lines of a cell that only the width of the column divides are one value; others are several.
#[test]
fn lines_of_a_narrow_column() {
    let rows: [&[&str]; 8] = [
        &["工作任务", "责任单位", "完成时限"],
        &["一", "县自然资/源局", "6月/底前"],
        &["二", "县发改局/县财政/局", "2024年/12月/底前"],
        &["三", "长岭乡/人民政府", "长期/坚持"],
        &["四", "审批股/法规股", "6月底前/12月底前"],
        &["五", "财务/人事股", "2024年底前/视情况"],
        &["六", "各乡镇/县直各单位", "6月/9月"],
        &["七", "办公室/（牵头）", "长期坚持/视情况"],
    ];
    assert_snapshot!(
        attached(vec![table(&rows)]),
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 责任分解表
列:
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 一
  责任单位: 县自然资源局
  完成时限: 6月底前
- 名称: 二
  责任单位:
  - 县发改局
  - 县财政局
  完成时限: 2024年12月底前
- 名称: 三
  责任单位: 长岭乡人民政府
  完成时限: 长期坚持
- 名称: 四
  责任单位:
  - 审批股
  - 法规股
  完成时限:
  - 6月底前
  - 12月底前
- 名称: 五
  责任单位:
  - 财务
  - 人事股
  完成时限:
  - 2024年底前
  - 视情况
- 名称: 六
  责任单位:
  - 各乡镇
  - 县直各单位
  完成时限:
  - 6月
  - 9月
- 名称: 七
  责任单位: 办公室（牵头）
  完成时限:
  - 长期坚持
  - 视情况
====
I102 9 这张表认作责任分解表，7项任务写进了 tasks.yaml
I103 1 这一格的“县自然资⏎源局”分了行，有的行单独读不通，认作列太窄换的行，合成“县自然资源局”
I103 1 这一格的“县发改局⏎县财政⏎局”分了行，有的行单独读不通，认作列太窄换的行，合成“县发改局⏎县财政局”
I103 1 这一格的“长岭乡⏎人民政府”分了行，有的行单独读不通，认作列太窄换的行，合成“长岭乡人民政府”
I103 1 这一格的“办公室⏎（牵头）”分了行，有的行单独读不通，认作列太窄换的行，合成“办公室（牵头）”
I103 1 这一格的“6月⏎底前”分了行，有的行单独读不通，认作列太窄换的行，合成“6月底前”
I103 1 这一格的“2024年⏎12月⏎底前”分了行，有的行单独读不通，认作列太窄换的行，合成“2024年12月底前”
I103 1 这一格的“长期⏎坚持”分了行，有的行单独读不通，认作列太窄换的行，合成“长期坚持”

"#]]
    );
}

/// Numbers of pages that somebody typed between two parts of a table, and within the text, are left out.
#[test]
fn typed_numbers_of_pages() {
    let head: &[&str] = &["序号", "工作任务", "责任单位"];
    let mut all: Vec<BlockKind> = FRONT.map(words).into();
    all.insert(3, words("- 1 -"));
    all.push(table(&[head, &["1", "排查", "执法股"]]));
    all.push(words("—2—"));
    all.push(words("续表"));
    all.push(table(&[head, &["2", "演练", "执法股"]]));
    all.push(words("第3页 共4页"));
    all.push(table(&[&["3", "总结", "办公室"]]));
    let printed = printed(&import_document("通知.docx", &document(all)));
    assert_snapshot!(
        printed.split_once("\n---\n\n").unwrap().1,
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 责任分解表
列:
- 序号
- 工作任务
- 责任单位
任务:
- 名称: 排查
  责任单位: 执法股
- 名称: 演练
  责任单位: 执法股
- 名称: 总结
  责任单位: 办公室
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I078 4 写在文中的页码“- 1 -；—2—；第3页 共4页”没有导入
I085 5 这里认作附件说明
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 从这里起认作第1个附件
I102 10 这张表认作责任分解表，3项任务写进了 tasks.yaml
I100 13 这张表认作上面的表的后一部分，接成了一张，“续表”没有导入
I100 15 这张表认作上面的表的后一部分，接成了一张

"#]]
    );
}

/// Lists of people and of bodies, and signatures side by side, have no head: their rows become lines.
#[test]
fn names_in_rows() {
    let all = vec![
        words("某县教育局关于表扬的通报"),
        words("决定对下列单位和个人予以表扬。"),
        words("一、先进集体"),
        table(&[&["县第一中学", "县实验小学", "县机关幼儿园"]]),
        words("二、先进个人"),
        table(&[&["王　芳", "李　娜", "张　伟"], &["刘洋", "陈静", "欧阳修"], &["宓某", "", ""]]),
        words("三、名次"),
        table(&[&["一等奖", "二等奖"], &["张三", "李四"]]),
        words("四、名单"),
        table(&[&["姓名", "单位"], &["张三", "县教育局"]]),
        table(&[&["县教育局", "县财政局"], &["", "2024年3月1日"]]),
    ];
    assert_snapshot!(
        printed(&import_document("通报.docx", &document(all))),
        str![[r#"
==== notice.md
---
完整标题: 某县教育局关于表扬的通报
发文机关:
- 县教育局
- 县财政局
成文日期: 2024-03-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

决定对下列单位和个人予以表扬。

## 先进集体

县第一中学　　县实验小学　　县机关幼儿园

## 先进个人

王　芳　　李　娜　　张　伟

刘洋　　陈静　　欧阳修

宓某

## 名次

| 一等奖 | 二等奖 |
| --- | --- |
| 张三 | 李四 |

## 名单

| 姓名 | 单位 |
| --- | --- |
| 张三 | 县教育局 |
====
I085 1 这里认作标题
I086 3 认作“一、”一级的标题，编号由程序生成
I095 4 这张表没有表头，只是把名称排成行，导入后不再是表，一行写成一段
I086 5 认作“一、”一级的标题，编号由程序生成
I095 6 这张表没有表头，只是把名称排成行，导入后不再是表，一行写成一段
I086 7 认作“一、”一级的标题，编号由程序生成
I086 9 认作“一、”一级的标题，编号由程序生成
I085 11 这里认作成文日期
I085 11 这里认作署名

"#]]
    );
}
