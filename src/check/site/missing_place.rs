//! L014: a place that every platform of 政府信息公开 has, and this site does not.
//!
//! A site without 固定栏目 may be a section of a portal that has them. So it is asked for them only if it says where it is
//! published (域名) and has a head of its own; a list that was begun is asked for the rest.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::fixed_place::FixedKind;
use crate::model::site::Part;
use crate::text::message::Words;

/// 缺少政府信息公开平台的固定栏目.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L014",
    name: "missing-place",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "政府信息公开平台的固定栏目没有写全。",
            "A place that a platform of 政府信息公开 has is missing.",
        ),
        why: Words::new(
            "政府信息公开条例要求编制、公布并及时更新公开指南和公开目录（第十二条），公布年度报告（第四十九条、第五十条），\
             提供依申请公开的渠道（第二十七条至第二十九条）；群众从固定的位置找到它们。",
            "政府信息公开条例 has the guide and the catalogue published and kept up to date (Art. 12), the yearly report \
             published (Art. 49, 50) and a way to ask for more (Art. 27 to 29); people find them at fixed places.",
        ),
        example: "固定栏目:\n  政府信息公开指南: zhinan.md",
        mend: Words::new(
            "固定栏目:\n  政府信息公开指南: zhinan.md\n  政府信息公开制度: zhidu.md\n  法定主动公开内容: tongzhi-gonggao\n  \
             政府信息公开年报: https://www.example.gov.cn/nianbao/\n  依申请公开: yishenqing.md",
            "固定栏目:\n  政府信息公开指南: zhinan.md\n  政府信息公开制度: zhidu.md\n  法定主动公开内容: tongzhi-gonggao\n  \
             政府信息公开年报: https://www.example.gov.cn/nianbao/\n  依申请公开: yishenqing.md",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let site = &project.site;
    let is_own = site.address.is_some() && site.shows(Part::Header);
    if site.name.value.is_empty() || site.places.is_empty() && !is_own {
        return;
    }
    let is_named = |kind: FixedKind| {
        site.places.iter().any(|place| place.kind == kind && !place.written.value.trim().is_empty())
    };
    let missing: Vec<&str> =
        FixedKind::WORDS.iter().filter(|(_, kind)| !is_named(*kind)).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return;
    }
    let names = missing.join("、");
    let place = site.places.first().map_or(site.name.span, |place| place.written.span);
    let message = message!("固定栏目里没有{names}", "固定栏目 lacks {names}");
    report.push(Diagnostic::new(&CODE, place, message).help(message!(
        "在 site.yaml 的“固定栏目”里写它的网址、栏目的文件夹，或者 content 里的 .md 文件",
        "write its address, the folder of a column, or a .md file in content under 固定栏目 of site.yaml"
    )));
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn findings(site: &str) -> String {
        let page = ("zhinan.md", "---\n标题: 公开指南\n---\n\n指南。\n");
        printed(&["L014"], &[("site.yaml", &format!("名称: 某局政务公开\n{site}")), page])
    }

    #[test]
    fn what_a_begun_list_lacks_is_named() {
        crate::testing::assert_snapshot!(
            findings("固定栏目:\n  政府信息公开指南: zhinan.md\n  依申请公开:\n"),
            snapbox::str![[r#"
提示[L014]: 固定栏目里没有政府信息公开制度、法定主动公开内容、政府信息公开年报、依申请公开
 --> content/site.yaml:3:13
  |
3 |   政府信息公开指南: zhinan.md
  |                     ^^^^^^^^^
  |
建议: 在 site.yaml 的“固定栏目”里写它的网址、栏目的文件夹，或者 content 里的 .md 文件
"#]]
        );
    }

    #[test]
    fn a_site_of_its_own_has_all() {
        let address = "域名: www.example.gov.cn\n";
        assert!(
            findings(address).starts_with("提示[L014]: 固定栏目里没有政府信息公开指南、政府信息公开制度、")
        );
        let all = "固定栏目:\n  政府信息公开指南: zhinan.md\n  政府信息公开制度: https://www.example.gov.cn/zhidu\n  法定主动公开内容: 栏目\n  政府信息公开年报: http://www.example.gov.cn/nianbao\n  依申请公开: zhinan.md\n";
        assert_eq!(findings(&format!("{address}{all}")), "");
    }

    #[test]
    fn a_section_of_a_portal_need_not() {
        assert_eq!(findings(""), "");
        assert_eq!(findings("域名: www.example.gov.cn\n不显示: 页头\n"), "");
    }
}
