//! D010: a notice that is not on the site: a draft, or one whose 发布日期 has not come.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 通知还没有公开.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D010",
    name: "held-back",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "通知是草稿（公开: false），或者发布日期还没有到，没有生成到网站上。",
            "A notice is a draft (公开: false), or its 发布日期 has not come: it is not on the site.",
        ),
        why: Words::new(
            "草稿照样检查、预览；里面的错误不妨碍其他内容生成。",
            "Drafts are checked and previewed; their errors stop nothing else.",
        ),
        example: "公开: false",
        mend: Words::new("要公开时删去“公开: false”。", "Remove `公开: false` when it is to be published."),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| notice.is_held_back(project.today)) {
        let (span, message) = if notice.public {
            let day = notice.published.value.day;
            let message = message!(
                "发布日期{day}还没有到，到那一天才公开",
                "its day of publication, {day}, has not come; it is held back until then"
            );
            (notice.published.span, message)
        } else {
            let message = message!("这份通知是草稿，不公开", "this notice is a draft and not published");
            (notice.title.span, message)
        };
        report.push(Diagnostic::new(&CODE, span, message));
    }
}
