//! P030: a published file that was not, or not completely, searched for personal numbers.
//!
//! A file that is skipped silently looks like a file without numbers.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 附件没有检查.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "P030",
    name: "file-not-searched",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "公开的文件或其中一部分没有查找个人信息。",
            "A published file, or a part of it, was not searched for personal data.",
        ),
        why: Words::new(
            "扫描件、设了密码的文件、套了几层的压缩包，程序看不到里面的文字，只能由人来看。",
            "A program sees no words in scans, locked files and archives within archives: a person has to look.",
        ),
        example: "附件:\n  - {文件: files/扫描件.pdf, 名称: 名单}",
        mend: Words::new(
            "人工核对；能换成有文字的 PDF、.docx、.xlsx 的换掉；核对过的，在“放行”中写“P030: 谁于何时核对”。",
            "Look through it yourself; replace it by a PDF with text, .docx or .xlsx where you can; then accept it under 放行: `P030: who looked, and when`.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for (path, file) in &project.files {
        let name = path.rsplit('/').next().unwrap_or_default();
        for part in &file.inside.unsearched {
            let (zh, en, place) = (&part.what.zh, &part.what.en, &part.place);
            let message = if place.is_empty() {
                message!(
                    "附件“{name}”没有查找个人信息：{zh}",
                    "the attached file {name:?} was not searched for personal data: {en}"
                )
            } else {
                message!(
                    "附件“{name}”的{place}没有查找个人信息：{zh}",
                    "the attached file {name:?} was not searched for personal data at {place}: {en}"
                )
            };
            report.push(Diagnostic::new(&CODE, file.named, message).help(message!(
                "人工核对，或换成有文字、没有密码的文件；核对过的，在“放行”中写“P030: 谁于何时核对”",
                "look through it yourself, or replace it by a file with text and without a password; then accept it under 放行: `P030: who looked, and when`"
            )));
        }
    }
}
