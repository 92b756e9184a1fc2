//! The format of a file by its first bytes, and whether it fits the ending.

use crate::model::attached::{FileKind, ending, kind};
use crate::read::attached::text;
use crate::text::message::Words;

/// A format that is recognised by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// A zip archive: also every Office file since 2007.
    Zip,
    /// A compound file (OLE2): Office files before 2007, and those with a password.
    Compound,
    Pdf,
    RichText,
    Rar,
    SevenZip,
    Gzip,
    Jpeg,
    Png,
    Gif,
    Bmp,
    WebP,
    Tiff,
    /// A program of Windows, Linux or macOS, or a script that begins with `#!`.
    Program,
    /// HTML, XML, SVG.
    Markup,
}

/// Beginnings of files, and what they are called.
const BEGINNINGS: &[(&[u8], Signature)] = &[
    (b"PK\x03\x04", Signature::Zip),
    (b"PK\x05\x06", Signature::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Signature::Compound),
    (b"{\\rt", Signature::RichText),
    (b"Rar!\x1A\x07", Signature::Rar),
    (b"7z\xBC\xAF\x27\x1C", Signature::SevenZip),
    (b"\x1F\x8B\x08", Signature::Gzip),
    (b"\xFF\xD8\xFF", Signature::Jpeg),
    (b"\x89PNG\r\n\x1A\n", Signature::Png),
    (b"GIF87a", Signature::Gif),
    (b"GIF89a", Signature::Gif),
    (b"II*\0", Signature::Tiff),
    (b"MM\0*", Signature::Tiff),
    (b"\x7FELF", Signature::Program),
    (b"\xCF\xFA\xED\xFE", Signature::Program),
    (b"\xCA\xFE\xBA\xBE", Signature::Program),
    (b"#!", Signature::Program),
    (b"L\0\0\0\x01\x14\x02\0", Signature::Program),
];

/// How far into a file readers of PDF look for its beginning.
const PDF_WITHIN: usize = 1024;

impl Signature {
    /// The format; `None` for text and for what nobody knows.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if let Some((_, signature)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
            return Some(*signature);
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Some(Self::WebP);
        }
        // The second bytes are few: a size and an offset make the difference to a text that begins so.
        if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
            return Some(Self::Bmp);
        }
        if bytes.starts_with(b"MZ") && bytes.len() > 64 && bytes[..64].contains(&0) {
            return Some(Self::Program);
        }
        let head = &bytes[..bytes.len().min(PDF_WITHIN)];
        if head.windows(5).any(|bytes| bytes == b"%PDF-") {
            return Some(Self::Pdf);
        }
        looks_like_markup(head).then_some(Self::Markup)
    }

    /// Its name for people.
    pub const fn name(self) -> Words {
        match self {
            Self::Zip => Words::new("压缩包或 Office 文件", "a zip archive or an Office file"),
            Self::Compound => Words::new(
                "旧格式或设了密码的 Office 文件",
                "an Office file of the old format or with a password",
            ),
            Self::Pdf => Words::new("PDF", "PDF"),
            Self::RichText => Words::new("RTF", "RTF"),
            Self::Rar => Words::new("RAR 压缩包", "a RAR archive"),
            Self::SevenZip => Words::new("7z 压缩包", "a 7z archive"),
            Self::Gzip => Words::new("gzip 压缩包", "a gzip archive"),
            Self::Jpeg => Words::new("JPEG 图片", "a JPEG image"),
            Self::Png => Words::new("PNG 图片", "a PNG image"),
            Self::Gif => Words::new("GIF 图片", "a GIF image"),
            Self::Bmp => Words::new("BMP 图片", "a BMP image"),
            Self::WebP => Words::new("WebP 图片", "a WebP image"),
            Self::Tiff => Words::new("TIFF 图片", "a TIFF image"),
            Self::Program => Words::new("程序", "a program"),
            Self::Markup => Words::new("网页（HTML、XML 或 SVG）", "HTML, XML or SVG"),
        }
    }

    /// Whether a file of that ending may have this format.
    fn fits(self, kind: FileKind, ending: &str) -> bool {
        match self {
            // WPS saves both the old and the new format under its own endings.
            Self::Zip => matches!(ending, "zip" | "wps" | "et" | "dps") || kind == FileKind::Package,
            Self::Compound => kind == FileKind::OldOffice,
            Self::Pdf => kind == FileKind::Pdf,
            Self::RichText => matches!(ending, "rtf" | "doc" | "wps"),
            Self::Rar => ending == "rar",
            Self::SevenZip => ending == "7z",
            Self::Gzip | Self::Program => false,
            Self::Jpeg => matches!(ending, "jpg" | "jpeg"),
            Self::Png => ending == "png",
            Self::Gif => ending == "gif",
            Self::Bmp => ending == "bmp",
            Self::WebP => ending == "webp",
            Self::Tiff => matches!(ending, "tif" | "tiff"),
            Self::Markup => matches!(kind, FileKind::Markup | FileKind::Prose | FileKind::Rows),
        }
    }
}

/// The name of the format that a file really has, if it is not that of its ending.
pub fn difference(path: &str, bytes: &[u8]) -> Option<Words> {
    let kind = kind(path)?;
    let is_text = matches!(kind, FileKind::Prose | FileKind::Rows | FileKind::Markup);
    match Signature::of(bytes) {
        Some(signature) => (!signature.fits(kind, &ending(path))).then(|| signature.name()),
        None if bytes.is_empty() || is_text == text::is_text(bytes) => None,
        None if is_text => Some(Words::new("认不出的内容", "something unknown")),
        None if text::is_text(bytes) => Some(Words::new("文本", "text")),
        None => Some(Words::new("认不出的内容", "something unknown")),
    }
}

/// Whether a text begins with a tag, a declaration or a comment of HTML or XML.
fn looks_like_markup(head: &[u8]) -> bool {
    let text = text::decoded(head);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\0');
    let Some(rest) = text.strip_prefix('<') else { return false };
    let name: String =
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || ":!?-".contains(*c)).collect();
    let after = rest[name.len()..].chars().next();
    !name.is_empty() && after.is_none_or(|c| c.is_whitespace() || "/>[".contains(c))
}
