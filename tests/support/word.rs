//! Word documents of a few elements, as tests need them.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The namespaces that all parts declare.
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

/// The kind of a relationship of the text, and the root of the part.
const KINDS: [(&str, &str, &str); 8] = [
    ("word/styles.xml", "styles", "styles"),
    ("word/numbering.xml", "numbering", "numbering"),
    ("word/footnotes.xml", "footnotes", "footnotes"),
    ("word/endnotes.xml", "endnotes", "endnotes"),
    ("word/comments.xml", "comments", "comments"),
    ("word/header1.xml", "header", "hdr"),
    ("word/footer1.xml", "footer", "ftr"),
    ("word/media/image1.png", "image", ""),
];

/// A document with this body and further parts: the content of their root elements, by name. The relationship of a part
/// has the file's name without its ending as its id.
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut relations = String::from(
        "<Relationship Id=\"link\" Type=\"http://x/hyperlink\" Target=\"https://www.example.gov.cn/a\" TargetMode=\"External\"/>",
    );
    let mut files = vec![(
        "word/document.xml".to_owned(),
        format!("<?xml version=\"1.0\"?><w:document {SPACES}><w:body>{body}</w:body></w:document>")
            .into_bytes(),
    )];
    for (name, content) in parts {
        let (_, kind, root) =
            KINDS.iter().find(|(known, ..)| known == name).copied().unwrap_or((name, "image", ""));
        let target = name.strip_prefix("word/").unwrap();
        let id = target.rsplit('/').next().unwrap().split('.').next().unwrap();
        relations += &format!("<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>");
        let content = if root.is_empty() {
            content.as_bytes().to_vec()
        } else {
            format!("<w:{root} {SPACES}>{content}</w:{root}>").into_bytes()
        };
        files.push(((*name).to_owned(), content));
    }
    files.push((
        "_rels/.rels".to_owned(),
        b"<Relationships><Relationship Id=\"r\" Type=\"http://x/officeDocument\" Target=\"/word/document.xml\"/></Relationships>".to_vec(),
    ));
    files.push((
        "word/_rels/document.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>").into_bytes(),
    ));
    archive(&files)
}

/// An archive of these files.
pub fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        archive.start_file(name.as_str(), options.compression_level(Some(1))).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A paragraph of one run.
pub fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A run.
pub fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// The files of an archive.
pub fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.push((file.name().unwrap().into_owned(), content));
    }
    files
}
