//! Papers of uncommon forms.

use snapbox::str;

use super::{changes, document, of_text, printed, table, words};
use crate::read::document::Limits;
use crate::read::import::paper::{import_document, import_paper};
use crate::testing::assert_snapshot;

/// 纪要标志 is no title; it stands in the body and is told.
#[test]
fn minutes_have_a_mark_above_their_title() {
    let minutes = "某县人民政府办公室\n会议纪要\n〔2026〕3号\n研究安全生产工作会议纪要\n    会议纪要如下：\n    一、关于检查。会议同意。\n    分送：各副县长。\n";
    assert_snapshot!(
        of_text(minutes),
        str![[r#"
==== notice.md
---
完整标题: 研究安全生产工作会议纪要
# 成文日期: 年-月-日 # 原件上没有读到，请填写
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

某县人民政府办公室

会议纪要

〔2026〕3号

会议纪要如下：

## 关于检查。

会议同意。

分送：各副县长。
====
I089 1 标题上面的这一处没有看懂，放在了正文开头
I089 2 标题上面的这一处没有看懂，放在了正文开头
I089 3 标题上面的这一处没有看懂，放在了正文开头
I085 4 这里认作标题
I088 5 没有找到成文日期
I086 6 认作“一、”一级的标题，编号由程序生成
I089 7 版记里只印“抄送”，“分送：各副县长。”照写在正文末尾

"#]]
    );
    let title = |text: &str| of_text(text).lines().find(|line| line.contains("标题")).map(str::to_owned);
    assert_eq!(
        title("县长办公会议纪要\n会议同意检查方案。\n").as_deref(),
        Some("完整标题: 县长办公会议纪要")
    );
    assert_eq!(
        title("某县安委会会议纪要\n会议同意检查方案。\n").as_deref(),
        Some("完整标题: 某县安委会会议纪要")
    );
}

#[test]
fn letters_answers_and_public_announcements_have_titles() {
    let titles =
        ["致全县学生家长的一封信", "对县政协第3号提案的答复", "关于拟录用人员名单的公示", "节约用水倡议书"];
    for title in titles {
        let paper = of_text(&format!("{title}\n各位家长：\n    请看护好孩子。\n某县教育局\n2026年6月20日\n"));
        assert!(paper.contains(&format!("\n完整标题: {title}\n")) && !paper.contains("I088"), "{paper}");
    }
}

/// A table of one row puts two columns of a text side by side.
#[test]
fn a_text_in_two_columns_is_paragraphs() {
    let columns = [["一、检查范围/全县企业都要检查。", "二、工作要求/各单位认真落实。"].as_slice()];
    let paper = vec![
        words("某县应急管理局关于开展检查的通知"),
        table(&columns),
        words("某县应急管理局"),
        words("2026年3月1日"),
    ];
    assert_snapshot!(
        printed(&import_document("通知.docx", &document(paper))),
        str![[r#"
==== notice.md
---
标题: 关于开展检查的通知
发文机关: 某县应急管理局
成文日期: 2026-03-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

## 检查范围

全县企业都要检查。

## 工作要求

各单位认真落实。
====
I085 1 这里认作标题
I086 2 认作“一、”一级的标题，编号由程序生成
I086 2 认作“一、”一级的标题，编号由程序生成
I095 2 这张表只有一行，是给文字分栏用的，导入后不再是表，逐栏写成段落
I085 3 这里认作署名
I085 4 这里认作成文日期

"#]]
    );
}

/// Lines may end by a carriage return alone.
#[test]
fn lines_of_another_system() {
    let paper = "某县教育局关于放假的通知\n各学校：\n放假三天。\n某县教育局\n2026年4月1日\n";
    for end in ["\r\n", "\r"] {
        let other = import_paper("通知.txt", paper.replace('\n', end).as_bytes(), Limits::default());
        assert_eq!(changes(&of_text(paper), &printed(&other)), "", "{end:?}");
    }
}
