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
                        cell.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
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
    assert_snapshot!(printed(&of_text(text)), str![]);
}

/// Cells that stand one below the other: with deadlines, of equally many lines, and a list that is no table.
#[test]
fn columns_that_lost_their_borders() {
    let text = "序号\n工作任务\n举措\n责任股室\n完成时限\n\n1\n甲\n（1）做好。\n甲股\n乙股\n长期坚持\n（2）做完。\n各股室、\n二级机构\n6月底前\n2\n乙\n做。\n丙股\n12月\n说明\n";
    assert_snapshot!(printed(&of_text(text)), str![]);
    assert_snapshot!(printed(&of_text("序号\n名称\n电话\n1\n甲\n111\n2\n乙\n222\n以上。\n")), str![]);
    assert_snapshot!(printed(&of_text("序号\n甲\n乙\n1\n丙\n丁\n2\n戊\n")), str![]);
}

#[test]
fn lines_of_labels_are_fields() {
    let text = "索 引 号：0000/2026-1 发布机构：市局\n发布日期很重要。\n基本信息\n\n公开时限 20个工作日 公开方式 主动公开\n公开层级1 县级\n公开对象\n正文\n公开方式 另行规定\n";
    assert_snapshot!(printed(&of_text(text)), str![]);
}
