//! L004: a 网站标识码 in a wrong form.
//!
//! Ten characters: six digits of the place (GB/T 2260) and a serial of four, or bm and eight digits for departments of
//! the State Council. This is the form on all sites; no official definition was found.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 网站标识码格式不对.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L004",
    name: "site-id-code",
    severity: Severity::Warning,
    about: About {
        what: Words::new("网站标识码不是十位。", "The 网站标识码 has a wrong form."),
        why: Words::new(
            "“我为政府网站找错”按标识码找到网站；写错了，网民的留言送不到。",
            "Reports of mistakes reach a site by this code; with a wrong one they do not.",
        ),
        example: "网站标识码: \"43068200001\"",
        mend: Words::new("网站标识码: \"4306820001\"", "网站标识码: \"4306820001\""),
    },
};

fn check(project: &Project, report: &mut Report) {
    let Some(code) = &project.site.id_code else { return };
    let text = &code.value;
    if text.is_empty() || is_code(text) {
        return;
    }
    let place = code.part(0..text.len()).span;
    report.push(
        Diagnostic::new(&CODE, place, message!("“{text}”不是网站标识码", "{text:?} is no 网站标识码")).help(message!(
            "应为10位数字（6位行政区划代码加4位序号），国务院部门为 bm 加8位数字",
            "ten digits, six of the place and a serial of four; bm and eight digits for departments of the State Council"
        )),
    );
}

fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix("bm").map_or((text, 10), |digits| (digits, 8));
    digits.0.len() == digits.1 && digits.0.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn code(code: &str) -> String {
        let site = format!("名称: 某局政务公开\n网站标识码: {code}\n");
        printed(&["L004"], &[("site.yaml", &site)])
    }

    #[test]
    fn points_at_the_code() {
        crate::testing::assert_snapshot!(
            code("\"43068200001\""),
            snapbox::str![[r#"
警告[L004]: “43068200001”不是网站标识码
 --> content/site.yaml:2:9
  |
2 | 网站标识码: "43068200001"
  |              ^^^^^^^^^^^
  |
建议: 应为10位数字（6位行政区划代码加4位序号），国务院部门为 bm 加8位数字
"#]]
        );
    }

    #[test]
    fn codes_of_places_and_departments() {
        for right in ["\"4306820001\"", "1200000052", "bm01000001", ""] {
            assert_eq!(code(right), "", "{right}");
        }
        for wrong in ["bm0100001", "430682001", "43068２0001", "bm4306820001"] {
            assert!(!code(wrong).is_empty(), "{wrong}");
        }
    }
}
