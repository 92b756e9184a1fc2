//! D002: a paper on a public page that says it is not disclosed proactively.
//!
//! 《政府信息公开条例》第十三条 has two methods: 主动公开 and 依申请公开. A paper on a public page *is* proactively
//! disclosed; the time limit of 第二十六条 (20 working days) applies to such papers only. A paper for applicants only
//! must not be published. Many portals name the channel instead (公开方式: 政府网站), which is proactive as well.

use crate::check::disclosure::unknown_term::is_by_channel;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 公开方式不是主动公开.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D002",
    name: "not-proactive",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "网页上公开的事项，公开方式却不是主动公开。",
            "A paper on a public page says that it is not disclosed proactively.",
        ),
        why: Words::new(
            "《政府信息公开条例》第十三条分主动公开、依申请公开两种方式；放在网站上就是主动公开，第二十六条的期限也只适用于主动公开。",
            "《政府信息公开条例》 Art. 13 has two methods of disclosure; publishing on the web is the proactive one, and the time limit of Art. 26 applies to it only.",
        ),
        example: "公开方式: 依申请公开",
        mend: Words::new(
            "改为“公开方式: 主动公开”；确属依申请公开的不要上网；经批准照登的，在“放行”中写明理由。",
            "Write 公开方式: 主动公开. A paper for applicants only must not be published; if publishing it was approved, accept the finding under 放行 with the reason.",
        ),
    },
};

/// Methods of disclosure that belong on a public page, as catalogues write them.
const PROACTIVE: [&str; 2] = ["主动公开", "主动"];

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        if let Some(remark) = notice.imprint.remark.as_ref().filter(|remark| is_withheld(&remark.value)) {
            let text = remark.value.trim();
            let message = message!(
                "网页上公开的事项，附注却是“{text}”",
                "this is on a public page, but its 附注 is {text:?}"
            );
            report.push(Diagnostic::new(&CODE, remark.span, message).help(message!(
                "写“此件公开发布”；确实不公开的，不要放在网站上",
                "write 此件公开发布; if it really is not public, do not publish it"
            )));
        }
        let Some(method) = notice.disclosure.text("公开方式") else { continue };
        let text = method.value.trim();
        if text.is_empty() || PROACTIVE.contains(&text) || is_by_channel(method) {
            continue;
        }
        let message = message!(
            "网页上公开的事项，公开方式却是“{text}”",
            "this is on a public page, but its way of disclosure is {text:?}"
        );
        report.push(Diagnostic::new(&CODE, method.span, message).help(message!(
            "改为“主动公开”；确属{text}的，不要放在网站上；经批准照登的，在“放行”中写“D002: 理由”",
            "write 主动公开; if it really is not, do not publish it; if its publication was approved, add `D002: reason` under 放行"
        )));
    }
}

/// Whether 附注 says that the paper is not for the public.
fn is_withheld(remark: &str) -> bool {
    ["不公开", "不予公开", "依申请公开", "不宜公开"].iter().any(|words| remark.contains(words))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn points_at_the_way_of_disclosure() {
        let notice = NOTICE.replace("公开方式: 主动公开", "公开方式: 依申请公开");
        crate::testing::assert_snapshot!(
            printed(&["D002"], &[("栏目/通知/notice.md", &notice)]),
            snapbox::str![[r#"
错误[D002]: 网页上公开的事项，公开方式却是“依申请公开”
  --> content/栏目/通知/notice.md:11:9
   |
11 |   公开方式: 依申请公开
   |             ^^^^^^^^^^
   |
建议: 改为“主动公开”；确属依申请公开的，不要放在网站上；经批准照登的，在“放行”中写“D002: 理由”
"#]]
        );
    }

    #[test]
    fn points_at_a_remark_that_says_so() {
        let remark = |words: &str| {
            let notice = NOTICE.replace("附件:", &format!("附注: {words}\n附件:"));
            printed(&["D002"], &[("栏目/通知/notice.md", &notice)])
        };
        crate::testing::assert_snapshot!(
            remark("（此件依申请公开）"),
            snapbox::str![[r#"
错误[D002]: 网页上公开的事项，附注却是“（此件依申请公开）”
 --> content/栏目/通知/notice.md:7:5
  |
7 | 附注: （此件依申请公开）
  |       ^^^^^^^^^^^^^^^^^^
  |
建议: 写“此件公开发布”；确实不公开的，不要放在网站上
"#]]
        );
        assert_eq!(remark("此件公开发布"), "");
    }

    #[test]
    fn proactive_or_unsaid_is_left_alone() {
        assert_eq!(printed(&["D002"], &[]), "");
        let applied = NOTICE.replace("公开方式: 主动公开", "公开方式: 依申请公开、政府网站");
        assert!(!printed(&["D002"], &[("栏目/通知/notice.md", &applied)]).is_empty());
        for method in [
            "",
            "主动",
            "政府网站",
            "网站公开、政务新媒体",
            "政府门户网站",
            "政府网站、公告栏",
            "政府网站/公开查阅点",
            "主动公开、政府网站",
        ] {
            let notice = NOTICE.replace("公开方式: 主动公开", &format!("公开方式: {method}"));
            assert_eq!(printed(&["D002", "D006"], &[("栏目/通知/notice.md", &notice)]), "", "{method}");
        }
    }
}
