//! Plans and rules behind a paper: attached to it, or issued by it without a label; and their tables of duties.

use snapbox::str;

use super::{changes, document, of_text, printed, words};
use crate::read::document::{Align, BlockKind, Look, Paragraph, Typeface};
use crate::read::import::paper::import_document;
use crate::testing::assert_snapshot;

const LETTER: &str = "临江县卫生健康局\n关于印发《爱国卫生月活动方案》的通知\n各单位：\n现将《爱国卫生月活动方案》印发给你们，请认真执行。\n";
const END: &str = "临江县卫生健康局\n2026年3月28日\n";
const PLAN: &str = "爱国卫生月活动方案\n为做好活动，制定本方案。\n一、任务安排\n（一）整治环境。\n清理死角。\n（二）开展宣传。\n发放资料。\n二、任务分工\n序号\t任务\t责任单位\t完成时限\n1\t清理死角\t爱卫办\t4月底前\n2\t发放资料\t宣教股\t5月底前\n三、工作要求\n加强领导。\n";

/// The words stand in their order, and the table behind them.
#[test]
fn an_attached_plan_keeps_its_text() {
    assert_snapshot!(
        of_text(&format!("{LETTER}附件：爱国卫生月活动方案\n{END}附件\n{PLAN}")),
        str![[r#"
==== notice.md
---
标题: 关于印发《爱国卫生月活动方案》的通知
发文机关: 临江县卫生健康局
主送: 各单位
成文日期: 2026-03-28
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 文: fujian-1.md
  名称: 爱国卫生月活动方案
- 表: tasks.yaml
  名称: 任务分工
  附件标识: false
---

现将《爱国卫生月活动方案》印发给你们，请认真执行。
==== tasks.yaml
表名: 任务分工
印表名: false
列:
- 序号
- 任务
- 责任单位
- 完成时限
任务:
- 名称: 清理死角
  责任单位: 爱卫办
  完成时限: 4月底前
- 名称: 发放资料
  责任单位: 宣教股
  完成时限: 5月底前
==== fujian-1.md
为做好活动，制定本方案。

## 任务安排

### 整治环境。

清理死角。

### 开展宣传。

发放资料。

## 任务分工

{{责任分解表}}

## 工作要求

加强领导。
====
I085 1 这里认作标题
I085 3 这里认作主送机关
I085 5 这里认作附件说明
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 从这里起认作第1个附件
I086 11 认作“一、”一级的标题，编号由程序生成
I086 12 认作“（一）”一级的标题，编号由程序生成；以“。”结尾，印出来与下一段连排
I086 14 认作“（一）”一级的标题，编号由程序生成；以“。”结尾，印出来与下一段连排
I086 16 认作“一、”一级的标题，编号由程序生成
I102 17 这张表认作责任分解表，2项任务写进了 tasks.yaml，原件上没有表名，不印，Excel 表里用“任务分工”，仍印在原处
I086 20 认作“一、”一级的标题，编号由程序生成

"#]]
    );
}

/// 附件标识 is that of the book's form.
#[test]
fn an_issued_plan_has_no_label() {
    let attached = of_text(&format!("{LETTER}附件：爱国卫生月活动方案\n{END}附件\n{PLAN}"));
    let issued = of_text(&format!("{LETTER}{END}（此件公开发布）\n{PLAN}"));
    assert_snapshot!(
        changes(&attached, &issued),
        str![[r#"
+附注: 此件公开发布
+附件标识: false
-- 文: fujian-1.md
+- 文: fangan.md
-  附件标识: false
-==== fujian-1.md
+==== fangan.md
-I085 这里认作附件说明
-I085 从这里起认作第1个附件
+I085 这里认作附注
+I085 从这里起认作印发的文件，写成单独的文稿，上面不印“附件”

"#]]
    );
}

/// Notes around a table are no text: they stay its 表注.
#[test]
fn notes_stay_with_their_table() {
    let table = "序号\t任务\t责任单位\t完成时限\n1\t清理死角\t爱卫办\t4月底前\n";
    let text = of_text(&format!(
        "{LETTER}附件：任务表\n{END}附件\n任务表\n按方案分工如下。\n{table}说明：1.按月报送。\n2.逾期通报。\n"
    ));
    assert!(text.contains("表注:\n- 按方案分工如下。\n") && !text.contains("fujian"), "{text}");
}

/// Our own Word files begin a page with the title of the issued text, and with that of a table behind it; a rule's name
/// has no look in other files.
#[test]
fn titles_that_begin_pages_begin_texts() {
    let title = |words: &str| {
        let look = Look {
            typeface: Typeface::TitleSong,
            align: Align::Center,
            begins_page: true,
            ..Look::default()
        };
        BlockKind::Paragraph(Paragraph { words: vec![super::text(words)], look, ..Paragraph::default() })
    };
    let table =
        super::table(&[&["序号", "任务", "责任单位", "完成时限"], &["1", "清理死角", "爱卫办", "4月底前"]]);
    let paper = document(vec![
        words("关于印发《清洁办法》的通知"),
        words("各单位："),
        words("现印发给你们，请执行。"),
        words("临江县卫生健康局"),
        words("2026年3月28日"),
        words("临江县清洁办法"),
        words("第一条　为了清洁，制定本办法。"),
        title("清洁细则"),
        words("第一条　按办法执行。"),
        title("爱国卫生月活动方案"),
        table,
    ]);
    assert_snapshot!(
        printed(&import_document("通知.docx", &paper)),
        str![[r#"
==== notice.md
---
完整标题: 关于印发《清洁办法》的通知
发文机关: 临江县卫生健康局
主送: 各单位
成文日期: 2026-03-28
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件标识: false
附件:
- 文: banfa.md
  名称: 临江县清洁办法
- 文: xize.md
  名称: 清洁细则
- 表: tasks.yaml
  名称: 爱国卫生月活动方案
---

现印发给你们，请执行。
==== tasks.yaml
表名: 爱国卫生月活动方案
列:
- 序号
- 任务
- 责任单位
- 完成时限
任务:
- 名称: 清理死角
  责任单位: 爱卫办
  完成时限: 4月底前
==== banfa.md
第一条　为了清洁，制定本办法。
==== xize.md
第一条　按办法执行。
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作署名
I085 5 这里认作成文日期
I085 6 从这里起认作印发的文件，写成单独的文稿，上面不印“附件”
I085 8 从这里起认作印发的文件，写成单独的文稿，上面不印“附件”
I085 10 这里认作表名
I095 11 这张表认作责任分解表，写进了 tasks.yaml，表名用“爱国卫生月活动方案”，印在原来的文字后面，单独成页

"#]]
    );
}

/// Attachments that stand without their label below 附件说明: their title again, or the only one, a table.
#[test]
fn labels_may_be_missing() {
    let table = "序号\t任务\t责任单位\t完成时限\n1\t清理死角\t爱卫办\t4月底前\n";
    for title in ["", "任务表\n"] {
        let text = of_text(&format!("{LETTER}附件：任务表\n{END}{title}{table}"));
        assert!(text.contains("附件:\n- 表: tasks.yaml\n  名称: 任务表\n---"), "{text}");
        assert!(!text.contains("I089") && !text.contains("I093"), "{text}");
    }
    let text = of_text(&format!(
        "{LETTER}附：1.点位表；2.报送要求\n{END}附1：\n点位表\n甲。\n附2：\n报送要求\n乙。\n"
    ));
    assert!(text.contains("==== fujian-1.md\n甲。\n==== fujian-2.md\n乙。\n"), "{text}");
    let text = of_text(&format!(
        "{LETTER}{END}附件1：点位表\n附件2：报送要求\n附件1\n点位表\n甲。\n附件2\n报送要求\n乙。\n"
    ));
    assert!(text.contains("==== fujian-1.md\n甲。\n==== fujian-2.md\n乙。\n"), "{text}");
    assert!(!text.contains("附件1：点位表"), "{text}");
}

/// The names in an issued text are of its own attachments, which stand behind it.
#[test]
fn an_issued_plan_has_attachments_of_its_own() {
    let plan = "爱国卫生月活动方案\n一、任务\n整治环境。\n附件：1.报送要求\n2.点位表\n";
    let text = of_text(&format!("{LETTER}{END}{plan}附件1\n报送要求\n按月报送。\n附件2\n点位表\n甲路。\n"));
    for words in [
        "附件标识: false\n附件:\n- 文: fangan.md\n  名称: 爱国卫生月活动方案\n- 文: fujian-1.md\n  名称: 报送要求\n  附件标识: true\n- 文: fujian-2.md\n  名称: 点位表\n  附件标识: true\n",
        "整治环境。\n\n附件：1.报送要求\n\n2\\.点位表\n",
        "==== fujian-2.md\n甲路。\n",
        "I085 12 从这里起认作第1个附件；它在印发的文件后面",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

/// Tasks of which an issued plan tells as the table does stand once.
#[test]
fn an_issued_plan_has_the_tasks_of_its_table() {
    let plan = "爱国卫生月活动方案\n一、任务\n（一）清理死角。全面清理。\n（二）发放资料。发放1万份。\n二、要求\n落实。\n";
    let table =
        "序号\t任务\t责任单位\t完成时限\n1\t清理死角\t爱卫办\t4月底前\n2\t发放资料\t宣教股\t5月底前\n";
    let text = of_text(&format!("{LETTER}附件：任务表\n{END}{plan}附件\n任务表\n{table}"));
    for words in [
        "- 文: fangan.md\n  名称: 爱国卫生月活动方案\n- 表: tasks.yaml\n  名称: 任务表\n  附件标识: true\n",
        "## 任务\n\n{{任务要求}}\n\n## 要求\n",
        "  要求: 发放1万份。\n",
        "I096 10 从这里起的2段的任务名称与表对得上",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    // A name alone with 。, behind which the paragraph below it is printed.
    let below = plan
        .replace("（一）清理死角。", "（一）清理死角。\n")
        .replace("（二）发放资料。", "（二）发放资料。\n");
    let text = of_text(&format!("{LETTER}附件：任务表\n{END}{below}附件\n任务表\n{table}"));
    assert!(text.contains("## 任务\n\n{{任务要求}}\n\n## 要求\n"), "{text}");
    assert!(text.contains("  要求: 全面清理。\n") && text.contains("  要求: 发放1万份。\n"), "{text}");
    // A line between the paragraphs belongs to the one above it.
    let plan = plan.replace("（二）", "1.设卡；\n（二）");
    let text = of_text(&format!("{LETTER}附件：任务表\n{END}{plan}附件\n任务表\n{table}"));
    assert!(text.contains("## 任务\n\n{{任务要求}}\n\n## 要求\n"), "{text}");
    assert!(text.contains("  要求: |-\n    全面清理。\n    1.设卡；\n"), "{text}");
}
