//! T011: requirements in the table's file that the paper does not print.
//!
//! 要求 is printed in the paper's body or an attached paper only, where `{{任务要求}}` stands; without the placeholder it is lost.

use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::paper::{Block, BlockKind};
use crate::model::table::{ColumnKind, Table, Task};
use crate::source::{FileId, Span};
use crate::text::message::Words;

/// 写了要求，正文却没有放.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T011",
    name: "requirement-unprinted",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "任务写了“要求”，正文里却没有“{{任务要求}}”；或者正好相反；或者印了两遍。",
            "Tasks have 要求 but the body has no `{{任务要求}}`, or the other way round, or has it twice.",
        ),
        why: Words::new(
            "“要求”只印在正文里；正文不放，这些文字就丢了。",
            "要求 is printed in the body only; left out there, it is lost.",
        ),
        example: "任务:\n  - 名称: 加强执法\n    要求: 加大力度。\n（正文没有“{{任务要求}}”）",
        mend: Words::new(
            "在正文里单独写一行“{{任务要求}}”。",
            "Put `{{任务要求}}` on a line of its own into the body.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let places: Vec<&Block> = notice.papers().flat_map(|paper| tasks(&paper.blocks)).collect();
        let mut printed: BTreeSet<Span> = BTreeSet::new();
        // Places of one table may print a group each.
        let mut told: BTreeSet<FileId> = BTreeSet::new();
        for place in &places {
            let here: BTreeSet<Span> = blocks_of(place).iter().map(|block| block.span).collect();
            for again in here.iter().filter(|span| printed.contains(span)) {
                let table = notice.tables().find(|table| table.name.span.file == again.file);
                if let Some(table) = table.filter(|_| told.insert(again.file)) {
                    report.push(printed_again(place.span, &table.name.value));
                }
            }
            printed.extend(here);
        }
        for table in notice.tables() {
            let is_inline = notice.attachment_of(table).is_none();
            if let Some(span) = first_unprinted(table, is_inline, &printed) {
                report.push(unprinted(span));
            }
        }
        // The tasks may stand in a table that could not be read.
        let empty = places.iter().filter(|place| !notice.lacks_files && blocks_of(place).is_empty());
        for place in empty {
            report.push(empty_placeholder(place.span));
        }
    }
}

/// The blocks for which `{{任务要求}}` stands.
fn tasks<'p>(blocks: &'p [Block]) -> Vec<&'p Block> {
    let of_block = |block: &'p Block| match &block.kind {
        BlockKind::Tasks(_) => vec![block],
        BlockKind::Quote(blocks) => tasks(blocks),
        BlockKind::List(list) => list.items.iter().flat_map(|item| tasks(&item.blocks)).collect(),
        _ => Vec::new(),
    };
    blocks.iter().flat_map(of_block).collect()
}

fn blocks_of(place: &Block) -> &[Block] {
    match &place.kind {
        BlockKind::Tasks(blocks) => blocks,
        _ => &[],
    }
}

/// The first words of a table that stand nowhere else than in a paper. Those of 正文任务 do even without 要求; a column
/// of the table may have 要求.
fn first_unprinted(table: &Table, is_inline: bool, printed: &BTreeSet<Span>) -> Option<Span> {
    let heading = |task: &Task| task.heading.as_ref().map_or(task.name.span, |heading| heading.span);
    let mut open = table.tasks().filter(|task| !printed.contains(&heading(task)));
    if is_inline {
        let first = open.next()?;
        return Some(first.requirement.as_ref().map_or(first.name.span, |text| text.span));
    }
    let required = open.find_map(|task| task.requirement.as_ref());
    required.filter(|_| !table.has(ColumnKind::Requirement)).map(|text| text.span)
}

fn unprinted(span: Span) -> Diagnostic {
    let message = message!("这一项没有印在正文里", "this is printed nowhere in the body");
    Diagnostic::new(&CODE, span, message).help(message!(
        "在正文里单独写一行“{{{{任务要求}}}}”",
        "put `{{{{任务要求}}}}` on a line of its own into the body"
    ))
}

fn printed_again(span: Span, name: &str) -> Diagnostic {
    let message =
        message!("“{name}”的任务要求又印了一遍", "the requirements of {name:?} are printed once more");
    Diagnostic::new(&CODE, span, message).help(message!(
        "删去这一行；有几张表的，各写各的：“{{{{任务要求 文件名}}}}”",
        "delete this line; of several tables, name each: `{{{{任务要求 file}}}}`"
    ))
}

fn empty_placeholder(span: Span) -> Diagnostic {
    let message =
        message!("没有一项任务写了“要求”，这里什么也不会印出", "no task has 要求: nothing is printed here");
    Diagnostic::new(&CODE, span, message).help(message!(
        "在任务里补写“要求: …”，或删去这一行",
        "add `要求: …` to the tasks, or delete this line"
    ))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn a_table_that_cannot_be_read_may_have_requirements() {
        let table = TABLE.replace("任务:", "任务: [");
        assert_eq!(printed(&["T011"], &[("栏目/通知/tasks.yaml", &table)]), "");
    }

    #[test]
    fn a_requirement_needs_its_place() {
        let notice = NOTICE.replace("{{任务要求}}\n", "");
        crate::testing::assert_snapshot!(
            printed(&["T011"], &[("栏目/通知/notice.md", &notice)]),
            snapbox::str![[r#"
错误[T011]: 这一项没有印在正文里
 --> content/栏目/通知/tasks.yaml:4:9
  |
4 |     要求: 加大力度。
  |           ^^^^^^^^^^
  |
建议: 在正文里单独写一行“{{任务要求}}”
"#]]
        );
    }

    #[test]
    fn a_place_needs_a_requirement() {
        let table = TABLE.replace("    要求: 加大力度。\n", "");
        crate::testing::assert_snapshot!(
            printed(&["T011"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
错误[T011]: 没有一项任务写了“要求”，这里什么也不会印出
  --> content/栏目/通知/notice.md:15:1
   |
15 | {{任务要求}}
   | ^^^^^^^^^^^^
   |
建议: 在任务里补写“要求: …”，或删去这一行
"#]]
        );
    }

    #[test]
    fn both_or_neither_are_fine() {
        let (notice, table) =
            (NOTICE.replace("{{任务要求}}\n", ""), TABLE.replace("    要求: 加大力度。\n", ""));
        let neither = [("栏目/通知/notice.md", notice.as_str()), ("栏目/通知/tasks.yaml", table.as_str())];
        assert_eq!(printed(&["T011"], &neither), "");
        assert_eq!(printed(&["T011"], &[]), "");
    }
}
