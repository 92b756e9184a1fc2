//! W032: a title without 文种, or with two of them.
//!
//! Only titles that begin with 关于, or have it behind the issuing body, are papers of this form; others (指南, 年度报告,
//! 目录) are named freely.

use crate::check::wording::kind::{bare, is_known};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Layout;
use crate::text::message::Words;

/// 标题的文种.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "W032",
    name: "document-kind",
    severity: Severity::Warning,
    about: About {
        what: Words::new("标题没有文种，或者用了两个文种。", "A title has no 文种 (kind of paper), or two."),
        why: Words::new(
            "《党政机关公文处理工作条例》第九条：标题由发文机关名称、事由和文种组成；请示和报告不能并用。",
            "党政机关公文处理工作条例, 第九条: a title consists of the issuing body, the matter and the kind; 请示 and 报告 are two.",
        ),
        example: "标题: 关于增加经费的请示报告",
        mend: Words::new("标题: 关于增加经费的请示", "标题: 关于增加经费的请示"),
    },
};

/// Two kinds at the end of a title, with the right ones.
const TWO: [(&str, &str); 6] = [
    ("请示报告", "请示”或“报告"),
    ("请示的报告", "请示”或“报告"),
    ("请示函", "请示”或“函"),
    ("报告请示", "请示”或“报告"),
    ("意见请示", "意见”或“请示"),
    ("的通知的通知", "通知"),
];

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| notice.layout == Layout::Paper) {
        let title = notice.title.value.trim();
        let bare = bare(title);
        let Some(start) = bare.find("关于") else { continue };
        // 《关于……》 within a title is another paper's.
        if bare[..start].contains(['《', '〈', '“']) {
            continue;
        }
        let span = notice.title.span;
        if let Some((two, one)) = TWO.iter().find(|(two, _)| bare.ends_with(two)) {
            let message = message!("标题用了两个文种：“{two}”", "the title has two kinds: {two}");
            report.push(
                Diagnostic::new(&CODE, span, message).help(message!("只用一个：“{one}”", "use one: {one}")),
            );
        } else if !is_known(title) {
            let message = message!("标题没有文种", "the title does not say what kind of paper this is");
            report.push(
                Diagnostic::new(&CODE, span, message).help(message!(
                    "在标题末尾写明文种，例如“的通知”",
                    "end it with the kind, such as 的通知"
                )),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn titled(title: &str) -> String {
        printed(&["W032"], &[("栏目/通知/notice.md", &NOTICE.replace("关于任务分解的通知", title))])
    }

    #[test]
    fn none_and_two() {
        crate::testing::assert_snapshot!(
            titled("关于开展安全检查"),
            snapbox::str![[r#"
警告[W032]: 标题没有文种
 --> content/栏目/通知/notice.md:2:5
  |
2 | 标题: 关于开展安全检查
  |       ^^^^^^^^^^^^^^^^
  |
建议: 在标题末尾写明文种，例如“的通知”
"#]]
        );
        crate::testing::assert_snapshot!(
            titled("关于增加经费的请示报告"),
            snapbox::str![[r#"
警告[W032]: 标题用了两个文种：“请示报告”
 --> content/栏目/通知/notice.md:2:5
  |
2 | 标题: 关于增加经费的请示报告
  |       ^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 只用一个：“请示”或“报告”
"#]]
        );
        assert!(titled("关于转发《办法》的通知的通知").contains("的通知的通知"));
    }

    #[test]
    fn one_kind_stays() {
        for title in [
            "关于印发《重大事项请示报告制度》的通知",
            "关于印发《应急预案》的通知（试行）",
            "某局关于市政协第12号提案的答复",
            "关于同意某某请示的批复",
            "2024年政府信息公开工作年度报告",
            "关于公布名单的公示",
            "安全生产责任清单",
            "关于《某办法》的政策解读",
        ] {
            assert_eq!(titled(title), "", "{title}");
        }
        let table =
            NOTICE.replace("关于任务分解的通知", "关于任务").replace("发文机关:", "体裁: 表格\n发文机关:");
        assert_eq!(printed(&["W032"], &[("栏目/通知/notice.md", &table)]), "");
    }
}
