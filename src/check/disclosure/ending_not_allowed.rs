//! D060: a published file of a kind that offices do not exchange.
//!
//! Files get into a `files` folder by accident: a script, a database, a saved mail. `model::attached::ENDINGS` lists the
//! kinds that may be published; other kinds need an acceptance under 放行.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::attached::{ending, kind};
use crate::text::message::Words;

/// 附件的类型不在允许之列.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D060",
    name: "ending-not-allowed",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "公开的文件不是文档、表格、图片、文本或压缩包。",
            "A published file is not a document, table, image, text or archive.",
        ),
        why: Words::new(
            "程序、脚本、数据库等多半是误放的；带宏的格式（.docm、.xlsm）打开时会运行程序，群众的电脑也会拦截。",
            "Programs, scripts and databases are published by accident; formats with macros (.docm, .xlsm) run programs when they are opened.",
        ),
        example: "附件:\n  - {文件: files/名单.xlsm, 名称: 名单}",
        mend: Words::new(
            "另存为 .xlsx、.docx、.pdf 等再公开；确要公开的，在“放行”中写“D060: 理由”。",
            "Save it as .xlsx, .docx or .pdf; if publishing it is intended, add `D060: reason` under 放行.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for (path, file) in project.files.iter().filter(|(path, _)| kind(path).is_none()) {
        let (name, ending) = (path.rsplit('/').next().unwrap_or_default(), ending(path));
        let message = if ending.is_empty() {
            message!("公开的文件“{name}”没有扩展名", "the published file {name:?} has no ending")
        } else {
            message!(
                "不能公开“.{ending}”类型的文件“{name}”",
                "{name:?}: files of the kind .{ending} are not published"
            )
        };
        report.push(Diagnostic::new(&CODE, file.named, message).help(message!(
            "另存为 .docx、.xlsx、.pdf 等；确要公开的，在“放行”中写“D060: 理由”",
            "save it as .docx, .xlsx or .pdf; if it is meant, add `D060: reason` under 放行"
        )));
    }
}
