//! The parts of a paper that stand in the head of `notice.md`, and the part that each line is.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// Statements of the paper about itself.
#[derive(Debug, Default)]
pub struct Facts {
    /// The lines of the title.
    pub title: Vec<String>,
    /// 发文机关, as the signature or the head says.
    pub issuers: Vec<String>,
    /// 发文字号.
    pub number: Option<String>,
    /// 主送.
    pub addressee: Option<String>,
    /// 成文日期.
    pub dated: Option<Date>,
    /// The line of 成文日期.
    pub dated_line: Option<usize>,
    /// 签发人.
    pub signer: Option<String>,
    /// 附注.
    pub remark: Option<String>,
    /// 联系人.
    pub contact: Option<String>,
    /// 抄送.
    pub copies: Vec<String>,
    /// 印发机关.
    pub printer: Option<String>,
    /// 印发日期.
    pub printed: Option<Date>,
    /// Whether it has a 发文机关标志.
    pub has_mark: bool,
    /// Whether 文件 stands in it; that of 信函 is the name of the body alone (10.1).
    pub is_file: bool,
    /// The names in 附件说明.
    pub names: Vec<String>,
    /// The names of files of attachments, by the index of their name, where a page links them.
    pub files: BTreeMap<usize, String>,
}

/// The part of the paper that a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Of the body, or not understood.
    #[default]
    Body,
    /// Taken into the head of the file.
    Taken,
    /// Left out and told: of the page, or said again by what is generated.
    LeftOut,
    /// 附件, above an attachment.
    Label,
    /// Of the attachment with that index.
    Attachment(usize),
}

/// An attachment: its title, and its lines.
#[derive(Debug, Default)]
pub struct Enclosed {
    /// Its index among the attachments.
    pub index: usize,
    /// The lines of its title.
    pub title: Vec<String>,
    /// The line of its label, or without one the first of its title.
    pub label: usize,
    /// Whether it is one of 附件说明 or has a label; the text that a paper issues (印发) is neither.
    pub is_labelled: bool,
    /// Indices of its lines, without label and title.
    pub lines: Vec<usize>,
}
