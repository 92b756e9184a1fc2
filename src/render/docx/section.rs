//! `w:sectPr`: the paper, margins, heads and feet of a part of the document.

use crate::render::docx::measure::{BOTTOM, FOOTER, LEFT, LINE, PAGE, RIGHT, TOP};
use crate::render::docx::xml::Xml;

/// A part of the document on paper of one kind. It begins a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Whether the page is turned.
    pub landscape: bool,
    /// Whether the first page has no number, as that of 信函.
    pub unnumbered_first: bool,
}

/// Heads and feet of pages: parts of the document, by the ids of their relationships.
pub mod ids {
    /// Page number at the right, on odd pages.
    pub const ODD_FOOTER: &str = "rIdFooterOdd";
    /// Page number at the left, on even pages.
    pub const EVEN_FOOTER: &str = "rIdFooterEven";
    /// An empty foot.
    pub const EMPTY_FOOTER: &str = "rIdFooterEmpty";
    /// An empty head.
    pub const EMPTY_HEADER: &str = "rIdHeaderEmpty";
    /// Page number at the edge of a landscape page, on odd pages.
    pub const ODD_HEADER: &str = "rIdHeaderOdd";
    /// Page number at the edge of a landscape page, on even pages.
    pub const EVEN_HEADER: &str = "rIdHeaderEven";
}

impl Section {
    /// Writes the element. Every section names all its heads and feet, because it would inherit missing ones.
    pub fn write(self, xml: &mut Xml) {
        xml.element("w:sectPr", &[], |xml| {
            let (header, footer) = if self.landscape {
                ([ids::ODD_HEADER, ids::EVEN_HEADER], [ids::EMPTY_FOOTER; 2])
            } else {
                ([ids::EMPTY_HEADER; 2], [ids::ODD_FOOTER, ids::EVEN_FOOTER])
            };
            let mut refer = |name: &str, kind: &'static str, id: &'static str| {
                xml.empty(name, &[("w:type", kind.into()), ("r:id", id.into())]);
            };
            for (kind, place) in [("default", 0), ("even", 1)] {
                refer("w:headerReference", kind, header[place]);
                refer("w:footerReference", kind, footer[place]);
            }
            if self.unnumbered_first {
                refer("w:headerReference", "first", ids::EMPTY_HEADER);
                refer("w:footerReference", "first", ids::EMPTY_FOOTER);
            }
            xml.value("w:type", "nextPage");
            self.write_page(xml);
            xml.empty("w:cols", &[("w:space", 720.into())]);
            if self.unnumbered_first {
                xml.empty("w:titlePg", &[]);
            }
            xml.empty("w:docGrid", &[("w:type", "lines".into()), ("w:linePitch", LINE.into())]);
        });
    }

    fn write_page(self, xml: &mut Xml) {
        let (width, height) = PAGE;
        // The landscape page is the upright one turned clockwise.
        let [top, right, bottom, left] =
            if self.landscape { [LEFT, TOP, RIGHT, BOTTOM] } else { [TOP, RIGHT, BOTTOM, LEFT] };
        if self.landscape {
            let size = [("w:w", height.into()), ("w:h", width.into()), ("w:orient", "landscape".into())];
            xml.empty("w:pgSz", &size);
        } else {
            xml.empty("w:pgSz", &[("w:w", width.into()), ("w:h", height.into())]);
        }
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", top.into()),
                ("w:right", right.into()),
                ("w:bottom", bottom.into()),
                ("w:left", left.into()),
                ("w:header", 851.into()),
                ("w:footer", FOOTER.into()),
                ("w:gutter", 0.into()),
            ],
        );
    }
}
