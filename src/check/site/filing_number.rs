//! L007: an ICP备案号, 公安备案号 or number of the 党政机关标识 in a wrong form.
//!
//! Forms as used on sites everywhere: 省简称ICP备, eight digits or ten that begin with the year, 号 and a serial;
//! 省简称公网安备 and fourteen digits; 32 hexadecimal digits. No official definition was found, so this is a warning.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::{Message, Words};

/// 备案号写法不对.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L007",
    name: "filing-number",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "ICP 备案号、公安备案号或党政机关标识编号的写法不对。",
            "An ICP or police filing number, or the number of the 党政机关 mark, has a wrong form.",
        ),
        why: Words::new(
            "页脚的备案信息是网站检查的内容；公安备案和标识的链接按编号生成，写错了打不开。",
            "Inspections look at the filings in the footer; two of its links are made of the numbers.",
        ),
        example: "公安备案: 湘公网安备4306820200001号",
        mend: Words::new("公安备案: 湘公网安备43068202000010号", "公安备案: 湘公网安备43068202000010号"),
    },
};

fn check(project: &Project, report: &mut Report) {
    let site = &project.site;
    let numbers = [
        (&site.icp, is_icp as fn(&str) -> bool, icp()),
        (&site.police, is_police, police()),
        (&site.mark, is_mark, mark()),
    ];
    for (number, is_right, help) in numbers {
        let Some(number) = number else { continue };
        let text = number.value.trim();
        if text.is_empty() || is_right(text) {
            continue;
        }
        let message = message!("“{text}”不像备案号或标识编号", "{text:?} has not the form of such a number");
        report.push(Diagnostic::new(&CODE, number.span, message).help(help));
    }
}

fn icp() -> Message {
    message!("写成“湘ICP备12345678号-1”的样子", "write it like `湘ICP备12345678号-1`")
}

fn police() -> Message {
    message!(
        "写成“湘公网安备 43068202000010号”的样子，数字14位",
        "write it like `湘公网安备 43068202000010号`, with fourteen digits"
    )
}

fn mark() -> Message {
    message!(
        "写标识链接中“id=”后面的32位数字和字母",
        "write the 32 digits and letters behind `id=` in the link of the mark"
    )
}

/// 湘ICP备12345678号, with or without a serial.
fn is_icp(text: &str) -> bool {
    let Some((place, rest)) = text.split_once("ICP备") else { return false };
    let Some((number, serial)) = rest.split_once('号') else { return false };
    let serial = serial.strip_prefix('-').map_or(serial.is_empty(), |serial| digits(serial, 1..=4));
    is_place(place) && digits(number, 8..=10) && serial
}

/// 湘公网安备 43068202000010号.
fn is_police(text: &str) -> bool {
    let Some((place, rest)) = text.split_once("公网安备") else { return false };
    let number = rest.trim().trim_end_matches('号').trim_end();
    is_place(place) && digits(number, 14..=14)
}

fn is_mark(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a text is the one-character name of a province.
fn is_place(text: &str) -> bool {
    text.chars().count() == 1 && !text.is_ascii()
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn site(lines: &str) -> String {
        printed(&["L007"], &[("site.yaml", &format!("名称: 某局政务公开\n{lines}\n"))])
    }

    #[test]
    fn points_at_each_number() {
        crate::testing::assert_snapshot!(
            site("ICP备案: ICP备12345678号\n公安备案: 湘公网安备4306820200001号\n党政机关标识: 某局"),
            snapbox::str![[r#"
警告[L007]: “ICP备12345678号”不像备案号或标识编号
 --> content/site.yaml:2:8
  |
2 | ICP备案: ICP备12345678号
  |          ^^^^^^^^^^^^^^^
  |
建议: 写成“湘ICP备12345678号-1”的样子

警告[L007]: “湘公网安备4306820200001号”不像备案号或标识编号
 --> content/site.yaml:3:7
  |
3 | 公安备案: 湘公网安备4306820200001号
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“湘公网安备 43068202000010号”的样子，数字14位

警告[L007]: “某局”不像备案号或标识编号
 --> content/site.yaml:4:9
  |
4 | 党政机关标识: 某局
  |               ^^^^
  |
建议: 写标识链接中“id=”后面的32位数字和字母
"#]]
        );
    }

    #[test]
    fn numbers_as_they_are_given_out() {
        for right in [
            "ICP备案: 苏ICP备06034732号",
            "ICP备案: 湘ICP备2024072853号-1",
            "公安备案: 苏公网安备 32072302010045号",
            "公安备案: 苏公网安备32072302010045",
            "党政机关标识: 0123456789abcdefABCDEF0123456789",
            "ICP备案:",
        ] {
            assert_eq!(site(right), "", "{right}");
        }
    }
}
