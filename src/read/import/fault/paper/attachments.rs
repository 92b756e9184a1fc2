//! About attachments: their names in 附件说明, their labels and titles.

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::import::codes::{ATTACHMENT_DIFFERS, ATTACHMENT_NOT_HERE, PAPER_PART};
use crate::source::Span;

/// The rest of a name in 附件说明, on a line of its own.
pub fn name_joined(span: Span, name: &str) -> Diagnostic {
    let message = message!(
        "这一行认作上一行附件名称的后半，合成“{name}”",
        "this line was taken for the rest of the name above it: {name:?}"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "不是的，改正 notice.md 中的“名称”，把这一行写回正文",
        "where it is not, correct 名称 in notice.md and write the line into the body"
    ))
}

/// A name in 附件说明 without a number, below another one.
pub fn name_apart(span: Span) -> Diagnostic {
    let message = message!(
        "这一行认作另一个附件的名称，印出来按顺序编号",
        "this line was taken for the name of an attachment of its own; printed names are numbered"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "与上一行是一个名称的，在 notice.md 中合成一个",
        "where it is the rest of the name above it, make one of both in notice.md"
    ))
}

/// The label of an attachment.
#[derive(Clone, Copy, Debug)]
pub struct Label<'l> {
    /// The number of the attachment, from 1.
    pub number: usize,
    /// Its own label and the printed one, if they differ.
    pub renamed: Option<(&'l str, &'l str)>,
}

impl Label<'_> {
    /// The words about the number and the label, in Chinese and English.
    fn words(self) -> (String, String) {
        let Self { number, renamed } = self;
        let (zh, en) = renamed.map_or_else(Default::default, |(own, printed)| {
            (format!("，“{own}”印作“{printed}”"), format!("; its label {own} is printed as {printed}"))
        });
        (format!("从这里起认作第{number}个附件{zh}"), format!("attachment {number} begins here{en}"))
    }
}

/// A label of an attachment.
pub fn attachment(span: Span, label: Label<'_>) -> Diagnostic {
    let (zh, en) = label.words();
    Diagnostic::new(&PAPER_PART, span, message!("{zh}", "{en}"))
}

/// The first label of a paper that has attachments and no 附件说明.
pub fn list_added(span: Span) -> Diagnostic {
    let message = message!(
        "原件没有附件说明，这里的附件会列在正文下面的“附件：……”里",
        "the paper does not name its attachments; they will be listed below its text, as 附件：……"
    );
    let finding = Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "有附件就要有附件说明（GB/T 9704—2012，7.3.4）；不要它的，在 notice.md 里给附件写“附件标识: false”，附件上面的“附件”二字也就不印",
        "GB/T 9704-2012 (7.3.4) asks for the list; write 附件标识: false for the attachments in notice.md where it is not to be printed, which leaves out their labels, too"
    ));
    Diagnostic { severity: Severity::Warning, ..finding }
}

/// The text that a paper issues.
pub fn issued(span: Span) -> Diagnostic {
    let message = message!(
        "从这里起认作印发的文件，写成单独的文稿，上面不印“附件”",
        "the text that this paper issues begins here; it is a paper of its own, without the label 附件"
    );
    Diagnostic::new(&PAPER_PART, span, message)
}

/// An attachment of the text that a paper issues.
pub fn attachment_of_issued(span: Span, label: Label<'_>) -> Diagnostic {
    let (zh, en) = label.words();
    let message = message!(
        "{zh}；它在印发的文件后面，印出来也列在通知的附件说明里",
        "{en}; it stands behind the text that the paper issues, and is named in the paper's list of attachments, too"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "印发的文件里的附件说明照写在它的文稿里；不要列在通知后面的，在 notice.md 中给这个附件写“附件标识: false”",
        "the list in the issued text stays there as written; write 附件标识: false for the attachment in notice.md where the paper is not to name it"
    ))
}

/// An attachment that is named and not in the file.
pub fn attachment_missing(span: Span, name: &str, file: &str) -> Diagnostic {
    let message = message!("附件“{name}”的内容不在这个文件里", "the attachment {name:?} is not in this file");
    Diagnostic::new(&ATTACHMENT_NOT_HERE, span, message).help(message!(
        "把附件放到通知文件夹的 {file} 处，再按它的文件名改正 notice.md 中的“文件”",
        "put it into the notice's folder as {file}, and write its real name behind 文件 in notice.md"
    ))
}

/// An attachment whose title is not the one in 附件说明.
pub fn attachment_differs(span: Span, listed: &str, title: &str) -> Diagnostic {
    let message = message!(
        "附件说明里是“{listed}”，附件自己的标题是“{title}”",
        "the paper names the attachment {listed:?}, its own title is {title:?}"
    );
    Diagnostic::new(&ATTACHMENT_DIFFERS, span, message).help(message!(
        "两处都照写导入，应当一致（GB/T 9704—2012，7.3.7），核对后改正一处",
        "both were imported as written; they should be equal (GB/T 9704-2012, 7.3.7): correct one of them"
    ))
}
