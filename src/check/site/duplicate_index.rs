//! L010: two notices with the same 索引号.

use std::collections::BTreeMap;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::source::Span;
use crate::text::message::Words;

/// 索引号重复.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L010",
    name: "duplicate-index",
    severity: Severity::Warning,
    about: About {
        what: Words::new("两份通知用了同一个索引号。", "Two notices have one 索引号."),
        why: Words::new(
            "政府信息公开条例第十二条：公开目录包括索引；一号一件，才能按号找到唯一的一份文件。",
            "政府信息公开条例, Art. 12: the catalogue has an index; a number leads to one paper only if no other has it.",
        ),
        example: "流水号: 7（同一年另一份通知也写了“流水号: 7”）",
        mend: Words::new(
            "后公开的一份换一个没有用过的号，例如“流水号: 8”。",
            "Give the later one a number that is not taken, like `流水号: 8`.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let mut first: BTreeMap<String, &Notice> = BTreeMap::new();
    for notice in &project.notices {
        let Some(number) = project.index_number(notice) else { continue };
        let number = number.trim();
        if number.is_empty() {
            continue;
        }
        let Some(other) = first.get(number) else {
            first.insert(number.to_owned(), notice);
            continue;
        };
        let message =
            message!("索引号“{number}”已经用于另一份通知", "another notice has the index number {number}");
        report.push(
            Diagnostic::new(&CODE, place(notice), message)
                .label(place(other), message!("另一份在这里", "the other one"))
                .help(message!(
                    "后公开的一份换一个没有用过的号；已经公开的号不要改动",
                    "give the later one a number that is not taken; leave what has been published"
                )),
        );
    }
}

/// The place that determines a notice's number: 索引号 itself, 流水号, or 成文日期.
fn place(notice: &Notice) -> Span {
    let field = notice.own_index().or(notice.running.as_ref());
    field.map_or(notice.dated.span, |text| text.span)
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn two(site: &str, first: &str, second: &str) -> String {
        let site = format!("名称: 某局政务公开\n{site}\n");
        let notice = |line: &str| NOTICE.replace("主送: 各股室\n", &format!("主送: 各股室\n{line}\n"));
        let (first, second) = (notice(first), notice(second));
        let table = crate::testing::TABLE;
        let files = [
            ("site.yaml", site.as_str()),
            ("栏目/通知/notice.md", first.as_str()),
            ("栏目/通知二/notice.md", second.as_str()),
            ("栏目/通知二/tasks.yaml", table),
        ];
        printed(&["L010"], &files)
    }

    #[test]
    fn points_at_both() {
        crate::testing::assert_snapshot!(
            two("索引号: \"430682/{年}-{流水号4}\"", "流水号: 7", "索引号: 430682/2024-0007"),
            snapbox::str![[r#"
警告[L010]: 索引号“430682/2024-0007”已经用于另一份通知
 --> content/栏目/通知二/notice.md:5:6
  |
5 | 索引号: 430682/2024-0007
  |         ^^^^^^^^^^^^^^^^
  |
 ::: content/栏目/通知/notice.md:5:6
  |
5 | 流水号: 7
  |         - 另一份在这里
  |
建议: 后公开的一份换一个没有用过的号；已经公开的号不要改动
"#]]
        );
    }

    #[test]
    fn different_numbers_blank_ones_and_none() {
        let pattern = "索引号: \"430682/{年}-{流水号4}\"";
        assert_eq!(two(pattern, "流水号: 7", "流水号: 8"), "");
        assert_eq!(two(pattern, "索引号:", "索引号:"), "");
        assert_eq!(two(pattern, "", ""), "");
        assert_eq!(two("", "流水号: 7", "流水号: 7"), "");
    }
}
