//! L003: a section without new notices for too long.
//!
//! 国办秘函〔2019〕19号: 动态 and 要闻 need an update within two weeks, 通知公告 and 政策文件 within six months; five stale
//! sections fail a site. Sections without 动态 or 要闻 in their names have six months. Only sections that hold notices
//! themselves are checked, by the newest published notice in or below them.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::section::SectionId;
use crate::text::date::chinese;
use crate::text::message::{Message, Words};

/// 栏目长期不更新.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L003",
    name: "stale-column",
    severity: Severity::Warning,
    about: About {
        what: Words::new("栏目长期没有更新。", "Nothing new has been published in a column for too long."),
        why: Words::new(
            "国办秘函〔2019〕19号：动态、要闻类栏目两周，通知公告、政策文件类栏目六个月未更新，达到5个的单项否决。",
            "国办秘函〔2019〕19号: 动态 and 要闻 need an update within two weeks, 通知公告 and 政策文件 within six months; five stale columns fail a site.",
        ),
        example: "名称: 工作动态（最新一条发布于2024-08-01，今天是2024-09-01）",
        mend: Words::new(
            "发布新的内容；不再更新的栏目，并入别的栏目。",
            "Publish something new, or merge the column into another.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for (id, section) in project.sections_with_ids() {
        if !project.notices.iter().any(|notice| notice.section == id) {
            continue;
        }
        let Some(newest) = newest(project, id) else { continue };
        let news = ["动态", "要闻"].iter().any(|word| section.name.value.contains(word));
        let allowed = if news { 2.weeks() } else { 6.months() };
        if newest.saturating_add(allowed) >= project.today {
            continue;
        }
        let message = message(&section.name.value, newest, news);
        report.push(Diagnostic::new(&CODE, section.name.span, message).help(message!(
            "发布新的内容，或者并入别的栏目",
            "publish something new, or merge it into another column"
        )));
    }
}

fn message(name: &str, newest: Date, news: bool) -> Message {
    let day = chinese(newest);
    let (zh, en) = if news { ("两周", "two weeks") } else { ("六个月", "six months") };
    message!(
        "栏目“{name}”超过{zh}没有更新，最新一条是{day}",
        "nothing new in {name} for more than {en}; the newest is of {day}"
    )
}

/// The newest day of publication in a section or below it, up to today.
fn newest(project: &Project, section: SectionId) -> Option<Date> {
    let within = |mut id: SectionId| loop {
        if id == section {
            break true;
        }
        match project.section(id).parent {
            Some(parent) => id = parent,
            None => break false,
        }
    };
    let notices = project.notices.iter().filter(|notice| within(notice.section));
    let days = notices.map(|notice| notice.published.value.day);
    days.filter(|day| *day > Date::MIN && *day <= project.today).max()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn section(name: &str, published: &str) -> String {
        let notice = NOTICE.replace("2024-08-02 09:00", published);
        let section = format!("名称: {name}\n");
        printed(&["L003"], &[("栏目/column.yaml", &section), ("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn six_months_for_papers() {
        crate::testing::assert_snapshot!(
            section("通知公告", "2024-02-29"),
            snapbox::str![[r#"
警告[L003]: 栏目“通知公告”超过六个月没有更新，最新一条是2024年2月29日
 --> content/栏目/column.yaml:1:5
  |
1 | 名称: 通知公告
  |       ^^^^^^^^
  |
建议: 发布新的内容，或者并入别的栏目
"#]]
        );
        assert_eq!(section("通知公告", "2024-03-01"), "");
    }

    #[test]
    fn two_weeks_for_news() {
        crate::testing::assert_snapshot!(
            section("工作动态", "2024-08-17"),
            snapbox::str![[r#"
警告[L003]: 栏目“工作动态”超过两周没有更新，最新一条是2024年8月17日
 --> content/栏目/column.yaml:1:5
  |
1 | 名称: 工作动态
  |       ^^^^^^^^
  |
建议: 发布新的内容，或者并入别的栏目
"#]]
        );
        assert_eq!(section("工作动态", "2024-08-18"), "");
    }

    #[test]
    fn a_newer_notice_below_or_one_to_come_is_no_staleness() {
        let old = NOTICE.replace("2024-08-02 09:00", "2024-01-01");
        let inner = [("栏目/内/column.yaml", "名称: 内\n"), ("栏目/内/新/notice.md", NOTICE)];
        let table = ("栏目/内/新/tasks.yaml", crate::testing::TABLE);
        assert_eq!(printed(&["L003"], &[("栏目/通知/notice.md", &old), inner[0], inner[1], table]), "");
        assert_eq!(section("通知公告", "2024-12-01"), "");
    }
}
