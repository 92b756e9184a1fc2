//! A picture within the text (ECMA-376 part 1, 20.4).

use crate::render::docx::measure::{HEIGHT, LINE, WIDTH};
use crate::render::docx::xml::Xml;

/// English metric units in a twip.
const EMU: i64 = 635;

/// A picture within the text.
#[derive(Debug)]
pub struct Picture {
    /// The id of its relationship.
    pub id: String,
    /// Its number among the pictures of the document, from 1.
    pub number: u32,
    /// Its words (替代文字).
    pub words: String,
    /// Its width and height in pixels.
    pub pixels: (u32, u32),
}

impl Picture {
    /// Writes the element.
    pub fn write(&self, xml: &mut Xml) {
        let (width, height) = self.size();
        let size = [("cx", width.into()), ("cy", height.into())];
        let name = format!("图片 {}", self.number);
        let about = [("id", self.number.into()), ("name", name.as_str().into())];
        xml.element("w:drawing", &[], |xml| {
            let distances = ["distT", "distB", "distL", "distR"].map(|side| (side, 0.into()));
            xml.element("wp:inline", &distances, |xml| {
                xml.empty("wp:extent", &size);
                xml.empty("wp:docPr", &[&about[..], &[("descr", self.words.as_str().into())]].concat());
                let spaces = "http://schemas.openxmlformats.org/drawingml/2006";
                let (main, kind) = (format!("{spaces}/main"), format!("{spaces}/picture"));
                xml.element("a:graphic", &[("xmlns:a", main.as_str().into())], |xml| {
                    xml.element("a:graphicData", &[("uri", kind.as_str().into())], |xml| {
                        xml.element("pic:pic", &[("xmlns:pic", kind.as_str().into())], |xml| {
                            xml.element("pic:nvPicPr", &[], |xml| {
                                xml.empty("pic:cNvPr", &about);
                                xml.empty("pic:cNvPicPr", &[]);
                            });
                            xml.element("pic:blipFill", &[], |xml| {
                                xml.empty("a:blip", &[("r:embed", self.id.as_str().into())]);
                                xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                            });
                            xml.element("pic:spPr", &[], |xml| {
                                xml.element("a:xfrm", &[], |xml| {
                                    xml.empty("a:off", &[("x", 0.into()), ("y", 0.into())]);
                                    xml.empty("a:ext", &size);
                                });
                                let shape = [("prst", "rect".into())];
                                xml.element("a:prstGeom", &shape, |xml| xml.empty("a:avLst", &[]));
                            });
                        });
                    });
                });
            });
        });
    }

    /// Width and height on paper: 96 pixels to the inch, made smaller where the text area is.
    fn size(&self) -> (i64, i64) {
        const PIXEL: i64 = 9_525;
        let (width, height) = (i64::from(self.pixels.0).max(1), i64::from(self.pixels.1).max(1));
        // A line is left for the words below it.
        let room = (i64::from(WIDTH) * EMU, i64::from(HEIGHT - 2 * LINE) * EMU);
        let (wide, high) = (width * PIXEL, height * PIXEL);
        if wide <= room.0 && high <= room.1 {
            return (wide, high);
        }
        if wide * room.1 >= high * room.0 {
            (room.0, (room.0 * height / width).max(1))
        } else {
            ((room.1 * width / height).max(1), room.1)
        }
    }
}

/// The ending of a picture's file and its size in pixels, read from its beginning; `None` for other kinds than PNG, JPEG
/// and GIF, which Word may not show.
pub fn kind_and_size(bytes: &[u8]) -> Option<(&'static str, (u32, u32))> {
    let two = |at: usize| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let four = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(("png", (four(16)?, four(20)?)));
    }
    if bytes.starts_with(b"GIF8") {
        let little = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
        return Some(("gif", (little(6)?, little(8)?)));
    }
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return None;
    }
    // The segments of a JPEG, up to the one that begins its picture.
    let mut at = 2;
    loop {
        let (mark, kind) = (*bytes.get(at)?, *bytes.get(at + 1)?);
        if mark != 0xFF {
            return None;
        }
        match kind {
            0xFF => at += 1,
            0xC0..=0xCF if ![0xC4, 0xC8, 0xCC].contains(&kind) => {
                return Some(("jpeg", (two(at + 7)?, two(at + 5)?)));
            }
            0x01 | 0xD0..=0xD8 => at += 2,
            _ => at += 2 + two(at + 2)? as usize,
        }
    }
}
