//! L015: 易错词 in `site.yaml`, which `wording.yaml` has taken over.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 易错词写在 site.yaml.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L015",
    name: "words-of-site",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "易错词还写在 site.yaml 里。",
            "Words of the project's own stand under 易错词 in site.yaml.",
        ),
        why: Words::new(
            "仍然有效；写进 content/wording.yaml 可以注明日期和依据。",
            "They still work; in content/wording.yaml they can have a day and a source.",
        ),
        example: "易错词:\n  监查: 监察",
        mend: Words::new(
            "content/wording.yaml 里：\n词语:\n  - {错: 监查, 对: 监察}",
            "In content/wording.yaml:\n词语:\n  - {错: 监查, 对: 监察}",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let Some((first, _)) = project.site.confusions.first() else { return };
    let message =
        message!("易错词可以移到 content/wording.yaml", "these words can move to content/wording.yaml");
    report.push(Diagnostic::new(&CODE, first.span, message).help(message!(
        "每个词一条：- {{错: ……, 对: ……}}；自己对自己的写成 - 不提示: ……",
        "an entry each: - {{错: …, 对: …}}; a word for itself becomes - 不提示: …"
    )));
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    #[test]
    fn said_once() {
        crate::testing::assert_snapshot!(
            printed(&["L015"], &[("site.yaml", "名称: 某局政务公开\n易错词:\n  监查: 监察\n  甲: 乙\n")]),
            snapbox::str![[r#"
提示[L015]: 易错词可以移到 content/wording.yaml
 --> content/site.yaml:3:3
  |
3 |   监查: 监察
  |   ^^^^
  |
建议: 每个词一条：- {错: ……, 对: ……}；自己对自己的写成 - 不提示: ……
"#]]
        );
        assert_eq!(printed(&["L015"], &[("wording.yaml", "词语:\n  - {错: 监查, 对: 监察}\n")]), "");
    }
}
