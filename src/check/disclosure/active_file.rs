//! D061: a published file that runs a program or loads external content when it is opened.
//!
//! Readers trust files from a bureau. Macros and scripts turn a file into a program, and references to other servers
//! reveal who opened it. The readers of `read/attached/` find them.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 附件里有程序或外部引用.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D061",
    name: "active-file",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "公开的文件里有宏、脚本、嵌入的程序或引用外部内容。",
            "A published file holds macros, scripts, embedded programs or references to external content.",
        ),
        why: Words::new(
            "群众信任政府网站上的文件：打开就会运行的程序、就要读取的外部内容，都可能被用来攻击或跟踪；SVG 在浏览器里还能以本站的名义运行脚本。",
            "Readers trust a bureau's files: programs in them and external content serve attacks and tracking; a script in an SVG runs in the site's own name.",
        ),
        example: "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"…\"/>",
        mend: Words::new(
            "在原软件中删去宏、控件、脚本和外部引用，或另存为 PDF；确要公开的，在“放行”中写“D061: 理由”。",
            "Remove macros, controls, scripts and outside references in the program that made it, or save it as PDF; if publishing it is intended, add `D061: reason` under 放行.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for (path, file) in &project.files {
        let name = path.rsplit('/').next().unwrap_or_default();
        for active in &file.inside.active {
            let (zh, en, place) = (&active.what.zh, &active.what.en, &active.place);
            let message = if place.is_empty() {
                message!("附件“{name}”中有{zh}", "in the attached file {name:?}: {en}")
            } else {
                message!("附件“{name}”中，{place}有{zh}", "in the attached file {name:?}, at {place}: {en}")
            };
            report.push(Diagnostic::new(&CODE, file.named, message).help(message!(
                "在原软件中删去，或另存为 PDF；确要公开的，在“放行”中写“D061: 理由”",
                "remove it in the program that made the file, or save it as PDF; if it is meant, add `D061: reason` under 放行"
            )));
        }
    }
}
