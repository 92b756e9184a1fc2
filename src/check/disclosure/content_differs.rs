//! D062: a published file whose content does not match its extension.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::attached::ending;
use crate::text::message::Words;

/// 附件的内容与扩展名不符.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D062",
    name: "content-differs-from-ending",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "公开的文件内容与扩展名不符。",
            "The content of a published file does not match its extension.",
        ),
        why: Words::new(
            "扩展名写错的文件，群众打不开；改头换面的网页、程序还会骗过检查。",
            "Nobody can open a file with a wrong extension, and disguised web pages or programs get past checks.",
        ),
        example: "files/现场.jpg（内容是网页）",
        mend: Words::new(
            "用原软件重新保存，或改正扩展名。",
            "Save it again in the program that made it, or correct the extension.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for (path, file) in &project.files {
        let Some(Words { zh, en }) = file.inside.differs else { continue };
        let (name, ending) = (path.rsplit('/').next().unwrap_or_default(), ending(path));
        let message = message!(
            "附件“{name}”的内容是{zh}，与扩展名“.{ending}”不符",
            "the attached file {name:?} is {en}, which is not what .{ending} says"
        );
        report.push(Diagnostic::new(&CODE, file.named, message).help(message!(
            "用原软件重新保存，或改正扩展名",
            "save it anew in its program, or mend the ending"
        )));
    }
}
