//! Plain texts as documents, printed one block to a line.

use std::fmt::Write as _;

use snapbox::str;

use crate::read::document::text::of_text;
use crate::read::document::{BlockKind, Document};
use crate::testing::assert_snapshot;

fn printed(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        let _ = write!(out, "{:?} ", block.place);
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                let _ = writeln!(out, "{:?} {}", paragraph.look.align, paragraph.text());
            }
            BlockKind::Table(table) => {
                let _ = writeln!(out, "{}×{}", table.rows, table.columns);
                for cell in &table.cells {
                    let lines: Vec<String> =
                        cell.paragraphs.iter().map(crate::read::document::Paragraph::text).collect();
                    let _ =
                        writeln!(out, "  {},{} ×{} {}", cell.row, cell.column, cell.rows, lines.join("/"));
                }
            }
        }
    }
    for field in &document.fields {
        let _ = writeln!(out, "{:?} {}={}", field.place, field.label, field.value);
    }
    out
}

#[test]
fn lines_are_paragraphs_and_tables() {
    let text = "\u{feff}　　第一段。\r\n\r\n                    某局\n                                        2024年8月1日\n序号\t任务\n1\t甲\n2\t\n结束\n| 甲 | 乙 |\n|---|:-:|\n| a\\|b | |\n";
    assert_snapshot!(
        printed(&of_text(text)),
        str![[r#"
Line(1) Start 第一段。
Line(3) Center 某局
Line(4) End 2024年8月1日
Line(5) 3×2
  0,0 ×1 序号
  0,1 ×1 任务
  1,0 ×1 1
  1,1 ×1 甲
  2,0 ×1 2
  2,1 ×1 
Line(8) Start 结束
Line(9) 2×2
  0,0 ×1 甲
  0,1 ×1 乙
  1,0 ×1 a|b
  1,1 ×1 

"#]]
    );
}

/// Cells that stand one below the other: with deadlines, of equally many lines, and a list that is no table.
#[test]
fn columns_that_lost_their_borders() {
    let text = "序号\n工作任务\n举措\n责任股室\n完成时限\n\n1\n甲\n（1）做好。\n甲股\n乙股\n长期坚持\n（2）做完。\n各股室、\n二级机构\n6月底前\n2\n乙\n做。\n丙股\n12月\n说明\n";
    assert_snapshot!(
        printed(&of_text(text)),
        str![[r#"
Line(1) 4×5
  0,0 ×1 序号
  0,1 ×1 工作任务
  0,2 ×1 举措
  0,3 ×1 责任股室
  0,4 ×1 完成时限
  1,0 ×2 1
  1,1 ×2 甲
  1,2 ×1 （1）做好。
  1,3 ×1 甲股/乙股
  1,4 ×1 长期坚持
  2,2 ×1 （2）做完。
  2,3 ×1 各股室、二级机构
  2,4 ×1 6月底前
  3,0 ×1 2
  3,1 ×1 乙
  3,2 ×1 做。
  3,3 ×1 丙股
  3,4 ×1 12月
Line(22) Start 说明

"#]]
    );
    assert_snapshot!(
        printed(&of_text("序号\n名称\n电话\n1\n甲\n111\n2\n乙\n222\n以上。\n")),
        str![[r#"
Line(1) Start 序号
Line(2) Start 名称
Line(3) Start 电话
Line(4) Start 1
Line(5) Start 甲
Line(6) Start 111
Line(7) Start 2
Line(8) Start 乙
Line(9) Start 222
Line(10) Start 以上。

"#]]
    );
    assert_snapshot!(
        printed(&of_text("序号\n甲\n乙\n1\n丙\n丁\n2\n戊\n")),
        str![[r#"
Line(1) Start 序号
Line(2) Start 甲
Line(3) Start 乙
Line(4) Start 1
Line(5) Start 丙
Line(6) Start 丁
Line(7) Start 2
Line(8) Start 戊

"#]]
    );
}

#[test]
fn lines_of_labels_are_fields() {
    let text = "索 引 号：0000/2026-1 发布机构：市局\n发布日期很重要。\n基本信息\n\n公开时限 20个工作日 公开方式 主动公开\n公开层级1 县级\n公开对象\n正文\n公开方式 另行规定\n";
    assert_snapshot!(
        printed(&of_text(text)),
        str![[r#"
Line(2) Start 发布日期很重要。
Line(3) Start 基本信息
Line(8) Start 正文
Line(9) Start 公开方式 另行规定
Line(1) 索引号=0000/2026-1
Line(1) 发布机构=市局
Line(5) 公开时限=20个工作日
Line(5) 公开方式=主动公开
Line(6) 公开层级1=县级
Line(7) 公开对象=

"#]]
    );
}

/// Rows whose cells begin at the same columns are a table; lines with other gaps are none.
#[test]
fn columns_that_are_set_with_spaces() {
    let text = "\
现安排如下：

序号    工作任务          责任股室      完成时限
1       检修仓房 12座     仓储股        8月底
2       培训保管员        人事股        9月10日

    某局    某局    某局
序号    工作任务          责任股室
1   检修仓房    仓储股
2       培训保管员        人事股
联系人：张三    电话：1    邮箱：2
联系人：李四    电话：1    邮箱：2
联系人：王五    电话：1    邮箱：2
";
    assert_snapshot!(
        printed(&of_text(text)),
        str![[r#"
Line(1) Start 现安排如下：
Line(3) 3×4
  0,0 ×1 序号
  0,1 ×1 工作任务
  0,2 ×1 责任股室
  0,3 ×1 完成时限
  1,0 ×1 1
  1,1 ×1 检修仓房 12座
  1,2 ×1 仓储股
  1,3 ×1 8月底
  2,0 ×1 2
  2,1 ×1 培训保管员
  2,2 ×1 人事股
  2,3 ×1 9月10日
Line(7) Start 某局    某局    某局
Line(8) Start 序号    工作任务          责任股室
Line(9) Start 1   检修仓房    仓储股
Line(10) Start 2       培训保管员        人事股
Line(11) Start 联系人：张三    电话：1    邮箱：2
Line(12) Start 联系人：李四    电话：1    邮箱：2
Line(13) Start 联系人：王五    电话：1    邮箱：2

"#]]
    );
}
