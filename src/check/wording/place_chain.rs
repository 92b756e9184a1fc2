//! W034: a city or county under a province or city to which it does not belong: 湖北省岳阳市.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::message::Words;
use crate::text::place::misplaced;

/// 地名的隶属.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W034",
    name: "place-chain",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "地名的上下级对不上。",
            "A place stands under a province or city to which it does not belong.",
        ),
        why: Words::new(
            "省市县连写时，多半是打错了上级的名称；区划调整过的请按现行区划核对。",
            "Usually the upper name was mistyped; look at the present divisions where they were changed.",
        ),
        example: "湖北省岳阳市",
        mend: Words::new("湖南省岳阳市", "湖南省岳阳市"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['省', '市', '州', '区']) {
        for place in misplaced(passage.text()) {
            let (upper, lower) = (place.upper, place.lower);
            let words = place.start..place.start + upper.len() + lower.len();
            let message = message!("“{lower}”不属于“{upper}”", "{lower} does not belong to {upper}");
            let finding = Diagnostic::new(&CODE, passage.span(words), message);
            report.push(match place.right {
                Some(right) => finding.help(message!("“{lower}”属于“{right}”", "{lower} belongs to {right}")),
                None => finding.help(message!("按现行区划核对", "look at the present divisions")),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W034"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_wrong_province() {
        crate::testing::assert_snapshot!(
            body("地址：湖北省岳阳市。"),
            snapbox::str![[r#"
提示[W034]: “岳阳市”不属于“湖北省”
  --> content/栏目/通知/notice.md:13:4
   |
13 | 地址：湖北省岳阳市。
   |       ^^^^^^^^^^^^
   |
建议: “岳阳市”属于“湖南省”
"#]]
        );
    }

    #[test]
    fn right_chains_stay() {
        for text in [
            "地址：湖南省岳阳市临湘市。",
            "湖南省临湘市、岳阳市平江县。",
            "省政府、市政府，长沙市民。",
            "广西壮族自治区南宁市，北京市朝阳区、长春市朝阳区。",
            "湖南省某市，岳阳市中心城区。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
