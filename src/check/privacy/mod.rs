//! P: personal data in what the public will read, attached files included.
//!
//! 个人信息保护法 第二十五条 and 第三十四条; most of what was ever leaked by bureaus stood in attached lists.
//! A finding never shows the whole number, nor does the line that is printed with it.

pub mod bank_card;
pub mod identity_number;
pub mod mobile_number;
pub mod old_identity_number;

use crate::check::prose::Prose;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::Project;
use crate::say;
use crate::text::message::Words;
use crate::text::personal::{Kind, find, mask};

/// Reports every number of one kind, in every public text and in every attached file.
fn report_all(prose: &Prose<'_>, kind: Kind, code: &'static Code, name: Words, report: &mut Report) {
    for (public, hit) in prose.numbers.iter().filter(|(_, hit)| hit.kind == kind) {
        let (zh, en, shown) = (name.zh, name.en, mask(kind, &public.text.value[hit.range.clone()]));
        let message = say!("公开的文字里有{zh}“{shown}”", "{en} in a public text: {shown}");
        report.push(with_help(Diagnostic::new(code, public.text.part(hit.range.clone()).span, message)));
    }
    if prose.notice.is_none() {
        report_files(prose.project, kind, code, name, report);
    }
}

/// The same in attached files, of which several notices may name one.
fn report_files(project: &Project, kind: Kind, code: &'static Code, name: Words, report: &mut Report) {
    for (path, file) in &project.files {
        for text in &file.texts {
            for hit in find(&text.text).into_iter().filter(|hit| hit.kind == kind) {
                let (zh, en, shown) = (name.zh, name.en, mask(kind, &text.text[hit.range]));
                let (file_name, place) = (path.rsplit('/').next().unwrap_or_default(), &text.place);
                let message = say!(
                    "附件“{file_name}”中，{place}有{zh}“{shown}”",
                    "{en} in the attached file {file_name:?}, at {place}: {shown}"
                );
                report.push(with_help(Diagnostic::new(code, file.named, message)));
            }
        }
    }
}

fn with_help(finding: Diagnostic) -> Diagnostic {
    finding.help(say!(
        "删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明",
        "delete it, or hide its middle; if the law asks for it and it was approved, accept it under 放行"
    ))
}
