//! The parts that are equal in every document: styles, settings, fonts, heads and feet of pages.

use crate::render::docx::content::{Block, Cell, Merge, Paragraph, Place, Row, Run, Table};
use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{
    Font, SMALL_CHARACTER, TURNED_NUMBER, TURNED_NUMBER_EVEN, TURNED_NUMBER_LEFT, TURNED_NUMBER_ODD, Twips,
};
use crate::render::docx::paragraph::{Align, Indent, ParagraphLook};
use crate::render::docx::section::ids;
use crate::render::docx::styles::{self, MAIN};
use crate::render::docx::xml::{Value, Xml};

/// The kind of a relationship, and the part to which it leads, by id.
const RELATED: [(&str, &str, &str); 10] = [
    ("rIdStyles", "styles", "styles.xml"),
    ("rIdSettings", "settings", "settings.xml"),
    ("rIdFonts", "fontTable", "fontTable.xml"),
    ("rIdTheme", "theme", "theme/theme1.xml"),
    (ids::ODD_FOOTER, "footer", "footer1.xml"),
    (ids::EVEN_FOOTER, "footer", "footer2.xml"),
    (ids::EMPTY_FOOTER, "footer", "footer3.xml"),
    (ids::EMPTY_HEADER, "header", "header1.xml"),
    (ids::ODD_HEADER, "header", "header2.xml"),
    (ids::EVEN_HEADER, "header", "header3.xml"),
];

/// The beginning of the names of kinds of relationships.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The namespace of relationships in a package.
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Where a relationship of the document leads, beside the fixed parts.
#[derive(Debug)]
pub enum Target {
    /// An address outside the document.
    Address(String),
    /// A picture, by its name in the folder `media`.
    Picture(String),
}

/// The fixed parts, by name, in the order of the archive.
pub fn fixed() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", root_relationships()),
        ("word/styles.xml", styles::part()),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table()),
        ("word/theme/theme1.xml", include_bytes!("theme.xml").to_vec()),
        ("word/footer1.xml", edge("w:ftr", &[number(true)])),
        ("word/footer2.xml", edge("w:ftr", &[number(false)])),
        ("word/footer3.xml", edge("w:ftr", &[empty(Style::Footer)])),
        ("word/header1.xml", edge("w:hdr", &[empty(Style::Header)])),
        ("word/header2.xml", edge("w:hdr", &turned_number(true))),
        ("word/header3.xml", edge("w:hdr", &turned_number(false))),
    ]
}

fn content_types() -> Vec<u8> {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = Xml::document();
    let space = format!("{PACKAGE}/content-types");
    xml.element("Types", &[("xmlns", space.as_str().into())], |xml| {
        for (ending, kind) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
            ("gif", "image/gif"),
        ] {
            xml.empty("Default", &[("Extension", ending.into()), ("ContentType", kind.into())]);
        }
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name.into()), ("ContentType", kind.into())]);
        };
        part("/word/document.xml", &format!("{WORD}.document.main+xml"));
        for (_, kind, file) in RELATED {
            let theme = "application/vnd.openxmlformats-officedocument.theme+xml";
            let own = format!("{WORD}.{kind}+xml");
            part(&format!("/word/{file}"), if kind == "theme" { theme } else { &own });
        }
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    });
    xml.finish()
}

fn root_relationships() -> Vec<u8> {
    relationships(|relate| {
        relate("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml", false);
        let core = format!("{PACKAGE}/relationships/metadata/core-properties");
        relate("rId2", &core, "docProps/core.xml", false);
    })
}

/// The relationships of a document: to the fixed parts, and to those of its own, by their ids.
pub fn document_relationships(own: &[(String, Target)]) -> Vec<u8> {
    relationships(|relate| {
        for (id, kind, file) in RELATED {
            relate(id, &format!("{OFFICE}/{kind}"), file, false);
        }
        for (id, target) in own {
            match target {
                Target::Address(address) => relate(id, &format!("{OFFICE}/hyperlink"), address, true),
                Target::Picture(name) => {
                    relate(id, &format!("{OFFICE}/image"), &format!("media/{name}"), false);
                }
            }
        }
    })
}

fn relationships(relate_all: impl FnOnce(&mut dyn FnMut(&str, &str, &str, bool))) -> Vec<u8> {
    let mut xml = Xml::document();
    let space = format!("{PACKAGE}/relationships");
    xml.element("Relationships", &[("xmlns", space.as_str().into())], |xml| {
        relate_all(&mut |id, kind, target, is_outside| {
            let mut attributes =
                vec![("Id", Value::from(id)), ("Type", kind.into()), ("Target", target.into())];
            if is_outside {
                attributes.push(("TargetMode", "External".into()));
            }
            xml.empty("Relationship", &attributes);
        });
    });
    xml.finish()
}

/// Odd and even pages differ; marks keep their width, so that 28 letters stand on a line; the manner of Word 2013.
fn settings() -> Vec<u8> {
    let mut xml = Xml::document();
    xml.element("w:settings", &[("xmlns:w", MAIN.into())], |xml| {
        xml.empty("w:zoom", &[("w:percent", 100.into())]);
        xml.empty("w:evenAndOddHeaders", &[]);
        xml.value("w:drawingGridVerticalSpacing", crate::render::docx::measure::LINE);
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            xml.empty("w:spaceForUL", &[]);
            xml.empty("w:balanceSingleByteDoubleByteWidth", &[]);
            xml.empty("w:doNotLeaveBackslashAlone", &[]);
            xml.empty("w:ulTrailSpace", &[]);
            xml.empty("w:adjustLineHeightInTable", &[]);
            xml.empty("w:useFELayout", &[]);
            xml.empty(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode".into()),
                    ("w:uri", "http://schemas.microsoft.com/office/word".into()),
                    ("w:val", "15".into()),
                ],
            );
        });
        xml.empty("w:themeFontLang", &[("w:val", "zh-CN".into()), ("w:eastAsia", "zh-CN".into())]);
    });
    xml.finish()
}

/// Fonts with the names of those that stand in for them.
fn font_table() -> Vec<u8> {
    let mut xml = Xml::document();
    xml.element("w:fonts", &[("xmlns:w", MAIN.into())], |xml| {
        for font in Font::ALL {
            xml.element("w:font", &[("w:name", font.name().into())], |xml| {
                xml.value("w:altName", font.substitute());
                xml.value("w:charset", "86");
                xml.value("w:family", if font == Font::Heading { "modern" } else { "auto" });
                xml.value("w:pitch", "default");
            });
        }
    });
    xml.finish()
}

fn edge(name: &str, blocks: &[Block<'_>]) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.element(name, &[("xmlns:w", MAIN.into())], |xml| blocks.iter().for_each(|block| block.write(xml)));
    xml.finish()
}

fn empty(style: Style) -> Block<'static> {
    Block::Paragraph(Paragraph { look: ParagraphLook::of(style), runs: Vec::new() })
}

/// The page number between its dashes (7.5), one letter from the outer edge: at the right of odd pages.
fn number(is_odd: bool) -> Block<'static> {
    let indent = if is_odd {
        Indent { right: SMALL_CHARACTER, ..Indent::default() }
    } else {
        Indent { left: SMALL_CHARACTER, ..Indent::default() }
    };
    let align = if is_odd { Align::Right } else { Align::Left };
    let look = ParagraphLook { indent: Some(indent), align: Some(align), ..ParagraphLook::of(Style::Footer) };
    Block::Paragraph(Paragraph { look, runs: number_runs() })
}

fn number_runs() -> Vec<Run<'static>> {
    let look = RunLook::default();
    let dash = |text: &'static str| Run::Text(text.into(), look);
    vec![dash("— "), Run::PageNumber(look), dash(" —")]
}

/// The page number of a landscape page, at its left edge, turned clockwise.
fn turned_number(is_odd: bool) -> [Block<'static>; 2] {
    let (width, height) = TURNED_NUMBER;
    let (align, top): (Align, Twips) =
        if is_odd { (Align::Right, TURNED_NUMBER_ODD) } else { (Align::Left, TURNED_NUMBER_EVEN) };
    let look = ParagraphLook { align: Some(align), ..ParagraphLook::of(Style::Header) };
    let cell = Cell {
        column: 0,
        columns: 1,
        merge: Merge::None,
        place: Place::Middle,
        turned: true,
        paragraphs: vec![Paragraph { look, runs: number_runs() }],
    };
    let table = Table {
        widths: vec![width],
        rules: None,
        place: Some((TURNED_NUMBER_LEFT, top)),
        margins: (0, 0),
        rows: vec![Row { height: Some((height, true)), cells: vec![cell], ..Row::default() }],
    };
    [Block::Table(table), empty(Style::Header)]
}
