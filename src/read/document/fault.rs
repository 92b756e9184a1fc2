//! The reasons why a document cannot be read, in words with a way to mend it.

use crate::message;
use crate::read::attached::signature::Signature;
use crate::read::document::Place;
use crate::read::package;
use crate::text::message::{Message, Words};

/// The reason why a document cannot be read, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The reason.
    pub problem: Problem,
    /// The paragraph, where it is known.
    pub place: Option<Place>,
}

/// A reason why a document cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The content is that of another kind of file, of this name.
    Other(Words),
    /// It is locked with a password.
    Locked,
    /// It is the file by which Word or WPS keep others from a document that is open: ~$通知.docx.
    Lock,
    /// Nothing is in it, or spaces.
    Empty,
    /// No word of a paper stands in it, and no picture.
    NoWords,
    /// All its bytes are zero: it was not saved or copied whole.
    Zeros,
    /// It is a text, and its name is that of a Word document.
    Misnamed,
    /// Parts of it are missing or damaged.
    Damaged,
    /// Its text is in no encoding that is known.
    Encoding,
    /// Its archive cannot be read.
    Package(package::Fault),
    /// More bytes than the limit.
    Bytes(usize),
    /// More paragraphs and cells than the limit.
    Paragraphs(usize),
    /// More parts of paragraphs than the limit.
    Pieces(usize),
    /// More text than the limit, in bytes.
    Text(usize),
    /// Elements within elements beyond the limit.
    Depth(usize),
}

/// The kinds of problems that people mend differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Another kind of file, or a damaged one: save it anew.
    Unreadable,
    /// Take the password off.
    Locked,
    /// Make it smaller.
    TooLarge,
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self { problem, place: None }
    }
}

impl From<package::Fault> for Fault {
    fn from(fault: package::Fault) -> Self {
        Problem::Package(fault).into()
    }
}

impl Fault {
    /// The fault at a place, unless it is known already.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place.get_or_insert(place);
        self
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> FaultKind {
        match &self.problem {
            Problem::Locked | Problem::Package(package::Fault::Encrypted(_)) => FaultKind::Locked,
            Problem::Bytes(_)
            | Problem::Paragraphs(_)
            | Problem::Pieces(_)
            | Problem::Text(_)
            | Problem::Depth(_)
            | Problem::Package(
                package::Fault::TooManyParts(_)
                | package::Fault::PartTooLarge { .. }
                | package::Fault::FileTooLarge(_),
            ) => FaultKind::TooLarge,
            Problem::Other(_)
            | Problem::Lock
            | Problem::Empty
            | Problem::NoWords
            | Problem::Zeros
            | Problem::Misnamed
            | Problem::Damaged
            | Problem::Encoding
            | Problem::Package(_) => FaultKind::Unreadable,
        }
    }

    /// The reason in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match &self.problem {
            Problem::Other(Words { zh, en }) => message!(
                "这个文件的内容是“{zh}”，不是 docx 文档、网页或文本",
                "this file holds {en}, not a docx document, a web page or text"
            ),
            Problem::Locked => message!("这个文件设了密码", "this file is locked with a password"),
            Problem::Lock => message!(
                "这是 Word、WPS 打开文档时留下的临时文件，不是文档",
                "this is the file that Word or WPS leave beside a document that is open, not the document"
            ),
            Problem::Empty => message!("这个文件是空的", "this file is empty"),
            Problem::NoWords => {
                message!("这个文件里没有读到正文的文字", "no words of a paper were found in this file")
            }
            Problem::Zeros => message!(
                "这个文件里全是空字节，没有保存或者复制完整",
                "all bytes of this file are zero: it was not saved or copied whole"
            ),
            Problem::Misnamed => message!(
                "这个文件名为 Word 文档，内容是纯文本",
                "this file is named like a Word document and holds plain text"
            ),
            Problem::Damaged => {
                message!("这个文档读不出来：文件已损坏", "this document cannot be read: it is damaged")
            }
            Problem::Encoding => {
                message!("这个文件的文字编码不明", "the text of this file is in an unknown encoding")
            }
            Problem::Package(fault) => self.package_message(fault),
            Problem::Bytes(most) => {
                let most = most >> 20;
                message!("这个文档太大，超过 {most} MiB", "this document is larger than {most} MiB")
            }
            Problem::Paragraphs(most) => message!(
                "这个文档的段落和单元格超过 {most} 个，从这里起放不下了",
                "this document has more than {most} paragraphs and cells; here is the first one too many"
            ),
            Problem::Pieces(most) => message!(
                "这个文档里格式不同的文字、图片、批注等超过 {most} 处，从这里起放不下了",
                "this document has more than {most} parts that look different, pictures and comments; here is the first one too many"
            ),
            Problem::Text(most) => {
                let most = most >> 20;
                message!(
                    "这个文档的文字超过 {most} MiB，从这里起放不下了",
                    "this document holds more than {most} MiB of text; here is the first paragraph too many"
                )
            }
            Problem::Depth(most) => message!(
                "这个文档里的内容嵌套超过 {most} 层",
                "more than {most} elements of this document stand within each other"
            ),
        }
    }

    fn package_message(&self, fault: &package::Fault) -> Message {
        let Message { zh, en } = fault.message();
        match (fault, self.kind()) {
            (package::Fault::Encrypted(_), _) => {
                message!("这个文档设了密码：{zh}", "this document is locked: {en}")
            }
            (_, FaultKind::TooLarge) => message!("这个文档太大：{zh}", "this document is too large: {en}"),
            _ => message!("这个文档已损坏：{zh}", "this document is damaged: {en}"),
        }
    }

    /// The way to mend it.
    #[must_use]
    pub fn help(&self) -> Message {
        match (&self.problem, self.kind()) {
            (Problem::Lock, _) => message!(
                "去掉文件名开头的“~$”，就是文档的名称：用那一份",
                "take the document whose name this is without ~$"
            ),
            (Problem::Empty | Problem::Zeros, _) => message!(
                "重新保存或者复制原来的文件；没有的，请重新索取",
                "save or copy the original again, or ask for it"
            ),
            (Problem::NoWords, _) => message!(
                "打开原件核对：文字在页眉页脚、批注里，或者是隐藏、修订中删除的，改到正文里；网页要等一会儿才显示正文的，把正文复制到 Word 文档里；打开也是空的，请重新索取",
                "open the original: move words out of headers, footers and comments, unhide them, reject their deletion; copy the text of a page that shows it only after a while into a Word document; ask for the file again where it is empty"
            ),
            (Problem::Misnamed, _) => message!(
                "内容对的，把文件名的结尾改成 .txt 再用；要的是 Word 文档的，请重新索取",
                "where this is the paper, let its name end with .txt; else ask for the Word document"
            ),
            (Problem::Other(name), _) if *name == Signature::Pdf.name() => message!(
                "PDF 里只有排好的版面：请用原来的 Word 文件；没有的，在 Word 或 WPS 中打开，转换成“Word 文档（.docx）”，逐字核对后再用",
                "a PDF holds laid-out pages only: take the Word file of which it was made; without that, convert it to a Word document (.docx) in Word or WPS, compare every word and take that"
            ),
            (_, FaultKind::Unreadable) => message!(
                "用 Word 或 WPS 打开它，“另存为”“Word 文档（.docx）”，再用那一份；都打不开的，请重新索取",
                "open it in Word or WPS, save it as a Word document (.docx) and take that; ask for it again if neither opens it"
            ),
            (_, FaultKind::Locked) => message!(
                "用 Word 或 WPS 打开它，去掉密码，“另存为”“Word 文档（.docx）”",
                "open it in Word or WPS, take the password off and save it as a Word document (.docx)"
            ),
            (_, FaultKind::TooLarge) => message!(
                "把要公开的内容复制到一个新的文档，图片压缩后保存，再用那一份",
                "copy the part that is to be published into a new document, compress its pictures, save it and take that"
            ),
        }
    }
}
