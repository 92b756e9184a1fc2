//! The reasons why a workbook cannot be read, as findings with a way to mend it.

use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::read::package;
use crate::read::workbook::Place;
use crate::source::Span;
use crate::text::message::Message;

/// The reason why a workbook cannot be read, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The reason.
    pub problem: Problem,
    /// The sheet, where it is known.
    pub sheet: Option<String>,
    /// The cell, where it is known.
    pub cell: Option<Place>,
}

/// A reason why a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The content is that of no workbook.
    NotAWorkbook,
    /// A web page or an XML file under the name of a workbook, as many systems export it.
    WebPage,
    /// A Word document.
    Document,
    /// It is locked with a password.
    Password,
    /// A workbook of Excel 4 or older, which is no compound file yet.
    TooOld,
    /// Parts of it are damaged, or written in a way that only some programs read.
    Damaged,
    /// Its archive cannot be read.
    Package(package::Fault),
    /// More bytes than the limit.
    Bytes(usize),
    /// More cells than the limit.
    Cells(usize),
    /// More text than the limit, in bytes.
    Text(usize),
    /// More sheets than the limit.
    Sheets(usize),
    /// More merged ranges than the limit.
    Merged(usize),
}

/// The kinds of problems that people mend differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No workbook, or a damaged one: save it anew.
    NotAWorkbook,
    /// Take the password off.
    Locked,
    /// Make it smaller.
    TooLarge,
}

/// The codes under which a command reports workbooks that it cannot read.
pub struct Codes {
    /// Not a workbook, or damaged.
    pub not_a_workbook: &'static Code,
    /// Locked with a password.
    pub locked: &'static Code,
    /// Larger than the limits.
    pub too_large: &'static Code,
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self { problem, sheet: None, cell: None }
    }
}

impl From<package::Fault> for Fault {
    fn from(fault: package::Fault) -> Self {
        Problem::Package(fault).into()
    }
}

impl Fault {
    /// The fault at a cell.
    pub fn at(mut self, cell: Place) -> Self {
        self.cell = Some(cell);
        self
    }

    /// The fault on a sheet, unless it is known already.
    pub fn on(mut self, sheet: &str) -> Self {
        self.sheet.get_or_insert_with(|| sheet.to_owned());
        self
    }

    /// The finding about the workbook.
    pub fn finding(&self, span: Span, codes: &Codes) -> Diagnostic {
        let code = match self.kind() {
            Kind::NotAWorkbook => codes.not_a_workbook,
            Kind::Locked => codes.locked,
            Kind::TooLarge => codes.too_large,
        };
        Diagnostic::new(code, span, self.message()).help(self.help())
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        match &self.problem {
            Problem::Password | Problem::Package(package::Fault::Encrypted(_)) => Kind::Locked,
            Problem::Bytes(_)
            | Problem::Cells(_)
            | Problem::Text(_)
            | Problem::Sheets(_)
            | Problem::Merged(_)
            | Problem::Package(
                package::Fault::TooManyParts(_)
                | package::Fault::PartTooLarge { .. }
                | package::Fault::FileTooLarge(_),
            ) => Kind::TooLarge,
            Problem::NotAWorkbook
            | Problem::WebPage
            | Problem::Document
            | Problem::TooOld
            | Problem::Damaged
            | Problem::Package(_) => Kind::NotAWorkbook,
        }
    }

    /// The reason in words.
    pub fn message(&self) -> Message {
        match &self.problem {
            Problem::NotAWorkbook => {
                message!("这个文件不是能读的工作簿", "this file is no workbook that can be read")
            }
            Problem::WebPage => message!(
                "这个文件的内容是网页或 XML，不是工作簿",
                "this file holds a web page or XML, not a workbook"
            ),
            Problem::Document => {
                message!("这个文件是 Word 文档，不是工作簿", "this file is a Word document, not a workbook")
            }
            Problem::Password => message!("这个工作簿设了密码", "this workbook is locked with a password"),
            Problem::TooOld => message!(
                "这是 Excel 4.0 或更早的工作簿，读不出来",
                "this is a workbook of Excel 4.0 or older, which cannot be read"
            ),
            Problem::Damaged => message!(
                "这个工作簿读不出来：文件已损坏，或者写法少见",
                "this workbook cannot be read: it is damaged, or written in an unusual way"
            ),
            Problem::Package(fault @ package::Fault::Encrypted(_)) => {
                let Message { zh, en } = fault.message();
                message!("这个工作簿设了密码：{zh}", "this workbook is locked: {en}")
            }
            Problem::Package(fault) if self.kind() == Kind::TooLarge => {
                let Message { zh, en } = fault.message();
                message!("这个工作簿太大：{zh}", "this workbook is too large: {en}")
            }
            Problem::Package(fault) => {
                let Message { zh, en } = fault.message();
                message!("这个工作簿已损坏：{zh}", "this workbook is damaged: {en}")
            }
            Problem::Bytes(most) => {
                let most = most >> 20;
                message!("这个工作簿太大，超过 {most} MiB", "this workbook is larger than {most} MiB")
            }
            Problem::Cells(most) => message!(
                "这个工作簿有内容的单元格超过 {most} 个，从这里起放不下了",
                "more than {most} cells of this workbook are filled; here is the first one too many"
            ),
            Problem::Text(most) => {
                let most = most >> 20;
                message!(
                    "这个工作簿的文字超过 {most} MiB，从这里起放不下了",
                    "this workbook holds more than {most} MiB of text; here is the first cell too many"
                )
            }
            Problem::Sheets(most) => {
                message!("这个工作簿的工作表超过 {most} 张", "this workbook has more than {most} sheets")
            }
            Problem::Merged(most) => message!(
                "这个工作簿合并的单元格超过 {most} 处",
                "this workbook has more than {most} merged ranges"
            ),
        }
    }

    /// The way to mend it.
    fn help(&self) -> Message {
        if matches!(self.problem, Problem::Document) {
            return message!(
                "把其中的表格复制到一个新的工作簿（.xlsx），再用那一份",
                "copy its table into a new workbook (.xlsx) and take that"
            );
        }
        match self.kind() {
            Kind::NotAWorkbook => message!(
                "用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取",
                "open it in Excel, WPS or LibreOffice, save it as a workbook (.xlsx) and take that; ask for it again if none opens it"
            ),
            Kind::Locked => message!(
                "用 Excel 或 WPS 打开它，去掉密码，“另存为”“Excel 工作簿（.xlsx）”",
                "open it in Excel or WPS, take the password off and save it as a workbook (.xlsx)"
            ),
            Kind::TooLarge => message!(
                "把要用的表格复制到一个新的工作簿，只带有内容的行和列，保存后再用；整份都要用的，加上 --raise-limits 4",
                "copy the table into a new workbook, only the rows and columns that are filled, and take that; where all of it is needed, add --raise-limits 4"
            ),
        }
    }
}

/// The problem with content that is neither an archive nor a compound file.
pub fn of_other_content(bytes: &[u8]) -> Problem {
    // The record with which workbooks of Excel 2, 3 and 4 begin.
    if let [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0x00, ..] = bytes {
        return Problem::TooOld;
    }
    let start = &bytes[..bytes.len().min(4_096)];
    // UTF-16 has a zero byte beside each of these letters.
    let start: Vec<u8> = start.iter().copied().filter(|byte| *byte != 0).collect();
    let start = start.trim_ascii_start();
    let start = start.strip_prefix(b"\xEF\xBB\xBF").or(start.strip_prefix(b"\xFF\xFE")).unwrap_or(start);
    if start.trim_ascii_start().starts_with(b"<") { Problem::WebPage } else { Problem::NotAWorkbook }
}
