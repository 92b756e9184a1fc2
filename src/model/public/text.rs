//! A public text: its kind, and the notice and paper in which it stands.

use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::source::Located;

/// A public text.
#[derive(Clone, Copy, Debug)]
pub struct PublicText<'p> {
    /// The notice of the text; `None` for texts of the site and the sections.
    pub notice: Option<&'p Notice>,
    /// The kind of text.
    pub kind: TextKind,
    /// The text.
    pub text: &'p Located<String>,
    /// The paper of which they are the source, if they are one.
    pub paper: Option<&'p Paper>,
}

/// Kind of a public text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    /// A name or line of the site or of a section.
    Site,
    /// 标题, 发文机关, 主送: a line of the paper.
    Line,
    /// 发文字号.
    Number,
    /// The body, or an attached paper, in Markdown.
    Markdown,
    /// 正文标题: the heading of a task's paragraph, as written.
    Heading,
    /// 要求: a paragraph of the body.
    Paragraph,
    /// 表名, 填报单位, names of attachments.
    Name,
    /// The number of a task or a measure.
    Marker,
    /// A value in a table.
    Cell,
    /// A field of 基本信息.
    Field,
    /// The name of a file, which is not prose.
    FileName,
    /// A key or identifier, which is not prose.
    Key,
}
