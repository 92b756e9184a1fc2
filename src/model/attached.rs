//! Files that are published as they are: which kinds may be, and what was found inside each.

use crate::text::message::{Message, Words};

/// The family of a kind of file, by the way in which it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A zip archive of XML parts: Excel, Word, PowerPoint, OpenDocument, OFD.
    Package,
    /// A compound file of Excel, Word or PowerPoint before 2007, or of WPS.
    OldOffice,
    /// PDF.
    Pdf,
    /// RTF.
    RichText,
    /// Running text, in which a number may go on in the next line.
    Prose,
    /// Text in which every line is a record of its own.
    Rows,
    /// HTML, XML, SVG.
    Markup,
    /// An image made of pixels.
    Picture,
    /// Files in one file.
    Archive,
}

/// Every ending that may be published, lower case.
///
/// These are documents, tables, images, text and archives as offices exchange them, and OFD, the national format for
/// electronic papers (GB/T 33190). Anything else is published by accident more often than on purpose: programs,
/// scripts, data bases, mails, temporary files. Formats that hold macros by definition (.docm) are left out, and so
/// are sound and video, which a portal shows by means of its own. Whoever means it accepts the finding.
pub const ENDINGS: &[(&str, FileKind)] = &[
    ("docx", FileKind::Package),
    ("xlsx", FileKind::Package),
    ("pptx", FileKind::Package),
    ("dotx", FileKind::Package),
    ("xltx", FileKind::Package),
    ("odt", FileKind::Package),
    ("ods", FileKind::Package),
    ("odp", FileKind::Package),
    ("ofd", FileKind::Package),
    ("doc", FileKind::OldOffice),
    ("xls", FileKind::OldOffice),
    ("ppt", FileKind::OldOffice),
    ("wps", FileKind::OldOffice),
    ("et", FileKind::OldOffice),
    ("dps", FileKind::OldOffice),
    ("pdf", FileKind::Pdf),
    ("rtf", FileKind::RichText),
    ("txt", FileKind::Prose),
    ("md", FileKind::Prose),
    ("csv", FileKind::Rows),
    ("tsv", FileKind::Rows),
    ("json", FileKind::Rows),
    ("html", FileKind::Markup),
    ("htm", FileKind::Markup),
    ("xml", FileKind::Markup),
    ("svg", FileKind::Markup),
    ("jpg", FileKind::Picture),
    ("jpeg", FileKind::Picture),
    ("png", FileKind::Picture),
    ("gif", FileKind::Picture),
    ("bmp", FileKind::Picture),
    ("webp", FileKind::Picture),
    ("tif", FileKind::Picture),
    ("tiff", FileKind::Picture),
    ("zip", FileKind::Archive),
    ("rar", FileKind::Archive),
    ("7z", FileKind::Archive),
];

/// The ending of a path in lower case, without its dot; empty if it has none.
#[must_use]
pub fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// The kind of a file by its ending; `None` for one that may not be published.
#[must_use]
pub fn kind(path: &str) -> Option<FileKind> {
    let ending = ending(path);
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

/// Everything that was found inside of a published file.
#[derive(Debug, Default)]
pub struct Inside {
    /// The texts in which a personal number stands. Others are dropped at once: a table may have a million cells.
    pub texts: Vec<AttachedText>,
    /// The parts that could not be searched.
    pub unsearched: Vec<Remark>,
    /// Programs, and references that open something else.
    pub active: Vec<Remark>,
    /// Personal traces of the people and devices that made the file.
    pub traces: Vec<Trace>,
    /// The name of the format that the content has, where it is not that of the ending.
    pub differs: Option<Words>,
    /// Whether it is a picture: its pixels are not read.
    pub is_picture: bool,
}

/// A text inside a published file.
#[derive(Debug, PartialEq, Eq)]
pub struct AttachedText {
    /// Where in the file: 第3行, 名单!B2.
    pub place: String,
    /// The words.
    pub text: String,
}

/// Something about one part of a published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where in the file; empty for the whole of it.
    pub place: String,
    /// The remark.
    pub what: Message,
}

/// A personal trace in a published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Whose trace it is.
    pub kind: TraceKind,
    /// Its name: 作者, 拍摄地点.
    pub name: Words,
    /// The value as it is written; empty where it would repeat too much (a place's coordinates).
    pub value: String,
}

/// Where a trace comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceKind {
    /// A camera or phone: where a picture was taken, with which device, whose it is.
    Camera,
    /// A person or body named by an office program.
    Author,
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, FileKind, kind};

    #[test]
    fn endings_are_known_in_any_case_and_once_each() {
        assert_eq!(kind("files/表.XLSX"), Some(FileKind::Package));
        for path in ["files/a.exe", "files/a", "files.txt/a", "files/a.docm", "files/公告.pdf.js"] {
            assert_eq!(kind(path), None, "{path}");
        }
        for (i, (ending, _)) in ENDINGS.iter().enumerate() {
            assert!(ENDINGS[..i].iter().all(|(other, _)| other != ending), "{ending}");
        }
    }
}
