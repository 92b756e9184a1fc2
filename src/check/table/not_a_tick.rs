//! T015: a word in a tick column.
//!
//! Words are missed when the ticks of a column are counted.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::ColumnKind;
use crate::text::message::Words;

/// 勾选列里写了文字.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T015",
    name: "not-a-tick",
    severity: Severity::Warning,
    about: About {
        what: Words::new("勾选列里写的不是勾选符号。", "A tick column holds something other than a mark."),
        why: Words::new(
            "目录和清单的勾选列只填符号（如 √、■、□），写成文字不便核对和统计。",
            "Such columns hold marks only (√, ■, □); words are hard to compare and to count.",
        ),
        example: "{列: 主动, 类型: 勾选} …… 主动: 公开",
        mend: Words::new("主动: √", "主动: √"),
    },
};

/// Characters accepted as a tick, an empty box, or “no tick”.
const MARKS: &str = "√✓✔☑■▄●○×✗✘☒□☐口—-/无是否";

fn check(project: &Project, report: &mut Report) {
    for table in project.notices.iter().flat_map(Notice::tables) {
        let ticked = table.cells().filter(|cell| table.columns[cell.column].kind == ColumnKind::Check);
        for text in ticked.flat_map(|cell| cell.value.texts()) {
            let word = text.value.trim();
            let mut chars = word.chars();
            let mark = chars.next().is_none_or(|c| MARKS.contains(c)) && chars.next().is_none();
            if !mark {
                let message = message!("“{word}”不是勾选符号", "{word:?} is not a tick");
                report.push(
                    Diagnostic::new(&CODE, text.span, message)
                        .help(message!("写 √、■ 或 □，没有的留空", "write √, ■ or □, or nothing")),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn with(tick: &str) -> String {
        let table = format!(
            "表名: 清单\n列: [任务, {{列: 主动, 类型: 勾选}}]\n任务:\n  - {{名称: 甲, 主动: {tick}}}\n"
        );
        printed(&["T015"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn points_at_the_word() {
        crate::testing::assert_snapshot!(
            with("公开"),
            snapbox::str![[r#"
警告[T015]: “公开”不是勾选符号
 --> content/栏目/通知/tasks.yaml:4:17
  |
4 |   - {名称: 甲, 主动: 公开}
  |                      ^^^^
  |
建议: 写 √、■ 或 □，没有的留空
"#]]
        );
    }

    #[test]
    fn marks_are_fine() {
        for tick in ["√", "■", "[■, □]", "\"\"", "无"] {
            assert_eq!(with(tick), "", "{tick}");
        }
    }
}
