//! Attached files, published unchanged: the allowed kinds, and the result of searching each file.

use crate::text::message::{Message, Words};

/// Family of file formats, by the reader that opens them.
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
    /// Running text, in which a number may continue in the next line.
    Prose,
    /// Text with one record a line.
    Rows,
    /// HTML, XML, SVG.
    Markup,
    /// A raster image.
    Picture,
    /// An archive of files.
    Archive,
}

/// Every allowed extension, in lower case.
///
/// Documents, tables, images, text and archives as offices exchange them, and OFD, the national format for electronic
/// papers (GB/T 33190). Other files are usually published by accident: programs, scripts, databases, mails, temporary
/// files. Formats with macros (.docm) are excluded, and so are sound and video, for which portals have players of their
/// own. Any other file needs an acceptance of the finding.
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

/// The extension of a path in lower case, without the dot; empty if there is none.
#[must_use]
pub fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// The kind of a file by its extension; `None` if the extension is not allowed.
#[must_use]
pub fn kind(path: &str) -> Option<FileKind> {
    let ending = ending(path);
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

/// The result of searching a published file.
#[derive(Debug, Default)]
pub struct Inside {
    /// Texts with personal numbers. Others are dropped at once, because a table may have a million cells.
    pub texts: Vec<AttachedText>,
    /// Parts that could not be searched.
    pub unsearched: Vec<Remark>,
    /// Programs, and references to external content.
    pub active: Vec<Remark>,
    /// Metadata about the people and devices that made the file.
    pub traces: Vec<Trace>,
    /// The real format, if it does not match the extension.
    pub differs: Option<Words>,
    /// Whether the file is a picture, whose pixels are not read.
    pub is_picture: bool,
}

/// A text inside a published file.
#[derive(Debug, PartialEq, Eq)]
pub struct AttachedText {
    /// The place in the file: 第3行, 名单!B2.
    pub place: String,
    /// The text.
    pub text: String,
}

/// A remark on a part of a published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The place in the file; empty for the whole file.
    pub place: String,
    /// The remark.
    pub what: Message,
}

/// Metadata in a published file that identifies a person, device or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Origin of the trace.
    pub kind: TraceKind,
    /// Name of the property: 作者, 拍摄地点.
    pub name: Words,
    /// The value as written; empty for sensitive values (coordinates).
    pub value: String,
}

/// Origin of a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceKind {
    /// A camera or phone: place, device and owner of a picture.
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
