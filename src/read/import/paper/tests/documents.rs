//! Papers of a word processor.

use snapbox::str;

use super::*;
use crate::testing::assert_snapshot;

/// Typefaces, counted numbers, bold words, links, a picture, lists, tables of both kinds in the text.
#[test]
#[expect(clippy::too_many_lines, reason = "whole printed papers")]
fn a_document_of_word() {
    let title = |words| looking(Typeface::TitleSong, Align::Center, words);
    let counted = |number: &str, line: &str| {
        let number = Some((number.to_owned(), 0));
        BlockKind::Paragraph(Paragraph { number, words: vec![text(line)], ..Paragraph::default() })
    };
    let mut document = document(vec![
        title("某县教育局"),
        title("2024年工作安排"),
        words("各学校："),
        BlockKind::Paragraph(paragraph(vec![
            bold("进展："),
            text("立足“"),
            bold("实际”"),
            text("，见"),
            Words::Link { url: "https://www.gov.cn/a b".to_owned(), text: "国务院文件".to_owned() },
            text("和"),
            Words::Link { url: "./W02.xlsx".to_owned(), text: "检查表".to_owned() },
            text("。"),
        ])),
        counted("一、", "总体要求"),
        counted("1、", "按时报送"),
        counted("●", "第一点"),
        counted("●", "第二点"),
        BlockKind::Paragraph(paragraph(vec![Words::Picture(0)])),
        BlockKind::Paragraph(paragraph(vec![
            text("上图见"),
            Words::Picture(1),
            Words::LineBreak,
            text("　　换行以后。"),
        ])),
        table(&[&["类别", "数量|个", "<"], &["甲", "1", "2"], &["^", "*3*", "4"]]),
        counted("二、", "任务分工"),
        table(&[
            &["序号", "任务", "责任单位", "时限"],
            &["1", "排查", "甲科/乙科", "3月底前"],
            &["^", "^", "丙科", "4月底前"],
        ]),
        looking(Typeface::FangSong, Align::End, "某县教育局"),
        looking(Typeface::FangSong, Align::End, "2024年3月1日"),
        table(&[&["抄送：县委办。", "<"], &["某县教育局办公室", "2024年3月2日印发"]]),
    ]);
    let picture = |name: &str, bytes: &[u8]| Picture {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
        words: "示意[图]".to_owned(),
    };
    document.pictures = vec![picture("image 1.png", &[0xFF, 1, 2]), picture("icon.gif", &[])];
    assert_snapshot!(
        printed(&import_document("安排.docx", &document)),
        str![[r#"
==== notice.md
---
标题: 2024年工作安排
发文机关: 某县教育局
主送: 各学校
成文日期: 2024-03-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
抄送: 县委办
印发机关: 某县教育局办公室
印发日期: 2024-03-02
附件:
- 表: tasks.yaml
  名称: 任务分工
  附件标识: false
---

**进展**：立足“**实际**”，见[国务院文件](<https://www.gov.cn/a b>)和检查表。

## 总体要求

1、按时报送

- 第一点
- 第二点

![示意\[图\]](files/image-1.png)

上图见

换行以后。

| 类别 | 数量\|个 |  |
| --- | --- | --- |
| 甲 | 1 | 2 |
|  | \*3\* | 4 |

## 任务分工

{{责任分解表}}
==== tasks.yaml
表名: 任务分工
印表名: false
列:
- 序号
- 任务
- 责任单位
- 时限
任务:
- 名称: 排查
  举措:
  - 责任单位:
    - 甲科
    - 乙科
    时限: 3月底前
  - 责任单位: 丙科
    时限: 4月底前
==== files/image-1.png: 3 bytes
====
I085 1 这里认作标题
I085 3 这里认作主送机关
I098 4 链接“./W02.xlsx”没有保留，只留下文字
I086 5 认作“一、”一级的标题，编号由程序生成
I087 6 这一段像是标题，编号不是“一、”“（一）”“1.”“（1）”的写法，程序不生成，照写在段落里
I098 10 图片“icon.gif”不在这个文件里，没有导入
I095 11 正文里的这张表有合并的单元格，导入后不再合并，文字在第一格
I086 12 认作“一、”一级的标题，编号由程序生成
I102 13 这张表认作责任分解表，1项任务写进了 tasks.yaml，原件上没有表名，不印，Excel 表里用“任务分工”，仍印在原处
I085 14 这里认作署名
I085 15 这里认作成文日期
I085 16 这里认作抄送机关
I085 16 这里认作印发机关和印发日期

"#]]
    );
}

/// Findings are printed at the paragraph, which people count, with its words.
#[test]
fn findings_stand_at_their_paragraph() {
    let document = document(vec![
        words("某局关于某事的通知"),
        words("某局："),
        words("请办。"),
        words("某局"),
        words("2024年8月1日"),
    ]);
    let imported = import_document("通知.docx", &document);
    assert_snapshot!(
        folded(&imported.report, &imported.sources, Lang::Zh, Severity::Error),
        str![[r#"
[1m[92m提示[I085][0m[1m: 这里认作标题[0m
 [1m[94m--> [0m通知.docx:1:1
  [1m[94m|[0m
[1m[94m1[0m [1m[94m|[0m 某局关于某事的通知
  [1m[94m|[0m [1m[92m^^^^^^^^^^^^^^^^^^[0m

[1m[92m提示[I085][0m[1m: 这里认作主送机关[0m
 [1m[94m--> [0m通知.docx:2:1
  [1m[94m|[0m
[1m[94m2[0m [1m[94m|[0m 某局：
  [1m[94m|[0m [1m[92m^^^^^^[0m

[1m[92m提示[I085][0m[1m: 这里认作署名[0m
 [1m[94m--> [0m通知.docx:4:1
  [1m[94m|[0m
[1m[94m4[0m [1m[94m|[0m 某局
  [1m[94m|[0m [1m[92m^^^^[0m

[1m[92m提示[I085][0m[1m: 这里认作成文日期[0m
 [1m[94m--> [0m通知.docx:5:1
  [1m[94m|[0m
[1m[94m5[0m [1m[94m|[0m 2024年8月1日
  [1m[94m|[0m [1m[92m^^^^^^^^^^^^[0m

共 0 处错误，0 处警告，4 处提示
"#]]
    );
}

/// An attachment that is the name of a file, and columns that stand at the right or in the middle.
#[test]
fn names_of_files_and_columns() {
    let cell = |column: usize, row: usize, align: Align, words: &str| Cell {
        row,
        column,
        rows: 1,
        columns: 1,
        paragraphs: vec![Paragraph {
            words: vec![text(words)],
            look: Look { align, ..Look::default() },
            ..Paragraph::default()
        }],
    };
    let rows = [
        ("学校", Align::Center, Align::Center),
        ("一中", Align::Center, Align::End),
        ("二中", Align::Start, Align::End),
    ];
    let cells = rows
        .into_iter()
        .enumerate()
        .flat_map(|(row, (words, first, second))| [cell(0, row, first, words), cell(1, row, second, "12")]);
    let made = document(vec![
        words("关于做好检查工作的通知"),
        words("请按下表报送。"),
        BlockKind::Table(Table { rows: 3, columns: 2, cells: cells.collect() }),
        words("附件：1.检查表"),
        words("2.名单"),
        words("某县教育局"),
        words("2024年8月20日"),
        words("附件1"),
        words("检查表"),
        words("jianchabiao.xlsx"),
        words("附件2"),
        words("名单"),
        words("张三。"),
    ]);
    assert_snapshot!(
        printed(&import_document("通知.docx", &made)),
        str![[r#"
==== notice.md
---
完整标题: 关于做好检查工作的通知
发文机关: 某县教育局
成文日期: 2024-08-20
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 文件: files/jianchabiao.xlsx
  名称: 检查表
- 文: fujian-2.md
  名称: 名单
---

请按下表报送。

| 学校 | 12 |
| --- | ---: |
| 一中 | 12 |
| 二中 | 12 |
==== fujian-2.md
张三。
====
I085 1 这里认作标题
I085 4 这里认作附件说明
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 从这里起认作第1个附件
I093 8 附件“检查表”的内容不在这个文件里
I085 11 从这里起认作第2个附件

"#]]
    );
}
