//! N005: evidence named as a file that does not exist.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::progress::EvidenceKind;
use crate::text::message::Words;

/// 佐证材料的文件不存在.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N005",
    name: "missing-evidence",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "佐证材料写了文件，但文件不在。",
            "Evidence is named as a file that does not exist.",
        ),
        why: Words::new(
            "没有佐证的进展无法核实；公开后就是打不开的链接。",
            "A report without its evidence cannot be verified, and published it would be a dead link.",
        ),
        example: "佐证材料: [files/检查纪录.pdf]",
        mend: Words::new(
            "佐证材料: [files/检查记录.pdf]；存放在别处的，写成文字，例如“检查记录12份，存股室”。",
            "佐证材料: [files/检查记录.pdf]; evidence kept elsewhere is described in words.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for evidence in project.notices.iter().flat_map(|notice| &notice.notes).flat_map(|note| &note.evidence) {
        if evidence.kind == EvidenceKind::Missing {
            let words = evidence.text.part(0..evidence.text.value.len());
            let path = words.value;
            let message = message!("找不到佐证材料“{path}”", "there is no evidence {path:?}");
            report.push(Diagnostic::new(&CODE, words.span, message).help(message!(
                "核对文件名，大小写要一致；文件放在通知旁边的 files 文件夹里，写成“files/…”；存放在别处的，用文字写明",
                "check the name, also its case; files lie in the folder files beside the notice: `files/…`; describe in words what is kept elsewhere"
            )));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn evidence(words: &str) -> String {
        let note = format!(
            "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n佐证材料: {words}\n---\n"
        );
        printed(&["N005"], &[("栏目/通知/progress/a.md", &note)])
    }

    #[test]
    fn points_at_the_file() {
        crate::testing::assert_snapshot!(
            evidence("[检查记录12份, files/检查纪录.pdf]"),
            snapbox::str![[r#"
错误[N005]: 找不到佐证材料“files/检查纪录.pdf”
 --> content/栏目/通知/progress/a.md:6:17
  |
6 | 佐证材料: [检查记录12份, files/检查纪录.pdf]
  |                          ^^^^^^^^^^^^^^^^^^
  |
建议: 核对文件名，大小写要一致；文件放在通知旁边的 files 文件夹里，写成“files/…”；存放在别处的，用文字写明
"#]]
        );
        assert_ne!(evidence("检查记录.pdf"), "", "files lie in a folder files");
        assert_ne!(evidence("../../../files/a.pdf"), "", "nothing lies outside of the content");
    }

    #[test]
    fn words_are_no_files() {
        for words in ["检查记录12份", "[]", "https://www.gov.cn/a.pdf", "\"投入3.5万元\""] {
            assert_eq!(evidence(words), "", "{words}");
        }
    }
}
