//! P: personal data in everything public, attached files included.
//!
//! 个人信息保护法 第二十五条 and 第三十四条; most known leaks of bureaus were in attached lists. Neither a finding nor
//! the source line printed with it ever shows a whole number.

pub mod bank_card;
pub mod file_metadata;
pub mod identity_number;
pub mod mobile_number;
pub mod not_searched;
pub mod old_identity_number;
pub mod pictures;

use crate::check::prose::Prose;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::message;
use crate::text::message::Words;
use crate::text::personal::Kind;

/// Reports every public number of one kind.
fn report_all(prose: &Prose<'_>, kind: Kind, code: &'static Code, name: Words, report: &mut Report) {
    for number in prose.numbers.iter().filter(|number| number.kind == kind) {
        let (zh, en, masked, place) = (name.zh, name.en, &number.masked, &number.place);
        let (in_zh, in_en) = (&place.zh, &place.en);
        let message = message!("{in_zh}有{zh}“{masked}”", "{en} in {in_en}: {masked}");
        let finding = Diagnostic::new(code, number.span, message);
        report.push(finding.help(message!(
            "删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明",
            "delete it, or hide its middle; if the law asks for it and it was approved, accept it under 放行"
        )));
    }
}
