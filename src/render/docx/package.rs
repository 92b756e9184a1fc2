//! The archive of a document.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use jiff::civil::DateTime;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipArchive, ZipWriter};

use crate::render::docx::content::Block;
use crate::render::docx::parts::{self, Target};
use crate::render::docx::section::Section;
use crate::render::docx::styles::MAIN;
use crate::render::docx::xml::Xml;

/// The fixed parts as an archive, compressed once for all documents.
#[derive(Debug)]
pub struct Fixed(Vec<u8>);

/// A document that is being put together.
#[derive(Debug)]
pub struct Document<'t> {
    /// Its title.
    pub title: &'t str,
    /// Its author.
    pub author: Cow<'t, str>,
    /// The time of the content, so that equal content makes equal bytes on any day.
    pub written: DateTime,
    /// Its content.
    pub blocks: Vec<Block<'t>>,
    /// The paper of its last part.
    pub section: Section,
    /// Its relationships to addresses and pictures, by their ids.
    pub related: Vec<(String, Target)>,
    /// Its pictures, by the names of their parts.
    pub pictures: Vec<(String, Cow<'t, [u8]>)>,
}

impl Fixed {
    /// Makes the fixed parts.
    pub fn new() -> Result<Self, ZipError> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts::fixed() {
            add(&mut archive, name, &content, CompressionMethod::Deflated)?;
        }
        Ok(Self(archive.finish()?.into_inner()))
    }
}

impl Document<'_> {
    /// The bytes of the file.
    pub fn pack(&self, fixed: &Fixed) -> Result<Vec<u8>, ZipError> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::with_capacity(1 << 15)));
        archive.merge_archive(ZipArchive::new(Cursor::new(fixed.0.as_slice()))?)?;
        add(&mut archive, "docProps/core.xml", &self.properties(), CompressionMethod::Deflated)?;
        let related = parts::document_relationships(&self.related);
        add(&mut archive, "word/_rels/document.xml.rels", &related, CompressionMethod::Deflated)?;
        add(&mut archive, "word/document.xml", &self.body(), CompressionMethod::Deflated)?;
        for (name, bytes) in &self.pictures {
            // Pictures are compressed as they are.
            add(&mut archive, &format!("word/media/{name}"), bytes, CompressionMethod::Stored)?;
        }
        Ok(archive.finish()?.into_inner())
    }

    /// `document.xml`.
    fn body(&self) -> Vec<u8> {
        let mut xml = Xml::document();
        let spaces = [
            ("xmlns:w", MAIN.into()),
            ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships".into()),
            ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing".into()),
        ];
        xml.element("w:document", &spaces, |xml| {
            xml.element("w:body", &[], |xml| {
                self.blocks.iter().for_each(|block| block.write(xml));
                self.section.write(xml);
            });
        });
        xml.finish()
    }

    /// `core.xml`.
    fn properties(&self) -> Vec<u8> {
        let mut xml = Xml::document();
        let spaces = [
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties".into()),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/".into()),
            ("xmlns:dcterms", "http://purl.org/dc/terms/".into()),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance".into()),
        ];
        let written = format!("{}Z", self.written);
        xml.element("cp:coreProperties", &spaces, |xml| {
            xml.element("dc:title", &[], |xml| xml.text(self.title));
            xml.element("dc:creator", &[], |xml| xml.text(&self.author));
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.element(name, &[("xsi:type", "dcterms:W3CDTF".into())], |xml| xml.text(&written));
            }
        });
        xml.finish()
    }
}

/// Adds a part under a fixed time and system, so that equal content makes equal bytes.
fn add(
    archive: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    content: &[u8],
    method: CompressionMethod,
) -> Result<(), ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(zip::DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    // The fastest level takes a third of the time for a quarter more bytes.
    let options =
        if method == CompressionMethod::Deflated { options.compression_level(Some(1)) } else { options };
    archive.start_file(name, options)?;
    archive.write_all(content)?;
    Ok(())
}
